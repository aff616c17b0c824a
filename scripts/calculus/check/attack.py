"""Inequalities under attack: from several starts, by steps of all sizes, toward the point where the slack is least."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from calculus.check.edges import is_inside
from calculus.check.premises import admits
from calculus.interpreters import Course, Lambda, Precise, Undefined, World, evaluate
from calculus.interpreters.precise import DIGITS, mp
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

STARTS, EFFORT, FEWEST, MOST = 4, 40_000, 12, 600
SLOPES = w.Gradient | w.Nabla | w.Prime | w.Derivative | w.Partial | w.Directional
MAGNITUDES = [Fraction(10) ** power for power in (6, 3, 1, -1, -3, -6)]
STEPS = [Fraction(4) ** power for power in range(2, -6, -1)]
CLEARLY = mp.mpf(10) ** -20  # a slack below zero by less is lost digits, not a counterexample


@dataclass(frozen=True)
class Link:
    """One inequality of a chain, with the conditions it is claimed under."""

    small: Node
    large: Node
    conditions: tuple[Node, ...]
    fixed: frozenset[Symbol] = frozenset()  # what a function of the whole statement was drawn for

    @property
    def symbols(self) -> list[Symbol]:
        """What can be moved: numbers and plain arrays that no function was drawn for."""
        claim = w.Relation((self.small, self.large), ("!=",))
        return [each for each in free_symbols(claim).values() if is_movable(each) and each not in self.fixed]

    def slack(self, world: World) -> Any:
        """How far the larger side is above the smaller one, against their size; None where nothing is claimed."""
        try:
            small, large = (evaluate(side, world, Precise()) for side in (self.small, self.large))
        except Undefined:
            return None
        return (large - small) / max(1, abs(small), abs(large)) if admits(world, self.conditions) else None


def links(
    chain: w.Relation, conditions: tuple[Node, ...], fixed: frozenset[Symbol] = frozenset()
) -> Iterator[tuple[int, Link]]:
    """The inequalities of a chain, each with its place."""
    for place, sign in enumerate(chain.signs):
        left, right = chain.terms[place : place + 2]
        if sign in ("<", "<="):
            yield place, Link(left, right, conditions, fixed)
        if sign in (">", ">="):
            yield place, Link(right, left, conditions, fixed)


@dataclass
class Search:
    """A descent with a limited number of tries; it ends as soon as the inequality is false beyond doubt."""

    link: Link
    tries: int
    refuted: World | None = None

    @property
    def is_over(self) -> bool:
        return self.tries <= 0 or self.refuted is not None

    def slack(self, world: World) -> Any:
        """The slack here; infinite where nothing is claimed."""
        self.tries -= 1
        found = self.link.slack(world)
        if found is not None and found < -CLEARLY and is_certain(self.link, world, found):
            self.refuted = world
        return mp.inf if found is None else found

    def descend(self, world: World) -> None:
        """Step by step to smaller slack, with ever shorter steps."""
        least = self.slack(world)
        for step in STEPS:
            moving = True
            while moving and not self.is_over:
                moving = False
                for neighbor in neighbors(self.link.symbols, world, step):
                    if self.is_over:
                        return
                    found = self.slack(neighbor)
                    if found < least:
                        world, least, moving = neighbor, found, True
                        break


def counterexample(link: Link, worlds: list[World]) -> World | None:
    """A world of the domain in which the inequality is false beyond doubt, if one is found."""
    if not link.symbols:
        return None
    search = Search(link, effort(link, worlds[0]))
    starts = worlds[:STARTS]
    for world in (far for start in starts[:1] for far in spread(link.symbols, start)):
        if not search.is_over:
            search.slack(world)
    share = search.tries // len(starts)
    for start in starts:
        if search.refuted is None:
            search.tries = share
            search.descend(start)
    return search.refuted


def is_certain(link: Link, world: World, found: Any) -> bool:
    """Whether four times the digits give the same slack: what cancellation left would not come out twice."""
    with mp.workdps(4 * DIGITS):
        again = link.slack(world)
    return again is not None and abs(again - found) < abs(found) / 1000


def effort(link: Link, world: World) -> int:
    """How many points are tried: the fewer the longer the claim, and the more slopes of functions it asks for."""
    claim = w.Relation((link.small, link.large), ("!=",), link.conditions)
    bodies = [value.body for value in world.values.values() if isinstance(value, Lambda)]
    length, longest = (max((sum(1 for _ in each.walk()) for each in some), default=0) for some in ([claim], bodies))
    slopes = sum(isinstance(node, SLOPES) for node in claim.walk())
    steps = 3 if any(isinstance(value, Course) for value in world.values.values()) else 1
    entries = sum(world.size(symbol.shape[0]) * world.size(symbol.shape[1]) for symbol in link.symbols)
    return max(FEWEST, min(MOST, EFFORT // (length + steps * longest * (1 + 4 * slopes * max(1, entries)))))


def is_movable(symbol: Symbol) -> bool:
    """Whether a symbol's values can be changed one by one and stay in its domain."""
    if isinstance(symbol.kind, k.Number):
        return not symbol.kind.whole
    return isinstance(symbol.kind, k.Array) and symbol.kind.trait in ("", "positive")


def spread(symbols: list[Symbol], world: World) -> Iterator[World]:
    """Worlds with one symbol very large or very near an end of its domain."""
    for symbol in symbols:
        for size in MAGNITUDES:
            if isinstance(symbol.kind, k.Array):
                yield world.bind(symbol.name, scaled(world.values[symbol.name], size))
            else:
                inside = (value for value in sized(symbol.kind, size) if is_inside(symbol, value))
                yield from (world.bind(symbol.name, value) for value in inside)


def sized(kind: k.Number, size: Fraction) -> list[Fraction]:
    """The numbers at a distance from the ends of an interval, or from zero."""
    ends = [Fraction(end) for end in (kind.lower, kind.upper) if end is not None] or [Fraction(0)]
    return [end + side * size for end in ends for side in (1, -1)]


def neighbors(symbols: list[Symbol], world: World, step: Fraction) -> Iterator[World]:
    """Worlds one step away: one entry moved, or a whole array made longer or shorter."""
    for symbol in symbols:
        value = world.values[symbol.name]
        if isinstance(symbol.kind, k.Number):
            yield from (world.bind(symbol.name, moved) for moved in steps(symbol.kind, value, step))
            continue
        entry_kind = k.Positive if symbol.kind.trait else k.Real
        yield from (world.bind(symbol.name, scaled(value, factor)) for factor in (1 + step, 1 / (1 + step)))
        for row, entries in enumerate(value):
            for column, entry in enumerate(entries):
                for moved in steps(entry_kind, entry, step):
                    yield world.bind(symbol.name, replaced(value, row, column, moved))


def steps(kind: k.Number, value: Fraction, step: Fraction) -> list[Fraction]:
    """A step to either side that stays in the interval."""
    if kind.lower is not None and kind.upper is not None:
        share = step / (1 + step)
        return [rounded(value + (end - value) * share) for end in (kind.lower, kind.upper)]
    end = kind.lower if kind.lower is not None else kind.upper
    if end is not None:
        return [rounded(end + (value - end) * factor) for factor in (1 + step, 1 / (1 + step))]
    found = [rounded(value + step), rounded(value - step)]
    return [each for each in found if each != 0] if kind.nonzero else found


def rounded(value: Any) -> Fraction:
    """The nearest number in double precision, so that numbers do not grow long on the way."""
    return Fraction(float(value))


def in_doubles(value: Any) -> Any:
    """A number, or the rows of an array, of fifty digits in double precision."""
    if isinstance(value, np.ndarray):
        return tuple(tuple(rounded(entry) for entry in row) for row in value)
    return rounded(value)


def scaled(rows: tuple, factor: Fraction) -> tuple:
    return tuple(tuple(rounded(entry * factor) for entry in row) for row in rows)


def replaced(rows: tuple, row: int, column: int, entry: Fraction) -> tuple:
    """The rows with one entry exchanged."""
    changed = (*rows[row][:column], entry, *rows[row][column + 1 :])
    return (*rows[:row], changed, *rows[row + 1 :])
