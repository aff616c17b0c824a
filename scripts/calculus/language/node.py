"""The frozen typed node every statement is built from: it never evaluates and never reorders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from fractions import Fraction
from typing import Any

from calculus.language.shape import SCALAR, LanguageError, Shape, ShapeError


class MissingWord(LanguageError, AttributeError):
    """A node was asked for an attribute that no node has."""


@dataclass(frozen=True)
class Node:
    """A piece of mathematics. Its shape is worked out, and complained about, when it is built."""

    shape = SCALAR
    binds = None  # the symbol a binder (a sum, a derivative at a point) makes its own
    numbers = ()  # the fields where a plain Python number may be typed

    def __post_init__(self) -> None:
        for name in self.numbers:
            if isinstance(getattr(self, name), int | float):
                object.__setattr__(self, name, lift(getattr(self, name)))
        object.__setattr__(self, "shape", self.measure())

    def measure(self) -> Shape:
        """Shape of the value, or a ShapeError."""
        return SCALAR

    @property
    def is_function(self) -> bool:
        """Whether the node stands for a function rather than a value."""
        return False

    @property
    def is_scalar(self) -> bool:
        return self.shape == SCALAR

    # Building: Python's operators, in the order they are typed.
    def __add__(self, other: Any) -> Node:
        return words().Add(self, lift(other))

    def __radd__(self, other: Any) -> Node:
        return words().Add(lift(other), self)

    def __sub__(self, other: Any) -> Node:
        return words().Subtract(self, lift(other))

    def __rsub__(self, other: Any) -> Node:
        return words().Subtract(lift(other), self)

    def __neg__(self) -> Node:
        return words().Negative(self)

    def __mul__(self, other: Any) -> Node:
        return words().multiply(self, lift(other))

    def __rmul__(self, other: Any) -> Node:
        return words().multiply(lift(other), self)

    def __truediv__(self, other: Any) -> Node:
        return words().divide(self, lift(other))

    def __rtruediv__(self, other: Any) -> Node:
        return words().divide(lift(other), self)

    def __pow__(self, other: Any) -> Node:
        return words().power(self, lift(other))

    def __rpow__(self, other: Any) -> Node:
        return words().power(lift(other), self)

    def __matmul__(self, other: Any) -> Node:
        return words().Hadamard(self, lift(other))

    def __getitem__(self, index: Any) -> Node:
        indices = index if isinstance(index, tuple) else (index,)
        return words().Entry(self, tuple(lift(i) for i in indices))

    def __call__(self, *arguments: Any) -> Node:
        return words().apply(self, tuple(lift(a) for a in arguments))

    @property
    def T(self) -> Node:
        """Transpose."""
        return words().Transpose(self)

    @property
    def I(self) -> Node:  # noqa: E743
        """Inverse."""
        return words().Inverse(self)

    def __lt__(self, other: Any) -> Node:
        return words().Relation((self, lift(other)), ("<",))

    def __le__(self, other: Any) -> Node:
        return words().Relation((self, lift(other)), ("<=",))

    def __gt__(self, other: Any) -> Node:
        return words().Relation((self, lift(other)), (">",))

    def __ge__(self, other: Any) -> Node:
        return words().Relation((self, lift(other)), (">=",))

    def __bool__(self) -> bool:
        raise LanguageError("a chain such as a < b < c cannot be written in Python; write Chain(a, '<', b, '<', c)")

    def __iter__(self) -> Iterator[Node]:
        raise LanguageError("a node cannot be unpacked or looped over; write Sum(body, index) or name the entries")

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        hints = {"t": ".T for the transpose", "inv": ".I for the inverse", "dot": "a.T * b for an inner product"}
        raise MissingWord(f"a {type(self).__name__} has no .{name}; write {hints.get(name, 'one of .T, .I, .prime')}")

    # Walking: children are whatever fields hold nodes, so a new node needs no line for it.
    @property
    def children(self) -> tuple[Node, ...]:
        """The nodes directly below, in the order they are shown."""
        return tuple(child for _, child in self.slots())

    def slots(self) -> Iterator[tuple[tuple[str, int | None], Node]]:
        """Every (slot, child); a slot is a field's name and, in a tuple, the place."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Node):
                yield (field.name, None), value
            elif isinstance(value, tuple):
                yield from (((field.name, place), item) for place, item in enumerate(value) if isinstance(item, Node))

    def put(self, slot: tuple[str, int | None], child: Node) -> Node:
        """The same node with another child; the constructor checks the shapes again."""
        name, place = slot
        if place is None:
            return replace(self, **{name: child})
        items = getattr(self, name)
        return replace(self, **{name: (*items[:place], child, *items[place + 1 :])})

    def walk(self) -> Iterator[Node]:
        """The node and everything below it, from the top."""
        yield self
        for child in self.children:
            yield from child.walk()

    def substitute(self, table: dict[Node, Node]) -> Node:
        """The tree with whole nodes exchanged, rebuilt only where something changed."""
        if self in table:
            return table[self]
        result = self
        for slot, child in self.slots():
            changed = child.substitute(table)
            if changed is not child:
                result = result.put(slot, changed)
        return result


def lift(value: Any) -> Node:
    """A Python number as a node; floats and truth values are answered with what to write instead."""
    if isinstance(value, words().Statement):
        raise LanguageError("a statement stands where a value belongs; for the function of that name write known.NAME")
    if isinstance(value, Node):
        return value
    if isinstance(value, bool) or value is NotImplemented:
        raise LanguageError(f"{value!r} is not mathematics; write Equal(left, right) for an equality")
    if isinstance(value, int):
        return words().Number(value) if value >= 0 else words().Negative(words().Number(-value))
    if isinstance(value, Fraction):
        return lift(value.numerator) / lift(value.denominator) if value.denominator != 1 else lift(value.numerator)
    if isinstance(value, float):
        raise LanguageError(f"{value!r} is a rounded number; write Ratio(1, 2), or divide a symbol: x / 2")
    raise LanguageError(f"{value!r} is a {type(value).__name__}, not a piece of mathematics")


def words() -> Any:
    """The module that gathers all node types; asked late, because the types stand on this module."""
    import calculus.language.words as gathered

    return gathered


__all__ = ["LanguageError", "Node", "ShapeError", "lift"]
