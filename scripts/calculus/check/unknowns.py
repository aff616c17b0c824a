"""Worlds of unknowns: a letter for every number and entry, and for every function one that nothing is known of."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import numpy as np
import sympy as sp

from calculus.check.draws import attempt, sizes
from calculus.check.edges import going_to_zero
from calculus.check.letters import CORNERS
from calculus.formula import Formula
from calculus.interpreters import World
from calculus.interpreters.arrays import each
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.symbols import Symbol, free_symbols

MOST_SIGNED = 4  # numbers whose signs are told apart, each positive, negative or zero


def worlds(formula: Formula) -> Iterator[World]:
    """One world of unknowns; where corners hang on signs, one for each way the numbers may be signed."""
    names = sorted({size for symbol in formula.symbols for size in sizes(symbol.kind)})
    small = dict(zip(names, range(2, 2 + len(names)), strict=True)) if len(names) < 2 else None
    found = attempt(formula.symbols, Random(formula.name), 2, small)
    free = free_symbols(formula.statement).values()
    numbers = [symbol for symbol in free if isinstance(symbol.kind, k.Number) and not symbol.kind.whole]
    vanishing = going_to_zero(formula.statement)
    for symbol in formula.symbols:
        found = bound(symbol, found)
    cornered = any(isinstance(node, w.Indicator | w.Cases) or is_cornered(node) for node in formula.statement.walk())
    if not cornered or len(numbers) > MOST_SIGNED:
        yield found
        return
    for values in itertools.product(*(signed(number, never_zero=number in vanishing) for number in numbers)):
        world = found
        for symbol, value in zip(numbers, values, strict=True):
            world = world.bind(symbol.name, value)
        yield world


def is_cornered(node: w.Node) -> bool:
    """Whether the value of a function hangs on the sign of its argument."""
    return isinstance(node, w.Known) and node.name in CORNERS


def signed(symbol: Symbol, *, never_zero: bool) -> list[sp.Expr]:
    """A number as a positive letter, as a negative one and as zero, as far as its domain admits them."""
    letter, kind = sp.Symbol(symbol.name, positive=True), symbol.kind
    below = kind.lower is None or kind.lower < 0
    zero = not never_zero and kind != k.NonZero and (below or (kind.lower == 0 and kind.closed))
    return [letter, *([-letter] if below else []), *([sp.Integer(0)] if zero else [])]


def bound(symbol: Symbol, world: World) -> World:
    """The world with an unknown for a symbol; counted things and networks keep what was drawn."""
    match symbol.kind:
        case k.Number(whole=False, lower=lower):
            return world.bind(symbol.name, sp.Symbol(symbol.name, real=True, positive=lower == 0 or None))
        case k.Array() as kind:
            return world.bind(symbol.name, entries(symbol, kind, world))
        case k.FunctionKind(trait=trait) as kind if trait != "activation":
            return world.bind(symbol.name, function(symbol, kind, world))
        case k.Dependent(variable, trait) if not trait.startswith("root of "):
            world = world.bind(variable, sp.Symbol(variable, real=True))
            return world.bind(symbol.name, sp.Function(symbol.name, real=True))
        case k.Special(trait=trait, of=field) if trait not in ("loss", "level", "constrained minimizer"):
            unknown = sp.Function(field, real=True)
            return world.bind(symbol.name, sp.Symbol(symbol.name, real=True)).bind(field, unknown)
    return world


def entries(symbol: Symbol, kind: k.Array, world: World) -> np.ndarray:
    """An array with a letter in every place, the same two where a symmetric matrix has the same two."""
    result = np.empty(tuple(world.size(size) for size in kind.shape), dtype=object)
    positive = kind.trait in ("positive", "simplex") or None
    for place in np.ndindex(*result.shape):
        same = sorted(place) if kind.trait in ("symmetric", "positive definite") else place
        result[place] = sp.Symbol(f"{symbol.name}_{'_'.join(map(str, same))}", real=True, positive=positive)
    return result


def function(symbol: Symbol, kind: k.FunctionKind, world: World) -> Callable[..., Any]:
    """A function of numbers or of arrays, with as many values as it has."""
    count = world.size(kind.outputs)
    names = [symbol.name] if count == 1 else [f"{symbol.name}_{place}" for place in range(count)]
    unknown = [sp.Function(name, real=True) for name in names]

    def value(*arguments: Any) -> Any:
        if kind.inputs == 1 and count == 1:
            return each(unknown[0], *arguments)
        flat = [entry for argument in arguments for entry in np.ravel(argument)]
        column = np.array([[one(*flat)] for one in unknown], dtype=object)
        return column if count > 1 else column[0, 0]

    return value
