"""Arms for words that bind: sums, limits, integrals, optima, expectations, and values by case."""

from __future__ import annotations

from functools import partial, reduce

from calculus.language import words as w
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, held, piece, text
from calculus.printers.piece import ATOM, POWER, PRODUCT, Piece, is_tall


def over_index(form: str, node: w.Bound, dialect: Dialect) -> Piece:
    """A big operator over an index, with its range where it is given."""
    body = held(node.body, PRODUCT, dialect)
    index = text(node.index, dialect)
    if node.over is not None:
        index = dialect.form("in", index, text(node.over, dialect))
    if node.lower is None:
        return Piece(dialect.form(f"{form} over", index, body.text), PRODUCT, True, True)
    start = dialect.form("=", index, text(node.lower, dialect))
    return Piece(dialect.form(form, start, text(node.upper, dialect), body.text), PRODUCT, True, True)


@arm
def sum_(node: w.Sum, dialect: Dialect) -> Piece:
    return over_index("sum", node, dialect)


@arm
def product(node: w.Product, dialect: Dialect) -> Piece:
    return over_index("product", node, dialect)


@arm
def largest(node: w.Largest, dialect: Dialect) -> Piece:
    return over_index("max", node, dialect)


@arm
def limit(node: w.Limit, dialect: Dialect) -> Piece:
    body = held(node.body, PRODUCT, dialect)
    target = text(node.target, dialect).strip()
    if node.side:
        target = dialect.form("superscript", target, dialect.form(f"side {node.side}"))
    return Piece(dialect.form("limit", text(node.variable, dialect), target, body.text), PRODUCT, True, True)


@arm
def integral(node: w.Integral, dialect: Dialect) -> Piece:
    bounds = (text(node.lower, dialect), text(node.upper, dialect))
    body, variable = held(node.body, PRODUCT, dialect).text, text(node.variable, dialect)
    return Piece(dialect.form("integral", *bounds, body, variable), PRODUCT, True, True)


@arm
def optimum(node: w.Optimum, dialect: Dialect) -> Piece:
    """The word with the variable below it, or the condition where there is one."""
    under = text(node.variable if node.subject is None else node.subject, dialect).strip()
    body = held(node.body, PRODUCT, dialect)
    if node.which.startswith("arg"):
        named = dialect.form("best argument", node.which.removeprefix("arg"))
        word = dialect.form("under word", named, under)
        return Piece(dialect.form("operator", word, body.text), PRODUCT, True, True)
    return Piece(dialect.form(f"{node.which} over", under, body.text), PRODUCT, True, True)


@arm
def expectation(node: w.Expectation, dialect: Dialect) -> Piece:
    body = piece(node.body, dialect)
    form = "tall expectation" if body.tall else "expectation"
    return Piece(dialect.form(form, text(node.draw, dialect).strip(), body.text.strip()), ATOM, body.tall)


@arm
def at(node: w.At, dialect: Dialect) -> Piece:
    point = dialect.form("=", text(node.variable, dialect), text(node.value, dialect))
    return Piece(dialect.form("at", held(node.body, PRODUCT, dialect).text, point), POWER, True)


@arm
def cases(node: w.Cases, dialect: Dialect) -> Piece:
    pairs = zip(node.values, node.tests, strict=True)
    rows = [dialect.form("case", text(value, dialect), text(test, dialect)) for value, test in pairs]
    return Piece(dialect.form("cases", reduce(partial(dialect.form, "next case"), rows)), PRODUCT, True, True)


@arm
def indicator(node: w.Indicator, dialect: Dialect) -> Piece:
    body = piece(node.test, dialect)
    return Piece(dialect.form("indicator", body.text), ATOM, is_tall(body))
