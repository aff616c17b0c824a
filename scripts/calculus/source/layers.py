"""What a statement says of the layers of a network, said of arrays: the layers above are one unknown function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.kind import layer_width, offset_of
from calculus.language.node import Node
from calculus.language.shape import Size

LETTERS = {"weights": "W", "biases": "b", "pre-activations": "z", "activations": "a", "errors": "delta"}
PLACES = {-1: "_below", 0: "", 1: "_above"}
REST = "f"  # all that comes after the highest layer that is named, up to the loss
Named = tuple[str, int]  # a quantity and the layer it belongs to, counted from the one the statement is about


def of_arrays(formula: Formula) -> Formula:
    """The formula for arrays; one that is not about layers stays as it is."""
    entries = tuple(node for node in formula.statement.walk() if is_layered(node))
    if not entries:
        return formula
    stack = Stack(frozenset(named(entry) for entry in entries), offset_of(entries[0].indices[0])[0])
    table = {entry: stack.value(*named(entry)) for entry in entries}
    losses = [s for s in formula.statement.walk() if isinstance(s, w.Symbol) and s.kind == k.Loss]
    statement = formula.statement.substitute({**table, **dict.fromkeys(losses, stack.loss)})
    kept = tuple(s for s in formula.symbols if s.is_function)
    return replace(formula, statement=statement, symbols=(*stack.symbols, *kept))


def is_layered(node: Node) -> bool:
    """Whether a node is what one layer of a network has."""
    return isinstance(node, w.Entry) and isinstance(getattr(node.array, "kind", None), k.LayerKind)


def named(entry: w.Entry) -> Named:
    return entry.array.kind.quantity, offset_of(entry.indices[0])[1]


@dataclass(frozen=True)
class Stack:
    """The layers a statement names: what is given, and what is computed from it."""

    mentioned: frozenset[Named]
    letter: str  # that counts the layers

    @cached_property
    def top(self) -> int:
        return max(layer for _, layer in self.mentioned)

    @cached_property
    def loss(self) -> Node:
        """The unknown rest of the network, of the highest value that is named."""
        last = "activations" if ("activations", self.top) in self.mentioned else "pre-activations"
        return self.rest(self.value(last, self.top))

    @property
    def rest(self) -> w.Symbol:
        return w.Symbol(REST, k.Field[self.width(self.top)])

    def width(self, layer: int) -> Size:
        """The name a statement gives the width of a layer."""
        number = w.Symbol(self.letter, k.LayerNumber)
        return layer_width(number + layer if layer >= 0 else number - -layer)

    def value(self, quantity: str, layer: int) -> Node:
        """A quantity of a layer: a letter, or a name for what is computed."""
        name = LETTERS[quantity] + PLACES[layer]
        match quantity:
            case "pre-activations" if self.is_computed(layer):
                below = self.value("weights", layer) * self.value("activations", layer - 1)
                return w.Alias(name, below + self.value("biases", layer))
            case "activations" if self.is_known(layer):
                return w.Alias(name, w.Symbol("phi", k.Activation)(self.value("pre-activations", layer)))
            case "errors":
                return self.error(layer)
            case "weights":
                return w.Symbol(name, k.Matrix[self.width(layer), self.width(layer - 1)])
        return w.Symbol(name, k.Vector[self.width(layer)])

    def error(self, layer: int) -> Node:
        """The slope of the loss in the pre-activations of a layer."""
        at = self.value("pre-activations", layer)
        if self.loss.arguments == (at,):
            return w.Alias(LETTERS["errors"] + PLACES[layer], w.Nabla(self.rest)(at))
        return w.Gradient(self.loss, at)

    def is_computed(self, layer: int) -> bool:
        """Whether the pre-activations of a layer follow from what is below."""
        parts = (("weights", layer), ("biases", layer), ("activations", layer - 1))
        return any(part in self.mentioned for part in parts)

    def is_known(self, layer: int) -> bool:
        """Whether the activations of a layer follow from its pre-activations."""
        return ("pre-activations", layer) in self.mentioned or self.is_computed(layer)

    @property
    def symbols(self) -> tuple[w.Symbol, ...]:
        """The letters of everything that is named, each once."""
        nodes = [self.loss, *(self.value(*each) for each in sorted(self.mentioned))]
        return tuple(
            dict.fromkeys(s for node in nodes for s in node.walk() if isinstance(s, w.Symbol) and s.name != "phi")
        )
