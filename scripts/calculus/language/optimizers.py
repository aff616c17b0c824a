"""Optimizers of the library Optax, as what an update rule claims to be: `same_as=optax.adam(eta, b1=…, …)`."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from calculus.language.node import LanguageError, Node, lift

# What each optimizer must be told, so that no default of the library stays unsaid, and what it may be told.
SETTINGS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "sgd": (("learning_rate",), ("momentum", "nesterov")),
    "adagrad": (("learning_rate", "initial_accumulator_value", "eps", "eps_in_sqrt"), ()),
    "rmsprop": (("learning_rate", "decay", "eps", "eps_in_sqrt"), ()),
    "adam": (("learning_rate", "b1", "b2", "eps"), ()),
    "adamw": (("learning_rate", "b1", "b2", "eps", "weight_decay"), ()),
}


@dataclass(frozen=True)
class Optimizer:
    """A library's optimizer with its settings; `moves` is the value it changes, `along` the gradient it is given."""

    name: str
    settings: tuple[tuple[str, Node | bool], ...]
    moves: Node
    along: Node


class Library:
    """The library's optimizers by name: `optax.sgd(eta, momentum=beta, moves=x, along=Nabla(f)(x))`."""

    def __getattr__(self, name: str) -> Callable[..., Optimizer]:
        if name not in SETTINGS:
            near = difflib.get_close_matches(name, SETTINGS, 1) or list(SETTINGS)
            raise LanguageError(f"optax.{name} is not compared with; write optax.{near[0]}")
        return lambda learning_rate, **rest: built(name, {"learning_rate": learning_rate, **rest})


def built(name: str, given: dict[str, Any]) -> Optimizer:
    """The optimizer, once everything it must be told is said."""
    needed, allowed = SETTINGS[name]
    wanted = {*needed, *allowed, "moves", "along"}
    missing = [each for each in (*needed, "moves", "along") if each not in given]
    if missing or set(given) - wanted:
        wrong = missing or sorted(set(given) - wanted)
        raise LanguageError(
            f"optax.{name} {'needs' if missing else 'has no'} {', '.join(f'{each}=' for each in wrong)}"
        )
    moves, along = given.pop("moves"), given.pop("along")
    settings = {each: value if isinstance(value, bool) else lift(value) for each, value in given.items()}
    if moves.shape != along.shape:
        raise LanguageError(f"optax.{name}: what moves and the gradient differ in shape")
    return Optimizer(name, tuple(settings.items()), moves, along)


optax = Library()
