"""Properties said in words, each decided by looking at neighbors ever closer."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from calculus.check import landscapes, quantifiers
from calculus.interpreters import System, Undefined, World, evaluate
from calculus.interpreters.arrays import raised
from calculus.interpreters.evaluate import function_value
from calculus.interpreters.system import Value
from calculus.language import words as w
from calculus.language.node import Node

STEPS = [Fraction(1, 10**power) for power in (3, 4, 5)]  # nearer, the fourth power of a distance is lost
CONVEX = 7  # points, and so 21 pairs
FLAT = Fraction(1, 10**12)  # a gap below zero by less is rounding
STEEP = Fraction(1, 10**7)  # a slope makes opposite neighbors differ by more, a third power by less


def has(statement: w.Property, world: World, system: System) -> bool | None:
    """Whether the subject has the property; unknown words are undecided."""
    if statement.words == "is continuous at":
        return is_continuous(function_value(statement.function, world, system), statement.point, world, system)
    if statement.words == "is convex on":
        return is_convex(function_value(statement.function, world, system), statement.point, world, system)
    if statement.words not in PROPERTIES:
        return None
    function, point = function_value(statement.of, world, system), evaluate(statement.subject, world, system)
    return PROPERTIES[statement.words](surveyed(function, point, system))


def is_convex(function: Callable, space: Node, world: World, system: System) -> bool:
    """Whether the value halfway between two points is at most the mean of their values, for many pairs."""
    points = [raised(point, system) for point in quantifiers.points(world.size(space.rows), space.columns, CONVEX)]
    heights = [function(point) for point in points]
    pairs = itertools.combinations(zip(points, heights, strict=True), 2)
    half = system.number(Fraction(1, 2))
    gaps = [(one + other) * half - function((a + b) * half) for (a, one), (b, other) in pairs]
    return all(is_so(system.holds(gap, ">=", -system.number(FLAT))) for gap in gaps)


@dataclass(frozen=True)
class Survey:
    """What is met around a point: higher and lower neighbors, level ones, and a slope that stays."""

    has_higher: bool
    has_lower: bool
    has_level: bool
    is_steep: bool


def surveyed(function: Callable, point: Value, system: System) -> Survey:
    """The neighbors on both sides of a number, or along lines through a vector."""
    here, steps = function(point), [system.number(step) for step in STEPS]
    if isinstance(point, np.ndarray):
        lines = landscapes.directions(function, point, system.number)
        steps = [step * line for step in steps[::2] for line in lines]
    pairs = [(function(point + step), function(point - step)) for step in steps]
    neighbors = [neighbor for pair in pairs for neighbor in pair]
    return Survey(
        any(is_so(system.holds(here, "<", neighbor)) for neighbor in neighbors),
        any(is_so(system.holds(here, ">", neighbor)) for neighbor in neighbors),
        any(system.equal(here, neighbor) for neighbor in neighbors),
        any(is_so(system.holds((ahead - behind) ** 2, ">", system.number(STEEP**2))) for ahead, behind in pairs),
    )


def is_continuous(function: Callable, at: Node, world: World, system: System) -> bool | None:
    """Whether values a billionth away on either side are as close as any slope below a thousand allows."""
    point = evaluate(at, world, system)
    here, step, near = function(point), system.number(STEPS[-1]), system.number(1000 * STEPS[-1])
    changes = [function(point + side * step) - here for side in (1, -1)]
    return all(is_so(system.holds(change * change, "<", near * near)) for change in changes)


def is_so(truth: object) -> bool:
    """A comparison's truth; one that cannot be made leaves the value Undefined."""
    if not isinstance(truth, bool):
        raise Undefined("the neighbors cannot be compared")
    return truth


PROPERTIES: dict[str, Callable[[Survey], bool]] = {
    "is a local extremum of": lambda met: not (met.has_higher and met.has_lower),
    "is a local minimum of": lambda met: not met.has_lower,
    "is a strict local minimum of": lambda met: not (met.has_lower or met.has_level),
    "is a strict local maximum of": lambda met: not (met.has_higher or met.has_level),
    "is a saddle point of": lambda met: met.has_higher and met.has_lower and not met.is_steep,
}
