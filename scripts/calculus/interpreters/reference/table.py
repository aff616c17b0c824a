"""The value of a node in a world, in double precision: a table of arms, one for each node type."""

from __future__ import annotations

from functools import singledispatch

from calculus.interpreters.reference.numbers import Value, settled
from calculus.interpreters.world import World
from calculus.language.node import Node


def value(node: Node, world: World) -> Value:
    """The node's value, without axes where it is a number and with two where it is an array; else Undefined."""
    found = settled(value_of(node, world))
    return found.reshape(()) if found.shape == (1, 1) else found


@singledispatch
def value_of(node: Node, world: World) -> Value:
    """The value by node type; a type without an arm is named."""
    raise NotImplementedError(f"no reference value for {type(node).__name__}")


arm = value_of.register
