"""Arb as a number system: every number is an interval that is sure to hold the value, and a derivative is a series."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce
from math import factorial
from typing import Any

import flint
import numpy as np
from flint import arb, arb_series

from calculus.interpreters.system import System, Unary, Undefined, Value

BITS = 320
TERMS = 6  # of a series: as many as nested derivatives of a claim may ask for


def ball(value: Fraction | int) -> arb:
    """A rational as an interval; the precision is the library's own, so it is set before every conversion."""
    flint.ctx.prec = BITS
    return arb(flint.fmpq(value.numerator, value.denominator))


def between(lower: Fraction, upper: Fraction) -> arb:
    """The interval that holds both and everything between."""
    return ball(lower).union(ball(upper))


def jet(point: arb) -> arb_series:
    """A point and the direction to move it in."""
    return arb_series([point, 1], TERMS)


def sure(value: Value) -> arb:
    """The interval of a number, or of a series at its point."""
    return value[0] if isinstance(value, arb_series) else arb(value)


def finite(value: Value) -> Value:
    """A value whose intervals are bounded, or Undefined."""
    parts = value.coeffs() if isinstance(value, arb_series) else [value]
    if not all(part.is_finite() for part in parts):
        raise Undefined("the interval is not bounded")
    return value


def guarded(compute: Callable[[], Value]) -> Value:
    """A value; Arb's own refusals, such as a series over one that may be zero, are told as Undefined."""
    try:
        return compute()
    except (ValueError, ZeroDivisionError) as error:
        raise Undefined(str(error)) from error


def side(value: Value) -> int:
    """The sign of all numbers in an interval; Undefined where it holds zero."""
    if sure(value) > 0:
        return 1
    if sure(value) < 0:
        return -1
    raise Undefined("the interval holds numbers of both signs")


def absolute(value: Value) -> Value:
    return abs(value) if isinstance(value, arb) else side(value) * value


def larger(left: Value, right: Value) -> Value:
    if isinstance(left, arb) and isinstance(right, arb):
        return left.max(right)
    return left if side(left - right) > 0 else right


def sigmoid(z: Value) -> Value:
    return 1 / (1 + (-z).exp())


def softplus(z: Value) -> Value:
    return z.exp().log1p() if isinstance(z, arb) else (1 + z.exp()).log()


def huber(r: Value, delta: Value) -> Value:
    inner = -larger(-absolute(r), -delta)
    return inner * (absolute(r) - inner / 2)


def total(values: Any) -> Value:
    return reduce(lambda a, b: a + b, values)


def softmax(z: np.ndarray) -> np.ndarray:
    """One over the sum of exponentials of differences, so that no infinity is divided by another."""
    result = np.empty(z.shape, dtype=object)
    for place in np.ndindex(*z.shape):
        result[place] = 1 / total((other - z[place]).exp() for other in z.flat)
    return result


def log_sum_exp(z: np.ndarray) -> Value:
    first = z.flat[0]
    return first + total((other - first).exp() for other in z.flat).log()


def entropies(p: np.ndarray, q: np.ndarray) -> Value:
    return -total(a * b.log() for a, b in zip(p.flat, q.flat, strict=True))


def squares(a: np.ndarray, b: np.ndarray) -> Value:
    return total((x - y) ** 2 for x, y in zip(a.flat, b.flat, strict=True))


KNOWN: dict[str, Callable[..., Any]] = {
    "exp": lambda z: z.exp(), "ln": lambda z: z.log(), "sin": lambda z: z.sin(), "cos": lambda z: z.cos(),
    "sqrt": lambda z: z.sqrt(), "absolute": absolute, "sign": lambda z: arb(side(z)),
    "tanh": lambda z: 1 - 2 / (1 + (2 * z).exp()), "cosh": lambda z: (z.exp() + (-z).exp()) / 2,
    "factorial": lambda z: (z + 1).gamma(), "sigmoid": sigmoid, "softplus": softplus,
    "relu": lambda z: larger(z, 0 * z), "silu": lambda z: z * sigmoid(z), "logit": lambda p: (p / (1 - p)).log(),
    "huber": huber, "maximum": lambda *values: reduce(larger, values),
    "minimum": lambda *values: -reduce(larger, (-value for value in values)),
    "half_squared_error": lambda y_hat, y: (y_hat - y) ** 2 / 2,
    "binary_cross_entropy": lambda p, y: -y * p.log() - (1 - y) * (1 - p).log(),
    "softmax": softmax, "log_sum_exp": log_sum_exp, "mean": lambda y: total(y.flat) / y.size,
    "mean_squared_error": lambda a, b: squares(a, b) / a.size,
    "half_mean_squared_error": lambda a, b: squares(a, b) / (2 * a.size),
    "mean_absolute_error": lambda a, b: total(absolute(e) for e in (a - b).flat) / a.size,
    "cross_entropy": lambda p, y: entropies(y, p), "entropy": lambda p: entropies(p, p),
    "crossed_entropy": entropies, "divergence": lambda p, q: entropies(p, q) - entropies(p, p),
}  # fmt: skip


class Balls(System):
    """Intervals: what they decide is proven, and where they are too wide nothing is said."""

    name = "Arb"

    def number(self, value: Fraction | int) -> Value:
        return ball(Fraction(value))

    def constant(self, name: str) -> Value:
        flint.ctx.prec = BITS
        return arb.pi() if name == "pi" else arb.pos_inf()

    def known(self, name: str, arguments: tuple[Value, ...]) -> Value:
        if name not in KNOWN:
            raise Undefined(f"no intervals for {name}")
        value = guarded(lambda: KNOWN[name](*arguments))
        return value if isinstance(value, np.ndarray) else finite(value)

    def power(self, base: Value, exponent: Value) -> Value:
        """A whole power is a product, so that its base may be negative."""
        whole = sure(exponent).unique_fmpz() if sure(exponent).is_exact() else None
        return finite(guarded(lambda: base ** int(whole) if whole is not None else base**exponent))

    def divide(self, over: Value, under: Value) -> Value:
        return finite(guarded(lambda: over / under))

    def derivative(self, function: Unary, point: Value, order: int) -> Value:
        """From the series at the point; of a series, by putting it into that one."""
        around = function(jet(sure(point)))
        if isinstance(around, np.ndarray):
            return np.vectorize(lambda entry: self.coefficient(entry, point, order), otypes=[object])(around)
        return self.coefficient(around, point, order)

    def coefficient(self, around: Value, point: Value, order: int) -> Value:
        series = around if isinstance(around, arb_series) else arb_series([around], TERMS)
        if isinstance(point, arb):
            return finite(series[order] * factorial(order))
        for _ in range(order):
            series = series.derivative()
        return finite(series(arb_series([0, *point.coeffs()[1:]], TERMS)))

    def limit(self, function: Unary, target: Value, side: str) -> Value:
        raise Undefined("no intervals for a limit")

    def integral(self, function: Unary, lower: Value, upper: Value) -> Value:
        raise Undefined("no intervals for an integral")

    def inverse(self, matrix: np.ndarray) -> np.ndarray:
        raise Undefined("no intervals for an inverse")

    def determinant(self, matrix: np.ndarray) -> Value:
        raise Undefined("no intervals for a determinant")

    def eigenvalues(self, matrix: np.ndarray) -> list[Value]:
        raise Undefined("no intervals for eigenvalues")

    def solve(self, function: Unary, value: Value, inverse: Unary | None) -> Value:
        raise Undefined("no intervals for the inverse of a function")

    def holds(self, left: Value, sign: str, right: Value) -> bool | None:
        """True or false where every number of the intervals says so."""
        gap = sure(left - right)
        below, above = bool(gap < 0), bool(gap > 0)
        at_most, at_least = bool(gap <= 0), bool(gap >= 0)
        truths = {
            "<": (below, at_least), ">": (above, at_most), "<=": (at_most, above), ">=": (at_least, below),
            "=": (gap.is_zero(), below or above), "!=": (below or above, gap.is_zero()),
        }  # fmt: skip
        is_so, is_not = truths[sign]
        return True if is_so else False if is_not else None

    def by_cases(self, values: list[Value], tests: list[Any]) -> Value:
        """The value of the case that applies; all that may apply, taken together, where intervals cannot tell."""
        if tests.count(True) == 1:
            return values[tests.index(True)]
        open_ = [value for value, test in zip(values, tests, strict=True) if test is None]
        if not open_ or any(not isinstance(value, arb) for value in open_):
            raise Undefined("the interval meets several cases")
        return reduce(lambda a, b: a.union(b), open_)

    def equal(self, left: Value, right: Value) -> bool | None:
        """Intervals refute an equality where they are apart; they prove none."""
        pairs = zip(np.ravel(left), np.ravel(right), strict=True)
        return False if any(not sure(a - b).contains(0) for a, b in pairs) else None
