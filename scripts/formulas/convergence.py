"""How fast gradient descent converges, and under which conditions."""

from calculus.language import (
    Alias,
    AtLeast,
    AtMost,
    Both,
    Convex,
    Diag,
    Distribution,
    Equal,
    Equivalent,
    GradientDominated,
    Identity,
    Index,
    Largest,
    LipschitzField,
    Minimizer,
    Nabla,
    NonNegative,
    Norm,
    Optimum,
    Orthogonal,
    Positive,
    PositiveDefinite,
    PositiveVector,
    Probability,
    Sequence,
    SmoothConvex,
    SmoothStronglyConvex,
    StronglyConvex,
    Sum,
    UnitInterval,
    Vector,
    Whole,
    absolute,
    half,
    ln,
    maximum,
)


def smoothness(f: LipschitzField["n", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    """Smoothness.

    The gradient changes by at most L times the distance. If f has second derivatives, no curvature exceeds L in size.
    """
    return AtMost(Norm(Nabla(f)(x) - Nabla(f)(y)), L * Norm(x - y), sharp={y: 0 * x})


def slope_gap(f: LipschitzField["n", "L"], x: Vector["n"], d: Vector["n"], L: Positive, t: NonNegative):
    """How far the slope along a line can move.

    After t steps d the slope in the direction d differs from the first one by at most this much.
    """
    return AtMost((Nabla(f)(x + t * d) - Nabla(f)(x)).T * d, L * t * Norm(d) ** 2, sharp={x: 0 * x})


def descent_lemma(f: LipschitzField["n", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    """Descent lemma.

    A parabola of curvature L lies above the function and touches it at x.
    """
    bound = f(x) + Nabla(f)(x).T * (y - x) + L / 2 * Norm(y - x) ** 2
    return AtMost(f(y), bound, sharp={y: 0 * x})


def guaranteed_decrease(f: LipschitzField["n", "L"], x: Vector["n"], eta: Positive, L: Positive):
    """Guaranteed decrease.

    The value falls if the gradient is not zero and the step is below 2/L.
    """
    g = Nabla(f)(x)
    return AtMost(f(x - eta * g), f(x) - eta * (1 - L * eta / 2) * Norm(g) ** 2, sharp={eta: 1 / L})


def convex_rate(
    f: SmoothConvex["n", "L"],
    x: Sequence[Vector["n"]],
    x_star: Minimizer["f", "n"],
    eta: Positive,
    L: Positive,
    K: Whole,
    k: Whole,
):
    """Rate for convex functions.

    No smaller bound holds for all of them: at the step 1/L, a function that is flat in the distance meets it.
    """
    step = Equal(x[k + 1], x[k] - eta * Nabla(f)(x[k]))
    bound = Norm(x[0] - x_star) ** 2 / (2 * eta * (2 * K + 1))
    far_slope = Nabla(f)(x_star + 99 * (x[0] - x_star))  # of the Huber function: its curvature ends at 1
    sharp = {K: 2, x[0]: x_star + (2 * K + 1) / L * far_slope, eta: 1 / L}
    return AtMost(f(x[K]) - f(x_star), bound, given=[step, eta <= 1 / L], sharp=sharp)


def strongly_convex_rate(
    f: SmoothStronglyConvex["n", "mu", "L"],
    x: Sequence[Vector["n"]],
    x_star: Minimizer["f", "n"],
    eta: Positive,
    mu: Positive,
    L: Positive,
    K: Whole,
    k: Whole,
):
    """Rate for strongly convex functions."""
    step = Equal(x[k + 1], x[k] - eta * Nabla(f)(x[k]))
    bound = (1 - eta * mu) ** K * Norm(x[0] - x_star)
    return AtMost(Norm(x[K] - x_star), bound, given=[step, eta <= 1 / L], sharp={eta: 1 / L})


def convexity(f: Convex["n"], x: Vector["n"], y: Vector["n"], theta: UnitInterval):
    """Convexity.

    Between two of its points, the function lies below the straight line that joins them.
    """
    return AtMost(f(theta * x + (1 - theta) * y), theta * f(x) + (1 - theta) * f(y), sharp={theta: 1})


def first_order_convexity(f: Convex["n"], x: Vector["n"], y: Vector["n"]):
    """Convex functions lie above their tangents."""
    return AtLeast(f(y), f(x) + Nabla(f)(x).T * (y - x), sharp={y: x})


def strong_convexity(f: StronglyConvex["n", "mu"], x: Vector["n"], y: Vector["n"], mu: Positive):
    """Strong convexity.

    A parabola of curvature μ lies below the function and touches it at x.
    """
    return AtLeast(f(y), f(x) + Nabla(f)(x).T * (y - x) + mu / 2 * Norm(y - x) ** 2, sharp={y: 0 * x})


def jensen(f: Convex[1], x: Vector["n"], p: Distribution["n"], i: Index["n"]):
    """Jensen’s inequality.

    The function of a mean is at most the mean of the function; the weights are positive and sum to one.
    """
    return AtMost(f(Sum(p[i] * x[i], i)), Sum(p[i] * f(x[i]), i), sharp={x: 0 * x})


def gradient_domination(
    f: GradientDominated["n", "mu", "L"],
    x: Vector["n"],
    x_star: Minimizer["f", "n"],
    eta: Positive,
    mu: Positive,
    L: Positive,
):
    """One step under the Polyak–Łojasiewicz condition.

    Gradient-dominated means that half of the squared gradient is at least μ times the height above the minimum.
    Convexity is not needed.
    """
    after = f(x - eta * Nabla(f)(x)) - f(x_star)
    return AtMost(after, (1 - eta * mu) * (f(x) - f(x_star)), given=[eta <= 1 / L], sharp={x: x_star})


def error_on_a_quadratic(x: Sequence[Vector["n"]], A: PositiveDefinite["n"], b: Vector["n"], eta: Positive, k: Whole):
    """Error of gradient descent on a quadratic.

    The function is half of xᵀAx less bᵀx, with the gradient Ax − b.
    """
    x_star = Alias("x_star", A.I * b)
    step = Equal(x[k + 1], x[k] - eta * (A * x[k] - b))
    return Equal(x[k] - x_star, (Identity("n") - eta * A) ** k * (x[0] - x_star), given=[step], where=[x_star])


def modes(
    x: Sequence[Vector["n"]],
    Q: Orthogonal["n"],
    lam: PositiveVector["n"],
    x_star: Vector["n"],
    eta: Positive,
    i: Index["n"],
    k: Whole,
):
    """Modes of gradient descent on a quadratic.

    The columns of Q are the eigenvectors, the entries of λ the eigenvalues. Each coordinate of the error along an
    eigenvector shrinks by a factor of its own.
    """
    A = Alias("A", Q * Diag(lam) * Q.T)
    step = Equal(x[k + 1], x[k] - eta * A * (x[k] - x_star))
    error = (Q.T * (x[k] - x_star))[i]
    return Equal(error, (1 - eta * lam[i]) ** k * (Q.T * (x[0] - x_star))[i], given=[step], where=[A])


def value_by_modes(
    x: Sequence[Vector["n"]],
    Q: Orthogonal["n"],
    lam: PositiveVector["n"],
    x_star: Vector["n"],
    eta: Positive,
    i: Index["n"],
    k: Whole,
):
    """Height above the minimum by modes."""
    A = Alias("A", Q * Diag(lam) * Q.T)
    step = Equal(x[k + 1], x[k] - eta * A * (x[k] - x_star))
    height = half * (x[k] - x_star).T * A * (x[k] - x_star)
    total = half * Sum(lam[i] * (1 - eta * lam[i]) ** (2 * k) * (Q.T * (x[0] - x_star))[i] ** 2, i)
    return Equal(height, total, given=[step], where=[A])


def stability(lam: PositiveVector["n"], eta: Positive, i: Index["n"]):
    """Stability on a quadratic.

    The λᵢ are the eigenvalues. Every mode shrinks exactly when the step is below this bound.
    """
    return Equivalent(Largest(absolute(1 - eta * lam[i]), i) < 1, eta < 2 / Largest(lam[i], i))


def best_step(lam_min: Positive, lam_max: Positive, eta: Positive):
    """Best fixed step.

    The smallest and the largest eigenvalue then shrink by the same factor.
    """
    kappa = Alias("kappa", lam_max / lam_min)
    worst = maximum(absolute(1 - eta * lam_min), absolute(1 - eta * lam_max))
    best = 2 / (lam_min + lam_max)
    return Both(
        Equal(Optimum("argmin", worst, eta), best),
        Equal(Optimum("min", worst, eta), (kappa - 1) / (kappa + 1), sharp={eta: best}),
        given=[lam_min <= lam_max],
        where=[kappa],
    )


def condition_number(lam_min: Positive, lam_max: Positive):
    """Condition number.

    The largest eigenvalue over the smallest. It is 1 for a round bowl.
    """
    kappa = Alias("kappa", lam_max / lam_min)
    return AtLeast(kappa, 1, given=[lam_min <= lam_max], where=[kappa], sharp={lam_max: lam_min})


def exact_line_search(A: PositiveDefinite["n"], b: Vector["n"], x: Vector["n"], eta: Positive):
    """Exact line search on a quadratic.

    The best step along the negative gradient.
    """
    g = Alias("g", A * x - b)
    there = x - eta * g
    height = half * there.T * A * there - b.T * there
    return Equal(Optimum("argmin", height, eta), g.T * g / (g.T * A * g), where=[g], given=[Norm(g) > 0])


def steps_to_tolerance(rho: Probability, epsilon: Probability, k: Whole):
    """Steps to a tolerance."""
    return Equivalent(AtMost(rho**k, epsilon), AtLeast(k, ln(1 / epsilon) / ln(1 / rho)))
