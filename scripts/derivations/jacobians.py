"""Slopes of maps."""

from calculus.language import (
    Alias,
    Derivation,
    Diag,
    Gradient,
    Jacobian,
    Ones,
    Step,
    Vector,
    exp,
    softmax,
)
from formulas import activations, derivatives, jacobians


def softmax_jacobian_by_scaling(z: Vector["K"]):
    """Jacobian of the softmax, as a number times a vector."""
    p, total = Alias("p", softmax(z)), Ones("K").T * exp(z)
    s = Alias("s", total)
    return Derivation(
        Jacobian(softmax(z), z),
        Step("=", Jacobian(1 / total * exp(z), z), by=activations.softmax),
        Step("=", 1 / s * Jacobian(exp(z), z) + exp(z) * Gradient(1 / total, z).T, by=jacobians.scaled_map),
        Step("=", 1 / s * Diag(exp(z)) + exp(z) * Gradient(1 / total, z).T, by=jacobians.elementwise),
        Step("=", 1 / s * Diag(exp(z)) - exp(z) * (1 / s**2 * exp(z)).T, by=derivatives.chain_rule),
        Step("=", Diag(p) - p * p.T, by="the softmax is the exponentials over their sum"),
        proves=jacobians.softmax_jacobian,
        where=[p, s],
    )
