"""The computational graph of an expression: values forward, local derivatives on the edges, adjoints backward."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from calculus.interpreters import Precise, World, evaluate
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.kinds import Real
from calculus.language.node import Node, lift
from calculus.language.statements import Definition

NUMBERS = Precise()


@dataclass(frozen=True)
class Vertex:
    """An input or an operation: what it computes, from which vertices, and the numbers that pass through it."""

    part: Node  # of the expression
    node: Node  # what is computed, from the names of the operands
    name: Node  # an input or an alias keeps its own; other operations are numbered
    operands: tuple[int, ...]
    slopes: tuple[Any, ...]  # the local derivative in each operand
    value: Any
    adjoint: Any  # the derivative of the output in this vertex

    @property
    def equation(self) -> Node:
        """The name, and for an operation how it is computed; printable."""
        return self.name if not self.operands else Definition(self.name, self.node)


@dataclass(frozen=True)
class Graph:
    """Vertices in an order in which they can be computed; the output comes last."""

    vertices: tuple[Vertex, ...]

    @property
    def edges(self) -> Iterator[tuple[int, int, Any]]:
        """From operand to operation, with the local derivative."""
        for place, vertex in enumerate(self.vertices):
            yield from ((operand, place, slope) for operand, slope in zip(vertex.operands, vertex.slopes, strict=True))

    def uses(self, place: int) -> int:
        """How many operations a vertex goes into; with more than one it is a fork, where adjoints add."""
        return sum(start == place for start, _, _ in self.edges)

    def __getitem__(self, node: Node) -> Vertex:
        """The vertex of an input, an alias or a part of the expression."""
        return next(vertex for vertex in self.vertices if vertex.part == node)


def graph(expression: Node, values: Mapping[w.Symbol, Node | int], inputs: Collection[Node] = ()) -> Graph:
    """The graph at these values, for the given inputs (all symbols, if none are given); others count as constants.

    Each operation is a vertex; an alias is one with all that stands in it, so that authors choose how fine it is.
    """
    chosen = tuple(inputs or values)
    world = World({symbol.name: as_fraction(lift(value)) for symbol, value in values.items()})
    order = ordered(expression, chosen)
    names, forward, slopes = named(order, chosen), [], []
    for node in order:
        parts = operands(node, chosen)
        here = {names[order.index(part)].name: forward[order.index(part)] for part in parts}
        value, own = local(node, {part: names[order.index(part)] for part in parts}, here, world)
        forward.append(value)
        slopes.append(own)
    places = [tuple(order.index(part) for part in operands(node, chosen)) for node in order]
    adjoints = backward(places, slopes)
    shown = [renamed(node, {part: names[order.index(part)] for part in operands(node, chosen)}) for node in order]
    return Graph(tuple(map(Vertex, order, shown, names, places, slopes, forward, adjoints)))


def operands(node: Node, inputs: Collection[Node]) -> tuple[Node, ...]:
    """What an operation is computed from, each once: its children, or the named parts of an alias."""
    if node in inputs:
        return ()
    if isinstance(node, w.Alias):
        return tuple(dict.fromkeys(parts_with_names(node.body, inputs)))
    depends = (child for child in node.children if any(part in inputs for part in child.walk()))
    return tuple(dict.fromkeys(ungrouped(child) for child in depends))


def parts_with_names(node: Node, inputs: Collection[Node]) -> Iterator[Node]:
    """The outermost aliases and inputs of an expression, in reading order; aliases of constants are none."""
    if node in inputs or (isinstance(node, w.Alias) and operands(node, inputs)):
        yield node
    else:
        for child in node.children:
            yield from parts_with_names(child, inputs)


def ungrouped(node: Node) -> Node:
    return ungrouped(node.body) if isinstance(node, w.Group) else node


def ordered(node: Node, inputs: Collection[Node]) -> list[Node]:
    """A node after all it is computed from, each once, in reading order; equal parts are computed once."""
    found: dict[Node, None] = {}
    for part in operands(node, inputs):
        found |= dict.fromkeys(ordered(part, inputs))
    return [*found, node]


def named(order: list[Node], inputs: Collection[Node]) -> list[w.Symbol]:
    """The names of the vertices: their own, or v with a number."""
    names: list[w.Symbol] = []
    for node in order:
        number = sum(name.name.startswith("v_") for name in names) + 1
        has_own = node in inputs or isinstance(node, w.Alias)
        names.append(w.Symbol(node.name if has_own else f"v_{number}", Real))
    return names


def renamed(node: Node, names: Mapping[Node, w.Symbol]) -> Node:
    """The operation with the names of what it is computed from."""
    table = {w.Group(part): name for part, name in names.items()} | dict(names)
    return node.body.substitute(table) if isinstance(node, w.Alias) else node.substitute(table)


def local(node: Node, names: Mapping[Node, w.Symbol], here: Mapping, world: World) -> tuple[Any, tuple]:
    """The value of one operation, and its derivative in each operand."""
    body, there = renamed(node, names), world
    for name, value in here.items():
        there = there.bind(name, value)
    slopes = (evaluate(w.Derivative(body, name), there, NUMBERS) for name in names.values())
    return evaluate(body, there, NUMBERS), tuple(slopes)


def backward(places: list[tuple[int, ...]], slopes: list[tuple]) -> list[Any]:
    """The adjoints: one at the output, and what each operation hands on to its operands, added up."""
    adjoints = [NUMBERS.number(0)] * len(places)
    adjoints[-1] = NUMBERS.number(1)
    for place in reversed(range(len(places))):
        for operand, slope in zip(places[place], slopes[place], strict=True):
            adjoints[operand] += slope * adjoints[place]
    return adjoints
