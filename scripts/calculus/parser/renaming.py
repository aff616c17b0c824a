"""Statements up to the choice of letters: a form that is equal for two trees which differ in names alone."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.language.shape import SCALAR, Shape
from calculus.printers.function_names import written

Form = tuple[Any, ...]
BY_NAME = ("name", "loss")  # styles of functions whose arguments the page names once
SIZED = ("size", "rows", "columns")


class Letters:
    """Numbers for letters, in the order they are met."""

    def __init__(self) -> None:
        self.met: dict[str, int] = {}
        self.nodes: dict[int, Node] = {}  # what each letter is, where it stands for itself

    def number(self, name: Any) -> Any:
        """The number of a letter; a size that is a number stays as it is."""
        return self.met.setdefault(name, -1 - len(self.met)) if isinstance(name, str) else name

    def form(self, node: Node) -> Form:
        """The node with numbers for letters, as it is shown: an alias is its letter, a loss is its name."""
        if isinstance(node, w.Symbol):
            return self.letter(node.name, node, self.kind(node.kind))
        if isinstance(node, w.Alias):
            return self.letter(node.name, node, self.shaped(node.shape))
        if isinstance(node, w.Apply) and is_named_alone(node.function):
            return self.letter(written(node.function.name), node, self.shaped(node.shape))
        return (type(node).__name__, *(self.field(field.name, getattr(node, field.name)) for field in fields(node)))

    def letter(self, name: str, node: Node, kind: Form) -> Form:
        """A letter by its number, and what matters of its kind."""
        self.nodes.setdefault(self.number(name), node)
        return ("symbol", self.number(name), kind)

    def field(self, name: str, value: Any) -> Any:
        """One field of a node."""
        if isinstance(value, Node):
            return self.form(value)
        if isinstance(value, tuple):
            return tuple(self.field(name, item) for item in value)
        return self.number(value) if name in SIZED else value

    def kind(self, kind: k.Kind) -> Form:
        """What matters of a kind: shapes, and what is a function, an index, a size."""
        if isinstance(kind, k.FunctionKind):
            return ("function", self.number(kind.inputs), self.number(kind.outputs), kind.arity)
        if isinstance(kind, k.IndexKind):
            return ("index", self.number(kind.size))
        if isinstance(kind, k.FamilyKind):
            return ("family", self.kind(kind.of))
        if isinstance(kind, k.Dependent):
            return ("quantity", self.number(kind.variable))
        return self.shaped(kind.shape)

    def shaped(self, shape: Shape) -> Form:
        """A number, or an array of sizes."""
        return ("number",) if shape == SCALAR else ("array", *(self.number(size) for size in shape))


def is_named_alone(function: Node) -> bool:
    """Whether a function is printed without its arguments."""
    return isinstance(function, w.Known) and KNOWN[function.name].style in BY_NAME


def form(node: Node) -> Form:
    """The node's form, letters numbered from its own beginning."""
    return lettered(node)[0]


def lettered(node: Node) -> tuple[Form, dict[int, Node]]:
    """The node's form, and what its letters are."""
    letters = Letters()
    return letters.form(node), letters.nodes
