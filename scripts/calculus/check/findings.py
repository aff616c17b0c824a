"""What is found where a formula is tried: the first decision that is not true, with the numbers of its world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from calculus.check.decide import TRUE, Decision
from calculus.formula import Formula
from calculus.interpreters import Undefined, World
from calculus.language.node import Node

Decides = Callable[[Node, World], Decision]


@dataclass(frozen=True)
class Finding:
    """What a road found before it is timed and named: the decision, how it was reached, at how many points."""

    decision: Decision
    manner: str
    points: int


def tried(formula: Formula, drawn: list[World], decides: Decides, manner: str) -> Finding:
    """True in every world, or the first decision that is not."""
    for place, world in enumerate(drawn, 1):
        decision = at(formula, world, decides)
        if decision.truth is not True:
            return Finding(decision, manner, place)
    return Finding(TRUE, manner, len(drawn))


def at(formula: Formula, world: World, decides: Decides) -> Decision:
    """The decision in one world; where it is not true, with the numbers of that world."""
    decision = decided(formula, world, decides)
    return decision if decision.truth else Decision(decision.truth, f"{decision.reason} {where(world)}".strip())


def decided(formula: Formula, world: World, decides: Decides) -> Decision:
    """The statement's decision in one world; a value that does not exist there is undecided."""
    try:
        return decides(formula.statement, world)
    except Undefined as error:
        return Decision(None, str(error))


def where(world: World) -> str:
    """The numbers of a world, for the message."""
    plain = int | Fraction | tuple
    numbers = [f"{name} = {told(value)}" for name, value in world.values.items() if isinstance(value, plain)]
    return f"at {', '.join(numbers)}"[:200] if numbers else ""


def told(value: object) -> str:
    """A rational, or the rows of an array of them."""
    if isinstance(value, tuple):
        return "(" + ", ".join(told(entry) for entry in value) + ")"
    return str(value)
