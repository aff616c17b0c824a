"""Sequences a statement gives by a recursion: which conditions are one, and what they make of a drawn first member."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from calculus.interpreters import Course, Lambda, World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol


def is_recursion(condition: Node) -> bool:
    """Whether a condition says what the next member of a sequence is: x[k + 1] = …"""
    match condition:
        case w.Relation((w.Entry(Symbol(_, k.FamilyKind(size=None)), (w.Add(Symbol(), w.Number(1)),)), _), ("=",)):
            return True
    return False


def split(conditions: tuple[Node, ...]) -> tuple[tuple[w.Relation, ...], tuple[Node, ...]]:
    """The recursions among the conditions, and the rest."""
    found = tuple(condition for condition in conditions if is_recursion(condition))
    return found, tuple(condition for condition in conditions if condition not in found)


def stays_rational(world: World) -> bool:
    """Whether every function of a world takes rationals to rationals: iterated, others nest without end."""
    bodies = (value.body for value in world.values.values() if isinstance(value, Lambda))
    names = {node.name for body in bodies for node in body.walk() if isinstance(node, w.Known)}
    return names <= {"huber", "relu", "absolute", "maximum", "minimum", "sign"}


def followed(world: World, recursions: tuple[w.Relation, ...]) -> World:
    """The world in which sequences follow their recursions from the first member that was drawn."""
    names = {rule.terms[0].array.name for rule in recursions}
    starts = {name: world.values[name][0] for name in names}
    for name in names:
        world = world.bind(name, Course(name, starts, recursions))
    return world


def moved(world: World, place: Node, value: Any) -> World:
    """The world with a symbol, or the first member of a sequence, at another value."""
    if isinstance(place, Symbol):
        return world.bind(place.name, value)
    course = world.values[place.array.name]
    starts = {**course.starts, course.name: value}
    for name in starts:
        world = world.bind(name, replace(world.values[name], starts=starts))
    return world
