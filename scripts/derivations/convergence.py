"""Why gradient descent converges, and how fast."""

from calculus.language import (
    Derivation,
    LipschitzField,
    Nabla,
    NonNegative,
    Norm,
    Positive,
    Step,
    Vector,
)
from formulas import convergence, gradients


def slope_gap_by_cauchy_schwarz(
    f: LipschitzField["n", "L"], x: Vector["n"], d: Vector["n"], L: Positive, t: NonNegative
):
    """How far the slope along a line can move, by Cauchy–Schwarz."""
    g = Nabla(f)
    gap = g(x + t * d) - g(x)
    return Derivation(
        gap.T * d,
        Step("<=", Norm(gap) * Norm(d), by=gradients.cauchy_schwarz, sharp={x: 0 * x}),
        Step("<=", L * Norm(t * d) * Norm(d), by=convergence.smoothness, sharp={x: 0 * x}),
        Step("=", L * t * Norm(d) ** 2, by="the factor t is not negative"),
        proves=convergence.slope_gap,
    )


def decrease_by_descent_lemma(f: LipschitzField["n", "L"], x: Vector["n"], eta: Positive, L: Positive):
    """Guaranteed decrease, from the descent lemma."""
    g = Nabla(f)(x)
    return Derivation(
        f(x - eta * g),
        Step(
            "<=",
            f(x) + g.T * (-(eta * g)) + L / 2 * Norm(-(eta * g)) ** 2,
            by=convergence.descent_lemma,
            sharp={eta: 1 / L},
        ),
        Step("=", f(x) - eta * Norm(g) ** 2 + L * eta**2 / 2 * Norm(g) ** 2, by="numbers come out of the products"),
        Step("=", f(x) - eta * (1 - L * eta / 2) * Norm(g) ** 2, by="take the common factor out"),
        proves=convergence.guaranteed_decrease,
    )
