"""What must hold where a claim is tried: conditions and premises, and worlds in which their equalities come true."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import sympy as sp

from calculus.check import recursions
from calculus.check.decide import decide
from calculus.check.edges import is_inside
from calculus.conditions import given
from calculus.interpreters import Exact, Precise, Undefined, World, evaluate
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols


def premises(statement: Node) -> tuple[Node, ...]:
    """What a statement is given, and what it concludes from."""
    if not isinstance(statement, w.Implies):
        return given(statement)
    parts = getattr(statement.premise, "parts", (statement.premise,))
    return (*given(statement), *parts, *premises(statement.conclusion))


def admits(world: World, conditions: tuple[Node, ...]) -> bool:
    """Whether a world satisfies every condition; a recursion is no condition on what was drawn."""
    _, plain = recursions.split(conditions)
    try:
        return all(decide(condition, world, Precise()).truth is True for condition in plain)
    except Undefined:
        return False


def satisfying(world: World, conditions: tuple[Node, ...]) -> World:
    """The world with letters set so that equalities among the conditions hold, where they are linear in one."""
    _, plain = recursions.split(conditions)
    for condition in plain:
        if isinstance(condition, w.Relation) and condition.signs == ("=",) and not admits(world, (condition,)):
            world = solved(world, condition)
    return world


def solved(world: World, equality: w.Relation) -> World:
    """The world with the first letter that an equality is linear in set to a solution, inside its domain."""
    for symbol in filter(can_be_set, free_symbols(equality).values()):
        value = solution(world, equality, symbol)
        if value is not None and (isinstance(value, tuple) or is_inside(symbol, value)):
            return world.bind(symbol.name, value)
    return world


def can_be_set(symbol: Symbol) -> bool:
    """Whether any number, or any array, may stand for the letter."""
    if isinstance(symbol.kind, k.Number):
        return not symbol.kind.whole
    return isinstance(symbol.kind, k.Array) and symbol.kind.trait == ""


def solution(world: World, equality: w.Relation, symbol: Symbol) -> Any:
    """The letter's value from a linear system; entries that stay free keep what was drawn."""
    drawn = np.array(evaluate(symbol, world, Exact()), dtype=object)
    drawn = np.atleast_2d(drawn) if isinstance(symbol.kind, k.Array) else drawn  # one of one entry has a number's value
    unknown = np.array([sp.Dummy() for _ in range(drawn.size)], dtype=object)
    inside = world.bind(symbol.name, unknown.reshape(drawn.shape) if drawn.ndim else unknown[0])
    try:
        left, right = (np.ravel(evaluate(term, inside, Exact())) for term in equality.terms)
        found = next(iter(sp.linsolve([sp.expand(entry) for entry in left - right], *unknown)))
    except (Undefined, StopIteration, ValueError, TypeError, NotImplementedError):
        return None
    free = dict(zip(unknown, drawn.ravel(), strict=True))
    values = [sp.sympify(entry).subs(free) for entry in found]
    if not all(value.is_Rational for value in values):
        return None
    entries = [Fraction(int(value.p), int(value.q)) for value in values]
    return tuple(map(tuple, np.array(entries, dtype=object).reshape(drawn.shape))) if drawn.ndim else entries[0]
