"""Symbols with their kinds, aliases that print a name for a value, and the entries of arrays and families."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from calculus.language.node import LanguageError, Node
from calculus.language.shape import SCALAR, Shape, ShapeError, said


@dataclass(frozen=True)
class Symbol(Node):
    """A name with a kind; the kind says shape, domain, how it prints and what is drawn for it."""

    name: str
    kind: Any

    def measure(self) -> Shape:
        return self.kind.shape

    @property
    def is_function(self) -> bool:
        return self.kind.is_function

    @property
    def prime(self) -> Node:
        """The derivative of a function symbol, itself a function; of a quantity, its derivative."""
        from calculus.language.words import Prime

        return Prime(self)


@dataclass(frozen=True)
class Alias(Node):
    """A short name for a value: prints the name, means the value; the statement says *where* it is set."""

    name: str
    body: Node

    def measure(self) -> Shape:
        if any(isinstance(node, Symbol | Alias) and node.name == self.name for node in self.body.walk()):
            raise LanguageError(f"{self.name} is used inside its own meaning")
        return self.body.shape


@dataclass(frozen=True)
class Entry(Node):
    """One entry of a vector or matrix, or one member of a family or sequence."""

    array: Node
    indices: tuple[Node, ...]

    def measure(self) -> Shape:
        kind = getattr(self.array, "kind", None)
        if hasattr(kind, "entry_shape"):
            return kind.entry_shape(self.indices[0])
        member = getattr(kind, "member", None)
        if member is not None:
            return member.shape
        wanted = 1 if self.array.shape[1] == 1 else 2
        if self.array.shape == SCALAR or len(self.indices) != wanted:
            raise ShapeError(f"a {said(self.array.shape)} has no entry with {len(self.indices)} index(es)")
        return SCALAR

    @property
    def is_function(self) -> bool:
        member = getattr(getattr(self.array, "kind", None), "member", None)
        return bool(member is not None and member.is_function)

    @property
    def prime(self) -> Node:
        """The derivative of a member of a family of functions."""
        from calculus.language.words import Prime

        return Prime(self)


def free_symbols(node: Node, bound: frozenset[str] = frozenset()) -> dict[str, Symbol]:
    """The symbols a node depends on, by name, in the order they are read; bound ones left out."""
    if isinstance(node, Symbol):
        return {} if node.name in bound else {node.name: node}
    inside = bound | {node.binds.name} if isinstance(node.binds, Symbol) else bound
    found: dict[str, Symbol] = {}
    for child in node.children:
        found |= {name: symbol for name, symbol in free_symbols(child, inside).items() if name not in found}
    return found
