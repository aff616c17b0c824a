"""Members of families, counted from 1, and of sequences, counted from 0, which may follow a recursion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calculus.interpreters.reference.numbers import Value, raised
from calculus.interpreters.reference.table import value
from calculus.interpreters.system import Undefined
from calculus.interpreters.world import Course, World
from calculus.language import words as w


def member(family: w.Symbol, index: int, world: World) -> Any:
    """One member, drawn or worked out from those before it."""
    members = world.values[family.name]
    if isinstance(members, Course):
        return member(family, index, ahead(members, index, world))
    return within(members, index if family.kind.size is None else index - 1)


def ahead(course: Course, last: int, world: World) -> World:
    """The world in which the sequences of a recursion are listed up to a member."""
    for name, start in course.starts.items():
        world = world.bind(name, [raised(start)])
    for place in range(last):
        for rule in course.rules:
            (target, right) = rule.terms
            here = world.bind(target.indices[0].left.name, place)
            name = target.array.name
            world = world.bind(name, [*world.values[name], value(right, here)])
    return world


def within(members: Sequence[Value] | Value, place: int) -> Value:
    """The member at a place counted from 0; a place outside has none, and does not wrap round."""
    if not 0 <= place < len(members):
        raise Undefined(f"there is no entry {place + 1} among {len(members)}")
    return members[place]
