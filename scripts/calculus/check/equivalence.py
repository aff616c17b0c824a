"""Proofs that a mutant is no error: it says the same as the formula, for all values and all functions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import singledispatch

import numpy as np
import sympy as sp

from calculus.check import unknowns
from calculus.check.mutants import Mutant
from calculus.check.normal_form import form
from calculus.formula import Formula
from calculus.interpreters import Exact, World, evaluate
from calculus.interpreters.zero import is_zero
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.statements import zero
from calculus.language.symbols import Symbol, free_symbols


def proof(formula: Formula, mutant: Mutant) -> str:
    """How a mutant is proven to say the same as the formula, or nothing."""
    for found, reason in (
        (by_scale, "the same with a multiple of a variable on its way"),
        (by_part, "the part that was changed has the same value, with unknowns"),
        (by_another_letter, "the same with another letter"),
        (by_unknowns, "the same, with unknowns"),
        (by_turning, "the same with letters turned to their negatives, with unknowns"),
    ):
        try:
            if found(formula, mutant):
                return reason
        except Exception:
            continue
    return ""


def by_another_letter(formula: Formula, mutant: Mutant) -> bool:
    """Whether one letter was exchanged everywhere for a value that takes all its values, such as -x or 2x for x."""
    letter, value, statement = mutant.before, mutant.after, formula.statement
    if not isinstance(letter, Symbol):
        return False
    if free_symbols(statement).get(letter.name) != letter:
        return any(moved(statement, whole, value) == mutant.statement for whole in over_the_line(statement, letter))
    return takes_all(letter, value) and statement.substitute({letter: value}) == mutant.statement


def over_the_line(statement: Node, letter: Symbol) -> list[w.Integral]:
    """The integrals over all values of a letter."""
    found = [node for node in statement.walk() if isinstance(node, w.Integral) and node.variable == letter]
    return [node for node in found if (node.lower, node.upper) == (-w.Constant("infinity"), w.Constant("infinity"))]


def moved(statement: Node, whole: w.Integral, value: Node) -> Node | None:
    """The statement with an integral over the whole line shifted or turned round, which leaves its value."""
    letter = whole.variable
    if not (isinstance(value, w.Add) and takes_all(letter, value)) and value != -letter:
        return None
    return statement.substitute({whole: replace(whole, body=whole.body.substitute({letter: value}))})


def takes_all(letter: Symbol, value: Node) -> bool:
    """Whether a multiple of a letter, or one more than it, runs through the letter's whole domain."""
    plain = letter.kind == k.Real or (isinstance(letter.kind, k.Array) and not letter.kind.trait)
    match value:
        case w.Multiply(w.Number(), other):
            return other == letter and (plain or letter.kind in (k.Positive, k.NonZero, k.NonNegative))
        case w.Negative(other):
            return other == letter and (plain or letter.kind == k.NonZero)
        case w.Add(other, w.Number()):
            return other == letter and letter.kind == k.Real
    return False


def by_form(formula: Formula, mutant: Mutant) -> bool:
    """Whether both are written the same way once numbers and constants are where they may always be put."""
    return form(formula.statement) == form(mutant.statement)


def by_scale(formula: Formula, mutant: Mutant) -> bool:
    """Whether a variable on its way to zero or infinity, or any positive one, was replaced by a multiple of it."""
    found = [node for node in formula.statement.walk() if isinstance(node, w.Expansion) or tends(node) or runs(node)]
    scaled = ((node, factor) for node in dict.fromkeys(found) for factor in SCALES if factor > 0 or both_sides(node))
    tables = ({node: at_scale(node, factor)} for node, factor in scaled)
    return any(form(formula.statement.substitute(table)) == form(mutant.statement) for table in tables)


SCALES = (Fraction(2), Fraction(1, 2), Fraction(-1))


def tends(node: Node) -> bool:
    """Whether a node is a limit at zero or at infinity of something that need not be counted."""
    places = (w.Number(0), w.Constant("infinity"), -w.Constant("infinity"))
    return isinstance(node, w.Limit) and node.target in places and not getattr(node.variable.kind, "whole", False)


def runs(node: Node) -> bool:
    """Whether something is said of every positive number, or of one."""
    return isinstance(node, w.Quantified) and node.variable.kind == k.Positive


def both_sides(node: Node) -> bool:
    """Whether the variable comes near from both sides."""
    if isinstance(node, w.Quantified):
        return False
    return isinstance(node, w.Expansion) or (node.side == "" and node.target == w.Number(0))


def at_scale(node: w.Limit | w.Expansion | w.Quantified, factor: Fraction) -> Node:
    """The same with a multiple of the variable."""
    table = {node.variable: lift(factor) * node.variable}
    inside = {w.Limit: ("body",), w.Quantified: ("claim",)}.get(type(node), ("left", "right", "size"))
    return replace(node, **{name: getattr(node, name).substitute(table) for name in inside})


def by_part(formula: Formula, mutant: Mutant) -> bool:
    """Whether a part around the change has the same value before and after it, in every world of unknowns."""
    around = [pair for pair in pairs(formula.statement, mutant.statement) if stands_alone(pair[0], formula)]
    if not around and mutant.before in aliased(formula):
        around = [(mutant.before, mutant.after)]
    return any(all(same(*pair, world) for world in unknowns.worlds(formula)) for pair in reversed(around))


def pairs(one: Node, other: Node) -> Iterator[tuple[Node, Node]]:
    """What encloses the only change in a node, before and after it, from the whole to the smallest part."""
    while type(one) is type(other):
        mine, theirs = dict(one.slots()), dict(other.slots())
        differing = [slot for slot in mine if mine[slot] != theirs.get(slot)]
        if len(differing) != 1 or one.put(differing[0], theirs.get(differing[0])) != other:
            return
        one, other = mine[differing[0]], theirs[differing[0]]
        yield one, other


def stands_alone(part: Node, formula: Formula) -> bool:
    """Whether a part has a value of its own: it counts with no letter that something around it runs through."""
    if isinstance(part, w.Statement) or part.is_function:
        return False
    own = [symbol for name, symbol in free_symbols(part).items() if name not in names(formula)]
    return not any(isinstance(s.kind, k.IndexKind) or getattr(s.kind, "whole", False) for s in own)


def aliased(formula: Formula) -> list[Node]:
    """What stands in the aliases of a formula."""
    return [node for each in getattr(formula.statement, "where", ()) for node in each.body.walk()]


def names(formula: Formula) -> set[str]:
    """The letters of a formula that no node within it binds."""
    return set(free_symbols(formula.statement))


def by_unknowns(formula: Formula, mutant: Mutant) -> bool:
    """Whether both statements say the same in every world of unknowns."""
    return all(same(formula.statement, mutant.statement, world) for world in unknowns.worlds(formula))


def by_turning(formula: Formula, mutant: Mutant) -> bool:
    """Whether it is the claim for -x in place of x, for -f in place of f, or both; it speaks of these as well."""
    if mutant.operator not in ("sign", "sign of a term", "roles"):
        return False
    alike = [symbol for symbol in formula.symbols if may_be_turned(symbol) and symbol.name in names(formula)]
    chosen = [*itertools.combinations(alike, 1), *itertools.combinations(alike, 2)]
    return any(all(same_turned(formula, mutant, each, world) for world in unknowns.worlds(formula)) for each in chosen)


def may_be_turned(symbol: Symbol) -> bool:
    """Whether the negative of anything it stands for is of its kind, too."""
    if isinstance(symbol.kind, k.FunctionKind):
        return symbol.kind.trait in ("", "differentiable", "twice differentiable", "lipschitz gradient")
    return symbol.kind == k.Real or (isinstance(symbol.kind, k.Array) and symbol.kind.trait in ("", "symmetric"))


def same_turned(formula: Formula, mutant: Mutant, chosen: tuple[Symbol, ...], world: World) -> bool:
    """Whether the mutant says in a world of unknowns what the claim says with these symbols turned."""
    table: dict[Node, Node] = {symbol: -symbol for symbol in chosen if not symbol.is_function}
    for symbol in filter(lambda each: each.is_function, chosen):
        table[symbol] = Symbol(f"{symbol.name}_turned", symbol.kind)
        value = world.values[symbol.name]
        world = world.bind(f"{symbol.name}_turned", lambda *given, value=value: -value(*given))
    return same(plainly(formula.statement).substitute(table), plainly(mutant.statement), world)


def plainly(statement: Node) -> Node:
    """A relation without its certificate, whose points name letters."""
    return replace(statement, sharp=()) if isinstance(statement, w.Relation) else statement


@singledispatch
def same(one: Node, other: Node, world: World) -> bool:
    """Whether two nodes have the same value, or say the same."""
    return one == other or vanishes(difference(one, other, world))


@same.register
def _(one: w.Statement, other: Node, world: World) -> bool:
    """Two statements of a kind say the same when their parts do."""
    if type(one) is not type(other):
        return False
    mine, theirs = dict(one.slots()), dict(other.slots())
    if mine.keys() != theirs.keys() or emptied(one, mine) != emptied(other, mine):
        return False
    return all(same(mine[slot], theirs[slot], world) for slot in mine)


def emptied(statement: w.Statement, slots: dict) -> Node:
    """What a statement says besides its parts."""
    fields = {name for name, _ in slots}
    return tuple(value for name, value in vars(statement).items() if name not in fields | {"shape", "sharp"})


@same.register
def _(one: w.Relation, other: Node, world: World) -> bool:
    """A chain, link by link: the difference of the sides may be multiplied by a number, a positive one if ordered."""
    if not isinstance(other, w.Relation) or one.signs != other.signs or one.given != other.given:
        return False
    links = zip(one.terms, one.terms[1:], other.terms, other.terms[1:], one.signs, strict=False)
    return all(same_link(*link, world) for link in links)


def same_link(left: Node, right: Node, new_left: Node, new_right: Node, sign: str, world: World) -> bool:
    """One link of a chain."""
    if isinstance(left, w.Optimum):
        return right == new_right and same(left, new_left, world)
    if same(left, new_left, world) and same(right, new_right, world):
        return True
    before = gap(left, right, world)
    after = gap(new_left, new_right, world)
    return any(vanishes(after - factor * before) for factor in FACTORS if sign in ("=", "!=") or factor > 0)


FACTORS = (sp.Integer(-1), sp.Integer(2), sp.Rational(1, 2))


def gap(left: Node, right: Node, world: World) -> object:
    """One side less the other; a plain zero stands for a zero of any shape."""
    value = evaluate(left, world, Exact())
    return value if zero(right) else value - evaluate(right, world, Exact())


@same.register
def _(one: w.Optimum, other: Node, world: World) -> bool:
    """An optimum is reached at the same place when a constant is added, or a positive factor multiplied."""
    if not isinstance(other, w.Optimum) or replace(other, body=one.body, subject=one.subject) != one:
        return False
    if one.subject is not None and not same(one.subject, other.subject, unknown(one, world)):
        return False
    there = unknown(one, world)
    before, after = (np.ravel(evaluate(node.body, there, Exact())).item() for node in (one, other))
    letters = np.ravel(there.values[one.variable.name])
    moved = all(vanishes(sp.diff(after - before, letter)) for letter in letters)
    return vanishes(after - before) or (one.which.startswith("arg") and (moved or vanishes(after - 2 * before)))


def unknown(optimum: w.Optimum, world: World) -> World:
    """The world in which the variable of an optimum is a letter, or has one for each entry."""
    return unknowns.bound(optimum.variable, world)


@same.register
def _(one: w.Expansion, other: Node, world: World) -> bool:
    """The sizes of two errors are the same when each is bounded by a multiple of the other near zero."""
    if not isinstance(other, w.Expansion) or replace(other, size=one.size, left=one.left, right=one.right) != one:
        return False
    sides = same(one.left, other.left, world) and same(one.right, other.right, world)
    return sides and (one.size == other.size or same_size(one, other, world))


def same_size(one: w.Expansion, other: w.Expansion, world: World) -> bool:
    """Norms of the same vector bound each other; of other sizes the ratio must be a number other than zero."""
    if isinstance(one.size, w.Norm) and isinstance(other.size, w.Norm) and one.size.body == other.size.body:
        return True
    scaled = sp.Symbol("s", positive=True)
    values = world.values[one.variable.name]
    along = world.bind(one.variable.name, values * scaled)
    before, after = (evaluate(each.size, along, Exact()) for each in (one, other))
    ratio = sp.simplify(after / before)
    return bool(ratio.is_number and ratio.is_finite and ratio != 0)


def difference(one: Node, other: Node, world: World) -> object:
    """The difference of two values, for functions of any number."""
    if one.is_function and other.is_function:
        raise ValueError("functions are compared where they are applied")
    return evaluate(one, world, Exact()) - evaluate(other, world, Exact())


def vanishes(value: object) -> bool:
    """Whether every entry is zero, with each unknown function's value and slope as a letter of its own."""
    return all(is_zero(lettered(sp.sympify(entry))) for entry in np.ravel(value))


def lettered(expression: sp.Expr) -> sp.Expr:
    """The expression with a letter for each value of an unknown function, and for each of its derivatives."""
    expression = expression.doit()
    found = expression.atoms(sp.Derivative, sp.Subs, sp.core.function.AppliedUndef)
    outermost = sorted(found, key=lambda atom: -atom.count_ops())
    return expression.subs({atom: sp.Dummy(real=True) for atom in outermost})
