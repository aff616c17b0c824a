"""Why steps against the gradient go down."""

from calculus.language import Derivation, Derivative, Positive, Real, Step
from formulas import derivatives, descent


def parabola_step_by_slope(x: Real, lam: Positive, eta: Positive):
    """One step on a parabola, from its slope."""
    return Derivation(
        x - eta * Derivative(lam / 2 * x**2, x),
        Step("=", x - eta * (lam / 2 * (2 * x)), by=derivatives.power_rule),
        Step("=", x - eta * lam * x, by="cancel"),
        Step("=", (1 - eta * lam) * x, by="take the common factor out"),
        proves=descent.step_on_a_parabola,
    )
