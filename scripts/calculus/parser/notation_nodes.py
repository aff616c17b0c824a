"""Nodes for what sentences write and formulas do not: lists, intervals, decimals, ratios on one line."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language import shape as shapes
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import SCALAR, Shape


@dataclass(frozen=True)
class Decimal(Node):
    """A decimal as it was typed, and an exact ratio in meaning: `digits` over a power of ten."""

    digits: int
    places: int

    @property
    def ratio(self) -> Node:
        """The ratio that the decimal stands for."""
        return w.Divide(w.Number(self.digits), w.Number(10**self.places))


@dataclass(frozen=True)
class Slashed(Node):
    """A fraction on one line."""

    left: Node
    right: Node

    def measure(self) -> Shape:
        return w.Divide(self.left, self.right).shape


@dataclass(frozen=True)
class Percent(Node):
    """A number of hundredths."""

    body: Node


@dataclass(frozen=True)
class Euler(Node):
    """The base of the exponential."""


@dataclass(frozen=True)
class By(Node):
    """Two sizes with a cross between them, as in an m×n matrix."""

    left: Node
    right: Node


@dataclass(frozen=True)
class Dots(Node):
    """What is left out of a list."""


@dataclass(frozen=True)
class Listed(Node):
    """Things named one after the other, in brackets or not."""

    items: tuple[Node, ...]
    brackets: str = ""  # nothing, round or braces


@dataclass(frozen=True)
class Row(Node):
    """Numbers in square brackets that still wait for their transpose."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Interval(Node):
    """The numbers between two ends; a square bracket takes its end in."""

    lower: Node
    upper: Node
    brackets: str = "[]"

    def measure(self) -> Shape:
        shapes.scalar(self.lower.shape, "the end of an interval")
        return shapes.scalar(self.upper.shape, "the end of an interval")


@dataclass(frozen=True)
class Raised(Node):
    """A letter that belongs to a layer or a step, written in brackets above it."""

    body: Node
    label: Node

    def measure(self) -> Shape:
        return self.body.shape


@dataclass(frozen=True)
class Parametrized(Node):
    """A known function named with its parameter, before it meets an argument."""

    function: Node
    parameter: Node

    @property
    def is_function(self) -> bool:
        return True


@dataclass(frozen=True)
class Curvature(Node):
    """The second derivatives of a function, itself a function."""

    function: Node

    @property
    def is_function(self) -> bool:
        return True


@dataclass(frozen=True)
class Landau(Node):
    """What is small against, or of the order of, a size; it has the shape of what it is added to."""

    size: Node
    letter: str = "o"
    beside: Shape = SCALAR

    def measure(self) -> Shape:
        return self.beside


@dataclass(frozen=True)
class Law(Node):
    """A named probability distribution with its parameters."""

    name: str
    parameters: tuple[Node, ...]


@dataclass(frozen=True)
class Loose(w.Statement):
    """A chain with a sign that the language cannot decide: nearly, towards, distributed as, becomes."""

    terms: tuple[Node, ...]
    signs: tuple[str, ...]


NOT_NUMBERS = (Listed, Row, Interval, Dots, Law, By)  # what no sum or product can be made with
