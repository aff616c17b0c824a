"""Update rules beside the library's own optimizer, step by step in double precision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count, islice
from random import Random
from typing import Any

import numpy as np
import optax

from calculus.check import updates
from calculus.interpreters import Undefined, World
from calculus.interpreters.reference import value
from calculus.language import words as w
from calculus.language.optimizers import Optimizer
from calculus.language.symbols import Symbol

STEPS = 40
FIXED = {"adagrad": {"eps_in_sqrt": True}}  # what a rule may say otherwise and the library cannot


def side_by_side(statement: w.Update, world: World) -> Iterator[tuple[Any, Any]]:
    """Where the rule and the optimizer are after each step; both are given the same gradients."""
    source, known = Random(repr(world)), statement.same_as
    rules, along = updates.with_a_letter(statement)
    world = updates.started(statement, world)
    there, kept = np.asarray(value(known.moves, world)), None
    for number in islice(count(int(statement.time.kind.lower or 0)), STEPS):
        here = updates.with_gradient(along, world, source).bind(statement.time.name, number)
        library = optimizer(known, here)
        kept = library.init(there) if kept is None else kept
        gradient = np.asarray(value(along, here))
        change, kept = library.update(gradient, kept, there)
        there, world = np.asarray(optax.apply_updates(there, change)), carried_out(rules, here)
        yield value(known.moves, world), there


def solved(statement: w.Update, world: World) -> Iterator[tuple[w.Relation, World]]:
    """The equation a rule solves at each of its first steps, with the world in which it must hold."""
    targets = [line.terms[0] for line in statement.lines]
    former = {target: Symbol(f"{target.name} before", target.kind) for target in targets}
    equation = statement.solves.substitute({w.Previous(target): old for target, old in former.items()})
    for number in range(updates.SOLVED):
        kept = {old.name: world.values[target.name] for target, old in former.items()}
        world = carried_out(statement.lines, world.bind(statement.time.name, number))
        yield equation, replace(world, values={**world.values, **kept})


def optimizer(known: Optimizer, world: World) -> optax.GradientTransformation:
    """The library's optimizer with the settings of this step; Undefined where it is fixed to another one."""
    settings = {
        name: setting if isinstance(setting, bool) else float(value(setting, world)) for name, setting in known.settings
    }
    for name, only in FIXED.get(known.name, {}).items():
        if settings.pop(name, only) != only:
            raise Undefined(f"the library's {known.name} has no {name} but {only}")
    return getattr(optax, known.name)(**settings)


def carried_out(lines: tuple[w.Relation, ...], world: World) -> World:
    """The world after the lines, from top to bottom; what was before is read under another name."""
    former = {line.terms[0]: Symbol(f"{line.terms[0].name} before", line.terms[0].kind) for line in lines}
    for target, old in former.items():
        world = world.bind(old.name, world.values[target.name])
    for line in lines:
        asked = (node for node in line.terms[1].walk() if isinstance(node, w.Previous))
        read = {node: node.body.substitute(former) for node in asked}
        world = world.bind(line.terms[0].name, value(line.terms[1].substitute(read), world))
    return world
