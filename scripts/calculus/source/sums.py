"""NumPy's sums: over whole arrays where that says the same, else over a loop."""

from __future__ import annotations

import ast
from copy import deepcopy

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.language.symbols import free_symbols
from calculus.source.arrays import looped
from calculus.source.counts import counted_from_one
from calculus.source.dialects import NUMPY, SYMPY, Dialect, code, numpy_arms, sympy_arms
from calculus.source.expressions import identifier, size
from calculus.source.functions import is_elementwise
from calculus.source.syntax import Code, call, constant, fill, free_names, name, plus

arm = numpy_arms.register
ARITHMETIC = w.Add | w.Subtract | w.Negative | w.Multiply | w.Divide | w.Power | w.Group
BROADCAST = ARITHMETIC | w.Symbol | w.Relation | w.Cases | w.Indicator


def is_whole(node: w.Bound) -> bool:
    """Whether an index runs over all entries, as its kind says."""
    if node.over is not None or not isinstance(node.index.kind, k.IndexKind):
        return False
    return node.lower is None or (node.lower == w.Number(1) and names(node.upper, node.index.kind.size))


def names(node: Node, length: Size) -> bool:
    """Whether a node is just a size."""
    return getattr(node, "name", getattr(node, "value", None)) == length


def loop(node: w.Bound, dialect: Dialect, form: type = ast.GeneratorExp) -> Code:
    """The body's values over the index, one after another."""
    if is_whole(node):
        return looped(form, node.body, node.index, dialect)
    if node.over is not None:
        drawn_set = ast.comprehension(name(identifier(node.index.name)), name(identifier(node.over.name)), [], 0)
        return form(code(node.body, dialect), [drawn_set])
    counter = w.Symbol(node.index.name, counted_from_one(node.index))
    body = code(node.body.substitute({node.index: counter}), dialect)
    lower, end = code(node.lower, dialect), plus(code(node.upper, dialect), constant(1))
    counted = call("range", end) if node.lower == w.Number(0) else call("range", lower, end)
    return form(body, [ast.comprehension(name(identifier(node.index.name)), counted, [], 0)])


def vectorized(node: w.Bound) -> Code | None:
    """The body over whole arrays instead of their entries, or None where that would not mean the same."""
    if not is_whole(node) or not spreads(node.body, node.index):
        return None
    letter = identifier(node.index.name)
    tree = Whole(letter).visit(deepcopy(code(node.body, NUMPY)))
    return None if letter in free_names(tree) else tree


def spreads(node: Node, index: w.Symbol) -> bool:
    """Whether everything that depends on the index works entry by entry."""
    if index.name not in free_symbols(node):
        return True
    match node:
        case w.Entry(array, _):
            return index.name not in free_symbols(array) and not isinstance(getattr(array, "kind", None), k.FamilyKind)
        case w.Apply(function, arguments):
            known = isinstance(function, w.Known) and (KNOWN[function.name].shape == "each" or len(arguments) > 1)
            entrywise = known if isinstance(function, w.Known) else is_elementwise(function)
            return entrywise and index.name not in free_symbols(function) and all(spreads(a, index) for a in arguments)
    return isinstance(node, BROADCAST) and node.is_scalar and all(spreads(child, index) for child in node.children)


class Whole(ast.NodeTransformer):
    """Replaces entries at one index by all of them."""

    def __init__(self, letter: str) -> None:
        self.letter = letter

    def visit_Subscript(self, node: ast.Subscript) -> Code:
        self.generic_visit(node)
        match node.slice:
            case ast.Name(self.letter):
                return node.value
            case ast.Tuple([ast.Name(self.letter), other]):
                return fill("_0[:, _1]", node.value, other)
            case ast.Tuple([other, ast.Name(self.letter)]):
                return ast.Subscript(node.value, other, ast.Load())
        return node


@arm
def sum_(node: w.Sum, dialect: Dialect) -> Code:
    whole = vectorized(node) if node.is_scalar else None
    return call("sum", loop(node, dialect)) if whole is None else call("np.sum", whole)


@arm
def largest(node: w.Largest, dialect: Dialect) -> Code:
    whole = vectorized(node)
    return dialect.form("largest", loop(node, dialect)) if whole is None else call("np.max", whole)


@arm
def product(node: w.Product, dialect: Dialect) -> Code:
    if not node.is_scalar:
        return call("functools.reduce", name("np.matmul"), loop(node, dialect, ast.ListComp))
    whole = vectorized(node)
    return call("np.prod", loop(node, dialect, ast.ListComp) if whole is None else whole)


def weighed(node: w.Expectation) -> w.Integral:
    """The mean of a random number's function as the integral that defines it."""
    infinity = w.Constant("infinity")
    return w.Integral(node.body * w.density_of(node.draw), node.draw, -infinity, infinity)


@arm
def expectation(node: w.Expectation, dialect: Dialect) -> Code:
    if isinstance(node.draw.kind, k.Special):
        return code(weighed(node), dialect)
    return call("np.mean", drawn(node, ast.ListComp, dialect), **({} if node.is_scalar else {"axis": constant(0)}))


def drawn(node: w.Expectation, form: type, dialect: Dialect) -> Code:
    """The body for every draw: each index, or each set of indices, as likely as any other."""
    kind = node.draw.kind
    if isinstance(kind, k.IndexKind):
        return looped(form, node.body, node.draw, dialect)
    draws = fill("itertools.combinations(range(_0), _1)", size(kind.size), size(kind.count))
    return form(code(node.body, dialect), [ast.comprehension(name(identifier(node.draw.name)), draws, [], 0)])


def summed(values: Code, node: Node) -> Code:
    """SymPy's sum of numbers or of arrays."""
    start = {} if node.is_scalar else {"start": SYMPY.form("zeros", *map(size, node.shape))}
    return call("sum", values, **start)


@sympy_arms.register
def sympy_sum(node: w.Sum, dialect: Dialect) -> Code:
    return summed(loop(node, dialect), node)


@sympy_arms.register
def sympy_largest(node: w.Largest, dialect: Dialect) -> Code:
    return dialect.form("largest", loop(node, dialect))


@sympy_arms.register
def sympy_product(node: w.Product, dialect: Dialect) -> Code:
    return call("sp.prod", loop(node, dialect))


@sympy_arms.register
def sympy_expectation(node: w.Expectation, dialect: Dialect) -> Code:
    kind = node.draw.kind
    if isinstance(kind, k.Special):
        return code(weighed(node), dialect)
    single = isinstance(kind, k.IndexKind)
    draws = size(kind.size) if single else call("sp.binomial", size(kind.size), size(kind.count))
    return ast.BinOp(summed(drawn(node, ast.GeneratorExp, dialect), node), ast.Div(), draws)
