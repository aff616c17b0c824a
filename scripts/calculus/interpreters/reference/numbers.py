"""Numbers in double precision: a world's rationals become NumPy's, and JAX's where something is differentiated."""

from __future__ import annotations

from fractions import Fraction
from types import ModuleType
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np

from calculus.interpreters.system import Undefined

jax.config.update("jax_platforms", "cpu")
jax.config.update("jax_enable_x64", True)  # JAX's own default, 32 bits, would hide what a check is to see

Value = Any  # a NumPy array or, while it is differentiated, a tracer of JAX; a scalar has no axes, all else has two


def moves(value: Value) -> bool:
    """Whether the value depends on something that is being differentiated."""
    return isinstance(value, jax.core.Tracer)


def over(*values: Value) -> ModuleType:
    """The library at work: JAX's NumPy while something is differentiated, else NumPy, which compiles nothing."""
    return jnp if any(map(moves, values)) else np


def settled(value: Value) -> Value:
    """The value as NumPy has it, unless it is being differentiated: NumPy needs no compiled kernels."""
    return value if moves(value) else np.asarray(value)


def real(value: Value) -> Value:
    """The value if all of it is finite, else Undefined."""
    if not np.all(np.isfinite(value)):
        raise Undefined("the value is not a finite real number")
    return value


def raised(value: Any) -> Value:
    """A raw value of a world: a rational, rows of rationals, or what a binder put there."""
    if isinstance(value, int | Fraction):
        return np.float64(value)
    if isinstance(value, tuple):
        return np.array([[float(entry) for entry in row] for row in value])
    return value


def standing(value: Value) -> float:
    """The number that a value is now, whether or not it is being differentiated."""
    return float(jax.lax.stop_gradient(value))


def matrix(value: Value) -> Value:
    """The value with two axes."""
    return value if np.ndim(value) == 2 else value.reshape(1, 1)


def whole(value: Value) -> int:
    """A value as the whole number it must be."""
    if float(value) != round(float(value)):
        raise Undefined(f"{float(value)} is not a whole number")
    return round(float(value))


def smooth(*distances: Value) -> None:
    """Undefined where a kink is met (a distance of zero) while its place moves: there is no derivative there."""
    if any(moves(distance) and np.any(np.asarray(distance == 0)) for distance in distances):
        raise Undefined("there is a kink here, and no derivative")
