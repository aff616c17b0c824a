"""What a derivative is, the rules that compute it, and what it tells about a function."""

from calculus.language import (
    Both,
    Compose,
    Definition,
    Derivative,
    Differ,
    Differentiable,
    Equal,
    Exists,
    Expansion,
    Extremum,
    Implies,
    Increasing,
    InverseFunction,
    Limit,
    ManyTimesDifferentiable,
    NonZero,
    Optimum,
    Positive,
    Prime,
    Property,
    Quantity,
    Ratio,
    Real,
    Sum,
    TwiceDifferentiable,
    Whole,
    absolute,
    cos,
    exp,
    factorial,
    generated,
    ln,
    sin,
    sqrt,
    tanh,
)


def derivative(f: Differentiable, x: Real, h: Real):
    """Derivative.

    The slope of a short secant, in the limit of a step of length zero. The limit has to be the same from both sides.
    """
    return Definition(f.prime(x), Limit((f(x + h) - f(x)) / h, h, 0))


def symmetric_difference(f: Differentiable, x: Real, h: Real):
    """Derivative from a symmetric difference.

    Valid where the derivative exists. The converse fails: for the absolute value at 0 this limit is 0, and there is no
    derivative.
    """
    return Equal(f.prime(x), Limit((f(x + h) - f(x - h)) / (2 * h), h, 0))


def linearity(f: Quantity["x"], g: Quantity["x"], alpha: Real, beta: Real):
    """Linearity."""
    return Equal(Prime(alpha * f + beta * g), generated)


def power_rule(x: Positive, r: Real):
    """Power rule.

    For a whole exponent of at least 1 it holds at every input; for exponents 0, −1, −2, … at every input but 0.
    """
    return Equal(Derivative(x**r, x), generated)


def product_rule(f: Quantity["x"], g: Quantity["x"]):
    """Product rule."""
    return Equal(Prime(f * g), generated)


def quotient_rule(f: Quantity["x"], g: Quantity["x"]):
    """Quotient rule."""
    return Equal(Prime(f / g), generated.factored, given=[Differ(g, 0)])


def chain_rule(f: Differentiable, g: Differentiable, x: Real):
    """Chain rule.

    The outer slope is taken at the inner value, not at the input.
    """
    return Equal(Prime(Compose(f, g))(x), generated)


def inverse_rule(f: Increasing, y: Real):
    """Derivative of an inverse function.

    Where the slope of the function is 0, the inverse has a vertical tangent and the rule fails. It holds for strictly
    decreasing functions too, and at every value that the function takes.
    """
    slope = f.prime(InverseFunction(f)(y))
    return Equal(InverseFunction(f).prime(y), 1 / slope, given=[Differ(slope, 0)])


def exponential_slope(x: Real):
    """Slope of the exponential."""
    return Equal(Derivative(exp(x), x), generated)


def general_exponential_slope(a: Positive, x: Real):
    """Slope of an exponential with any base."""
    return Equal(Derivative(a**x, x), generated)


def logarithm_slope(x: NonZero):
    """Slope of the logarithm.

    For a positive input the bars can be dropped.
    """
    return Equal(Derivative(ln(absolute(x)), x), generated)


def sine_and_cosine_slopes(x: Real):
    """Slopes of sine and cosine.

    Angles are in radians; in degrees each slope carries a factor π/180.
    """
    return Both(Equal(sin.prime(x), generated), Equal(cos.prime(x), generated))


def tanh_slope(x: Real):
    """Slope of the hyperbolic tangent."""
    return Equal(tanh.prime(x), generated)


def absolute_value_slope(x: NonZero):
    """Slope of the absolute value.

    At 0 there is no derivative: the slope is −1 on the left and 1 on the right.
    """
    return Equal(Derivative(absolute(x), x), generated)


def linear_approximation(f: Differentiable, x: Real, h: Real):
    """Linear approximation.

    The error is smaller than any fixed multiple of the step, once the step is short enough.
    """
    return Expansion(f(x + h), f(x) + f.prime(x) * h, absolute(h), h)


def taylor_lagrange(f: ManyTimesDifferentiable, x: Real, h: Positive, n: Whole, k: Whole, xi: Real):
    """Taylor formula with Lagrange remainder.

    For a negative step the unknown point lies between the same two ends, in the other order.
    """
    polynomial = Sum(Prime(f, k)(x) / factorial(k) * h**k, k, 0, n)
    remainder = Prime(f, n + 1)(xi) / factorial(n + 1) * h ** (n + 1)
    return Exists(xi, x, x + h, Equal(f(x + h), polynomial + remainder))


def mean_value(f: Differentiable, xi: Real, a: Real, b: Real):
    """Mean value theorem.

    Somewhere between the ends the slope equals the slope of the secant through them. Differentiable inside is enough,
    as long as the function is continuous at the ends.
    """
    return Exists(xi, a, b, Equal(f(b) - f(a), f.prime(xi) * (b - a)), given=[a < b])


def stationarity(f: Differentiable, x_star: Extremum["f"]):
    """Slope at a local extremum.

    It speaks of extrema inside the domain, not at an end of it. The converse fails: the slope of the cube is 0 at 0,
    which is no extremum.
    """
    return Implies(Property(x_star, "is a local extremum of", f), Equal(f.prime(x_star), 0))


def second_derivative_test(f: TwiceDifferentiable, x_star: Extremum["f"]):
    """Second-derivative test.

    With a negative second derivative the point is a strict local maximum; with 0 the test says nothing.
    """
    stationary = Both(Equal(f.prime(x_star), 0), f.prime.prime(x_star) > 0)
    return Implies(stationary, Property(x_star, "is a strict local minimum of", f))


def difference_step(h: Positive, M: Positive, epsilon: Positive):
    """Best step of a difference quotient.

    First the forward difference, with M a bound on the second derivative; then the central one, with M a bound on the
    third. Each sum is the error of the formula plus rounding, with ε the relative rounding error, for values of size
    one.
    """
    forward = Optimum("argmin", M / 2 * h + 2 * epsilon / h, h, h > 0)
    central = Optimum("argmin", M / 6 * h**2 + epsilon / h, h, h > 0)
    return Both(Equal(forward, 2 * sqrt(epsilon / M)), Equal(central, (3 * epsilon / M) ** Ratio(1, 3)))
