"""Arms for integrals and for means over random numbers: quadrature, piece by piece between the breaks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import numpy as np
from scipy.integrate import quad

from calculus.interpreters.reference.calculus import moving
from calculus.interpreters.reference.numbers import Value, standing
from calculus.interpreters.reference.table import arm, value
from calculus.interpreters.system import Undefined
from calculus.interpreters.world import Lambda, World
from calculus.language import words as w
from calculus.language.kinds import Number, Special, SubsetKind
from calculus.language.node import Node
from calculus.language.symbols import free_symbols

Integrand = Callable[[Value], Value]
NODES = (20, 28)  # Gauss and Legendre's points: smooth integrands agree on both to the last digits
AGREED = 1e-9  # how near two quadratures must be, against their size


@arm
def integral(node: w.Integral, world: World) -> Value:
    lower, upper = value(node.lower, world), value(node.upper, world)
    start, end = sorted((standing(lower), standing(upper)))
    inside = [np.float64(point) for point in breaks(node, world) if start < point < end]
    ends = [lower, *(inside if standing(lower) <= standing(upper) else inside[::-1]), upper]
    body = moving(node.body, node.variable, world)
    return sum(piece(body, *pair) for pair in itertools.pairwise(ends))


def breaks(node: w.Integral, world: World) -> list[float]:
    """Where a function of the variable bends or jumps; zero too, so that an infinite range has two halves."""
    found = {0.0} if w.Constant("infinity") in (*node.lower.walk(), *node.upper.walk()) else set()
    for apply in node.body.walk():
        if isinstance(apply, w.Apply) and apply.arguments[0] == node.variable:
            names = (each.name for each in apply.function.walk() if isinstance(each, w.Symbol))
            drawn = (world.values.get(name) for name in names)
            found |= {float(point) for each in drawn if isinstance(each, Lambda) for point in each.breaks}
    return sorted(found)


def piece(body: Integrand, lower: Value, upper: Value) -> Value:
    """The integral of what is smooth between two bounds."""
    if np.isinf(standing(lower)) or np.isinf(standing(upper)):
        settings = {"epsabs": 1e-13, "epsrel": 1e-13, "limit": 20, "full_output": 1}  # in full, it does not warn
        whole, error, *_ = quad(lambda t: float(body(np.float64(t))), standing(lower), standing(upper), **settings)
        found, gap = np.float64(whole), error
    else:
        coarse, found = (legendre(body, lower, upper, count) for count in NODES)
        gap = abs(standing(found) - standing(coarse))
    if gap > AGREED * max(1.0, abs(standing(found))):
        raise Undefined("two quadratures of the integral differ")
    return found


def legendre(body: Integrand, lower: Value, upper: Value, count: int) -> Value:
    """Gauss and Legendre's rule."""
    points, weights = np.polynomial.legendre.leggauss(count)
    middle, half = (lower + upper) / 2, (upper - lower) / 2
    return half * sum(weight * body(middle + half * point) for point, weight in zip(points, weights, strict=True))


@arm
def expectation(node: w.Expectation, world: World) -> Value:
    """The mean over a random number's density, or over all equally likely sets or indices."""
    if isinstance(node.draw.kind, Special):
        body, world = with_inner_means(node, world)
        weighted = w.Multiply(body, w.density_of(node.draw))
        return value(w.Integral(weighted, node.draw, -w.Constant("infinity"), w.Constant("infinity")), world)
    draws = list(drawn(node.draw, world))
    return sum(value(node.body, world.bind(node.draw.name, draw)) for draw in draws) / len(draws)


def with_inner_means(node: w.Expectation, world: World) -> tuple[Node, World]:
    """The body with a letter for each mean inside that is the same for every draw: it is worked out once."""
    body = node.body
    if any(isinstance(each, w.Derivative | w.Partial | w.Prime | w.Gradient) for each in body.walk()):
        return body, world  # they might move what the mean depends on
    inner = [each for each in body.walk() if isinstance(each, w.Expectation)]
    for place, mean in enumerate(each for each in inner if node.draw.name not in free_symbols(each)):
        letter = w.Symbol(f"mean {place}", Number())
        body, world = body.substitute({mean: letter}), world.bind(letter.name, value(mean, world))
    return body, world


def drawn(draw: w.Symbol, world: World) -> Iterator[tuple[int, ...] | int]:
    """Every set of the drawn size, or every index."""
    everything = range(1, world.size(draw.kind.size) + 1)
    if isinstance(draw.kind, SubsetKind):
        return itertools.combinations(everything, world.size(draw.kind.count))
    return iter(everything)
