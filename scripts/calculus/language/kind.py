"""What a kind is: the annotation of a parameter is its shape, its domain, its printing and its condition."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from calculus.language.node import LanguageError
from calculus.language.shape import SCALAR, Shape, ShapeError, Size, said


@dataclass(frozen=True)
class Kind:
    """What a symbol is. `role` decides the letter's style: scalar, vector, matrix, function, index, size."""

    role = "scalar"
    is_function = False
    member = None

    @property
    def shape(self) -> Shape:
        return SCALAR


@dataclass(frozen=True)
class Number(Kind):
    """A real number in an interval (open unless `closed`), whole or not, zero excluded or not."""

    lower: Fraction | int | None = None
    upper: Fraction | int | None = None
    closed: bool = False
    whole: bool = False
    nonzero: bool = False


@dataclass(frozen=True)
class SizeKind(Kind):
    """A size used as a number: how many entries the arrays with this name in their shape have."""

    role = "size"


@dataclass(frozen=True)
class IndexKind(Kind):
    """An index that runs from 1 to a size."""

    size: Size
    role = "index"


@dataclass(frozen=True)
class Array(Kind):
    """A vector or matrix of named sizes; `trait` narrows what is drawn: unit, simplex, symmetric, invertible, …"""

    rows: Size
    columns: Size = 1
    trait: str = ""

    @property
    def role(self) -> str:  # type: ignore[override]
        return "vector" if self.columns == 1 else "matrix"

    @property
    def shape(self) -> Shape:
        return (self.rows, self.columns)


OF_A_PLACE = ("level curve", "punctured", "any", "zero", "squeezed")  # traits whose parameter is no constant


@dataclass(frozen=True)
class FunctionKind(Kind):
    """A function between spaces; `trait` is the hypothesis on it, `parameter` names its constant or partner."""

    inputs: Size = 1
    outputs: Size = 1
    trait: str = "differentiable"
    parameter: str = ""
    arity: int = 1
    columns: Size = 1
    role = "function"
    is_function = True

    @property
    def constants(self) -> tuple[str, ...]:
        """The names of the numbers the hypothesis is about: its Lipschitz constant, its least curvature."""
        return () if self.trait in OF_A_PLACE else tuple(self.parameter.split())

    def value_shape(self, arguments: tuple[Shape, ...]) -> Shape:
        """Shape of the value; a function of one number acts on a vector entry by entry."""
        if len(arguments) != self.arity:
            raise LanguageError(f"the function takes {self.arity} argument(s), got {len(arguments)}")
        if self.inputs == 1 and self.outputs == 1:
            return arguments[0]
        if arguments[0] != (self.inputs, self.columns):
            raise ShapeError(f"the function takes a {said((self.inputs, self.columns))}, got a {said(arguments[0])}")
        return (self.outputs, 1)


@dataclass(frozen=True)
class Dependent(Kind):
    """A number that depends on one variable and prints bare, as in (uv)′ = u′v + uv′."""

    variable: str
    trait: str = "differentiable"


@dataclass(frozen=True)
class Special(Kind):
    """A point singled out by a function, such as a local extremum of it or a point between two others."""

    trait: str
    of: str = ""
    rows: Size = 1

    @property
    def role(self) -> str:  # type: ignore[override]
        return "scalar" if self.rows == 1 else "vector"

    @property
    def shape(self) -> Shape:
        return (self.rows, 1)


@dataclass(frozen=True)
class FamilyKind(Kind):
    """Members of one kind counted by an index, or a sequence when no size is given."""

    of: Any
    size: Size | None = None

    @property
    def role(self) -> str:  # type: ignore[override]
        return self.of.role

    @property
    def member(self) -> Any:  # type: ignore[override]
        return self.of

    @property
    def shape(self) -> Shape:
        return self.of.shape


@dataclass(frozen=True)
class LayerKind(Kind):
    """A quantity each layer of a network has one of: `W[l]` is n_l × n_(l-1), all others are columns of n_l."""

    quantity: str

    @property
    def role(self) -> str:  # type: ignore[override]
        return "matrix" if self.quantity == "weights" else "vector"

    def entry_shape(self, index: Any) -> Shape:
        """Shape of the quantity of one layer, in widths named by the layer."""
        width = layer_width(index)
        return (width, layer_width(index - 1)) if self.quantity == "weights" else (width, 1)


def layer_width(index: Any) -> Size:
    """The name of a layer's width, the same however the index was written: l + 1 - 1 is l."""
    base, offset = offset_of(index)
    return f"n_{base}{offset:+d}" if base and offset else f"n_{base or offset}"


def offset_of(index: Any) -> tuple[str, int]:
    """An index as a letter and a whole number added to it; a plain number has no letter."""
    if hasattr(index, "value"):
        return "", index.value
    if hasattr(index, "name"):
        return index.name, 0
    base, offset = offset_of(index.left)
    step = getattr(index.right, "value", 0)
    return base, offset + (step if type(index).__name__ == "Add" else -step)


@dataclass(frozen=True)
class SubsetKind(Kind):
    """A set of a given number of indices drawn uniformly from 1 to a size."""

    count: Size
    size: Size
    role = "set"


@dataclass(frozen=True)
class Maker:
    """A kind that still needs its sizes: `Vector["n"]`, `Matrix["m", "n"]`."""

    word: str
    build: Any
    takes: int

    def __getitem__(self, sizes: Any) -> Kind:
        given = sizes if isinstance(sizes, tuple) else (sizes,)
        if len(given) != self.takes:
            raise LanguageError(f"{self.word} takes {self.takes} name(s), got {len(given)}: write {self.example}")
        return self.build(*given)

    @property
    def example(self) -> str:
        return f"{self.word}[{', '.join(repr(name) for name in ('n', 'm', 'k')[: self.takes])}]"
