"""How large the parts of an expansion are against its error, as the variable goes to zero on one path or another."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from calculus.interpreters import Precise, System, World, evaluate
from calculus.language import words as w
from calculus.language.node import Node

Unary = Callable[[object], object]
MOST_AXES = 3  # every path is a limit of its own


def of_its_size(part: Node, statement: w.Expansion, side: str, world: World, system: System) -> object:
    """What a part of an expansion tends to, against the size of the error, as the variable goes to zero."""
    direction = evaluate(statement.variable, world, system)
    return along(part, statement, lambda t: direction * t, world, system, side)


def along(part: Node, statement: w.Expansion, path: Unary, world: World, system: System, side: str = "+") -> object:
    """The same along one path to zero."""

    def relative(t: object) -> object:
        moved = world.bind(statement.variable.name, path(t))
        return evaluate(w.Divide(part, statement.size), moved, system)

    return system.limit(relative, system.number(0), side)


def paths(statement: w.Expansion, world: World, system: System) -> list[Unary]:
    """Other ways of an array to zero: along the axes, and bent from one to the next; SymPy takes the drawn one only."""
    if statement.variable.is_scalar or not isinstance(system, Precise):
        return []
    shape = evaluate(statement.variable, world, system).shape
    axes = list(np.vectorize(system.number, otypes=[object])(np.eye(math.prod(shape), dtype=int)).reshape(-1, *shape))
    axes = axes[:MOST_AXES]
    straight = [lambda t, axis=axis: axis * t for axis in axes]
    bent = [lambda t, a=a, b=b: a * t + b * t * t for a, b in zip(axes, axes[1:] + axes[:1], strict=True)]
    return [*straight, *bent]


def vanishes(limit: object, system: System) -> bool | None:
    """Whether what was found is zero, in every entry."""
    return system.equal(limit, limit * 0 if isinstance(limit, np.ndarray) else system.number(0))
