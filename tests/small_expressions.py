"""Every expression of a few nodes, scalar and matrix, to see whether two of them can be mistaken for one another."""

from collections.abc import Callable, Iterator
from itertools import chain, product

from calculus.language import (
    Diag,
    Differentiable,
    Field,
    Gradient,
    Hessian,
    Index,
    Inner,
    Jacobian,
    Kronecker,
    Limit,
    Matrix,
    Norm,
    Optimum,
    Partial,
    Real,
    Sum,
    Symbol,
    Trace,
    Vector,
    absolute,
    exp,
    factorial,
    ln,
    maximum,
    sigmoid,
    sin,
    softmax,
    sqrt,
)
from calculus.language.node import LanguageError, Node, ShapeError, lift
from calculus.language.words import Derivative, Divide, Hadamard, Multiply, Negative, Power

a, c = Symbol("a", Real), Symbol("c", Real)
x, A, B = Symbol("x", Vector["n"]), Symbol("A", Matrix["n", "n"]), Symbol("B", Matrix["n", "n"])
f, phi, i = Symbol("f", Field["n"]), Symbol("phi", Differentiable), Symbol("i", Index["n"])
Make = Callable[..., Node]

SCALAR_LEAVES: tuple[Node, ...] = (a, lift(2))
SCALAR: tuple[Make, ...] = (
    Negative, sin, exp, sigmoid, absolute, sqrt, factorial, ln, phi, phi.prime,
    lambda e: Sum(e * x[i], i), lambda e: Derivative(e, a), lambda e: Partial(e, a), lambda e: Limit(e, c, 0),
    lambda e: Optimum("min", e, c),
)  # fmt: skip
SCALAR_PAIRS: tuple[Make, ...] = (
    lambda e, g: e + g, lambda e, g: e - g, Multiply, Divide, Power, maximum,
)  # fmt: skip
ARRAY_LEAVES: tuple[Node, ...] = (x, A, B, c)
ARRAY: tuple[Make, ...] = (
    Negative, Norm, f, softmax, Diag, Trace, phi.prime,
    lambda e: e.T, lambda e: e.I, lambda e: e[i], lambda e: e**2, lambda e: Gradient(e, x), lambda e: Hessian(e, x),
    lambda e: Jacobian(e, x), lambda e: Sum(e, i), lambda e: Optimum("argmin", e, x),
)  # fmt: skip
ARRAY_PAIRS: tuple[Make, ...] = (
    lambda e, g: e + g, lambda e, g: e - g, Multiply, Hadamard, Kronecker, Inner, Divide,
)  # fmt: skip


def small_expressions() -> Iterator[Node]:
    """All that two steps build from the leaves; where shapes do not fit there is no expression."""
    families = ((SCALAR_LEAVES, SCALAR, SCALAR_PAIRS), (ARRAY_LEAVES, ARRAY, ARRAY_PAIRS))
    for leaves, singles, pairs in families:
        once = list(grown(leaves, leaves, singles, pairs))
        yield from chain(leaves, once, grown(once, leaves, singles, pairs))


def grown(nodes: tuple | list, leaves: tuple, singles: tuple, pairs: tuple) -> Iterator[Node]:
    """Each node in each operation, alone and beside each leaf."""
    sides = [side for node, leaf in product(nodes, leaves) for side in ((node, leaf), (leaf, node))]
    for make, arguments in chain(product(singles, ((node,) for node in nodes)), product(pairs, sides)):
        try:
            yield make(*arguments)
        except (LanguageError, ShapeError):
            continue


def regrouped(node: Node) -> object:
    """What an expression means for a reader: products without their inner brackets, which change nothing."""
    if isinstance(node, Multiply | Hadamard):
        return (type(node).__name__, *factors(node, type(node)))
    if not node.children:
        return node
    return (type(node).__name__, *map(regrouped, node.children))


def factors(node: Node, kind: type) -> Iterator[object]:
    """The factors of a product, however it is nested."""
    if isinstance(node, kind):
        yield from chain(factors(node.left, kind), factors(node.right, kind))
    else:
        yield regrouped(node)
