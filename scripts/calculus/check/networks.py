"""A small network to check layer formulas in: widths that differ, generic weights, a loss of the last activations."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

from calculus.interpreters import World
from calculus.interpreters.network import key
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift

WIDTHS = (2, 3, 2, 3)  # of the input and of each layer; weights between them are never square
Draw = Callable[[], Fraction]


def drawn(world: World, draw: Draw) -> World:
    """The world with a network: weights and biases small enough that activations stay moderate."""
    world = world.bind("widths", WIDTHS).bind("input", rows(WIDTHS[0], 1, draw))
    for layer, (below, width) in enumerate(pairwise(WIDTHS), 1):
        world = world.bind(key("weights", layer), rows(width, below, draw)).bind(
            key("biases", layer), rows(width, 1, draw)
        )
    return world.bind("loss", loss(draw))


def rows(height: int, width: int, draw: Draw) -> tuple[tuple[Fraction, ...], ...]:
    return tuple(tuple(draw() / 9 for _ in range(width)) for _ in range(height))


def loss(draw: Draw) -> Node:
    """A loss that treats every output its own way."""
    last = w.Entry(w.Symbol("a", k.LayerKind("activations")), (w.Number(len(WIDTHS) - 1),))
    first, second = (w.Entry(last, (w.Number(place),)) for place in (1, 2))
    return lift(draw()) * first**2 + lift(draw()) * first * second + lift(draw()) * second**2
