"""The words a derivation is written in: where it starts, its steps, and what it proves."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from calculus.language.node import LanguageError, Node, lift
from calculus.language.statements import Relation, Statement, points

Rule = Callable[..., Statement] | str
NEXT = ("=", "<", "<=", ">", ">=")  # signs that lead from a value to the next
NEARLY, THEREFORE = "≈", "=>"


@dataclass(frozen=True)
class Order:
    """How wrong a nearly equal sign is: `Order(h**2, h)` is an error of at most a constant times h² near h = 0."""

    size: Node
    variable: Node
    letter: str = "O"


@dataclass(frozen=True)
class Step:
    """One line and the rule that leads to it: a formula's function, words, or several of them.

    A value follows by `=`, an inequality, or `≈` with its `error`. An equality follows from the equality above by
    `=>`: `do` is what is done to both sides; without it each side is only written in another way.
    """

    sign: str
    to: Any
    by: Rule | tuple[Rule, ...] = field(kw_only=True)
    do: Callable[[Node], Node] | None = field(default=None, kw_only=True)
    error: Order | None = field(default=None, kw_only=True)
    sharp: Any = field(default=(), kw_only=True)
    place: tuple[str, int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        caller = sys._getframe(2)  # the line that types the step, to be named if the step is wrong
        object.__setattr__(self, "place", (caller.f_code.co_filename, caller.f_lineno))
        object.__setattr__(self, "to", lifted(self.to))
        object.__setattr__(self, "sharp", points(self.sharp))
        self.measure()

    def measure(self) -> None:
        """Complains about a step that does not say what its sign asks for."""
        if self.sign not in (*NEXT, NEARLY, THEREFORE):
            raise LanguageError(f"a step's sign is one of {' '.join((*NEXT, NEARLY, THEREFORE))}, not {self.sign!r}")
        if (self.sign == THEREFORE) != is_equality(self.to):
            raise LanguageError('after "=>" stands an equality, Equal(left, right); after any other sign a value')
        if (self.sign == NEARLY) != (self.error is not None):
            raise LanguageError("≈ says how wrong it is, and only ≈ does: error=Order(h**2, h)")
        if self.do is not None and self.sign != THEREFORE:
            raise LanguageError('do= is what "=>" does to both sides of the equality above')

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What leads to the line, one by one."""
        return self.by if isinstance(self.by, tuple) else (self.by,)


@dataclass(frozen=True)
class Derivation:
    """Worked steps from a value, or from an equality, to the formula they prove."""

    start: Any
    steps: tuple[Step, ...]
    proves: Callable[..., Statement]
    by: Rule | tuple[Rule, ...] = ()
    given: tuple[Node, ...] = ()
    where: tuple[Node, ...] = ()

    def __init__(self, start: Any, *steps: Step, proves: Any, by: Any = (), given: Any = (), where: Any = ()) -> None:
        values: Mapping[str, Any] = {
            "start": lifted(start), "steps": steps, "proves": proves,
            "by": by if isinstance(by, tuple) else (by,), "given": tuple(given), "where": tuple(where),
        }  # fmt: skip
        for name, value in values.items():
            object.__setattr__(self, name, value)
        self.measure()

    def measure(self) -> None:
        """Complains about what is no step, and about implications that have nothing to follow from."""
        if not self.steps or not all(isinstance(step, Step) for step in self.steps):
            raise LanguageError('after its start a derivation is made of steps: Step("=", value, by=rule)')
        if isinstance(self.start, Statement) and not is_equality(self.start):
            raise LanguageError("a derivation starts from a value or from one equality, Equal(left, right)")
        if not is_equality(self.start) and any(step.sign == THEREFORE for step in self.steps):
            raise LanguageError('"=>" follows from an equality, so the derivation must start from one')


def lifted(value: Any) -> Node:
    """A value as a node; an equality stays as it is."""
    return value if isinstance(value, Statement) else lift(value)


def is_equality(node: Any) -> bool:
    """Whether a node is one equality between two values."""
    return isinstance(node, Relation) and node.signs == ("=",)
