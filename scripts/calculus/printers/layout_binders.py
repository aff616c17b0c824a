"""Arms for words that bind: sums, derivatives, limits, integrals, optima, cases."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, bracketed, held, joined, piece, text
from calculus.printers.layout_symbols import applied
from calculus.printers.piece import ATOM, POWER, PRODUCT, Piece, is_tall


def over_index(form: str, node: w.Bound, dialect: Dialect) -> Piece:
    """A big operator over an index, with its range where it is given."""
    body = held(node.body, PRODUCT, dialect)
    index = text(node.index, dialect)
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
    body = held(node.body, PRODUCT, dialect)
    return Piece(dialect.form("largest", text(node.index, dialect), body.text), PRODUCT, body.tall, True)


def is_name(node: Node) -> bool:
    """Whether a body is short enough to stand on top of the fraction of a derivative."""
    return isinstance(node, w.Symbol | w.Alias) or (
        isinstance(node, w.Apply) and isinstance(node.function, w.Known) and len(node.arguments) > 1
        and node.function.name not in ("maximum", "minimum", "huber", "divergence")
    )


def fraction_of(sign: str, body: Node, below: list[str], order: int, dialect: Dialect) -> Piece:
    """d or ∂ over the variables, with a short body on top and a longer one beside."""
    d = dialect.form(sign)
    top = dialect.form("superscript", d.strip(), str(order)) + " " if order > 1 else d
    under = "".join(f"{d}{name}" for name in below)
    if is_name(body):
        return Piece(dialect.form("fraction", f"{top}{text(body, dialect)}", under), PRODUCT, True)
    beside = held(body, PRODUCT, dialect)
    return Piece(dialect.form("beside", dialect.form("fraction", top.strip(), under), beside.text), PRODUCT, True, True)


@arm
def derivative(node: w.Derivative, dialect: Dialect) -> Piece:
    name = text(node.variable, dialect)
    if node.order > 1:
        name = dialect.form("superscript", name, str(node.order))
    return fraction_of("d", node.body, [name], node.order, dialect)


@arm
def partial(node: w.Partial, dialect: Dialect) -> Piece:
    """A partial of f(x) names f on top and the point after, so that the point is not taken for part of f."""
    below = [text(variable, dialect) for variable in node.variables]
    if isinstance(node.body, w.Apply) and isinstance(node.body.function, w.Symbol):
        front = fraction_of("partial", node.body.function, below, len(below), dialect)
        return applied(front.text, joined("comma", list(node.body.arguments), dialect), dialect).at(PRODUCT, tall=True)
    return fraction_of("partial", node.body, below, len(below), dialect)


def is_plain(node: Node, variable: Node) -> bool:
    """Whether a body is a function at just its variable, so that ∇f(x) says it all."""
    return isinstance(node, w.Apply) and node.arguments == (variable,) and not isinstance(node.function, w.Compose)


@arm
def gradient(node: w.Gradient, dialect: Dialect) -> Piece:
    body = held(node.body, PRODUCT, dialect)
    if isinstance(node.body, w.Multiply | w.Hadamard) and not body.text.startswith(("(", r"\left", r"\tfrac", "inline")):
        body = bracketed(body, dialect)
    if is_plain(node.body, node.variable):
        return Piece(dialect.form("nabla") + body.text, ATOM, body.tall)
    if isinstance(node.body, w.Apply) and isinstance(node.body.function, w.Symbol):
        body = Piece(dialect.form("thin", "", body.text), body.level, body.tall)
    return Piece(dialect.form("nabla of", text(node.variable, dialect).strip(), body.text), PRODUCT, body.tall, body.greedy)


@arm
def jacobian(node: w.Jacobian, dialect: Dialect) -> Piece:
    if is_plain(node.body, node.variable):
        name = dialect.form("subscript", dialect.form("vector", "J"), text(node.body.function, dialect).strip())
        return applied(name, piece(node.variable, dialect), dialect)
    below = [text(node.variable, dialect)]
    return fraction_of("partial", node.body, below, 1, dialect)


@arm
def hessian(node: w.Hessian, dialect: Dialect) -> Piece:
    front = dialect.form("superscript", dialect.form("nabla").strip(), "2")
    body = held(node.body, PRODUCT, dialect)
    if is_plain(node.body, node.variable):
        return Piece(front + " " + body.text, ATOM, body.tall)
    below = dialect.form("both scripts", dialect.form("nabla").strip(), text(node.variable, dialect), "2")
    return Piece(dialect.form("beside", below, body.text), PRODUCT, body.tall, True)


@arm
def directional(node: w.Directional, dialect: Dialect) -> Piece:
    name = dialect.form("subscript", "D", text(node.direction, dialect).strip())
    function = dialect.form("beside", name, text(node.function, dialect))
    return applied(function, piece(node.point, dialect), dialect)


@arm
def limit(node: w.Limit, dialect: Dialect) -> Piece:
    body = held(node.body, PRODUCT, dialect)
    target = text(node.target, dialect).strip()
    if node.side:
        target = dialect.form("superscript", target, node.side)
    return Piece(dialect.form("limit", text(node.variable, dialect), target, body.text), PRODUCT, True, True)


@arm
def integral(node: w.Integral, dialect: Dialect) -> Piece:
    bounds = (text(node.lower, dialect), text(node.upper, dialect))
    body, variable = held(node.body, PRODUCT, dialect).text, text(node.variable, dialect)
    return Piece(dialect.form("integral", *bounds, body, variable), PRODUCT, True, True)


OPTIMA = {"argmin": "arg\u2009min", "argmax": "arg\u2009max", "min": "min", "max": "max"}


@arm
def optimum(node: w.Optimum, dialect: Dialect) -> Piece:
    under = text(node.variable if node.subject is None else node.subject, dialect)
    body = held(node.body, PRODUCT, dialect)
    word = dialect.form("under word", OPTIMA[node.which], under)
    return Piece(dialect.form("thin", word, body.text), PRODUCT, True, True)


@arm
def expectation(node: w.Expectation, dialect: Dialect) -> Piece:
    return Piece(dialect.form("expectation", text(node.draw, dialect), text(node.body, dialect)), ATOM, True)


@arm
def at(node: w.At, dialect: Dialect) -> Piece:
    point = dialect.form("=", text(node.variable, dialect), text(node.value, dialect))
    return Piece(dialect.form("at", held(node.body, PRODUCT, dialect).text, point), POWER, True)


@arm
def cases(node: w.Cases, dialect: Dialect) -> Piece:
    rows = [
        dialect.form("case", text(value, dialect), text(test, dialect))
        for value, test in zip(node.values, node.tests, strict=True)
    ]
    return Piece(dialect.form("cases", dialect.form("next case").join(rows)), PRODUCT, True, True)


@arm
def indicator(node: w.Indicator, dialect: Dialect) -> Piece:
    body = piece(node.test, dialect)
    return Piece(dialect.form("indicator", body.text), ATOM, is_tall(body))
