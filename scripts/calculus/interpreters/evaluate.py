"""The value of a node in a world, in any number system: one arm for each node type."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import reduce, singledispatch
from typing import Any

import numpy as np

from calculus.interpreters import network
from calculus.interpreters.arrays import Whole, array, each, placed, raised, replaced
from calculus.interpreters.system import System, Undefined, Unsettled, Value
from calculus.interpreters.world import Course, Lambda, World
from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.kinds import Dependent, LayerKind, SizeKind
from calculus.language.node import Node

MOST_FACTORS = 1000


def evaluate(node: Node, world: World, system: System) -> Value:
    """The node's value; Undefined where it has none. A 1×1 array is a number."""
    value = arm_of(node, world, system)
    return value[0, 0] if isinstance(value, np.ndarray) and value.shape == (1, 1) else value


@singledispatch
def arm_of(node: Node, world: World, system: System) -> Value:
    """The value by node type; a type without an arm is named."""
    raise NotImplementedError(f"no value for {type(node).__name__}")


arm = arm_of.register


@arm
def number(node: w.Number, world: World, system: System) -> Value:
    return system.number(node.value)


@arm
def constant(node: w.Constant, world: World, system: System) -> Value:
    return system.constant(node.name)


@arm
def symbol(node: w.Symbol, world: World, system: System) -> Value:
    if isinstance(node.kind, SizeKind):
        return system.number(world.size(node.name))
    value = world.values[node.name]
    if isinstance(node.kind, Dependent) and isinstance(value, Lambda | Callable):
        return called(value, (raised(world.values[node.kind.variable], system),), world, system)
    return evaluate(value, world, system) if isinstance(value, Node) else raised(value, system)


@arm
def alias(node: w.Alias, world: World, system: System) -> Value:
    return world.values[node.name] if node.name in world.values else evaluate(node.body, world, system)


@arm
def entry(node: w.Entry, world: World, system: System) -> Value:
    indices = [index_value(index, world) for index in node.indices]
    if isinstance(getattr(node.array, "kind", None), LayerKind):
        return network.layer(node.array, indices[0], world, system, evaluate)
    if getattr(node.array, "kind", None) is not None and node.array.kind.member is not None:
        return raised(member(node.array, indices[0], world, system), system)
    body = evaluate(node.array, world, system)
    if not isinstance(body, np.ndarray):
        return body
    row, column = (indices[0], 1) if len(indices) == 1 else indices
    return body[placed(row, body.shape[0]), placed(column, body.shape[1])]


def member(family: w.Symbol, index: int, world: World, system: System) -> Any:
    """A member of a family, counted from 1, or of a sequence, counted from 0."""
    members = world.values[family.name]
    if isinstance(members, Course):
        members = followed(members, index, world, system)
    return members[placed(index if family.kind.size is not None else index + 1, len(members))]


def followed(course: Course, last: int, world: World, system: System) -> tuple[Value, ...]:
    """The members of a sequence up to the last that is asked for, one rule after the other for each."""
    found = {name: (raised(start, system),) for name, start in course.starts.items()}
    for place in range(last):
        for rule in course.rules:
            target, right = rule.terms
            inside = replace(world, values={**world.values, **found, target.indices[0].left.name: place})
            found[target.array.name] += (evaluate(right, inside, system),)
    return found[course.name]


def index_value(node: Node, world: World) -> int:
    """An index as a whole number."""
    match node:
        case w.Number(value):
            return value
        case w.Symbol():
            return world.size(node.name) if isinstance(node.kind, SizeKind) else int(world.values[node.name])
        case w.Add(left, right):
            return index_value(left, world) + index_value(right, world)
        case w.Subtract(left, right):
            return index_value(left, world) - index_value(right, world)
    raise Undefined(f"{type(node).__name__} is no index")


@arm
def add(node: w.Add, world: World, system: System) -> Value:
    return evaluate(node.left, world, system) + evaluate(node.right, world, system)


@arm
def subtract(node: w.Subtract, world: World, system: System) -> Value:
    return evaluate(node.left, world, system) - evaluate(node.right, world, system)


@arm
def negative(node: w.Negative, world: World, system: System) -> Value:
    return -evaluate(node.body, world, system)


@arm
def multiply(node: w.Multiply, world: World, system: System) -> Value:
    left, right = evaluate(node.left, world, system), evaluate(node.right, world, system)
    both = isinstance(left, np.ndarray) and isinstance(right, np.ndarray)
    return left @ right if both else left * right


@arm
def hadamard(node: w.Hadamard, world: World, system: System) -> Value:
    return evaluate(node.left, world, system) * evaluate(node.right, world, system)


@arm
def divide(node: w.Divide, world: World, system: System) -> Value:
    under = evaluate(node.right, world, system)
    return each(lambda over: system.divide(over, under), evaluate(node.left, world, system))


@arm
def power(node: w.Power, world: World, system: System) -> Value:
    base, exponent = evaluate(node.base, world, system), evaluate(node.exponent, world, system)
    if isinstance(base, np.ndarray):
        factors = [base] * min(index_value(node.exponent, world), MOST_FACTORS + 1)
        if len(factors) > MOST_FACTORS:
            raise Unsettled(f"a power of more than {MOST_FACTORS} matrices is not tried")
        return reduce(lambda a, b: a @ b, factors) if factors else unit_matrix(len(base), system)
    return system.power(base, exponent)


def unit_matrix(size: int, system: System) -> np.ndarray:
    """The identity, in numbers of the system."""
    return array([[system.number(int(row == column)) for column in range(size)] for row in range(size)])


@arm
def group(node: w.Group, world: World, system: System) -> Value:
    return evaluate(node.body, world, system)


@arm
def apply(node: w.Apply, world: World, system: System) -> Value:
    arguments = tuple(shaped(argument, evaluate(argument, world, system)) for argument in node.arguments)
    return function_value(node.function, world, system)(*arguments)


def shaped(argument: Node, value: Value) -> Value:
    """A vector stays one where its size happens to be 1."""
    return value if argument.is_scalar or isinstance(value, np.ndarray) else array([[value]])


def called(function: Lambda, arguments: tuple[Value, ...], world: World, system: System) -> Value:
    """A concrete function at its arguments; a function of one number acts on an array entry by entry.

    Python's own functions are called as they are: they stand for functions that nothing is known of.
    """
    if not isinstance(function, Lambda):
        return function(*arguments)
    scalar = len(function.parameters) == 1 and function.parameters[0].is_scalar
    if scalar and isinstance(arguments[0], np.ndarray):
        return each(lambda entry: called(function, (entry,), world, system), arguments[0])
    inside = World({p.name: a for p, a in zip(function.parameters, arguments, strict=True)}, world.sizes)
    return evaluate(function.body, inside, system)


def function_value(node: Node, world: World, system: System) -> Callable[..., Value]:
    """A function node as a Python function on values of the system."""
    match node:
        case w.Known(name):
            return lambda *arguments: known(name, arguments, system)
        case w.Prime(body, order):
            inner = function_value(body, world, system)
            times = 1 if order is None else int(evaluate(order, world, Whole()))
            return lambda first, *rest: each(lambda t: slope(inner, t, rest, times, system), first)
        case w.Nabla(function):
            inner = function_value(function, world, system)
            return lambda point: gradient_of(inner, point, system)
        case w.Compose(outer, inside):
            first, second = function_value(inside, world, system), function_value(outer, world, system)
            return lambda *arguments: second(first(*arguments))
        case w.InverseFunction(function):
            return inverse_value(function, world, system)
        case w.Entry(array_, (index,)):
            chosen = member(array_, index_value(index, world), world, system)
            return lambda *arguments: called(chosen, arguments, world, system)
    value = world.values[node.name]
    return lambda *arguments: called(value, arguments, world, system)


def slope(function: Callable[..., Value], point: Value, rest: tuple, order: int, system: System) -> Value:
    """The derivative in the first argument, of a scalar or a column of them."""
    if order == 0:
        return function(point, *rest)
    return system.derivative(lambda t: function(t, *rest), point, order)


def inverse_value(function: Node, world: World, system: System) -> Callable[[Value], Value]:
    """The inverse of a function: what the system can solve, with the witness's own inverse beside it."""
    forward, witness = function_value(function, world, system), world.values[function.name]
    backward = (lambda y: called(witness.inverse, (y,), world, system)) if witness.inverse else None
    return lambda value: system.solve(forward, value, backward)


def known(name: str, arguments: tuple[Value, ...], system: System) -> Value:
    """A known function, entry by entry where its row says so."""
    if KNOWN[name].shape == "each":
        return each(lambda *scalars: system.known(name, scalars), *arguments)
    return system.known(name, arguments)


def gradient_of(function: Callable[[Value], Value], point: Value, system: System) -> Value:
    """All partial derivatives of a scalar function at a point, in the point's shape."""
    if not isinstance(point, np.ndarray):
        return system.derivative(function, point, 1)
    result = np.empty(point.shape, dtype=object)
    for place in np.ndindex(*point.shape):
        result[place] = system.derivative(lambda t, place=place: function(replaced(point, place, t)), point[place], 1)
    return result
