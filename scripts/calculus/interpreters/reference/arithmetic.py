"""Arms for numbers, symbols, entries and arithmetic."""

from __future__ import annotations

import numpy as np

from calculus.interpreters.reference import layers
from calculus.interpreters.reference.functions import called, function
from calculus.interpreters.reference.numbers import Value, matrix, moves, raised, smooth, whole
from calculus.interpreters.reference.sequences import member, within
from calculus.interpreters.reference.table import arm, value
from calculus.interpreters.system import Undefined
from calculus.interpreters.world import Lambda, World
from calculus.language import words as w
from calculus.language.kinds import Dependent, LayerKind, SizeKind
from calculus.language.node import Node

CONSTANTS = {"pi": np.pi, "infinity": np.inf, "machine epsilon": np.finfo(np.float64).eps}


@arm
def number(node: w.Number, world: World) -> Value:
    return np.float64(node.value)


@arm
def constant(node: w.Constant, world: World) -> Value:
    return np.float64(CONSTANTS[node.name])


@arm
def symbol(node: w.Symbol, world: World) -> Value:
    if isinstance(node.kind, SizeKind):
        return np.float64(world.size(node.name))
    found = world.values[node.name]
    if isinstance(node.kind, Dependent) and isinstance(found, Lambda):
        return called(found, (raised(world.values[node.kind.variable]),), world)
    return value(found, world) if isinstance(found, Node) else raised(found)


@arm
def alias(node: w.Alias, world: World) -> Value:
    return raised(world.values[node.name]) if node.name in world.values else value(node.body, world)


@arm
def entry(node: w.Entry, world: World) -> Value:
    kind = getattr(node.array, "kind", None)
    places = [whole(value(index, world)) - 1 for index in node.indices]
    if isinstance(kind, LayerKind):
        return layers.quantity(kind.quantity, places[0] + 1, world)
    if getattr(kind, "member", None) is not None:
        return raised(member(node.array, places[0] + 1, world))
    rows = matrix(value(node.array, world))
    return within(within(rows, places[0]), places[1] if len(places) == 2 else 0)


@arm
def add(node: w.Add, world: World) -> Value:
    return value(node.left, world) + value(node.right, world)


@arm
def subtract(node: w.Subtract, world: World) -> Value:
    return value(node.left, world) - value(node.right, world)


@arm
def negative(node: w.Negative, world: World) -> Value:
    return -value(node.body, world)


@arm
def multiply(node: w.Multiply, world: World) -> Value:
    left, right = value(node.left, world), value(node.right, world)
    return left @ right if np.ndim(left) == np.ndim(right) == 2 else left * right


@arm
def hadamard(node: w.Hadamard, world: World) -> Value:
    return value(node.left, world) * value(node.right, world)


@arm
def divide(node: w.Divide, world: World) -> Value:
    over, under = value(node.left, world), value(node.right, world)
    if under == 0:
        raise Undefined("a division by zero")
    return over / under


@arm
def power(node: w.Power, world: World) -> Value:
    exponent = value(node.exponent, world)
    if isinstance(node.base, w.Norm) and node.base.order != "1" and exponent == 2:
        return squared(value(node.base.body, world))
    base = value(node.base, world)
    if np.ndim(base) == 2:
        return np.linalg.matrix_power(base, whole(exponent)) if not moves(base) else repeated(base, whole(exponent))
    if moves(exponent):
        return base**exponent
    if float(exponent).is_integer() and exponent >= 0:
        return repeated(base, int(exponent))
    if base < 0 and not float(exponent).is_integer():
        raise Undefined("a broken power of a negative number")
    if base == 0:
        raise Undefined("a division by zero" if exponent < 0 else "zero to a broken power has no slope")
    return base ** float(exponent)


def squared(array: Value) -> Value:
    """The square of a Euclidean norm, which has a slope at zero too, where the norm has none."""
    return (array * array).sum()


def repeated(base: Value, times: int) -> Value:
    """A product of equal factors, by squaring."""
    if times == 0:
        return np.eye(len(base)) if np.ndim(base) == 2 else np.float64(1)
    half = repeated(base, times // 2)
    square = half @ half if np.ndim(base) == 2 else half * half
    if times % 2 == 0:
        return square
    return square @ base if np.ndim(base) == 2 else square * base


@arm
def group(node: w.Group, world: World) -> Value:
    return value(node.body, world)


@arm
def apply(node: w.Apply, world: World) -> Value:
    return function(node.function, world)(*(value(argument, world) for argument in node.arguments))


@arm
def relation(node: w.Relation, world: World) -> Value:
    """The truth of a condition, as a boolean; a chain holds when every link does."""
    terms = [value(term, world) for term in node.terms]
    return np.all([holds(*link) for link in zip(terms, node.signs, terms[1:], strict=False)])


def holds(left: Value, sign: str, right: Value) -> bool:
    """The truth of a comparison of two numbers; where one moves through the other there is a border, and no slope."""
    smooth(left - right)
    return bool({
        "=": left == right, "!=": left != right, "<": left < right,
        "<=": left <= right, ">": left > right, ">=": left >= right,
    }[sign])  # fmt: skip
