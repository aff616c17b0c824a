"""Spoken arms for statements."""

from __future__ import annotations

from calculus.conditions import domain
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.language.statements import zero
from calculus.language.steps import Order
from calculus.printers.speech_arithmetic import name_said
from calculus.printers.spoken import ATOM, CLAIM, Phrase, arm, held, listed, say

SIGNS = {
    "=": "equals", "<": "is less than", "<=": "is at most", ">": "is greater than",
    ">=": "is at least", "!=": "is not equal to",
}  # fmt: skip


def claim(words: str, node: Node) -> Phrase:
    """A claim, with what its aliases stand for."""
    set_as = [f"{name_said(alias.name)} equals {say(alias.body)}" for alias in getattr(node, "where", ())]
    return Phrase(f"{words}, where {listed(set_as)}" if set_as else words, CLAIM, True)


@arm
def relation(node: w.Relation) -> Phrase:
    if is_between(node):
        lower, middle, upper = (say(term) for term in node.terms)
        return claim(f"{middle} is strictly between {lower} and {upper}", node)
    words = say(node.terms[0])
    for place, (sign, term) in enumerate(zip(node.signs, node.terms[1:], strict=True)):
        pause = ", which" if place else "," if "," in words else ""
        words += f"{pause} {SIGNS[sign]} {say(term)}"
    return claim(words, node)


def is_between(node: w.Relation) -> bool:
    """Whether a chain places a single symbol between two bounds."""
    return node.signs == ("<", "<") and isinstance(node.terms[1], w.Symbol)


@arm
def definition(node: w.Definition) -> Phrase:
    where = "where " if isinstance(node.left, w.Alias) else ""
    return claim(f"{where}{say(node.left)} equals {say(node.right)}", node)


@arm
def expansion(node: w.Expansion) -> Phrase:
    if zero(node.right):
        return claim(f"{say(node.left)} equals {order_said(node).removeprefix('plus ')}", node)
    return claim(f"{say(node.left)} equals {say(node.right)}, {order_said(node)}", node)


def order_said(error: w.Expansion | Order) -> str:
    """How large an error is, in words."""
    letter = "little o" if error.letter == "o" else "big O"
    return f"plus {letter} of {held(error.size, ATOM).closed} as {say(error.variable)} approaches 0"


@arm
def exists(node: w.Exists) -> Phrase:
    place = f"{say(node.variable)} strictly between {say(node.lower)} and {say(node.upper)}"
    return claim(f"{say(node.claim)}, for some {place}", node)


@arm
def implies(node: w.Implies) -> Phrase:
    parts = getattr(node.premise, "parts", (node.premise,))
    return claim(f"if {' and '.join(say(part) for part in parts)}, then {say(node.conclusion)}", node)


@arm
def equivalent(node: w.Equivalent) -> Phrase:
    return claim(f"{say(node.left)} exactly when {say(node.right)}", node)


@arm
def quantified(node: w.Quantified) -> Phrase:
    """Every quantifier with the bound on its letter, which is said where it is brought in."""
    letter = say(domain(node.variable)).replace(" is ", " ", 1)
    opening = f"for every {letter}" if node.quantifier == "every" else f"there is some {letter} such that"
    return claim(f"{opening}{',' if node.quantifier == 'every' else ''} {say(node.claim)}", node)


@arm
def several(node: w.Several) -> Phrase:
    return claim("; and ".join(say(part) for part in node.parts), node)


@arm
def member(node: w.Member) -> Phrase:
    if isinstance(node.collection, w.Optimum):
        return claim(f"{say(node.element)} is {say(node.collection).replace('the', 'a', 1)}", node)
    return claim(f"{say(node.element)} is {one_of(node.collection)}", node)


def one_of(collection: Node) -> str:
    """What an element of a space is."""
    if not isinstance(collection, w.Space):
        return f"in {say(collection)}"
    if collection.columns != 1:
        return f"a real {size_said(collection.rows)} by {size_said(collection.columns)} matrix"
    return "a real number" if collection.rows == 1 else f"a real vector with {size_said(collection.rows)} entries"


@arm
def update(node: w.Update) -> Phrase:
    return claim("; then ".join(say(line) for line in node.lines), node)


@arm
def previous(node: w.Previous) -> Phrase:
    return Phrase(f"the previous {say(node.body)}")


@arm
def property_(node: w.Property) -> Phrase:
    return claim(f"{say(node.subject)} {node.words} {say(node.of)}", node)


def size_said(size: Size) -> str:
    return str(size) if isinstance(size, int) else name_said(size)


@arm
def space(node: w.Space) -> Phrase:
    if node.rows == node.columns == 1:
        return Phrase("the real numbers")
    if node.columns == 1:
        return Phrase(f"the real vectors with {size_said(node.rows)} entries")
    return Phrase(f"the real {size_said(node.rows)} by {size_said(node.columns)} matrices")
