"""Linear regression with squared errors: slope, solution and step size."""

from calculus.language import (
    Alias,
    Both,
    Count,
    Eigenvalue,
    Equal,
    Equivalent,
    FullRank,
    Gradient,
    Hessian,
    Identity,
    Index,
    Matrix,
    Member,
    Norm,
    Optimum,
    Partial,
    Positive,
    Product,
    Real,
    Sequence,
    Sum,
    Vector,
    Whole,
    exp,
    half_mean_squared_error,
    ln,
    mean,
    pi,
    sqrt,
)


def objective(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], i: Index["n"], n: Count):
    """Half mean squared error of a linear model.

    Each row of X is an example. A column of ones among the columns gives the model a bias.
    """
    loss = half_mean_squared_error(X * w, y)
    return Equal(loss, 1 / (2 * n) * Sum(((X * w)[i] - y[i]) ** 2, i), 1 / (2 * n) * Norm(X * w - y) ** 2)


def objective_gradient(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], n: Count):
    """Gradient of linear regression.

    Residuals, prediction minus target, weighted by the inputs and averaged. For the mean squared error double it.
    """
    return Equal(Gradient(half_mean_squared_error(X * w, y), w), 1 / n * X.T * (X * w - y))


def slope_and_intercept(x: Vector["n"], y: Vector["n"], w: Real, b: Real, i: Index["n"], n: Count):
    """Slopes in weight and bias.

    For one feature: the mean of residual times input, and the mean of the residuals.
    """
    J = Alias("J", 1 / (2 * n) * Sum((w * x[i] + b - y[i]) ** 2, i))
    residual = w * x[i] + b - y[i]
    return Both(
        Equal(Partial(J, w), 1 / n * Sum(residual * x[i], i)), Equal(Partial(J, b), 1 / n * Sum(residual, i)), where=[J]
    )


def normal_equations(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"]):
    """Normal equations.

    They always have a solution, and exactly one if no column of X is a combination of the others.
    """
    best = Optimum("argmin", Norm(X * w - y) ** 2, w)
    return Equivalent(Member(w, best), Equal(X.T * X * w, X.T * y))


def solution(X: FullRank["n", "d"], w: Vector["d"], y: Vector["n"]):
    """Solution of linear regression.

    A program solves the normal equations through a factorization of X and does not form the inverse.
    """
    return Equal(Optimum("argmin", Norm(X * w - y) ** 2, w), (X.T * X).I * X.T * y)


def line_of_best_fit(x: Vector["n"], y: Vector["n"], i: Index["n"]):
    """Line of best fit."""
    w = Alias("w", Sum((x[i] - mean(x)) * (y[i] - mean(y)), i) / Sum((x[i] - mean(x)) ** 2, i))
    b = Alias("b", mean(y) - w * mean(x))
    residual = y[i] - (w * x[i] + b)
    spread = Sum((x[i] - mean(x)) ** 2, i)
    return Both(Equal(Sum(residual, i), 0), Equal(Sum(residual * x[i], i), 0), where=[w, b], given=[spread > 0])


def objective_hessian(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], n: Count):
    """Hessian of linear regression.

    It does not depend on the weights: the loss is a bowl of constant curvature.
    """
    return Equal(Hessian(half_mean_squared_error(X * w, y), w), 1 / n * X.T * X)


def step_factors(X: Matrix["n", "d"], eta: Positive, n: Count):
    """Smallest and largest factor of a step.

    Each direction of the error is multiplied by a factor between these two. Gradient descent converges from every start
    exactly if both lie between −1 and 1. For the mean squared error halve the learning rate.
    """
    H = Alias("H", 1 / n * X.T * X)
    step = Identity("d") - eta * H
    return Both(
        Equal(Eigenvalue("min", step), 1 - eta * Eigenvalue("max", H)),
        Equal(Eigenvalue("max", step), 1 - eta * Eigenvalue("min", H)),
        where=[H],
    )


def error_recursion(X: FullRank["n", "d"], w: Sequence[Vector["d"]], y: Vector["n"], eta: Positive, k: Whole, n: Count):
    """Error of gradient descent on linear regression."""
    w_star = Alias("w_star", (X.T * X).I * X.T * y)
    step = Equal(w[k + 1], w[k] - eta / n * X.T * (X * w[k] - y))
    shrunk = (Identity("d") - eta / n * X.T * X) * (w[k] - w_star)
    return Equal(w[k + 1] - w_star, shrunk, given=[step], where=[w_star])


def residuals_stand_upright(X: FullRank["n", "d"], y: Vector["n"]):
    """Residuals stand at right angles to the columns.

    The fit is the orthogonal projection of the targets onto what the columns can reach.
    """
    w_star = Alias("w_star", (X.T * X).I * X.T * y)
    return Equal(X.T * (y - X * w_star), 0, where=[w_star])


def gaussian_likelihood(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], sigma: Positive, i: Index["n"], n: Count):
    """Least squares is maximum likelihood under normal noise.

    The last term does not depend on the weights.
    """
    density = 1 / (sqrt(2 * pi) * sigma) * exp(-((y[i] - (X * w)[i]) ** 2) / (2 * sigma**2))
    constant = n / 2 * ln(2 * pi * sigma**2)
    return Equal(-ln(Product(density, i)), 1 / (2 * sigma**2) * Norm(X * w - y) ** 2 + constant)
