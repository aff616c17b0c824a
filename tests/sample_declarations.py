"""Right statements from further chapters, laid out like a shelf: with the shelves they reach every kind of node."""

from calculus.language import (
    Alias,
    At,
    AtLeast,
    AtMost,
    Between,
    Binary,
    Both,
    Chain,
    Column,
    Compose,
    Convex,
    Curve,
    Definition,
    Derivative,
    Determinant,
    Diag,
    Differentiable,
    Directional,
    Distribution,
    Equal,
    Equivalent,
    Exists,
    Expansion,
    Expectation,
    Extremum,
    Family,
    Field,
    FullRank,
    Gradient,
    GradientDominated,
    Hessian,
    Identity,
    Implies,
    Increasing,
    Index,
    Indicator,
    Inner,
    Integral,
    InverseFunction,
    Invertible,
    Jacobian,
    Kronecker,
    Largest,
    LevelCurve,
    Limit,
    LipschitzField,
    Listing,
    LowestValue,
    ManyTimesDifferentiable,
    Map,
    Matrix,
    Member,
    Minimizer,
    Nabla,
    Natural,
    NonNegative,
    NonZero,
    NonZeroVector,
    Norm,
    Ones,
    Optimum,
    Partial,
    Positive,
    PositiveDefinite,
    PositiveVector,
    Previous,
    Prime,
    Probability,
    Product,
    Property,
    Quantity,
    Ratio,
    Real,
    Sequence,
    SmoothConvex,
    SmoothStronglyConvex,
    Stacked,
    StronglyConvex,
    Subset,
    Sum,
    Symmetric,
    Trace,
    TwiceDifferentiable,
    Unit,
    UnitVector,
    Update,
    Vector,
    Whole,
    absolute,
    cases,
    cos,
    cosh,
    cross_entropy,
    divergence,
    exp,
    factorial,
    generated,
    half,
    half_mean_squared_error,
    huber,
    ln,
    log_sum_exp,
    logit,
    maximum,
    mean,
    mean_absolute_error,
    median,
    minimum,
    oo,
    pi,
    relu,
    sigmoid,
    sign,
    silu,
    sin,
    softmax,
    softplus,
    sqrt,
    tanh,
)
from calculus.language.arithmetic import Constant, Group
from calculus.language.kinds import Count
from calculus.language.node import lift
from calculus.language.statements import Space


def second_product_rule(u: Quantity["x"], v: Quantity["x"]):
    """Second product rule."""
    two = lift(2)
    return Equal(Prime(u * v, two), Prime(u, two) * v + 2 * u.prime * v.prime + u * Prime(v, two))


def chain_of_three(f: Differentiable, g: Differentiable, h: Differentiable, x: Real):
    """Chain rule for three functions."""
    inner = h(x)
    return Equal(Compose(f, Compose(g, h)).prime(x), f.prime(g(inner)) * g.prime(inner) * h.prime(x))


def inverse_slope(f: Increasing, y: Positive):
    """Slope of an inverse function."""
    inverse = InverseFunction(f)
    return Equal(inverse.prime(y), 1 / f.prime(inverse(y)))


def taylor_of_any_order(f: ManyTimesDifferentiable, x: Real, h: Positive, xi: Real, n: Natural, k: Whole):
    """Taylor's formula with Lagrange's remainder."""
    polynomial = Sum(Prime(f, k)(x) / factorial(k) * h**k, k, lift(0), n)
    remainder = Prime(f, n + 1)(xi) / factorial(n + 1) * h ** (n + 1)
    return Exists(xi, x, x + h, Equal(f(x + h), polynomial + remainder))


def second_difference(f: TwiceDifferentiable, x: Real, h: Real):
    """Second derivative as a limit."""
    return Equal(f.prime.prime(x), Limit((f(x + h) - 2 * f(x) + f(x - h)) / h**2, h, lift(0)))


def first_order(f: Field["n"], x: Vector["n"], h: Vector["n"]):
    """First-order expansion."""
    return Expansion(f(x + h), f(x) + Gradient(f(x), x).T * h, Norm(h), h)


def lowest_point(f: TwiceDifferentiable, x_star: Extremum["f"]):
    """Second-derivative test."""
    premise = Both(Equal(f.prime(x_star), 0), Chain(f.prime.prime(x_star), ">", 0))
    return Implies(premise, Property(x_star, "is a strict local minimum of", f))


def flat_point(f: Differentiable, x_star: Extremum["f"]):
    """A smooth extremum is flat."""
    return Implies(Property(x_star, "is a local extremum of", f), Equal(f.prime(x_star), 0))


def across_the_level(f: Field["n"], gamma: LevelCurve["n", "f"], t: Real, c: Real):
    """The gradient stands across the level set."""
    return Implies(Equal(f(gamma(t)), c), Equal(Nabla(f)(gamma(t)).T * gamma.prime(t), 0))


def slope_along(f: Field["n"], x: Vector["n"], u: UnitVector["n"]):
    """Slope along a direction."""
    return Equal(Directional(f, x, u), Gradient(f(x), x).T * u)


def along_a_curve(f: Field["n"], gamma: Curve["n"], t: Real):
    """Chain rule along a curve."""
    return Equal(Derivative(f(gamma(t)), t), Nabla(f)(gamma(t)).T * gamma.prime(t))


def gradient_of_composition(f: Field["n"], phi: Differentiable, x: Vector["n"]):
    """Gradient of a composition."""
    return Equal(Nabla(Compose(phi, f))(x), phi.prime(f(x)) * Nabla(f)(x))


def two_inputs(f: Binary, x: Real, y: Real):
    """Mixed partial derivatives of two inputs."""
    return Equal(Partial(f(x, y), x, y), Partial(f(x, y), y, x))


def jacobian_rows(f: Map["n", "m"], x: Vector["n"]):
    """A Jacobian is that of its function's double, halved."""
    return Both(Equal(Jacobian(f(x), x), half * Jacobian(2 * f(x), x)), Member(Jacobian(f(x), x), Space("m", "n")))


def softmax_jacobian(z: Vector["n"]):
    """Jacobian of the softmax."""
    p = Alias("p", softmax(z))
    return Equal(Jacobian(p, z), Diag(p) - p * p.T, where=[p])


def loss_in_logits(z: Vector["K"], y: Distribution["K"]):
    """Gradient of the cross-entropy in the logits."""
    p = Alias("p", softmax(z))
    return Both(Equal(Gradient(cross_entropy(p, y), z), p - y), where=[p])


def loss_in_probabilities(p: PositiveVector["K"], y: Distribution["K"], k: Index["K"]):
    """Slope of the cross-entropy in a probability."""
    return Equal(Partial(cross_entropy(p, y), p[k]), -y[k] / p[k])


def logistic_curvature(X: Matrix["n", "d"], w: Vector["d"], i: Index["n"]):
    """Curvature of the logistic loss."""
    s = Alias("s", sigmoid(X * w))
    return Equal(Hessian(Sum(softplus((X * w)[i]), i), w), X.T * Diag(s @ (Ones("n") - s)) * X, where=[s])


def quadratic_curvature(x: Vector["n"], A: Symmetric["n"], b: Vector["n"]):
    """Curvature of a quadratic."""
    return Equal(Hessian(half * x.T * A * x - b.T * x, x), A)


def kernel_gradient(A: Matrix["m", "n"], x: Vector["n"], y: Vector["m"]):
    """Gradient of a bilinear form in its matrix."""
    return Equal(Gradient(y.T * A * x, A), y * x.T)


def log_determinant(A: PositiveDefinite["n"]):
    """Gradient of the log-determinant."""
    return Equal(Gradient(ln(Determinant(A)), A), A.I.T)


def woodbury(A: Invertible["n"], U: Matrix["n", "k"], V: Matrix["k", "n"]):
    """Woodbury identity."""
    inner = Identity("k") + V * A.I * U
    return Equal((A + U * V).I, A.I - A.I * U * inner.I * V * A.I)


def normal_equations(X: FullRank["n", "d"], y: Vector["n"], w: Vector["d"]):
    """Least squares in closed form."""
    return Equal(Optimum("argmin", Norm(X * w - y) ** 2, w), (X.T * X).I * X.T * y)


def ridge(X: Matrix["n", "d"], y: Vector["n"], w: Vector["d"], lam: Positive):
    """Ridge regression in closed form."""
    cost = Norm(X * w - y) ** 2 + lam * Norm(w) ** 2
    return Equal(Optimum("argmin", cost, w), (X.T * X + lam * Identity("d")).I * X.T * y)


def stacked_columns(A: Matrix["m", "n"], B: Matrix["n", "p"]):
    """The columns of a product, stacked."""
    return Equal(Stacked(A * B), Kronecker(B.T, Identity("m")) * Stacked(A))


def kronecker_of_vectors(a: Vector["n"], b: Vector["m"]):
    """The Kronecker product of columns is a stacked outer product."""
    return Equal(Kronecker(a, b), Stacked(b * a.T))


def cyclic_trace(A: Matrix["m", "n"], B: Matrix["n", "m"]):
    """The trace is cyclic."""
    return Both(Equal(Trace(A * B), Trace(B * A)), Equal(Norm(A, "F") ** 2, Trace(A.T * A), Inner(A, A)))


def bilinear_sum(A: Matrix["n", "n"], x: Vector["n"], i: Index["n"], j: Index["n"]):
    """A quadratic form, entry by entry."""
    return Equal(x.T * A * x, Sum(Sum(A[i, j] * x[i] * x[j], j), i))


def matrix_power(A: Matrix["n", "n"]):
    """The third power of a matrix."""
    return Equal(A**3, A * A * A)


def norms_in_order(x: NonZeroVector["n"], n: Count):
    """Norms in order."""
    return AtMost(Norm(x), Norm(x, "1"), n * Norm(x))


def cauchy_schwarz(x: Vector["n"], y: Vector["n"]):
    """Cauchy and Schwarz's inequality."""
    return AtMost(absolute(x.T * y), Norm(x) * Norm(y))


def descent_lemma(f: LipschitzField["n", "L"], x: Vector["n"], y: Vector["n"], L: Between(2, 5)):
    """Descent lemma."""
    return AtMost(f(y), f(x) + Nabla(f)(x).T * (y - x) + L / 2 * Norm(y - x) ** 2)


def convexity(f: Convex["n"], x: Vector["n"], y: Vector["n"]):
    """Convexity."""
    return AtLeast(f(y), f(x) + Nabla(f)(x).T * (y - x))


def a_step_towards_the_minimum(
    f: SmoothStronglyConvex["n", "mu", "L"], x: Vector["n"], x_star: Minimizer["f", "n"], mu: Positive, L: Positive
):
    """A step towards the minimum."""
    return AtMost(Norm(x - 1 / L * Nabla(f)(x) - x_star) ** 2, (1 - mu / L) * Norm(x - x_star) ** 2)


def dominated_slopes(
    f: GradientDominated["n", "mu", "L"], x: Vector["n"], f_star: LowestValue["f"], mu: Positive, L: Positive
):
    """Dominated slopes."""
    return AtMost(mu * (f(x) - f_star), half * Norm(Nabla(f)(x)) ** 2)


def smooth_and_convex(f: SmoothConvex["n", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    """Smooth and convex."""
    return AtMost(f(y), f(x) + Nabla(f)(x).T * (y - x) + L / 2 * Norm(y - x) ** 2)


def strong_convexity(f: StronglyConvex["n", "mu"], x: Vector["n"], y: Vector["n"], mu: Positive):
    """Strong convexity."""
    return AtLeast(f(y), f(x) + Nabla(f)(x).T * (y - x) + mu / 2 * Norm(y - x) ** 2)


def momentum(theta: Vector["d"], v: Vector["d"], beta: Probability, eta: Positive, f: Field["d"], t: Natural):
    """Momentum."""
    first = Equal(v, beta * Previous(v) + Nabla(f)(Previous(theta)))
    return Update((first, Equal(theta, Previous(theta) - eta * v)), t)


def adam(theta: Real, g: Real, m: Real, v: Positive, m_hat: Real, v_hat: Positive, eta: Positive, t: Natural):
    """Adam."""
    first, second = Ratio(9, 10), Ratio(999, 1000)
    lines = (
        Equal(m, first * Previous(m) + (1 - first) * g),
        Equal(v, second * Previous(v) + (1 - second) * g**2),
        Equal(m_hat, m / (1 - first**t)),
        Equal(v_hat, v / (1 - second**t)),
        Equal(theta, Previous(theta) - eta * m_hat / (sqrt(v_hat) + Constant("machine epsilon"))),
    )
    return Update(lines, t)


def swap(a: Real, b: Real, t: Natural):
    """Two values change places."""
    return Update((Equal(a, Previous(b)), Equal(b, Previous(a))), t)


def descent(theta: Sequence[Vector["d"]], eta: Positive, f: Field["d"], t: Natural):
    """Gradient descent."""
    return Equal(theta[t + 1], theta[t] - eta * Nabla(f)(theta[t]))


def enough_steps(rho: Probability, epsilon: Probability, k: Whole):
    """Steps until an error falls below a tolerance."""
    return Equivalent(AtMost(rho**k, epsilon), AtLeast(k, ln(1 / epsilon) / ln(1 / rho)))


def average_slope(f: Family[Differentiable, "n"], x: Real, n: Count, i: Index["n"]):
    """The slope of a mean is the mean of slopes."""
    return Equal(Derivative(1 / n * Sum(f[i](x), i), x), 1 / n * Sum(f[i].prime(x), i))


def logarithm_of_a_product(a: Family[Positive, "n"], i: Index["n"]):
    """The logarithm of a product."""
    return Equal(ln(Product(a[i], i)), Sum(ln(a[i]), i))


def telescope(x: Vector["n"], k: Whole, n: Count):
    """A telescoping sum."""
    return Equal(Sum(x[k + 1] - x[k], k, lift(1), n - 1), x[n] - x[1])


def one_of_many(x: Vector["n"], i: Index["n"]):
    """An entry is an inner product with a unit vector."""
    return Both(Equal(x[i], Unit(i).T * x), Equal(x, Listing(x[i], i)))


def first_places(x: Vector["n"], i: Index["n"], k: Index["n"]):
    """Some of the unit vectors, added up."""
    kept = Alias("kept", Sum(Unit(i) * Unit(i).T, i, 1, k))
    return Equal(x.T * kept * x, Sum(x[i] ** 2, i, 1, k), where=[kept])


def drawn_mean(f: Field["d"], w: Vector["d"], B: Subset["b", "n"]):
    """What does not depend on the draw is its own mean."""
    return Equal(Expectation(Nabla(f)(w), B), Nabla(f)(w))


def drawn_entry(x: Vector["n"], i: Index["n"]):
    """The mean over a drawn index."""
    return Equal(Expectation(x[i], i), mean(x))


def gaussian_integral(x: Real):
    """Gaussian integral."""
    return Equal(Integral(exp(-(x**2)), x, -oo, oo), sqrt(pi))


def integral_with_a_bound(a: Positive, x: Real):
    """Integral of a power."""
    return Equal(Integral(x**2, x, lift(0), a), a**3 / 3)


def limit_from_above(x: Real):
    """A limit from above."""
    return Both(Equal(Limit(x * ln(x), x, lift(0), "+"), 0), Equal(Limit(exp(-x), x, oo), 0))


def value_at_a_point(x: Real):
    """A slope at a point."""
    return Equal(At(Derivative(x**3, x), x, lift(2)), 12)


def by_cases(z: NonZero, alpha: Probability):
    """Slope of the leaky ReLU."""
    leaky = cases((z, Chain(z, ">", 0)), (alpha * z, Chain(z, "<=", 0)))
    return Equal(Derivative(leaky, z), cases((1, Chain(z, ">", 0)), (alpha, Chain(z, "<=", 0))))


def hinge(m: Between(0, 1)):
    """Slope of the hinge loss."""
    return Equal(Derivative(maximum(0, 1 - m), m), -Indicator(Chain(m, "<", 1)))


def smallest_of_three(a: Real, b: Real, c: Real):
    """The smallest of three."""
    return Equal(minimum(a, b, c), -maximum(-a, -b, -c))


def largest_entry(z: Vector["n"], i: Index["n"], n: Count):
    """The log-sum-exp lies close above the largest entry."""
    return AtMost(Largest(z[i], i), log_sum_exp(z), Largest(z[i], i) + ln(n))


def squares_add_up(a: Real, b: Real, c: Real):
    """Brackets that are meant."""
    return Both(Equal(a - Group(b - c), (a - b) + c), Equal(-a * b / c, a * (-b) / c))


def elementary_slopes(x: NonZero):
    """Elementary slopes."""
    return Both(
        Equal(Derivative(ln(cosh(x)), x), tanh(x)),
        Equal(Derivative(sin(x) * cos(x), x), cos(x) ** 2 - sin(x) ** 2),
        Equal(absolute.prime(x), sign(x)),
        Equal(relu.prime(x), Indicator(Chain(x, ">", 0))),
    )


def generated_slope(z: Real):
    """Slope of the SiLU."""
    return Equal(Derivative(silu(z), z), generated)


def logit_undoes_sigmoid(z: Real, p: Probability):
    """The logit undoes the sigmoid."""
    return Both(Equal(logit(sigmoid(z)), z), Equal(sigmoid(logit(p)), p))


def robust_losses(r: Real, delta: Positive, y: Vector["n"], y_hat: Vector["n"], n: Count, i: Index["n"]):
    """Losses over a batch."""
    return Both(
        Equal(huber.prime(r, delta), maximum(-delta, minimum(delta, r))),
        Equal(Partial(mean_absolute_error(y_hat, y), y_hat[i]), 1 / n * sign(y_hat[i] - y[i])),
        Equal(Gradient(half_mean_squared_error(y_hat, y), y_hat), 1 / n * (y_hat - y)),
    )


def largest_area(a: Positive, t: Real):
    """The largest rectangle with two given sides together."""
    area = t * (a - t)
    return Both(Equal(Optimum("argmax", area, t), a / 2), Equal(Optimum("max", area, t), a**2 / 4, sharp={t: a / 2}))


def steepest_direction(g: NonZeroVector["n"], u: Vector["n"]):
    """The direction of steepest ascent."""
    return Equal(Optimum("argmax", g.T * u, u, Equal(Norm(u), 1)), g / Norm(g))


def middle_is_best(y: Vector["n"], c: Real, i: Index["n"]):
    """Mean and median as best constants."""
    first = Equal(Optimum("argmin", Sum((y[i] - c) ** 2, i), c), mean(y))
    return Both(first, Member(median(y), Optimum("argmin", Sum(absolute(y[i] - c), i), c)))


def information(p: Distribution["K"], q: Distribution["K"], k: Index["K"]):
    """The divergence is not negative."""
    return Both(Definition(divergence(p, q), Sum(p[k] * ln(p[k] / q[k]), k)), AtLeast(divergence(p, q), 0))


def two_classes(z_1: Real, z_2: Real):
    """Two classes."""
    return Equal(softmax(Column((z_1, z_2)))[1], sigmoid(z_1 - z_2))


def root_of_a_square(x: NonNegative):
    """The root of a square."""
    return Equal(sqrt(x**2), x)


def best_step(h_best: Positive):
    """A step for differences."""
    return Definition(h_best, sqrt(Constant("machine epsilon")))


def total_of_the_first(x: Vector["n"], j: Index["n"], k: Index["n"], n: Count):
    """All entries are the first ones and the rest."""
    return Equal(Sum(x[j], j) - Sum(x[j], j, k + 1, n), Sum(x[j], j, 1, k))
