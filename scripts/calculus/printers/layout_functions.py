"""Arms for a function at its arguments: f(x), sin x, eˣ, |r|, H_δ(r), and the other ways of writing one."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, bracketed, held, joined, piece, raised_text, text
from calculus.printers.layout_symbols import spelled
from calculus.printers.piece import ATOM, POWER, PRODUCT, Piece

BOXED = w.Divide | w.Sum  # arguments that need no brackets after a bare name: ln ∑, ln of a fraction


@arm
def apply(node: w.Apply, dialect: Dialect) -> Piece:
    base = base_of(node.function)
    style = KNOWN[base.name].style if isinstance(base, w.Known) else "call"
    return STYLES[style](node, dialect) if base is node.function or style == "subscripted" else call(node, dialect)


def base_of(function: Node) -> Node:
    """The function whose derivative a prime takes, or the function itself."""
    return function.body if isinstance(function, w.Prime) else function


def call(node: w.Apply, dialect: Dialect) -> Piece:
    """A function with its arguments in brackets."""
    function = held(node.function, POWER, dialect)
    return applied(function.text, listed(node.arguments, dialect), dialect)


def listed(arguments: tuple[Node, ...], dialect: Dialect) -> Piece:
    """Arguments between commas; a column that is written out needs no second brackets."""
    alone = arguments[0] if len(arguments) == 1 else None
    return joined("comma", list(alone.entries if isinstance(alone, w.Column) else arguments), dialect)


def applied(function: str, arguments: Piece, dialect: Dialect) -> Piece:
    """A function's text followed by its arguments in brackets."""
    inside = bracketed(arguments, dialect).text
    return Piece(dialect.form("application", function.rstrip(), inside), ATOM, arguments.tall)


def bare(node: w.Apply, dialect: Dialect) -> Piece:
    """A named function before a short argument needs no bracket: sin x, ln p, but ln(1 − p)."""
    argument = piece(node.arguments[0], dialect)
    closed = call(node, dialect)
    is_boxed = isinstance(node.arguments[0], BOXED) and not dialect.flat
    if (argument.level < ATOM and not is_boxed) or is_call(node.arguments[0], argument):
        return closed
    beside = dialect.form("beside", text(node.function, dialect), argument.text)
    return Piece(beside, PRODUCT, argument.tall, True, closed.text)


def is_call(node: Node, printed: Piece) -> bool:
    """Whether an argument is itself a function before its argument: ln(sin x), not ln sin x."""
    return isinstance(node, w.Apply) and printed.greedy


def exponential(node: w.Apply, dialect: Dialect) -> Piece:
    return Piece(dialect.form("exponential", raised_text(node.arguments[0], dialect).strip()), POWER)


def root(node: w.Apply, dialect: Dialect) -> Piece:
    body = piece(node.arguments[0], dialect)
    return Piece(dialect.form("root", body.text.strip()), POWER if dialect.flat else ATOM, body.tall)


def bars(node: w.Apply, dialect: Dialect) -> Piece:
    body = piece(node.arguments[0], dialect)
    return Piece(dialect.form("tall bars" if body.tall else "bars", body.text.strip()), ATOM, body.tall)


def subscripted(node: w.Apply, dialect: Dialect) -> Piece:
    """A function whose second argument is a parameter below its name: H_δ(r)."""
    argument, parameter = node.arguments
    form = "primed subscript" if isinstance(node.function, w.Prime) else "subscript"
    name = dialect.form(form, text(base_of(node.function), dialect), text(parameter, dialect).strip())
    return applied(name, piece(argument, dialect), dialect)


def overline(node: w.Apply, dialect: Dialect) -> Piece:
    """The mean of a vector: its letter, as a number, under a bar."""
    argument = node.arguments[0]
    if isinstance(argument, w.Symbol):
        return Piece(dialect.form("bar", spelled(argument.name, "scalar", dialect).text.strip()))
    return call(node, dialect)


def name_only(node: w.Apply, dialect: Dialect) -> Piece:
    """A loss whose arguments the page names once: ℓ, MSE, HMSE."""
    return piece(node.function, dialect)


def factorial(node: w.Apply, dialect: Dialect) -> Piece:
    body = held(node.arguments[0], ATOM, dialect)
    return Piece(dialect.form("factorial", body.text.strip()), POWER, body.tall)


def divided(node: w.Apply, dialect: Dialect) -> Piece:
    inside = dialect.form("divided", *(text(argument, dialect) for argument in node.arguments))
    return applied(text(node.function, dialect), Piece(inside), dialect)


STYLES = {
    "call": call, "bare": bare, "exponential": exponential, "root": root, "bars": bars, "subscripted": subscripted,
    "overline": overline, "name": name_only, "loss": name_only, "factorial": factorial, "divided": divided,
}  # fmt: skip
