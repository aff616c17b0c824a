"""Logistic regression: its slope, its curvature, and why the curvature is never negative."""

from calculus.language import (
    Alias,
    Count,
    Derivation,
    Diag,
    Gradient,
    Hessian,
    Index,
    Jacobian,
    Matrix,
    Ones,
    Step,
    Sum,
    Vector,
    sigmoid,
    softplus,
)
from formulas import activations, chain_rule, curvature, gradients, jacobians, logistic_regression


def gradient_by_chain_rule(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], i: Index["n"], n: Count):
    """Gradient of logistic regression."""
    z, p = Alias("z", X * w), Alias("p", sigmoid(X * w))
    J = Alias("J", 1 / n * Sum(softplus(z[i]) - y[i] * z[i], i))
    u = Alias("u", X * w)
    return Derivation(
        Gradient(J, w),
        Step("=", X.T * (1 / n * (sigmoid(u) - y)), by=(gradients.affine_input, activations.softplus_slope)),
        Step("=", 1 / n * X.T * (p - y), by="the sigmoid of a logit is a prediction"),
        proves=logistic_regression.objective_gradient,
        where=[J, z, p, u],
    )


def hessian_by_jacobians(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], i: Index["n"], n: Count):
    """Hessian of logistic regression, the Jacobian of its gradient."""
    z = Alias("z", X * w)
    p = Alias("p", sigmoid(z))
    J = Alias("J", 1 / n * Sum(softplus(z[i]) - y[i] * z[i], i))
    ones = Ones("n")
    return Derivation(
        Hessian(J, w),
        Step(
            "=", Jacobian(1 / n * X.T * (sigmoid(X * w) - y), w),
            by=(curvature.jacobian_of_gradient, logistic_regression.objective_gradient),
        ),
        Step("=", 1 / n * X.T * Jacobian(sigmoid(X * w), w), by=jacobians.affine_map),
        Step(
            "=", 1 / n * X.T * Diag(sigmoid.prime(z)) * X,
            by=(chain_rule.jacobian_of_a_composition, jacobians.elementwise, jacobians.affine_map),
        ),
        Step("=", 1 / n * X.T * Diag(p @ (ones - p)) * X, by=activations.sigmoid_slope),
        proves=logistic_regression.objective_hessian,
        where=[J, p, z],
    )  # fmt: skip
