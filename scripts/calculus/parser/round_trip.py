"""Shown = checked: what the printers set is read again, and must be the tree it was printed from."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.node import Node
from calculus.parser.meaning import plain
from calculus.parser.renaming import form, is_named_alone
from calculus.parser.scope import Scope
from calculus.printers.function_names import written


def scope_of(node: Node) -> Scope:
    """What the letters of a printed node stand for: its symbols and aliases, and the losses it names alone."""
    known: dict[str, Node] = {}
    for each in node.walk():
        if isinstance(each, w.Symbol | w.Alias):
            known.setdefault(each.name, each)
        elif isinstance(each, w.Apply) and is_named_alone(each.function):
            known.setdefault(written(each.function.name), each)
    return Scope(known)


def same(read: Node, printed: Node) -> bool:
    """Whether two trees are one but for notation and the letters of their indices."""
    return form(plain(read)) == form(plain(printed))
