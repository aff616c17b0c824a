"""Declarations laid out like a shelf, at least one for every node type, so that printing is tried on all of them."""

import inspect
import sys

from calculus.conditions import conditions
from calculus.language import (
    Activation,
    Alias,
    At,
    AtLeast,
    AtMost,
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
    Differ,
    Differentiable,
    Directional,
    Distribution,
    Eigenvalue,
    Equal,
    Equivalent,
    Exists,
    Expansion,
    Expectation,
    Extremum,
    Family,
    Field,
    ForEvery,
    ForSome,
    Gradient,
    GradientDominated,
    Hessian,
    Identity,
    Implies,
    Index,
    Indicator,
    Inner,
    Integral,
    InverseFunction,
    Invertible,
    Jacobian,
    Kronecker,
    Largest,
    Layers,
    Limit,
    Listing,
    Loss,
    LowestValue,
    ManyTimesDifferentiable,
    Map,
    Matrix,
    Member,
    Minimizer,
    Nabla,
    Natural,
    NonZero,
    NonZeroVector,
    Norm,
    Ones,
    Optimum,
    Partial,
    Positive,
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
    StationaryMinimum,
    StronglyConvex,
    Subset,
    Sum,
    Symbol,
    Symmetric,
    Trace,
    TwiceDifferentiable,
    Unit,
    UnitVector,
    Update,
    Vector,
    absolute,
    binary_cross_entropy,
    cases,
    cos,
    cross_entropy,
    crossed_entropy,
    divergence,
    entropy,
    exp,
    factorial,
    half,
    half_squared_error,
    huber,
    ln,
    log_sum_exp,
    logit,
    maximum,
    mean,
    mean_squared_error,
    median,
    minimum,
    oo,
    pi,
    relu,
    sigmoid,
    sin,
    softmax,
    softplus,
    sqrt,
    tanh,
)
from calculus.language.arithmetic import Constant, Group
from calculus.language.kinds import Count
from calculus.language.node import Node, lift
from calculus.language.statements import Space, Statement

ZERO, ONE = lift(0), lift(1)
EPSILON = Constant("machine epsilon")


def samples() -> dict[str, Node]:
    """Every declaration of this module, built, and the conditions of each, by name."""
    found: dict[str, Node] = {}
    shelf = sys.modules[__name__]
    for name, function in inspect.getmembers(shelf, inspect.isfunction):
        if function.__module__ != __name__ or function is samples:
            continue
        given = tuple(Symbol(each.name, each.annotation) for each in inspect.signature(function).parameters.values())
        found[name] = function(*given)
        if isinstance(found[name], Statement):
            found |= {f"{name} {place}": each for place, each in enumerate(conditions(found[name], given))}
    return found


def derivative(f: Differentiable, x: Real, h: Real):
    return Definition(f.prime(x), Limit((f(x + h) - f(x)) / h, h, ZERO))


def second_derivative(f: TwiceDifferentiable, x: Real, h: Real):
    return Equal(f.prime.prime(x), Limit((f(x + h) - 2 * f(x) + f(x - h)) / h**2, h, ZERO))


def limit_from_above(x: Real):
    return Equal(Limit(x * ln(x), x, ZERO, "+"), 0)


def limit_at_infinity(x: Real):
    return Equal(Limit(exp(-x), x, oo), 0)


def product_rule(u: Quantity["x"], v: Quantity["x"]):
    return Equal(Prime(u * v), u.prime * v + u * v.prime)


def quotient_rule(u: Quantity["x"], v: Quantity["x"]):
    return Equal(Prime(u / v), (u.prime * v - u * v.prime) / v**2, given=[Differ(v, 0)])


def linearity(u: Quantity["x"], v: Quantity["x"], a: Real, b: Real):
    return Equal(Prime(a * u + b * v), a * u.prime + b * v.prime)


def chain_rule(f: Differentiable, g: Differentiable, x: Real):
    return Equal(Compose(f, g).prime(x), f.prime(g(x)) * g.prime(x))


def inverse_rule(f: Differentiable, y: Real):
    inverse = InverseFunction(f)
    return Equal(inverse.prime(y), 1 / f.prime(inverse(y)), given=[Differ(f.prime(inverse(y)), 0)])


def power_rule(x: Positive, r: Real):
    return Equal(Derivative(x**r, x), r * x ** (r - 1))


def logarithm_slope(x: NonZero):
    return Equal(Derivative(ln(absolute(x)), x), 1 / x)


def sine_and_cosine(x: Real):
    return Both(Equal(sin.prime(x), cos(x)), Equal(cos.prime(x), -sin(x)))


def tanh_slope(x: Real):
    return Equal(tanh.prime(x), 1 - tanh(x) ** 2)


def second_slope(x: Real):
    return Equal(Derivative(sin(2 * x), x, 2), -4 * sin(2 * x))


def linear_approximation(f: Differentiable, x: Real, h: Real):
    return Expansion(f(x + h), f(x) + f.prime(x) * h, h, h)


def taylor_lagrange(f: ManyTimesDifferentiable, x: Real, h: Real, xi: Real, n: Natural, k: Index["n"]):
    polynomial = Sum(Prime(f, k)(x) / factorial(k) * h**k, k, ZERO, n)
    rest = Prime(f, n + 1)(xi) / factorial(n + 1) * h ** (n + 1)
    return Exists(xi, x, x + h, Equal(f(x + h), polynomial + rest))


def stationarity(f: Differentiable, x_star: Extremum["f"]):
    return Implies(Property(x_star, "is a local extremum of", f), Equal(f.prime(x_star), 0))


def level_at_the_bottom(f: TwiceDifferentiable, x_star: StationaryMinimum["f"]):
    return Equal(f.prime(x_star), 0)


def second_derivative_test(f: TwiceDifferentiable, x_star: Real):
    premise = Both(Equal(f.prime(x_star), 0), Chain(f.prime.prime(x_star), ">", 0))
    return Implies(premise, Property(x_star, "is a strict local minimum of", f))


def growth(x: Real):
    return Equivalent(x**2 > 1, absolute(x) > 1)


def limit_at_a_point(f: Differentiable, x: Real, a: Real, L: Real, epsilon: Positive, delta: Positive):
    near = Chain(0, "<", absolute(x - a), "<", delta)
    close = ForEvery(x, Implies(near, absolute(f(x) - L) < epsilon))
    return Equivalent(Equal(Limit(f(x), x, a), L), ForEvery(epsilon, ForSome(delta, close)))


def step_sizes(h_fwd: Positive):
    return Definition(h_fwd, sqrt(EPSILON))


def sigmoid_defined(z: Real):
    return Definition(sigmoid(z), 1 / (1 + exp(-z)))


def sigmoid_slope(z: Real):
    return Equal(Derivative(sigmoid(z), z), sigmoid(z) * (1 - sigmoid(z)))


def sigmoid_slope_bound(z: Real):
    return Chain(0, "<", sigmoid.prime(z), "<=", Ratio(1, 4))


def logit_defined(p: Probability):
    return Both(Definition(logit(p), ln(p / (1 - p))), Equal(logit.prime(p), 1 / (p * (1 - p))))


def softplus_defined(z: Real):
    return Equal(softplus(z), ln(1 + exp(z)), maximum(z, 0) + ln(1 + exp(-absolute(z))))


def relu_slope(z: NonZero):
    return Equal(relu.prime(z), Indicator(Chain(z, ">", 0)))


def softmax_defined(z: Vector["n"], i: Index["n"], j: Index["n"]):
    return Definition(softmax(z)[i], exp(z[i]) / Sum(exp(z[j]), j))


def softmax_shift(z: Vector["n"], c: Real):
    return Equal(softmax(z + c * Ones("n")), softmax(z))


def softmax_jacobian(z: Vector["n"]):
    p = Alias("p", softmax(z))
    return Equal(Jacobian(p, z), Diag(p) - p * p.T, where=[p])


def log_sum_exp_gradient(z: Vector["n"], i: Index["n"]):
    return Both(Definition(log_sum_exp(z), ln(Sum(exp(z[i]), i))), Equal(Gradient(log_sum_exp(z), z), softmax(z)))


def log_sum_exp_bounds(z: Vector["n"], i: Index["n"], n: Count):
    largest = Largest(z[i], i)
    return AtMost(largest, log_sum_exp(z), largest + ln(n))


def two_class_softmax(z_1: Real, z_2: Real):
    return Equal(softmax(Column((z_1, z_2)))[1], sigmoid(z_1 - z_2))


def max_gate(x: Real, y: Real):
    return Equal(Partial(maximum(x, y), x), Indicator(Chain(x, ">", y)), given=[Differ(x, y)])


def half_squared_error_slope(y: Real, y_hat: Real):
    loss = half_squared_error(y_hat, y)
    return Both(Definition(loss, half * (y_hat - y) ** 2), Equal(Partial(loss, y_hat), y_hat - y))


def mean_squared_error_defined(y: Vector["n"], y_hat: Vector["n"], n: Count, i: Index["n"]):
    return Definition(mean_squared_error(y_hat, y), 1 / n * Sum((y_hat[i] - y[i]) ** 2, i, ONE, n))


def mean_squared_error_slope(y: Vector["n"], y_hat: Vector["n"], n: Count, i: Index["n"]):
    return Equal(Partial(mean_squared_error(y_hat, y), y_hat[i]), 2 / n * (y_hat[i] - y[i]))


def huber_defined(r: Real, delta: Positive):
    inside = (half * r**2, Chain(absolute(r), "<=", delta))
    outside = (delta * (absolute(r) - half * delta), Chain(absolute(r), ">", delta))
    return Definition(huber(r, delta), cases(inside, outside))


def huber_slope(r: Real, delta: Positive):
    return Equal(huber.prime(r, delta), maximum(-delta, minimum(delta, r)))


def binary_cross_entropy_defined(p: Probability, y: Real):
    return Definition(binary_cross_entropy(p, y), -y * ln(p) - (1 - y) * ln(1 - p))


def cross_entropy_defined(p: Distribution["K"], y: Distribution["K"], k: Index["K"]):
    return Definition(cross_entropy(p, y), -Sum(y[k] * ln(p[k]), k))


def cross_entropy_logit_gradient(z: Vector["K"], y: Distribution["K"]):
    p = Alias("p", softmax(z))
    return Equal(Gradient(cross_entropy(p, y), z), p - y, where=[p])


def cross_entropy_from_logits(z: Vector["K"], y: Distribution["K"]):
    return Equal(cross_entropy(softmax(z), y), log_sum_exp(z) - y.T * z)


def divergence_is_nonnegative(p: Distribution["K"], q: Distribution["K"], k: Index["K"]):
    return Both(Definition(divergence(p, q), Sum(p[k] * ln(p[k] / q[k]), k)), AtLeast(divergence(p, q), 0))


def cross_entropy_split(p: Distribution["K"], q: Distribution["K"]):
    return Equal(crossed_entropy(p, q), entropy(p) + divergence(p, q))


def mean_minimizes(y: Vector["n"], c: Real, i: Index["n"]):
    return Equal(Optimum("argmin", Sum((y[i] - c) ** 2, i), c), mean(y))


def median_minimizes(y: Vector["n"], c: Real, i: Index["n"]):
    return Member(median(y), Optimum("argmin", Sum(absolute(y[i] - c), i), c))


def partial_derivative(f: Field["n"], x: Vector["n"], i: Index["n"], h: Real):
    return Definition(Partial(f(x), x[i]), Limit((f(x + h * Unit(i)) - f(x)) / h, h, ZERO))


def gradient_listed(f: Field["n"], x: Vector["n"], i: Index["n"]):
    return Definition(Gradient(f(x), x), Listing(Partial(f(x), x[i]), i))


def gradient_lives(f: Field["n"], x: Vector["n"]):
    return Member(Gradient(f(x), x), Space("n"))


def differentiability(f: Field["n"], x: Vector["n"], h: Vector["n"]):
    return Expansion(f(x + h), f(x) + Gradient(f(x), x).T * h, Norm(h), h)


def directional_derivative(f: Field["n"], x: Vector["n"], u: UnitVector["n"], t: Real):
    return Definition(Directional(f, x, u), Limit((f(x + t * u) - f(x)) / t, t, ZERO))


def level_set(f: Field["n"], gamma: Curve["n"], t: Real, c: Real):
    normal = Nabla(f)(gamma(t)).T * gamma.prime(t)
    return Implies(Equal(f(gamma(t)), c), Equal(normal, 0))


def mixed_partials(f: Field["n"], x: Vector["n"], i: Index["n"], j: Index["n"]):
    return Equal(Partial(f(x), x[i], x[j]), Partial(f(x), x[j], x[i]))


def outer_function(f: Field["n"], phi: Differentiable, x: Vector["n"]):
    return Equal(Gradient(phi(f(x)), x), phi.prime(f(x)) * Gradient(f(x), x))


def outer_composed(f: Field["n"], phi: Differentiable, x: Vector["n"]):
    return Equal(Nabla(Compose(phi, f))(x), phi.prime(f(x)) * Nabla(f)(x))


def quadratic_form(x: Vector["n"], A: Matrix["n", "n"]):
    return Equal(Gradient(x.T * A * x, x), (A + A.T) * x)


def squared_norm(w: Vector["n"]):
    return Equal(Gradient(Norm(w) ** 2, w), 2 * w)


def norm_slope(x: NonZeroVector["n"]):
    return Equal(Gradient(Norm(x), x), x / Norm(x))


def least_squares(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"]):
    return Equal(Gradient(half * Norm(X * w - y) ** 2, w), X.T * (X * w - y))


def affine_input(f: Field["m"], A: Matrix["m", "n"], x: Vector["n"], b: Vector["m"]):
    return Equal(Gradient(f(A * x + b), x), A.T * Nabla(f)(A * x + b))


def central_difference(f: Field["n"], x: Vector["n"], i: Index["n"], h: Real):
    quotient = (f(x + h * Unit(i)) - f(x - h * Unit(i))) / (2 * h)
    return Expansion(quotient, Partial(f(x), x[i]), h**2, h, "O")


def other_norms(x: Vector["n"], A: Matrix["n", "n"]):
    return Chain(Norm(x, "infinity"), "<=", Norm(x, "1"), "<=", Norm(A, "F"))


def hessian_of_quadratic(x: Vector["n"], A: Symmetric["n"]):
    return Equal(Hessian(half * x.T * A * x, x), A)


def hessian_at(f: Field["n"], x: Vector["n"]):
    return Equal(Hessian(f(x), x), Hessian(f(x), x).T)


def jacobian_at(f: Map["n", "m"], x: Vector["n"]):
    return Member(Jacobian(f(x), x), Space("m", "n"))


def inverse_transpose(A: Invertible["n"]):
    return Both(Equal(A.I.T, A.T.I), Equal(A * A.I, Identity("n")))


def trace_and_determinant(A: Matrix["n", "n"]):
    return Both(
        Equal(Determinant(A.T), Determinant(A)),
        Equal(Trace(A + A.T), 2 * Trace(A)),
        Equal(Inner(A, A), Norm(A, "F") ** 2),
    )


def eigenvalues_in_order(A: Symmetric["n"]):
    return Chain(Eigenvalue("min", A), "<=", Eigenvalue("max", A))


def stacked_product(A: Matrix["m", "n"], B: Matrix["n", "p"]):
    return Equal(Stacked(A * B), Kronecker(B.T, Identity("m")) * Stacked(A))


def entries(A: Matrix["m", "n"], x: Vector["n"], i: Index["m"], j: Index["n"]):
    return Equal((A * x)[i], Sum(A[i, j] * x[j], j))


def elementwise(a: Vector["n"], b: Vector["n"]):
    return Equal((a + b) @ (a - b), a @ a - b @ b)


def bounded_curvature(f: TwiceDifferentiable, a: Real):
    return AtMost(absolute(Prime(f, lift(4))(a)), 1)


def gaussian(x: Real):
    return Equal(Integral(exp(-(x**2)), x, -oo, oo), sqrt(pi))


def integral_of_square(a: Real, x: Real):
    return Equal(Integral(x**2, x, ZERO, a), a**3 / 3)


def value_at(x: Real):
    return Equal(At(Derivative(x**3, x), x, ONE), 3)


def minimum_under_condition(x: Vector["n"], A: Symmetric["n"], lam_min: Real):
    return Equal(Optimum("min", x.T * A * x, x, Equal(Norm(x), 1)), lam_min)


def batch_gradient(w: Vector["d"], ell: Field["d"], B: Subset["b", "n"], f: Field["d"]):
    return Equal(Expectation(Nabla(ell)(w), B), Nabla(f)(w))


def convexity(f: Convex["n"], x: Vector["n"], y: Vector["n"]):
    return AtLeast(f(y), f(x) + Nabla(f)(x).T * (y - x))


def a_step_towards_the_minimum(
    f: SmoothStronglyConvex["n", "mu", "L"], x: Vector["n"], x_star: Minimizer["f", "n"], mu: Positive, L: Positive
):
    return AtMost(Norm(x - 1 / L * Nabla(f)(x) - x_star) ** 2, (1 - mu / L) * Norm(x - x_star) ** 2)


def dominated_slopes(
    f: GradientDominated["n", "mu", "L"], x: Vector["n"], f_star: LowestValue["f"], mu: Positive, L: Positive
):
    return AtMost(mu * (f(x) - f_star), half * Norm(Nabla(f)(x)) ** 2)


def smooth_and_convex(f: SmoothConvex["n", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    return AtMost(f(y), f(x) + Nabla(f)(x).T * (y - x) + L / 2 * Norm(y - x) ** 2)


def strong_convexity(f: StronglyConvex["n", "mu"], x: Vector["n"], y: Vector["n"], mu: Positive):
    return AtLeast(f(y), f(x) + Nabla(f)(x).T * (y - x) + mu / 2 * Norm(y - x) ** 2)


def momentum(theta: Vector["d"], v: Vector["d"], beta: Probability, eta: Positive, f: Field["d"], t: Natural):
    first = Equal(v, beta * Previous(v) + Nabla(f)(Previous(theta)))
    return Update((first, Equal(theta, Previous(theta) - eta * v)), t)


def descent(theta: Sequence[Vector["d"]], eta: Positive, f: Field["d"], t: Natural):
    return Equal(theta[t + 1], theta[t] - eta * Nabla(f)(theta[t]))


def family_product(a: Family[Real, "n"], i: Index["n"]):
    return AtLeast(Product(a[i] ** 2, i), 0)


def kept_brackets(a: Real, b: Real, c: Real):
    return Equal(a + Group(b + c), (a + b) + c)


def nested_brackets(a: Real, b: Real):
    return Equal(a * (b - (a - 2 * (a + b) ** 2)), -Group(-b) * a)


def tall_brackets(a: Real, b: Positive, n: Natural):
    return Equal((a / b) ** n, a**n / b**n)


def double_signs(a: Real, b: Real):
    return Equal(a - (-b), a * (-b) * 2 * 3, 2 * a * sin(b) * cos(a) * (a + b))


def hidden_error(W: Layers["weights"], delta: Layers["errors"], z: Layers["sums"], phi: Activation, l: Natural):
    return Equal(delta[l], W[l + 1].T * delta[l + 1] @ phi.prime(z[l]))


def weight_gradient(W: Layers["weights"], delta: Layers["errors"], a: Layers["activations"], ell: Loss, l: Natural):
    return Equal(Gradient(ell, W[l]), delta[l] * a[l - 1].T)


def layer_entry(a: Layers["activations"], l: Natural, i: Index["n"], B: Subset["b", "n"], x: Real):
    return Equal(a[l][i], Sum(x, i, over=B))
