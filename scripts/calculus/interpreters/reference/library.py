"""Known functions as others have implemented them, and where those have kinks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

import jax.numpy as jnp
import jax.scipy.special as special
import optax
from jax import nn

from calculus.interpreters.reference.numbers import Value, moves, over, real, settled, smooth


def by(name: str) -> Callable[..., Value]:
    """A function that NumPy and JAX share."""
    return lambda *arguments: getattr(over(*arguments), name)(*arguments)


# One row for each function a definition may be compared with. Columns are n×1, so a softmax runs down axis 0.
LIBRARY: dict[str, Callable[..., Any]] = {
    "exp": by("exp"), "ln": by("log"), "sin": by("sin"), "cos": by("cos"), "tanh": by("tanh"), "cosh": by("cosh"),
    "sqrt": by("sqrt"), "sign": by("sign"), "absolute": by("abs"), "factorial": special.factorial,
    "maximum": lambda *values: reduce(by("maximum"), values),
    "minimum": lambda *values: reduce(by("minimum"), values),
    "sigmoid": nn.sigmoid, "softplus": nn.softplus, "relu": nn.relu, "silu": nn.silu, "logit": special.logit,
    "huber": lambda residual, delta: optax.huber_loss(residual, delta=delta),
    "softmax": lambda z: nn.softmax(z, axis=0),
    "log_sum_exp": nn.logsumexp,
    "mean": by("mean"),
    "median": by("median"),
    "half_squared_error": optax.l2_loss,
    "mean_squared_error": lambda y_hat, y: jnp.mean(optax.squared_error(y_hat, y)),
    "half_mean_squared_error": lambda y_hat, y: jnp.mean(optax.l2_loss(y_hat, y)),
    "mean_absolute_error": lambda y_hat, y: jnp.mean(jnp.abs(y_hat - y)),
    "binary_cross_entropy": lambda p, y: optax.sigmoid_binary_cross_entropy(special.logit(p), y),
    "cross_entropy": lambda p, y: -jnp.sum(special.xlogy(y, p)),
    "entropy": lambda p: jnp.sum(special.entr(p)),
    "crossed_entropy": lambda p, q: -jnp.sum(special.xlogy(p, q)),
    "divergence": lambda p, q: jnp.sum(special.rel_entr(p, q)),
}  # fmt: skip


def entries(array: Value) -> list[Value]:
    return list(array.reshape(-1))


def differences(values: Iterable[Value]) -> list[Value]:
    """How far every two values are apart: zero at a tie."""
    return [one - other for one, other in itertools.combinations(values, 2)]


# What is zero at a kink of the function; those that are smooth wherever they are defined have no row.
KINKS: dict[str, Callable[..., list[Value]]] = {
    "absolute": lambda z: [z],
    "sign": lambda z: [z],
    "relu": lambda z: [z],
    "maximum": lambda *values: differences(values),
    "minimum": lambda *values: differences(values),
    "median": lambda y: differences(entries(y)),
    "mean_absolute_error": lambda y_hat, y: [y_hat - y],
}


def known(name: str, arguments: tuple[Value, ...]) -> Value:
    """A known function's value by the library; Undefined where it has none or is to be differentiated at a kink."""
    if not any(map(moves, arguments)):
        return real(settled(LIBRARY[name](*arguments)))
    smooth(*KINKS.get(name, lambda *_: [])(*arguments))
    return settled(LIBRARY[name](*arguments))
