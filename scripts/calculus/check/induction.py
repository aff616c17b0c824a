"""Closed forms of a recursion, proven with letters: for all members by induction, or for the first few one by one."""

from __future__ import annotations

import sympy as sp

from calculus.check import letters, recursions
from calculus.check.decide import Decision, both, decide
from calculus.conditions import given
from calculus.formula import Formula
from calculus.interpreters import Exact, Undefined, World, evaluate
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

MEMBERS = 6  # from the first on


def applies(formula: Formula) -> bool:
    """Whether an equality is claimed of sequences with a recursion, and letters may stand for all else.

    What is proven for every number holds for those of an interval.
    """
    rules, conditions = recursions.split(given(formula.statement))
    is_equality = set(getattr(formula.statement, "signs", ("?",))) == {"="}
    others = [symbol for symbol in formula.symbols if not isinstance(symbol.kind, k.Number)]
    return bool(rules) and not conditions and is_equality and all(letters.is_free(each) for each in others)


def is_count(symbol: Symbol) -> bool:
    return isinstance(symbol.kind, k.Number) and symbol.kind.whole


def by_induction(formula: Formula) -> bool:
    """Whether x[k] = closed form holds at the first member, and passes from each to the next."""
    match formula.statement:
        case w.Relation((w.Entry(Symbol() as sequence, (Symbol() as count,)), closed), ("=",)):
            return is_count(count) and passes_on(formula, sequence, count, closed)
    return False


def passes_on(formula: Formula, sequence: Symbol, count: Symbol, closed: Node) -> bool:
    """The two halves of the proof; what SymPy cannot write for a letter k is not proven."""
    (rule, *more), _ = recursions.split(given(formula.statement))
    if more or sequence.kind.of != k.Real:
        return False
    world, letter = letters.world(formula), sp.Symbol(count.name, integer=True, nonnegative=True)
    start = int(count.kind.lower)

    def form(number: object) -> object:
        return evaluate(closed, world.bind(count.name, number), Exact())

    member, here = w.Entry(sequence, (rule.terms[0].indices[0].left,)), Symbol("this member", k.Real)
    step = rule.terms[1].substitute({member: here})
    try:
        first = evaluate(w.Entry(sequence, (w.Number(start),)), world, Exact())
        inside = world.bind(here.name, form(letter)).bind(rule.terms[0].indices[0].left.name, letter)
        after = evaluate(step, inside, Exact())
        return all(Exact().equal(*pair) for pair in ((form(start), first), (sp.simplify(after - form(letter + 1)), 0)))
    except (Undefined, TypeError, ValueError):
        return False


def one_by_one(formula: Formula) -> Decision:
    """The claim for the first few values of each count, everything else in letters."""
    world = letters.world(formula)
    counts = [symbol for symbol in free_symbols(formula.statement).values() if is_count(symbol)]
    return both([decide(formula.statement, at(world, counts, number), Exact()) for number in range(MEMBERS)])


def at(world: World, counts: list[Symbol], number: int) -> World:
    """The world with every count so far from its first value, each one farther than the one before."""
    for place, count in enumerate(counts):
        world = world.bind(count.name, int(count.kind.lower or 0) + number + place)
    return world
