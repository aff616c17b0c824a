"""Conditions that cannot hold together with what their section has said of the same letter."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from operator import eq, ge, gt, le, lt, ne

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node
from calculus.parser.meaning import plain
from calculus.parser.scope import Scope
from calculus.printers import tex

HOLDS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "!=": ne}
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
Bound = tuple[str, Fraction]  # what a letter is compared with, and how


def contradicted(condition: Node, scope: Scope) -> str:
    """What the section has said that leaves a letter no value under the condition; nothing where they go together."""
    for name, new in bounds(condition).items():
        for said, known in earlier(name, scope):
            if not possible([*new, *known]):
                return said
    return ""


def earlier(name: str, scope: Scope) -> Iterator[tuple[str, list[Bound]]]:
    """Each thing that is known of a letter: its domain, its value, its conditions; in TeX, and as bounds."""
    kind = getattr(scope.symbols.get(name), "kind", None)
    if isinstance(kind, k.Number):
        yield from (
            (f"{tex(w.Symbol(name, kind))} {said}", [bound]) for said, bound in zip(*of_kind(kind), strict=True)
        )
    for fact in scope.facts:
        if known := bounds(fact).get(name):
            yield tex(fact), known


def of_kind(kind: k.Number) -> tuple[list[str], list[Bound]]:
    """The ends of a domain, in TeX and as bounds."""
    ends = [(">=" if kind.closed else ">", kind.lower), ("<=" if kind.closed else "<", kind.upper)]
    found = [(sign, Fraction(end)) for sign, end in ends if end is not None] + [("!=", Fraction(0))] * kind.nonzero
    signs = {">=": r"\ge", "<=": r"\le", "!=": r"\ne"}
    return [f"{signs.get(sign, sign)} {end}" for sign, end in found], found


def bounds(node: Node) -> dict[str, list[Bound]]:
    """The numbers each letter is compared with."""
    found: dict[str, list[Bound]] = {}
    links = zip(node.terms, node.signs, node.terms[1:], strict=False) if isinstance(node, w.Relation) else ()
    for left, sign, right in links:
        for letter, said, number in ((left, sign, right), (right, TURNED.get(sign), left)):
            value = as_fraction(plain(number)) if isinstance(letter, w.Symbol) and said in HOLDS else None
            if value is not None:
                found.setdefault(letter.name, []).append((said, Fraction(value)))
    return found


def possible(known: list[Bound]) -> bool:
    """Whether some number meets all the bounds: one of those named, one between two of them, or one beyond."""
    named = sorted({value for _, value in known})
    between = [(low + high) / 2 for low, high in pairwise(named)]
    tried = [*named, *between, named[0] - 1, named[-1] + 1]
    return any(all(HOLDS[sign](value, end) for sign, end in known) for value in tried)
