"""Integrals and expectations."""

from calculus.language import (
    Alias,
    Binary,
    Both,
    Continuous,
    ContinuouslyDifferentiable,
    Definition,
    Density,
    DensityFamily,
    Derivative,
    Differentiable,
    Equal,
    Expectation,
    Integral,
    LightDensity,
    Member,
    Moderate,
    Partial,
    Positive,
    RandomNumber,
    RandomOf,
    Real,
    Reals,
    Whole,
    absolute,
    exp,
    ln,
    oo,
    pi,
    sqrt,
)


def area_so_far(f: Continuous, x: Real, a: Real, t: Real):
    """Fundamental theorem, first part.

    The area under a curve up to x grows at the rate of the height at x.
    """
    return Equal(Derivative(Integral(f(t), t, a, x), x), f(x))


def total_change(F: ContinuouslyDifferentiable, x: Real, a: Real, b: Real):
    """Fundamental theorem, second part.

    Slopes added up give the change.
    """
    return Equal(Integral(F.prime(x), x, a, b), F(b) - F(a))


def substitution(f: Continuous, u: ContinuouslyDifferentiable, x: Real, t: Real, a: Real, b: Real):
    """Substitution.

    The chain rule, read backward.
    """
    return Equal(Integral(f(u(x)) * u.prime(x), x, a, b), Integral(f(t), t, u(a), u(b)))


def by_parts(u: ContinuouslyDifferentiable, v: ContinuouslyDifferentiable, x: Real, a: Real, b: Real):
    """Integration by parts.

    The product rule, read backward.
    """
    rest = Integral(u.prime(x) * v(x), x, a, b)
    return Equal(Integral(u(x) * v.prime(x), x, a, b), u(b) * v(b) - u(a) * v(a) - rest)


def gaussian(x: Real):
    """Gaussian integral."""
    return Equal(Integral(exp(-(x**2)), x, -oo, oo), sqrt(pi))


def normal_density(x: Real):
    """The area under the normal density."""
    return Equal(Integral(1 / sqrt(2 * pi) * exp(-(x**2) / 2), x, -oo, oo), 1)


def expectation(g: Moderate, p: Density, X: RandomNumber["p"], x: Real):
    """Expectation.

    Each value of g, weighted with how densely the draws lie there. The integral must converge absolutely, else the
    means of samples settle on nothing.
    """
    converges = Member(Integral(absolute(g(x)) * p(x), x, -oo, oo), Reals)
    return Definition(Expectation(g(X), X), Integral(g(x) * p(x), x, -oo, oo), given=[converges])


def variance(p: Density, X: RandomNumber["p"]):
    """Variance.

    The mean of the square, less the square of the mean.
    """
    square = Expectation(X**2, X)
    mu = Alias("mu", Expectation(X, X))
    return Equal(Expectation((X - mu) ** 2, X), square - mu**2, given=[Member(square, Reals)], where=[mu])


def pushed_density(p: Differentiable, x: Real, y: Real, a: Real, b: Real):
    """A density pushed through the exponential.

    For y = eˣ the density of y is p(ln y)/y: the same share lies between the pushed ends. It is enough that p is
    continuous.
    """
    return Equal(Integral(p(ln(y)) / y, y, exp(a), exp(b)), Integral(p(x), x, a, b))


def under_the_integral(f: Binary, x: Real, theta: Real, a: Real, b: Real):
    """Differentiate under the integral.

    The bounds must not depend on θ. A partial derivative in θ that is not continuous is not enough.
    """
    return Equal(Derivative(Integral(f(x, theta), x, a, b), theta), Integral(Partial(f(x, theta), theta), x, a, b))


def score_function(f: Moderate, p: DensityFamily, theta: Positive, X: RandomOf["p", "theta"]):
    """Score-function estimator.

    The function may be a black box; only the logarithm of the density is differentiated. Where the density is positive
    must not depend on θ. Dominated moments: all moments are finite, and near each θ the slopes of the density in θ,
    times any power of x, stay below one function of x whose integral is finite. It is then enough that f grows no
    faster than a power.
    """
    score = Partial(ln(p(X, theta)), theta)
    return Equal(Derivative(Expectation(f(X), X), theta), Expectation(f(X) * score, X))


def zero_mean_score(p: DensityFamily, theta: Positive, X: RandomOf["p", "theta"]):
    """The score has mean zero.

    A constant can be taken from f in the score-function estimator without changing its mean. What dominated moments
    are, the score-function estimator says.
    """
    return Equal(Expectation(Partial(ln(p(X, theta)), theta), X), 0)


def reparameterization(f: Moderate, p: LightDensity, mu: Real, sigma: Positive, epsilon: RandomNumber["p"], k: Whole):
    """Reparameterization.

    The randomness comes from ε, whose density knows nothing of μ and σ. So the slope goes inside, as the slope of f
    grows no faster than a power and all moments of ε are finite.
    """
    draw = mu + sigma * epsilon
    mean = Expectation(f(draw), epsilon)
    return Both(
        Equal(Derivative(mean, mu), Expectation(f.prime(draw), epsilon)),
        Equal(Derivative(mean, sigma), Expectation(f.prime(draw) * epsilon, epsilon)),
        given=[Member(Expectation(absolute(epsilon) ** k, epsilon), Reals)],
    )
