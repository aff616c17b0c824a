"""Names of functions in both dialects, and calls of the functions the site knows."""

from __future__ import annotations

import ast

from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.source.dialects import NUMPY, Dialect
from calculus.source.expressions import identifier, place
from calculus.source.syntax import Code, fill, name, opposite

# A known function that is not listed here is defined in the snippet.
LIBRARY: dict[str, tuple[str, str]] = {
    "exp": ("np.exp", "sp.exp"),
    "ln": ("np.log", "sp.log"),
    "sin": ("np.sin", "sp.sin"),
    "cos": ("np.cos", "sp.cos"),
    "tanh": ("np.tanh", "sp.tanh"),
    "cosh": ("np.cosh", "sp.cosh"),
    "sqrt": ("np.sqrt", "sp.sqrt"),
    "sign": ("np.sign", "sp.sign"),
    "absolute": ("np.abs", "sp.Abs"),
    "maximum": ("np.maximum", "sp.Max"),
    "minimum": ("np.minimum", "sp.Min"),
    "mean": ("np.mean", "mean"),
    "median": ("np.median", "median"),
    "factorial": ("math.factorial", "sp.factorial"),
}
BY_ORDER = {1: "prime", 2: "second", 3: "third"}


def known_name(function: w.Known, dialect: Dialect) -> Code:
    """A known function's name: the library's, or that of its definition."""
    return fill(LIBRARY[function.name][dialect.column]) if function.name in LIBRARY else name(function.name)


def known_call(function: w.Known, arguments: list[Code], dialect: Dialect) -> Code:
    """A known function at its arguments; the extreme of several numbers is taken two by two."""
    if function.name in ("maximum", "minimum") and len(arguments) > 2 and dialect.is_numpy:
        inner = known_call(function, arguments[1:], dialect)
        return ast.Call(known_name(function, dialect), [arguments[0], inner], [])
    if function.name == "ln" and dialect.is_numpy:
        return logarithm(arguments[0])
    return ast.Call(known_name(function, dialect), arguments, [])


def logarithm(argument: Code) -> Code:
    """The logarithm; of one plus or minus something in the form that keeps its digits."""
    match argument:
        case ast.BinOp(ast.Constant(1), ast.Add(), small):
            return fill("np.log1p(_0)", small)
        case ast.BinOp(ast.Constant(1), ast.Sub(), small):
            return fill("np.log1p(_0)", opposite(small))
    return fill("np.log(_0)", argument)


def is_elementwise(function: Node) -> bool:
    """Whether a function of one number is meant, which acts on an array entry by entry."""
    match function:
        case w.Known(text):
            return KNOWN[text].shape == "each"
        case w.Prime(body) | w.InverseFunction(body):
            return is_elementwise(body)
        case w.Symbol() | w.Entry():
            kind = getattr(function, "kind", None) or function.array.kind.member
            return (kind.inputs, kind.outputs) == (1, 1)
    return False


def order_of(function: w.Prime) -> int | None:
    """The order of a derivative, or None where it is not a plain number."""
    return 1 if function.order is None else getattr(function.order, "value", None)


def derived(function: Node, suffix: str) -> Code:
    """The name under which a function's derivative, gradient or inverse is passed in."""
    if isinstance(function, w.Entry):
        (index,) = function.indices
        return ast.Subscript(derived(function.array, suffix), place(index, NUMPY), ast.Load())
    return name(f"{identifier(function.name)}_{suffix}")


def parameter(argument: Code) -> str:
    """A name for the moving argument of a derivative: the letter it is taken at, where there is one."""
    return argument.id if isinstance(argument, ast.Name) else "point"
