"""The rule: a claim holds that two roads of different classes find true and none finds false."""

from __future__ import annotations

import time
from dataclasses import dataclass

from calculus.check.decide import Decision
from calculus.check.draws import NoPoint
from calculus.check.findings import Finding
from calculus.check.roads import ROADS
from calculus.formula import Formula
from calculus.interpreters import Undefined


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
