"""How large the parts of an expansion are against its error, as the variable goes to zero on one path or another."""

from __future__ import annotations

from collections.abc import Callable

from calculus.interpreters import Precise, System, World, evaluate
from calculus.language import words as w
from calculus.language.node import Node

Unary = Callable[[object], object]


def of_its_size(part: Node, statement: w.Expansion, side: str, world: World, system: System) -> object:
    """What a part of an expansion tends to, against the size of the error, as the variable goes to zero."""
    direction = evaluate(statement.variable, world, system)
    return along(part, statement, lambda t: direction * t, world, system, side)


def along(part: Node, statement: w.Expansion, path: Unary, world: World, system: System, side: str = "+") -> object:
    """The same along one path to zero."""

    def relative(t: object) -> object:
        moved = world.bind(statement.variable.name, path(t))
        return system.divide(evaluate(part, moved, system), evaluate(statement.size, moved, system))

    return system.limit(relative, system.number(0), side)


def paths(statement: w.Expansion, world: World, system: System) -> list[Unary]:
    """Other ways of a vector to zero: along the axes, and bent from one to the next; SymPy takes the drawn one only."""
    if statement.variable.is_scalar or not isinstance(system, Precise):
        return []
    axes = list(evaluate(w.Identity(statement.variable.shape[0]), world, system).T[:, :, None])
    straight = [lambda t, axis=axis: axis * t for axis in axes]
    bent = [lambda t, a=a, b=b: a * t + b * t * t for a, b in zip(axes, axes[1:] + axes[:1], strict=True)]
    return [*straight, *bent]
