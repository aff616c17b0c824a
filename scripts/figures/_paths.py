"""Paths that declared update rules take on functions written in the site's language. No figure stands here."""

from collections.abc import Callable, Iterable
from fractions import Fraction

import numpy as np

from calculus.check.updates import moved, with_a_letter
from calculus.formula import declare
from calculus.interpreters import Precise, World, evaluate
from calculus.language import Column, Gradient, Node, Vector, half_mean_squared_error
from calculus.language.node import lift
from calculus.language.statements import Update
from calculus.language.symbols import Symbol
from figures._curves import value

NUMBERS = Precise()
POINT = Symbol("point", Vector[2])
Plane = Callable[[Node, Node], Node]  # a function of two numbers
Rule = Callable[..., Update]
LEVELS = (0.05, 0.2, 0.6, 1.5, 3, 5, 7.5)
LOWEST = (1.5, 1 / 3)  # of the three points: slope and intercept


def three_points(w: Node, b: Node) -> Node:
    """Half the mean squared error of the line w x + b at the three points (1, 2), (2, 3), (3, 5)."""
    predictions, targets = Column(tuple(w * x + b for x in (1, 2, 3))), Column(tuple(map(lift, (2, 3, 5))))
    return half_mean_squared_error(predictions, targets)


def centered_points(w: Node, b: Node) -> Node:
    """The same loss with the mean, 2, taken from every input."""
    return three_points(w, b - 2 * w)


def path(rule: Rule, function: Plane, start: Iterable[float], steps: int, **settings: float) -> np.ndarray:
    """The points a rule goes through, one a row, the start included; its settings by their letters."""
    statement = declare(rule, rule.__name__).statement
    lines, slope = with_a_letter(statement)
    place, given = statement.same_as.moves.name, {name: exact(value) for name, value in settings.items()}
    worlds = [World({**resting(statement), **given, place: exact(entry)}) for entry in start]
    found = [list(start)]
    for time in range(1, steps + 1):
        slopes = gradient(function, [world.values[place] for world in worlds])
        worlds = [
            moved(lines, world.bind(slope.name, rise).bind(statement.time.name, time), NUMBERS)
            for world, rise in zip(worlds, slopes, strict=True)
        ]
        found.append([world.values[place] for world in worlds])
    return np.array(found, dtype=float)


def exact(value: float) -> object:
    """A number as it is written, not as a computer rounds it."""
    return NUMBERS.number(Fraction(str(value)))


def resting(statement: Update) -> dict[str, object]:
    """What a rule carries from step to step, all zero."""
    return {line.terms[0].name: NUMBERS.number(0) for line in statement.lines}


def gradient(function: Plane, point: Iterable[object]) -> list:
    """The two slopes of a function at a point."""
    here = np.array([[entry] for entry in point], dtype=object)
    return list(evaluate(Gradient(function(POINT[1], POINT[2]), POINT), World({"point": here}), NUMBERS)[:, 0])


def contours(axes, color, across, up, function=three_points, levels=LEVELS):
    """Contour lines of a loss of two numbers, the levels given."""
    grid = np.meshgrid(np.linspace(*across, 65), np.linspace(*up, 65))
    axes.contour(*grid, value(function)(*grid), levels=levels, colors=color.muted, linewidths=1)
    axes.set(xlim=across, ylim=up)
