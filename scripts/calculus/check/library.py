"""Update rules beside the optimizers of Optax, step by step in double precision."""

from __future__ import annotations

from itertools import islice
from typing import Any

import numpy as np

from calculus.check import updates
from calculus.check.updates import Settings, Step
from calculus.interpreters import Precise, World
from calculus.language import words as w
from calculus.language.optimizers import Optimizer

STEPS = 40
NEAR = 1e-9  # forty steps in double precision lose some digits


def differs(statement: w.Update, world: World) -> str:
    """Where a rule and the library's optimizer part, in words; nothing where forty steps agree."""
    world = without_small_number(statement.same_as, world)
    past = list(islice(updates.steps(statement, world, Precise()), STEPS))
    for number, (step, there) in enumerate(zip(past, positions(statement.same_as, past), strict=True), 1):
        here = as_floats(step.after)
        if not np.allclose(here, there, rtol=NEAR, atol=NEAR):
            return (
                f"after {number} steps the rule is at {here.ravel()}, optax.{statement.same_as.name} at {there.ravel()}"
            )
    return ""


def without_small_number(known: Optimizer, world: World) -> World:
    """Optax's AdaGrad adds its small number inside the root only: where a rule adds it outside, both leave it out."""
    settings = dict(known.settings)
    if known.name != "adagrad" or settings["eps_in_sqrt"]:
        return world
    return world.bind(settings["eps"].name, 0)


def positions(known: Optimizer, past: list[Step]) -> list[np.ndarray]:
    """Where the library's optimizer is after each step, given the same gradients."""
    import jax  # late: it takes a second to load, and only update rules need it
    import optax

    found, there = [], as_floats(past[0].before)
    with jax.enable_x64(True):
        state = optimizer(known, past[0].settings, optax).init(there)
        for step in past:
            change, state = optimizer(known, step.settings, optax).update(as_floats(step.gradient), state, there)
            there = np.asarray(optax.apply_updates(there, change))
            found.append(there)
    return found


def optimizer(known: Optimizer, settings: Settings, optax: Any) -> Any:
    """The library's optimizer with the settings of one step, which a schedule may change."""
    plain = {name: value if isinstance(value, bool) else float(value) for name, value in settings.items()}
    if known.name == "adagrad":
        del plain["eps_in_sqrt"]
    return getattr(optax, known.name)(**plain)


def as_floats(value: Any) -> np.ndarray:
    """A number or array in double precision."""
    return np.asarray(value, dtype=float)
