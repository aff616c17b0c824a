"""Kinds from what is said of letters: intervals, ranges, sets of numbers, and the shape of a value."""

from __future__ import annotations

from calculus.conditions import Typing
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node
from calculus.language.shape import SCALAR, Shape
from calculus.parser import notation_nodes as n
from calculus.parser.meaning import plain

BOUNDS = {"<": (False, -1), "<=": (True, -1), ">": (False, 1), ">=": (True, 1)}


def several(names: tuple[w.Symbol, ...], relation: w.Relation, first: Node | None = None) -> Node | None:
    """The condition that several letters share: x, y > 0, or 0 < p, q < 1."""
    terms = relation.terms if first is None else (first, *relation.terms)
    kind = interval_kind(terms, relation.signs if first is None else (relation.signs[0], *relation.signs))
    return kind and Typing(tuple(w.Symbol(symbol.name, kind) for symbol in names))


def interval_kind(terms: tuple[Node, ...], signs: tuple[str, ...]) -> k.Number | None:
    """The kind of number that a letter between bounds is, if it is one of the language's."""
    values = [as_fraction(plain(term)) for term in terms]
    if signs == ("!=",) and values[1] == 0:
        return k.NonZero
    if len(signs) == 1 and signs[0] in BOUNDS and values[1] is not None:
        closed, side = BOUNDS[signs[0]]
        return (
            k.Number(lower=whole(values[1]), closed=closed)
            if side > 0
            else k.Number(upper=whole(values[1]), closed=closed)
        )
    if signs in (("<", "<"), ("<=", "<=")) and values[0] is not None and values[2] is not None:
        return k.Number(whole(values[0]), whole(values[2]), closed=signs[0] == "<=")
    return None


def whole(value: object) -> object:
    """A fraction as a whole number where it is one."""
    return value.numerator if value.denominator == 1 else value


def kind_of(shape: Shape) -> k.Kind:
    """The kind of a value of this shape."""
    return k.Real if shape == SCALAR else k.Array(*shape)


def is_constant(node: Node) -> bool:
    """Whether a node is a number or a vector of numbers, with no letter in it."""
    return not any(isinstance(each, w.Symbol | w.Alias | n.Dots | n.Listed) for each in node.walk())


def counted(items: tuple[Node, ...]) -> k.Kind | None:
    """What counts 1, …, n or 0, 1, …"""
    match items:
        case (w.Number(1), n.Dots(), w.Symbol(name, k.SizeKind())):
            return k.IndexKind(name)
        case (w.Number(1), n.Dots(), w.Number(value)):
            return k.IndexKind(value)
        case (w.Number(first), w.Number(second), n.Dots()) if second == first + 1:
            return k.Number(lower=first, whole=True, closed=True)
    return None


def kind_within(collection: Node) -> k.Kind | None:
    """The kind of the numbers in an interval or a set of numbers."""
    if isinstance(collection, n.Interval):
        signs = ("<", "<") if collection.brackets == "()" else ("<=", "<=")
        return interval_kind((collection.lower, collection.lower, collection.upper), signs) or k.Real
    values = [as_fraction(plain(item)) for item in collection.items] if isinstance(collection, n.Listed) else []
    if not values or None in values or any(value.denominator != 1 for value in values):
        return None
    return k.Number(int(min(values)), int(max(values)), closed=True, whole=True)


def within(kind: k.Number, value: object) -> bool:
    """Whether a value lies in the domain of a kind."""
    low = kind.lower is None or value > kind.lower or (kind.closed and value == kind.lower)
    high = kind.upper is None or value < kind.upper or (kind.closed and value == kind.upper)
    return low and high and not (kind.nonzero and value == 0) and not (kind.whole and value.denominator != 1)


def domain_said(kind: k.Number) -> str:
    """A domain in words."""
    if kind.nonzero:
        return "not zero"
    ends = [f"above {kind.lower}"] * (kind.lower is not None) + [f"below {kind.upper}"] * (kind.upper is not None)
    return ("whole, " if kind.whole else "") + " and ".join(ends) + (" or equal" if kind.closed and ends else "")
