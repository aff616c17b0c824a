"""Second slopes of functions of many variables."""

from calculus.language import (
    Alias,
    At,
    Derivation,
    Derivative,
    Diag,
    Hessian,
    Jacobian,
    Matrix,
    Nabla,
    Norm,
    Real,
    SmoothField,
    Step,
    Vector,
    half,
    log_sum_exp,
    softmax,
)
from formulas import activations, curvature, gradients, jacobians


def curvature_along_by_two_slopes(f: SmoothField["n"], x: Vector["n"], d: Vector["n"], t: Real):
    """Curvature along a direction, one slope at a time."""
    return Derivation(
        At(Derivative(f(x + t * d), t, 2), t, 0),
        Step("=", At(Derivative(Nabla(f)(x + t * d).T * d, t), t, 0), by=gradients.differentiability),
        Step("=", (Hessian(f(x), x) * d).T * d, by=curvature.gradient_change),
        Step("=", d.T * Hessian(f(x), x) * d, by="the Hessian is symmetric"),
        proves=curvature.curvature_along,
    )


def least_squares_by_gradient(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"]):
    """Hessian of least squares, from the gradient."""
    return Derivation(
        Hessian(half * Norm(X * w - y) ** 2, w),
        Step("=", Jacobian(X.T * (X * w - y), w), by=(curvature.jacobian_of_gradient, gradients.least_squares)),
        Step("=", Jacobian(X.T * X * w - X.T * y, w), by="multiply out"),
        Step("=", X.T * X, by=jacobians.affine_map),
        proves=curvature.least_squares,
    )


def log_sum_exp_by_softmax(z: Vector["K"]):
    """Hessian of log-sum-exp, from the softmax."""
    p = Alias("p", softmax(z))
    return Derivation(
        Hessian(log_sum_exp(z), z),
        Step("=", Jacobian(softmax(z), z), by=(curvature.jacobian_of_gradient, activations.log_sum_exp_gradient)),
        Step("=", Diag(p) - p * p.T, by=jacobians.softmax_jacobian),
        proves=curvature.log_sum_exp,
        where=[p],
    )
