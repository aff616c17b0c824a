"""Logistic and softmax regression: gradient, curvature and step size."""

from calculus.language import (
    Alias,
    Both,
    Chain,
    Count,
    Derivative,
    Diag,
    Equal,
    Family,
    Gradient,
    Hessian,
    Index,
    Limit,
    Matrix,
    Norm,
    Ones,
    Positive,
    PositiveVector,
    Shares,
    Sum,
    Vector,
    ln,
    log_sum_exp,
    oo,
    sigmoid,
    softmax,
    softplus,
)


def objective(z: Vector["n"], y: Vector["n"], i: Index["n"], n: Count):
    """Loss of logistic regression.

    The mean binary cross-entropy; the entries of z are the logits, one for each example. Classes are the targets 0
    and 1.
    """
    p = Alias("p", sigmoid(z))
    loss = -1 / n * Sum(y[i] * ln(p[i]) + (1 - y[i]) * ln(1 - p[i]), i)
    return Equal(loss, 1 / n * Sum(softplus(z[i]) - y[i] * z[i], i), where=[p])


def objective_gradient(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], i: Index["n"], n: Count):
    """Gradient of logistic regression.

    It has the form of linear regression: inputs times prediction minus target, averaged.
    """
    z = Alias("z", X * w)
    J = Alias("J", 1 / n * Sum(softplus(z[i]) - y[i] * z[i], i))
    p = Alias("p", sigmoid(z))
    return Equal(Gradient(J, w), 1 / n * X.T * (p - y), where=[J, p, z])


def objective_hessian(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], i: Index["n"], n: Count):
    """Hessian of logistic regression.

    The targets have dropped out. An example weighs most where the prediction is undecided.
    """
    z = Alias("z", X * w)
    J = Alias("J", 1 / n * Sum(softplus(z[i]) - y[i] * z[i], i))
    p = Alias("p", sigmoid(z))
    return Equal(Hessian(J, w), 1 / n * X.T * Diag(p @ (Ones("n") - p)) * X, where=[J, p, z])


def curvature_bounds(X: Matrix["n", "d"], w: Vector["d"], v: Vector["d"], n: Count):
    """Curvature of logistic regression.

    In any direction v it is never negative, so the loss is convex, and at most a quarter of that of linear regression.
    """
    p = Alias("p", sigmoid(X * w))
    curvature = 1 / n * v.T * X.T * Diag(p @ (Ones("n") - p)) * X * v
    return Chain(0, "<=", curvature, "<=", 1 / (4 * n) * Norm(X * v) ** 2, where=[p], sharp=[{v: 0 * v}, {w: 0 * w}])


def softmax_regression_gradient(
    W: Matrix["d", "K"], x: Family[Vector["d"], "n"], y: Family[Shares["K"], "n"], i: Index["n"], n: Count
):
    """Gradient of softmax regression.

    Input times prediction minus target, averaged: a matrix with a row for each feature and a column for each class.
    """
    J = Alias("J", 1 / n * Sum(log_sum_exp(W.T * x[i]) - y[i].T * W.T * x[i], i))
    return Equal(Gradient(J, W), 1 / n * Sum(x[i] * (softmax(W.T * x[i]) - y[i]).T, i), where=[J])


def separable_classes(m: PositiveVector["n"], t: Positive, i: Index["n"]):
    """Separable classes.

    The margins mᵢ are positive when the weights classify each example correctly. Weights t times as long always have
    a lower loss, which tends to zero and never reaches it.
    """
    loss = Sum(softplus(-t * m[i]), i)
    return Both(Chain(Derivative(loss, t), "<", 0, sharp={t: oo}), Equal(Limit(loss, t, oo), 0))
