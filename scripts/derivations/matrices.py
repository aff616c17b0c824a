"""Gradients with respect to matrices, from a small step of the whole matrix."""

from calculus.language import (
    Derivation,
    Determinant,
    Identity,
    Inner,
    Invertible,
    Matrix,
    Norm,
    Order,
    Step,
    Trace,
    absolute,
    ln,
)
from formulas import matrices


def left_residual_by_expansion(X: Matrix["n", "k"], A: Matrix["m", "n"], B: Matrix["m", "k"], H: Matrix["n", "k"]):
    """Gradient of least squares in a matrix, from a small step."""
    residual = A * X - B
    value = Norm(residual, "F") ** 2
    return Derivation(
        Norm(A * (X + H) - B, "F") ** 2,
        Step("=", Norm(residual + A * H, "F") ** 2, by="collect the residuals"),
        Step("=", value + 2 * Inner(residual, A * H) + Norm(A * H, "F") ** 2, by="multiply out the square"),
        Step(
            "≈", value + 2 * Inner(residual, A * H), error=Order(Norm(H, "F"), H, "o"),
            by="the last term is of second order",
        ),
        Step("=", value + 2 * Trace(residual.T * A * H), by=matrices.frobenius_inner_product),
        Step("=", value + Inner(2 * A.T * residual, H), by=matrices.frobenius_inner_product),
        proves=matrices.left_residual,
    )  # fmt: skip


def inverse_by_difference(X: Invertible["n"], H: Matrix["n", "n"]):
    """Linear approximation of the inverse, from the difference of two inverses."""
    moved = (X + H).I
    return Derivation(
        moved,
        Step("=", X.I + moved * (X - (X + H)) * X.I, by="each inverse cancels the matrix beside it"),
        Step("=", X.I - moved * H * X.I, by="collect"),
        Step(
            "≈", X.I - X.I * H * X.I, error=Order(Norm(H, "F"), H, "o"),
            by="the inverse is continuous",
        ),
        proves=matrices.inverse_differential,
    )  # fmt: skip


def log_determinant_by_expansion(X: Invertible["n"], H: Matrix["n", "n"]):
    """Gradient of the log-determinant, from a small step."""
    value, near = ln(absolute(Determinant(X))), Identity("n") + X.I * H
    return Derivation(
        ln(absolute(Determinant(X + H))),
        Step("=", ln(absolute(Determinant(X * near))), by="take the matrix out to the left"),
        Step("=", value + ln(absolute(Determinant(near))), by="the determinant of a product is a product"),
        Step(
            "≈", value + Trace(X.I * H), error=Order(Norm(H, "F"), H, "o"),
            by="near the identity only the diagonal counts to first order",
        ),
        Step("=", value + Inner(X.I.T, H), by=matrices.frobenius_inner_product),
        proves=matrices.log_determinant,
    )  # fmt: skip
