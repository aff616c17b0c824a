"""Statements that something exists between two bounds: two sides meet there, for some functions near either bound."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calculus.interpreters import Lambda, Precise, System, World, evaluate
from calculus.interpreters.precise import mp
from calculus.interpreters.system import Value
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.symbols import Symbol, free_symbols

NEARLY = Fraction(1, 10**6)  # of the way between the bounds
SHARES = [NEARLY, 1 - NEARLY, *(Fraction(k, 24) for k in (1, 23, 12, 6, 18, 3, 9, 15, 21, *range(2, 23)))]
MARGIN = Fraction(1, 10)  # of the way: the steepest function's place must lie nearer to its bound
STEEPNESS, ENOUGH = 600, 400  # and digits enough to tell its smallest values from zero


def found(statement: w.Exists, world: World, system: System) -> tuple[bool | None, str]:
    """The two sides change places between the bounds, so by continuity they meet there."""
    start, end = bounds(statement, world)
    if start >= end:
        return False, "nothing lies between the bounds"
    precise = settled(statement, world, Precise())
    sides: dict[bool, Fraction] = {}
    for share in SHARES:
        point = start + (end - start) * share
        sides.setdefault(precise.is_below(point), point)
        if len(sides) == 2:
            break
    else:
        return False, "the two sides never meet between the bounds"
    if not isinstance(system, Precise):
        other = settled(statement, world, system)
        confirmed = {other.is_below(point) for point in sides.values()}
        return (True, "") if confirmed == {True, False} else (None, "the sides could not be compared")
    met = precise.meet_between(*sides.values())
    return met, "" if met else "the two sides pass each other in a jump"


def bounds(statement: w.Exists, world: World) -> tuple[Fraction, Fraction]:
    """The bounds as numbers."""
    lower, upper = (evaluate(bound, world, Precise()) for bound in (statement.lower, statement.upper))
    return Fraction(str(float(lower))), Fraction(str(float(upper)))


@dataclass(frozen=True)
class Sides:
    """The two sides of an equality, as functions of the letter whose place is looked for."""

    terms: tuple[Node, ...]
    variable: Symbol
    world: World
    system: System

    def values(self, point: Fraction) -> list[Value]:
        there = self.world.bind(self.variable.name, point)
        return [evaluate(term, there, self.system) for term in self.terms]

    def is_below(self, point: Fraction) -> bool:
        """Whether the left side is below the right side here."""
        before, after = self.values(point)
        return bool(self.system.holds(before, "<", after))

    def meet_between(self, low: Fraction, high: Fraction) -> bool:
        """Whether the sides come together where they change places: halving the interval must close the gap."""
        first = self.is_below(low)
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if self.is_below(middle) == first else (low, middle)
        return bool(Precise().gap(*self.values(low)) * 10**8 < 1)


def settled(statement: w.Exists, world: World, system: System) -> Sides:
    """The sides, with every part worked out that stays the same while the letter moves."""
    table: dict[Node, Symbol] = {}
    for part in (part for term in statement.claim.terms for part in still(term, statement.variable)):
        if part not in table:
            table[part] = Symbol(f"part {len(table)}", k.Real)
            world = world.bind(table[part].name, evaluate(part, world, system))
    return Sides(tuple(term.substitute(table) for term in statement.claim.terms), statement.variable, world, system)


def still(node: Node, variable: Symbol) -> list[Node]:
    """The largest parts of a sum of products that the letter does not occur in."""
    if variable.name not in free_symbols(node):
        return [] if isinstance(node, Symbol | w.Number) else [node]
    if isinstance(node, w.Add | w.Subtract | w.Multiply | w.Divide | w.Negative):
        return [part for child in node.children for part in still(child, variable)]
    return []


def is_sharp(statement: w.Exists, world: World) -> bool:
    """Whether some function has its only place just inside each bound, so that the bounds are no wider than needed.

    It is all but level up to there and then rises like an exponential.
    """
    functions = [s for s in free_symbols(statement).values() if isinstance(s.kind, k.FunctionKind)]
    if not functions:
        return True
    start, end = bounds(statement, world)
    found = []
    for near, other in ((start, end), (end, start)):
        steep = exponential(near, other)
        for function in functions:
            world = world.bind(function.name, steep)
        with mp.workdps(ENOUGH):
            sides = settled(statement, world, Precise())
            points = (near + (other - near) * share for share in (NEARLY, MARGIN, 1 - NEARLY))
            at_bound, inside, beyond = (sides.is_below(point) for point in points)
            admitted = all(evaluate(condition, world, Precise()) is True for condition in statement.given)
        found.append(admitted and at_bound != inside == beyond)
    return all(found)


def exponential(near: Fraction, other: Fraction) -> Lambda:
    """A function that falls from a half to minus a half close to one of two points."""
    t = Symbol("t", k.Real)
    return Lambda((t,), w.Known("exp")(-(lift(STEEPNESS / (other - near)) * (t - lift(near)))) - lift(Fraction(1, 2)))
