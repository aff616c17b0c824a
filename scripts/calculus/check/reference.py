"""Whether a statement holds in one world by the reference interpreter: one arm for each kind of statement."""

from __future__ import annotations

from fractions import Fraction
from functools import singledispatch

import numpy as np
from jax.errors import ConcretizationTypeError, TracerArrayConversionError
from scipy.optimize import brentq

from calculus.check import quantifiers, reference_properties, reference_updates
from calculus.check.decide import TRUE, Decision, both
from calculus.check.reference_comparisons import equal, is_estimated, ordered, shown
from calculus.interpreters import Missing, Undefined, World
from calculus.interpreters.reference import value
from calculus.interpreters.reference.calculus import apart, settling
from calculus.interpreters.reference.constants import held
from calculus.interpreters.reference.numbers import real
from calculus.interpreters.reference.optima import lowest
from calculus.language import words as w
from calculus.language.kinds import Array
from calculus.language.node import Node
from calculus.language.statements import zero
from calculus.language.symbols import free_symbols

# Relative changes of the size of a double's last digits, and how many times what they move is still noise.
LAST_DIGITS = tuple(1 + Fraction(ulps, 2**50) for ulps in (0, 1, -3, 7))
NOISE = 30
SHARES = (1e-6, 1 - 1e-6, *np.linspace(0, 1, 24)[1:-1])  # where an existence claim looks for a change of sign


def beside_libraries(statement: Node, world: World) -> Decision:
    """The decision; what overflows or cannot be differentiated by JAX is undecided, never a pass."""
    try:
        with np.errstate(all="ignore"):  # infinite values are met by their own check
            return decide(statement, world)
    except (ConcretizationTypeError, TracerArrayConversionError) as error:
        raise Undefined("JAX cannot differentiate through a bound, a limit or an infinite integral here") from error


@singledispatch
def decide(statement: Node, world: World) -> Decision:
    """The decision by kind of statement; a kind without an arm is named."""
    raise NotImplementedError(f"no reference decision for {type(statement).__name__}")


def existing(statement: Node, world: World) -> Decision:
    """A decision in which a limit that is known not to exist makes the statement false."""
    try:
        return decide(statement, world)
    except Missing as error:
        return Decision(False, str(error))


@decide.register
def relation(statement: w.Relation, world: World) -> Decision:
    links = zip(statement.terms, statement.signs, statement.terms[1:], strict=False)
    return both([link(left, sign, right, world) for left, sign, right in links])


def link(left: Node, sign: str, right: Node, world: World) -> Decision:
    """One link of a chain."""
    before, after = real(value(left, world)), real(value(right, world))
    after = np.zeros_like(before) if zero(right) else after
    same = equal(before, after, rough=is_estimated(left) or is_estimated(right))
    if same is False and is_lost((left, right), apart(before, after), world):
        return Decision(None, "an inverse of what is nearly singular leaves too few digits here")
    if sign == "=":
        truth = same
    elif sign == "!=":
        truth = None if same is not False else True
    else:
        truth = ordered(before, sign, after, same)
    return TRUE if truth else Decision(truth, f"{shown(before)} {sign} {shown(after)}")


def is_lost(sides: tuple[Node, Node], gap: float, world: World) -> bool:
    """Whether a gap is no more than what the last digits of the matrices make of a side with an inverse in it."""
    inverted = [side for side in sides if any(isinstance(node, w.Inverse) for node in side.walk())]
    for side in inverted:
        moved = [value(side, scaled(side, by, world)) for by in LAST_DIGITS]
        if gap <= NOISE * max(apart(moved[0], each) for each in moved[1:]):
            return True
    return False


def scaled(side: Node, by: Fraction, world: World) -> World:
    """The world with every matrix of a node times a number."""
    for symbol in free_symbols(side).values():
        if isinstance(symbol.kind, Array) and symbol.kind.columns != 1:
            rows = world.values[symbol.name]
            world = world.bind(symbol.name, tuple(tuple(entry * by for entry in row) for row in rows))
    return world


@decide.register
def definition(statement: w.Definition, world: World) -> Decision:
    """The library's function against what the page says it is."""
    meant = statement.left if statement.same_as is None else statement.same_as
    if isinstance(meant, w.Symbol | w.Alias):
        return Decision(None, "a definition needs something to be compared with: same_as=")
    return link(meant, "=", statement.right, world)


@decide.register
def update(statement: w.Update, world: World) -> Decision:
    """The rule is where the library's optimizer is, after every step."""
    if statement.solves is not None:
        return both([decide(equation, there) for equation, there in reference_updates.solved(statement, world)])
    if statement.same_as is None:
        return Decision(None, "an update rule needs something to be compared with: same_as=optax.…, or solves=")
    for step, (here, there) in enumerate(reference_updates.side_by_side(statement, world), 1):
        if (same := equal(here, there, rough=True)) is not True:
            return Decision(same, f"{shown(here)} after {step} steps, but the library {shown(there)}")
    return TRUE


@decide.register
def several(statement: w.Several, world: World) -> Decision:
    return both([decide(part, world) for part in statement.parts])


@decide.register
def expansion(statement: w.Expansion, world: World) -> Decision:
    """The remainder over its size, extrapolated along a ray to zero."""
    name, along = statement.variable.name, value(statement.variable, world)
    left, world = held(statement.left, name, world)
    right, world = held(statement.right, name, world)

    def relative(step: object) -> object:
        moved = world.bind(name, along * step)
        return (value(left, moved) - value(right, moved)) / value(statement.size, moved)

    sides = (1, -1) if statement.variable.is_scalar else (1,)
    tends = [settling(lambda step, side=side: relative(side * step)) for side in sides]
    vanishes = [equal(end, np.zeros_like(end), rough=True) for end in tends]
    if statement.letter == "o":
        truth = False if False in vanishes else None if None in vanishes else True
        return Decision(truth, f"the remainder tends to {shown(tends[0])} of its size")
    truth = False if True in vanishes else None if None in vanishes else True
    return Decision(truth, "the remainder is smaller than the order stated")


@decide.register
def exists(statement: w.Exists, world: World) -> Decision:
    """A change of sign between the bounds, followed until the sides meet."""
    lower, upper = value(statement.lower, world), value(statement.upper, world)

    def gap(at: object) -> object:
        before, after = (value(term, world.bind(statement.variable.name, at)) for term in statement.claim.terms)
        return before - after

    points = [lower + (upper - lower) * share for share in SHARES]
    start, gaps = points[0], gap(points[0])
    end = next((point for point in points[1:] if gap(point) * gaps <= 0), None)
    if end is None:
        return Decision(None, f"no change of sign among {len(points)} points between the bounds")
    met_at = brentq(lambda at: float(gap(np.float64(at))), float(start), float(end), xtol=1e-15)
    met = equal(gap(np.float64(met_at)), np.float64(0), rough=True)
    return TRUE if met else Decision(met, "the two sides pass each other in a jump")


@decide.register
def implies(statement: w.Implies, world: World) -> Decision:
    premise = decide(statement.premise, world)
    if premise.truth is not True:
        return Decision(None, f"the premise does not hold where the conclusion is tried: {premise.reason}")
    return decide(statement.conclusion, world)


@decide.register
def equivalent(statement: w.Equivalent, world: World) -> Decision:
    left, right = existing(statement.left, world), existing(statement.right, world)
    if left.truth is None or right.truth is None:
        return both([left, right])
    reason = left.reason or right.reason
    return TRUE if left.truth == right.truth else Decision(False, f"one statement holds without the other: {reason}")


@decide.register
def quantified(statement: w.Quantified, world: World) -> Decision:
    """The values to try are the same for every road; where a premise fails they say nothing."""
    name, claim = statement.variable.name, statement.claim
    tried = [world.bind(name, each) for each in quantifiers.values(statement, world)]
    if isinstance(claim, w.Implies):
        tried = [there for there in tried if existing(claim.premise, there).truth]
    decisions = [existing(claim, there) for there in tried]
    if not decisions:
        return Decision(None, f"the premise holds for no {name} that was tried")
    if statement.quantifier == "every":
        return both(decisions)
    return TRUE if TRUE in decisions else both(decisions)


@decide.register
def property_(statement: w.Property, world: World) -> Decision:
    found = reference_properties.has(statement, world)
    return Decision(found, "no reference for this" if found is None else f"not so: {statement.words}")


@decide.register
def member(statement: w.Member, world: World) -> Decision:
    """A set of optima holds what is as good as the best that a search finds; a space, arrays of its shape."""
    found, collection = value(statement.element, world), statement.collection
    if isinstance(collection, w.Space):
        wanted = world.size(collection.rows), world.size(collection.columns)
        return Decision((np.shape(found) or (1, 1)) == wanted, f"its shape is not {wanted}")
    if not isinstance(collection, w.Optimum):
        return Decision(None, "only a space or a set of optima can be looked into")
    here = value(collection.body, world.bind(collection.variable.name, found))
    best = lowest(collection, world)
    return Decision(equal(here, best, rough=True), f"{shown(here)} is not the best: {shown(best)}")
