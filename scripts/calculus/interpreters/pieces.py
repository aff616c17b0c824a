"""Where the functions in an integrand bend or jump, so that an integral is taken piece by piece."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calculus.interpreters.evaluate import evaluate
from calculus.interpreters.precise import Precise
from calculus.interpreters.system import System, Unary, Undefined, Value
from calculus.interpreters.world import World
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import free_symbols

PARTS, HALVINGS = 64, 200


def breaks(node: w.Integral, world: World, system: System, lower: Value, upper: Value) -> list[Value]:
    """The values of the variable at which a function in the body is at one of its breaks."""
    found: list[Value] = []
    for apply in node.body.walk():
        if not (isinstance(apply, w.Apply) and node.variable.name in free_symbols(apply)):
            continue
        points = breaks_of(apply.function, world)
        if apply.arguments[:1] == (node.variable,):
            found += [system.number(point) for point in points]
        elif isinstance(system, Precise):
            found += [x for point in points for x in crossings(apply.arguments[0], point, node, world, lower, upper)]
    return sorted(set(found))


def breaks_of(function: Node, world: World) -> set[Fraction]:
    """The breaks of the function symbols in a function."""
    names = [each.name for each in function.walk() if isinstance(each, w.Symbol)]
    return {point for name in names for point in getattr(world.values.get(name), "breaks", ())}


def crossings(
    inner: Node, point: Fraction, node: w.Integral, world: World, lower: Value, upper: Value
) -> Iterator[Value]:
    """Where the argument of a function passes a break of it, found part by part, each time by halving."""
    system = Precise()

    def gap(x: Value) -> Value:
        return evaluate(inner, world.bind(node.variable.name, x), system) - system.number(point)

    step = (upper - lower) / PARTS
    for start in (lower + step * place for place in range(PARTS)):
        try:
            if gap(start) * gap(start + step) < 0:
                yield halved(gap, start, start + step)
        except Undefined:
            continue


def halved(gap: Unary, low: Value, high: Value) -> Value:
    """The place between two where a function changes its sign."""
    below = gap(low) < 0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if (gap(middle) < 0) == below else (low, middle)
    return low
