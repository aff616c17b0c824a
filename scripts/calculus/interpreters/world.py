"""A world: a value for every symbol and a number for every size, the same for all number systems."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import Size


@dataclass(frozen=True)
class Lambda:
    """A concrete function, written in the language itself; its inverse and its minimizer where they are known.

    `breaks` are the arguments at which it bends or jumps, so that an integral is taken piece by piece.
    """

    parameters: tuple[w.Symbol, ...]
    body: Node
    inverse: Lambda | None = None
    minimizer: Any = None
    breaks: tuple[Fraction, ...] = ()
    quantile: Lambda | None = None  # of a density: the number above which a share of it lies


@dataclass(frozen=True)
class Course:
    """A sequence that follows a recursion: where it and those it reads start, and the rule for the next of each."""

    name: str
    starts: Mapping[str, Any]
    rules: tuple[Node, ...]


@dataclass(frozen=True)
class World:
    """Values are exact rationals, tuples of rows of them, `Lambda`s, or numbers of one system while it evaluates."""

    values: Mapping[str, Any] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)

    def bind(self, name: str, value: Any) -> World:
        """The world in which one name has another value."""
        return replace(self, values={**self.values, name: value})

    def size(self, size: Size) -> int:
        """A size as a number; `n·m` is a product of sizes."""
        if isinstance(size, int):
            return size
        if size not in self.sizes and (layer := re.fullmatch(r"n_([A-Za-z]*)([+-]?\d*)", size)):
            return self.values["widths"][int(self.values.get(layer[1], 0)) + int(layer[2] or 0)]
        if "·" in size:
            first, rest = size.split("·", 1)
            return self.size(first) * self.size(rest)
        return int(size) if size.isdigit() else self.sizes[size]
