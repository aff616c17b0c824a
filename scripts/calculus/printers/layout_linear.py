"""Arms for linear algebra: transposes, inverses, norms, special vectors and matrices."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.kinds import Count, Real
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.language.symbols import Symbol
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, held, piece, raised, text
from calculus.printers.layout_functions import applied
from calculus.printers.piece import ATOM, Piece, is_tall


@arm
def transpose(node: w.Transpose, dialect: Dialect) -> Piece:
    if isinstance(node.body, w.Inverse):
        return marked(node.body.body, "inverse transpose", dialect)
    return marked(node.body, "transpose", dialect)


@arm
def inverse(node: w.Inverse, dialect: Dialect) -> Piece:
    return marked(node.body, "inverse", dialect)


def marked(body: Node, mark: str, dialect: Dialect) -> Piece:
    """A body with a mark above."""
    return raised(held(body, ATOM, dialect, last=False), dialect.form(mark), dialect)


def named(word: str, node: Node, dialect: Dialect) -> Piece:
    """A named operator with its argument in brackets."""
    body = piece(node, dialect)
    return applied(dialect.word(word), body, dialect)


OPERATORS = {w.Diag: "diag", w.Trace: "tr", w.Determinant: "det", w.Stacked: "vec"}


@arm
def operator(node: w.Diag | w.Trace | w.Determinant | w.Stacked, dialect: Dialect) -> Piece:
    return named(OPERATORS[type(node)], node.body, dialect)


@arm
def eigenvalue(node: w.Eigenvalue, dialect: Dialect) -> Piece:
    name = text(Symbol(f"lam_{node.which}", Real), dialect).strip()
    return applied(name, piece(node.body, dialect), dialect)


@arm
def norm(node: w.Norm, dialect: Dialect) -> Piece:
    body = piece(node.body, dialect)
    bars = dialect.form("tall norm" if body.tall else "norm", body.text.strip())
    if not node.order:
        return Piece(bars, ATOM, body.tall)
    lowered = (bars, dialect.form(node.order).strip() if node.order == "infinity" else node.order)
    return Piece(dialect.form("subscript", *lowered), ATOM, body.tall, lowered=lowered)


@arm
def inner(node: w.Inner, dialect: Dialect) -> Piece:
    left, right = piece(node.left, dialect), piece(node.right, dialect)
    tall = is_tall(left, right)
    return Piece(dialect.form("tall inner" if tall else "inner", left.text.strip(), right.text.strip()), ATOM, tall)


@arm
def ones(node: w.Ones, dialect: Dialect) -> Piece:
    return Piece(dialect.form("ones"))


@arm
def identity(node: w.Identity, dialect: Dialect) -> Piece:
    return Piece(dialect.form("vector", "I"))


@arm
def unit(node: w.Unit, dialect: Dialect) -> Piece:
    lowered = (dialect.form("vector", "e"), text(node.index, dialect).strip())
    return Piece(dialect.form("subscript", *lowered), lowered=lowered)


@arm
def column(node: w.Column, dialect: Dialect) -> Piece:
    inside = ", ".join(text(entry, dialect) for entry in node.entries)
    tall = is_tall(*(piece(entry, dialect) for entry in node.entries))
    bracket = dialect.form("tall brackets" if tall else "brackets", inside)
    return Piece(bracket, ATOM, tall)


@arm
def listing(node: w.Listing, dialect: Dialect) -> Piece:
    """The first and last entry with dots between, as a transposed row."""
    first, last = (text(at_index(node, size), dialect) for size in (1, node.index.kind.size))
    inside = dialect.form("comma", dialect.form("comma", first, dialect.form("dots")), last)
    square = Piece(dialect.form("tall square", inside), ATOM, True)
    return raised(square, dialect.form("transpose"), dialect)


def at_index(node: w.Listing, size: Size) -> Node:
    """The body with the index set to a number or to the name of the last one."""
    value = w.Number(size) if isinstance(size, int) else w.Symbol(size, Count)
    return node.body.substitute({node.index: value})
