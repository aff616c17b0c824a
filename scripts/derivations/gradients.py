"""Slopes of functions of many variables, gathered in the gradient."""

from calculus.language import (
    Derivation,
    Directional,
    Field,
    Gradient,
    Matrix,
    Nabla,
    NonZeroVector,
    Norm,
    Order,
    Step,
    UnitVector,
    Vector,
    half,
    sqrt,
)
from formulas import gradients


def steepest_slope_steps(f: Field["n"], x: Vector["n"], u: UnitVector["n"]):
    """No direction is steeper than the gradient’s."""
    gradient = Nabla(f)(x)
    return Derivation(
        Directional(f, x, u),
        Step("=", gradient.T * u, by=gradients.directional_derivative_by_gradient),
        Step("<=", Norm(gradient) * Norm(u), by=gradients.cauchy_schwarz, sharp={u: gradient / Norm(gradient)}),
        Step("=", Norm(gradient), by="the direction has length one"),
        proves=gradients.steepest_slope,
    )


def least_squares_by_expansion(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], h: Vector["d"]):
    """Gradient of least squares, from a small step of the weights."""
    loss, residuals = half * Norm(X * w - y) ** 2, X * w - y
    return Derivation(
        half * Norm(X * (w + h) - y) ** 2,
        Step("=", half * Norm(residuals + X * h) ** 2, by="collect the residuals"),
        Step("=", loss + residuals.T * (X * h) + half * Norm(X * h) ** 2, by="multiply out the square"),
        Step("≈", loss + residuals.T * (X * h), error=Order(Norm(h), h, "o"), by="the last term is of second order"),
        Step("=", loss + (X.T * residuals).T * h, by="transpose of a product"),
        proves=gradients.least_squares,
    )


def quadratic_form_by_expansion(A: Matrix["n", "n"], x: Vector["n"], h: Vector["n"]):
    """Gradient of a quadratic form, from a small step."""
    form = x.T * A * x
    return Derivation(
        (x + h).T * A * (x + h),
        Step("=", form + x.T * A * h + h.T * A * x + h.T * A * h, by="multiply out"),
        Step(
            "≈", form + x.T * A * h + h.T * A * x, error=Order(Norm(h), h, "o"), by="the last term is of second order"
        ),
        Step("=", form + x.T * A * h + x.T * A.T * h, by="a number is its own transpose"),
        Step("=", form + ((A + A.T) * x).T * h, by="collect what stands before the step"),
        proves=gradients.quadratic_form,
    )


def norm_by_outer_function(x: NonZeroVector["n"]):
    """Gradient of the norm."""
    squared = Norm(x) ** 2
    return Derivation(
        Gradient(Norm(x), x),
        Step("=", Gradient(sqrt(squared), x), by="root of the square"),
        Step("=", 1 / (2 * sqrt(squared)) * Gradient(squared, x), by=gradients.outer_function),
        Step("=", 1 / (2 * Norm(x)) * (2 * x), by=gradients.squared_norm),
        Step("=", x / Norm(x), by="cancel"),
        proves=gradients.norm,
    )
