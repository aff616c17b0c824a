"""What a tree means, whatever notation it was written in: the language's own nodes, one form for each value."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch

from calculus.language import words as w
from calculus.language.node import Node
from calculus.parser import notation_nodes as n


def plain(node: Node) -> Node:
    """The tree without meant brackets, decimals, slashes and the choices between two ways to write one thing."""
    result = lines(node) if isinstance(node, w.Update) else node
    for slot, child in tuple(result.slots()):
        changed = plain(child)
        if changed is not child:
            result = result.put(slot, changed)
    return rewritten(unconditional(result))


def unconditional(node: Node) -> Node:
    """A statement without what is not written in its own line: its conditions, aliases and points of equality."""
    unseen = {
        name: () for name in ("given", "where", "sharp") if getattr(node, name, ()) and isinstance(node, w.Statement)
    }
    return replace(node, **unseen) if unseen else node


@singledispatch
def rewritten(node: Node) -> Node:
    """One node in its plain form; most are plain already."""
    return node


rule = rewritten.register


@rule
def group(node: w.Group) -> Node:
    return node.body


@rule
def decimal(node: n.Decimal) -> Node:
    return node.ratio


@rule
def percent(node: n.Percent) -> Node:
    return w.Divide(node.body, w.Number(100))


@rule
def slashed(node: n.Slashed) -> Node:
    return w.Divide(node.left, node.right)


@rule
def by(node: n.By) -> Node:
    return w.Multiply(node.left, node.right)


@rule
def euler(node: n.Euler) -> Node:
    return w.Apply(w.Known("exp"), (w.Number(1),))


@rule
def multiply(node: w.Multiply) -> Node:
    """Products are read from the left: a(bc) prints as abc."""
    if isinstance(node.right, w.Multiply):
        return w.Multiply(multiply(w.Multiply(node.left, node.right.left)), node.right.right)
    return node


@rule
def gradient(node: w.Gradient) -> Node:
    """The gradient of f(x) in x is the function ∇f at x."""
    body = node.body
    if isinstance(body, w.Apply) and body.arguments == (node.variable,):
        return w.Apply(w.Nabla(body.function), body.arguments)
    return node


@rule
def bound(node: w.Sum) -> Node:
    """A sum from 1 to the index's own size is a sum over the index."""
    size = getattr(node.index.kind, "size", None)
    ends = (node.lower, getattr(node.upper, "name", getattr(node.upper, "value", None)))
    return w.Sum(node.body, node.index) if size is not None and ends == (w.Number(1), size) else node


@rule
def definition(node: w.Definition) -> Node:
    """A definition and an equality are written with the same sign."""
    return w.Relation((node.left, node.right), ("=",))


def lines(node: w.Update) -> Node:
    """The lines of an update, each with an arrow."""
    arrows = tuple(n.Loose(line.terms, ("gets",)) for line in node.lines)
    return arrows[0] if len(arrows) == 1 else w.Several(arrows)


@rule
def previous(node: w.Previous) -> Node:
    return node.body
