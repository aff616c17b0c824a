"""Chains of relations, and what they make: equalities, memberships, expansions, conditions on several letters."""

from __future__ import annotations

from itertools import pairwise

from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.statements import SIGNS
from calculus.language.symbols import free_symbols
from calculus.parser import notation_nodes as n
from calculus.parser.grammar import Grammar


class Relations(Grammar):
    """Reads relations."""

    def chain(self) -> Node:
        """An expression, or a chain of them with signs between."""
        start = self.token
        terms, signs = [self.side()], []
        while self.sees_kind("relation") and not self.sees("implies", "equivalent", kinds=("relation",)):
            signs.append(self.take().text)
            terms.append(self.side())
        if "colon" in signs or ":=" in signs:
            self.fail("only a new name stands before this sign", "put a single letter on its left", start)
        return related(tuple(terms), tuple(signs))

    def side(self) -> Node:
        """One side of a relation."""
        return self.expression()


def related(terms: tuple[Node, ...], signs: tuple[str, ...]) -> Node:
    """The node for terms and the signs between them."""
    if not signs:
        return terms[0]
    if signs == ("in",):
        return w.Member(terms[0], ends_open(terms[1]))
    if set(signs) - set(SIGNS) or not are_numbers(terms):
        for pair, sign in zip(pairwise(terms), signs, strict=True):
            if sign == "approx" and are_numbers(pair):
                w.Relation(pair, ("=",))  # refuses sides of different shapes
        return n.Loose(terms, signs)
    grown = expansion(terms, signs)
    return w.Relation(terms, signs) if grown is None else grown


def are_numbers(terms: tuple[Node, ...]) -> bool:
    """Whether every term is a number, a vector or a matrix."""
    return not any(isinstance(term, n.NOT_NUMBERS) for term in terms)


def ends_open(collection: Node) -> Node:
    """After ∈ two numbers in round brackets are an interval, not a point."""
    pair = isinstance(collection, w.Column) and len(collection.entries) == 2
    return n.Interval(*collection.entries, "()") if pair else collection


def expansion(terms: tuple[Node, ...], signs: tuple[str, ...]) -> Node | None:
    """An equality up to something small, if the last term says so."""
    right = terms[-1]
    small = right.right if isinstance(right, w.Add) else right
    if signs != ("=",) or not isinstance(small, n.Landau):
        return None
    rest = right.left if isinstance(right, w.Add) else w.Number(0)
    variable = next(iter(free_symbols(small.size).values()), None)
    return None if variable is None else w.Expansion(terms[0], rest, small.size, variable, small.letter)
