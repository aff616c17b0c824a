"""Loss functions."""

from calculus import language as known  # here `huber` names a formula; `known.huber` is the function itself
from calculus.language import (
    Alias,
    Both,
    Chain,
    Count,
    Definition,
    Derivative,
    Differ,
    Distribution,
    Equal,
    Gradient,
    Index,
    Indicator,
    Member,
    Optimum,
    Partial,
    Positive,
    Probability,
    Real,
    Shares,
    Sum,
    UnitInterval,
    Vector,
    absolute,
    cases,
    crossed_entropy,
    divergence,
    exp,
    generated,
    half,
    ln,
    log_sum_exp,
    maximum,
    mean,
    median,
    minimum,
    sigmoid,
    softmax,
    softplus,
)


def half_squared_error(y_hat: Real, y: Real):
    """Half squared error and its slope.

    For one example. The half is there to cancel the 2 that the square brings down.
    """
    loss = known.half_squared_error(y_hat, y)
    return Both(Definition(loss, half * (y_hat - y) ** 2), Equal(Partial(loss, y_hat), generated))


def mean_squared_error(y_hat: Vector["n"], y: Vector["n"], i: Index["n"], n: Count):
    """Mean squared error and its slopes.

    The factor is 2/n; forgetting it changes the learning rate you need.
    """
    loss = known.mean_squared_error(y_hat, y)
    return Both(
        Definition(loss, 1 / n * Sum((y_hat[i] - y[i]) ** 2, i)),
        Equal(Partial(loss, y_hat[i]), generated.factored),
    )


def half_mean_squared_error(y_hat: Vector["n"], y: Vector["n"], i: Index["n"], n: Count):
    """Half mean squared error and its slopes.

    It has the same minimizer as the mean squared error and half its gradient, so its learning rate is twice as large.
    """
    loss = known.half_mean_squared_error(y_hat, y)
    return Both(
        Definition(loss, 1 / (2 * n) * Sum((y_hat[i] - y[i]) ** 2, i)),
        Equal(Partial(loss, y_hat[i]), generated),
    )


def absolute_error_slope(y_hat: Vector["n"], y: Vector["n"], i: Index["n"], j: Index["n"], n: Count):
    """Slopes of the mean absolute error.

    Where a prediction equals its target there is a kink and no slope; any number from −1/n to 1/n serves there.
    """
    loss = 1 / n * Sum(absolute(y_hat[j] - y[j]), j)
    return Equal(Partial(loss, y_hat[i]), generated, given=[Differ(y_hat[i], y[i])])


def huber(r: Real, delta: Positive):
    """Huber loss.

    Squared for small residuals, absolute for large ones.
    """
    return Definition(
        known.huber(r, delta),
        cases((half * r**2, absolute(r) <= delta), (delta * (absolute(r) - half * delta), absolute(r) > delta)),
    )


def huber_slope(r: Real, delta: Positive):
    """Slope of the Huber loss.

    The slope is the residual, clipped. It has no jump, not even where the two pieces meet.
    """
    return Equal(known.huber.prime(r, delta), maximum(-delta, minimum(delta, r)))


def binary_cross_entropy(p: Probability, y: UnitInterval):
    """Binary cross-entropy."""
    return Definition(known.binary_cross_entropy(p, y), -y * ln(p) - (1 - y) * ln(1 - p))


def binary_cross_entropy_slope(p: Probability, y: UnitInterval):
    """Slope of binary cross-entropy in the probability."""
    return Equal(Partial(known.binary_cross_entropy(p, y), p), generated.factored)


def binary_cross_entropy_from_logit(z: Real, y: UnitInterval):
    """Binary cross-entropy from the logit.

    The stable form: no logarithm of 0 can occur.
    """
    p = Alias("p", sigmoid(z))
    return Equal(known.binary_cross_entropy(p, y), softplus(z) - y * z, where=[p])


def binary_cross_entropy_logit_slope(z: Real, y: UnitInterval):
    """Slope of binary cross-entropy in the logit.

    It stays between −1 and 1, unlike the slope in the probability.
    """
    p = Alias("p", sigmoid(z))
    return Equal(Partial(known.binary_cross_entropy(p, y), z), generated.expanded, where=[p])


def hinge_slope(m: Real):
    """Slope of the hinge loss in the margin.

    At the margin 1 there is a kink and no slope; any number from −1 to 0 serves there.
    """
    return Equal(Derivative(maximum(0, 1 - m), m), -Indicator(m < 1), given=[Differ(m, 1)])


def logistic_slope(m: Real):
    """Slope of the logistic loss in the margin.

    It is binary cross-entropy for labels of −1 and 1, and it has no kink.
    """
    return Equal(Derivative(ln(1 + exp(-m)), m), -sigmoid(-m))


def cross_entropy(p: Distribution["K"], y: Shares["K"], k: Index["K"]):
    """Cross-entropy."""
    return Definition(known.cross_entropy(p, y), -Sum(y[k] * ln(p[k]), k))


def cross_entropy_logit_gradient(z: Vector["K"], y: Shares["K"]):
    """Gradient of cross-entropy in the logits.

    Prediction minus target, entry by entry; it needs targets that add up to 1.
    """
    p = Alias("p", softmax(z))
    return Equal(Gradient(known.cross_entropy(p, y), z), p - y, where=[p])


def cross_entropy_from_logits(z: Vector["K"], y: Shares["K"]):
    """Cross-entropy from the logits.

    The stable form; it needs targets that add up to 1.
    """
    p = Alias("p", softmax(z))
    return Equal(known.cross_entropy(p, y), log_sum_exp(z) - y.T * z, where=[p])


def divergence_is_nonnegative(p: Distribution["K"], q: Distribution["K"], k: Index["K"]):
    """Kullback–Leibler divergence is never negative.

    It is zero when the two distributions are equal, and only then.
    """
    return Chain(divergence(p, q), "=", Sum(p[k] * ln(p[k] / q[k]), k), ">=", 0, sharp={p: q})


def entropy(p: Distribution["K"], k: Index["K"]):
    """Entropy."""
    return Definition(known.entropy(p), -Sum(p[k] * ln(p[k]), k))


def cross_entropy_split(p: Distribution["K"], q: Distribution["K"]):
    """Cross-entropy splits into entropy and divergence.

    With p fixed, both sides have the same gradient in q.
    """
    return Equal(crossed_entropy(p, q), known.entropy(p) + divergence(p, q))


def mean_and_median(y: Vector["n"], c: Real, i: Index["n"]):
    """Mean and median as minimizers."""
    return Both(
        Equal(Optimum("argmin", Sum((y[i] - c) ** 2, i), c), mean(y)),
        Member(median(y), Optimum("argmin", Sum(absolute(y[i] - c), i), c)),
    )
