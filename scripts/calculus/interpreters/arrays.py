"""Arrays of numbers of any system: made from rows, gone through entry by entry, changed in one place."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np

from calculus.interpreters.system import System, Undefined, Value


def array(rows: list[list[Value]]) -> np.ndarray:
    """A two-dimensional array of numbers of a system, whatever they are."""
    result = np.empty((len(rows), len(rows[0])), dtype=object)
    for place, value in enumerate(itertools.chain.from_iterable(rows)):
        result[divmod(place, len(rows[0]))] = value
    return result


def raised(value: Any, system: System) -> Value:
    """A raw value of a world as numbers of the system."""
    if isinstance(value, int | Fraction):
        return system.number(value)
    if isinstance(value, tuple):
        return array([[system.number(entry) for entry in row] for row in value])
    return value


def each(function: Callable[..., Value], *values: Value) -> Value:
    """A scalar function of scalars, or entry by entry of arrays (scalars beside them stay as they are)."""
    shapes = [value.shape for value in values if isinstance(value, np.ndarray)]
    if not shapes:
        return function(*values)
    result = np.empty(shapes[0], dtype=object)
    for place in np.ndindex(*shapes[0]):
        result[place] = function(*(v[place] if isinstance(v, np.ndarray) else v for v in values))
    return result


def placed(index: int, length: int) -> int:
    """An index counted from 1 as a place counted from 0; outside the range there is no entry."""
    if not 1 <= index <= length:
        raise Undefined(f"there is no entry {index} among {length}")
    return index - 1


def replaced(point: np.ndarray, place: tuple[int, ...], value: Value) -> np.ndarray:
    """A copy of an array with one entry exchanged."""
    copy = point.copy()
    copy[place] = value
    return copy


class Whole:
    """Just enough of a number system to read a whole number such as an order of differentiation."""

    def number(self, value: Fraction | int) -> int:
        if value != int(value):
            raise Undefined(f"{value} is not a whole number")
        return int(value)

    def divide(self, over: int, under: int) -> int:
        return self.number(Fraction(over, under))

    def power(self, base: int, exponent: int) -> int:
        return self.number(base**exponent)
