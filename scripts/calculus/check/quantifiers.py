"""Values to try a quantified statement at: small and large ones, and those around a center that a premise names."""

from __future__ import annotations

import itertools
from fractions import Fraction
from random import Random

import sympy as sp

from calculus.interpreters import Exact, World, evaluate
from calculus.language import words as w
from calculus.language.kinds import Array, Number
from calculus.language.node import Node
from calculus.language.symbols import Symbol

WANTED = [Fraction(3), Fraction(3, 1000)]  # what must be met for every number greater than zero
OFFERED = [Fraction(1, 64**power) for power in range(5)]  # where some number greater than zero is looked for
SPREAD = [1, Fraction(1, 2), 2]  # of the arrays that stand for every array
SHARES = [Fraction(*share) for share in ((1, 3), (96, 97), (0, 1), (1, 10**6), (5, 4), (10**9, 1))]


class NoValues(NotImplementedError):
    """A quantified statement of a form that cannot be tried."""


def values(statement: w.Quantified, world: World) -> list:
    """The values to try, by the symbol's kind; for a letter without bounds those around its premise's center."""
    kind = statement.variable.kind
    if isinstance(kind, Array) and kind.trait == "" and statement.quantifier == "every":
        return points(world.size(kind.rows), world.size(kind.columns), len(SPREAD))
    if isinstance(kind, Number) and (kind.lower, kind.upper) == (0, None) and not kind.whole:
        return WANTED if statement.quantifier == "every" else OFFERED
    if isinstance(statement.claim, w.Implies) and statement.quantifier == "every":
        return around(statement.variable, statement.claim.premise, world)
    raise NoValues(f"nothing to try for {statement.variable.name}: bound it, or say how near it is to what")


def points(rows: int, columns: int, count: int) -> list[tuple[tuple[Fraction, ...], ...]]:
    """Arrays of every sign and of several sizes, none of them special."""
    source = Random(rows * 31 + columns)
    return [
        tuple(tuple(size * Fraction(source.randrange(-31, 32, 2), 16) for _ in range(columns)) for _ in range(rows))
        for size in itertools.islice(itertools.cycle(SPREAD), count)
    ]


def around(variable: Symbol, premise: Node, world: World) -> list[Fraction]:
    """The center, and values at shares of the radius on both sides, some beyond it: the premise sorts them out."""
    for node in premise.walk():
        match node:
            case w.Relation((*_, w.Apply(w.Known("absolute"), (w.Subtract(first, center),)), radius)):
                if first == variable:
                    middle, far = rational(center, world), rational(radius, world)
                    return [middle + side * share * far for share in SHARES for side in (1, -1)]
    raise NoValues(f"the premise must say how near {variable.name} is: |{variable.name} - a| < δ")


def rational(node: Node, world: World) -> Fraction:
    """The exact rational value of a node."""
    found = sp.sympify(evaluate(node, world, Exact()))
    if not found.is_Rational:
        raise NoValues("a center or radius is not rational")
    return Fraction(int(found.p), int(found.q))
