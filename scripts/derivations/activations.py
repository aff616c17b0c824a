"""Exponential, log, sigmoid and friends."""

from calculus.language import Derivation, Derivative, Real, Step, exp, sigmoid
from formulas import activations, derivatives


def sigmoid_slope_steps(z: Real):
    """Slope of the sigmoid, by the quotient rule."""
    return Derivation(
        sigmoid.prime(z),
        Step("=", Derivative(1 / (1 + exp(-z)), z), by=activations.sigmoid),
        Step("=", exp(-z) / (1 + exp(-z)) ** 2, by=derivatives.quotient_rule),
        Step("=", 1 / (1 + exp(-z)) * (exp(-z) / (1 + exp(-z))), by="split the fraction"),
        Step("=", sigmoid(z) * (exp(-z) / (1 + exp(-z))), by=activations.sigmoid),
        Step("=", sigmoid(z) * (1 - sigmoid(z)), by="the two fractions add up to one"),
        proves=activations.sigmoid_slope,
    )
