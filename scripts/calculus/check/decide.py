"""Whether a statement holds in one world: true, false, or undecided with the reason. One arm for each kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from itertools import islice

import numpy as np

from calculus.check import existence, expansions, optima, properties, quantifiers, updates
from calculus.interpreters import Missing, Precise, System, World, evaluate
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.statements import zero


@dataclass(frozen=True)
class Decision:
    """True, false, or None for undecided; the reason is shown when it is not true."""

    truth: bool | None
    reason: str = ""


TRUE = Decision(True)
EARLY, LATE = (1, 2, 3), (1, 2, 7, 40)  # steps of an update rule


def both(decisions: list[Decision]) -> Decision:
    """False if one is false, undecided if one is undecided, else true."""
    wrong = [d for d in decisions if d.truth is False]
    unsure = [d for d in decisions if d.truth is None]
    return (wrong or unsure or [TRUE])[0]


@singledispatch
def decide(statement: Node, world: World, system: System) -> Decision:
    """The decision by kind of statement; a kind without an arm is named."""
    raise NotImplementedError(f"no decision for {type(statement).__name__}")


@decide.register
def relation(statement: w.Relation, world: World, system: System) -> Decision:
    links = zip(statement.terms, statement.signs, statement.terms[1:], strict=False)
    return both([link(left, sign, right, world, system, statement.sharp) for left, sign, right in links])


def link(left: Node, sign: str, right: Node, world: World, system: System, sharp: optima.Points = ()) -> Decision:
    """One link of a chain."""
    if isinstance(left, w.Optimum) and sign == "!=":
        found = link(left, "=", right, world, system, sharp).truth
        return Decision(None if found is None else not found, "it is the optimum")
    if isinstance(left, w.Optimum) and sign == "=":
        if left.which in ("min", "max"):
            return Decision(optima.is_optimal_value(left, right, sharp, world, system), "it is not the optimal value")
        return Decision(optima.is_optimum(left, right, world, system, strict=True), "it is not the only optimum")
    before = evaluate(left, world, system)
    after = evaluate(right, world, system)
    if zero(right) and isinstance(before, np.ndarray):
        after = before * 0
    if sign == "=":
        return compared(system.equal(before, after), before, sign, after)
    return compared(ordered(before, sign, after, system), before, sign, after)


def ordered(before: object, sign: str, after: object, system: System) -> bool | None:
    """An inequality between two numbers; equality at the point itself counts for a weak sign only."""
    same = system.equal(before, after)
    if sign == "!=" or same is None:
        return None if same is None else not same
    if same:
        return sign in ("<=", ">=")
    truth = system.holds(before, sign, after)
    return truth if isinstance(truth, bool) else None


def compared(truth: bool | None, before: object, sign: str, after: object) -> Decision:
    """A comparison's decision, with both sides told when it does not hold."""
    return TRUE if truth else Decision(truth, f"{shown(before)} {sign} {shown(after)}")


def shown(value: object) -> str:
    """A value to ten digits; an array entry by entry."""
    if isinstance(value, np.ndarray):
        return "(" + ", ".join(shown(entry) for entry in value.flat) + ")"
    try:
        return f"{float(value):.10g}"  # type: ignore[arg-type]
    except TypeError:
        return str(value)


@decide.register
def definition(statement: w.Definition, world: World, system: System) -> Decision:
    meant = statement.left if statement.same_as is None else statement.same_as
    if isinstance(meant, w.Symbol | w.Alias):
        return Decision(None, "a definition needs something to be compared with: same_as=")
    before, after = evaluate(meant, world, system), evaluate(statement.right, world, system)
    return compared(system.equal(before, after), before, "=", after)


@decide.register
def update(statement: w.Update, world: World, system: System) -> Decision:
    """The rule is where the optimizer it claims to be is, unrolled, at first and after many steps."""
    if statement.solves is not None:
        if not isinstance(system, Precise) and any(isinstance(node, w.Inverse) for node in statement.walk()):
            return Decision(None, "an inverse at each step makes exact numbers too long")
        return both([decide(equation, there, system) for equation, there in updates.solved(statement, world, system)])
    if statement.same_as is None:
        return Decision(None, "an update rule needs something to be compared with: same_as=optax.…, or solves=")
    compared_at = LATE if isinstance(system, Precise) else EARLY  # exact numbers grow long
    past = list(islice(updates.steps(statement, world, system), compared_at[-1]))
    for number in compared_at:
        here, there = past[number - 1].after, updates.unrolled(statement.same_as, past[:number], system)
        agrees = system.equal(here, there)
        if agrees is not True:
            return compared(agrees, here, f"after {number} steps, but unrolled", there)
    return TRUE


@decide.register
def several(statement: w.Several, world: World, system: System) -> Decision:
    return both([decide(part, world, system) for part in statement.parts])


@decide.register
def expansion(statement: w.Expansion, world: World, system: System) -> Decision:
    """The remainder over its size tends to zero for o; to a finite number other than zero for a sharp O."""
    remainder = expansions.Part(w.Subtract(statement.left, statement.right), statement, world, system)
    sides = ("+",) if statement.variable.shape != (1, 1) else ("+", "-")
    try:
        found = [remainder.of_its_size(side) for side in sides]
        aside = [remainder.along(path) for path in expansions.paths(statement, world, system)]
    except Missing:
        return Decision(False, "the remainder is not of the size stated")
    if statement.letter == "o":
        found += aside
    vanishing = [expansions.vanishes(each, system) for each in found]
    if None in vanishing:
        return Decision(None, f"the remainder tends to {shown(found[0])} of its size")
    if statement.letter == "o":
        return Decision(all(vanishing), f"the remainder tends to {shown(found[0])} of its size")
    return Decision(not any(vanishing), "the remainder is smaller than the order stated")


@decide.register
def exists(statement: w.Exists, world: World, system: System) -> Decision:
    return Decision(*existence.found(statement, world, system))


@decide.register
def implies(statement: w.Implies, world: World, system: System) -> Decision:
    premise = decide(statement.premise, world, system)
    if premise.truth is not True:
        return Decision(None, f"the premise does not hold where the conclusion is tried: {premise.reason}")
    return decide(statement.conclusion, world, system)


@decide.register
def equivalent(statement: w.Equivalent, world: World, system: System) -> Decision:
    """Both hold or neither does; where one cannot be decided, nothing is said."""
    left, right = (existing(side, world, system) for side in (statement.left, statement.right))
    if left.truth is None or right.truth is None:
        return both([left, right])
    reason = left.reason or right.reason
    return TRUE if left.truth == right.truth else Decision(False, f"one statement holds without the other: {reason}")


def existing(statement: Node, world: World, system: System) -> Decision:
    """A decision in which a value that is known not to exist makes the statement false: no limit is equal to L."""
    try:
        return decide(statement, world, system)
    except Missing as error:
        return Decision(False, str(error))


def both_ways(statement: Node, worlds: list[World], system: System) -> Decision:
    """Equivalent statements must have been met where both hold and where neither does."""
    if isinstance(statement, w.Several):
        return both([both_ways(part, worlds, system) for part in statement.parts])
    if not isinstance(statement, w.Equivalent):
        return TRUE
    truths = {existing(statement.left, world, system).truth for world in worlds}
    return TRUE if {True, False} <= truths else Decision(None, "the two statements were met only true or only false")


@decide.register
def quantified(statement: w.Quantified, world: World, system: System) -> Decision:
    """Every value must do, or one; those at which a premise fails say nothing, and some must be left."""
    name, claim = statement.variable.name, statement.claim
    tried = [world.bind(name, value) for value in quantifiers.values(statement, world)]
    if isinstance(claim, w.Implies):
        tried = [there for there in tried if existing(claim.premise, there, system).truth]
    if not tried:
        return Decision(None, f"the premise holds for no {name} that was tried")
    found = (existing(claim, there, system) for there in tried)
    if statement.quantifier == "every":
        return next((one for one in found if one.truth is not True), TRUE)
    return next((one for one in found if one.truth), Decision(False, f"no {name} does"))


@decide.register
def property_(statement: w.Property, world: World, system: System) -> Decision:
    return Decision(properties.has(statement, world, system), f"it is not {statement.words}")


@decide.register
def member(statement: w.Member, world: World, system: System) -> Decision:
    if isinstance(statement.collection, w.Space):  # its shape was settled when it was built; it must have a value
        evaluate(statement.element, world, system)
        return TRUE
    optimum = statement.collection
    if not isinstance(optimum, w.Optimum):
        return Decision(None, "only a set of optima can be looked into")
    return Decision(optima.is_optimum(optimum, statement.element, world, system, strict=False))
