"""The one class each piece of mathematics in a sentence belongs to."""

from __future__ import annotations

from calculus.conditions import Typing
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.parser import notation_nodes as n

CLASSES = ("symbol", "number", "notation", "typing", "value", "condition", "definition", "claim")
NUMERIC = w.Number | n.Decimal | n.Percent | n.Slashed | w.Divide | w.Negative | w.Power | w.Multiply
LETTERS = w.Symbol | w.Alias | w.Known | w.Constant | n.Euler | w.Ones | w.Identity | w.Unit | w.Space | n.Parametrized


def classify(node: Node) -> str:
    """The class of a node that was read."""
    if isinstance(node, Typing):
        return "condition" if is_bounded(node.kind) else "typing"
    if isinstance(node, w.Member):
        return "typing" if names(node.element) else "claim"
    if isinstance(node, w.Definition):
        return "definition"
    if isinstance(node, w.Several):
        return together([classify(part) for part in node.parts])
    if isinstance(node, w.Relation | n.Loose):
        return related(node)
    return "claim" if isinstance(node, w.Statement | w.Property) else unrelated(node)


def unrelated(node: Node) -> str:
    """The class of a piece that states nothing."""
    if isinstance(node, LETTERS) or (
        isinstance(node, w.Entry | n.Raised | w.Prime) and isinstance(node.children[0], LETTERS)
    ):
        return "symbol"
    return "number" if all(isinstance(each, NUMERIC) for each in node.walk()) else "notation"


def is_bounded(kind: k.Kind) -> bool:
    """Whether a kind says more of a number than that it is real or counts."""
    return isinstance(kind, k.Number) and not kind.whole and kind != k.Real


def together(classes: list[str]) -> str:
    """The class of several statements: the one that asks most."""
    return max(classes, key=CLASSES.index)


def related(node: w.Relation | n.Loose) -> str:
    """The class of a chain: what is said of a letter alone is no claim."""
    if node.signs == ("sim",):
        return "typing" if isinstance(node.terms[1], n.Law) else "claim"
    left, right = node.terms[0], node.terms[-1]
    if node.signs == ("to",) and isinstance(left, LETTERS):
        return "notation"
    if node.signs in (("=",), ("approx",)) and names(left) and constant(right):
        return "value"
    if set(node.signs) & {"approx", "to", "gets", "propto", "perp", "mapsto"}:
        return "claim"
    simple = all(isinstance(term, LETTERS | w.Entry) or constant(term) for term in node.terms)
    return "condition" if simple and any(names(term) for term in node.terms) else "claim"


def names(node: Node) -> bool:
    """Whether a node is a letter, an entry of one, or a list of them."""
    items = node.items if isinstance(node, n.Listed) else (node,)
    return all(
        isinstance(item, w.Symbol | w.Alias) or (isinstance(item, w.Entry) and isinstance(item.array, w.Symbol))
        for item in items
    )


def constant(node: Node) -> bool:
    """Whether a node has a value without any letter."""
    return not any(isinstance(each, w.Symbol | w.Alias | n.Dots) for each in node.walk())
