"""Worlds in which functions have what they are said to have just where a claim looks, and nothing beyond."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from random import Random

from calculus.check import bare, densities
from calculus.check.points import integrates
from calculus.check.premises import admits
from calculus.check.samplers import ratio
from calculus.check.spots import Spot, looked_at
from calculus.formula import Formula
from calculus.interpreters import Lambda, World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.symbols import Symbol

SKIPPED = (w.Property, w.Exists)  # they look at their functions in ways of their own, which ask for more
ROUNDS = 3  # places looked at, each with every member
SMALLEST = 3  # worlds: slopes of large arrays are dear
NARROW = (Fraction(1, 64), Fraction(1, 8))


def worlds(formula: Formula, generic: list[World], conditions: tuple[Node, ...]) -> list[World]:
    """Generic worlds with other functions in them, as far as they satisfy the conditions."""
    changed = inner_first(formula.statement, [symbol for symbol in formula.symbols if is_changed(symbol, formula)])
    if not changed or any(isinstance(node, SKIPPED) or is_for_any(node) for node in formula.statement.walk()):
        return []
    generic = sorted(generic, key=lambda world: sum(world.sizes.values()))[:SMALLEST]
    most = max(len(choices(symbol.kind, formula.statement)) for symbol in changed)
    turns = range(most * rounds(formula, changed, generic[0]))
    found = (world_of(formula, changed, generic[turn % len(generic)], turn, most) for turn in turns)
    return [world for world in found if admits(world, conditions)]


def rounds(formula: Formula, changed: list[Symbol], world: World) -> int:
    """How often every member is met: at each place that is looked at, each time beside others; of arrays once."""
    if any(not symbol.is_scalar for symbol in formula.symbols if not symbol.is_function):
        return 1
    return min(ROUNDS, max(len(changed), *(len(looked_at(formula.statement, symbol, world)) for symbol in changed)))


def is_for_any(statement: Node) -> bool:
    """Whether an update is compared with an optimizer, which sees gradients only and no function."""
    return isinstance(statement, w.Update) and statement.solves is None


def is_changed(symbol: Symbol, formula: Formula) -> bool:
    """Whether there are bare members for what the symbol stands for, and nothing was drawn together with it."""
    kind = symbol.kind
    if isinstance(kind, k.Dependent):
        return kind.trait in bare.SLOPES
    known = OTHERS if integrates(formula.statement) else (*OTHERS, *bare.SLOPES)  # what swings takes long to integrate
    if not isinstance(kind, k.FunctionKind) or kind.trait not in known:
        return False
    kinds = [other.kind for other in formula.symbols]
    together = k.Special | k.FunctionKind | k.Dependent
    tied = (each for each in kinds if isinstance(each, together) and symbol.name in names(each))
    return all(isinstance(each, k.Special) and each.trait == "random" for each in tied)


def names(kind: k.Special | k.FunctionKind | k.Dependent) -> set[str]:
    """The names of what was drawn together with a symbol."""
    match kind:
        case k.Special(of=said) | k.FunctionKind(parameter=said) | k.Dependent(trait=said):  # as in "root of F"
            return set(said.split())


OTHERS = ("strictly increasing", "density", "light density", "lipschitz", "convex")


def choices(kind: k.Kind, statement: Node) -> list[bare.Member]:
    """The members of a kind's family, in turn; idle ones have no error, which need not have a stated order then."""
    if isinstance(kind, k.Dependent):
        kind = k.FunctionKind(trait=kind.trait)
    if kind.trait == "convex":
        return bare.CONVEX
    if kind.trait not in bare.SLOPES:
        return [bare.constant]
    has_order = any(isinstance(node, w.Expansion) and node.letter == "O" for node in statement.walk())
    return bare.members(kind) + ([] if has_order else bare.idle(kind))


def world_of(formula: Formula, changed: list[Symbol], world: World, turn: int, most: int) -> World:
    """One world: inner functions first, as where the outer ones are looked at hangs on them."""
    source, round_ = Random(f"{formula.name} {turn}"), turn // most
    for place, symbol in enumerate(changed):
        looked = looked_at(formula.statement, symbol, world)
        spot = looked[round_ % len(looked)]
        members = choices(symbol.kind, formula.statement)
        if members:
            member = members[(turn + place * round_) % len(members)]
            world = world.bind(symbol.name, function(symbol.kind, member, spot, world, source))
    return world


def inner_first(statement: Node, changed: list[Symbol]) -> list[Symbol]:
    """The functions, those in the arguments of others before these."""
    depth = dict.fromkeys(changed, 0)
    for apply in (node for node in statement.walk() if isinstance(node, w.Apply)):
        inside = [symbol for each in apply.arguments for symbol in each.walk() if symbol in depth]
        for outer in (symbol for symbol in apply.function.walk() if symbol in depth):
            depth[outer] = max([depth[outer], *(depth[symbol] + 1 for symbol in inside)])
    return sorted(changed, key=lambda symbol: depth[symbol])


def function(kind: k.Kind, member: bare.Member, spot: Spot, world: World, source: Random) -> Lambda:
    """A function of the kind that is bare at a place."""
    draw = lambda: ratio(source)  # noqa: E731
    if isinstance(kind, k.Dependent):
        return bent((Symbol(kind.variable, k.Real),), [member], spot, world, draw)
    match kind.trait:
        case "strictly increasing":
            return bare.rising(spot[0], draw)
        case "density" | "light density":
            width = source.choice(NARROW)
            return densities.between(
                spot[0] - width / 4, width, straight=kind.trait == "density" and bool(source.randrange(2))
            )
    inputs = parameters(kind)
    if kind.trait == "lipschitz":
        constant, count = world.values[kind.parameter], world.size(kind.outputs)
        return Lambda(inputs, bare.steep(constant, distances(inputs, spot, world), count))
    found = bent(inputs, [member] * world.size(kind.outputs), spot, world, draw)
    return without_its_value(found, spot) if kind.trait == "zero" else found


def parameters(kind: k.FunctionKind) -> tuple[Symbol, ...]:
    """Letters for what a function takes."""
    if kind.inputs == 1 and kind.columns == 1:
        return tuple(Symbol(f"t{place}", k.Real) for place in range(kind.arity))
    return (Symbol("v", k.Array(kind.inputs, kind.columns)),)


def bent(inputs: tuple[Symbol, ...], members: list[bare.Member], spot: Spot, world: World, draw: bare.Draw) -> Lambda:
    """A function whose entries are members of a family, in the distances from a place."""
    away = distances(inputs, spot, world)
    bodies = tuple(member(away, draw) for member in members)
    return Lambda(inputs, bodies[0] if len(bodies) == 1 else w.Column(bodies), breaks=spot if len(away) == 1 else ())


def without_its_value(found: Lambda, spot: Spot) -> Lambda:
    """The function less its value at a place."""
    return replace(found, body=found.body - found.body.substitute({found.parameters[0]: lift(spot[0])}))


def distances(inputs: tuple[Symbol, ...], spot: Spot, world: World) -> list[Node]:
    """The entries of what a function takes, measured from a place."""
    entries = [entry for each in inputs for entry in entries_of(each, world)]
    return [entry - lift(at) for entry, at in zip(entries, spot, strict=True)]


def entries_of(symbol: Symbol, world: World) -> list[Node]:
    """The entries of an array, or the number itself."""
    if symbol.is_scalar:
        return [symbol]
    rows, columns = (range(1, world.size(each) + 1) for each in symbol.shape)
    return [symbol[i] for i in rows] if len(columns) == 1 else [symbol[i, j] for i in rows for j in columns]
