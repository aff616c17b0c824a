"""Values by case, and the indicator of a relation."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language import shape as shapes
from calculus.language.node import LanguageError, Node, lift
from calculus.language.shape import Shape


@dataclass(frozen=True)
class Cases(Node):
    """Values by case: exactly one test holds at every point."""

    values: tuple[Node, ...]
    tests: tuple[Node, ...]

    def measure(self) -> Shape:
        if len(self.values) != len(self.tests) or not self.values:
            raise LanguageError("each case is a pair: cases((value, test), (value, test))")
        for value in self.values[1:]:
            shapes.same(self.values[0].shape, value.shape, "the cases")
        return self.values[0].shape


def cases(*pairs: tuple[Node, Node]) -> Cases:
    """A value by cases from (value, test) pairs."""
    return Cases(tuple(lift(value) for value, _ in pairs), tuple(test for _, test in pairs))


@dataclass(frozen=True)
class Indicator(Node):
    """One where a relation holds, zero elsewhere; entry by entry for arrays."""

    test: Node

    def measure(self) -> Shape:
        return self.test.shape
