"""Principal components: directions of most variance, by Lagrange's condition and by eigenvectors."""

from calculus.language import (
    Alias,
    AtLeast,
    AtMost,
    Both,
    ConstrainedMinimizer,
    Count,
    Diag,
    Differ,
    Equal,
    Equivalent,
    Field,
    Gradient,
    Index,
    Largest,
    Matrix,
    Nabla,
    NonZeroVector,
    Norm,
    Ones,
    Orthogonal,
    Orthonormal,
    Partial,
    Positive,
    PositiveVector,
    Real,
    Sequence,
    Sum,
    Symmetric,
    Trace,
    Unit,
    UnitVector,
    Vector,
    Whole,
    mean,
)


def covariance(X: Matrix["n", "d"], i: Index["n"], n: Count):
    """Covariance matrix.

    Each row of X is an example, X_c the data with the mean taken off. With n − 1 for n the eigenvectors are the same.
    """
    center = Alias("m", 1 / n * X.T * Ones("n"))
    X_c = Alias("X_c", X - Ones("n") * center.T)
    x_i = X.T * Unit(i)
    return Equal(1 / n * Sum((x_i - center) * (x_i - center).T, i), 1 / n * X_c.T * X_c, where=[center, X_c])


def projected_variance(X: Matrix["n", "d"], u: UnitVector["d"], i: Index["n"], n: Count):
    """Variance along a direction."""
    X_c = Alias("X_c", X - 1 / n * Ones("n") * Ones("n").T * X)
    S = Alias("S", 1 / n * X_c.T * X_c)
    t = Alias("t", X * u)
    return Equal(1 / n * Sum((t[i] - mean(t)) ** 2, i), u.T * S * u, where=[X_c, S, t])


def lagrange_condition(f: Field["n"], g: Field["n"], x_star: ConstrainedMinimizer["f", "g", "n"]):
    """Lagrange’s condition.

    Where f is smallest among the points with g = 0, its gradient is a multiple of the gradient of g. The same holds
    where it is largest.
    """
    slope, normal = Nabla(f)(x_star), Nabla(g)(x_star)
    lam = Alias("lambda", -(slope.T * normal) / Norm(normal) ** 2)
    return Both(Equal(slope + lam * normal, 0), Equal(g(x_star), 0), where=[lam], given=[Norm(normal) > 0])


def lagrangian(S: Symmetric["d"], u: Vector["d"], lam: Real):
    """Lagrangian of principal components.

    The variance along u, and the constraint that u has length one, with a multiplier.
    """
    L = Alias("L", u.T * S * u + lam * (1 - u.T * u))
    return Both(
        Equal(Gradient(L, u), 2 * (S * u - lam * u)),
        Equal(Partial(L, lam), 1 - u.T * u),
        where=[L],
    )


def stationary_directions(S: Symmetric["d"], u: Vector["d"], lam: Real):
    """Stationary directions are eigenvectors.

    The multiplier is the eigenvalue.
    """
    L = Alias("L", u.T * S * u + lam * (1 - u.T * u))
    return Equivalent(Equal(Gradient(L, u), 0), Equal(S * u, lam * u), where=[L])


def variance_is_eigenvalue(Q: Orthogonal["d"], lam: Vector["d"], j: Index["d"]):
    """The variance along an eigenvector is its eigenvalue."""
    S = Alias("S", Q * Diag(lam) * Q.T)
    q_j = Alias("q_j", Q * Unit(j))
    return Equal(q_j.T * S * q_j, lam[j], where=[S, q_j])


def most_variance(Q: Orthogonal["d"], lam: Vector["d"], u: Vector["d"], i: Index["d"], j: Index["d"]):
    """Most variance.

    The largest eigenvalue, reached at its eigenvector, whose sign is arbitrary. For a direction u of length one the
    last factor is 1.
    """
    S = Alias("S", Q * Diag(lam) * Q.T)
    largest = Equal(lam[j], Largest(lam[i], i))
    return AtMost(u.T * S * u, lam[j] * Norm(u) ** 2, where=[S], given=[largest], sharp={u: Q * Unit(j)})


def variance_and_error(X: Matrix["n", "d"], U: Orthonormal["d", "k"], n: Count):
    """Variance kept and error made add up.

    The mean of the data is taken off. So the directions of most variance are those of least error.
    """
    S = Alias("S", 1 / n * X.T * X)
    error = 1 / n * Norm(X - X * U * U.T, "F") ** 2
    return Equal(Trace(U.T * S * U) + error, Trace(S), where=[S])


def projection(U: Orthonormal["d", "k"]):
    """Projection onto the columns."""
    P = Alias("P", U * U.T)
    return Equal(P**2, P, P.T, where=[P])


def reconstruction_error(
    U: Orthonormal["n", "r"],
    s: Vector["r"],
    V: Orthonormal["d", "r"],
    j: Index["r"],
    k: Index["r"],
    n: Count,
    r: Count,
):
    """Reconstruction error of principal components.

    What is lost by keeping the first k directions is the variance along the others. The data have n rows and d columns;
    r may be the smaller of the two.
    """
    X_c = Alias("X_c", U * Diag(s) * V.T)
    v_j = V * Unit(j)
    P = Alias("P", Sum(v_j * v_j.T, j, 1, k))
    return Equal(1 / n * Norm(X_c - X_c * P, "F") ** 2, 1 / n * Sum(s[j] ** 2, j, k + 1, r), where=[X_c, P])


def explained_variance(lam: PositiveVector["d"], j: Index["d"], k: Index["d"], d: Count):
    """Explained variance.

    The share of the variance along the first k directions; the rest is the share of the error.
    """
    total = Sum(lam[j], j, 1, d)
    return Equal(Sum(lam[j], j, 1, k) / total, 1 - Sum(lam[j], j, k + 1, d) / total)


def singular_values(U: Orthonormal["n", "r"], s: Vector["r"], V: Orthonormal["d", "r"], j: Index["r"], n: Count):
    """Principal components from singular values.

    The columns of V are eigenvectors of the covariance matrix; it is not formed.
    """
    X_c = Alias("X_c", U * Diag(s) * V.T)
    S = Alias("S", 1 / n * X_c.T * X_c)
    v_j = V * Unit(j)
    return Equal(S * v_j, s[j] ** 2 / n * v_j, where=[X_c, S])


def power_iteration(
    u: Sequence[Vector["d"]], Q: Orthogonal["d"], lam: PositiveVector["d"], i: Index["d"], j: Index["d"], k: Whole
):
    """Power iteration.

    One coordinate along an eigenvector over another: with each step the smaller eigenvalue loses by the ratio. In
    practice u is scaled to length one after each step, which changes no ratio.
    """
    S = Alias("S", Q * Diag(lam) * Q.T)
    start = (Q.T * u[0])[i] / (Q.T * u[0])[j]
    return Equal(
        (Q.T * u[k])[i] / (Q.T * u[k])[j],
        (lam[i] / lam[j]) ** k * start,
        given=[Equal(u[k + 1], S * u[k]), Differ((Q.T * u[0])[j], 0)],
        where=[S],
    )


def power_iteration_climbs(X: Matrix["n", "d"], u: NonZeroVector["d"], n: Count):
    """Each step of power iteration finds at least as much variance.

    The mean of the data is taken off; the quotients are the variances along u and along S u.
    """
    S = Alias("S", 1 / n * X.T * X)
    v = Alias("v", S * u)
    quotient = v.T * S * v / (v.T * v)
    return AtLeast(quotient, u.T * S * u / (u.T * u), where=[S, v], given=[Norm(v) > 0], sharp={X: X * u * u.T})


def fixed_directions(Q: Orthogonal["d"], lam: PositiveVector["d"], eta: Positive, j: Index["d"]):
    """Projected gradient ascent stays at eigenvectors.

    A step along the gradient of the variance, and back to length one.
    """
    S = Alias("S", Q * Diag(lam) * Q.T)
    q_j = Q * Unit(j)
    moved = q_j + eta * S * q_j
    return Equal(moved / Norm(moved), q_j, where=[S])
