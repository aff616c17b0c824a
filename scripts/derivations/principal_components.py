"""Why the directions of most variance are eigenvectors, and why they lose least."""

from calculus.language import (
    Alias,
    Count,
    Derivation,
    Diag,
    Equal,
    Gradient,
    Identity,
    Index,
    Largest,
    Matrix,
    Norm,
    Orthogonal,
    Orthonormal,
    Real,
    Step,
    Sum,
    Symmetric,
    Trace,
    Vector,
)
from formulas import gradients, matrices, principal_components


def directions_by_lagrange(S: Symmetric["d"], u: Vector["d"], lam: Real):
    """Principal directions, by Lagrange’s condition."""
    return Derivation(
        Gradient(u.T * S * u + lam * (1 - u.T * u), u),
        Step("=", Gradient(u.T * S * u, u) - lam * Gradient(u.T * u, u), by="the gradient of a sum"),
        Step("=", (S + S.T) * u - lam * Gradient(u.T * u, u), by=gradients.quadratic_form),
        Step("=", (S + S.T) * u - 2 * lam * u, by=gradients.squared_norm),
        Step("=", 2 * S * u - 2 * lam * u, by="the matrix is symmetric"),
        Step("=", 2 * (S * u - lam * u), by="take the common factor out"),
        proves=principal_components.lagrangian,
    )


def most_variance_by_coordinates(Q: Orthogonal["d"], lam: Vector["d"], u: Vector["d"], i: Index["d"], j: Index["d"]):
    """No direction has more variance, in coordinates along the eigenvectors."""
    S = Alias("S", Q * Diag(lam) * Q.T)
    c = Alias("c", Q.T * u)
    return Derivation(
        u.T * S * u,
        Step("=", c.T * Diag(lam) * c, by="coordinates along the eigenvectors"),
        Step("=", Sum(lam[i] * c[i] ** 2, i), by="write the product as a sum"),
        Step("<=", lam[j] * Sum(c[i] ** 2, i), by="no eigenvalue is larger", sharp={u: 0 * u}),
        Step("=", lam[j] * Norm(u) ** 2, by="an orthogonal matrix keeps lengths"),
        proves=principal_components.most_variance,
        where=[S, c],
        given=[Equal(lam[j], Largest(lam[i], i))],
    )


def error_by_trace(X: Matrix["n", "d"], U: Orthonormal["d", "k"], n: Count):
    """Variance kept and error made, by traces."""
    S = Alias("S", 1 / n * X.T * X)
    rest = Identity("d") - U * U.T
    kept = Trace(U.T * S * U)
    return Derivation(
        kept + 1 / n * Norm(X - X * U * U.T, "F") ** 2,
        Step("=", kept + 1 / n * Trace((X * rest).T * (X * rest)), by=matrices.frobenius_inner_product),
        Step("=", kept + Trace(S * (rest * rest)), by=matrices.cyclic_trace),
        Step("=", kept + Trace(S * rest), by=principal_components.projection),
        Step("=", kept + Trace(S) - Trace(S * U * U.T), by="multiply out"),
        Step("=", Trace(S), by=matrices.cyclic_trace),
        proves=principal_components.variance_and_error,
        where=[S],
    )
