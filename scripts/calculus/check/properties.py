"""Properties said in words, each decided by looking at neighbors ever closer."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calculus.interpreters import System, Undefined, World, evaluate
from calculus.interpreters.evaluate import function_value
from calculus.language import words as w
from calculus.language.node import Node

STEPS = [Fraction(1, 10**power) for power in (3, 4, 5)]  # nearer, the fourth power of a distance is lost


def has(statement: w.Property, world: World, system: System) -> bool | None:
    """Whether the subject has the property; unknown words are undecided."""
    if statement.words == "is continuous at":
        return is_continuous(function_value(statement.function, world, system), statement.point, world, system)
    if statement.words not in PROPERTIES:
        return None
    function, point = function_value(statement.of, world, system), evaluate(statement.subject, world, system)
    here = function(point)
    neighbors = [function(point + side * system.number(step)) for step in STEPS for side in (1, -1)]
    sides = {side for neighbor in neighbors for side in ("<", ">") if is_so(system.holds(here, side, neighbor))}
    level = any(system.equal(here, neighbor) for neighbor in neighbors)
    return PROPERTIES[statement.words](sides, level)


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


# Each from the signs found between the point and its neighbors, and whether some neighbor is level with it.
PROPERTIES = {
    "is a local extremum of": lambda sides, level: len(sides) < 2,
    "is a strict local minimum of": lambda sides, level: sides == {"<"} and not level,
    "is a strict local maximum of": lambda sides, level: sides == {">"} and not level,
}
