"""Linear regression: from the loss to its slope, its lowest point and the way there."""

from calculus.language import (
    Alias,
    Count,
    Derivation,
    Equal,
    FullRank,
    Gradient,
    Hessian,
    Identity,
    Jacobian,
    Matrix,
    Norm,
    Positive,
    Sequence,
    Step,
    Vector,
    Whole,
    half,
    half_mean_squared_error,
)
from formulas import curvature, gradients, jacobians, linear_regression


def gradient_by_least_squares(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], n: Count):
    """Gradient of linear regression."""
    return Derivation(
        Gradient(half_mean_squared_error(X * w, y), w),
        Step("=", Gradient(1 / (2 * n) * Norm(X * w - y) ** 2, w), by=linear_regression.objective),
        Step("=", 1 / n * X.T * (X * w - y), by=gradients.least_squares),
        proves=linear_regression.objective_gradient,
    )


def hessian_by_gradient(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], n: Count):
    """Hessian of linear regression."""
    slope = 1 / n * X.T * (X * w - y)
    return Derivation(
        Hessian(half_mean_squared_error(X * w, y), w),
        Step("=", Jacobian(slope, w), by=(curvature.jacobian_of_gradient, linear_regression.objective_gradient)),
        Step("=", Jacobian(1 / n * X.T * X * w - 1 / n * X.T * y, w), by="multiply out"),
        Step("=", 1 / n * X.T * X, by=jacobians.affine_map),
        proves=linear_regression.objective_hessian,
    )


def solution_by_level_point(X: FullRank["n", "d"], w: Vector["d"], y: Vector["n"]):
    """Solution of linear regression, where the gradient is zero."""
    return Derivation(
        Equal(Gradient(Norm(X * w - y) ** 2, w), 0),
        Step("=>", Equal(2 * X.T * (X * w - y), 0), by=gradients.least_squares),
        Step(
            "=>", Equal(X.T * X * w, X.T * y), do=lambda side: half * side + X.T * y,
            by="halve and move the targets over",
        ),
        Step(
            "=>", Equal(w, (X.T * X).I * X.T * y), do=lambda side: (X.T * X).I * side,
            by="full column rank makes the square matrix invertible",
        ),
        proves=linear_regression.solution,
    )  # fmt: skip


def error_by_one_step(
    X: FullRank["n", "d"], w: Sequence[Vector["d"]], y: Vector["n"], eta: Positive, k: Whole, n: Count
):
    """Error of gradient descent on linear regression."""
    w_star = Alias("w_star", (X.T * X).I * X.T * y)
    slope = 1 / n * X.T * (X * w[k] - y)
    return Derivation(
        w[k + 1] - w_star,
        Step("=", w[k] - eta * slope - w_star, by="the step of gradient descent"),
        Step("=", w[k] - w_star - eta / n * (X.T * X * w[k] - X.T * y), by="multiply out"),
        Step("=", w[k] - w_star - eta / n * X.T * X * (w[k] - w_star), by=linear_regression.normal_equations),
        Step("=", (Identity("d") - eta / n * X.T * X) * (w[k] - w_star), by="collect"),
        proves=linear_regression.error_recursion,
        given=[Equal(w[k + 1], w[k] - eta / n * X.T * (X * w[k] - y))],
        where=[w_star],
    )
