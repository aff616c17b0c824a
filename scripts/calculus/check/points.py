"""At which points a road tries a formula: how many generic ones it can afford, its edges, arrays of other sizes."""

from __future__ import annotations

from calculus.check import recursions
from calculus.check.draws import worlds
from calculus.check.edges import edges
from calculus.check.holes import holes
from calculus.check.premises import admits, premises
from calculus.formula import Formula
from calculus.interpreters import Exact, System, World
from calculus.language import words as w
from calculus.language.node import Node

MEMBERS = 5  # of a family of functions: each is met on two roads at least, and the rule asks for one of these
NUMERIC_POINTS, DEAR_POINTS = 12, 3
CERTIFYING = 6 * MEMBERS  # until the member that meets a certificate was among them, where conditions refuse many


def generic_worlds(formula: Formula, system: System, count: int) -> list[World]:
    """Generic worlds; for exact numbers those in which functions take rationals to rationals, then of small arrays."""
    conditions = premises(formula.statement)
    if not isinstance(system, Exact):
        return worlds(formula.name, formula.symbols, conditions, count)
    if recursions.split(conditions)[0]:
        every = worlds(formula.name, formula.symbols, conditions, MEMBERS * count)
        return [world for world in every if recursions.stays_rational(world)][:count] or every[:count]
    every = worlds(formula.name, formula.symbols, conditions, max(count, affordable(formula.statement)))
    return sorted(every, key=lambda world: (not recursions.stays_rational(world), sum(world.sizes.values())))[:count]


def affordable(statement: Node) -> int:
    """How many generic points the numeric road tries: fewer where each takes hundreds of values."""
    in_arrays = any(isinstance(node, w.Expansion) and not node.variable.is_scalar for node in statement.walk())
    return MEMBERS if in_arrays or integrates(statement) else NUMERIC_POINTS


def integrates(statement: Node) -> bool:
    """Whether each value of the statement takes hundreds of others."""
    return any(isinstance(node, w.Integral | w.Expectation) for node in statement.walk())


def is_dear(formula: Formula) -> bool:
    """Whether SymPy is slow at a single point: with an unknown function, an integral or a limit."""
    slow = w.Integral | w.Expectation | w.Limit | w.Expansion
    functions = any(symbol.is_function for symbol in formula.symbols)
    return functions or any(isinstance(node, slow) for node in formula.statement.walk())


def may_be_resized(formula: Formula) -> bool:
    """Whether arrays of one entry or of seven are cheap and make sense: no slopes, no entry called by its number."""
    nodes = list(formula.statement.walk())
    slopes = w.Gradient | w.Jacobian | w.Hessian | w.Partial | w.Derivative | w.Nabla | w.Prime
    numbered = any(isinstance(node, w.Entry) and any(isinstance(i, w.Number) for i in node.indices) for node in nodes)
    return not (numbered or is_dear(formula) or any(isinstance(node, slopes | w.Optimum | w.Update) for node in nodes))


def with_edges(formula: Formula, generic: list[World]) -> list[World]:
    """Generic worlds together with the edges of the statement: the same for every road."""
    return [*generic, *admitted_edges(formula.statement, generic[0], premises(formula.statement))]


def admitted_edges(statement: Node, world: World, conditions: tuple[Node, ...]) -> list[World]:
    """The edges and holes of a statement that satisfy conditions."""
    found = [*edges(statement, world), *holes(statement, world)]
    return [each for each in found if admits(each, conditions)]
