"""Where a claim asks a function for its values: the arguments it is applied to, in numbers of one world."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import sympy as sp

from calculus.interpreters import Exact, Undefined, World, evaluate
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol

Spot = tuple[Fraction, ...]  # the entries of all arguments, one after the other
LONGEST = 2**99  # what fifty digits hold


def looked_at(statement: Node, symbol: Symbol, world: World) -> list[Spot]:
    """Where a claim asks for the function's values, in numbers that are the same at every precision."""
    if isinstance(symbol.kind, k.Dependent):
        return [(world.values[symbol.kind.variable],)]
    if symbol.kind.trait == "zero":
        return [(world.values[symbol.kind.parameter],)]
    world = at_their_limits(statement, world)
    applied = (node for node in statement.walk() if isinstance(node, w.Apply) and symbol in node.function.walk())
    found = [place for place in (placed(node.arguments, world) for node in applied) if place]
    if symbol.kind.arity == 1 and symbol.kind.inputs == symbol.kind.columns == 1:  # an array is taken entry by entry
        found = [(entry,) for place in found for entry in place]
    return list(dict.fromkeys(found)) or [origin(symbol.kind, world)]


def at_their_limits(statement: Node, world: World) -> World:
    """The world in which what tends to a value has arrived there."""
    for node in statement.walk():
        if isinstance(node, w.Expansion) and node.variable.is_scalar:
            world = world.bind(node.variable.name, Fraction(0))
        elif isinstance(node, w.Expansion):
            rows, columns = (world.size(each) for each in node.variable.shape)
            world = world.bind(node.variable.name, ((Fraction(0),) * columns,) * rows)
        elif isinstance(node, w.Limit) and (target := placed((node.target,), world)):
            world = world.bind(node.variable.name, target[0])
    return world


def placed(arguments: tuple[Node, ...], world: World) -> Spot | None:
    """The entries of arguments as rationals whose denominators are powers of two; none where they are no such."""
    before = {node: node.body for each in arguments for node in each.walk() if isinstance(node, w.Previous)}
    try:
        values = [np.ravel(evaluate(argument.substitute(before), world, Exact())) for argument in arguments]
    except (Undefined, KeyError, TypeError, ValueError, NotImplementedError, AttributeError):
        return None
    entries = [sp.sympify(entry) for column in values for entry in column]
    if not all(each.is_Rational and bin(each.q).count("1") == 1 and abs(each.p) < LONGEST for each in entries):
        return None
    return tuple(Fraction(int(each.p), int(each.q)) for each in entries)


def origin(kind: k.FunctionKind, world: World) -> Spot:
    """Zero, where nothing else is asked for."""
    size = world.size(kind.inputs) * world.size(kind.columns)
    return (Fraction(0),) * size * kind.arity
