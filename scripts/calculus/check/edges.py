"""The points generic draws miss: zeros and ties that a declared domain admits, where a forgotten condition shows."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

from calculus.interpreters import World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols


def edges(statement: Node, world: World) -> Iterator[World]:
    """The world with each number or array at zero in turn, then with each two of one kind equal."""
    free = [symbol for symbol in free_symbols(statement).values() if symbol not in going_to_zero(statement)]
    for symbol in free:
        if (origin := zero_of(symbol, world)) is not None:
            yield world.bind(symbol.name, origin)
    for one, other in itertools.combinations(filter(can_tie, free), 2):
        if one.kind == other.kind:
            yield world.bind(one.name, world.values[other.name])


def can_tie(symbol: Symbol) -> bool:
    """Whether the symbol stands for a number or an array; indices and functions go through their values anyway."""
    return isinstance(symbol.kind, k.Array) or (isinstance(symbol.kind, k.Number) and not symbol.kind.whole)


def going_to_zero(statement: Node) -> set[Symbol]:
    """The variables of expansions: they tend to zero along what is drawn for them, so zero itself is no direction."""
    return {node.variable for node in statement.walk() if isinstance(node, w.Expansion)}


def zero_of(symbol: Symbol, world: World) -> object:
    """Zero in the symbol's domain, or None where the domain leaves it out."""
    match symbol.kind:
        case k.Number(whole=False, nonzero=False) as kind if holds_zero(kind):
            return Fraction(0)
        case k.Array(rows, columns, ""):
            return ((Fraction(0),) * world.size(columns),) * world.size(rows)
    return None


def holds_zero(kind: k.Number) -> bool:
    """Whether zero lies in an interval, its ends counted where it is closed."""
    above = kind.lower is None or kind.lower < 0 or (kind.lower == 0 and kind.closed)
    return above and (kind.upper is None or kind.upper > 0)
