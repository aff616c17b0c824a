"""Arms for derivatives: d/dx, ∂/∂x, gradients, Jacobians, Hessians, derivatives along a direction."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.printers.dialects import Dialect
from calculus.printers.layout import BIG, arm, bracketed, edge, held, is_worded, piece, raised, text
from calculus.printers.layout_functions import applied, listed
from calculus.printers.piece import ATOM, PRODUCT, Piece


def is_name(node: Node) -> bool:
    """Whether a body is short enough to stand on top of the fraction of a derivative."""
    if isinstance(node, w.Apply) and isinstance(node.function, w.Known):
        return KNOWN[node.function.name].style in ("name", "loss")
    return isinstance(node, w.Symbol | w.Alias | w.Entry)


def fraction_of(sign: str, body: Node, below: list[str], order: int, dialect: Dialect) -> Piece:
    """d or ∂ over the variables, with a short body on top and a longer one beside."""
    d = dialect.form(sign)
    top = dialect.form("superscript", d.strip(), str(order)) + dialect.gap if order > 1 else d
    under = dialect.gap.join(f"{d}{name.strip()}" for name in below)
    if is_name(body):
        return Piece(dialect.form("fraction", f"{top}{text(body, dialect).strip()}", under), PRODUCT, True)
    beside, first = held(body, PRODUCT, dialect), edge(body, "left")
    if isinstance(body, w.Multiply) and isinstance(first, w.Divide) and as_fraction(first) is None:
        beside = bracketed(beside, dialect)  # two fractions side by side would read as a product
    form = "operator" if is_worded(first) or isinstance(first, BIG) else "thin"
    return Piece(dialect.form(form, dialect.form("fraction", top.strip(), under), beside.text), PRODUCT, True, True)


@arm
def derivative(node: w.Derivative, dialect: Dialect) -> Piece:
    name = text(node.variable, dialect)
    if node.order > 1:
        name = raised(piece(node.variable, dialect), str(node.order), dialect).text
    return fraction_of("d", node.body, [name], node.order, dialect)


@arm
def partial(node: w.Partial, dialect: Dialect) -> Piece:
    """A partial of f(x) names f on top and the point after, so that the point is not taken for part of f."""
    below = [text(variable, dialect) for variable in node.variables]
    if isinstance(node.body, w.Apply) and isinstance(node.body.function, w.Symbol):
        front = fraction_of("partial", node.body.function, below, len(below), dialect)
        return applied(front.text, listed(node.body.arguments, dialect), dialect).at(PRODUCT, tall=True)
    return fraction_of("partial", node.body, below, len(below), dialect)


def is_plain(node: Node, variable: Node) -> bool:
    """Whether a body is a function at just its variable, so that ∇f(x) says it all."""
    return isinstance(node, w.Apply) and node.arguments == (variable,) and not isinstance(node.function, w.Compose)


@arm
def gradient(node: w.Gradient, dialect: Dialect) -> Piece:
    body = differentiated(node.body, dialect)
    if is_plain(node.body, node.variable):
        return Piece(dialect.form("nabla") + body.text, ATOM, body.tall)
    front = dialect.form("subscript", dialect.form("nabla").strip(), text(node.variable, dialect).strip())
    return operated(front, node.body, body, dialect)


@arm
def hessian(node: w.Hessian, dialect: Dialect) -> Piece:
    nabla, body = dialect.form("nabla").strip(), differentiated(node.body, dialect)
    if is_plain(node.body, node.variable):
        front = dialect.form("superscript", nabla, "2")
        return Piece(dialect.form("beside", front, body.text), ATOM, body.tall)
    front = dialect.form("both scripts", nabla, text(node.variable, dialect).strip(), "2")
    return operated(front, node.body, body, dialect)


def differentiated(node: Node, dialect: Dialect) -> Piece:
    """What a gradient is taken of: a product is bracketed, unless a small ratio in front opens it."""
    body = held(node, PRODUCT, dialect)
    is_scaled = as_fraction(edge(node, "left")) is not None
    return bracketed(body, dialect) if isinstance(node, w.Multiply | w.Hadamard) and not is_scaled else body


def operated(front: str, node: Node, body: Piece, dialect: Dialect) -> Piece:
    """An operator before its body, with a little space before a small ratio or the name of a function."""
    opens = as_fraction(edge(node, "left")) is not None or (isinstance(node, w.Apply) and not is_name(node))
    form = "thin" if opens else "beside"
    return Piece(dialect.form(form, front, body.text), PRODUCT, body.tall, body.greedy or body.level == PRODUCT)


@arm
def jacobian(node: w.Jacobian, dialect: Dialect) -> Piece:
    """J_f(x), or J_p(z) for a value with a name of its own; else the fraction of partial derivatives."""
    if is_plain(node.body, node.variable) or isinstance(node.body, w.Alias | w.Symbol):
        of = node.body.function if isinstance(node.body, w.Apply) else node.body
        name = dialect.form("subscript", dialect.form("vector", "J"), text(of, dialect).strip())
        return applied(name, piece(node.variable, dialect), dialect)
    return fraction_of("partial", node.body, [text(node.variable, dialect)], 1, dialect)


@arm
def directional(node: w.Directional, dialect: Dialect) -> Piece:
    name = dialect.form("subscript", "D", text(node.direction, dialect).strip())
    function = dialect.form("beside", name, text(node.function, dialect))
    return applied(function, piece(node.point, dialect), dialect)
