"""The roads to a verdict: exactly, in SymPy's components; on the definition, at fifty digits; beside the libraries."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from calculus.check import implications, induction, inequalities, letters, recursions
from calculus.check.certificates import sharpness
from calculus.check.decide import TRUE, Decision, both, both_ways, decide
from calculus.check.draws import NoPoint, of_other_sizes, worlds
from calculus.check.edges import edges
from calculus.check.premises import admits, premises
from calculus.conditions import given
from calculus.formula import Formula
from calculus.interpreters import Exact, Precise, System, Undefined, World
from calculus.interpreters.precise import DIGITS
from calculus.language import words as w
from calculus.language.kinds import IndexKind
from calculus.language.node import Node
from calculus.language.symbols import Symbol

MEMBERS = 5  # of a family of functions: each is met on two roads at least, and the rule asks for one of these
NUMERIC_POINTS, DEAR_POINTS = 12, 3
WITH_LETTERS, BY_INDUCTION = "SymPy, with letters", "SymPy, by induction"
Decides = Callable[[Node, World], Decision]


@dataclass(frozen=True)
class Verdict:
    """What one road says: its independence class, true, false or None, at how many points, to how many digits."""

    klass: str
    road: str
    truth: bool | None
    points: int
    digits: int | None
    seconds: float
    reason: str = ""


@dataclass(frozen=True)
class Finding:
    """What a road found before it is timed and named: the decision, how it was reached, at how many points."""

    decision: Decision
    manner: str
    points: int


def exact(formula: Formula) -> Finding:
    """With letters where they are few, else at rational points."""
    if induction.applies(formula):
        if induction.by_induction(formula):
            return Finding(TRUE, BY_INDUCTION, 1)
        if (decision := induction.one_by_one(formula)).truth:
            return Finding(decision, WITH_LETTERS, induction.MEMBERS)
    if letters.decides(formula):
        decision = decided(formula, letters.world(formula), by(Exact()))
        if decision.truth is not None:
            return Finding(decision, WITH_LETTERS, 1)
    count = DEAR_POINTS if is_dear(formula) else MEMBERS
    return at_points(formula, Exact(), count, "SymPy, at rational points")


def is_dear(formula: Formula) -> bool:
    """Whether SymPy is slow at a single point: with an unknown function, an integral or a limit."""
    slow = w.Integral | w.Expectation | w.Limit | w.Expansion
    functions = any(symbol.is_function for symbol in formula.symbols)
    return functions or any(isinstance(node, slow) for node in formula.statement.walk())


def numeric(formula: Formula) -> Finding:
    """On the definitions, at fifty digits; inequalities are attacked, and proven on a box where intervals can."""
    found = at_points(formula, Precise(), affordable(formula.statement), "mpmath, on the definition")
    if found.decision.truth is not False and isinstance(formula.statement, w.Implies):
        tested = implications.tested(formula, worlds(formula.name, formula.symbols, given(formula.statement), 1)[0])
        found = found if tested.truth else replace(found, decision=tested)
    if found.decision.truth is not True or not inequalities.claims(formula.statement):
        return found
    starts = worlds(formula.name, formula.symbols, premises(formula.statement), affordable(formula.statement))
    if (world := inequalities.refuting(formula.statement, starts)) is not None:
        return replace(found, decision=at(formula, world, by(Precise())), points=found.points + 1)
    box = inequalities.proof(formula.statement)
    return replace(found, manner=f"Arb, proven for {box}" if box else f"{found.manner}, slack minimized")


def affordable(statement: Node) -> int:
    """How many generic points the numeric road tries: fewer where each takes hundreds of values."""
    in_arrays = any(isinstance(node, w.Expansion) and not node.variable.is_scalar for node in statement.walk())
    return MEMBERS if in_arrays or integrates(statement) else NUMERIC_POINTS


def integrates(statement: Node) -> bool:
    """Whether each value of the statement takes hundreds of others."""
    return any(isinstance(node, w.Integral | w.Expectation) for node in statement.walk())


def reference(formula: Formula) -> Finding:
    """In double precision, with JAX's derivatives and the libraries' functions, by arms of its own."""
    from calculus.check.reference import beside_libraries  # late: JAX takes a second to load

    generic = worlds(formula.name, formula.symbols, premises(formula.statement), MEMBERS)
    drawn = generic if integrates(formula.statement) else with_edges(formula, generic)
    return tried(formula, drawn, beside_libraries, "JAX and libraries, in double precision")


ROADS: dict[str, tuple[Callable[[Formula], Finding], int | None]] = {
    "exact": (exact, None),
    "numeric": (numeric, DIGITS),
    "reference": (reference, sys.float_info.dig),
}


def roads(formula: Formula) -> tuple[Verdict, ...]:
    """The verdict of every road."""
    return tuple(verdict(formula, klass) for klass in ROADS)


def holds(verdicts: tuple[Verdict, ...]) -> bool:
    """The rule: two trues of two classes, and no false."""
    classes = {verdict.klass for verdict in verdicts if verdict.truth}
    return len(classes) >= 2 and not any(verdict.truth is False for verdict in verdicts)


def verdict(formula: Formula, klass: str) -> Verdict:
    """One road's verdict with its seconds; a missing point or value is undecided, never a pass."""
    road, digits = ROADS[klass]
    start = time.perf_counter()
    try:
        found = road(formula)
    except (NoPoint, Undefined, NotImplementedError, RecursionError) as error:
        found = Finding(Decision(None, str(error)), klass, 0)
    seconds = time.perf_counter() - start
    return Verdict(klass, found.manner, found.decision.truth, found.points, digits, seconds, found.decision.reason)


def at_points(formula: Formula, system: System, count: int, manner: str) -> Finding:
    """True at every generic point and edge, with sharp inequalities; or the first decision that is not."""
    if any(isinstance(node, w.Equivalent) for node in formula.statement.walk()):
        count = max(count, NUMERIC_POINTS)  # until both statements were true, and both false
    generic = generic_worlds(formula, system, count)
    drawn = with_edges(formula, generic)
    if isinstance(system, Precise) and may_be_resized(formula):
        drawn += of_other_sizes(formula.name, formula.symbols, premises(formula.statement))
    found = tried(formula, drawn, by(system), manner)
    if found.decision.truth is not True:
        return found
    return replace(found, decision=both([sharp(formula, generic, system), both_ways(formula.statement, drawn, system)]))


def sharp(formula: Formula, generic: list[World], system: System) -> Decision:
    """Whether a certificate is met; where functions are drawn, by some member of their family: each is tried."""
    found = sharp_somewhere(formula.statement, generic, system)
    if found.truth or names_an_entry(formula.statement) or not any(symbol.is_function for symbol in formula.symbols):
        return found
    others = worlds(formula.name, formula.symbols, premises(formula.statement), 3 * MEMBERS)[len(generic) :]
    return sharp_somewhere(formula.statement, others, system) if others else found


def with_edges(formula: Formula, generic: list[World]) -> list[World]:
    """Generic worlds together with the edges of the statement: the same for every road."""
    return [*generic, *admitted_edges(formula.statement, generic[0], premises(formula.statement))]


def tried(formula: Formula, drawn: list[World], decides: Decides, manner: str) -> Finding:
    """True in every world, or the first decision that is not."""
    for place, world in enumerate(drawn, 1):
        decision = at(formula, world, decides)
        if decision.truth is not True:
            return Finding(decision, manner, place)
    return Finding(TRUE, manner, len(drawn))


def by(system: System) -> Decides:
    """How a statement is decided with the numbers of a system."""
    return lambda statement, world: decide(statement, world, system)


def may_be_resized(formula: Formula) -> bool:
    """Whether arrays of one entry or of seven are cheap and make sense: no slopes, no entry called by its number."""
    nodes = list(formula.statement.walk())
    slopes = w.Gradient | w.Jacobian | w.Hessian | w.Partial | w.Derivative | w.Nabla | w.Prime
    numbered = any(isinstance(node, w.Entry) and any(isinstance(i, w.Number) for i in node.indices) for node in nodes)
    return not (numbered or is_dear(formula) or any(isinstance(node, slopes | w.Optimum | w.Update) for node in nodes))


def admitted_edges(statement: Node, world: World, conditions: tuple[Node, ...]) -> list[World]:
    """The edges of a statement that satisfy conditions."""
    return [edge for edge in edges(statement, world) if admits(edge, conditions)]


def generic_worlds(formula: Formula, system: System, count: int) -> list[World]:
    """Generic worlds; for exact numbers those of small arrays, and where functions are iterated of rational values."""
    conditions = premises(formula.statement)
    if not isinstance(system, Exact):
        return worlds(formula.name, formula.symbols, conditions, count)
    if recursions.split(conditions)[0]:
        every = worlds(formula.name, formula.symbols, conditions, MEMBERS * count)
        return [world for world in every if recursions.stays_rational(world)][:count] or every[:count]
    every = worlds(formula.name, formula.symbols, conditions, max(count, affordable(formula.statement)))
    return sorted(every, key=lambda world: sum(world.sizes.values()))[:count]


def sharp_somewhere(statement: Node, generic: list[World], system: System) -> Decision:
    """Whether a certificate is met in one of the worlds; functions meet it only where they are the extremal ones.

    One that names an entry must be met whichever entry it is.
    """
    if names_an_entry(statement):
        return both([sharpness(statement, world, system) for world in generic])
    first = sharpness(statement, generic[0], system)
    others = (sharpness(statement, world, system) for world in generic[1:])
    return first if first.truth else next((other for other in others if other.truth), first)


def names_an_entry(statement: Node) -> bool:
    """Whether a certificate holds an index, which is drawn like everything else."""
    relations = [node for node in statement.walk() if isinstance(node, w.Relation)]
    values = [value for relation in relations for point in relation.sharp for _, value in point]
    return any(isinstance(node, Symbol) and isinstance(node.kind, IndexKind) for v in values for node in v.walk())


def at(formula: Formula, world: World, decides: Decides) -> Decision:
    """The decision in one world; where it is not true, with the numbers of that world."""
    decision = decided(formula, world, decides)
    return decision if decision.truth else Decision(decision.truth, f"{decision.reason} {where(world)}".strip())


def decided(formula: Formula, world: World, decides: Decides) -> Decision:
    """The statement's decision in one world; a value that does not exist there is undecided."""
    try:
        return decides(formula.statement, world)
    except Undefined as error:
        return Decision(None, str(error))


def where(world: World) -> str:
    """The numbers of a world, for the message."""
    plain = int | Fraction | tuple
    numbers = [f"{name} = {told(value)}" for name, value in world.values.items() if isinstance(value, plain)]
    return f"at {', '.join(numbers)}"[:200] if numbers else ""


def told(value: object) -> str:
    """A rational, or the rows of an array of them."""
    if isinstance(value, tuple):
        return "(" + ", ".join(told(entry) for entry in value) + ")"
    return str(value)
