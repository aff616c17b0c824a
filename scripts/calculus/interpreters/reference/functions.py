"""Functions as Python functions of values: known ones, witnesses, and what is made of them."""

from __future__ import annotations

from collections.abc import Callable

import jax
import numpy as np
from scipy.optimize import brentq

from calculus.interpreters.reference.library import known
from calculus.interpreters.reference.numbers import Value, matrix, moves, over, real, standing, whole
from calculus.interpreters.reference.sequences import member
from calculus.interpreters.reference.table import value
from calculus.interpreters.system import Undefined
from calculus.interpreters.world import Lambda, World
from calculus.language import words as w
from calculus.language.node import Node

Function = Callable[..., Value]
NEWTON_STEPS = 4  # from a root to the last digit; each doubles the order of derivatives that come out right


def function(node: Node, world: World) -> Function:
    """What a function node does to values."""
    match node:
        case w.Known(name):
            return lambda *arguments: known(name, arguments)
        case w.Prime(body, order):
            times = 1 if order is None else whole(value(order, world))
            inner = function(body, world)
            return lambda first, *rest: entrywise(lambda t: slope(lambda s: inner(s, *rest), t, times), first)
        case w.Nabla(body):
            return lambda point: gradient(function(body, world), point)
        case w.Compose(outer, inner):
            return lambda *arguments: function(outer, world)(function(inner, world)(*arguments))
        case w.InverseFunction(body):
            return lambda height: root(function(body, world), height)
        case w.Entry(family, (index,)):
            chosen = member(family, whole(value(index, world)), world)
            return lambda *arguments: called(chosen, arguments, world)
    return lambda *arguments: called(world.values[node.name], arguments, world)


def called(witness: Lambda, arguments: tuple[Value, ...], world: World) -> Value:
    """A concrete function at its arguments; one of a single number goes through an array entry by entry."""
    names = [parameter.name for parameter in witness.parameters]

    def at(*values: Value) -> Value:
        return value(witness.body, World(dict(zip(names, values, strict=True)), world.sizes))

    takes_a_number = len(names) == 1 and witness.parameters[0].is_scalar
    return entrywise(at, arguments[0]) if takes_a_number else at(*arguments)


def entrywise(of_a_number: Function, argument: Value) -> Value:
    """A function of a number at a number, or at each entry of an array."""
    if np.ndim(argument) == 0:
        return of_a_number(argument)
    rows = [[of_a_number(entry) for entry in row] for row in argument]
    library = over(*(entry for row in rows for entry in row))
    return library.stack([library.stack(row) for row in rows])


def slope(of_a_number: Function, point: Value, order: int = 1) -> Value:
    """The derivative of some order, forward."""
    if order == 0:
        return of_a_number(point)
    point = np.asarray(point, float) if isinstance(point, int | float) else point
    return along(lambda t: slope(of_a_number, t, order - 1), point, np.float64(1))


def along(of_a_point: Function, point: Value, direction: Value) -> Value:
    """The derivative of a function at a point along a direction, forward."""
    return finite(jax.jvp(of_a_point, (point,), (direction,))[1])


def gradient(of_a_point: Function, point: Value) -> Value:
    """The gradient of a scalar function in the point's shape, backward."""
    return finite(jax.grad(lambda p: of_a_point(p).reshape(()))(point))


def columns(of_a_point: Function, point: Value) -> Value:
    """The Jacobian, one column for each entry of the point."""
    point = matrix(point)
    steps = np.eye(point.size).reshape(point.size, *point.shape)
    found = [matrix(along(of_a_point, point, step)) for step in steps]
    return over(*found).concatenate(found, axis=1)


def finite(derivative: Value) -> Value:
    return derivative if moves(derivative) else real(np.asarray(derivative))


def root(increasing: Function, height: Value) -> Value:
    """Where an increasing function takes a value: found by bracketing, made differentiable by Newton's steps."""
    level, reach = standing(height), 1.0
    while not increasing(np.float64(-reach)) < level < increasing(np.float64(reach)):
        reach *= 2
        if reach > 1e3:
            raise Undefined("the value is not taken")
    found = np.float64(brentq(lambda t: float(increasing(np.float64(t))) - level, -reach, reach))
    for _ in range(NEWTON_STEPS):
        found = found - (increasing(found) - height) / slope(increasing, found)
    return found
