"""Arms for letters: symbols by kind, aliases, entries, functions and their values."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.notation import GREEK, Name, parts
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, bracketed, held, joined, piece, text
from calculus.printers.piece import ATOM, POWER, PRODUCT, Piece

# How a known function's name is written: a letter by its name in the table of Greek letters, or a word.
WRITTEN = {
    "sigmoid": "sigma", "softplus": "zeta", "relu": "ReLU", "silu": "SiLU", "huber": "H", "log_sum_exp": "lse",
    "maximum": "max", "minimum": "min", "mean_squared_error": "MSE", "half_mean_squared_error": "HMSE",
    "mean_absolute_error": "MAE", "divergence": "KL", "entropy": "H", "crossed_entropy": "H", "factorial": "!",
}  # fmt: skip


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
    mark = "".join(dialect.letter(word) for word in taken.marks)
    if subscript and mark:
        return Piece(dialect.form("both scripts", letter.strip(), subscript, mark), POWER)
    if subscript:
        return Piece(dialect.form("subscript", letter.strip(), subscript), ATOM)
    return Piece(dialect.form("superscript", letter.strip(), mark), POWER) if mark else Piece(letter)


@arm
def symbol(node: w.Symbol, dialect: Dialect) -> Piece:
    return spelled(node.name, node.kind.role, dialect)


@arm
def alias(node: w.Alias, dialect: Dialect) -> Piece:
    return spelled(node.name, role_of(node), dialect)


def role_of(node: Node) -> str:
    """The style an alias prints in follows from its shape."""
    rows, columns = node.shape
    return "scalar" if node.is_scalar else "vector" if columns == 1 else "matrix"


@arm
def entry(node: w.Entry, dialect: Dialect) -> Piece:
    indices = "".join(text(index, dialect) for index in node.indices) if short(node) else comma(node, dialect)
    if isinstance(node.array, w.Symbol):
        member = node.array.kind.member
        return spelled(node.array.name, member.role if member else "scalar", dialect, indices)
    if isinstance(node.array, w.Alias):
        return spelled(node.array.name, "scalar", dialect, indices)
    base = held(node.array, ATOM, dialect)
    base = base if isinstance(node.array, w.Apply) else bracketed(piece(node.array, dialect), dialect)
    return Piece(dialect.form("subscript", base.text, indices), ATOM, base.tall)


def short(node: w.Entry) -> bool:
    """Indices of one letter each stand side by side; anything longer takes a comma."""
    return len(node.indices) == 1 or (len(node.indices) > 1 and all(isinstance(i, w.Symbol | w.Number) for i in node.indices))


def comma(node: w.Entry, dialect: Dialect) -> str:
    return ",".join(text(index, dialect) for index in node.indices)


@arm
def known(node: w.Known, dialect: Dialect) -> Piece:
    word = WRITTEN.get(node.name, node.name)
    return Piece(dialect.letter(word) if word in GREEK or len(word) == 1 else dialect.word(word))


@arm
def prime(node: w.Prime, dialect: Dialect) -> Piece:
    body = held(node.body, ATOM, dialect)
    order = 1 if node.order is None else getattr(node.order, "value", None)
    if order in (1, 2, 3):
        return Piece(body.text.rstrip() + dialect.form("prime") * order, ATOM, body.tall)
    raised = f"({text(node.order, dialect)})"
    return Piece(dialect.form("superscript", body.text.strip(), raised), ATOM, body.tall)


@arm
def nabla(node: w.Nabla, dialect: Dialect) -> Piece:
    return Piece(dialect.form("nabla") + text(node.function, dialect))


@arm
def compose(node: w.Compose, dialect: Dialect) -> Piece:
    return Piece(dialect.form("compose", text(node.outer, dialect).strip(), text(node.inner, dialect)), PRODUCT)


@arm
def inverse_function(node: w.InverseFunction, dialect: Dialect) -> Piece:
    body = held(node.function, ATOM, dialect).text.strip()
    return Piece(dialect.form("superscript", body, "-1"), POWER)


@arm
def apply(node: w.Apply, dialect: Dialect) -> Piece:
    base = node.function.body if isinstance(node.function, w.Prime) else node.function
    if isinstance(base, w.Known):
        return STYLES[KNOWN[base.name].style](node, dialect)
    return call(node, dialect)


def call(node: w.Apply, dialect: Dialect) -> Piece:
    """A function with its arguments in brackets."""
    function = held(node.function, POWER, dialect)
    arguments = joined("comma", list(node.arguments), dialect)
    return applied(function.text, arguments, dialect)


def applied(function: str, arguments: Piece, dialect: Dialect) -> Piece:
    """A function's text followed by its arguments in brackets."""
    return Piece(dialect.form("application", function.rstrip(), bracketed(arguments, dialect).text), ATOM, arguments.tall)


def bare(node: w.Apply, dialect: Dialect) -> Piece:
    """A named function before a short argument needs no bracket: sin x, ln p, tanh 2x."""
    argument = piece(node.arguments[0], dialect)
    if argument.level < ATOM or argument.greedy or not isinstance(node.function, w.Known):
        return call(node, dialect)
    return Piece(dialect.form("beside", text(node.function, dialect), argument.text), PRODUCT, argument.tall, True)


def exponential(node: w.Apply, dialect: Dialect) -> Piece:
    return Piece(dialect.form("exponential", text(node.arguments[0], dialect)), POWER)


def root(node: w.Apply, dialect: Dialect) -> Piece:
    body = piece(node.arguments[0], dialect)
    return Piece(dialect.form("root", body.text), ATOM, body.tall)


def bars(node: w.Apply, dialect: Dialect) -> Piece:
    body = piece(node.arguments[0], dialect)
    return Piece(dialect.form("tall bars" if body.tall else "bars", body.text), ATOM, body.tall)


def subscripted(node: w.Apply, dialect: Dialect) -> Piece:
    """A function whose second argument is a parameter below its name: H_δ(r)."""
    name = dialect.form("subscript", text(base_of(node.function), dialect), text(node.arguments[1], dialect).strip())
    marks = dialect.form("prime") if isinstance(node.function, w.Prime) else ""
    argument = piece(node.arguments[0], dialect)
    return applied(name + marks, argument, dialect)


def base_of(function: Node) -> Node:
    return function.body if isinstance(function, w.Prime) else function


def overline(node: w.Apply, dialect: Dialect) -> Piece:
    """The mean of a vector: its letter, as a number, under a bar."""
    argument = node.arguments[0]
    if isinstance(argument, w.Symbol):
        return Piece(dialect.form("bar", spelled(argument.name, "scalar", dialect).text.strip()))
    return call(node, dialect)


def name_only(node: w.Apply, dialect: Dialect) -> Piece:
    """A loss whose arguments the page names once: MSE, HMSE."""
    return Piece(text(node.function, dialect))


def loss(node: w.Apply, dialect: Dialect) -> Piece:
    return Piece(dialect.form("ell"))


def factorial(node: w.Apply, dialect: Dialect) -> Piece:
    return Piece(held(node.arguments[0], ATOM, dialect).text + "!", ATOM)


def divided(node: w.Apply, dialect: Dialect) -> Piece:
    inside = dialect.form("divided", *(text(argument, dialect) for argument in node.arguments))
    return applied(text(node.function, dialect), Piece(inside), dialect)


STYLES = {
    "call": call, "bare": bare, "exponential": exponential, "root": root, "bars": bars, "subscripted": subscripted,
    "overline": overline, "name": name_only, "loss": loss, "factorial": factorial, "divided": divided,
}  # fmt: skip
