"""The roads to a verdict: exactly, in SymPy's components; on the definition, at fifty digits; beside the libraries."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace

from calculus.check import bare_worlds, implications, induction, inequalities, letters
from calculus.check.certificates import names_an_entry, sharp_somewhere
from calculus.check.decide import TRUE, Decision, both, both_ways, decide
from calculus.check.draws import of_other_sizes, worlds
from calculus.check.findings import Decides, Finding, at, decided, tried
from calculus.check.points import (
    CERTIFYING,
    DEAR_POINTS,
    MEMBERS,
    NUMERIC_POINTS,
    affordable,
    generic_worlds,
    integrates,
    is_dear,
    may_be_resized,
    with_edges,
)
from calculus.check.premises import premises
from calculus.conditions import given
from calculus.formula import Formula
from calculus.interpreters import Exact, Precise, System, Undefined, Unsettled, World
from calculus.interpreters.precise import DIGITS
from calculus.language import words as w

WITH_LETTERS, BY_INDUCTION = "SymPy, with letters", "SymPy, by induction"


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


def numeric(formula: Formula) -> Finding:
    """On the definitions, at fifty digits; inequalities are attacked, and proven on a box where intervals can."""
    found = at_points(formula, Precise(), affordable(formula.statement), "mpmath, on the definition")
    if found.decision.truth and (wrong := where_functions_are_bare(formula)):
        return wrong
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


def where_functions_are_bare(formula: Formula) -> Finding | None:
    """What is false where functions have no more than they are said to have; what comes too slowly says nothing."""
    conditions = premises(formula.statement)
    generic = worlds(formula.name, formula.symbols, conditions, MEMBERS)
    drawn = bare_worlds.worlds(formula, generic, conditions)
    found = (tried(formula, [world], by(Precise()), "mpmath, on bare functions") for world in drawn)
    return next((each for each in found if each.decision.truth is False), None)


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
    others = worlds(formula.name, formula.symbols, premises(formula.statement), CERTIFYING)[len(generic) :]
    return sharp_somewhere(formula.statement, others, system) if others else found


def by(system: System) -> Decides:
    """How a statement is decided with the numbers of a system; to fifty digits, what has no value is not true."""
    return definitely if isinstance(system, Precise) else lambda statement, world: decide(statement, world, system)


def definitely(statement: w.Statement, world: World) -> Decision:
    """The decision to fifty digits, where a value is missing only if there is none: that makes a claim false."""
    try:
        return decide(statement, world, Precise())
    except Unsettled:
        raise
    except Undefined as error:
        return Decision(False, str(error) or "there is no value")
