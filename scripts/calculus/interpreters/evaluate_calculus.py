"""Arms for sums, derivatives, limits, integrals, cases and expectations."""

from __future__ import annotations

import itertools
from functools import reduce

import numpy as np

from calculus.interpreters import network, pieces
from calculus.interpreters.arrays import Whole, array, each, placed, raised, replaced
from calculus.interpreters.evaluate import arm, called, evaluate, function_value, gradient_of, index_value
from calculus.interpreters.system import System, Undefined, Unsettled, Value
from calculus.interpreters.world import World
from calculus.language import words as w
from calculus.language.kinds import Dependent, IndexKind, LayerKind, Special
from calculus.language.node import Node
from calculus.language.symbols import free_symbols

MOST_TERMS = 10_000


def terms(node: w.Bound, world: World, system: System) -> list[Value]:
    """The body's values over the index."""
    if node.over is not None:
        return [evaluate(node.body, world.bind(node.index.name, k), system) for k in world.values[node.over.name]]
    kind = node.index.kind
    lower = 1 if node.lower is None else int(evaluate(node.lower, world, Whole()))
    upper = world.size(kind.size) if node.upper is None else int(evaluate(node.upper, world, Whole()))
    if upper - lower > MOST_TERMS:
        raise Unsettled(f"a sum of more than {MOST_TERMS} terms is not tried")
    return [evaluate(node.body, world.bind(node.index.name, k), system) for k in range(lower, upper + 1)]


@arm
def sum_(node: w.Sum, world: World, system: System) -> Value:
    values = terms(node, world, system)
    return reduce(lambda a, b: a + b, values) if values else system.number(0)


@arm
def product(node: w.Product, world: World, system: System) -> Value:
    values = terms(node, world, system)
    both = bool(values) and isinstance(values[0], np.ndarray)
    return reduce(lambda a, b: a @ b if both else a * b, values) if values else system.number(1)


@arm
def largest(node: w.Largest, world: World, system: System) -> Value:
    return system.known("maximum", tuple(terms(node, world, system)))


def moved(world: World, variable: Node, value: Value, system: System) -> World:
    """The world in which a variable, an entry of one, or an alias has another value."""
    if isinstance(variable, w.Entry) and isinstance(getattr(variable.array, "kind", None), LayerKind):
        return world.bind(network.key(variable.array.kind.quantity, index_value(variable.indices[0], world)), value)
    if isinstance(variable, w.Entry):
        base = evaluate(variable.array, world, system)
        row, column = ([index_value(i, world) for i in variable.indices] + [1])[:2]
        place = placed(row, base.shape[0]), placed(column, base.shape[1])
        return world.bind(variable.array.name, replaced(base, place, value))
    return world.bind(variable.name, value)


@arm
def derivative(node: w.Derivative, world: World, system: System) -> Value:
    point = evaluate(node.variable, world, system)
    return system.derivative(
        lambda t: evaluate(node.body, moved(world, node.variable, t, system), system), point, node.order
    )


@arm
def partial(node: w.Partial, world: World, system: System) -> Value:
    first, *rest = node.variables
    inner = w.Partial(node.body, tuple(rest)) if rest else node.body
    world = held_fixed(inner, world, system)
    point = evaluate(first, world, system)
    return system.derivative(lambda t: evaluate(inner, moved(world, first, t, system), system), point, 1)


def held_fixed(body: Node, world: World, system: System) -> World:
    """The world in which quantities that depend on a variable keep their value while it moves: what ∂ means."""
    for symbol in free_symbols(body).values():
        if isinstance(symbol.kind, Dependent):
            world = world.bind(symbol.name, evaluate(symbol, world, system))
    return world


@arm
def prime(node: w.Prime, world: World, system: System) -> Value:
    """The derivative of a quantity in the variable it depends on."""
    kinds = [s.kind for s in free_symbols(node.body).values() if isinstance(s.kind, Dependent)]
    if not kinds:
        raise Undefined("a prime needs a function or a quantity that depends on a variable")
    name = kinds[0].variable
    order = 1 if node.order is None else int(evaluate(node.order, world, Whole()))
    point = raised(world.values[name], system)
    return system.derivative(lambda t: evaluate(node.body, world.bind(name, t), system), point, order)


@arm
def gradient(node: w.Gradient, world: World, system: System) -> Value:
    point = evaluate(node.variable, world, system)
    return gradient_of(lambda t: evaluate(node.body, moved(world, node.variable, t, system), system), point, system)


@arm
def jacobian(node: w.Jacobian, world: World, system: System) -> Value:
    point = evaluate(node.variable, world, system)
    point = point if isinstance(point, np.ndarray) else array([[point]])

    def body(place: tuple[int, ...], t: Value) -> Value:
        value = replaced(point, place, t)
        value = value[0, 0] if value.shape == (1, 1) else value
        return evaluate(node.body, moved(world, node.variable, value, system), system)

    columns = [
        system.derivative(lambda t, place=place: body(place, t), point[place], 1) for place in np.ndindex(*point.shape)
    ]
    columns = [c if isinstance(c, np.ndarray) else array([[c]]) for c in columns]
    return np.concatenate(columns, axis=1)


@arm
def hessian(node: w.Hessian, world: World, system: System) -> Value:
    return evaluate(w.Jacobian(w.Gradient(node.body, node.variable), node.variable), world, system)


@arm
def directional(node: w.Directional, world: World, system: System) -> Value:
    function = function_value(node.function, world, system)
    point, direction = evaluate(node.point, world, system), evaluate(node.direction, world, system)
    return system.derivative(lambda t: function(point + t * direction), system.number(0), 1)


@arm
def limit(node: w.Limit, world: World, system: System) -> Value:
    target = evaluate(node.target, world, system)
    return system.limit(lambda t: evaluate(node.body, world.bind(node.variable.name, t), system), target, node.side)


@arm
def integral(node: w.Integral, world: World, system: System) -> Value:
    """The integral, piece by piece where a function in it breaks."""
    lower, upper = evaluate(node.lower, world, system), evaluate(node.upper, world, system)
    breaks = pieces.breaks(node, world, system, lower, upper)

    def body(t: Value) -> Value:
        return evaluate(node.body, world.bind(node.variable.name, t), system)

    return system.integral(body, lower, upper, breaks)


@arm
def at(node: w.At, world: World, system: System) -> Value:
    value = evaluate(node.value, world, system)
    return evaluate(node.body, world.bind(node.variable.name, value), system)


@arm
def relation(node: w.Relation, world: World, system: System) -> Value:
    """The truth of a condition; a chain holds when every link does."""
    values = [evaluate(term, world, system) for term in node.terms]
    links = [system.holds(left, sign, right) for left, sign, right in zip(values, node.signs, values[1:], strict=False)]
    return reduce(lambda a, b: a & b, (link.all() if isinstance(link, np.ndarray) else link for link in links))


@arm
def cases(node: w.Cases, world: World, system: System) -> Value:
    tests = [evaluate(test, world, system) for test in node.tests]
    values = [chosen(value, test, world, system) for value, test in zip(node.values, tests, strict=True)]
    return system.by_cases(values, tests)


def chosen(value: Node, test: object, world: World, system: System) -> Value:
    """A case's value, left out where its test is known to fail (it may not exist there)."""
    return None if test is False else evaluate(value, world, system)


@arm
def indicator(node: w.Indicator, world: World, system: System) -> Value:
    left, right = (evaluate(term, world, system) for term in node.test.terms)
    one, nothing, sign = system.number(1), system.number(0), node.test.signs[0]

    def switch(a: Value, b: Value) -> Value:
        return system.by_cases([one, nothing], [system.holds(a, sign, b), system.holds(a, OPPOSITE[sign], b)])

    return each(switch, left, right)


OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}


@arm
def expectation(node: w.Expectation, world: World, system: System) -> Value:
    """The mean over all subsets of the drawn size; of a random number with a density over all its levels."""
    if isinstance(node.draw.kind, Special):
        return mean_of_levels(node, world, system)
    kind, members = node.draw.kind, range(1, world.size(node.draw.kind.size) + 1)
    draws = list(members if isinstance(kind, IndexKind) else itertools.combinations(members, world.size(kind.count)))
    values = [evaluate(node.body, world.bind(node.draw.name, draw), system) for draw in draws]
    total = reduce(lambda a, b: a + b, values)
    return each(lambda entry: system.divide(entry, system.number(len(draws))), total)


def mean_of_levels(node: w.Expectation, world: World, system: System) -> Value:
    """The mean of a body over the quantiles of its draw, all levels alike; by its density where these are not known."""
    name, *parameters = node.draw.kind.of.split()
    quantile = world.values[name].quantile
    if quantile is None:
        weighted = w.Multiply(node.body, w.density_of(node.draw))
        return evaluate(w.Integral(weighted, node.draw, -w.Constant("infinity"), w.Constant("infinity")), world, system)
    settings = tuple(raised(world.values[each], system) for each in parameters)

    if not any(isinstance(each, w.Derivative | w.Partial | w.Prime) for each in node.body.walk()):
        world = settled(node, world, system)

    def body(level: Value) -> Value:
        return evaluate(
            node.body, world.bind(node.draw.name, called(quantile, (level, *settings), world, system)), system
        )

    return system.integral(body, system.number(0), system.number(1), [])


def settled(node: w.Expectation, world: World, system: System) -> World:
    """The world in which what does not depend on the draw is worked out once, not at every level."""
    names = {each.name: each for each in node.body.walk() if isinstance(each, w.Alias)}
    for name, alias in names.items():
        if node.draw.name not in free_symbols(alias):
            world = world.bind(name, evaluate(alias, world, system))
    return world
