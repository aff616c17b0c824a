"""The layers of a concrete network, worked out from its weights."""

from __future__ import annotations

from calculus.interpreters.network import key
from calculus.interpreters.reference import functions
from calculus.interpreters.reference.numbers import Value, raised
from calculus.interpreters.reference.table import value
from calculus.interpreters.world import World


def quantity(name: str, layer: int, world: World) -> Value:
    """A quantity of one layer; one that a derivative moves is bound in the world and comes first."""
    if key(name, layer) in world.values:
        return raised(world.values[key(name, layer)])
    if name == "errors":
        return error(layer, world)
    if name == "activations" and layer == 0:
        return raised(world.values["input"])
    if name == "activations":
        return functions.called(world.values["activation"], (quantity("pre-activations", layer, world),), world)
    weights, biases = (quantity(part, layer, world) for part in ("weights", "biases"))
    return weights @ quantity("activations", layer - 1, world) + biases


def error(layer: int, world: World) -> Value:
    """The gradient of the loss in a layer's pre-activations, backward through all layers above."""

    def loss(pre_activations: Value) -> Value:
        return value(world.values["loss"], world.bind(key("pre-activations", layer), pre_activations))

    return functions.gradient(loss, quantity("pre-activations", layer, world))
