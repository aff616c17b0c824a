"""Numbers, sums, products, fractions and powers, kept exactly as typed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from calculus.language import shape as shapes
from calculus.language.node import LanguageError, Node, lift
from calculus.language.shape import SCALAR, Shape, ShapeError, said


@dataclass(frozen=True)
class Number(Node):
    """A natural number; negative numbers and ratios are built from it by operators."""

    value: int


@dataclass(frozen=True)
class Constant(Node):
    """A constant with a name: pi, infinity, machine epsilon."""

    name: str


@dataclass(frozen=True)
class Add(Node):
    left: Node
    right: Node

    def measure(self) -> Shape:
        return shapes.same(self.left.shape, self.right.shape, "cannot add")


@dataclass(frozen=True)
class Subtract(Node):
    left: Node
    right: Node

    def measure(self) -> Shape:
        return shapes.same(self.left.shape, self.right.shape, "cannot subtract")


@dataclass(frozen=True)
class Negative(Node):
    body: Node

    def measure(self) -> Shape:
        return self.body.shape


@dataclass(frozen=True)
class Multiply(Node):
    """A product of scalars, of a scalar and an array, or of matrices."""

    left: Node
    right: Node

    def measure(self) -> Shape:
        return shapes.product(self.left.shape, self.right.shape, "the two factors")


@dataclass(frozen=True)
class Hadamard(Node):
    """Entry-by-entry product, typed `a @ b`."""

    left: Node
    right: Node

    def measure(self) -> Shape:
        return shapes.same(self.left.shape, self.right.shape, "an elementwise product")


@dataclass(frozen=True)
class Divide(Node):
    """A fraction; the denominator is a scalar."""

    left: Node
    right: Node

    def measure(self) -> Shape:
        if self.right.shape != SCALAR:
            raise ShapeError(f"cannot divide by a {said(self.right.shape)}; multiply by the inverse: A.I * b")
        return self.left.shape


@dataclass(frozen=True)
class Power(Node):
    base: Node
    exponent: Node

    def measure(self) -> Shape:
        shapes.scalar(self.exponent.shape, "an exponent")
        if self.base.shape != SCALAR and self.base.shape[0] != self.base.shape[1]:
            raise ShapeError(f"a {said(self.base.shape)} has no power; write x @ x for squares entry by entry")
        return self.base.shape


@dataclass(frozen=True)
class Group(Node):
    """Brackets that are meant, kept where the printer would leave them out."""

    body: Node

    def measure(self) -> Shape:
        return self.body.shape


def multiply(left: Node, right: Node) -> Node:
    """A product; a minus in front moves out, because Python binds it tighter than a reader does."""
    if isinstance(left, Negative):
        return Negative(multiply(left.body, right))
    return Multiply(left, right)


def divide(left: Node, right: Node) -> Node:
    """A fraction; a minus in front moves out."""
    if isinstance(left, Negative):
        return Negative(divide(left.body, right))
    return Divide(left, right)


def power(base: Node, exponent: Node) -> Node:
    """A power of a value; a function's repeated use has another word."""
    if base.is_function:
        raise LanguageError("a power of a function is ambiguous; apply it first: f(x) ** 2")
    return Power(base, exponent)


def Ratio(numerator: int, denominator: int) -> Node:
    """An exact ratio, where Python's `1 / 2` would be a rounded number."""
    return lift(numerator) / lift(denominator)


def as_fraction(node: Node) -> Fraction | None:
    """The rational number that a node spells, or None."""
    match node:
        case Number(value):
            return Fraction(value)
        case Negative(body) if (value := as_fraction(body)) is not None:
            return -value
        case Divide(left, right):
            over, under = as_fraction(left), as_fraction(right)
            return over / under if over is not None and under else None
    return None


half = Ratio(1, 2)
pi = Constant("pi")
oo = Constant("infinity")
