"""Where a claim may break: the values at which a denominator, a corner's argument or a test of a case is zero."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from fractions import Fraction

import sympy as sp

from calculus.interpreters import Exact, Undefined, World, evaluate
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

TURNING = ("absolute", "sign", "relu", "ln", "sqrt")
DEAR = w.Integral | w.Expectation | w.Limit | w.Optimum | w.Derivative | w.Gradient | w.Prime  # to ask for exactly
COMPARING = ("maximum", "minimum", "huber")


def roots(statement: Node, symbol: Symbol, world: World) -> list[Fraction]:
    """Values of one symbol at which something in the statement is zero, where that is linear on a side of zero."""
    return zeros(critical(statement), symbol, world)


def crossings(statement: Node, symbol: Symbol, world: World) -> list[Fraction]:
    """Values of one symbol at which the two sides of a weak inequality meet: beyond them it may turn round."""
    nodes = list(statement.walk())
    if any(isinstance(node, DEAR) or (isinstance(node, Symbol) and node.is_function) for node in nodes):
        return []
    weak = (node for node in nodes if isinstance(node, w.Relation) and {"<=", ">="} & set(node.signs))
    pairs = (pair for node in weak for pair in itertools.pairwise(node.terms) if pair[0].is_scalar)
    return zeros((w.Subtract(*pair) for pair in pairs), symbol, world)


def zeros(expressions: Iterator[Node], symbol: Symbol, world: World) -> list[Fraction]:
    """Where expressions are zero, as far as they are linear in the symbol."""
    sides = itertools.product([node for node in expressions if symbol.name in free_symbols(node)], (1, -1))
    found = (root(expression, symbol, world, side) for expression, side in sides)
    return list(dict.fromkeys(value for value in found if value is not None))


def critical(statement: Node) -> Iterator[Node]:
    """Expressions whose zero is a pole, a kink or a border between cases."""
    for node in statement.walk():
        match node:
            case w.Divide(_, right):
                yield right
            case w.Apply(w.Known(name) | w.Prime(w.Known(name)), arguments) if name in TURNING:
                yield arguments[0]
            case w.Apply(w.Known(name) | w.Prime(w.Known(name)), arguments) if name in COMPARING:
                yield from (w.Subtract(one, other) for one, other in itertools.combinations(arguments, 2))
                yield from (w.Add(one, other) for one, other in itertools.combinations(arguments, 2))
            case w.Cases(tests=tests):
                yield from (w.Subtract(*test.terms[:2]) for test in tests if isinstance(test, w.Relation))
            case w.Relation(terms, signs) if {"<", ">", "!="} & set(signs):
                yield from (w.Subtract(*pair) for pair in itertools.pairwise(terms) if pair[0].is_scalar)
            case w.Indicator(w.Relation(terms)):
                yield w.Subtract(*terms[:2])


def root(expression: Node, symbol: Symbol, world: World, side: int) -> Fraction | None:
    """The zero of an expression that is linear in the symbol on one side of zero, or None."""
    try:
        first, second, third = (value(expression, symbol, world, Fraction(side * x)) for x in (1, 2, 3))
    except (Undefined, KeyError, TypeError, ValueError, NotImplementedError):
        return None
    slope = second - first
    if third - second != slope or slope == 0:
        return None
    return side * (1 - first / slope)


def value(expression: Node, symbol: Symbol, world: World, at: Fraction) -> Fraction:
    """The expression's rational value, or a ValueError where it has none."""
    found = sp.sympify(evaluate(expression, world.bind(symbol.name, at), Exact()))
    if not found.is_Rational:
        raise ValueError("not a rational number")
    return Fraction(int(found.p), int(found.q))
