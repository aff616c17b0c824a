"""Where several letters together leave a claim without a value: a zero of a denominator, a norm, a logarithm."""

from __future__ import annotations

from collections.abc import Iterator

from calculus.check.premises import solved
from calculus.interpreters import World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.symbols import free_symbols

DEAR = w.Integral | w.Expectation | w.Limit | w.Optimum | w.Derivative | w.Gradient | w.Jacobian | w.Hessian | w.Prime


def holes(statement: Node, world: World) -> Iterator[World]:
    """Worlds in which a denominator or the argument of a logarithm is zero, as far as that is linear in a letter."""
    for place in dict.fromkeys(undefined_at_zero(statement)):
        letters = free_symbols(place).values()
        if len(letters) < 2 or not all(isinstance(letter.kind, k.Number | k.Array | k.SizeKind) for letter in letters):
            continue
        if not any(isinstance(node, DEAR) for node in place.walk()):
            there = solved(world, w.Relation((place, lift(0)), ("=",)))
            if there is not world:
                yield there


def undefined_at_zero(statement: Node) -> Iterator[Node]:
    """What must not be zero; of a norm, or its power, what it is taken of."""
    if isinstance(statement, w.Update | w.Expansion):
        return
    for node in statement.walk():
        match node:
            case w.Divide(_, right):
                yield from (each.body for each in right.walk() if isinstance(each, w.Norm))
                yield right
            case w.Apply(w.Known("ln"), (argument,)):
                yield argument
