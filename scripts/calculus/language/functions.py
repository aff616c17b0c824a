"""Functions the site knows by name, functions made from functions, and applying either."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language import shape as shapes
from calculus.language.node import LanguageError, Node
from calculus.language.shape import SCALAR, Shape, ShapeError


@dataclass(frozen=True)
class Row:
    """One row of the table of known functions: how many arguments, what shape comes out, how it is written.

    `shape` is `each` (entry by entry), `same` (vector in, same vector out), `scalar` (arrays in, number out).
    `style` is a layout: `call` f(x), `bare` sin x, or the name of a special form of the printers.
    """

    arity: int | None
    shape: str
    style: str
    spoken: str


KNOWN: dict[str, Row] = {
    "exp": Row(1, "each", "exponential", "e to the power"),
    "ln": Row(1, "each", "bare", "the natural logarithm of"),
    "sin": Row(1, "each", "bare", "sine of"),
    "cos": Row(1, "each", "bare", "cosine of"),
    "tanh": Row(1, "each", "bare", "hyperbolic tangent of"),
    "cosh": Row(1, "each", "bare", "hyperbolic cosine of"),
    "sqrt": Row(1, "each", "root", "the square root of"),
    "sign": Row(1, "each", "call", "sign of"),
    "absolute": Row(1, "each", "bars", "the absolute value of"),
    "sigmoid": Row(1, "each", "call", "sigma of"),
    "softplus": Row(1, "each", "call", "softplus of"),
    "relu": Row(1, "each", "call", "ReLU of"),
    "silu": Row(1, "each", "call", "SiLU of"),
    "logit": Row(1, "each", "call", "logit of"),
    "huber": Row(2, "each", "subscripted", "the Huber loss of"),
    "factorial": Row(1, "scalar", "factorial", "factorial"),
    "maximum": Row(None, "scalar", "call", "the maximum of"),
    "minimum": Row(None, "scalar", "call", "the minimum of"),
    "softmax": Row(1, "same", "call", "softmax of"),
    "log_sum_exp": Row(1, "scalar", "call", "log-sum-exp of"),
    "mean": Row(1, "scalar", "overline", "the mean of"),
    "median": Row(1, "scalar", "call", "the median of"),
    "mean_squared_error": Row(2, "scalar", "name", "the mean squared error"),
    "half_mean_squared_error": Row(2, "scalar", "name", "half the mean squared error"),
    "mean_absolute_error": Row(2, "scalar", "name", "the mean absolute error"),
    "half_squared_error": Row(2, "scalar", "loss", "the half squared error"),
    "binary_cross_entropy": Row(2, "scalar", "loss", "the binary cross-entropy"),
    "cross_entropy": Row(2, "scalar", "loss", "the cross-entropy"),
    "entropy": Row(1, "scalar", "call", "the entropy of"),
    "crossed_entropy": Row(2, "scalar", "call", "the cross-entropy of"),
    "divergence": Row(2, "scalar", "divided", "the Kullback–Leibler divergence of"),
}


@dataclass(frozen=True)
class Known(Node):
    """A function of the table, by name."""

    name: str

    @property
    def is_function(self) -> bool:
        return True

    @property
    def prime(self) -> Prime:
        """The derivative in the first argument, itself a function."""
        return Prime(self)


@dataclass(frozen=True)
class Prime(Node):
    """The derivative f′ of a function, or of a quantity that depends on one variable."""

    body: Node
    order: Node | None = None  # none is the first derivative; two and three print as dashes
    numbers = ("order",)

    def measure(self) -> Shape:
        return self.body.shape

    @property
    def is_function(self) -> bool:
        return self.body.is_function

    @property
    def prime(self) -> Prime:
        """The second derivative."""
        from calculus.language.arithmetic import Number

        return Prime(self.body, Number(2))


@dataclass(frozen=True)
class Nabla(Node):
    """The gradient ∇f of a function of a vector, itself a function."""

    function: Node

    @property
    def is_function(self) -> bool:
        return True


@dataclass(frozen=True)
class InverseFunction(Node):
    """The inverse f⁻¹ of a function of one number."""

    function: Node

    @property
    def is_function(self) -> bool:
        return True

    @property
    def prime(self) -> Prime:
        return Prime(self)


@dataclass(frozen=True)
class Compose(Node):
    """The function `outer ∘ inner`."""

    outer: Node
    inner: Node

    def measure(self) -> Shape:
        if not (self.outer.is_function and self.inner.is_function):
            raise LanguageError("Compose joins two functions; write Compose(f, g), not their values")
        return SCALAR

    @property
    def is_function(self) -> bool:
        return True

    @property
    def prime(self) -> Prime:
        return Prime(self)


@dataclass(frozen=True)
class Apply(Node):
    """A function at its arguments."""

    function: Node
    arguments: tuple[Node, ...]

    def measure(self) -> Shape:
        return value_shape(self.function, tuple(argument.shape for argument in self.arguments))


def apply(function: Node, arguments: tuple[Node, ...]) -> Apply:
    """The application, or the sentence for a name that is no function."""
    if not function.is_function:
        name = getattr(function, "name", "this")
        raise LanguageError(f"{name} is not a function; write {name} * (...) for a product")
    return Apply(function, arguments)


def value_shape(function: Node, inputs: tuple[Shape, ...]) -> Shape:
    """Shape of a function's value for arguments of these shapes."""
    match function:
        case Known(name):
            return known_shape(name, inputs)
        case Nabla():
            return inputs[0]
        case Compose(outer, inner):
            return value_shape(outer, (value_shape(inner, inputs),))
        case Prime(body) | InverseFunction(body):
            return value_shape(body, inputs)
    return function.kind.value_shape(inputs) if hasattr(function, "kind") else member_shape(function, inputs)


def member_shape(function: Node, inputs: tuple[Shape, ...]) -> Shape:
    """Shape of the value of one member of a family of functions."""
    return function.array.kind.member.value_shape(inputs)


def known_shape(name: str, inputs: tuple[Shape, ...]) -> Shape:
    """Shape of a known function's value; a wrong count or a row vector is answered here."""
    row = KNOWN[name]
    if row.arity is not None and len(inputs) != row.arity:
        raise LanguageError(f"{name} takes {row.arity} argument(s), got {len(inputs)}")
    if row.shape == "each":
        return inputs[0]
    if row.shape == "same" or (row.arity is not None and inputs[0] != SCALAR):
        for shape in inputs:
            shapes.column(shape, f"the argument of {name}")
            if shape[0] != inputs[0][0]:
                raise ShapeError(f"the arguments of {name} differ in length: {inputs[0][0]} and {shape[0]}")
    return inputs[0] if row.shape == "same" else SCALAR
