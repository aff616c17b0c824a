"""Optima are compared, not computed: the claimed one must beat its neighbors and points far away."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np

from calculus.interpreters import System, Undefined, World, evaluate
from calculus.language import words as w
from calculus.language.node import Node

DISTANCES = [Fraction(1, 10**power) for power in (8, 5, 3, 2, 1)] + [Fraction(1), Fraction(7), Fraction(40)]


def is_optimum(optimum: w.Optimum, claimed: Node, world: World, system: System, *, strict: bool) -> bool | None:
    """Whether the claimed argument is no worse (strictly better when it must be the only one) than others."""
    if not optimum.which.startswith("arg"):
        raise Undefined("a smallest or largest value needs the argument where it is reached")
    here = evaluate(claimed, world, system)
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
    """Whether a neighbor lies in the variable's domain and satisfies the condition of the optimum."""
    lower = getattr(optimum.variable.kind, "lower", None)
    if lower is not None and system.holds(point, "<=", system.number(lower)) is not False:
        return False
    if optimum.subject is None:
        return True
    return evaluate(optimum.subject, world.bind(optimum.variable.name, point), system) is True


def around(point: object, system: System) -> list[object]:
    """Points on both sides of a number, or in seeded directions from an array, at all distances."""
    if not isinstance(point, np.ndarray):
        return [point + side * system.number(d) for d in DISTANCES for side in (1, -1)]
    source = Random(repr(point.shape))
    directions = [[Fraction(source.randint(-9, 9), 7) for _ in point.flat] for _ in range(4)]
    return [
        point + np.array([system.number(d * e) for e in direction], dtype=object).reshape(point.shape)
        for d in DISTANCES
        for direction in directions
    ]
