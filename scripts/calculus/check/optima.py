"""Optima are compared, not computed: the claimed one must beat its neighbors and points far away."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np

from calculus.conditions import bounds
from calculus.interpreters import System, Undefined, World, evaluate
from calculus.language import words as w
from calculus.language.kind import Number
from calculus.language.node import Node

NEAR = [Fraction(1, 10**power) for power in (8, 5, 3, 2, 1)]
FAR = [Fraction(step) for step in (1, 3, 7, 16, 40, 130, 1000, 10_000)]


def is_optimum(optimum: w.Optimum, claimed: Node, world: World, system: System, *, strict: bool) -> bool | None:
    """Whether the claimed argument is no worse (strictly better when it must be the only one) than others."""
    if not optimum.which.startswith("arg"):
        raise Undefined("a smallest or largest value needs the argument where it is reached")
    here = evaluate(claimed, world, system)
    if not admitted(optimum, here, world, system):
        return False
    best = value_at(optimum, here, world, system)
    sign = {"argmin": ("<", "<="), "argmax": (">", ">=")}[optimum.which][0 if strict else 1]
    others = [
        value_at(optimum, other, world, system)
        for other in around(here, system)
        if admitted(optimum, other, world, system)
    ]
    if not others:
        return None
    truths = [system.holds(best, sign, other) if strict else not_worse(best, sign, other, system) for other in others]
    return all(truths) if all(isinstance(truth, bool) for truth in truths) else None


def not_worse(best: object, sign: str, other: object, system: System) -> object:
    return True if system.equal(best, other) else system.holds(best, sign, other)


def value_at(optimum: w.Optimum, point: object, world: World, system: System) -> object:
    return evaluate(optimum.body, world.bind(optimum.variable.name, point), system)


def admitted(optimum: w.Optimum, point: object, world: World, system: System) -> bool:
    """Whether a point lies in the variable's domain and satisfies the condition of the optimum."""
    there = world.bind(optimum.variable.name, point)
    interval = bounds(optimum.variable.kind, optimum.variable) if isinstance(optimum.variable.kind, Number) else None
    conditions = [condition for condition in (interval, optimum.subject) if condition is not None]
    return all(evaluate(condition, there, system) is True for condition in conditions)


def around(point: object, system: System) -> list[object]:
    """Points on both sides of a number, or in many directions from an array, at all distances."""
    steps = [side * distance for distance in NEAR + FAR for side in (1, -1)]
    if not isinstance(point, np.ndarray):
        return [point + system.number(step) for step in steps]
    return [point + moved(direction, step, point, system) for step in steps for direction in directions(point.size)]


def moved(direction: list[Fraction], step: Fraction, point: np.ndarray, system: System) -> np.ndarray:
    """A step along a direction, in the point's shape."""
    entries = [system.number(step * entry) for entry in direction]
    return np.array(entries, dtype=object).reshape(point.shape)


def directions(size: int) -> list[list[Fraction]]:
    """Every axis, the diagonals between two of them, and two seeded directions of no special kind."""
    axes = [[Fraction(int(i == j)) for j in range(size)] for i in range(size)]
    pairs = [(one, other) for place, one in enumerate(axes) for other in axes[:place]]
    diagonals = [[a + s * b for a, b in zip(one, other, strict=True)] for one, other in pairs for s in (1, -1)]
    source = Random(size)
    return [*axes, *diagonals, *([Fraction(source.randint(-9, 9), 8) for _ in range(size)] for _ in range(2))]
