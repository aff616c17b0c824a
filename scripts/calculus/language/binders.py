"""Words that bind a symbol: sums, derivatives, limits, integrals, optima, expectations."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language import shape as shapes
from calculus.language.functions import Apply
from calculus.language.kind import FunctionKind, Number
from calculus.language.node import LanguageError, Node
from calculus.language.shape import SCALAR, Shape, ShapeError, said
from calculus.language.symbols import Symbol


@dataclass(frozen=True)
class Bound(Node):
    """A body over an index, with its range where the index's kind does not say it."""

    body: Node
    index: Symbol
    lower: Node | None = None
    upper: Node | None = None
    over: Symbol | None = None  # a drawn set of indices, in place of a range
    numbers = ("body", "lower", "upper")

    def measure(self) -> Shape:
        if self.over is None and self.lower is None and getattr(self.index.kind, "size", None) is None:
            raise LanguageError(f"the range of {self.index.name} is not clear; write its lower and upper bound")
        return self.body.shape

    @property
    def binds(self) -> Symbol:
        return self.index


@dataclass(frozen=True)
class Sum(Bound):
    """A sum over an index."""


@dataclass(frozen=True)
class Product(Bound):
    """A product over an index, in the index's order."""


@dataclass(frozen=True)
class Largest(Bound):
    """The largest value of a body over an index."""


@dataclass(frozen=True)
class Derivative(Node):
    """The ordinary derivative d/dx of a body that depends on one scalar."""

    body: Node
    variable: Node
    order: int = 1

    def measure(self) -> Shape:
        shapes.scalar(self.variable.shape, "the variable of a derivative")
        return self.body.shape


@dataclass(frozen=True)
class Partial(Node):
    """A partial derivative; more than one variable means a mixed one, taken from the right."""

    body: Node
    variables: tuple[Node, ...]

    def measure(self) -> Shape:
        for variable in self.variables:
            shapes.scalar(variable.shape, "the variable of a partial derivative")
        return shapes.scalar(self.body.shape, "the body of a partial derivative")


def partial(body: Node, *variables: Node) -> Partial:
    """The partial derivative of a body in one variable, or in several in turn."""
    return Partial(body, variables)


@dataclass(frozen=True)
class Gradient(Node):
    """The gradient, with the shape of the variable (the site's convention: a column for a column)."""

    body: Node
    variable: Node

    def measure(self) -> Shape:
        shapes.scalar(self.body.shape, "what a gradient is taken of")
        return self.variable.shape


@dataclass(frozen=True)
class Jacobian(Node):
    """The m×n matrix of partial derivatives, rows for outputs, columns for inputs."""

    body: Node
    variable: Node

    def measure(self) -> Shape:
        rows, _ = shapes.column(self.body.shape, "what a Jacobian is taken of")
        columns, _ = shapes.column(self.variable.shape, "the variable of a Jacobian")
        return (rows, columns)


@dataclass(frozen=True)
class Hessian(Node):
    """The square matrix of second partial derivatives."""

    body: Node
    variable: Node

    def measure(self) -> Shape:
        shapes.scalar(self.body.shape, "what a Hessian is taken of")
        rows, _ = shapes.column(self.variable.shape, "the variable of a Hessian")
        return (rows, rows)


@dataclass(frozen=True)
class Directional(Node):
    """The derivative of a function of a vector along a direction, at a point."""

    function: Node
    point: Node
    direction: Node

    def measure(self) -> Shape:
        shapes.same(self.point.shape, self.direction.shape, "point and direction")
        return SCALAR


@dataclass(frozen=True)
class Limit(Node):
    """A limit of a body; two-sided unless `side` is `+` or `-`."""

    body: Node
    variable: Symbol
    target: Node
    side: str = ""
    numbers = ("target",)

    def measure(self) -> Shape:
        if self.side not in ("", "+", "-"):
            raise LanguageError(f"the side of a limit is '+', '-' or nothing, not {self.side!r}")
        return self.body.shape

    @property
    def binds(self) -> Symbol:
        return self.variable


@dataclass(frozen=True)
class Integral(Node):
    """A definite integral."""

    body: Node
    variable: Symbol
    lower: Node
    upper: Node
    numbers = ("body", "lower", "upper")

    def measure(self) -> Shape:
        return shapes.scalar(self.body.shape, "an integrand")

    @property
    def binds(self) -> Symbol:
        return self.variable


@dataclass(frozen=True)
class Optimum(Node):
    """`argmin`, `argmax`, `min` or `max` of a body over a symbol, under a condition if one is given."""

    which: str
    body: Node
    variable: Symbol
    subject: Node | None = None

    def measure(self) -> Shape:
        if self.which not in ("argmin", "argmax", "min", "max"):
            raise LanguageError(f"an optimum is argmin, argmax, min or max, not {self.which!r}")
        shapes.scalar(self.body.shape, "what is optimized")
        return self.variable.shape if self.which.startswith("arg") else SCALAR

    @property
    def binds(self) -> Symbol:
        return self.variable


@dataclass(frozen=True)
class Expectation(Node):
    """The mean of a body over the draws of a random symbol."""

    body: Node
    draw: Symbol

    def measure(self) -> Shape:
        return self.body.shape

    @property
    def binds(self) -> Symbol:
        return self.draw


def density_of(draw: Symbol) -> Node:
    """The density of a random number, at that number."""
    name, *parameters = draw.kind.of.split()
    density = Symbol(name, FunctionKind(trait="density", arity=1 + len(parameters)))
    return Apply(density, (draw, *(Symbol(parameter, Number()) for parameter in parameters)))


@dataclass(frozen=True)
class At(Node):
    """A body with its variable set to a value, shown with an evaluation bar."""

    body: Node
    variable: Symbol
    value: Node
    numbers = ("value",)

    def measure(self) -> Shape:
        if self.variable.shape != self.value.shape:
            raise ShapeError(f"{self.variable.name} is a {said(self.variable.shape)}, not a {said(self.value.shape)}")
        return self.body.shape

    @property
    def binds(self) -> Symbol:
        return self.variable
