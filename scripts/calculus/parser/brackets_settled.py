"""Brackets that were typed: kept as meant only where the printer would leave them out."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers import tex


def settled(node: Node) -> Node:
    """The tree without the brackets that its printing shows anyway."""
    result = node
    for slot, child in node.slots():
        inner = settled(child)
        if inner is not child:
            result = result.put(slot, inner)
        if isinstance(inner, w.Group):
            bare = result.put(slot, inner.body)
            result = bare if tex(bare) == tex(result) else result
    return result
