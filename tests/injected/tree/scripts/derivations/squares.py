"""Squares, step by step."""

from calculus.language import Derivation, Derivative, Real, Step
from formulas import squares


def square_slope_by_limit(x: Real):
    """Slope of the square, by the product rule."""
    return Derivation(
        Derivative(x**2, x),
        Step("=", Derivative(x * x, x), by="write out the square"),
        Step("=", x + x, by=squares.product),
        Step("=", 2 * x, by="add up"),
        proves=squares.square_slope,
    )
