"""Exponential, log, sigmoid and friends."""

from calculus import language as known  # here `sigmoid` names a formula; `known.sigmoid` is the function itself
from calculus.language import (
    Alias,
    AtMost,
    Both,
    Chain,
    Count,
    Definition,
    Derivative,
    Differ,
    Equal,
    Gradient,
    Index,
    Indicator,
    Largest,
    Ones,
    Partial,
    Probability,
    Ratio,
    Real,
    Sum,
    Unit,
    Vector,
    cases,
    exp,
    generated,
    ln,
    maximum,
    oo,
    tanh,
)


def sigmoid(z: Real):
    """Sigmoid.

    It turns any number into one between 0 and 1.
    """
    return Definition(known.sigmoid(z), 1 / (1 + exp(-z)))


def sigmoid_slope(z: Real):
    """Slope of the sigmoid.

    The slope needs only the value that is already there, so frameworks keep the output and not the input.
    """
    return Equal(known.sigmoid.prime(z), generated)


def sigmoid_slope_bound(z: Real):
    """Bound on the slope of the sigmoid.

    The slope is a quarter at z = 0 and nowhere else.
    """
    return Chain(0, "<", known.sigmoid.prime(z), "<=", Ratio(1, 4), sharp=[{z: 0}, {z: oo}])


def sigmoid_symmetry(z: Real):
    """Symmetry of the sigmoid."""
    return Equal(known.sigmoid(-z), 1 - known.sigmoid(z))


def logit(p: Probability):
    """Logit and its slope.

    The logit is the inverse of the sigmoid: it leads from a probability back to the number z.
    """
    return Both(Definition(known.logit(p), ln(p / (1 - p))), Equal(known.logit.prime(p), generated.factored))


def tanh_as_sigmoid(z: Real):
    """Hyperbolic tangent as a rescaled sigmoid."""
    return Equal(tanh(z), 2 * known.sigmoid(2 * z) - 1)


def softplus(z: Real):
    """Softplus.

    Compute it as the larger of z and 0, plus the logarithm of one plus e to the power −|z|: no large number is raised.
    """
    return Definition(known.softplus(z), ln(1 + exp(z)))


def softplus_slope(z: Real):
    """Slope of softplus."""
    return Equal(known.softplus.prime(z), generated)


def relu_slope(z: Real):
    """Slope of the ReLU.

    At z = 0 there is no slope. This site uses 0 there, as the common frameworks do; any number from 0 to 1 would serve.
    """
    return Equal(known.relu.prime(z), generated, given=[Differ(z, 0)])


def leaky_relu_slope(z: Real, alpha: Probability):
    """Slope of the leaky ReLU.

    The leaky ReLU is the larger of z and αz. At z = 0 there is a corner and no slope.
    """
    slopes = cases((1, z > 0), (alpha, z < 0))
    return Equal(Derivative(maximum(z, alpha * z), z), slopes, given=[Differ(z, 0)])


def silu_slope(z: Real):
    """Slope of the SiLU, also called swish.

    The SiLU is z times its sigmoid.
    """
    return Equal(known.silu.prime(z), generated)


def softmax(z: Vector["K"], i: Index["K"], j: Index["K"]):
    """Softmax, entry by entry.

    All entries are positive and add up to 1.
    """
    return Definition(known.softmax(z)[i], exp(z[i]) / Sum(exp(z[j]), j))


def softmax_slopes(z: Vector["K"], i: Index["K"], j: Index["K"]):
    """Slopes of softmax.

    A logit raises its own entry and lowers all others.
    """
    p = Alias("p", known.softmax(z))
    return Equal(Partial(p[i], z[j]), p[i] * (Indicator(Equal(i, j)) - p[j]), where=[p])


def softmax_shift(z: Vector["K"], c: Real):
    """Softmax ignores a shift of all logits.

    Take c = −max z before you exponentiate, and nothing overflows.
    """
    return Equal(known.softmax(z + c * Ones("K")), known.softmax(z))


def log_sum_exp_gradient(z: Vector["K"], i: Index["K"]):
    """Log-sum-exp and its gradient."""
    return Both(
        Definition(known.log_sum_exp(z), ln(Sum(exp(z[i]), i))),
        Equal(Gradient(known.log_sum_exp(z), z), known.softmax(z)),
    )


def log_sum_exp_shift(z: Vector["K"], c: Real):
    """Log-sum-exp passes a shift on.

    The shift comes out; it does not vanish as it does in softmax.
    """
    return Equal(known.log_sum_exp(z + c * Ones("K")), known.log_sum_exp(z) + c)


def log_sum_exp_bounds(z: Vector["K"], i: Index["K"], K: Count):
    """Log-sum-exp lies just above the largest entry.

    The upper bound is reached when all entries are equal. With two entries or more, the lower one is only approached.
    """
    largest = Largest(z[i], i)
    return AtMost(largest, known.log_sum_exp(z), largest + ln(K), sharp=[{z: 0 * Ones("K")}, {z: oo * Unit(i)}])


def two_class_softmax(z: Vector[2]):
    """Softmax of two classes is a sigmoid.

    Only the difference of the two logits counts.
    """
    return Equal(known.softmax(z)[1], known.sigmoid(z[1] - z[2]))


def max_gate(x: Real, y: Real):
    """Slopes of the maximum: a gate.

    The larger input gets the whole slope. At a tie route it to one input or split it; never send 1 to both.
    """
    return Both(
        Equal(Partial(maximum(x, y), x), generated),
        Equal(Partial(maximum(x, y), y), generated),
        given=[Differ(x, y)],
    )
