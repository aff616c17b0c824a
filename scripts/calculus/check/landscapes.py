"""Functions of a vector around a point that is singled out: every sort of slope, curvature and higher power there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

import numpy as np

from calculus.interpreters import Lambda
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift

Draw = Callable[[], Fraction]
Rows = tuple[tuple[Fraction, ...], ...]
UP, FLAT, DOWN = Fraction(3, 8), Fraction(0), Fraction(-5, 8)
NORMAL = ((Fraction(3, 4),), (Fraction(-5, 4),))  # of the mirror, where nothing is drawn
SCALE = 32  # makes whole numbers of what is drawn
APART = Fraction(1, 1024)  # of the points a curvature is estimated from


@dataclass(frozen=True)
class Landscape:
    """Squares along the first two axes and along all others; a slope and a cube along the first; a fourth power."""

    first: Fraction
    second: Fraction
    others: Fraction = UP
    slope: Fraction = FLAT
    cube: Fraction = FLAT
    fourth: Fraction = UP

    def around(self, point: Rows, normal: Rows) -> Lambda:
        """The function with this landscape at a point; its first two axes are columns of a mirror with this normal.

        It is written with whole numbers and few of them, because it is evaluated thousands of times.
        """
        v, along = w.Symbol("v", k.Array(len(point))), axes(normal)
        away = lift(SCALE) * v - w.Column(tuple(lift(int(SCALE * at)) for (at,) in point))
        first, second = ((axis.T * away) / lift(SCALE * length) for axis, length in along)
        square = (away.T * away) / lift(SCALE**2)
        body = lift(Fraction(7, 16)) + lift(self.others) * square + lift(self.fourth) * square**2
        body = body + lift(self.first - self.others) * first**2 + lift(self.second - self.others) * second**2
        tilt = [lift(factor) * first**power for factor, power in ((self.slope, 1), (self.cube, 3)) if factor]
        return Lambda((v,), reduce(w.Add, tilt, body))


def axes(normal: Rows) -> list[tuple[Node, int]]:
    """The first two columns of the mirror across a plane, each as a column of whole numbers over its length."""
    entries = [int(SCALE * entry) for (entry,) in normal]
    square = sum(entry * entry for entry in entries)
    columns = [[square * (i == j) - 2 * entries[i] * entries[j] for i in range(len(entries))] for j in range(2)]
    return [(w.Column(tuple(map(lift, column))), square) for column in columns]


BOWL, TROUGH = Landscape(UP, -2 * DOWN), Landscape(FLAT, UP)
SADDLE, STEEP_SADDLE, PASS = Landscape(UP, DOWN), Landscape(DOWN, 2 * UP), Landscape(DOWN, UP, cube=UP)
DRAWN = {"local minimum": (BOWL, TROUGH), "saddle": (SADDLE, STEEP_SADDLE, PASS)}
EVERY = (
    *(Landscape(one, other) for one in (UP, FLAT, DOWN) for other in (UP, FLAT, DOWN)),
    *(Landscape(UP, other, slope=UP) for other in (UP, DOWN)),
    *(Landscape(FLAT, other, fourth=DOWN) for other in (UP, DOWN)),
    *(Landscape(FLAT, other, cube=UP, fourth=FLAT) for other in (UP, DOWN)),
)


def drawn(trait: str, point: Rows, draw: Draw, place: int) -> Lambda:
    """A function with what the trait says at a point: a local minimum, flat or not; a saddle."""
    sorts = DRAWN[trait]
    return sorts[place % len(sorts)].around(point, tuple((draw(),) for _ in point))


def every(point: Rows) -> list[Lambda]:
    """Functions with every sort of landscape at a point."""
    return [sort.around(point, NORMAL) for sort in EVERY]


def directions(function: Callable, point: np.ndarray, number: Callable) -> list[np.ndarray]:
    """Directions worth looking along: those in which the function is curved most, least and in between."""
    size, apart = len(point), number(APART)
    steps = [np.array([[number(int(i == j)) * apart] for j in range(size)]) for i in range(size)]
    here, once = function(point), [function(point + step) for step in steps]

    def bend(i: int, j: int) -> float:
        """A second difference; one side of the diagonal is enough for a symmetric matrix."""
        twice = function(point + steps[i] + steps[j]) if j <= i else here
        return float((twice - once[i] - once[j] + here) / apart**2)

    bends = np.array([[bend(i, j) for j in range(size)] for i in range(size)])
    curved = np.linalg.eigh(bends)[1].T
    return [np.array([[number(Fraction(round(64 * entry), 64))] for entry in axis]) for axis in curved]
