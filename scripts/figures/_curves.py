"""Functions written in the site's language, as curves that can be drawn. No figure stands here."""

from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace

import numpy as np

from calculus.interpreters import Precise, Undefined, World, evaluate
from calculus.language import Derivative, Node, Real
from calculus.language.symbols import Symbol

NUMBERS = Precise()
symbols = SimpleNamespace(**{name: Symbol(name, Real) for name in "xyzhr"})  # for labels


def value(function: Callable[..., Node]) -> Callable[..., np.ndarray]:
    """The function's values at arrays of numbers; not a number where it has none."""

    def at(*point: float) -> float:
        inputs = (symbols.x, symbols.y)[: len(point)]
        exact = (NUMBERS.number(Fraction(coordinate)) for coordinate in point)
        world = World(dict(zip((each.name for each in inputs), exact, strict=True)))
        try:
            return float(evaluate(function(*inputs), world, NUMBERS))
        except Undefined:
            return np.nan

    return np.vectorize(at, otypes=[float])


def slope(function: Callable[..., Node], place: int = 0) -> Callable[..., np.ndarray]:
    """The function's slopes in one of its inputs, at arrays of numbers."""
    return value(lambda *inputs: Derivative(function(*inputs), inputs[place]))
