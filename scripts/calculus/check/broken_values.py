"""What goes wrong in print at one node that stands for a value, a function or an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.kinds import SizeKind
from calculus.language.node import Node
from calculus.language.statements import zero
from calculus.language.symbols import Symbol, free_symbols

ONE, TWO = w.Number(1), w.Number(2)
MISTAKEN = {
    "exp": "cosh", "tanh": "sin", "ln": "exp", "sin": "cos", "cos": "sin", "sigmoid": "tanh", "softplus": "relu",
    "relu": "absolute", "sign": "absolute", "absolute": "relu", "sqrt": "absolute", "factorial": "absolute",
    "entropy": "mean", "binary_cross_entropy": "half_squared_error", "half_squared_error": "binary_cross_entropy",
}  # fmt: skip
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "!=", "!=": "="}
STRICTER = {"<=": "<", ">=": ">"}  # the other way round a claim stays true
BORDERED = STRICTER | {"<": "<=", ">": ">="}  # a border that goes to another case


@dataclass(frozen=True)
class Change:
    """One thing done to one node: the operator's name, the node, and what builds the changed node."""

    operator: str
    before: Node
    make: Callable[[], Node]


def changes(node: Node, symbols: tuple[Symbol, ...]) -> Iterator[Change]:
    """Every change of a node that stands for a value or a function."""
    operators = (of_functions, of_letters) if node.is_function else OF_VALUES
    for operator in operators:
        yield from (Change(name, node, make) for name, make in operator(node, symbols))


Made = Iterator[tuple[str, Callable[[], Node]]]


def of_any(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    """Sign, factor and constant. What is done to an optimum is done to the other side of its equality instead."""
    if isinstance(node, w.Optimum | w.Space | w.Property | w.Relation) or zero(node):
        return
    yield "sign", lambda: -node
    if isinstance(node, w.Constant) and node.name == "infinity":
        return
    yield "factor", lambda: TWO * node
    if node.is_scalar and not isinstance(node, w.Number):  # a number that is one too large comes from of_products
        yield "constant", lambda: node + ONE


def of_sums(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    match node:
        case w.Add(left, right):
            yield "sign of a term", lambda: left - right
            yield from [("term dropped", lambda: left), ("term dropped", lambda: right)]
        case w.Subtract(left, right):
            yield "sign of a term", lambda: left + right
            yield from [("term dropped", lambda: left), ("term dropped", lambda: -right)]
            yield "roles", lambda: right - left
        case w.Negative(body):
            yield "sign", lambda: body


def of_products(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    match node:
        case w.Multiply(left, right) | w.Hadamard(left, right) | w.Kronecker(left, right):
            yield from [("factor dropped", lambda: left), ("factor dropped", lambda: right)]
            if not (left.is_scalar or right.is_scalar):
                yield "order of a product", lambda: replace(node, left=right, right=left)
        case w.Divide(left, right):
            yield from [("factor dropped", lambda: left), ("roles", lambda: right / left)]
        case w.Power(base, exponent):
            yield from [("exponent", lambda: base), ("exponent", lambda: base ** (exponent + ONE))]
            yield "exponent", lambda: base**-exponent
            yield "exponent", lambda: base ** (exponent - ONE)
        case w.Number(value):
            yield "constant", lambda: w.Number(value + 1)
            if value > 1:  # one less than 1 is 0, as if the term were dropped
                yield "constant", lambda: w.Number(value - 1)


def of_arrays(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    match node:
        case w.Transpose(body):
            yield "transpose", lambda: body
        case w.Inverse(body):
            yield "inverse", lambda: body
        case w.Diag(body):
            yield "function", lambda: body
        case w.Trace(body):
            yield "function", lambda: w.Determinant(body)
        case w.Determinant(body):
            yield "function", lambda: w.Trace(body)
        case w.Eigenvalue(which, body):
            yield "function", lambda: w.Eigenvalue({"min": "max", "max": "min"}[which], body)
        case w.Norm(body, order) if order != "F":
            yield "function", lambda: w.Norm(body, "" if order == "1" else "1")
    if not node.is_scalar and not isinstance(node, w.Transpose | w.Identity):
        yield "transpose", lambda: node.T
        if node.shape[0] == node.shape[1] and not isinstance(node, w.Inverse):
            yield "inverse", lambda: node.I


def of_letters(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    """Another letter of the same shape and role."""
    if isinstance(node, Symbol):
        alike = (s for s in symbols if s != node and can_stand_for(s, node))
        yield from (("symbol", lambda other=other: other) for other in alike)


def can_stand_for(other: Symbol, symbol: Symbol) -> bool:
    """Whether a tired typesetter could take one letter for the other and nobody would see it by its look."""
    same = other.shape == symbol.shape and other.kind.role == symbol.kind.role
    signature = [
        [getattr(s.kind, name, None) for name in ("inputs", "outputs", "arity", "member")] for s in (other, symbol)
    ]
    return same and signature[0] == signature[1]


def of_functions(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    """Another function, a prime left out, the order of a composition."""
    match node:
        case w.Known(name) if other := mistaken(name):
            yield "function", lambda: w.Known(other)
        case w.Prime(body, order):
            yield "function", lambda: body
            if order is not None:
                yield "function", lambda: w.Prime(body)
        case w.Nabla(function) | w.InverseFunction(function):
            yield "function", lambda: function
        case w.Compose(outer, inner):
            yield "order of a product", lambda: w.Compose(inner, outer)


def mistaken(name: str) -> str:
    """The function most easily written for another, or the next in the table that takes and gives the same."""
    row, names = KNOWN[name], list(KNOWN)
    later = names[names.index(name) + 1 :] + names[: names.index(name)]
    alike = [other for other in later if (KNOWN[other].arity, KNOWN[other].shape) == (row.arity, row.shape)]
    return MISTAKEN.get(name) or next(iter(alike), "")


def of_applications(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    """Arguments in the wrong order, the first given for the last, indices turned round."""
    match node:
        case w.Apply(_, arguments) if len(arguments) > 1:
            yield "roles", lambda: replace(node, arguments=arguments[::-1])
        case w.Directional(_, point, direction):
            yield "roles", lambda: replace(node, point=direction, direction=point)
        case w.Entry(_, indices) if len(indices) > 1:
            yield "index", lambda: replace(node, indices=indices[::-1])
        case w.Prime(body) if not node.is_function:
            yield "function", lambda: body


def of_binders(node: Node, symbols: tuple[Symbol, ...]) -> Made:
    match node:
        case w.Bound(lower=Node() as lower, upper=Node() as upper):
            yield "range", lambda: replace(node, lower=lower + ONE)
            yield from [("range", lambda end=end: replace(node, upper=end)) for end in (upper - ONE, upper + ONE)]
        case w.Bound(index=Symbol() as index) if isinstance(size := getattr(index.kind, "size", None), str):
            yield "range", lambda: replace(node, lower=TWO, upper=Symbol(size, SizeKind()))
            yield "range", lambda: replace(node, lower=ONE, upper=Symbol(size, SizeKind()) - ONE)
        case w.Derivative(body, variable) | w.Gradient(body, variable) | w.Hessian(body, variable):
            yield from (("variable", lambda s=s: replace(node, variable=s)) for s in others(body, variable))
        case w.Partial(body, (variable, *rest)):
            yield from (("variable", lambda s=s: w.Partial(body, (s, *rest))) for s in others(body, variable))
            if isinstance(variable, w.Entry):
                yield from (("index", lambda e=e: w.Partial(body, (e, *rest))) for e in beside(variable, symbols))
        case w.Limit(side=side) if side:
            yield "range", lambda: replace(node, side={"+": "-", "-": "+"}[side])
        case w.Optimum(which=which):
            yield "function", lambda: replace(node, which=OPPOSITE[which])
        case w.Cases(values, (w.Relation() as test, *rest)):
            yield "relation", lambda: w.Cases(values, (turned(test, 0), *rest))
            if test.signs[0] in BORDERED:
                yield "relation", lambda: w.Cases(values, (turned(test, 0, BORDERED), *rest))
        case w.Indicator(w.Relation() as test):
            yield "relation", lambda: w.Indicator(turned(test, 0))
        case w.Relation(_, signs):
            yield from (("relation", lambda place=place: turned(node, place)) for place in range(len(signs)))


OPPOSITE = {"argmin": "argmax", "argmax": "argmin", "min": "max", "max": "min"}
OF_VALUES = (of_any, of_sums, of_products, of_arrays, of_letters, of_applications, of_binders)


def others(body: Node, variable: Node) -> list[Symbol]:
    """What else the derivative could be taken in."""
    return [s for s in free_symbols(body).values() if s.shape == variable.shape and s != variable and not s.is_function]


def beside(entry: w.Entry, symbols: tuple[Symbol, ...]) -> Iterator[Node]:
    """Entries taken for this one: its indices turned round, or another letter for one of them."""
    if len(entry.indices) > 1:
        yield replace(entry, indices=entry.indices[::-1])
    for place, index in enumerate(entry.indices):
        for other in symbols if isinstance(index, Symbol) else ():
            if other != index and other.kind.role == index.kind.role == "index":
                yield entry.put(("indices", place), other)


def turned(relation: w.Relation, place: int, table: dict[str, str] = TURNED) -> w.Relation:
    """A chain with one of its signs turned, or changed as another table says."""
    signs = (*relation.signs[:place], table[relation.signs[place]], *relation.signs[place + 1 :])
    return replace(relation, signs=signs)


def counting_changes(node: Node, symbols: tuple[Symbol, ...]) -> Iterator[Change]:
    """What goes wrong where a value counts: one too many, or another letter."""
    yield Change("index", node, lambda: w.Number(node.value + 1) if isinstance(node, w.Number) else node + ONE)
    yield from (Change("index", node, make) for _, make in of_letters(node, symbols))
