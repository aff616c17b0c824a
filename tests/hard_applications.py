"""Rows from the applications: regression, penalties, principal components."""

from calculus.language import (
    Alias,
    AtLeast,
    AtMost,
    Both,
    ConstrainedMinimizer,
    Count,
    Diag,
    Differ,
    Eigenvalue,
    Equal,
    Equivalent,
    Field,
    Gradient,
    Identity,
    Index,
    Largest,
    Matrix,
    Nabla,
    NonNegative,
    NonZero,
    Norm,
    Ones,
    Optimum,
    Orthogonal,
    Orthonormal,
    Partial,
    Positive,
    PositiveVector,
    Previous,
    Real,
    Sequence,
    Sum,
    Symmetric,
    Trace,
    Unit,
    UnitVector,
    Update,
    Vector,
    Whole,
    absolute,
    half,
    maximum,
    mean,
    optax,
    sign,
)


def weight_decay(J: Field["d"], w: Vector["d"], eta: Positive, lam: NonNegative, k: Whole):
    """Weight decay.

    One step of gradient descent on the penalized loss. With Adam, a penalty and a decay are two different things.
    """
    line = Equal(w, (1 - eta * lam) * Previous(w) - eta * Nabla(J)(Previous(w)))
    return Update([line], k, same_as=optax.sgd(eta, moves=w, along=Nabla(J)(w) + lam * w))


def shrinkage(
    U: Orthogonal["n"],
    s: PositiveVector["n"],
    V: Orthogonal["n"],
    y: Vector["n"],
    lam: Positive,
    j: Index["n"],
    n: Count,
):
    """Shrinkage along each direction.

    The columns of U and V are the singular vectors of X, the entries of s its singular values. Directions in which the
    data vary little shrink most.
    """
    X = Alias("X", U * Diag(s) * V.T)
    ridge_weights = (X.T * X + n * lam * Identity("n")).I * X.T * y
    shrunk = s[j] ** 2 / (s[j] ** 2 + n * lam) * ((U.T * y)[j] / s[j])
    return Equal((V.T * ridge_weights)[j], shrunk, where=[X])


def conditioning(lam_min: Positive, lam_max: Positive, lam: NonNegative):
    """A penalty improves the condition number."""
    return AtMost((lam_max + lam) / (lam_min + lam), lam_max / lam_min, given=[lam_min <= lam_max], sharp={lam: 0})


def prior(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], sigma: Positive, tau: Positive, n: Count):
    """A penalty is a normal prior.

    Left stands the negative logarithm of the posterior density, up to a constant: noise of variance σ², weights of
    variance τ² around zero. Both sides have the same best weights.
    """
    lam = Alias("lambda", sigma**2 / (n * tau**2))
    posterior = 1 / (2 * sigma**2) * Norm(X * w - y) ** 2 + 1 / (2 * tau**2) * Norm(w) ** 2
    penalized = 1 / (2 * n) * Norm(X * w - y) ** 2 + lam / 2 * Norm(w) ** 2
    return Equal(posterior, n / sigma**2 * penalized, where=[lam])


def absolute_value_supports(v: Real, w: NonZero, g: Real):
    """Subgradients of the absolute value.

    Away from zero the slope is the sign. At zero each g from −1 to 1 gives a line that stays below.
    """
    return Both(
        AtLeast(absolute(v), absolute(w) + sign(w) * (v - w), sharp={v: w}),
        AtLeast(absolute(v), g * v, given=[absolute(g) <= 1], sharp={v: 0}),
    )


def soft_threshold(w: Real, a: Real, lam: NonNegative):
    """Soft threshold.

    A penalty on the absolute value moves the best weight toward zero, and onto zero when a is no larger than λ.
    """
    loss = half * (w - a) ** 2 + lam * absolute(w)
    return Equal(Optimum("argmin", loss, w), sign(a) * maximum(absolute(a) - lam, 0))


def early_stopping(w: Sequence[Real], s: Positive, eta: Positive, c: Real, k: Whole, n: Count):
    """Early stopping filters directions.

    Gradient descent along one singular direction with singular value s, for targets of size c there. From zero, few
    steps leave weights along directions with small s near zero, as a penalty does.
    """
    step = Equal(w[k + 1], w[k] - eta / n * s * (s * w[k] - c))
    return Equal(w[k], c / s + (1 - eta * s**2 / n) ** k * (w[0] - c / s), given=[step])


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
        Equal(Gradient(L, u), 2 * S * u - 2 * lam * u),
        Equal(Partial(L, lam), 1 - u.T * u),
        where=[L],
    )


def stationary_directions(S: Symmetric["d"], u: Vector["d"], lam: Real):
    """Stationary directions are eigenvectors."""
    L = u.T * S * u + lam * (1 - u.T * u)
    return Equivalent(Equal(Gradient(L, u), 0), Equal(S * u, lam * u))


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
    U: Orthogonal["n"], s: Vector["n"], V: Orthogonal["n"], j: Index["n"], k: Index["n"], n: Count
):
    """Reconstruction error of principal components.

    What is lost by keeping the first k directions is the variance along the others.
    """
    X_c = Alias("X_c", U * Diag(s) * V.T)
    v_j = V * Unit(j)
    P = Alias("P", Sum(v_j * v_j.T, j, 1, k))
    return Equal(1 / n * Norm(X_c - X_c * P, "F") ** 2, 1 / n * Sum(s[j] ** 2, j, k + 1, n), where=[X_c, P])


def explained_variance(lam: PositiveVector["d"], j: Index["d"], k: Index["d"], d: Count):
    """Explained variance.

    The share of the variance along the first k directions; the rest is the share of the error.
    """
    total = Sum(lam[j], j, 1, d)
    return Equal(Sum(lam[j], j, 1, k) / total, 1 - Sum(lam[j], j, k + 1, d) / total)


def singular_values(U: Orthogonal["n"], s: Vector["n"], V: Orthogonal["n"], j: Index["n"], n: Count):
    """Principal components from singular values.

    The columns of V are the eigenvectors of the covariance matrix; it is not formed.
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


def fixed_directions(Q: Orthogonal["d"], lam: PositiveVector["d"], eta: Positive, j: Index["d"]):
    """Projected gradient ascent stays at eigenvectors.

    A step along the gradient of the variance, and back to length one.
    """
    S = Alias("S", Q * Diag(lam) * Q.T)
    q_j = Q * Unit(j)
    moved = q_j + eta * S * q_j
    return Equal(moved / Norm(moved), q_j, where=[S])


def eigenvalues_and_trace(A: Symmetric[2]):
    """The eigenvalues of a small matrix add up to its trace."""
    return Equal(Eigenvalue("min", A) + Eigenvalue("max", A), Trace(A))
