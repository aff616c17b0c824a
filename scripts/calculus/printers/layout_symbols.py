"""Arms for letters: symbols by kind, aliases, entries of arrays, and functions without arguments."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.kinds import LayerKind
from calculus.language.node import Node
from calculus.notation import GREEK, Name, parts
from calculus.printers.dialects import Dialect
from calculus.printers.function_names import is_letter, written
from calculus.printers.layout import arm, held, piece, raised, text
from calculus.printers.piece import ATOM, POWER, PRODUCT, Piece


def styled(name: Name, role: str, dialect: Dialect) -> str:
    """The letter of a name in the style of its kind: vectors bold, matrices bold, all else italic or a word."""
    letter = dialect.letter(name.base)
    if role in ("vector", "matrix") and name.is_letter:
        letter = dialect.form("greek vector" if name.base in GREEK else "vector", letter.strip())
    elif not name.is_letter and name.base != "ell":
        letter = dialect.word(name.base)
    for accent in name.accents:
        letter = dialect.form(accent, letter.strip())
    return letter


def spelled(name: str, role: str, dialect: Dialect, below: str = "") -> Piece:
    """A symbol with its accents, marks and everything written below it."""
    taken = parts(name)
    letter = styled(taken, role, dialect)
    subscript = ", ".join([*(dialect.letter(word).strip() for word in taken.below), *([below] if below else [])])
    plain = Piece(letter)
    if subscript:
        lowered = (letter.strip(), subscript.strip())
        plain = Piece(dialect.form("subscript", *lowered), ATOM, lowered=lowered)
    mark = "".join(dialect.letter(word) for word in taken.marks)
    return raised(plain, mark, dialect) if mark else plain


@arm
def symbol(node: w.Symbol, dialect: Dialect) -> Piece:
    return spelled(node.name, node.kind.role, dialect)


@arm
def alias(node: w.Alias, dialect: Dialect) -> Piece:
    return spelled(node.name, role_of(node), dialect)


def role_of(node: Node) -> str:
    """The style an alias prints in follows from its shape."""
    if node.is_scalar:
        return "scalar"
    return "vector" if node.shape[1] == 1 else "matrix"


@arm
def entry(node: w.Entry, dialect: Dialect) -> Piece:
    indices = indexed(node, dialect)
    if is_layered(node):
        return layered(node, "", dialect)
    if isinstance(node.array, w.Entry) and is_layered(node.array):
        return layered(node.array, indices, dialect)
    if isinstance(node.array, w.Symbol):
        member = node.array.kind.member
        return spelled(node.array.name, member.role if member else "scalar", dialect, indices)
    if isinstance(node.array, w.Alias):
        return spelled(node.array.name, "scalar", dialect, indices)
    base = piece(node.array, dialect)
    form = "tall square" if base.tall else "square"
    shown = base.text if is_called(node.array) else dialect.form(form, base.text.strip())
    return Piece(dialect.form("entry of", shown, indices), ATOM, base.tall)


def is_called(node: Node) -> bool:
    """Whether a node is a function written with its argument in brackets, which can carry an index at its end."""
    return isinstance(node, w.Apply) and not isinstance(node.function, w.Nabla)


def is_layered(node: w.Entry) -> bool:
    """Whether an entry is what one layer of a network has, not one number."""
    return isinstance(node.array, w.Symbol) and isinstance(node.array.kind, LayerKind)


def layered(node: w.Entry, below: str, dialect: Dialect) -> Piece:
    """A quantity with its layer in brackets above, or one entry of it."""
    letter = spelled(node.array.name, "scalar" if below else node.array.kind.role, dialect, below)
    return raised(letter, dialect.form("brackets", text(node.indices[0], dialect)), dialect)


def indexed(node: w.Entry, dialect: Dialect) -> str:
    """Indices of one letter each stand side by side; anything longer takes a comma."""
    short = all(isinstance(index, w.Symbol | w.Number) for index in node.indices)
    inside = [text(index, dialect).strip() for index in node.indices]
    return dialect.form("beside", *inside) if short and len(inside) == 2 else ", ".join(inside)


@arm
def known(node: w.Known, dialect: Dialect) -> Piece:
    word = written(node.name)
    return Piece(dialect.letter(word) if is_letter(node.name) else dialect.word(word))


@arm
def prime(node: w.Prime, dialect: Dialect) -> Piece:
    """Up to three dashes after the name; a higher order in brackets above it."""
    body = held(node.body, ATOM, dialect)
    order = 1 if node.order is None else getattr(node.order, "value", None)
    if order in (1, 2, 3):
        dashes = dialect.form("prime") * order
        return Piece(body.text.rstrip() + dashes, ATOM, body.tall)
    return raised(body, dialect.form("brackets", text(node.order, dialect)), dialect).at(ATOM)


@arm
def nabla(node: w.Nabla, dialect: Dialect) -> Piece:
    return Piece(dialect.form("nabla") + held(node.function, ATOM, dialect).text)


@arm
def compose(node: w.Compose, dialect: Dialect) -> Piece:
    outer, inner = held(node.outer, PRODUCT, dialect), held(node.inner, PRODUCT, dialect)
    return Piece(dialect.form("compose", outer.text.strip(), inner.text), PRODUCT)


@arm
def inverse_function(node: w.InverseFunction, dialect: Dialect) -> Piece:
    return raised(held(node.function, ATOM, dialect), dialect.form("inverse"), dialect).at(POWER)
