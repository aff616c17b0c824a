"""Indices that count: one that says how far a sum goes is a number of entries, and no place in an array."""

from __future__ import annotations

from dataclasses import dataclass, replace

from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.language.symbols import Symbol, free_symbols


@dataclass(frozen=True)
class Place(k.Number):
    """A plain number that counts the entries of an array from one, as on paper."""

    size: Size = 0


def of_counts(formula: Formula) -> Formula:
    """The formula with a plain number for each index that bounds a sum, so that nothing shifts it."""
    counting = {each for node in formula.statement.walk() for each in bounds(node)}
    table = {each: Symbol(each.name, counted_from_one(each)) for each in formula.symbols if each in counting}
    symbols = tuple(table.get(each, each) for each in formula.symbols)
    return replace(formula, statement=formula.statement.substitute(table), symbols=symbols) if table else formula


def bounds(node: Node) -> list[Symbol]:
    """The indices that say where a sum begins or ends."""
    ends = (node.lower, node.upper) if isinstance(node, w.Bound) and node.lower is not None else ()
    found = [symbol for end in ends for symbol in free_symbols(end).values()]
    return [symbol for symbol in found if isinstance(symbol.kind, k.IndexKind)]


def counted_from_one(index: Symbol) -> k.Kind:
    """What an index is where it counts, or in a loop over some of its values: no place counted from zero."""
    return Place(lower=0, whole=True, closed=True, size=getattr(index.kind, "size", 0))
