"""What a number system must offer; a missing operation is named by Python before anything is checked."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np

Value = Any
Unary = Callable[[Value], Value]


class Undefined(ArithmeticError):
    """The value does not exist here: a division by zero, a root of a negative number, a kink, no matching case."""


class Missing(Undefined):
    """The value is known not to exist, which makes a statement about it false rather than undecided."""


class Unsettled(Undefined):
    """Whether the value exists cannot be told here: what is computed comes too slowly to be read."""


class System(ABC):
    """Numbers of one kind. Arrays are two-dimensional NumPy arrays of such numbers, scalars the numbers themselves."""

    name: str

    @abstractmethod
    def number(self, value: Fraction | int) -> Value:
        """An exact rational as a number of this system."""

    @abstractmethod
    def constant(self, name: str) -> Value:
        """A named constant: pi, infinity, machine epsilon."""

    @abstractmethod
    def known(self, name: str, arguments: tuple[Value, ...]) -> Value:
        """A known function's value."""

    @abstractmethod
    def power(self, base: Value, exponent: Value) -> Value:
        """A scalar power."""

    @abstractmethod
    def divide(self, over: Value, under: Value) -> Value:
        """A quotient; Undefined when the denominator is zero."""

    @abstractmethod
    def derivative(self, function: Unary, point: Value, order: int) -> Value:
        """The derivative of a scalar function at a point; Undefined at a kink."""

    @abstractmethod
    def limit(self, function: Unary, target: Value, side: str) -> Value:
        """The limit, from both sides unless one is named; Undefined when the sides disagree."""

    @abstractmethod
    def integral(self, function: Unary, lower: Value, upper: Value, breaks: list[Value]) -> Value:
        """The definite integral of a scalar function, which bends or jumps at the breaks."""

    @abstractmethod
    def inverse(self, matrix: np.ndarray) -> np.ndarray:
        """The inverse matrix; Undefined when singular."""

    @abstractmethod
    def determinant(self, matrix: np.ndarray) -> Value:
        """The determinant."""

    @abstractmethod
    def eigenvalues(self, matrix: np.ndarray) -> list[Value]:
        """The eigenvalues of a symmetric matrix, smallest first."""

    @abstractmethod
    def holds(self, left: Value, sign: str, right: Value) -> Any:
        """The truth of a comparison of scalars, as a bool or as a condition of this system."""

    @abstractmethod
    def by_cases(self, values: list[Value], tests: list[Any]) -> Value:
        """The value whose test holds; Undefined unless exactly one does."""

    @abstractmethod
    def solve(self, function: Unary, value: Value, inverse: Unary | None) -> Value:
        """The argument at which an increasing function takes a value."""

    @abstractmethod
    def equal(self, left: Value, right: Value) -> bool | None:
        """Whether two values, scalars or arrays, are equal; None when it cannot be decided."""
