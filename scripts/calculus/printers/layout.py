"""One layout for every dialect: each node type has one arm, so the dialects cannot drift apart."""

from __future__ import annotations

from functools import singledispatch

from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node
from calculus.printers.dialects import Dialect
from calculus.printers.piece import ATOM, POWER, PRODUCT, SUM, Piece, is_tall

# Known functions written as a letter or a sign, before which no space is wanted.
LETTERS = ("exp", "sigmoid", "softplus", "sqrt", "absolute", "huber", "mean", "entropy", "crossed_entropy")
BIG = w.Sum | w.Product | w.Integral | w.Optimum | w.Largest | w.Limit | w.Determinant | w.Trace


@singledispatch
def piece(node: Node, dialect: Dialect) -> Piece:
    """The printed piece of a node; a type without an arm is named."""
    raise NotImplementedError(f"no layout for {type(node).__name__}")


def text(node: Node, dialect: Dialect) -> str:
    """The node in one dialect."""
    return piece(node, dialect).text


def bracketed(body: Piece, dialect: Dialect) -> Piece:
    """The piece in round brackets, as tall as it is."""
    return Piece(dialect.form("tall brackets" if body.tall else "brackets", body.text), ATOM, body.tall)


def held(node: Node, level: int, dialect: Dialect, *, last: bool = True) -> Piece:
    """The node's piece, in brackets where it would come apart, or take in what follows."""
    body = piece(node, dialect)
    return bracketed(body, dialect) if body.level < level or (body.greedy and not last) else body


def joined(form: str, parts: list[Node], dialect: Dialect) -> Piece:
    """Nodes joined two by two with one form."""
    pieces = [piece(part, dialect) for part in parts]
    result = pieces[0].text
    for following in pieces[1:]:
        result = dialect.form(form, result, following.text)
    return Piece(result, tall=is_tall(*pieces))


arm = piece.register


@arm
def number(node: w.Number, dialect: Dialect) -> Piece:
    return Piece(str(node.value))


@arm
def constant(node: w.Constant, dialect: Dialect) -> Piece:
    return Piece(dialect.form(node.name))


@arm
def add(node: w.Add, dialect: Dialect) -> Piece:
    return terms("plus", node, dialect)


@arm
def subtract(node: w.Subtract, dialect: Dialect) -> Piece:
    return terms("minus", node, dialect)


def terms(form: str, node: w.Add | w.Subtract, dialect: Dialect) -> Piece:
    """Two terms. A limit or integral on the left is bracketed; a plus ends a sum or a bare function."""
    left = held(node.left, SUM, dialect, last=not isinstance(node.left, w.Limit | w.Integral | w.Cases))
    right = held(node.right, PRODUCT, dialect)
    return Piece(dialect.form(form, left.text, right.text), SUM, is_tall(left, right), right.greedy)


@arm
def negative(node: w.Negative, dialect: Dialect) -> Piece:
    body = held(node.body, PRODUCT, dialect)
    return Piece(dialect.form("negative", body.text), SUM, body.tall, body.greedy)


@arm
def multiply(node: w.Multiply, dialect: Dialect) -> Piece:
    left = coefficient(node.left, dialect)
    right = held(node.right, PRODUCT, dialect)
    form = between(node, right)
    return Piece(dialect.form(form, left.text, right.text), PRODUCT, is_tall(left, right), right.greedy)


def coefficient(node: Node, dialect: Dialect) -> Piece:
    """A left factor; a ratio of numbers is set small in front of what it scales."""
    if isinstance(node, w.Divide) and as_fraction(node) is not None:
        return Piece(dialect.form("small fraction", text(node.left, dialect), text(node.right, dialect)), PRODUCT)
    return held(node, PRODUCT, dialect, last=False)


def between(node: w.Multiply, right: Piece) -> str:
    """What stands between two factors: a dot before a digit, a thin space before a named function or big sign."""
    first = edge(node.right, "left")
    if right.text[:1].isdigit():
        return "times"
    if isinstance(first, BIG) or (isinstance(first, w.Apply) and not is_lettered(first.function)):
        return "thin"
    return "beside"


def edge(node: Node, side: str) -> Node:
    """The first or last factor of a product."""
    return edge(getattr(node, side), side) if isinstance(node, w.Multiply) else node


def is_lettered(function: Node) -> bool:
    """Whether a function is written as a letter rather than a word."""
    base = function.body if isinstance(function, w.Prime) else function
    return not isinstance(base, w.Known) or base.name in LETTERS


@arm
def hadamard(node: w.Hadamard, dialect: Dialect) -> Piece:
    left, right = held(node.left, PRODUCT, dialect, last=False), held(node.right, PRODUCT, dialect)
    return Piece(dialect.form("hadamard", left.text, right.text), PRODUCT, is_tall(left, right))


@arm
def divide(node: w.Divide, dialect: Dialect) -> Piece:
    return Piece(dialect.form("fraction", text(node.left, dialect), text(node.right, dialect)), PRODUCT, True)


@arm
def power(node: w.Power, dialect: Dialect) -> Piece:
    if isinstance(node.base, w.Apply) and isinstance(node.base.function, w.Known) and piece(node.base, dialect).greedy:
        name = dialect.form("superscript", text(node.base.function, dialect).strip(), text(node.exponent, dialect))
        return Piece(dialect.form("beside", name, text(node.base.arguments[0], dialect)), PRODUCT, greedy=True)
    base = held(node.base, ATOM, dialect, last=False)
    return Piece(dialect.form("superscript", base.text, text(node.exponent, dialect)), POWER, base.tall)


@arm
def group(node: w.Group, dialect: Dialect) -> Piece:
    return bracketed(piece(node.body, dialect), dialect)
