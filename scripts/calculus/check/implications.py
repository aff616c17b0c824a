"""Worlds in which a premise may fail: the conclusion must hold wherever it does, not only where it was drawn to."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

from calculus.check import landscapes
from calculus.check.decide import TRUE, Decision, decide
from calculus.formula import Formula
from calculus.interpreters import Exact, Lambda, Precise, Undefined, World, evaluate
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.symbols import Symbol

SINGLED_OUT = ("local extremum", "stationary with positive curvature")
SIZES = (Fraction(0), Fraction(3, 8), Fraction(-5, 8))  # of each power around the point: missing, up and down


def others(formula: Formula, world: World) -> list[World]:
    """The world with every sort of function around a point that was drawn as a special one."""
    for symbol in (s for s in formula.symbols if getattr(s.kind, "trait", "") in landscapes.DRAWN):
        return around_a_vector(symbol)
    points = [s for s in formula.symbols if isinstance(s.kind, k.Special) and s.kind.trait in SINGLED_OUT]
    if len(points) != 1 or not isinstance(formula.statement, w.Implies):
        return []
    spoken_of = {node.subject for node in formula.statement.walk() if isinstance(node, w.Property)}
    centers = dict.fromkeys(evaluate(place, world, Exact()) for place in (*points, *spoken_of))
    tables = itertools.product(centers, itertools.product(SIZES, repeat=4))
    return [world.bind(points[0].kind.of, around(Fraction(str(center)), factors)) for center, factors in tables]


def around_a_vector(symbol: Symbol) -> list[World]:
    """A point of the plane, with functions of every sort of landscape around it."""
    place = ((Fraction(7, 8),), (Fraction(-5, 8),))
    world = World({symbol.name: place}, {symbol.kind.rows: len(place)})
    return [world.bind(symbol.kind.of, function) for function in landscapes.every(place)]


def around(point: Fraction, factors: tuple[Fraction, ...]) -> Lambda:
    """A polynomial with these factors of the powers of the distance from a point."""
    t = Symbol("t", k.Real)
    body: Node = lift(Fraction(7, 16))
    for power, factor in enumerate(factors, 1):
        body = body + lift(factor) * (t - lift(point)) ** power
    return Lambda((t,), body)


def tested(formula: Formula, world: World) -> Decision:
    """False where the premise holds and the conclusion does not, or where the premise asks for more than it must.

    It asks for no more than it must when the conclusion fails somewhere on the border of its inequalities.
    """
    statement, worlds = formula.statement, others(formula, world)
    inside = [there for there in worlds if truth(statement.premise, there)]
    if any(truth(statement.conclusion, there) is False for there in inside):
        return Decision(False, "the premise holds where the conclusion does not")
    border = at_the_border(statement.premise)
    if not worlds or border == statement.premise:
        return TRUE
    there = (there for there in worlds if truth(border, there))
    needed = any(truth(statement.conclusion, world) is False for world in there)
    return TRUE if needed else Decision(False, "the premise asks for more than it must")


def mixed(formula: Formula, world: World, other: World) -> list[World]:
    """The world with one function of another world in place of its own, unless that refutes the formula itself."""
    if not isinstance(formula.statement, w.Implies):
        return []
    functions = [symbol.name for symbol in formula.symbols if symbol.is_function and symbol.name in other.values]
    found = [world.bind(name, other.values[name]) for name in functions]
    return [there for there in found if not refutes(formula.statement, there)]


def refutes(statement: Node, world: World) -> bool:
    """Whether an implication's premise holds in a world and its conclusion does not."""
    if not isinstance(statement, w.Implies):
        return False
    return truth(statement.premise, world) is True and truth(statement.conclusion, world) is False


def never_hold(formula: Formula, worlds: list[World]) -> bool:
    """Whether an implication says nothing, because its premise is false in every world there is."""
    if not isinstance(formula.statement, w.Implies):
        return False
    return not any(truth(formula.statement.premise, world) for world in (*worlds, *others(formula, worlds[0])))


def truth(statement: Node, world: World) -> bool | None:
    """The truth in one world; none where something has no value."""
    try:
        return decide(statement, world, Precise()).truth
    except Undefined:
        return None


def at_the_border(premise: Node) -> Node:
    """The premise with an equality for each strict inequality."""
    if isinstance(premise, w.Several):
        return replace(premise, parts=tuple(map(at_the_border, premise.parts)))
    if isinstance(premise, w.Relation) and set(premise.signs) <= {"<", ">"}:
        return replace(premise, signs=("=",) * len(premise.signs))
    return premise
