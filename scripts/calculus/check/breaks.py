"""Witnesses that may break at a point, or bend there: jumps, holes, kinks, and what is squeezed between two of them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calculus.interpreters import Lambda, World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node, lift

Draw = Callable[[], Fraction]
t = w.Symbol("t", k.Real)
sin, absolute = w.Known("sin"), w.Known("absolute")


def smooth(draw: Draw) -> Node:
    """A generic expression in t without any break."""
    a, b, c, d = (lift(draw()) for _ in range(4))
    return a * t**3 + b * t**2 + c * t + d


def from_zero(away: Node, draw: Draw) -> Node:
    """A generic expression that is zero where its argument is."""
    a, b = lift(draw()), lift(draw())
    return a * away**3 + b * away


def heights(draw: Draw, place: int) -> tuple[Fraction, Fraction]:
    """The limits from the left and from the right: equal, equal, different, then both zero."""
    left = draw() if place % 4 != 3 else Fraction(0)
    jump = abs(draw()) / 4 * (1 if place % 8 == 2 else -1)  # up or down, by less than one
    return left, left + (jump if place % 4 == 2 else 0)


def punctured(point: Fraction, draw: Draw, place: int) -> Lambda:
    """Two pieces that meet at a point, or not, with no value there."""
    left, right = heights(draw, place)
    away = t - lift(point)
    pieces = (from_zero(away, draw) + lift(left), from_zero(away, draw) + lift(right))
    return Lambda((t,), w.Cases(pieces, (t < lift(point), t > lift(point))))


def anywhere(point: Fraction, draw: Draw, place: int) -> Lambda:
    """As above, with a value at the point: that of a limit, or in every second world another."""
    body = punctured(point, draw, place // 2).body
    value = limit_of(body, 0) + (abs(draw()) if place % 2 else 0)
    at_point = w.Relation((t, lift(point)), ("=",))
    return Lambda((t,), w.Cases((*body.values, lift(value)), (*body.tests, at_point)))


def limit_of(body: Node, side: int) -> Fraction:
    """The limit of a function of two pieces from the left (0) or the right (1): the constant that ends the piece."""
    last = body.values[side].right
    return as_fraction(last) or Fraction(0)


def continuous(draw: Draw, place: int) -> Lambda:
    """Smooth in three worlds out of four, then with a kink."""
    kink = draw()
    bend = lift(draw()) * absolute(t - lift(kink))
    return Lambda((t,), smooth(draw) + bend, breaks=(kink,)) if place % 4 == 3 else Lambda((t,), smooth(draw))


def once_differentiable(draw: Draw, place: int) -> Lambda:
    """Polynomials; in every fourth world the second derivative has a jump."""
    a, b, c, d, e = (lift(draw()) for _ in range(5))
    kink = draw()
    away = t - lift(kink)
    bend = e * away * absolute(away)
    body = a * t**3 + b * t**2 + c * t + d
    return Lambda((t,), body + bend, breaks=(kink,)) if place % 4 == 3 else Lambda((t,), body)


def vanishing(point: Fraction, draw: Draw, place: int) -> Lambda:
    """A smooth function with the value zero at a point, to the second order in every third world."""
    away = t - lift(point)
    return Lambda((t,), from_zero(away, draw) * (away if place % 3 == 2 else 1))


def remainder(draw: Draw, place: int) -> Lambda:
    """What vanishes faster than its argument, just as fast, more slowly, or not at all."""
    a, b = lift(draw()), lift(draw())
    bodies = (a * t**2 + b * t**3, a * t + b * t**2, a * t * absolute(t), a * w.Known("sqrt")(absolute(t)), a + b * t)
    return Lambda((t,), bodies[place % len(bodies)])


def squeezed(names: str, world: World, symbol: w.Symbol, draw: Draw) -> World:
    """Two bounds that close on one value, and a function that swings between them ever faster, up to a distance."""
    lower, upper, point, reach = names.split()
    away = t - lift(world.values[point])
    middle = from_zero(away, draw) + lift(draw())
    width = lift(abs(draw())) * absolute(away)
    swing = middle + width * sin(1 / away)
    near, beyond = (absolute(away) < lift(world.values[reach])), (absolute(away) >= lift(world.values[reach]))
    inside = Lambda((t,), w.Cases((swing, middle + 2 * width), (near, beyond)))
    bounded = world.bind(lower, Lambda((t,), middle - width)).bind(upper, Lambda((t,), middle + width))
    return bounded.bind(symbol.name, inside)


def lipschitz(kind: k.FunctionKind, world: World, draw: Draw, place: int) -> Lambda:
    """As steep as the constant along (1, …, 1); then entries bent by at most as much, or made to swing."""
    v, constant = w.Symbol("v", k.Array(kind.inputs)), lift(world.values[kind.parameter])
    size = world.size(kind.inputs)
    shift = lift(draw())
    bend = (lambda z: absolute(z - shift)) if place % 3 == 1 else (lambda z: sin(z + shift))
    along = constant / w.Known("sqrt")(lift(size)) * (w.Ones(kind.inputs).T * v)
    entries = [along if i == 0 else shift for i in range(world.size(kind.outputs))]
    if place % 3:
        entries = [constant * bend(v[i + 1]) if i < size else shift for i, _ in enumerate(entries)]
    return Lambda((v,), w.Column(tuple(entries)))
