"""A concrete network in a world: the quantities of its layers, each computed from those below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from calculus.interpreters.system import System, Value
from calculus.interpreters.world import World
from calculus.language import words as w
from calculus.language.node import Node

Evaluate = Callable[[Node, World, System], Value]


def key(quantity: str, layer: int) -> str:
    """The name a layer's quantity has in a world."""
    return f"{quantity} of layer {layer}"


def layer(symbol: w.Symbol, index: int, world: World, system: System, evaluate: Evaluate) -> Value:
    """A layer's weights, biases, pre-activations, activations or errors; a value bound in the world comes first."""
    quantity = symbol.kind.quantity
    bound = world.values.get(key(quantity, index))
    if bound is not None:
        return raised(bound, system)
    if quantity == "activations" and index == 0:
        return raised(world.values["input"], system)
    return COMPUTED[quantity](index, world, system, evaluate)


def raised(value: Any, system: System) -> Value:
    """Rows of rationals as an array of the system's numbers."""
    return value if isinstance(value, np.ndarray) else np.array([[system.number(e) for e in r] for r in value], object)


def of(quantity: str, name: str) -> w.Symbol:
    from calculus.language.kinds import LayerKind

    return w.Symbol(name, LayerKind(quantity))


def before_activation(index: int, world: World, system: System, evaluate: Evaluate) -> Value:
    """z = W a + b, with the activations of the layer below."""
    weights, biases, below = (
        layer(of(quantity, "_"), place, world, system, evaluate)
        for quantity, place in (("weights", index), ("biases", index), ("activations", index - 1))
    )
    return weights @ below + biases


def activated(index: int, world: World, system: System, evaluate: Evaluate) -> Value:
    """The activation function, entry by entry; the network's own function bends every layer."""
    function = world.values["activation"]
    point = layer(of("pre-activations", "_"), index, world, system, evaluate)
    body = world.bind(function.parameters[0].name, None)
    return np.vectorize(
        lambda entry: evaluate(function.body, body.bind(function.parameters[0].name, entry), system), otypes=[object]
    )(point)


def error(index: int, world: World, system: System, evaluate: Evaluate) -> Value:
    """The slope of the loss in a layer's pre-activations, which is what the error of a layer is."""
    symbol = w.Symbol("z", of("pre-activations", "z").kind)
    at_layer = w.Entry(symbol, (w.Number(index),))
    return evaluate(w.Gradient(loss(world), at_layer), world, system)


def loss(world: World) -> Node:
    """The loss of the last activations, as the node a world carries."""
    return world.values["loss"]


COMPUTED = {"pre-activations": before_activation, "activations": activated, "errors": error}
