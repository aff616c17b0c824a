"""Loss functions."""

from calculus import language as known  # here `losses.binary_cross_entropy` is a formula
from calculus.language import (
    Alias,
    Derivation,
    Distribution,
    Gradient,
    Index,
    Partial,
    Probability,
    Real,
    Shares,
    Step,
    Sum,
    UnitInterval,
    Vector,
    divergence,
    ln,
    log_sum_exp,
    sigmoid,
    softmax,
)
from formulas import activations, derivatives, losses


def binary_cross_entropy_slope_steps(p: Probability, y: UnitInterval):
    """Slope of binary cross-entropy in the probability."""
    loss = known.binary_cross_entropy(p, y)
    return Derivation(
        Partial(loss, p),
        Step("=", Partial(-y * ln(p) - (1 - y) * ln(1 - p), p), by=losses.binary_cross_entropy),
        Step("=", -(y / p) + (1 - y) / (1 - p), by=(derivatives.logarithm_slope, derivatives.chain_rule)),
        Step("=", (-y * (1 - p) + (1 - y) * p) / (p * (1 - p)), by="common denominator"),
        Step("=", (p - y) / (p * (1 - p)), by="multiply out and collect"),
        proves=losses.binary_cross_entropy_slope,
    )


def binary_cross_entropy_logit_slope_steps(z: Real, y: UnitInterval):
    """Prediction minus target, for the sigmoid."""
    p = Alias("p", sigmoid(z))
    return Derivation(
        Partial(known.binary_cross_entropy(p, y), z),
        Step(
            "=", (p - y) / (p * (1 - p)) * sigmoid.prime(z),
            by=(derivatives.chain_rule, losses.binary_cross_entropy_slope),
        ),
        Step("=", (p - y) / (p * (1 - p)) * (p * (1 - p)), by=activations.sigmoid_slope),
        Step("=", p - y, by="cancel"),
        proves=losses.binary_cross_entropy_logit_slope,
        where=[p],
    )  # fmt: skip


def cross_entropy_from_logits_steps(z: Vector["K"], y: Shares["K"], k: Index["K"]):
    """Cross-entropy from the logits."""
    p, lse = Alias("p", softmax(z)), log_sum_exp(z)
    return Derivation(
        known.cross_entropy(p, y),
        Step("=", -Sum(y[k] * ln(p[k]), k), by=losses.cross_entropy),
        Step("=", -Sum(y[k] * (z[k] - lse), k), by=(activations.softmax, "logarithm of a fraction")),
        Step("=", lse * Sum(y[k], k) - Sum(y[k] * z[k], k), by="split the sum"),
        Step("=", lse - y.T * z, by="the targets add up to one"),
        proves=losses.cross_entropy_from_logits,
        where=[p],
    )


def cross_entropy_logit_gradient_steps(z: Vector["K"], y: Shares["K"]):
    """Prediction minus target, for softmax."""
    p = Alias("p", softmax(z))
    return Derivation(
        Gradient(known.cross_entropy(p, y), z),
        Step("=", Gradient(log_sum_exp(z) - y.T * z, z), by=losses.cross_entropy_from_logits),
        Step("=", softmax(z) - y, by=(activations.log_sum_exp_gradient, "the sum has the targets as slopes")),
        Step("=", p - y, by="name of the prediction"),
        proves=losses.cross_entropy_logit_gradient,
        where=[p],
    )


def divergence_is_nonnegative_steps(p: Distribution["K"], q: Distribution["K"], k: Index["K"]):
    """The divergence is never negative."""
    return Derivation(
        divergence(p, q),
        Step("=", Sum(p[k] * ln(p[k] / q[k]), k), by="definition of the divergence"),
        Step("=", -Sum(p[k] * ln(q[k] / p[k]), k), by="turn the fraction over"),
        Step(">=", -Sum(p[k] * (q[k] / p[k] - 1), k), by="the logarithm lies below its tangent at one", sharp={p: q}),
        Step("=", Sum(p[k], k) - Sum(q[k], k), by="multiply out and split the sum"),
        Step("=", 0, by="both sums are one"),
        proves=losses.divergence_is_nonnegative,
    )
