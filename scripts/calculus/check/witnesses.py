"""Concrete functions that satisfy a hypothesis, written in the language itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from calculus.check import breaks, convex, densities, quantifiers
from calculus.check.arrays import Rows
from calculus.interpreters import Lambda, World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift

Draw = Callable[[], Fraction]

sin, exp, ln, sqrt = (w.Known(name) for name in ("sin", "exp", "ln", "sqrt"))


def rational(value: Fraction) -> Node:
    return lift(value)


def of_one_number(kind: k.Kind, draw: Draw, name: str = "t") -> Lambda:
    """A function of one number whose derivatives are all different."""
    t = w.Symbol(name, k.Real)
    a, b, c, d, e, f = (rational(draw()) for _ in range(6))
    return Lambda((t,), a * t**3 + b * t**2 + c * sin(d * t + e) + f)


def without_waves(function: Lambda) -> Lambda:
    """The function with a parabola for each wave: it takes rationals to rationals, also inside other functions."""
    waves = [node for node in function.body.walk() if isinstance(node, w.Apply) and node.function == sin]
    return replace(function, body=function.body.substitute({wave: wave.arguments[0] ** 2 for wave in waves}))


def of_a_vector(inputs: str | int, world: World, draw: Draw) -> Lambda:
    """A function of a vector that is neither separable nor symmetric in its entries."""
    v = w.Symbol("v", k.Array(inputs))
    size = world.size(inputs)
    return Lambda((v,), mixed(v, size, draw))


def mixed(v: Node, size: int, draw: Draw) -> Node:
    """Cubes, squares, products of neighbors and a wave, with generic factors."""
    body = rational(draw()) * sin(v[1] + rational(draw())) * v[size] + rational(draw())
    for i in range(1, size + 1):
        bend, square, pair = (rational(draw()) for _ in range(3))
        body = body + bend * v[i] ** 3 + square * v[i] ** 2 + pair * v[i] * v[i % size + 1]
    return body


def of_a_matrix(kind: k.FunctionKind, world: World, draw: Draw) -> Lambda:
    """A function of a matrix that treats every entry its own way."""
    m = w.Symbol("m", k.Array(kind.inputs, kind.columns))
    body: Node = rational(draw()) * sin(m[1, 1])
    for i in range(1, world.size(kind.inputs) + 1):
        for j in range(1, world.size(kind.columns) + 1):
            body = body + rational(draw()) * m[i, j] ** 2 + rational(draw()) * m[i, j] * m[1, j]
    return Lambda((m,), body)


def function(kind: k.FunctionKind, symbol: w.Symbol, world: World, draw: Draw, place: int) -> World:
    """The world with a function of this kind; a level curve brings the field it lies on."""
    if kind.trait == "level curve":
        field, curve = level_curve(kind, world, draw)
        return world.bind(kind.parameter, field).bind(symbol.name, curve)
    if kind.trait in convex.FAMILIES:
        return convex.bind(kind, symbol.name, world, draw, place)
    if kind.trait == "squeezed":
        return breaks.squeezed(kind.parameter, world, symbol, draw)
    drawn = broken(kind, world, draw, place)
    if drawn is None:
        drawn = plain(kind, world, draw)
        if place % 2 and kind.arity == 1 and (kind.inputs, kind.outputs) != (1, 1):
            drawn = without_waves(drawn)
    return (
        world.bind("activation", drawn).bind(symbol.name, drawn)
        if kind.trait == "activation"
        else world.bind(symbol.name, drawn)
    )


def broken(kind: k.FunctionKind, world: World, draw: Draw, place: int) -> Lambda | None:
    """A function whose trait lets it break or bend somewhere; None for the others."""
    point = world.values.get(kind.parameter)
    match kind.trait:
        case "punctured":
            return breaks.punctured(point, draw, place)
        case "any":
            return breaks.anywhere(point, draw, place)
        case "zero":
            return breaks.vanishing(point, draw, place)
        case "continuous":
            return breaks.continuous(draw, place)
        case "continuously differentiable":
            return breaks.once_differentiable(draw, place)
        case "density":
            return densities.density(draw, place)
        case "light density":
            return densities.light(draw, place)
        case "density family":
            return densities.family(draw, place)
        case "moderate":
            return densities.moderate(draw)
        case "remainder":
            return breaks.remainder(draw, place)
        case "lipschitz":
            return breaks.lipschitz(kind, world, draw, place)
        case "activation":
            return bent(draw, place)
    return None


def bent(draw: Draw, place: int) -> Lambda:
    """A function for the units of a network: a wave, or a parabola, which stays rational through all layers."""
    t = w.Symbol("t", k.Real)
    bend = sin(t + rational(draw())) if place % 2 else t**2
    return Lambda((t,), rational(draw()) * bend + rational(draw()) * t)


def plain(kind: k.FunctionKind, world: World, draw: Draw) -> Lambda:
    """A function by its inputs, outputs and trait."""
    if kind.trait == "strictly increasing":
        return increasing(draw)
    if kind.arity == 2:
        return densities.of_two_numbers(draw)
    if kind.columns != 1:
        return of_a_matrix(kind, world, draw)
    if kind.inputs == 1 and kind.outputs == 1:
        return of_one_number(kind, draw)
    if kind.outputs == 1:
        return of_a_vector(kind.inputs, world, draw)
    t = w.Symbol("t", k.Real) if kind.inputs == 1 else w.Symbol("v", k.Array(kind.inputs))
    one = of_one_number if kind.inputs == 1 else None
    entries = (one(kind, draw).body if one else mixed(t, world.size(kind.inputs), draw) for _ in outputs(kind, world))
    return Lambda((t,), w.Column(tuple(entries)))


def outputs(kind: k.FunctionKind, world: World) -> range:
    return range(world.size(kind.outputs))


def increasing(draw: Draw) -> Lambda:
    """A shifted and scaled hyperbolic sine: increasing on the whole line, with an inverse in closed form."""
    t, scale, shift, height = w.Symbol("t", k.Real), rational(abs(draw()) + 1), rational(draw()), rational(draw())
    ahead = scale * (exp(t - shift) - exp(shift - t)) / 2 + height
    back = (t - height) / scale
    return Lambda((t,), ahead, Lambda((t,), ln(back + sqrt(back**2 + 1)) + shift))


def level_curve(kind: k.FunctionKind, world: World, draw: Draw) -> tuple[Lambda, Lambda]:
    """A field that depends on x₁ - q(x₂, …) only, and a curve along which that is constant."""
    size, v, t = world.size(kind.outputs), w.Symbol("v", k.Array(kind.outputs)), w.Symbol("t", k.Real)
    others = [of_one_number(kind, draw).body for _ in range(size - 1)]
    factors = [rational(draw()) for _ in others]
    bend: Node = rational(draw())
    path: Node = bend
    for place, (factor, other) in enumerate(zip(factors, others, strict=True), 2):
        bend, path = bend + factor * v[place] ** 2, path + factor * other**2
    height = v[1] - bend
    return Lambda((v,), height**3 + 2 * height), Lambda((t,), w.Column((path + rational(draw()), *others)))


def level(names: str) -> Node:
    """The value of a field along a curve, taken at the curve's start; any other point must give the same."""
    field, curve = names.split()
    start = w.Apply(w.Symbol(curve, k.FunctionKind(1, "n")), (lift(0),))
    return w.Apply(w.Symbol(field, k.FunctionKind("n", 1)), (start,))


def value_at(field: str, point: Fraction | Rows) -> Node:
    """The value of a field at a point."""
    if isinstance(point, Fraction):
        return w.Apply(w.Symbol(field, k.FunctionKind()), (lift(point),))
    place = w.Column(tuple(lift(entry) for (entry,) in point))
    return w.Apply(w.Symbol(field, k.FunctionKind(len(point), 1)), (place,))


def limit(names: str, world: World) -> Fraction:
    """The limit of a function at a point; of one that jumps there, the limit from the left."""
    function, point = names.split()
    body = world.values[function].body
    if isinstance(body, w.Cases):
        return breaks.limit_of(body, 0)
    return quantifiers.rational(body, World({world.values[function].parameters[0].name: world.values[point]}))


def implicit(variable: str, draw: Draw) -> tuple[Lambda, Lambda]:
    """An equation F(x, y) = c and the curve y(x) that solves it: F grows with y minus a bend of x."""
    x, y = w.Symbol(variable, k.Real), w.Symbol("other", k.Real)
    bend = of_one_number(k.Real, draw, variable).body
    height = y - bend
    return Lambda((x, y), height**3 + 2 * height), Lambda((x,), bend + rational(draw()))


def with_special_point(trait: str, point: Fraction, draw: Draw, place: int) -> Lambda:
    """A function with a local extremum at a point; where a minimum is asked for, the curvature is positive."""
    t = w.Symbol("t", k.Real)
    away = t - rational(point)
    up = trait == "stationary with positive curvature" or place % 2 == 0
    bowl = rational(abs(draw())) * away**2 + rational(draw()) * away**3
    return Lambda((t,), (bowl if up else -bowl) + rational(draw()))
