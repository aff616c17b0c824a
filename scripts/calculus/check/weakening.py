"""Conditions dropped one at a time: what a claim says when a domain, a trait or a stated condition is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from calculus.check.broken_values import turned
from calculus.conditions import Typing
from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

OPERATOR = "condition"
Weak = tuple[Node, Node | None, Node, tuple[Symbol, ...]]
# Which hypothesis on a function of one number, or of several, is the next weaker one.
WIDER = {
    "smooth": "twice differentiable", "differentiable often enough": "twice differentiable",
    "twice differentiable": "differentiable", "continuously differentiable": "differentiable",
    "lipschitz gradient": "differentiable", "strictly increasing": "differentiable", "level curve": "differentiable",
    "convex": "differentiable", "zero": "differentiable", "lipschitz": "differentiable",
    "smooth convex": "lipschitz gradient", "light density": "density",
}  # fmt: skip
SINGLED_OUT = (
    "local extremum", "stationary with positive curvature", "local minimum", "saddle", "minimizer",
    "constrained minimizer", "lowest value", "limit",
)  # fmt: skip


def weaker(formula: Formula) -> Iterator[Weak]:
    """For each condition: the condition, nothing or another in its place, the statement then, and its symbols."""
    yield from ((*changed, formula.symbols) for changed in without_given(formula.statement))
    free = free_symbols(formula.statement)
    for symbol in formula.symbols:
        for kind in wider(symbol.kind) if symbol.name in free else ():
            table = {symbol: Symbol(symbol.name, kind)}
            symbols = tuple(table.get(each, each) for each in formula.symbols)
            yield Typing((symbol,)), None, formula.statement.substitute(table), symbols


def without_given(statement: Node) -> Iterator[tuple[Node, Node | None, Node]]:
    """Each stated condition, what takes its place, and the statement with that: nothing, or its opposite."""
    given = getattr(statement, "given", ())
    for place, condition in enumerate(given):
        before, after = given[:place], given[place + 1 :]
        yield condition, None, replace(statement, given=before + after)
        if isinstance(condition, w.Relation) and len(condition.signs) == 1 and condition.signs != ("=",):
            opposite = turned(condition, 0)
            yield condition, opposite, replace(statement, given=(*before, opposite, *after))
    for slot, child in statement.slots():
        if isinstance(child, w.Statement) and slot[0] == "parts":
            yield from ((old, new, statement.put(slot, changed)) for old, new, changed in without_given(child))


def wider(kind: k.Kind) -> Iterator[k.Kind]:
    """The kinds of which this one is a part: the whole line for an interval, any matrix for a symmetric one."""
    match kind:
        case k.Number(whole=True, lower=lower) if lower is not None:
            yield replace(kind, lower=lower - 1)
        case k.Number(whole=False) if kind != k.Real:
            yield k.Real
        case k.Array(trait=trait) if trait:
            yield replace(kind, trait="")
        case k.FunctionKind(trait=trait) if trait in WIDER:
            keeps = WIDER[trait] in ("lipschitz gradient", "density")
            yield replace(kind, trait=WIDER[trait], parameter=kind.parameter if keeps else "")
        case k.FunctionKind(trait="differentiable", inputs=1, outputs=1, arity=1):
            yield replace(kind, trait="continuous")
        case k.Special(trait=trait, rows=rows) if trait in SINGLED_OUT:
            yield k.Real if rows == 1 else k.Array(rows)


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
