"""Functions, limits and continuity."""

from calculus.language import (
    Anywhere,
    Around,
    AtMost,
    Both,
    CandidateLimit,
    Chain,
    Continuous,
    Count,
    Differ,
    Equal,
    Equivalent,
    Exists,
    Expansion,
    ForEvery,
    ForSome,
    Group,
    Implies,
    Index,
    Indicator,
    Largest,
    Limit,
    LimitOf,
    LipschitzMap,
    Member,
    Natural,
    Norm,
    Ones,
    Positive,
    Property,
    Real,
    Reals,
    Remainder,
    Squeezed,
    Sum,
    Vanishing,
    Vector,
    absolute,
    cos,
    exp,
    half,
    ln,
    maximum,
    oo,
    sigmoid,
    sin,
    softmax,
)


def limit(f: Around["a"], x: Real, a: Real, L: CandidateLimit["f", "a"], epsilon: Positive, delta: Positive):
    """Limit.

    However small a tolerance ε you ask for, there is a distance δ within which the values keep to it. The value at a
    itself plays no part; it need not even exist.
    """
    near = Chain(0, "<", absolute(x - a), "<", delta)
    close = ForEvery(x, Implies(near, absolute(f(x) - L) < epsilon))
    return Equivalent(Equal(Limit(f(x), x, a), L), ForEvery(epsilon, ForSome(delta, close)))


def two_sides(f: Around["a"], x: Real, a: Real, L: CandidateLimit["f", "a"]):
    """A limit is the same from both sides.

    The small minus says that x comes from below a, the small plus that it comes from above.
    """
    sides = Both(Equal(Limit(f(x), x, a, "-"), L), Equal(Limit(f(x), x, a, "+"), L))
    return Equivalent(Equal(Limit(f(x), x, a), L), sides)


def limit_of_a_sum(f: Around["a"], g: Around["a"], x: Real, a: Real):
    """Limit of a sum.

    Both limits must exist. A sum may have a limit where neither term has one.
    """
    first, second = Limit(f(x), x, a), Limit(g(x), x, a)
    return Equal(Limit(f(x) + g(x), x, a), first + second, given=[Member(first, Reals), Member(second, Reals)])


def limit_of_a_product(f: Around["a"], g: Around["a"], x: Real, a: Real):
    """Limit of a product.

    Both limits must exist.
    """
    first, second = Limit(f(x), x, a), Limit(g(x), x, a)
    return Equal(Limit(f(x) * g(x), x, a), first * second, given=[Member(first, Reals), Member(second, Reals)])


def limit_of_a_quotient(f: Around["a"], g: Around["a"], x: Real, a: Real):
    """Limit of a quotient.

    Where the limit below the bar is 0, the rule is silent; most interesting limits are of that kind.
    """
    first, second = Limit(f(x), x, a), Limit(g(x), x, a)
    existing = [Member(first, Reals), Member(second, Reals), Differ(second, 0)]
    return Equal(Limit(f(x) / g(x), x, a), first / second, given=existing)


def limit_inside(f: Around["a"], g: Continuous, x: Real, a: Real):
    """A limit passes through a continuous function.

    It is enough that g is continuous at the limit of f.
    """
    inner = Limit(f(x), x, a)
    return Equal(Limit(g(f(x)), x, a), g(inner), given=[Member(inner, Reals)])


def squeeze(
    g_1: Around["a"],
    g_2: Around["a"],
    f: Squeezed["g_1", "g_2", "a", "delta"],
    x: Real,
    a: Real,
    delta: Positive,
    L: LimitOf["g_1", "a"],
):
    """Squeeze.

    The inequality is meant for every x so close to a; at a itself nothing is asked.
    """
    bounded = Chain(g_1(x), "<=", f(x), "<=", g_2(x))
    premise = Both(bounded, Equal(Limit(g_1(x), x, a), L), Equal(Limit(g_2(x), x, a), L))
    near = Chain(0, "<", absolute(x - a), "<", delta)
    return Implies(premise, Equal(Limit(f(x), x, a), L), given=[near])


def sine_over_angle(x: Real):
    """Sine over its angle.

    The angle is in radians; in degrees the limit is π/180.
    """
    return Equal(Limit(sin(x) / x, x, 0), 1)


def cosine_gap(x: Real):
    """How the cosine leaves 1.

    The angle is in radians.
    """
    return Equal(Limit((1 - cos(x)) / x**2, x, 0), half)


def exponential_at_zero(x: Real):
    """Slope of the exponential at 0."""
    return Equal(Limit((exp(x) - 1) / x, x, 0), 1)


def logarithm_at_one(x: Real):
    """Slope of the logarithm at 1."""
    return Equal(Limit(ln(1 + x) / x, x, 0), 1)


def compound_interest(x: Real, n: Natural):
    """Compound limit.

    Growth by a share x of the whole, added in ever more and ever smaller steps.
    """
    return Equal(Limit((1 + x / n) ** n, n, oo), exp(x))


def zero_times_logarithm(x: Positive):
    """Zero times the logarithm of zero.

    It is the reason why an event of probability 0 adds nothing to an entropy.
    """
    return Equal(Limit(x * ln(x), x, 0, "+"), 0)


def exponential_beats_powers(x: Positive, k: Real):
    """The exponential beats every power."""
    return Equal(Limit(x**k * exp(-x), x, oo), 0)


def powers_beat_logarithm(x: Positive, a: Positive):
    """Every positive power beats the logarithm."""
    return Equal(Limit(ln(x) / x**a, x, oo), 0)


def saturation(z: Real):
    """The sigmoid saturates."""
    return Both(Equal(Limit(sigmoid(z), z, oo), 1), Equal(Limit(sigmoid(z), z, -oo), 0))


def softplus_hardens(x: Real, beta: Positive):
    """Softplus hardens to the ReLU."""
    return Equal(Limit(1 / beta * ln(1 + exp(beta * x)), beta, oo), maximum(0, x))


def log_sum_exp_hardens(x: Vector["n"], i: Index["n"], tau: Positive):
    """Log-sum-exp hardens to the maximum.

    The number τ is called a temperature: the colder, the harder.
    """
    return Equal(Limit(tau * ln(Sum(exp(x[i] / tau), i)), tau, 0, "+"), Largest(x[i], i))


def cold_softmax(x: Vector["n"], i: Index["n"], j: Index["n"], tau: Positive):
    """Softmax at a temperature near 0.

    All weight goes to the largest entry; entries that tie for it share the weight.
    """
    largest = Indicator(Equal(x[i], Largest(x[j], j)))
    ties = Sum(Indicator(Equal(x[j], Largest(x[i], i))), j)
    return Equal(Limit(softmax(x / tau)[i], tau, 0, "+"), largest / ties)


def hot_softmax(x: Vector["n"], i: Index["n"], tau: Positive, n: Count):
    """Softmax at a high temperature.

    All entries end up with the same weight.
    """
    return Equal(Limit(softmax(x / tau)[i], tau, oo), 1 / n)


def continuity(f: Anywhere["a"], x: Real, a: Real):
    """Continuity.

    The value at a is the one that the values around it lead you to expect.
    """
    return Equivalent(Property(f, "is continuous at", a), Equal(Limit(f(x), x, a), f(a)))


def intermediate_value(f: Continuous, a: Real, b: Real, c: Real):
    """Intermediate value theorem.

    A continuous function that changes its sign between two inputs is zero somewhere between them.
    """
    return Exists(c, a, b, Equal(f(c), 0), given=[a < b, f(a) * f(b) < 0])


def path_test(t: Real, m: Real):
    """A limit that depends on the path.

    The function is xy over x² + y², taken along the line y = mx. The slope 0 leads to 0 and the slope 1 to one half, so
    there is no limit at the origin.
    """
    return Equal(Limit(t * Group(m * t) / (t**2 + (m * t) ** 2), t, 0), m / (1 + m**2))


def parabola_path(t: Real, m: Real):
    """Lines are not enough.

    The function is x²y over x⁴ + y². Along every line it goes to 0, along the parabola y = x² it is one half.
    """
    line, parabola = t**2 * Group(m * t) / (t**4 + (m * t) ** 2), t**2 * t**2 / (t**4 + (t**2) ** 2)
    return Both(Equal(Limit(line, t, 0), 0), Equal(Limit(parabola, t, 0), half))


def lipschitz(f: LipschitzMap["n", "m", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    """Lipschitz continuity.

    No pair of inputs is stretched apart by more than the factor L; the smallest such L is the Lipschitz constant.
    """
    return AtMost(Norm(f(x) - f(y)), L * Norm(x - y), sharp={y: x + Ones("n")})


def hospital(f: Vanishing["a"], g: Vanishing["a"], x: Real, a: Real, delta: Positive):
    """L’Hôpital’s rule.

    For quotients of the form 0/0, where the limit of the slopes exists and the slope of the lower function is not zero
    near the point. The same holds for ∞/∞.
    """
    slopes = Limit(f.prime(x) / g.prime(x), x, a)
    near = ForEvery(x, Implies(Chain(0, "<", absolute(x - a), "<", delta), Differ(g.prime(x), 0)))
    return Equal(Limit(f(x) / g(x), x, a), slopes, given=[Member(slopes, Reals), near])


def little_o(r: Remainder, h: Real):
    """Little o.

    The remainder is small even against the step.
    """
    return Equivalent(Expansion(r(h), 0, absolute(h), h), Equal(Limit(absolute(r(h)) / absolute(h), h, 0), 0))
