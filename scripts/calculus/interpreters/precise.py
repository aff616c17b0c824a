"""mpmath at fifty digits as a number system: derivatives and limits from their definitions, from each side apart."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
from mpmath import MPContext

from calculus.interpreters.arrays import each
from calculus.interpreters.system import Missing, System, Unary, Undefined, Unsettled, Value

DIGITS = 50
mp = MPContext()  # numbers of our own, so that nobody else's precision changes ours
mp.dps = DIGITS
TOLERANCE = mp.mpf(10) ** -24
# Rules of integration from cheap to dear; the degree is bounded because a numeric slope is never quite smooth.
RULES = (("gauss-legendre", 5), ("gauss-legendre", 7), ("tanh-sinh", None))
MOST = mp.mpf(10) ** 30  # an integral beyond this has run off to infinity
BAREST = 6  # times the digits: so much smaller a step where slopes settle slowly
ASIDE = 8  # digits by which the step to the left is shorter
NEAR = (10, 20, 30)  # a limit is read at these powers of ten from its target
NEARER = (400, 800, 1600)  # and at these where the values settle slowly


def real(value: Any) -> Value:
    """A finite real number, or Undefined."""
    if isinstance(value, mp.mpc) or not mp.isfinite(value):
        raise Undefined("the value is not a finite real number")
    return mp.mpf(value)


def entropies(p: np.ndarray, q: np.ndarray) -> Value:
    """Minus the logarithm of the product of q to the power p."""
    return -mp.log(mp.fprod(b**a for a, b in zip(p.flat, q.flat, strict=True)))


def softmax(z: np.ndarray) -> np.ndarray:
    top = max(z.flat)
    shifted = np.vectorize(lambda entry: mp.exp(entry - top), otypes=[object])(z)
    return shifted * (1 / mp.fsum(shifted.flat))


def dot(a: np.ndarray, b: np.ndarray) -> Value:
    return mp.fdot(a.flat, b.flat)


def median(y: np.ndarray) -> Value:
    ordered = sorted(y.flat)
    return (ordered[(y.size - 1) // 2] + ordered[y.size // 2]) / 2


def huber(r: Value, delta: Value) -> Value:
    inner = min(abs(r), delta)
    return inner * (abs(r) - inner / 2)


# Written in other forms than the exact system's on purpose: the two must not share a slip.
KNOWN: dict[str, Callable[..., Any]] = {
    "exp": mp.exp, "ln": mp.log, "sin": mp.sin, "cos": mp.cos, "tanh": mp.tanh,
    "cosh": mp.cosh, "sqrt": mp.sqrt, "sign": mp.sign, "absolute": abs, "factorial": mp.factorial,
    "maximum": lambda *values: max(values), "minimum": lambda *values: min(values),
    "sigmoid": lambda z: (1 + mp.tanh(z / 2)) / 2,
    "softplus": lambda z: z / 2 + mp.log(2 * mp.cosh(z / 2)),
    "relu": lambda z: (z + abs(z)) / 2,
    "silu": lambda z: z * (1 + mp.tanh(z / 2)) / 2,
    "logit": lambda p: 2 * mp.atanh(2 * p - 1),
    "huber": huber,
    "half_squared_error": lambda y_hat, y: y_hat * y_hat / 2 - y_hat * y + y * y / 2,
    "binary_cross_entropy": lambda p, y: -mp.log(1 - p) - y * 2 * mp.atanh(2 * p - 1),
    "softmax": softmax,
    "log_sum_exp": lambda z: max(z.flat) + mp.log(mp.fsum(mp.exp(e - max(z.flat)) for e in z.flat)),
    "mean": lambda y: mp.fsum(y.flat) / y.size,
    "median": median,
    "mean_squared_error": lambda a, b: (dot(a, a) - 2 * dot(a, b) + dot(b, b)) / a.size,
    "half_mean_squared_error": lambda a, b: (dot(a, a) / 2 - dot(a, b) + dot(b, b) / 2) / a.size,
    "mean_absolute_error": lambda a, b: mp.fsum(abs(e) for e in (a - b).flat) / a.size,
    "cross_entropy": lambda p, y: entropies(y, p),
    "entropy": lambda p: entropies(p, p),
    "crossed_entropy": entropies,
    "divergence": lambda p, q: entropies(p, q) - entropies(p, p),
}  # fmt: skip


class Precise(System):
    """Real numbers at fifty digits; whatever is not one of them refutes or is undefined, it never passes."""

    name = "mpmath, 50 digits"

    def number(self, value: Fraction | int) -> Value:
        return mp.mpf(value.numerator) / value.denominator

    def constant(self, name: str) -> Value:
        return {"pi": +mp.pi, "infinity": mp.inf}[name]

    def known(self, name: str, arguments: tuple[Value, ...]) -> Value:
        value = self.guarded(lambda: KNOWN[name](*arguments))
        return value if isinstance(value, np.ndarray) else real(value)

    def guarded(self, compute: Callable[[], Value]) -> Value:
        """A value, with mpmath's own refusals told as Undefined."""
        try:
            return compute()
        except (ZeroDivisionError, ValueError) as error:
            raise Undefined(str(error)) from error
        except OverflowError as error:  # a number too large to be written down
            raise Unsettled(str(error)) from error

    def power(self, base: Value, exponent: Value) -> Value:
        return real(self.guarded(lambda: mp.power(base, exponent)))

    def divide(self, over: Value, under: Value) -> Value:
        return real(self.guarded(lambda: over / under))

    def derivative(self, function: Unary, point: Value, order: int) -> Value:
        """Differences from the right and from the left; they must agree, or there is a kink."""
        for wanted in (mp.dps + 10, BAREST * mp.dps):
            sides = self.differences(function, point, order, wanted)
            right, left = (each(lambda value: real(+value), side) for side in sides)
            if self.close(right, left):
                return right
        raise Undefined("the slopes from the two sides differ")

    def differences(self, function: Unary, point: Value, order: int, wanted: int) -> tuple[Value, Value]:
        """Quotients of differences at steps of so many digits, with digits enough for those lost.

        The step to the left is shorter, or slopes that settle alike on both sides, and slowly, would seem to agree.
        """
        with mp.workdps((order + 1) * (wanted + ASIDE) + 20):
            sides = []
            for step in (mp.mpf(10) ** -wanted, -(mp.mpf(10) ** -(wanted + ASIDE))):
                values = [self.guarded(lambda k=k, step=step: function(point + k * step)) for k in range(order + 1)]
                signed = [(-1) ** (order - k) * mp.binomial(order, k) / step**order for k in range(order + 1)]
                sides.append(sum(factor * value for factor, value in zip(signed, values, strict=True)))
        return tuple(sides)

    def limit(self, function: Unary, target: Value, side: str) -> Value:
        values = [self.approached(function, target, sign) for sign in {"": (1, -1), "+": (1,), "-": (-1,)}[side]]
        if len(values) == 2 and mp.isfinite(target) and not self.equal(*values):
            raise Missing("the limits from the two sides differ")
        return values[0]

    def approached(self, function: Unary, target: Value, sign: int) -> Value:
        """The value ever nearer the target, and much nearer where it settles slowly; Undefined unless it does."""
        for powers in (NEAR, NEARER):
            first, second, third = self.values_near(function, target, sign, powers)
            before, after = self.gap(first, second), self.gap(second, third)
            settles = after <= max(before / 2, TOLERANCE)
            if settles and (after <= TOLERANCE or after**2 / before <= TOLERANCE):  # what a next gap would be
                return third
            if not settles:  # nor will it at numbers a thousand digits long, which are dear
                break
        raise (Unsettled if settles else Missing)("the values do not settle, or too slowly to read a limit")

    def values_near(self, function: Unary, target: Value, sign: int, powers: tuple[int, ...]) -> list[Value]:
        """The values at powers of ten from the target, with digits enough to tell them from it."""
        with mp.workdps(3 * powers[-1] + DIGITS):
            if mp.isinf(target):
                far = [mp.mpf(10) ** power + place % 2 for place, power in enumerate(powers)]  # odd and even numbers
                return [function(mp.sign(target) * each) for each in far]
            return [function(target + sign * mp.mpf(10) ** -power) for power in powers]

    def integral(self, function: Unary, lower: Value, upper: Value, breaks: list[Value]) -> Value:
        """Gauss and Legendre's rule between finite bounds, else one that copes with ends; its error must be small."""
        if any(self.keeps_up(function, end) for end in (lower, upper)):
            raise Missing("the integral is infinite: what is integrated does not vanish far out")
        inside = sorted(point for point in breaks if min(lower, upper) < point < max(lower, upper))
        inside = inside or [mp.mpf(0)] * bool(lower == -mp.inf and upper == mp.inf)
        ends = [lower, *(inside if lower < upper else reversed(inside)), upper]
        for method, degree in RULES if self.is_tame(function, lower, upper) else RULES[-1:]:
            ask = {"method": method, "error": True} | ({"maxdegree": degree} if degree else {})
            value, error = self.guarded(lambda ask=ask: mp.quad(function, ends, **ask))
            if error <= TOLERANCE * max(1, abs(value)) and abs(value) < MOST:
                return real(value)
        raise Unsettled("the integral does not settle")

    def keeps_up(self, function: Unary, end: Value) -> bool:
        """Whether a function's size does not shrink on the way to an infinite end."""
        if mp.isfinite(end):
            return False
        sizes = [abs(function(mp.sign(end) * mp.mpf(10) ** power)) for power in (3, 6, 9)]
        return bool(mp.mpf(10) ** -9 < sizes[0] <= sizes[1] <= sizes[2])

    def is_tame(self, function: Unary, lower: Value, upper: Value) -> bool:
        """Whether both bounds are numbers at which the integrand has a value."""
        try:
            return bool(mp.isfinite(lower) and mp.isfinite(upper) and function(lower) + function(upper) is not None)
        except Undefined:
            return False

    def inverse(self, matrix: np.ndarray) -> np.ndarray:
        result = self.guarded(lambda: mp.matrix(matrix.tolist()) ** -1)
        return np.array(result.tolist(), dtype=object)

    def determinant(self, matrix: np.ndarray) -> Value:
        return mp.det(mp.matrix(matrix.tolist()))

    def eigenvalues(self, matrix: np.ndarray) -> list[Value]:
        return sorted(mp.eigsy(mp.matrix(matrix.tolist()), eigvals_only=True))

    def holds(self, left: Value, sign: str, right: Value) -> bool:
        return {
            "=": left == right, "!=": left != right, "<": left < right,
            "<=": left <= right, ">": left > right, ">=": left >= right,
        }[sign]  # fmt: skip

    def by_cases(self, values: list[Value], tests: list[Any]) -> Value:
        if tests.count(True) != 1:
            raise Missing("not exactly one case applies")
        return values[tests.index(True)]

    def solve(self, function: Unary, value: Value, inverse: Unary | None) -> Value:
        found = real(self.guarded(lambda: mp.findroot(lambda t: function(t) - value, (-1, 1), tol=1e-90, verify=False)))
        if inverse is None or abs(function(found) - value) <= abs(function(known := inverse(value)) - value):
            return found
        return known  # a level place, which a search comes to slowly

    def gap(self, left: Value, right: Value) -> Value:
        """The largest difference, against the size of the values."""
        pairs = zip(np.ravel(left), np.ravel(right), strict=True)
        return max(abs(a - b) / max(1, abs(a), abs(b)) for a, b in pairs)

    def close(self, left: Value, right: Value) -> bool:
        return bool(self.gap(left, right) < TOLERANCE)

    def equal(self, left: Value, right: Value) -> bool | None:
        if np.shape(left) != np.shape(right):
            return False
        return self.close(left, right)
