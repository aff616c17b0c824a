"""Properties said in words, each decided by looking at neighbors ever closer."""

from __future__ import annotations

from fractions import Fraction

from calculus.interpreters import System, Undefined, World, evaluate
from calculus.interpreters.evaluate import function_value
from calculus.language import words as w

STEPS = [Fraction(1, 10**power) for power in (3, 5, 7, 9)]


def has(statement: w.Property, world: World, system: System) -> bool | None:
    """Whether the subject has the property; unknown words are undecided."""
    if statement.words not in PROPERTIES:
        return None
    function, point = function_value(statement.of, world, system), evaluate(statement.subject, world, system)
    here = function(point)
    signs = {system.holds(here, "<", function(point + side * system.number(s))) for s in STEPS for side in (1, -1)}
    if not all(isinstance(sign, bool) for sign in signs):
        raise Undefined("the neighbors cannot be compared")
    return PROPERTIES[statement.words](signs)


PROPERTIES = {
    "is a local extremum of": lambda below: len(below) == 1,
    "is a strict local minimum of": lambda below: below == {True},
    "is a strict local maximum of": lambda below: below == {False},
}
