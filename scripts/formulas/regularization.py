"""Penalties on weights: what they do to gradient, solution and curvature."""

from calculus.language import (
    Alias,
    AtLeast,
    AtMost,
    Both,
    Count,
    Diag,
    Equal,
    Field,
    Gradient,
    Hessian,
    Identity,
    Index,
    Matrix,
    Nabla,
    NonNegative,
    NonZero,
    Norm,
    Optimum,
    Orthogonal,
    Positive,
    PositiveVector,
    Previous,
    Real,
    Sequence,
    SmoothField,
    Update,
    Vector,
    Whole,
    absolute,
    half,
    maximum,
    optax,
    sign,
)


def penalized_gradient(J: SmoothField["d"], w: Vector["d"], lam: NonNegative):
    """Gradient and Hessian with an L2 penalty.

    The penalty is half of λ times the squared length; without the half, write 2λ for λ. A bias is left out of it.
    """
    J_lambda = Alias("J_lambda", J(w) + lam / 2 * Norm(w) ** 2)
    return Both(
        Equal(Gradient(J_lambda, w), Nabla(J)(w) + lam * w),
        Equal(Hessian(J_lambda, w), Hessian(J(w), w) + lam * Identity("d")),
        where=[J_lambda],
    )


def weight_decay(J: Field["d"], w: Vector["d"], eta: Positive, lam: NonNegative, k: Whole):
    """Weight decay.

    One step of gradient descent on the penalized loss. With Adam, a penalty and a decay are two different things.
    """
    line = Equal(w, (1 - eta * lam) * Previous(w) - eta * Nabla(J)(Previous(w)))
    return Update([line], k, same_as=optax.sgd(eta, moves=w, along=Nabla(J)(w) + lam * w))


def ridge(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], lam: Positive, n: Count):
    """Ridge regression.

    The matrix is always invertible, so there is exactly one solution, whatever the data.
    """
    loss = 1 / (2 * n) * Norm(X * w - y) ** 2 + lam / 2 * Norm(w) ** 2
    return Equal(Optimum("argmin", loss, w), (X.T * X + n * lam * Identity("d")).I * X.T * y)


def ridge_scalings(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"], alpha: Positive, n: Count):
    """Ridge regression in other scalings.

    Libraries differ in what they call the strength: translate it before you compare.
    """
    total = Norm(X * w - y) ** 2 + alpha * Norm(w) ** 2
    average = 1 / n * Norm(X * w - y) ** 2 + alpha * Norm(w) ** 2
    return Both(
        Equal(Optimum("argmin", total, w), (X.T * X + alpha * Identity("d")).I * X.T * y),
        Equal(Optimum("argmin", average, w), (X.T * X + n * alpha * Identity("d")).I * X.T * y),
    )


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


def length_limit(X: Matrix["n", "d"], v: Vector["d"], y: Vector["n"], lam: Positive, n: Count):
    """A penalty is a limit on the length.

    For weights v that are at most as long as the ridge weights the last term is not negative: none of them fits better.
    """
    w_star = Alias("w_star", (X.T * X + n * lam * Identity("d")).I * X.T * y)
    gap = n * lam * (Norm(w_star) ** 2 - Norm(v) ** 2)
    return AtLeast(Norm(X * v - y) ** 2, Norm(X * w_star - y) ** 2 + gap, where=[w_star], sharp={v: w_star})


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
