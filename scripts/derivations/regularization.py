"""Why a penalty on the weights does what it does."""

from calculus.language import (
    Alias,
    Count,
    Derivation,
    Equal,
    Gradient,
    Identity,
    Matrix,
    Norm,
    Positive,
    Step,
    Vector,
)
from formulas import gradients, regularization


def ridge_by_gradient(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], lam: Positive, n: Count):
    """Ridge regression, where the gradient is zero."""
    loss = 1 / (2 * n) * Norm(X * w - y) ** 2 + lam / 2 * Norm(w) ** 2
    matrix = X.T * X + n * lam * Identity("d")
    return Derivation(
        Equal(Gradient(loss, w), 0),
        Step(
            "=>",
            Equal(1 / n * X.T * (X * w - y) + lam * w, 0),
            by=(gradients.least_squares, gradients.squared_norm),
        ),
        Step(
            "=>",
            Equal(X.T * (X * w - y) + n * lam * w, 0),
            by="multiply by the number of examples",
            do=lambda side: n * side,
        ),
        Step("=>", Equal(matrix * w, X.T * y), by="gather the weights", do=lambda side: side + X.T * y),
        Step("=>", Equal(w, matrix.I * X.T * y), by="the matrix is invertible", do=lambda side: matrix.I * side),
        proves=regularization.ridge,
    )


def prior_by_scaling(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], sigma: Positive, tau: Positive, n: Count):
    """A normal prior as a penalty, by taking a factor out."""
    lam = Alias("lambda", sigma**2 / (n * tau**2))
    fit, length = Norm(X * w - y) ** 2, Norm(w) ** 2
    return Derivation(
        1 / (2 * sigma**2) * fit + 1 / (2 * tau**2) * length,
        Step("=", n / sigma**2 * (1 / (2 * n) * fit + sigma**2 / (2 * n * tau**2) * length), by="take a factor out"),
        Step("=", n / sigma**2 * (1 / (2 * n) * fit + lam / 2 * length), by="name the factor of the length"),
        proves=regularization.prior,
        where=[lam],
    )
