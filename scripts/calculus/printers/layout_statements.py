"""Arms for statements."""

from __future__ import annotations

from functools import partial, reduce

from calculus.conditions import domain
from calculus.language import words as w
from calculus.language.shape import Size
from calculus.language.statements import zero
from calculus.language.steps import Order
from calculus.notation import parts
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, held, piece, text
from calculus.printers.layout_symbols import styled
from calculus.printers.piece import RELATION, SUM, Piece, is_tall


@arm
def relation(node: w.Relation, dialect: Dialect) -> Piece:
    pieces = [held(term, SUM, dialect) for term in node.terms]
    result = pieces[0].text
    for sign, term in zip(node.signs, pieces[1:], strict=True):
        result = dialect.form(sign, result, term.text)
    return Piece(result, RELATION, is_tall(*pieces))


@arm
def definition(node: w.Definition, dialect: Dialect) -> Piece:
    """What a name means; the name of an alias was met on the line above, so its line opens with *where*."""
    equality = dialect.form("=", text(node.left, dialect), text(node.right, dialect))
    is_named = isinstance(node.left, w.Alias)
    return Piece(dialect.form("where", equality) if is_named else equality, RELATION, True)


@arm
def expansion(node: w.Expansion, dialect: Dialect) -> Piece:
    error = order(node, dialect)
    right = error if zero(node.right) else dialect.form("plus", text(node.right, dialect), error)
    return Piece(dialect.form("=", text(node.left, dialect), right), RELATION, True)


def order(error: w.Expansion | Order, dialect: Dialect) -> str:
    """How large an error is, with Landau's letter."""
    return dialect.form("little o" if error.letter == "o" else "big O", text(error.size, dialect))


@arm
def exists(node: w.Exists, dialect: Dialect) -> Piece:
    between = w.Relation((node.lower, node.variable, node.upper), ("<", "<"))
    return Piece(dialect.form("for some", text(node.claim, dialect), text(between, dialect)), RELATION, True)


@arm
def implies(node: w.Implies, dialect: Dialect) -> Piece:
    return Piece(dialect.form("implies", text(node.premise, dialect), text(node.conclusion, dialect)), RELATION, True)


@arm
def equivalent(node: w.Equivalent, dialect: Dialect) -> Piece:
    return Piece(dialect.form("exactly when", text(node.left, dialect), text(node.right, dialect)), RELATION, True)


@arm
def quantified(node: w.Quantified, dialect: Dialect) -> Piece:
    """Quantifiers side by side, then a colon and what they are about."""
    word = "every" if node.quantifier == "every" else "there is"
    opening = dialect.form(word, text(domain(node.variable), dialect).strip())
    form = "quantified" if isinstance(node.claim, w.Quantified) else "such that"
    return Piece(dialect.form(form, opening, text(node.claim, dialect)), RELATION, True)


@arm
def several(node: w.Several, dialect: Dialect) -> Piece:
    pieces = [piece(part, dialect) for part in node.parts]
    row = reduce(partial(dialect.form, "side by side"), [each.text for each in pieces])
    return Piece(row, RELATION, is_tall(*pieces))


@arm
def member(node: w.Member, dialect: Dialect) -> Piece:
    return Piece(dialect.form("in", text(node.element, dialect), text(node.collection, dialect)), RELATION)


@arm
def update(node: w.Update, dialect: Dialect) -> Piece:
    """Lines with an arrow, the new value on its left."""
    rows = [dialect.form("update", *(text(term, dialect) for term in line.terms)) for line in node.lines]
    return Piece(dialect.form("updates", reduce(partial(dialect.form, "next update"), rows)), RELATION, True)


@arm
def previous(node: w.Previous, dialect: Dialect) -> Piece:
    return piece(node.body, dialect)


@arm
def property_(node: w.Property, dialect: Dialect) -> Piece:
    words = dialect.form("text", f" {node.words} ")
    return Piece(text(node.subject, dialect).strip() + words + text(node.of, dialect), RELATION)


def size_text(size: Size, dialect: Dialect) -> str:
    """A size in a shape: a number, or the letter that names it."""
    if isinstance(size, int):
        return str(size)
    letter, _, layer = size.partition("_")
    return dialect.form("subscript", letter, layer) if layer else styled(parts(size), "size", dialect).strip()


@arm
def space(node: w.Space, dialect: Dialect) -> Piece:
    if node.columns != 1:
        sizes = dialect.form("by", size_text(node.rows, dialect), size_text(node.columns, dialect))
        return Piece(dialect.form("reals of", sizes))
    return Piece(dialect.form("reals") if node.rows == 1 else dialect.form("reals of", size_text(node.rows, dialect)))
