"""Is an expression zero? A ladder of steps from cheap to dear, each of which may decide."""

from __future__ import annotations

import mpmath
import sympy as sp


def is_zero(expression: sp.Expr) -> bool | None:
    """True when proven zero, False when a number shows that it is not, None when undecided."""
    expression = sp.sympify(expression)
    if expression.is_Number:
        return bool(expression == 0)
    if expression.has(sp.nan, sp.zoo, sp.oo, sp.Integral, sp.Limit, sp.Derivative):
        return None
    if far_from_zero(expression) is not None or differs_somewhere(expression):
        return False
    return next((True for step in STEPS if step(expression) == 0), None)


def far_from_zero(expression: sp.Expr) -> sp.Float | None:
    """A number without letters to thirty digits, where these show that it is not zero: little is cheaper to ask."""
    value = expression.evalf(30) if not expression.free_symbols else None
    return value if isinstance(value, sp.Float) and abs(value) > sp.Float("1e-20") else None


def differs_somewhere(expression: sp.Expr) -> bool:
    """Whether a value, at a fixed generic point where it has symbols, is far from zero at 60 digits."""
    symbols = sorted(expression.free_symbols, key=str)
    compiled = sp.lambdify(symbols, expression, "mpmath", cse=True)  # shares what nested derivatives repeat
    with mpmath.workdps(60):
        point = [mpmath.mpf(int(v.p)) / int(v.q) for v in (generic(s, place) for place, s in enumerate(symbols))]
        try:
            value = mpmath.mpmathify(compiled(*point))
        except (ValueError, TypeError, ZeroDivisionError, NameError):
            return False
        return bool(mpmath.isfinite(value) and abs(value) > mpmath.mpf("1e-25"))


def generic(symbol: sp.Symbol, place: int) -> sp.Expr:
    """A rational that satisfies the symbol's assumptions."""
    value = sp.Rational(7 * place + 5, 11 + 3 * place)
    return value if symbol.is_positive or place % 2 else -value


def with_functions_as_variables(expression: sp.Expr) -> sp.Expr:
    """The expression as a polynomial in its function values, each with its argument expanded, multiplied out."""
    letters: dict[sp.Expr, sp.Dummy] = {}

    def renamed(e: sp.Expr) -> sp.Expr:
        if not e.has(sp.Function):
            return e
        inner = e.func(*(renamed(argument) for argument in e.args))
        if not isinstance(e, sp.Function):
            return inner
        value = inner.func(*(sp.expand(argument) for argument in inner.args))
        return letters.setdefault(value, sp.Dummy())

    return sp.expand(renamed(expression))


def with_exponentials_as_variables(expression: sp.Expr) -> sp.Expr:
    """The expression as a rational function of independent exponentials and logarithms, cancelled."""
    rewritten = sp.expand_log(expression).rewrite(sp.exp)
    found = [exponents(kernel) for kernel in rewritten.atoms(sp.exp)]
    units: dict[sp.Expr, sp.Rational] = {}
    for monomial, factor in (pair for pairs in found for pair in pairs):
        units[monomial] = common(units.get(monomial, sp.Integer(0)), factor)
    letters = {monomial: sp.Dummy(positive=True) for monomial in units}
    as_powers = rewritten.replace(
        lambda e: isinstance(e, sp.exp), lambda e: sp.Mul(*(letters[m] ** (c / units[m]) for m, c in exponents(e)))
    )
    logarithms = {kernel: sp.Dummy() for kernel in as_powers.atoms(sp.log)}
    return sp.cancel(sp.together(as_powers.subs(logarithms)))


def exponents(kernel: sp.Expr) -> list[tuple[sp.Expr, sp.Rational]]:
    """The terms of an exponent as monomial and rational factor."""
    terms = sp.Add.make_args(sp.expand(kernel.args[0]))
    return [(rest, factor) for factor, rest in (term.as_coeff_Mul(rational=True) for term in terms)]


def common(a: sp.Rational, b: sp.Rational) -> sp.Rational:
    """The largest rational of which both are whole multiples."""
    return sp.Rational(sp.igcd(a.p * b.q, b.p * a.q), a.q * b.q)


def opened(expression: sp.Expr) -> sp.Expr:
    """Absolute values and maxima written as cases, then simplified."""
    return sp.piecewise_fold(expression.rewrite(sp.Piecewise)).simplify()


def logarithms_together(expression: sp.Expr) -> sp.Expr:
    """Zero when the exponential of the expression is one."""
    return sp.simplify(sp.exp(sp.logcombine(expression, force=True))) - 1


STEPS = (
    with_functions_as_variables,
    sp.expand,
    lambda e: sp.numer(sp.together(e)).expand(),
    with_exponentials_as_variables,
    sp.simplify,
    logarithms_together,
    opened,
)
