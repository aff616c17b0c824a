"""Arms for derivatives, by JAX, and for limits, by extrapolation."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from calculus.interpreters.network import key
from calculus.interpreters.reference.constants import held
from calculus.interpreters.reference.functions import along, columns, function, gradient, slope
from calculus.interpreters.reference.numbers import Value, raised, real, standing, whole
from calculus.interpreters.reference.table import arm, value
from calculus.interpreters.system import Missing, Undefined
from calculus.interpreters.world import World
from calculus.language import words as w
from calculus.language.kinds import Dependent, LayerKind
from calculus.language.node import Node
from calculus.language.symbols import free_symbols

SETTLED = 1e-9  # how near two estimates of a limit or an integral must be, against their size
HALVINGS = 10  # enough for Richardson's table; beyond, rounding outweighs what is won
GROWING = (6, 12, 18, 24)  # powers of one half at which growth shows
NEARER = (36, 42, 48, 60)


def moving(body: Node, variable: Node, world: World) -> Callable[[Value], Value]:
    """The body as a function of a variable, of one entry of an array, or of what an alias stands for."""
    if not isinstance(variable, w.Entry):
        return lambda t: value(body, world.bind(variable.name, t))
    places = [whole(value(index, world)) for index in variable.indices]
    if isinstance(getattr(variable.array, "kind", None), LayerKind):
        return lambda t: value(body, world.bind(key(variable.array.kind.quantity, places[0]), t))
    base = value(variable.array, world)
    mask = np.zeros(base.shape)
    mask[places[0] - 1, places[1] - 1 if len(places) == 2 else 0] = 1
    return lambda t: value(body, world.bind(variable.array.name, base * (1 - mask) + t * mask))


@arm
def derivative(node: w.Derivative, world: World) -> Value:
    return slope(moving(node.body, node.variable, world), value(node.variable, world), node.order)


@arm
def partial(node: w.Partial, world: World) -> Value:
    first, *rest = node.variables
    inner = w.Partial(node.body, tuple(rest)) if rest else node.body
    for symbol in free_symbols(inner).values():
        if isinstance(symbol.kind, Dependent):  # what depends on the variable stands still: that is what ∂ means
            world = world.bind(symbol.name, value(symbol, world))
    return slope(moving(inner, first, world), value(first, world))


@arm
def prime(node: w.Prime, world: World) -> Value:
    """The derivative of a quantity in the variable it depends on."""
    names = {s.kind.variable for s in free_symbols(node.body).values() if isinstance(s.kind, Dependent)}
    if len(names) != 1:
        raise Undefined("a prime needs a function or a quantity that depends on a variable")
    name = names.pop()
    order = 1 if node.order is None else whole(value(node.order, world))
    return slope(lambda t: value(node.body, world.bind(name, t)), raised(world.values[name]), order)


@arm
def gradient_(node: w.Gradient, world: World) -> Value:
    return gradient(moving(node.body, node.variable, world), value(node.variable, world))


@arm
def jacobian(node: w.Jacobian, world: World) -> Value:
    return columns(moving(node.body, node.variable, world), value(node.variable, world))


@arm
def hessian(node: w.Hessian, world: World) -> Value:
    body = moving(node.body, node.variable, world)
    return columns(lambda point: gradient(body, point), value(node.variable, world))


@arm
def directional(node: w.Directional, world: World) -> Value:
    return along(function(node.function, world), value(node.point, world), value(node.direction, world))


@arm
def limit(node: w.Limit, world: World) -> Value:
    target = standing(value(node.target, world))
    inside, world = held(node.body, node.variable.name, world)
    body = moving(inside, node.variable, world)
    if np.isinf(target):
        return settling(lambda h: body(np.sign(target) / h))
    sides = {"": (1, -1), "+": (1,), "-": (-1,)}[node.side]
    found = [settling(lambda h, side=side: body(target + side * h)) for side in sides]
    if apart(found[0], found[-1]) > 100 * SETTLED:
        raise Missing("the limits from the two sides differ")
    return found[0]


def settling(near: Callable[[Value], Value]) -> Value:
    """The value at zero of what is known for small positive steps, where two estimates agree."""
    first, second = extrapolated(near)
    if apart(first, second) > SETTLED:  # no power series, or one that is cut short by rounding: look very near
        first, *others = (near(np.float64(2.0**-power)) for power in NEARER)
        second = max(others, key=lambda other: apart(first, other))
        if grows(near):
            raise Missing("the values grow without bound")
    if apart(first, second) > SETTLED:
        raise Undefined("the values do not settle in double precision")
    return real(second)


def grows(near: Callable[[Value], Value]) -> bool:
    """Whether the values grow by a power of the step, at steps far above rounding."""
    sizes = [float(np.max(np.abs(near(np.float64(2.0**-power))))) for power in GROWING]
    return all(1.5 * former < latter for former, latter in itertools.pairwise(sizes))


def extrapolated(near: Callable[[Value], Value]) -> tuple[Value, Value]:
    """The two neighbors on the diagonal of Richardson's table that are closest together."""
    row, best = [near(np.float64(0.25))], None
    for power in range(1, HALVINGS):
        latest = [near(np.float64(0.25 / 2**power))]
        for order, older in enumerate(row, 1):
            latest.append(latest[-1] + (latest[-1] - older) / (2**order - 1))
        pair = row[-1], latest[-1]
        best = pair if best is None or apart(*pair) < apart(*best) else best
        row = latest
    return best


def apart(one: Value, other: Value) -> float:
    """The largest difference, against the size of the values."""
    if np.shape(one) != np.shape(other):
        return np.inf
    size = max(1.0, float(np.max(np.abs(one))), float(np.max(np.abs(other))))
    return float(np.max(np.abs(one - other))) / size


@arm
def at(node: w.At, world: World) -> Value:
    return value(node.body, world.bind(node.variable.name, value(node.value, world)))
