"""Arms for optima: found by SciPy from several starts, with JAX's gradients where there are any."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.optimize import minimize

from calculus.conditions import bounds
from calculus.interpreters.reference.functions import columns, gradient
from calculus.interpreters.reference.numbers import Value, raised
from calculus.interpreters.reference.table import arm, value
from calculus.interpreters.system import Undefined
from calculus.interpreters.world import World
from calculus.language import words as w
from calculus.language.kind import Number

STARTS = (1.0, 0.25, -2.0)  # multiples of the drawn point
SAME, APART = 1e-6, 1e-3  # heights that are level after a rough search, and places that are not one
ROUGH, FINE = 1e-5, 1e-9
BEYOND = 1e300  # the height outside the domain; infinity would leave the simplex without a direction
UNBOUNDED = 1e12


@arm
def optimum(node: w.Optimum, world: World) -> Value:
    """The optimum's place or its height."""
    return minimizer(node, world) if node.which.startswith("arg") else lowest(node, world)


def minimizer(node: w.Optimum, world: World) -> Value:
    """The one place that is best; Undefined where there are several."""
    found = descents(node, world)
    place, lowest = found[0]
    level = [other for other, height in found if height - lowest <= SAME * max(1.0, abs(lowest))]
    if any(np.max(np.abs(other - place)) > APART for other in level):
        raise Undefined("several places are equally good")
    return place.reshape(np.shape(raised(world.values[node.variable.name])))


def lowest(node: w.Optimum, world: World) -> Value:
    """The height of the best place, as the node has it."""
    return descents(node, world)[0][1] * sign_of(node)


def descents(node: w.Optimum, world: World) -> list[tuple[np.ndarray, float]]:
    """Where searches from several starts end, the best first and to the last digits; Undefined where it runs away."""
    drawn, cost = raised(world.values[node.variable.name]), objective(node, world)

    def height(flat: np.ndarray) -> float:
        return float(cost(flat.reshape(np.shape(drawn))))

    ends = sorted((searched(height, np.ravel(start * drawn), ROUGH) for start in STARTS), key=height)
    if abs(height(ends[0])) > UNBOUNDED:
        raise Undefined("the best place is far away")
    try:
        ends[0] = np.ravel(polished(cost, ends[0].reshape(np.shape(drawn))))
    except (Undefined, np.linalg.LinAlgError):  # no slopes there
        ends[0] = searched(height, ends[0], FINE)
    return [(end, height(end)) for end in ends]


def sign_of(node: w.Optimum) -> int:
    """What turns the optimum into a minimum."""
    return 1 if node.which.endswith("min") else -1


def searched(height: Callable[[np.ndarray], float], start: np.ndarray, accuracy: float) -> np.ndarray:
    """Nelder and Mead's simplex, which needs no slopes."""
    steps = np.vstack([np.zeros(start.size), np.eye(start.size)]) * max(0.1, float(np.max(np.abs(start))) / 10)
    options = {"xatol": accuracy, "fatol": max(accuracy**2, 1e-13), "maxiter": 2000, "initial_simplex": start + steps}
    return minimize(height, start, method="Nelder-Mead", options=options).x


def polished(cost: Callable[[Value], Value], place: Value) -> Value:
    """Newton's steps to the last digits, each of which doubles them, unless they lead up."""
    for _ in range(2):
        slopes = np.ravel(gradient(cost, place))
        step = np.linalg.solve(columns(lambda p: gradient(cost, p), place), slopes).reshape(np.shape(place))
        place = place - step if cost(place - step) <= cost(place) else place
    return place


def objective(node: w.Optimum, world: World) -> Callable[[Value], Value]:
    """What is to be made small; infinite outside the domain."""
    interval = bounds(node.variable.kind, node.variable) if isinstance(node.variable.kind, Number) else None
    conditions = [condition for condition in (interval, node.subject) if condition is not None]

    def cost(place: Value) -> Value:
        there = world.bind(node.variable.name, place)
        if not all(value(condition, there) for condition in conditions):
            return np.float64(BEYOND)
        return sign_of(node) * value(node.body, there)

    return cost
