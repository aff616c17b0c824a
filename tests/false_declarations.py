"""Declarations that are false, each in a way errors are made: a condition, a border, a certificate, an index."""

from calculus.language import (
    Activation,
    Alias,
    Anywhere,
    Around,
    AtLeast,
    AtMost,
    Between,
    Both,
    CandidateLimit,
    Chain,
    Continuous,
    ContinuouslyDifferentiable,
    Convex,
    Definition,
    Density,
    DensityFamily,
    Derivative,
    Differ,
    Differentiable,
    Distribution,
    Equal,
    Equivalent,
    Exists,
    Expansion,
    Expectation,
    Field,
    ForEvery,
    ForSome,
    Gradient,
    Hessian,
    Identity,
    Implies,
    Increasing,
    Index,
    Indicator,
    Integral,
    InverseFunction,
    Invertible,
    Jacobian,
    LightDensity,
    Limit,
    LimitOf,
    LipschitzField,
    LipschitzMap,
    Matrix,
    Member,
    Minimizer,
    Moderate,
    Nabla,
    Natural,
    NonZero,
    NonZeroVector,
    Norm,
    Ones,
    Optimum,
    Partial,
    Positive,
    PositiveDefinite,
    Previous,
    Probability,
    Property,
    RandomNumber,
    RandomOf,
    Ratio,
    Real,
    Reals,
    Remainder,
    Sequence,
    SmoothConvex,
    SmoothStronglyConvex,
    Squeezed,
    StronglyConvex,
    Sum,
    Symbol,
    Trace,
    TwiceDifferentiable,
    Unit,
    UnitInterval,
    Update,
    Vanishing,
    Vector,
    Whole,
    absolute,
    cases,
    divergence,
    exp,
    half,
    huber,
    ln,
    maximum,
    minimum,
    oo,
    optax,
    relu,
    sigmoid,
    sign,
    sin,
    softmax,
    sqrt,
)


def sigmoid_slope_without_its_second_factor(z: Real):
    """A factor is missing."""
    return Equal(sigmoid.prime(z), sigmoid(z))


def a_remainder_that_is_small_along_every_line(h: Vector[2]):
    """Along the parabola h₂ = h₁² it is one half."""
    return Expansion(1 + h[1] ** 2 * h[2] / (h[1] ** 4 + h[2] ** 2), 1 + 0 * h[1], 1 + 0 * h[1], h)


def a_remainder_of_lower_order_along_one_axis(h: Vector[2]):
    """Along the first axis its size is that of h itself."""
    size = Norm(h) ** 2
    rest = cases((absolute(h[1]), Equal(h[2], 0)), (size, Differ(h[2], 0)))
    return Expansion(1 + h[1] + rest, 1 + h[1], size, h, "O")


def a_sum_of_the_first_numbers_that_forgets_the_large_ones(n: Natural):
    """True up to ten."""
    i = Symbol("i", Natural)
    wrong = n * (n + 1) / 2 + maximum(0, n - 10)
    return Equal(Sum(i, i, 1, n), wrong)


def conditions_that_contradict_each_other(x: Real):
    """No number is above two and below one."""
    return Equal(x, 2 * x, given=[x > 2, x < 1])


def an_inverse_taken_for_a_transpose(A: Invertible["n"], b: Vector["n"], x: Vector["n"]):
    """The premise is an equation; what solves it is found, not drawn."""
    return Implies(Equal(A * x, b), Equal(x, A.T * b))


def a_bound_that_nearly_singular_matrices_break(A: Invertible["n"]):
    """No number bounds all inverses."""
    return AtMost(Norm(A.I, "F"), 1000 + 0 * Norm(A, "F"), sharp={A: Identity("n") / 1000 * sqrt(Trace(Identity("n")))})


def a_chain_with_one_wrong_equality(x: Real):
    """Every sign is a claim: the middle one is wrong, and the ends agree."""
    return Equal((x + 1) ** 2, x**2 + 1, x**2 + 2 * x + 1)


def a_chain_whose_last_equality_is_wrong(x: Real):
    """The first two agree."""
    return Equal((x + 1) ** 2, x**2 + 2 * x + 1, x**2 + 2 * x - 1)


def a_limit_that_exists_from_above_only(x: Real):
    """The root has no values on the left."""
    return Equal(Limit(sqrt(x), x, 0), 0)


def relu_slope_at_the_kink(z: Real):
    """The condition z ≠ 0 is missing."""
    return Equal(relu.prime(z), Indicator(z > 0))


def relu_slope_at_a_kink_elsewhere(z: Real):
    """The kink stands at 1."""
    return Equal(Derivative(relu(z - 1), z), Indicator(z > 1))


def absolute_slope_at_a_half(x: Real):
    """The kink stands at a half."""
    return Equal(Derivative(absolute(x - half), x), sign(x - half))


def logarithm_of_any_number(x: Real):
    """The condition x > 0 is missing."""
    return Equal(Derivative(ln(x), x), 1 / x)


def logarithm_of_a_square(x: NonZero):
    """Bars are missing."""
    return Equal(ln(x**2), 2 * ln(x))


def root_of_a_square(x: Real):
    """Bars are missing."""
    return Equal(sqrt(x**2), x)


def a_quotient_with_a_hole(x: Real):
    """Undefined at 1."""
    return Equal((x**2 - 1) / (x - 1), x + 1)


def a_quotient_at_the_end_of_an_interval(p: UnitInterval):
    """Undefined at the end 1."""
    return Equal((1 - p) / (1 - p), 1)


def maximum_gate_at_a_tie(x: Real, y: Real):
    """The condition x ≠ y is missing."""
    return Equal(Partial(maximum(x, y), x), Indicator(x > y))


def norm_at_the_origin(x: Vector["n"]):
    """The condition x ≠ 0 is missing."""
    return Equal(Gradient(Norm(x), x), x / Norm(x))


def quadratic_form_without_its_transpose(x: Vector["n"], A: Matrix["n", "n"]):
    """True for symmetric matrices only."""
    return Equal(Gradient(x.T * A * x, x), 2 * A * x)


def softmax_entry_with_one_index(z: Vector["n"], i: Index["n"], j: Index["n"]):
    """True on the diagonal only."""
    return Equal(Partial(softmax(z)[i], z[j]), softmax(z)[i] * (1 - softmax(z)[j]))


def a_matrix_taken_for_symmetric(A: Matrix["n", "n"], i: Index["n"], j: Index["n"]):
    """True for equal indices only."""
    return Equal(A[i, j], A[j, i])


def a_sum_that_wraps_round(x: Vector["n"], i: Index["n"]):
    """Entry 0 does not exist."""
    return Equal(Sum(x[i - 1], i), Sum(x[i], i))


def a_bound_that_holds_nearby(x: Real):
    """False beyond 4."""
    return AtMost(x**2, 16, sharp={x: 4})


def a_border_far_from_zero(x: Real):
    """False beyond 50."""
    return Equal(x, cases((x, x < 50), (7, x >= 50)))


def cases_without_their_border(x: Real):
    """Nothing is said at 1."""
    return Equal(absolute(x - 1), cases((x - 1, x > 1), (1 - x, x < 1)))


def huber_without_the_threshold(r: Real, delta: Positive):
    """Nothing is said where the size of r is δ."""
    inside, outside = (half * r**2, absolute(r) < delta), (delta * (absolute(r) - half * delta), absolute(r) > delta)
    return Definition(huber(r, delta), cases(inside, outside))


def huber_slope_without_bars(r: Real, delta: Positive):
    """False for negative residuals."""
    return Equal(huber.prime(r, delta), minimum(delta, r))


def a_weak_bound(x: Real):
    """True, but equality is reached nowhere."""
    return AtLeast(2 * exp(x), 1 + x, sharp={x: 0})


def a_certificate_outside_the_domain(x: Between(1, 2)):
    """Zero does not lie between 1 and 2."""
    return AtLeast(x**2, 0, sharp={x: 0})


def a_strict_sign_where_there_is_equality(p: Distribution["n"], q: Distribution["n"]):
    """Equal where p is q."""
    return Chain(divergence(p, q), ">", 0, sharp={q: p})


def a_difference_that_vanishes(x: Real):
    """False at 1."""
    return Differ(x, 1)


def a_limit_from_one_side(h: Real):
    """From the left the limit is -1."""
    return Equal(Limit(absolute(h) / h, h, 0), 1)


def an_order_too_high(h: Real):
    """The remainder is of second order."""
    return Expansion(exp(h), 1 + h, absolute(h) ** 3, h, "O")


def an_order_too_low(h: Real):
    """The remainder is of third order, so O of the second is not sharp."""
    return Expansion(exp(h), 1 + h + h**2 / 2, h**2, h, "O")


def a_pole_taken_for_a_root(a: Real):
    """The sides pass each other at a pole."""
    c = Symbol("c", Real)
    return Exists(c, -1, 1, Equal(1 / (c + Ratio(1, 777)), 0))


def an_equivalence_in_one_direction(x: Real):
    """Negative numbers have large squares too."""
    return Equivalent(x**2 > 1, x > 1)


def an_equivalence_that_is_never_false(x: Real):
    """Says nothing."""
    return Equivalent(x**2 >= 0, x**2 > -1)


def a_premise_that_never_holds(x: Between(0, 1)):
    """Says nothing."""
    return Implies(x > 2, Equal(x, 5))


def a_largest_value_with_its_factor_wrong(t: Real):
    """The value at a half is a quarter."""
    return Equal(Optimum("max", t * (1 - t), t), half, sharp={t: half})


def a_largest_value_that_is_not_largest(t: Real):
    """It is larger at a half."""
    return Equal(Optimum("max", t * (1 - t), t), Ratio(3, 16), sharp={t: Ratio(1, 4)})


def a_direction_along_an_axis(g: NonZeroVector["n"], u: Vector["n"], i: Index["n"]):
    """The other entries count too."""
    return Equal(Optimum("argmax", g.T * u, u, Equal(Norm(u), 1)), Unit(i))


def a_minimum_outside_its_condition(x: Real):
    """Zero is not at least 1."""
    return Equal(Optimum("argmin", x**2, x, x >= 1), 0)


def a_saddle_taken_for_a_minimum(x: Vector["n"]):
    """The second entry leads down."""
    return Equal(Optimum("argmin", 10 * x.T * x - 11 * x[2] ** 2, x), 0 * x)


def a_minimum_that_is_only_local(x: Real):
    """Unbounded below."""
    return Equal(Optimum("argmin", x**2 - x**4 / 10**5, x), 0)


def flat_ground_taken_for_a_peak(x: Between(-3, -1)):
    """The function is constant there."""
    return Implies(x < 0, Property(x, "is a strict local maximum of", relu))


def a_function_that_is_zero_at_zero(f: Differentiable):
    """Not every function is."""
    return Equal(f(0), 0)


def an_increasing_function_taken_for_odd(f: Increasing, x: Real):
    """Not every function is."""
    return Equal(f(-x), -f(x))


def an_activation_taken_for_odd(phi: Activation, x: Real):
    """Not every function is."""
    return Equal(phi(-x), -phi(x))


def a_smooth_field_taken_for_quadratic(f: LipschitzField["n", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    """True for quadratics only."""
    slopes = Nabla(f)(y) - Nabla(f)(x)
    return Equal(f(y), f(x) + Nabla(f)(x).T * (y - x) + half * (y - x).T * slopes)


def a_diagonal_of_at_least_one(A: PositiveDefinite["n"], i: Index["n"]):
    """Positive is all it is."""
    return Equal(maximum(A[i, i], 1), A[i, i])


def a_matrix_with_half_a_power(A: PositiveDefinite["n"]):
    """A power of a matrix counts its factors."""
    return Equal(A ** Ratio(5, 2), A * A)


def a_jacobian_on_its_side(A: Matrix["m", "n"], x: Vector["n"]):
    """A transpose too many, seen where the matrix is not square."""
    p = Alias("p", A * x)
    return Equal(Jacobian(p, x).T, A.T + 0 * A.T * 2 + A.T, where=[p])


def cross_entropy_slope_with_its_sign_turned(p: Probability, y: Real):
    """A sign."""
    return Equal(Derivative(-y * ln(p) - (1 - y) * ln(1 - p), p), (y - p) / (p * (1 - p)))


def strong_convexity_without_its_half(f: StronglyConvex["n", "mu"], x: Vector["n"], y: Vector["n"], mu: Positive):
    """The quadratic with curvature μ everywhere refutes it."""
    return AtLeast(f(y), f(x) + Nabla(f)(x).T * (y - x) + mu * Norm(y - x) ** 2, sharp={y: x})


def a_bound_that_few_smooth_functions_break(
    f: SmoothConvex["n", "L"], x: Vector["n"], x_star: Minimizer["f", "n"], eta: Positive, L: Positive
):
    """Where the curvature ends near the minimizer, descent is slower than this."""
    tenth = Norm(x - x_star) ** 2 / (10 * eta)
    return AtMost(f(x - eta * Nabla(f)(x)) - f(x_star), tenth, given=[eta <= 1 / L], sharp={x: x_star})


def descent_that_forgets_its_condition(f: LipschitzField["n", "L"], x: Vector["n"], eta: Positive, L: Positive):
    """A step that is too long goes up."""
    return AtMost(f(x - eta * Nabla(f)(x)), f(x) - eta / 2 * Norm(Nabla(f)(x)) ** 2, sharp={eta: 1 / L})


def a_closed_form_one_step_ahead(x: Sequence[Real], lam: Positive, eta: Positive, k: Whole):
    """The power counts the steps."""
    step = Equal(x[k + 1], x[k] - eta * lam * x[k])
    return Equal(x[k], (1 - eta * lam) ** (k + 1) * x[0], given=[step])


def a_rate_that_is_too_fast(
    f: SmoothStronglyConvex["n", "mu", "L"],
    x: Sequence[Vector["n"]],
    x_star: Minimizer["f", "n"],
    eta: Positive,
    mu: Positive,
    L: Positive,
    K: Natural,
    k: Whole,
):
    """The quadratic with curvature μ is slower."""
    step = Equal(x[k + 1], x[k] - eta * Nabla(f)(x[k]))
    bound = (1 - eta * mu) ** (3 * K) * Norm(x[0] - x_star) ** 2
    return AtMost(Norm(x[K] - x_star) ** 2, bound, given=[step, eta <= 1 / L], sharp={x[0]: x_star})


def a_sequence_without_a_rule(x: Sequence[Real], lam: Positive, eta: Positive, k: Natural):
    """Nothing says how it goes on."""
    return Equal(x[k], (1 - eta * lam) ** k * x[0])


def momentum_with_the_old_velocity(x: Real, v: Real, g: Real, eta: Positive, beta: Probability, k: Whole):
    """The step must use the velocity that was just set."""
    lines = [Equal(v, beta * Previous(v) + g), Equal(x, Previous(x) - eta * Previous(v))]
    return Update(lines, k, same_as=optax.sgd(eta, momentum=beta, moves=x, along=g))


def momentum_with_a_gradient_from_elsewhere(
    f: Field["n"], x: Vector["n"], v: Vector["n"], eta: Positive, beta: Probability, k: Whole
):
    """Heavy ball does not look ahead."""
    ahead = Nabla(f)(Previous(x) + beta * Previous(v))
    lines = [Equal(v, beta * Previous(v) + ahead), Equal(x, Previous(x) - eta * v)]
    return Update(lines, k, same_as=optax.sgd(eta, momentum=beta, moves=x, along=Nabla(f)(Previous(x))))


def a_mean_of_squares_that_never_forgets(
    x: Real, g: Real, s: Positive, eta: Positive, beta: Probability, epsilon: Positive, k: Natural
):
    """The new square is weighted by one minus β."""
    lines = [Equal(s, beta * Previous(s) + g**2), Equal(x, Previous(x) - eta * g / (sqrt(s) + epsilon))]
    library = optax.rmsprop(eta, decay=beta, eps=epsilon, eps_in_sqrt=False, moves=x, along=g)
    return Update(lines, k, same_as=library)


def an_update_that_is_compared_with_nothing(x: Real, g: Real, eta: Positive, k: Whole):
    """It may be right; nothing says so."""
    return Update([Equal(x, Previous(x) - eta * g)], k)


def a_limit_that_reads_the_value(
    f: Anywhere["a"], x: Real, a: Real, L: CandidateLimit["f", "a"], epsilon: Positive, delta: Positive
):
    """The value at the point may be another; only what lies around it counts."""
    close = ForEvery(x, Implies(absolute(x - a) < delta, absolute(f(x) - L) < epsilon))
    return Equivalent(Equal(Limit(f(x), x, a), L), ForEvery(epsilon, ForSome(delta, close)))


def a_limit_with_a_tolerance_for_one(
    f: Around["a"], x: Real, a: Real, L: CandidateLimit["f", "a"], epsilon: Positive, delta: Positive
):
    """One tolerance is kept by many numbers."""
    near = Chain(0, "<", absolute(x - a), "<", delta)
    close = ForEvery(x, Implies(near, absolute(f(x) - L) < epsilon))
    return Equivalent(Equal(Limit(f(x), x, a), L), ForSome(epsilon, ForSome(delta, close)))


def a_limit_known_from_the_left(f: Around["a"], x: Real, a: Real, L: CandidateLimit["f", "a"]):
    """A jump has a limit from the left too."""
    return Equivalent(Equal(Limit(f(x), x, a), L), Equal(Limit(f(x), x, a, "-"), L))


def a_sum_of_limits_that_need_not_exist(f: Around["a"], g: Around["a"], x: Real, a: Real):
    """At a jump there is no limit to add."""
    return Equal(Limit(f(x) + g(x), x, a), Limit(f(x), x, a) + Limit(g(x), x, a))


def a_quotient_by_a_limit_of_zero(f: Around["a"], g: Around["a"], x: Real, a: Real):
    """Nothing is divided by zero."""
    first, second = Limit(f(x), x, a), Limit(g(x), x, a)
    return Equal(Limit(f(x) / g(x), x, a), first / second, given=[Member(first, Reals), Member(second, Reals)])


def a_limit_through_a_jump(f: Around["a"], g: Anywhere["a"], x: Real, a: Real):
    """The outer function must be continuous where the inner one goes."""
    return Equal(Limit(g(f(x) - Limit(f(x), x, a) + a), x, a), g(a), given=[Member(Limit(f(x), x, a), Reals)])


def a_squeeze_from_one_side(
    g: Around["a"], h: Around["a"], f: Squeezed["g", "h", "a", "delta"], x: Real, a: Real, L: LimitOf["g", "a"],
    delta: Positive,
):  # fmt: skip
    """What is bounded below may swing."""
    upper = f(x) + sin(1 / (x - a)) + 1
    premise = Both(AtMost(g(x), upper, sharp={x: a}), Equal(Limit(g(x), x, a), L))
    near = Chain(0, "<", absolute(x - a), "<", delta)
    return Implies(premise, Equal(Limit(upper, x, a), L), given=[near])


def continuity_by_one_side(f: Anywhere["a"], x: Real, a: Real):
    """A function may meet its limit from the left and jump away."""
    return Equivalent(Property(f, "is continuous at", a), Equal(Limit(f(x), x, a, "-"), f(a)))


def twice_the_lipschitz_constant(f: LipschitzMap["n", "m", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    """True, but no function needs so much."""
    return AtMost(Norm(f(x) - f(y)), 2 * L * Norm(x - y), sharp={y: x + Ones("n")})


def slopes_without_a_quotient_of_zeros(f: Vanishing["a"], g: Vanishing["a"], x: Real, a: Real):
    """L'Hopital's rule says nothing where the parts do not vanish."""
    first, second = f(x) + 1, g(x) + 3
    return Equal(Limit(first / second, x, a), Limit(f.prime(x) / g.prime(x), x, a))


def little_o_without_a_quotient(r: Remainder, h: Real):
    """To vanish is not yet to vanish faster than the step."""
    return Equivalent(Expansion(r(h), 0, absolute(h), h), Equal(Limit(absolute(r(h)), h, 0), 0))


def softplus_that_hardens_to_the_absolute_value(x: Real, beta: Positive):
    """Left of zero it goes to zero."""
    return Equal(Limit(1 / beta * ln(1 + exp(beta * x)), beta, oo), absolute(x))


def a_bound_that_holds_up_to_twenty(x: Real):
    """True from -20 to 20 and a little beyond."""
    return AtMost(x**2, Ratio(2000, 4), sharp={x: 10 * sqrt(5)})


def a_bound_that_holds_for_moderate_numbers(x: Positive):
    """False from 100000 on."""
    return AtMost(x, 10**5, sharp={x: 10**5})


def a_bound_that_only_parallel_vectors_break(x: Vector["n"], y: Vector["n"]):
    """A hundredth of the product was exchanged for a hundredth of one square."""
    bound = Ratio(99, 100) * Norm(x) * Norm(y) + Ratio(1, 100) * x.T * x
    return AtMost(absolute(x.T * y), bound, sharp={y: x})


def a_dip_between_the_points(x: Between(0, 1)):
    """False from 0.6176 to 0.6184 only."""
    return AtMost(1 - 10**6 * (x - Ratio(618, 1000)) ** 2, Ratio(9, 10), sharp={x: Ratio(618, 1000) - sqrt(10) / 10**4})


def a_mean_that_need_not_exist(g: Moderate, p: Density, X: RandomNumber["p"], x: Real):
    """Heavy tails have no mean."""
    return Definition(Expectation(g(X), X), Integral(g(x) * p(x), x, -oo, oo))


def substitution_with_the_old_bounds(f: Continuous, u: ContinuouslyDifferentiable, x: Real, t: Real, a: Real, b: Real):
    """The bounds must move along."""
    return Equal(Integral(f(u(x)) * u.prime(x), x, a, b), Integral(f(t), t, a, b))


def an_area_that_grows_with_its_start(f: Continuous, x: Real, b: Real, t: Real):
    """When the lower end moves up, the area shrinks."""
    return Equal(Derivative(Integral(f(t), t, x, b), x), f(x))


def a_density_that_is_only_moved(p: Differentiable, x: Real, y: Real, a: Real, b: Real):
    """The slope of the map is missing."""
    return Equal(Integral(p(ln(y)), y, exp(a), exp(b)), Integral(p(x), x, a, b))


def a_mean_whose_density_is_forgotten(f: Moderate, p: DensityFamily, theta: Positive, X: RandomOf["p", "theta"]):
    """The density moves too, not only what is in it."""
    return Equal(Derivative(Expectation(f(X), X), theta), Expectation(0 * f(X), X))


def a_path_without_its_noise(f: Moderate, p: LightDensity, mu: Real, sigma: Positive, epsilon: RandomNumber["p"]):
    """The slope in the scale carries the noise as a factor."""
    mean = Expectation(f(mu + sigma * epsilon), epsilon)
    return Equal(Derivative(mean, sigma), Expectation(f.prime(mu + sigma * epsilon), epsilon))


def a_bound_for_numbers_below_a_thousand(x: Real):
    """It is true until a thousand, and sharp there."""
    return AtMost(absolute(x), 1000, sharp={x: 1000})


def a_bound_that_fails_very_far_out(x: Positive):
    """The logarithm grows slowly, and without bound."""
    return AtMost(ln(x), 9, sharp={x: exp(9)})


def a_maximum_with_a_far_number(x: Real):
    """Fifty below zero it bends."""
    return Equal(maximum(x, -50), x)


def a_bound_for_whole_numbers_up_to_fifty(n: Whole):
    """It is true until fifty, and sharp there."""
    return AtMost(n, 50, sharp={n: 50})


def a_whole_number_cut_off(n: Whole):
    """The two sides part at thirty-six."""
    return Equal(minimum(n, 35), n)


def a_bound_on_norms_for_nine_entries(x: Vector["n"]):
    """The factor grows with the square root of the number of entries."""
    return AtMost(Norm(x, "1"), 3 * Norm(x), sharp={x: 0 * x})


def an_error_along_straight_lines(v: Vector[2]):
    """Along every line the error has the order stated; along a parabola it has not."""
    return Expansion(v[1] ** 2 * v[2] / (v[1] ** 4 + v[2] ** 2), 0, Norm(v), v, "O")


def a_premise_no_number_meets(x: Real):
    """What follows from nothing is worth nothing."""
    return Implies(Equal(x**2, -1), Equal(x, 5))


def a_slope_without_jumps(f: Differentiable, x: Real, a: Real):
    """A function may swing so that its slope exists everywhere and jumps."""
    return Equal(Limit(f.prime(x), x, a), f.prime(a))


def a_second_slope_without_jumps(f: TwiceDifferentiable, x: Real, a: Real):
    """Nor need the second slope be continuous."""
    return Equal(Limit(f.prime.prime(x), x, a), f.prime.prime(a))


def a_remainder_of_a_slightly_higher_power(f: Differentiable, x: Real, h: Real):
    """One slope promises less than any power above the first."""
    return Expansion(f(x + h), f(x) + f.prime(x) * h, absolute(h) ** Ratio(6, 5), h)


def a_remainder_of_half_an_order_more(f: TwiceDifferentiable, x: Real, h: Real):
    """Two slopes promise nothing above the second power."""
    model = f(x) + f.prime(x) * h + half * f.prime.prime(x) * h**2
    return Expansion(f(x + h), model, absolute(h) ** Ratio(5, 2), h)


def a_forward_difference_of_first_order(f: Differentiable, x: Real, h: Real):
    """Its error is of first order where there is a second slope."""
    return Expansion((f(x + h) - f(x)) / h, f.prime(x), absolute(h), h, "O")


def a_second_slope_for_one(f: ContinuouslyDifferentiable, x: Real):
    """There need not be any."""
    return Equal(Derivative(f(x), x, 2), f.prime.prime(x))


def mixed_slopes_that_agree(f: Field["n"], x: Vector["n"]):
    """They need not where the slopes of slopes jump."""
    return Equal(Hessian(f(x), x), Hessian(f(x), x).T)


def a_convex_function_with_two_slopes(f: Convex["n"], x: Vector["n"]):
    """It may bend at a point more than any parabola."""
    return Equal(Hessian(f(x), x), Hessian(f(x), x).T)


def a_lipschitz_map_without_a_kink(f: LipschitzMap["n", "m", "L"], x: Vector["n"], L: Positive):
    """Where it has a kink, there is no Jacobian."""
    return Equal(Jacobian(f(x), x).T.T, Jacobian(f(x), x))


def a_density_below_two(p: Density, x: Real):
    """One on a short interval is high."""
    return Equal(maximum(p(x), 2), 2)


def an_increasing_function_that_is_nowhere_level(f: Increasing, x: Real):
    """A cube is level at zero."""
    return Differ(f.prime(x), 0)


def an_inverse_where_a_function_is_level(f: Increasing, y: Real):
    """There the inverse is vertical."""
    return Equal(InverseFunction(f).prime(y), 1 / f.prime(InverseFunction(f)(y)))


def a_quotient_of_slopes_that_may_be_zero(f: Vanishing["a"], g: Vanishing["a"], x: Real, a: Real):
    """The slopes may swing, and then have no quotient that settles."""
    return Equal(Limit(f(x) / g(x), x, a), Limit(f.prime(x) / g.prime(x), x, a))


def newton_where_the_curvature_is_zero(f: TwiceDifferentiable, x: Real, k: Whole):
    """Nothing is divided by zero."""
    step = Equal(x, Previous(x) - f.prime(Previous(x)) / f.prime.prime(Previous(x)))
    return Update([step], k, solves=Equal(f.prime.prime(Previous(x)) * (x - Previous(x)), -f.prime(Previous(x))))


def a_direction_between_any_two_points(x: Vector["n"], y: Vector["n"]):
    """There is none from a point to itself."""
    return Equal(Norm((x - y) / Norm(x - y)), 1)


def a_direction_of_any_residual(A: Matrix["m", "n"], x: Vector["n"], b: Vector["m"]):
    """A system that is solved leaves none."""
    return Equal(Norm((A * x - b) / Norm(A * x - b)), 1)


def a_quotient_by_what_may_cancel(x: Vector["n"], y: Vector["n"], a: Real):
    """The number may be the product."""
    return Equal((x.T * y - a) / (x.T * y - a), 1)


def a_root_of_any_number(x: Real):
    """A negative number has none, which no later number outvotes."""
    return Equal(sqrt(x) ** 2, x)
