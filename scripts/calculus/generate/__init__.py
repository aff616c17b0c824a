"""SymPy writes the right sides that a declaration leaves to it."""

from __future__ import annotations

from dataclasses import replace

from calculus.language.generated import Generated
from calculus.language.node import Node
from calculus.language.statements import Statement


def written(statement: Statement) -> Statement:
    """The statement with every `generated` side filled in; SymPy is asked only where there is one."""
    if not any(isinstance(node, Generated) for node in statement.walk()):
        return statement
    return filled(statement)  # type: ignore[return-value]


def filled(statement: Node) -> Node:
    """Relations and definitions get their generated side; statements of several parts get it part by part."""
    terms = getattr(statement, "terms", None)
    if isinstance(terms, tuple):
        sides = list(terms)
        for place, side in enumerate(sides):
            if isinstance(side, Generated):
                sides[place] = right_side(sides[place - 1], side)
        return replace(statement, terms=tuple(sides))
    if isinstance(getattr(statement, "right", None), Generated):
        left = getattr(statement, "same_as", None) or statement.left
        return replace(statement, right=right_side(left, statement.right))
    for slot, child in statement.slots():
        if any(isinstance(node, Generated) for node in child.walk()):
            statement = statement.put(slot, filled(child))
    return statement


def right_side(left: Node, manner: Generated) -> Node:
    """What SymPy makes of a left side, in reading order."""
    from calculus.generate.bridge import result_of

    return result_of(left, manner)
