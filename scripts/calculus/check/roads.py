"""The roads to a verdict: exactly, in SymPy's components; numerically, on the definition at fifty digits."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import sympy as sp
from mpmath import mp

from calculus.check.decide import Decision, decide, sharpness
from calculus.check.draws import NoPoint, attempt, worlds
from calculus.conditions import given
from calculus.formula import Formula
from calculus.interpreters import Exact, Precise, System, Undefined, World
from calculus.interpreters.precise import DIGITS
from calculus.language import kinds as k
from calculus.language import words as w

POINTS = {"exact": 3, "numeric": 12}
MOST_SYMBOLS = 9  # beyond so many letters SymPy's components grow slow; rational points decide instead


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


def roads(formula: Formula) -> tuple[Verdict, ...]:
    """The verdict of every road."""
    return (timed(exact, formula), timed(numeric, formula))


def holds(verdicts: tuple[Verdict, ...]) -> bool:
    """The rule: two trues of two classes, and no false."""
    classes = {verdict.klass for verdict in verdicts if verdict.truth}
    return len(classes) >= 2 and not any(verdict.truth is False for verdict in verdicts)


def timed(road: object, formula: Formula) -> Verdict:
    """A road's verdict with its seconds; a missing point or value is undecided, never a pass."""
    start = time.perf_counter()
    try:
        klass, name, decision, points, digits = road(formula)  # type: ignore[operator]
    except (NoPoint, Undefined, NotImplementedError, RecursionError) as error:
        klass, name, points, digits = road.__name__, road.__doc__.split(":")[0], 0, None  # type: ignore[attr-defined]
        decision = Decision(None, str(error))
    seconds = time.perf_counter() - start
    return Verdict(klass, name, decision.truth, points, digits, seconds, decision.reason)


def exact(formula: Formula) -> tuple[str, str, Decision, int, int | None]:
    """SymPy components: with letters where they are few, else at rational points."""
    if is_symbolic(formula):
        decision = decided(formula, symbolic(formula), Exact())
        if decision.truth is not None:
            return "exact", "SymPy, with letters", decision, 1, None
    decision, points = at_points(formula, Exact(), POINTS["exact"])
    return "exact", "SymPy, at rational points", decision, points, None


def numeric(formula: Formula) -> tuple[str, str, Decision, int, int | None]:
    """mpmath: on the definitions, at fifty digits."""
    with mp.workdps(DIGITS):
        decision, points = at_points(formula, Precise(), POINTS["numeric"])
    return "numeric", "mpmath, on the definition", decision, points, DIGITS


def at_points(formula: Formula, system: System, count: int) -> tuple[Decision, int]:
    """The first decision that is not true, or true with the number of points."""
    found = worlds(formula.name, formula.symbols, given(formula.statement), count)
    for place, world in enumerate(found):
        decision = decided(formula, world, system)
        if decision.truth is not True:
            return Decision(decision.truth, f"{decision.reason} {where(world)}".strip()), place + 1
    sharp = sharpness(formula.statement, found[0], system)
    return sharp, len(found)


def where(world: World) -> str:
    """The numbers of a world, for the message."""
    numbers = [f"{name} = {value}" for name, value in world.values.items() if not hasattr(value, "body")]
    return f"at {', '.join(numbers)}"[:200] if numbers else ""


def decided(formula: Formula, world: World, system: System) -> Decision:
    """The statement's decision in one world; a value that does not exist there is undecided."""
    try:
        return decide(formula.statement, world, system)
    except Undefined as error:
        return Decision(None, str(error))


def is_symbolic(formula: Formula) -> bool:
    """Whether letters are few and free enough for SymPy to decide the claim once for all of them."""
    kinds = [symbol.kind for symbol in formula.symbols]
    simple = all(isinstance(kind, k.Number | k.Array | k.SizeKind | k.IndexKind) for kind in kinds)
    traits = any(isinstance(kind, k.Array) and kind.trait not in ("", "positive") for kind in kinds)
    whole = any(isinstance(kind, k.Number) and kind.whole for kind in kinds)
    kinked = any(isinstance(n, w.Cases | w.Indicator | w.Exists | w.Optimum | w.Implies) for n in formula.statement.walk())
    ordered = any(set(getattr(n, "signs", "=")) - {"="} for n in formula.statement.walk())
    return simple and not (traits or whole or kinked or ordered or has_kink(formula)) and letters(formula) <= MOST_SYMBOLS


def has_kink(formula: Formula) -> bool:
    """Whether a function with a corner occurs; signs of letters would leave it undecided."""
    corners = ("absolute", "maximum", "minimum", "sign", "relu", "huber", "mean_absolute_error", "median")
    return any(isinstance(n, w.Known) and n.name in corners for n in formula.statement.walk())


def letters(formula: Formula) -> int:
    """How many numbers a world of the formula holds."""
    world = symbolic(formula)
    return sum(np.size(value) for value in world.values.values())


def symbolic(formula: Formula) -> World:
    """A world of letters; sizes and indices stay numbers."""
    from random import Random

    world = attempt(formula.symbols, Random(formula.name), 0)
    for symbol in formula.symbols:
        if isinstance(symbol.kind, k.Number):
            world = world.bind(symbol.name, sp.Symbol(symbol.name, real=True, positive=positive(symbol.kind)))
        elif isinstance(symbol.kind, k.Array):
            rows, columns = world.size(symbol.kind.rows), world.size(symbol.kind.columns)
            flag = True if symbol.kind.trait == "positive" else None
            entries = sp.Matrix(rows, columns, lambda i, j: sp.Symbol(f"{symbol.name}_{i}{j}", real=True, positive=flag))  # noqa: B023
            world = world.bind(symbol.name, np.array(entries.tolist(), dtype=object))
    return world


def positive(kind: k.Number) -> bool | None:
    """SymPy's assumption for a number bounded below by zero."""
    return True if kind.lower is not None and kind.lower >= 0 and not kind.closed else None
