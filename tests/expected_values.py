"""What a NumPy program must print, worked out by the evaluator at the program's own example."""

from fractions import Fraction

import mpmath
import numpy as np

from calculus.formula import Formula
from calculus.interpreters import Precise, World, evaluate
from calculus.interpreters.precise import DIGITS
from calculus.language import words as w
from calculus.language.node import Node
from calculus.source import numpy_program
from calculus.source.examples import example

EPSILON = {w.Constant("machine epsilon"): w.Divide(w.Number(1), w.Number(2**52))}  # which no evaluator needs to know


def expected(statement: Node, formula: Formula, found: list) -> list:
    """The values a program must print, from the evaluator at the same example; `found` is what it did print."""
    world = example(formula).world
    match statement:
        case w.Several(parts):
            return [value for part in parts for value in expected(part, formula, found)]
        case w.Definition(_, right):
            return [number(right, world)]
        case w.Expansion(left, right):
            return [number(left, world), number(right, world)]
        case w.Member(element):
            return [number(element, world)]
        case w.Relation(terms, signs) if set(signs) == {"="}:
            return [number(numpy_program.side(statement), world)]
        case w.Relation(terms):
            return [number(term, world) for term in terms]
        case w.Implies(premise, w.Property() as words):
            return [*expected(premise, formula, found), *expected(words, formula, found)]
        case w.Implies(_, conclusion):
            return expected(conclusion, formula, found)
        case w.Equivalent(left, right):
            return [*expected(left, formula, found), *expected(right, formula, found)]
        case w.Quantified(_, _, claim):
            return expected(claim, formula, found)
        case w.Property(point=w.Space()):
            return []
        case w.Property(function=function, point=point) if not point.is_scalar:
            place = np.asarray(world.values[point.name], dtype=float).ravel()
            beside = [
                world.bind(point.name, tuple((Fraction(each),) for each in row))
                for row in place + np.eye(len(place)) / 10
            ]
            return [number(function(point), world), np.array([number(function(point), each) for each in beside])]
        case w.Property():
            function, point = statement.function, statement.point
            around = [world.values[point.name] + step for step in (-Fraction(1, 10), 0, Fraction(1, 10))]
            return [np.array([number(function(point), world.bind(point.name, float(x))) for x in around])]
        case w.Exists():
            return [meeting(statement, world, found[0])]
        case w.Update(lines):
            return updated(lines, world)
    raise NotImplementedError(type(statement).__name__)


def number(node: Node, world: World) -> np.ndarray:
    """A node's value in plain numbers; a column as an array of one axis."""
    node = node.substitute(EPSILON)
    with mpmath.workdps(DIGITS):
        value = np.asarray(evaluate(node, world, Precise()), dtype=float)
    return value.ravel() if value.ndim == 2 and 1 in value.shape else value


def meeting(statement: w.Exists, world: World, found: float) -> float:
    """The point a program found, or none when the two sides do not meet there."""
    there = world.bind(statement.variable.name, float(found))
    left, right = (number(term, there) for term in statement.claim.terms)
    return float(found) if abs(left - right) < 1e-9 else float("nan")


def updated(lines: tuple, world: World) -> list:
    """The values after an update, carried out line by line."""
    old, new = world, world
    for line in lines:
        target, right = line.terms[0], line.terms[1]
        before = [node.body for node in right.walk() if isinstance(node, w.Previous)]
        former = {w.Previous(symbol): w.Symbol(f"former_{symbol.name}", symbol.kind) for symbol in before}
        inside = new
        for node, symbol in former.items():
            inside = inside.bind(symbol.name, old.values[node.body.name])
        node = right.substitute({**former, **EPSILON})
        new = new.bind(target.name, evaluate(node, inside, Precise()))
    return [number(line.terms[0], new) for line in lines]
