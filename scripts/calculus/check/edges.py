"""The points generic draws miss: zeros, ties, ends, far values and corners, where a forgotten condition shows."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from fractions import Fraction

from calculus.check import corners
from calculus.conditions import bounds
from calculus.interpreters import Precise, World, evaluate
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

FAR = (Fraction(-163, 8), Fraction(163, 8))  # twenty either way: past borders set near zero, short of lost digits
MANY = (2, 3, 11, 30)  # whole numbers beyond the few that are drawn
FARTHEST = 10_000  # sums of more terms are not tried
NEARLY = Fraction(1, 2**20)  # how far from singular a nearly singular matrix is: a condition number of a million


def edges(statement: Node, world: World) -> Iterator[World]:
    """Worlds with one symbol moved: to an end, far out, to zero, to a tie with another, to a corner of the claim."""
    if isinstance(statement, w.Update):
        return  # its gradients are drawn anew at every step
    fixed = going_to_zero(statement) | spoken_for(statement)
    free = [symbol for symbol in free_symbols(statement).values() if symbol not in fixed]
    numbers = [symbol for symbol in free if isinstance(symbol.kind, k.Number)]
    for symbol in free:
        if isinstance(symbol.kind, k.Array) and symbol.kind.trait == "":
            yield world.bind(symbol.name, zeros(symbol.kind, world))
            yield from (world.bind(symbol.name, column) for column in tied(statement, symbol, world))
        if isinstance(symbol.kind, k.Array) and symbol.kind.trait in NEARLY_SINGULAR:
            yield from nearly_singular(symbol, world)
    for symbol in numbers:
        borders, away = corners.roots(statement, symbol, world), far(statement, symbol.kind)
        outer = beyond([*borders, *corners.crossings(statement, symbol, world)]) if away else []
        found = [*ends(symbol.kind), *away, *borders, *outer]
        yield from (world.bind(symbol.name, value) for value in found if is_inside(symbol, value))
    for one, other in itertools.combinations(filter(can_tie, free), 2):
        if one.kind == other.kind:
            yield world.bind(one.name, world.values[other.name])
        if one.kind == other.kind and compares(statement) and one.kind == k.Array(one.shape[0]):
            yield world.bind(one.name, tuple((-entry,) for (entry,) in world.values[other.name]))


def compares(statement: Node) -> bool:
    """Whether lengths may be compared: where a sign is wrong, opposite vectors show it best."""
    return isinstance(statement, w.Relation) and not set(statement.signs) <= {"=", "!="}


def tied_to(kind: k.Kind) -> list[str]:
    """The names of what was drawn for a symbol together with it: where it breaks, what it is the limit of."""
    names = getattr(kind, "parameter", "") or getattr(kind, "of", "")
    return names.split() if isinstance(names, str) else []


def going_to_zero(statement: Node) -> set[Symbol]:
    """The variables of expansions: they tend to zero along what is drawn for them, so zero itself is no direction."""
    return {node.variable for node in statement.walk() if isinstance(node, w.Expansion)}


def spoken_for(statement: Node) -> set[Symbol]:
    """What a function was drawn for, a constant or a point: another one would need another function."""
    free = free_symbols(statement)
    names = {name for symbol in free.values() for name in tied_to(symbol.kind)}
    return {free[name] for name in names & set(free)}


def zeros(kind: k.Array, world: World) -> tuple[tuple[Fraction, ...], ...]:
    """The array of zeros."""
    return ((Fraction(0),) * world.size(kind.columns),) * world.size(kind.rows)


def tied(statement: Node, symbol: Symbol, world: World) -> list[tuple[tuple[Fraction, ...], ...]]:
    """Vectors with one entry above all others, which are alike: for claims that ask which entry is largest."""
    if symbol.shape[1] != 1 or not any(isinstance(node, w.Indicator) for node in statement.walk()):
        return []
    size = range(world.size(symbol.shape[0]))
    return [tuple((Fraction(11 if place == top else 3, 8),) for place in size) for top in size]


NEARLY_SINGULAR = ("", "symmetric", "invertible", "positive definite")


def nearly_singular(symbol: Symbol, world: World) -> Iterator[World]:
    """A square matrix that hardly differs from one column times one row, which is singular."""
    size, columns = (world.size(each) for each in symbol.shape)
    if size != columns or size == 1:
        return
    column = [Fraction(2 * place + 3, 4) for place in range(size)]
    row = column if symbol.kind.trait in ("symmetric", "positive definite") else column[::-1]
    entries = tuple(tuple(a * b + NEARLY * (i == j) for j, b in enumerate(row)) for i, a in enumerate(column))
    yield world.bind(symbol.name, entries)


def ends(kind: k.Number) -> list[Fraction]:
    """Zero, and the ends of an interval; those outside the domain fall away later."""
    return [Fraction(0), *(Fraction(end) for end in (kind.lower, kind.upper) if end is not None)]


def far(statement: Node, kind: k.Number) -> list[Fraction]:
    """Values far out; of whole numbers none where they count derivatives, or steps that ask a function for slopes."""
    if not kind.whole:
        return list(FAR)
    nodes = list(statement.walk())
    unknown = any(isinstance(node, Symbol) and node.is_function for node in nodes)
    counting = any(isinstance(node, w.Prime) and node.order is not None for node in nodes)
    return [] if unknown or counting else [Fraction(number) for number in MANY]


def beyond(borders: list[Fraction]) -> list[Fraction]:
    """Whole numbers just outside the outermost borders: what a claim says only up to them fails there."""
    found = (Fraction(math.floor(max(borders)) + 1), Fraction(math.ceil(min(borders)) - 1)) if borders else ()
    return [number for number in found if abs(number) <= FARTHEST]


def is_inside(symbol: Symbol, value: Fraction) -> bool:
    """Whether a value lies in the symbol's domain."""
    if symbol.kind.whole and (value.denominator != 1 or value < (symbol.kind.lower or 0)):
        return False
    interval = bounds(symbol.kind, symbol)
    return interval is None or evaluate(interval, World({symbol.name: value}), Precise()) is True


def can_tie(symbol: Symbol) -> bool:
    """Whether the symbol stands for a number or an array; indices and functions go through their values anyway."""
    return isinstance(symbol.kind, k.Array) or (isinstance(symbol.kind, k.Number) and not symbol.kind.whole)
