"""Arms for sums, products and values by case, all term by term."""

from __future__ import annotations

from functools import reduce

import jax.numpy as jnp
import numpy as np

from calculus.interpreters.reference.arithmetic import holds
from calculus.interpreters.reference.library import known
from calculus.interpreters.reference.numbers import Value, matrix, whole
from calculus.interpreters.reference.table import arm, value
from calculus.interpreters.system import Undefined
from calculus.interpreters.world import World
from calculus.language import words as w

MOST_TERMS = 10_000


def terms(node: w.Bound, world: World) -> list[Value]:
    """The body at every value of the index."""
    return [value(node.body, world.bind(node.index.name, k)) for k in places(node, world)]


def places(node: w.Bound, world: World) -> list[int]:
    """What the index goes through: a drawn set, or whole numbers between two bounds."""
    if node.over is not None:
        return list(world.values[node.over.name])
    lower = 1 if node.lower is None else whole(value(node.lower, world))
    upper = world.size(node.index.kind.size) if node.upper is None else whole(value(node.upper, world))
    if upper - lower > MOST_TERMS:
        raise Undefined(f"more than {MOST_TERMS} terms are not added up")
    return list(range(lower, upper + 1))


@arm
def sum_(node: w.Sum, world: World) -> Value:
    return sum(terms(node, world), np.float64(0))


@arm
def product(node: w.Product, world: World) -> Value:
    factors = terms(node, world)
    if any(np.ndim(factor) == 2 for factor in factors):
        return reduce(lambda left, right: left @ right, factors)
    return reduce(lambda left, right: left * right, factors, np.float64(1))


@arm
def largest(node: w.Largest, world: World) -> Value:
    return known("maximum", tuple(terms(node, world)))


@arm
def cases(node: w.Cases, world: World) -> Value:
    """The value of the one case that applies; the others are not even looked at."""
    applying = [place for place, test in enumerate(node.tests) if value(test, world)]
    if len(applying) != 1:
        raise Undefined("not exactly one case applies")
    return value(node.values[applying[0]], world)


@arm
def indicator(node: w.Indicator, world: World) -> Value:
    left, right = (matrix(value(term, world)) for term in node.test.terms)
    left, right = jnp.broadcast_arrays(left, right)
    rows = zip(left, right, strict=True)
    return np.array([[float(holds(a, node.test.signs[0], b)) for a, b in zip(*row, strict=True)] for row in rows])
