"""How large the parts of an expansion are against its error, as the variable goes to zero on one path or another."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, cached_property

import numpy as np

from calculus.interpreters import Precise, System, World, evaluate
from calculus.interpreters.precise import mp
from calculus.language import words as w
from calculus.language.kinds import Array, Real
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

Unary = Callable[[object], object]
MOST_AXES = 3  # every path is a limit of its own
DEAR = w.Gradient | w.Jacobian | w.Hessian | w.Partial | w.Derivative | w.Apply | w.Inverse


def standing(part: Node, variable: Symbol) -> dict[Node, Symbol]:
    """The largest dear values in a part that stay what they are while the variable moves, with a letter for each."""
    if isinstance(part, DEAR) and variable.name not in free_symbols(part):
        return {part: Symbol(f"standing {hash(part)}", Array(*part.shape) if not part.is_scalar else Real)}
    return {node: letter for child in part.children for node, letter in standing(child, variable).items()}


@dataclass(frozen=True)
class Part:
    """A part of an expansion against the size of its error, in one world."""

    node: Node
    statement: w.Expansion
    world: World
    system: System

    @cached_property
    def letters(self) -> dict[Node, Symbol]:
        return standing(self.node, self.statement.variable)

    @cached_property
    def there(self) -> Callable[[int], World]:
        """The world in which dear values are worked out, by the digits that are asked for."""

        def settled(digits: int) -> World:
            found = {letter.name: evaluate(node, self.world, self.system) for node, letter in self.letters.items()}
            return replace(self.world, values={**self.world.values, **found})

        return cache(settled)

    def of_its_size(self, side: str) -> object:
        """What it tends to, against the size of the error, as the variable goes to zero along what was drawn."""
        direction = evaluate(self.statement.variable, self.world, self.system)
        return self.along(lambda t: direction * t, side)

    def along(self, path: Unary, side: str = "+") -> object:
        """The same along one path to zero."""
        ratio = w.Divide(self.node.substitute(self.letters), self.statement.size)

        def relative(t: object) -> object:
            moved = self.there(mp.dps).bind(self.statement.variable.name, path(t))
            return evaluate(ratio, moved, self.system)

        return self.system.limit(relative, self.system.number(0), side)


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
