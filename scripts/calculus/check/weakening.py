"""Conditions dropped one at a time: what a claim says when a domain, a trait or a stated condition is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from calculus.conditions import Typing
from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

OPERATOR = "condition"
Weak = tuple[Node, None, Node, tuple[Symbol, ...]]


def weaker(formula: Formula) -> Iterator[Weak]:
    """For each condition: the condition, nothing in its place, the statement without it, and its symbols."""
    yield from ((before, None, statement, formula.symbols) for before, statement in without_given(formula.statement))
    free = free_symbols(formula.statement)
    for symbol in formula.symbols:
        for kind in wider(symbol.kind) if symbol.name in free else ():
            table = {symbol: Symbol(symbol.name, kind)}
            symbols = tuple(table.get(each, each) for each in formula.symbols)
            yield Typing((symbol,)), None, formula.statement.substitute(table), symbols


def without_given(statement: Node) -> Iterator[tuple[Node, Node]]:
    """Each stated condition, and the statement in which it is not stated."""
    given = getattr(statement, "given", ())
    for place, condition in enumerate(given):
        yield condition, replace(statement, given=given[:place] + given[place + 1 :])
    for slot, child in statement.slots():
        if isinstance(child, w.Statement) and slot[0] == "parts":
            yield from ((condition, statement.put(slot, changed)) for condition, changed in without_given(child))


def wider(kind: k.Kind) -> Iterator[k.Kind]:
    """The kinds of which this one is a part: the whole line for an interval, any matrix for a symmetric one."""
    match kind:
        case k.Number(whole=True, lower=lower) if lower is not None:
            yield replace(kind, lower=lower - 1)
        case k.Number(whole=False) if kind != k.Real:
            yield k.Real
        case k.Array(trait=trait) if trait:
            yield replace(kind, trait="")
        case k.FunctionKind(trait="lipschitz gradient" | "strictly increasing" | "level curve"):
            yield replace(kind, trait="differentiable")


def is_meant(condition: Node, statement: Node, defined: tuple[Node, ...]) -> bool:
    """Whether a condition goes with a word: a definition has it, and it is used as the definition has it."""
    if isinstance(statement, w.Definition) or any(isinstance(part, w.Definition) for part in statement.children):
        return True
    if not isinstance(condition, Typing):
        return False
    (symbol,) = condition.symbols
    return any(stands_in(symbol, node, word) for word in defined for node in statement.walk())


def stands_in(symbol: Symbol, node: Node, word: Node) -> bool:
    """Whether a symbol stands in a node where a definition has one of the same kind."""
    if type(node) is not type(word) or (isinstance(node, w.Apply) and node.function != word.function):
        return False
    pairs = zip(node.children, word.children, strict=False)
    return any(mine == symbol and getattr(other, "kind", None) == symbol.kind for mine, other in pairs)
