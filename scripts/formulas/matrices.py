"""Calculus with matrices: traces, norms, inverses and determinants as functions of every entry."""

from calculus.language import (
    Alias,
    Both,
    Derivative,
    Determinant,
    Equal,
    Expansion,
    Field,
    Gradient,
    Index,
    Inner,
    Invertible,
    Kronecker,
    Matrix,
    MatrixField,
    Nabla,
    NonZeroVector,
    Norm,
    Partial,
    Real,
    Stacked,
    Sum,
    Symmetric,
    Trace,
    Vector,
    absolute,
    generated,
    ln,
)


def frobenius_inner_product(A: Matrix["m", "n"], B: Matrix["m", "n"], i: Index["m"], j: Index["n"]):
    """Frobenius inner product.

    Multiply entry by entry and add up: the dot product of two matrices of the same shape.
    """
    return Equal(Inner(A, B), Trace(A.T * B), Sum(Sum(A[i, j] * B[i, j], j), i))


def matrix_gradient(f: MatrixField["m", "n"], X: Matrix["m", "n"], H: Matrix["m", "n"]):
    """Gradient with respect to a matrix.

    It has the shape of the matrix. Its inner product with a small change of the matrix is the change of the value.
    """
    return Expansion(f(X + H), f(X) + Inner(Nabla(f)(X), H), Norm(H, "F"), H)


def matrix_gradient_entries(f: MatrixField["m", "n"], X: Matrix["m", "n"], i: Index["m"], j: Index["n"]):
    """Entries of the gradient with respect to a matrix."""
    return Equal(Nabla(f)(X)[i, j], Partial(f(X), X[i, j]))


def cyclic_trace(A: Matrix["m", "n"], B: Matrix["n", "k"], C: Matrix["k", "m"]):
    """The trace is cyclic."""
    return Equal(Trace(A * B * C), Trace(B * C * A), Trace(C * A * B))


def product_differential(X: Matrix["m", "n"], Y: Matrix["n", "k"], H: Matrix["m", "n"], K: Matrix["n", "k"], t: Real):
    """Product rule for matrices."""
    return Equal(Derivative((X + t * H) * (Y + t * K), t), H * (Y + t * K) + (X + t * H) * K)


def linear_trace(X: Matrix["n", "m"], A: Matrix["m", "n"]):
    """Gradient of a linear trace."""
    return Equal(Gradient(Trace(A * X), X), generated)


def bilinear_form(a: Vector["m"], X: Matrix["m", "n"], b: Vector["n"]):
    """Gradient of a bilinear form.

    A column times a row: the outer product, with the shape of the matrix.
    """
    return Equal(Gradient(a.T * X * b, X), generated)


def quadratic_trace(X: Matrix["m", "n"], A: Matrix["m", "m"]):
    """Gradient of a quadratic trace."""
    return Equal(Gradient(Trace(X.T * A * X), X), generated)


def gram_form(a: Vector["n"], X: Matrix["m", "n"], b: Vector["n"]):
    """Gradient of an inner product of images."""
    return Equal(Gradient(a.T * X.T * X * b, X), X * (a * b.T + b * a.T))


def frobenius_norm(X: Matrix["m", "n"]):
    """Gradient of the squared Frobenius norm."""
    return Equal(Gradient(Norm(X, "F") ** 2, X), generated)


def left_residual(X: Matrix["n", "k"], A: Matrix["m", "n"], B: Matrix["m", "k"]):
    """Gradient of least squares in a matrix."""
    return Equal(Gradient(Norm(A * X - B, "F") ** 2, X), 2 * A.T * (A * X - B))


def right_residual(X: Matrix["m", "n"], A: Matrix["n", "k"], B: Matrix["m", "k"]):
    """Gradient of least squares with the matrix on the left."""
    return Equal(Gradient(Norm(X * A - B, "F") ** 2, X), 2 * (X * A - B) * A.T)


def factorization(X: Matrix["m", "n"], U: Matrix["m", "k"], V: Matrix["k", "n"]):
    """Gradients of a matrix factorization."""
    residual = X - U * V
    return Both(
        Equal(Gradient(Norm(residual, "F") ** 2, U), -2 * residual * V.T),
        Equal(Gradient(Norm(residual, "F") ** 2, V), -2 * U.T * residual),
    )


def quadratic_form_in_the_matrix(x: Vector["n"], A: Matrix["n", "n"]):
    """Gradient of a quadratic form in its matrix.

    The entries of the matrix are independent of one another; for a symmetric matrix they are not.
    """
    return Equal(Gradient(x.T * A * x, A), generated)


def inverse_differential(X: Invertible["n"], H: Matrix["n", "n"]):
    """Linear approximation of the inverse.

    The matrix twin of the slope of 1/x, which is -1/x²: two inverses, one on each side of the change.
    """
    return Expansion((X + H).I, X.I - X.I * H * X.I, Norm(H, "F"), H)


def trace_of_inverse(A: Matrix["n", "n"], X: Invertible["n"]):
    """Gradient of a trace with an inverse."""
    return Equal(Gradient(Trace(A * X.I), X), -((X.I * A * X.I).T))


def determinant(X: Invertible["n"]):
    """Gradient of the determinant."""
    return Equal(Gradient(Determinant(X), X), Determinant(X) * X.I.T)


def log_determinant(X: Invertible["n"]):
    """Gradient of the log-determinant."""
    return Equal(Gradient(ln(absolute(Determinant(X))), X), X.I.T)


def linear_solve(A: Invertible["n"], b: Vector["n"], f: Field["n"]):
    """Gradients through a linear solve.

    Going back through a solve is a solve with the transposed matrix.
    """
    x = Alias("x", A.I * b)
    return Both(
        Equal(Gradient(f(A.I * b), b), A.I.T * Nabla(f)(x)),
        Equal(Gradient(f(A.I * b), A), -(A.I.T * Nabla(f)(x) * x.T)),
        where=[x],
    )


def rayleigh_quotient(A: Symmetric["n"], x: NonZeroVector["n"]):
    """Gradient of the Rayleigh quotient.

    It is zero exactly where A only stretches x: at the eigenvectors.
    """
    rho = Alias("rho", (x.T * A * x) / (x.T * x))
    return Equal(Gradient((x.T * A * x) / (x.T * x), x), 2 / (x.T * x) * (A * x - rho * x), where=[rho])


def stacked_product(A: Matrix["m", "n"], X: Matrix["n", "k"], B: Matrix["k", "p"]):
    """Stacking a matrix product."""
    return Equal(Stacked(A * X * B), Kronecker(B.T, A) * Stacked(X))


def cubic_trace(X: Matrix["n", "n"]):
    """Gradient of the trace of a third power."""
    return Equal(Gradient(Trace(X**3), X), 3 * (X**2).T)
