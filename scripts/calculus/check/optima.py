"""Optima are compared, not computed: the claimed one must beat its neighbors and points far away."""

from __future__ import annotations

from fractions import Fraction
from random import Random

import numpy as np

from calculus.conditions import bounds
from calculus.interpreters import Exact, System, Undefined, World, evaluate
from calculus.language import words as w
from calculus.language.kind import Number
from calculus.language.node import Node

Points = tuple[tuple[tuple[w.Symbol, Node], ...], ...]  # as a relation's `sharp` holds them

NEAR = [Fraction(1, 10**power) for power in (8, 5, 3, 2, 1)]
ALONG = [Fraction(1, 100), Fraction(1, 4), Fraction(3)]  # where a condition keeps points on a surface
FEW = [Fraction(1, 1000), Fraction(3), Fraction(130)]  # of arrays in SymPy: fifty digits try them all
FAR = [Fraction(step) for step in (1, 3, 7, 16, 40, 130, 1000, 10_000)]


def is_optimum(optimum: w.Optimum, claimed: Node, world: World, system: System, *, strict: bool) -> bool | None:
    """Whether the claimed argument is no worse (strictly better when it must be the only one) than others."""
    here = evaluate(claimed, world, system)
    if not admitted(optimum, here, world, system):
        return False
    best = value_at(optimum, here, world, system)
    sign = {"min": ("<", "<="), "max": (">", ">=")}[optimum.which.removeprefix("arg")][0 if strict else 1]
    others = [value_at(optimum, other, world, system) for other in rivals(optimum, here, world, system)]
    if not others:
        return None
    truths = [system.holds(best, sign, other) if strict else not_worse(best, sign, other, system) for other in others]
    return all(truths) if all(isinstance(truth, bool) for truth in truths) else None


def is_optimal_value(optimum: w.Optimum, claimed: Node, places: Points, world: World, system: System) -> bool | None:
    """Whether the claimed value is that of an optimum, which `places` says where to find."""
    found = [value for point in places for symbol, value in point if symbol == optimum.variable]
    if not found:
        raise Undefined(f"a smallest or largest value needs sharp=, with {optimum.variable.name} where it is reached")
    there = world.bind(optimum.variable.name, evaluate(found[0], world, system))
    reached = system.equal(evaluate(optimum.body, there, system), evaluate(claimed, world, system))
    return reached and is_optimum(optimum, found[0], world, system, strict=False)


def rivals(optimum: w.Optimum, here: object, world: World, system: System) -> list[object]:
    """Points to compare with; where a condition is an equality, points near and far that are brought back to it."""
    if getattr(optimum.subject, "signs", ()) != ("=",):
        distances = FEW if isinstance(system, Exact) and isinstance(here, np.ndarray) else NEAR + FAR
        return [point for point in around(here, distances, system) if admitted(optimum, point, world, system)]
    back = [brought_back(optimum, point, here, world, system) for point in around(here, ALONG, system)]
    return [point for point in back if point is not None and system.equal(point, here) is False]


def brought_back(optimum: w.Optimum, point: object, here: object, world: World, system: System) -> object | None:
    """The point scaled to meet a condition that `here` meets, whose left side grows with the scale or its square."""

    def left(scaled: object) -> object:
        return evaluate(optimum.subject.terms[0], world.bind(optimum.variable.name, scaled), system)

    value, right, doubled = left(point), evaluate(optimum.subject.terms[1], world, system), left(here * 2)
    if system.holds(value * right, ">", system.number(0)) is not True:
        return None
    scale = system.divide(right, value)
    if system.equal(doubled, right * 2):
        return point * scale
    return point * system.known("sqrt", (scale,)) if system.equal(doubled, right * 4) else None


def not_worse(best: object, sign: str, other: object, system: System) -> object:
    return True if system.equal(best, other) else system.holds(best, sign, other)


def value_at(optimum: w.Optimum, point: object, world: World, system: System) -> object:
    return evaluate(optimum.body, world.bind(optimum.variable.name, point), system)


def admitted(optimum: w.Optimum, point: object, world: World, system: System) -> bool:
    """Whether a point satisfies the condition a reader sees, or where there is none lies in the variable's domain."""
    there = world.bind(optimum.variable.name, point)
    interval = bounds(optimum.variable.kind, optimum.variable) if isinstance(optimum.variable.kind, Number) else None
    condition = interval if optimum.subject is None else optimum.subject
    return condition is None or is_met(condition, there, system)


def is_met(condition: Node, world: World, system: System) -> bool:
    """Whether a condition holds; at its border rounding must not decide."""
    if not isinstance(condition, w.Relation):
        return evaluate(condition, world, system) is True
    values = [evaluate(term, world, system) for term in condition.terms]
    links = zip(values, condition.signs, values[1:], strict=False)
    return all(
        sign in ("=", "<=", ">=") if system.equal(left, right) else system.holds(left, sign, right) is True
        for left, sign, right in links
    )


def around(point: object, distances: list[Fraction], system: System) -> list[object]:
    """Points on both sides of a number, or in many directions from an array, at all distances."""
    steps = [side * distance for distance in distances for side in (1, -1)]
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
