"""Functions of which one is smallest, among the zeros of the other, at a drawn point."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calculus.interpreters import Lambda, World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import lift
from calculus.language.symbols import Symbol


def bound(kind: k.Special, symbol: Symbol, world: World, draw: Callable[[], Fraction]) -> World:
    """The world with a constrained minimizer, its function and its constraint.

    The function is a bowl around the point and a multiple of the constraint, which adds nothing where that is zero.
    """
    size = world.size(kind.rows)
    point = [draw() for _ in range(size)]
    v = Symbol("v", k.Array(kind.rows))
    steps = [w.Subtract(w.Entry(v, (lift(i),)), lift(at)) for i, at in enumerate(point, 1)]
    constraint = bowl = lift(0)
    for step in steps:
        constraint = constraint + lift(draw()) * step + lift(draw()) * step**2
        bowl = bowl + lift(abs(draw())) * step**2
    field, zero = kind.of.split()
    function = bowl + lift(draw()) * constraint + lift(draw())
    world = world.bind(field, Lambda((v,), function)).bind(zero, Lambda((v,), constraint))
    return world.bind(symbol.name, tuple((entry,) for entry in point))
