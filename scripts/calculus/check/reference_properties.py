"""Properties said in words, decided beside the libraries: from slopes on a line, from values around a vector."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np

from calculus.check import landscapes, quantifiers
from calculus.check.reference_comparisons import EQUAL
from calculus.interpreters import World
from calculus.interpreters.reference import value
from calculus.interpreters.reference.functions import function, slope
from calculus.interpreters.reference.numbers import Value
from calculus.language import words as w
from calculus.language.node import Node

STEPS = (1e-2, 1e-3, 1e-4)
CONVEX = 7  # points, and so 21 pairs
ROUNDING = 1e-14  # changes below are lost digits


def has(statement: w.Property, world: World) -> bool | None:
    """Whether the subject has the property; unknown words are undecided."""
    if statement.words == "is convex on":
        return is_convex(function(statement.function, world), statement.point, world)
    if statement.words not in (*SIDES, *LEANINGS):
        return None
    of, point = function(statement.function, world), value(statement.point, world)
    if np.ndim(point) == 2:
        return LEANINGS[statement.words](leanings(of, point)) if statement.words in LEANINGS else None
    signs = {(np.sign(slope(of, point - step)), np.sign(slope(of, point + step))) for step in STEPS}
    return len(signs) == 1 and signs <= SIDES[statement.words]


SIDES = {
    "is a local extremum of": {(-1, 1), (1, -1), (0, 0)},
    "is a strict local minimum of": {(-1, 1)},
    "is a strict local maximum of": {(1, -1)},
}


def is_convex(of: Callable, space: Node, world: World) -> bool:
    """Whether no value between two points lies above the straight line, for many pairs and three shares of the way."""
    points = [np.array(rows, float) for rows in quantifiers.points(world.size(space.rows), space.columns, CONVEX)]
    heights = [float(of(point)) for point in points]
    return all(
        float(of(points[i] + share * (points[j] - points[i]))) <= heights[i] + share * (heights[j] - heights[i]) + EQUAL
        for i, j in itertools.combinations(range(len(points)), 2)
        for share in (0.25, 0.5, 0.75)
    )


def leanings(of: Callable, point: Value) -> set[tuple[int, int]]:
    """Whether the function rises or falls outward, ahead and behind, along the axes of its curvature."""
    here, lines = float(of(point)), landscapes.directions(of, point, float)
    pairs = {
        step: [[float(of(point + side * step * line)) for side in (1, -1)] for line in lines] for step in STEPS[:2]
    }
    if any(abs(ahead - behind) > step**2 for step, found in pairs.items() for ahead, behind in found):
        return {(1, -1)}  # a slope
    return {(sign(ahead - here), sign(behind - here)) for found in pairs.values() for ahead, behind in found}


def sign(change: float) -> int:
    return 0 if abs(change) < ROUNDING else 1 if change > 0 else -1


LEANINGS: dict[str, Callable[[set[tuple[int, int]]], bool]] = {
    "is a local minimum of": lambda found: all(sign >= 0 for pair in found for sign in pair),
    "is a strict local minimum of": lambda found: found == {(1, 1)},
    "is a strict local maximum of": lambda found: found == {(-1, -1)},
    "is a saddle point of": lambda found: {(1, 1), (-1, -1)} <= found,
}
