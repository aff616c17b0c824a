"""The roads to a verdict: exactly, in SymPy's components; numerically, on the definition at fifty digits."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from calculus.check import letters
from calculus.check.decide import Decision, both, both_ways, decide, sharpness
from calculus.check.draws import NoPoint, admits, worlds
from calculus.check.edges import edges
from calculus.conditions import given
from calculus.formula import Formula
from calculus.interpreters import Exact, Precise, System, Undefined, World
from calculus.interpreters.precise import DIGITS

EXACT_POINTS, NUMERIC_POINTS = 3, 12


@dataclass(frozen=True)
class Verdict:
    """What one road says: its independence class, true, false or None, at how many points, to how many digits."""

    klass: str
    road: str
    truth: bool | None
    points: int
    digits: int | None
    seconds: float
    reason: str = ""


@dataclass(frozen=True)
class Finding:
    """What a road found before it is timed and named: the decision, how it was reached, at how many points."""

    decision: Decision
    manner: str
    points: int


def exact(formula: Formula) -> Finding:
    """With letters where they are few, else at rational points."""
    if letters.decides(formula):
        decision = decided(formula, letters.world(formula), Exact())
        if decision.truth is not None:
            return Finding(decision, "SymPy, with letters", 1)
    return at_points(formula, Exact(), EXACT_POINTS, "SymPy, at rational points")


def numeric(formula: Formula) -> Finding:
    """On the definitions, at fifty digits."""
    return at_points(formula, Precise(), NUMERIC_POINTS, "mpmath, on the definition")


ROADS: dict[str, tuple[Callable[[Formula], Finding], int | None]] = {
    "exact": (exact, None),
    "numeric": (numeric, DIGITS),
}


def roads(formula: Formula) -> tuple[Verdict, ...]:
    """The verdict of every road."""
    return tuple(verdict(formula, klass) for klass in ROADS)


def holds(verdicts: tuple[Verdict, ...]) -> bool:
    """The rule: two trues of two classes, and no false."""
    classes = {verdict.klass for verdict in verdicts if verdict.truth}
    return len(classes) >= 2 and not any(verdict.truth is False for verdict in verdicts)


def verdict(formula: Formula, klass: str) -> Verdict:
    """One road's verdict with its seconds; a missing point or value is undecided, never a pass."""
    road, digits = ROADS[klass]
    start = time.perf_counter()
    try:
        found = road(formula)
    except (NoPoint, Undefined, NotImplementedError, RecursionError) as error:
        found = Finding(Decision(None, str(error)), klass, 0)
    seconds = time.perf_counter() - start
    return Verdict(klass, found.manner, found.decision.truth, found.points, digits, seconds, found.decision.reason)


def at_points(formula: Formula, system: System, count: int, manner: str) -> Finding:
    """The first decision that is not true, or true at every generic point and edge, with sharp inequalities."""
    conditions = given(formula.statement)
    generic = worlds(formula.name, formula.symbols, conditions, count)
    drawn = [*generic, *(world for world in edges(formula.statement, generic[0]) if admits(world, conditions))]
    for place, world in enumerate(drawn, 1):
        decision = decided(formula, world, system)
        if decision.truth is not True:
            return Finding(Decision(decision.truth, f"{decision.reason} {where(world)}".strip()), manner, place)
    whole = both([sharpness(formula.statement, drawn[0], system), both_ways(formula.statement, drawn, system)])
    return Finding(whole, manner, len(drawn))


def decided(formula: Formula, world: World, system: System) -> Decision:
    """The statement's decision in one world; a value that does not exist there is undecided."""
    try:
        return decide(formula.statement, world, system)
    except Undefined as error:
        return Decision(None, str(error))


def where(world: World) -> str:
    """The numbers of a world, for the message."""
    numbers = [f"{name} = {told(value)}" for name, value in world.values.items() if not hasattr(value, "body")]
    return f"at {', '.join(numbers)}"[:200] if numbers else ""


def told(value: object) -> str:
    """A rational, or the rows of an array of them."""
    if isinstance(value, tuple):
        return "(" + ", ".join(told(entry) for entry in value) + ")"
    return str(value)
