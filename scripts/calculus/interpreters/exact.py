"""SymPy as a number system: components are expressions, and equality is proven or left undecided."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import sympy as sp

from calculus.interpreters.system import Missing, System, Unary, Undefined, Value
from calculus.interpreters.zero import far_from_zero, is_zero


def total(values: Any) -> sp.Expr:
    return sp.Add(*values)


def softmax(z: np.ndarray) -> np.ndarray:
    powers = np.vectorize(sp.exp, otypes=[object])(z)
    return powers / total(powers.flat)


def median(y: np.ndarray) -> sp.Expr:
    ordered, half = sorted(y.flat), y.size // 2
    return ordered[half] if y.size % 2 else (ordered[half - 1] + ordered[half]) / 2


def huber(r: sp.Expr, delta: sp.Expr) -> sp.Expr:
    return sp.Piecewise((r**2 / 2, sp.Abs(r) <= delta), (delta * (sp.Abs(r) - delta / 2), True))


def squares(a: np.ndarray, b: np.ndarray) -> sp.Expr:
    return total((x - y) ** 2 for x, y in zip(a.flat, b.flat, strict=True))


def paired(term: Callable[[Any, Any], Any]) -> Callable[[np.ndarray, np.ndarray], sp.Expr]:
    """A sum over the entries of two vectors."""
    return lambda a, b: total(term(x, y) for x, y in zip(a.flat, b.flat, strict=True))


SCALAR: dict[str, Callable[..., Any]] = {
    "exp": sp.exp, "ln": sp.log, "sin": sp.sin, "cos": sp.cos, "tanh": sp.tanh, "cosh": sp.cosh, "sqrt": sp.sqrt,
    "sign": sp.sign, "absolute": sp.Abs, "factorial": sp.factorial, "maximum": sp.Max, "minimum": sp.Min,
    "sigmoid": lambda z: 1 / (1 + sp.exp(-z)),
    "softplus": lambda z: sp.log(1 + sp.exp(z)),
    "relu": lambda z: sp.Max(0, z),
    "silu": lambda z: z / (1 + sp.exp(-z)),
    "logit": lambda p: sp.log(p / (1 - p)),
    "huber": huber,
    "half_squared_error": lambda y_hat, y: (y_hat - y) ** 2 / 2,
    "binary_cross_entropy": lambda p, y: -y * sp.log(p) - (1 - y) * sp.log(1 - p),
    "softmax": softmax,
    "log_sum_exp": lambda z: sp.log(total(sp.exp(entry) for entry in z.flat)),
    "mean": lambda y: total(y.flat) / y.size,
    "median": median,
    "mean_squared_error": lambda y_hat, y: squares(y_hat, y) / y.size,
    "half_mean_squared_error": lambda y_hat, y: squares(y_hat, y) / (2 * y.size),
    "mean_absolute_error": lambda y_hat, y: paired(lambda a, b: sp.Abs(a - b))(y_hat, y) / y.size,
    "cross_entropy": paired(lambda p, y: -y * sp.log(p)),
    "entropy": lambda p: -total(x * sp.log(x) for x in p.flat),
    "crossed_entropy": paired(lambda p, q: -p * sp.log(q)),
    "divergence": paired(lambda p, q: p * sp.log(p / q)),
}  # fmt: skip
CONSTANTS = {"pi": sp.pi, "infinity": sp.oo}
COMPARE = {"=": sp.Eq, "!=": sp.Ne, "<": sp.Lt, "<=": sp.Le, ">": sp.Gt, ">=": sp.Ge}


def mapped(function: Callable[[sp.Expr], sp.Expr], value: Value) -> Value:
    """A function of an expression, or of every entry of an array."""
    return np.vectorize(function, otypes=[object])(value) if isinstance(value, np.ndarray) else function(value)


def derivative_at(body: sp.Expr, t: sp.Symbol, order: int, point: Value) -> sp.Expr:
    """The derivative at a point; that of a polynomial with rational coefficients by its coefficients, which is fast."""
    if body.free_symbols == {t} and point.is_Rational and body.is_rational_function(t) and body.is_polynomial(t):
        polynomial = sp.Poly(body, t)
        if polynomial.domain.is_QQ or polynomial.domain.is_ZZ:
            return polynomial.diff((t, order)).eval(point)
    return sp.diff(body, t, order).subs(t, point)


def toward_zero(body: sp.Expr, near: sp.Symbol) -> sp.Expr:
    """The limit from the right at zero: by l'Hopital's rule where it soon decides, else by SymPy's own limit."""
    over, under = sp.fraction(sp.together(body))
    for _ in range(5):
        top, bottom = over.subs(near, 0), under.subs(near, 0)
        if top.has(sp.nan, sp.zoo, sp.oo) or bottom.has(sp.nan, sp.zoo, sp.oo):
            break
        if is_zero(bottom) is False:
            return top / bottom
        if not (is_zero(bottom) and is_zero(top)):
            break
        over, under = sp.diff(over, near), sp.diff(under, near)
    return sp.limit(body, near, 0, "+")


class Exact(System):
    """Expressions; a point is a rational or a symbol, and SymPy differentiates, takes limits and integrates."""

    name = "SymPy components"

    def number(self, value: Fraction | int) -> sp.Expr:
        return sp.Rational(value.numerator, value.denominator)

    def constant(self, name: str) -> sp.Expr:
        return CONSTANTS[name]

    def known(self, name: str, arguments: tuple[Value, ...]) -> Value:
        return SCALAR[name](*arguments)

    def power(self, base: Value, exponent: Value) -> Value:
        return self.checked(base**exponent)

    def divide(self, over: Value, under: Value) -> Value:
        return self.checked(over / under)

    def checked(self, value: Value) -> Value:
        """A finite value, or Undefined."""
        if value.has(sp.AccumBounds):
            raise Missing("the values do not settle")
        if value.has(sp.zoo, sp.nan, sp.oo, -sp.oo):
            raise Undefined("the value is infinite or not a number")
        return value

    def derivative(self, function: Unary, point: Value, order: int) -> Value:
        t = sp.Dummy("t", real=True)
        return mapped(lambda e: self.checked(derivative_at(e, t, order, point)), function(t))

    def settled(self, value: Value) -> Value:
        """A limit that is a number; what grows without bound has none."""
        if value in (sp.oo, -sp.oo):
            raise Missing("the values grow without bound")
        return self.checked(value)

    def real(self, value: Value) -> Value:
        """Values on the way to a limit, which must not leave the real numbers."""
        if sp.sympify(value).has(sp.I):
            raise Undefined("the values are not real numbers there")
        return value

    def limit(self, function: Unary, target: Value, side: str) -> Value:
        if not target.is_finite:
            t = sp.Dummy("t", positive=True)
            return mapped(lambda e: self.settled(sp.limit(e, t, sp.oo)), function(t if target > 0 else -t))
        near = sp.Dummy("s", positive=True)
        signs = {"": (1, -1), "+": (1,), "-": (-1,)}[side]
        beside = [function(target + sign * near) for sign in signs]
        values = [mapped(lambda e: self.settled(toward_zero(self.real(e), near)), value) for value in beside]
        same = len(values) == 1 or self.equal(*values)
        if not same:
            raise (Undefined if same is None else Missing)("the limits from the two sides differ")
        return values[0]

    def integral(self, function: Unary, lower: Value, upper: Value, breaks: list[Value]) -> Value:
        """SymPy's integral, which knows about breaks itself; at positive numbers only it has an easier task."""
        t = sp.Dummy("t", real=True, positive=(lower >= 0) == True or None)  # noqa: E712 (a letter decides nothing)
        return self.checked(sp.integrate(sp.expand(function(t)), (t, lower, upper)))

    def inverse(self, matrix: np.ndarray) -> np.ndarray:
        square = sp.Matrix(matrix)
        if square.det() == 0:
            raise Undefined("the matrix is singular")
        return np.array(square.inv().tolist(), dtype=object)

    def determinant(self, matrix: np.ndarray) -> Value:
        return sp.Matrix(matrix).det()

    def eigenvalues(self, matrix: np.ndarray) -> list[Value]:
        """The roots of the characteristic polynomial, which SymPy knows where its coefficients are rational."""
        polynomial = sp.Matrix(matrix).charpoly()
        if not all(coefficient.is_Rational for coefficient in polynomial.all_coeffs()):
            raise Undefined("SymPy has no eigenvalues for this matrix")
        return sp.real_roots(polynomial.as_expr(), polynomial.gen)

    def holds(self, left: Value, sign: str, right: Value) -> Any:
        difference = far_from_zero(left - right)
        truth = COMPARE[sign](left if difference is None else difference, right if difference is None else 0)
        return bool(truth) if truth in (sp.true, sp.false) else truth

    def by_cases(self, values: list[Value], tests: list[Any]) -> Value:
        if all(isinstance(test, bool) for test in tests):
            if tests.count(True) != 1:
                raise Missing("not exactly one case applies")
            return values[tests.index(True)]
        pairs = [(value, test) for value, test in zip(values, tests, strict=True) if test is not False]
        return sp.Piecewise(*pairs[:-1], (pairs[-1][0], True))

    def solve(self, function: Unary, value: Value, inverse: Unary | None) -> Value:
        if inverse is None:
            raise Undefined("no inverse in closed form")
        if not is_zero(sp.sympify(function(inverse(value)) - value)):
            raise Undefined("the witness's inverse is not its inverse")
        return inverse(value)

    def equal(self, left: Value, right: Value) -> bool | None:
        difference = left - right
        entries = list(difference.flat) if isinstance(difference, np.ndarray) else [difference]
        verdicts = [is_zero(entry) for entry in entries]
        if False in verdicts:
            return False
        return None if None in verdicts else True
