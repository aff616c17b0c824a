"""What is drawn for each kind of symbol: exact values over the whole domain of the kind, away from 0 and 1."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import singledispatch
from random import Random
from typing import Any

from calculus.check import arrays, constraints, landscapes, networks, witnesses
from calculus.interpreters import World
from calculus.language import kinds as k
from calculus.language.symbols import Symbol

LENGTH = 40  # of a sequence
QUARTERS = ((-4, -1), (0, 1), (1, 4), (-1, 0))  # a number goes through all of them, so that no threshold is missed


class NoWitness(Exception):
    """What was drawn has no such point: a plane has no minimizer. Another world is drawn."""


def ratio(source: Random, between: tuple[int, int] = (-4, 4)) -> Fraction:
    """A generic rational between two whole numbers, never whole itself.

    Its denominator is a power of two, so that it is the same number at every precision: a tie stays a tie.
    """
    under = source.choice((8, 16, 32))
    return Fraction(source.randrange(between[0] * under + 1, between[1] * under, 2), under)


def in_turn(source: Random, place: int) -> Callable[[], Fraction]:
    """Entries of an array: all positive in one world, all negative in the next, then of both signs."""
    sides = {0: (0, 4), 1: (-4, 0)}
    return lambda: ratio(source, sides.get(place % 4, (-4, 4)))


def inside(kind: k.Number, source: Random, place: int) -> Fraction:
    """A generic number of an interval; where a side is open-ended, within a few units of the other."""
    if kind.whole:
        lowest = int(kind.lower or 0)
        return Fraction(source.randint(lowest, lowest + 3 if kind.upper is None else int(kind.upper)))
    if kind.lower is None and kind.upper is None:
        return ratio(source, QUARTERS[(place + source.randrange(2)) % 4])
    lower = Fraction(kind.lower) if kind.lower is not None else Fraction(kind.upper) - 3
    upper = Fraction(kind.upper) if kind.upper is not None else lower + 3
    return lower + (upper - lower) * Fraction(source.randrange(1, 32, 2), 32)


@singledispatch
def drawn(kind: k.Kind, symbol: Symbol, world: World, source: Random, place: int) -> World:
    """The world with a value for one more symbol."""
    raise NotImplementedError(f"nothing is drawn for the kind {type(kind).__name__}")


@drawn.register
def _(kind: k.SizeKind, symbol: Symbol, world: World, source: Random, place: int) -> World:
    sizes_ = world.sizes if symbol.name in world.sizes else {**world.sizes, symbol.name: source.randint(2, 4)}
    return World(world.values, sizes_)


@drawn.register
def _(kind: k.Number, symbol: Symbol, world: World, source: Random, place: int) -> World:
    return world.bind(symbol.name, inside(kind, source, place))


@drawn.register
def _(kind: k.IndexKind, symbol: Symbol, world: World, source: Random, place: int) -> World:
    """Any value of the index, drawn on its own, so that two indices are sometimes equal and mostly not."""
    return world.bind(symbol.name, source.randint(1, world.size(kind.size)))


@drawn.register
def _(kind: k.Array, symbol: Symbol, world: World, source: Random, place: int) -> World:
    return world.bind(symbol.name, arrays.array(kind, world, in_turn(source, place)))


@drawn.register
def _(kind: k.FunctionKind, symbol: Symbol, world: World, source: Random, place: int) -> World:
    return witnesses.function(kind, symbol, world, lambda: ratio(source), place)


@drawn.register
def _(kind: k.Dependent, symbol: Symbol, world: World, source: Random, place: int) -> World:
    if kind.variable not in world.values:
        world = world.bind(kind.variable, ratio(source))
    if kind.trait.startswith("root of "):
        equation, root = witnesses.implicit(kind.variable, lambda: ratio(source))
        return world.bind(kind.trait.removeprefix("root of "), equation).bind(symbol.name, root)
    return world.bind(symbol.name, witnesses.of_one_number(k.Real, lambda: ratio(source), kind.variable))


@drawn.register
def _(kind: k.Special, symbol: Symbol, world: World, source: Random, place: int) -> World:
    if kind.trait == "loss":
        return world.bind(symbol.name, world.values["loss"])
    if kind.trait == "level":
        return world.bind(symbol.name, witnesses.level(kind.of))
    if kind.trait in ("minimizer", "lowest value"):
        return world.bind(symbol.name, lowest(kind, world))
    if kind.trait == "random":  # what it is drawn from is its density
        return world
    if kind.trait in ("limit", "candidate"):
        wrong = ratio(source) if kind.trait == "candidate" and place % 3 == 1 else 0
        return world.bind(symbol.name, witnesses.limit(kind.of, world) + wrong)
    if kind.trait == "constrained minimizer":
        return constraints.bound(kind, symbol, world, in_turn(source, place))
    if kind.trait in landscapes.DRAWN:
        return around_a_vector(kind, symbol, world, source, place)
    point = ratio(source)
    function = witnesses.with_special_point(kind.trait, point, lambda: ratio(source), place)
    return world.bind(symbol.name, point).bind(kind.of, function)


def around_a_vector(kind: k.Special, symbol: Symbol, world: World, source: Random, place: int) -> World:
    """A vector of two entries, seldom of three because slopes of slopes are dear, and a function made for it."""
    world = World(world.values, {**world.sizes, kind.rows: 3 if place % 4 == 1 else 2})
    point = arrays.array(k.Array(kind.rows), world, lambda: ratio(source))
    function = landscapes.drawn(kind.trait, point, lambda: ratio(source), place)
    return world.bind(symbol.name, point).bind(kind.of, function)


def lowest(kind: k.Special, world: World) -> Any:
    """A function's minimizer, or its value there."""
    point = world.values[kind.of].minimizer
    if point is None:
        raise NoWitness(f"{kind.of} has no minimizer")
    return point if kind.trait == "minimizer" else witnesses.value_at(kind.of, point)


@drawn.register
def _(kind: k.FamilyKind, symbol: Symbol, world: World, source: Random, place: int) -> World:
    length = world.size(kind.size) if kind.size is not None else LENGTH
    members: list[Any] = []
    for _ in range(length):
        members.append(drawn(kind.of, Symbol(symbol.name, kind.of), world, source, place).values[symbol.name])
    return world.bind(symbol.name, tuple(members))


@drawn.register
def _(kind: k.LayerKind, symbol: Symbol, world: World, source: Random, place: int) -> World:
    return world if "widths" in world.values else networks.drawn(world, lambda: ratio(source))


@drawn.register
def _(kind: k.SubsetKind, symbol: Symbol, world: World, source: Random, place: int) -> World:
    if world.size(kind.count) > world.size(kind.size):
        swapped = {kind.count: world.size(kind.size), kind.size: world.size(kind.count)}
        world = World(world.values, {**world.sizes, **swapped})
    return world
