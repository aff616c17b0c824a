"""Words of linear algebra: transposes, inverses, norms, special vectors and matrices."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language import shape as shapes
from calculus.language.node import LanguageError, Node, lift
from calculus.language.shape import SCALAR, Shape, Size
from calculus.language.symbols import Symbol


@dataclass(frozen=True)
class Transpose(Node):
    body: Node

    def measure(self) -> Shape:
        return self.body.shape[::-1]


@dataclass(frozen=True)
class Inverse(Node):
    """Inverse of a square matrix."""

    body: Node

    def measure(self) -> Shape:
        return shapes.square(self.body.shape, "an inverse")


@dataclass(frozen=True)
class Diag(Node):
    """The diagonal matrix that carries a vector."""

    body: Node

    def measure(self) -> Shape:
        rows, _ = shapes.column(self.body.shape, "the argument of Diag")
        return (rows, rows)


@dataclass(frozen=True)
class Trace(Node):
    body: Node

    def measure(self) -> Shape:
        shapes.square(self.body.shape, "a trace")
        return SCALAR


@dataclass(frozen=True)
class Inner(Node):
    """The inner product of two arrays of one shape: the sum of the products of their entries."""

    left: Node
    right: Node

    def measure(self) -> Shape:
        shapes.same(self.left.shape, self.right.shape, "the two sides of an inner product")
        return SCALAR


@dataclass(frozen=True)
class Determinant(Node):
    body: Node

    def measure(self) -> Shape:
        shapes.square(self.body.shape, "a determinant")
        return SCALAR


@dataclass(frozen=True)
class Eigenvalue(Node):
    """The smallest (`min`) or the largest (`max`) eigenvalue of a symmetric matrix."""

    which: str
    body: Node

    def measure(self) -> Shape:
        if self.which not in ("min", "max"):
            raise LanguageError(f"an eigenvalue is named by min or max, not {self.which!r}")
        shapes.square(self.body.shape, "an eigenvalue")
        return SCALAR


@dataclass(frozen=True)
class Norm(Node):
    """Euclidean norm of a vector, or the norm named by `order` (1, infinity, `F` for Frobenius)."""

    body: Node
    order: str = ""

    def measure(self) -> Shape:
        if self.order != "F":
            shapes.column(self.body.shape, "the argument of Norm")
        return SCALAR


@dataclass(frozen=True)
class Ones(Node):
    """The column of ones."""

    size: Size

    def measure(self) -> Shape:
        return (self.size, 1)


@dataclass(frozen=True)
class Identity(Node):
    """The identity matrix."""

    size: Size

    def measure(self) -> Shape:
        return (self.size, self.size)


@dataclass(frozen=True)
class Unit(Node):
    """The unit vector of one index, which carries the size."""

    index: Symbol

    def measure(self) -> Shape:
        return (self.index.kind.size, 1)


@dataclass(frozen=True)
class Column(Node):
    """A column written out entry by entry."""

    entries: tuple[Node, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "entries", tuple(map(lift, self.entries)))  # plain numbers may be typed
        super().__post_init__()

    def measure(self) -> Shape:
        for entry in self.entries:
            shapes.scalar(entry.shape, "an entry of a column")
        return (len(self.entries), 1)


@dataclass(frozen=True)
class Listing(Node):
    """The column of all values of a body over an index, shown as first, dots, last."""

    body: Node
    index: Symbol

    def measure(self) -> Shape:
        shapes.scalar(self.body.shape, "an entry of a column")
        return (self.index.kind.size, 1)

    @property
    def binds(self) -> Symbol:
        return self.index


@dataclass(frozen=True)
class Kronecker(Node):
    """Kronecker product of two matrices with sizes given by numbers or names joined by a dot."""

    left: Node
    right: Node

    def measure(self) -> Shape:
        def times(one: Size, other: Size) -> Size:
            return other if one == 1 else one if other == 1 else f"{one}·{other}"

        (rows, columns), (more, wide) = self.left.shape, self.right.shape
        return (times(rows, more), times(columns, wide))


@dataclass(frozen=True)
class Stacked(Node):
    """The columns of a matrix stacked into one column (vec)."""

    body: Node

    def measure(self) -> Shape:
        rows, columns = self.body.shape
        return (rows if columns == 1 else f"{columns}·{rows}", 1)
