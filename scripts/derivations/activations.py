"""Exponential, log, sigmoid and friends."""

from calculus import language as known  # here `activations.logit` is a formula; `known.logit` is the function itself
from calculus.language import (
    Alias,
    Derivation,
    Derivative,
    Equal,
    Gradient,
    Index,
    Indicator,
    Listing,
    Partial,
    Probability,
    Ratio,
    Real,
    Step,
    Sum,
    Vector,
    exp,
    half,
    ln,
    log_sum_exp,
    sigmoid,
    silu,
    softmax,
    softplus,
    tanh,
)
from formulas import activations, derivatives


def sigmoid_slope_by_quotient(z: Real):
    """Slope of the sigmoid, by the quotient rule."""
    return Derivation(
        sigmoid.prime(z),
        Step("=", Derivative(1 / (1 + exp(-z)), z), by=activations.sigmoid),
        Step("=", exp(-z) / (1 + exp(-z)) ** 2, by=derivatives.quotient_rule),
        Step("=", 1 / (1 + exp(-z)) * (exp(-z) / (1 + exp(-z))), by="split the fraction"),
        Step("=", sigmoid(z) * (1 - sigmoid(z)), by=(activations.sigmoid, "both fractions add up to one")),
        proves=activations.sigmoid_slope,
    )


def sigmoid_slope_by_inverse(z: Real):
    """Slope of the sigmoid, from the logit."""
    return Derivation(
        sigmoid.prime(z),
        Step("=", 1 / known.logit.prime(sigmoid(z)), by=derivatives.inverse_rule),
        Step("=", 1 / (1 / (sigmoid(z) * (1 - sigmoid(z)))), by=activations.logit),
        Step("=", sigmoid(z) * (1 - sigmoid(z)), by="turn the fraction over"),
        proves=activations.sigmoid_slope,
    )


def logit_slope(p: Probability):
    """Slope of the logit."""
    return Derivation(
        known.logit.prime(p),
        Step("=", Derivative(ln(p / (1 - p)), p), by=activations.logit),
        Step("=", Derivative(ln(p) - ln(1 - p), p), by="logarithm of a fraction"),
        Step("=", 1 / p + 1 / (1 - p), by=(derivatives.logarithm_slope, derivatives.chain_rule)),
        Step("=", 1 / (p * (1 - p)), by="common denominator"),
        proves=activations.logit,
    )


def sigmoid_slope_at_most_a_quarter(z: Real):
    """The slope of the sigmoid is at most a quarter."""
    return Derivation(
        sigmoid.prime(z),
        Step("=", sigmoid(z) * (1 - sigmoid(z)), by=activations.sigmoid_slope),
        Step("=", Ratio(1, 4) - (sigmoid(z) - half) ** 2, by="complete the square"),
        Step("<=", Ratio(1, 4), by="a square is never negative", sharp={z: 0}),
        proves=activations.sigmoid_slope_bound,
    )


def tanh_from_sigmoid(z: Real):
    """The hyperbolic tangent is a rescaled sigmoid."""
    return Derivation(
        tanh(z),
        Step("=", (exp(z) - exp(-z)) / (exp(z) + exp(-z)), by="definition of tanh"),
        Step("=", (1 - exp(-(2 * z))) / (1 + exp(-(2 * z))), by="divide above and below by the same exponential"),
        Step("=", 2 / (1 + exp(-(2 * z))) - 1, by="take one out"),
        Step("=", 2 * sigmoid(2 * z) - 1, by=activations.sigmoid),
        proves=activations.tanh_as_sigmoid,
    )


def softplus_slope_steps(z: Real):
    """Slope of softplus."""
    return Derivation(
        softplus.prime(z),
        Step("=", Derivative(ln(1 + exp(z)), z), by=activations.softplus),
        Step("=", exp(z) / (1 + exp(z)), by=(derivatives.chain_rule, derivatives.logarithm_slope)),
        Step("=", 1 / (1 + exp(-z)), by="divide above and below by the same exponential"),
        Step("=", sigmoid(z), by=activations.sigmoid),
        proves=activations.softplus_slope,
    )


def silu_slope_steps(z: Real):
    """Slope of the SiLU."""
    return Derivation(
        silu.prime(z),
        Step("=", Derivative(z * sigmoid(z), z), by="definition of the SiLU"),
        Step("=", sigmoid(z) + z * sigmoid.prime(z), by=derivatives.product_rule),
        Step("=", sigmoid(z) + z * sigmoid(z) * (1 - sigmoid(z)), by=activations.sigmoid_slope),
        proves=activations.silu_slope,
    )


def softmax_slopes_steps(z: Vector["K"], i: Index["K"], j: Index["K"], k: Index["K"]):
    """Slopes of softmax."""
    p, total, same = Alias("p", softmax(z)), Sum(exp(z[k]), k), Indicator(Equal(i, j))
    return Derivation(
        Partial(p[i], z[j]),
        Step("=", Partial(exp(z[i]) / total, z[j]), by=activations.softmax),
        Step("=", (same * exp(z[i]) * total - exp(z[i]) * exp(z[j])) / total**2, by=derivatives.quotient_rule),
        Step("=", exp(z[i]) / total * (same - exp(z[j]) / total), by="split the fraction"),
        Step("=", p[i] * (same - p[j]), by=activations.softmax),
        proves=activations.softmax_slopes,
        where=[p],
    )


def log_sum_exp_gradient_steps(z: Vector["K"], i: Index["K"], j: Index["K"]):
    """Gradient of log-sum-exp."""
    total = Sum(exp(z[j]), j)
    return Derivation(
        Gradient(log_sum_exp(z), z),
        Step("=", Listing(Partial(ln(total), z[i]), i), by=activations.log_sum_exp_gradient),
        Step("=", Listing(exp(z[i]) / total, i), by=(derivatives.chain_rule, derivatives.logarithm_slope)),
        Step("=", softmax(z), by=activations.softmax),
        proves=activations.log_sum_exp_gradient,
    )
