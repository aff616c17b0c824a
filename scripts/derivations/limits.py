"""Functions, limits and continuity."""

from calculus.language import (
    At,
    Derivation,
    Derivative,
    Limit,
    Natural,
    Positive,
    Real,
    Step,
    absolute,
    cos,
    exp,
    half,
    ln,
    maximum,
    oo,
    sin,
)
from formulas import derivatives, limits


def compound_by_logarithm(x: Real, n: Natural, h: Real):
    """Compound limit, by the logarithm."""
    return Derivation(
        Limit((1 + x / n) ** n, n, oo),
        Step("=", Limit(exp(n * ln(1 + x / n)), n, oo), by="write the power as an exponential"),
        Step("=", exp(Limit(n * ln(1 + x / n), n, oo)), by=limits.limit_inside),
        Step("=", exp(Limit(ln(1 + x * h) / h, h, 0, "+")), by="call one over n a step"),
        Step("=", exp(At(Derivative(ln(1 + x * h), h), h, 0)), by=derivatives.derivative),
        Step("=", exp(x), by=(derivatives.chain_rule, derivatives.logarithm_slope)),
        proves=limits.compound_interest,
    )


def softplus_hardens_by_squeeze(x: Real, beta: Positive):
    """Softplus hardens to the ReLU, by the squeeze."""
    rest = 1 / beta * ln(1 + exp(-(beta * absolute(x))))
    return Derivation(
        Limit(1 / beta * ln(1 + exp(beta * x)), beta, oo),
        Step("=", Limit(maximum(0, x) + rest, beta, oo), by="take the larger term out of the logarithm"),
        Step("=", maximum(0, x) + Limit(rest, beta, oo), by=limits.limit_of_a_sum),
        Step("=", maximum(0, x), by=(limits.squeeze, "the rest lies between zero and its height at zero")),
        proves=limits.softplus_hardens,
    )


def cosine_gap_by_sine(x: Real):
    """How the cosine leaves 1, from the limit of the sine."""
    return Derivation(
        Limit((1 - cos(x)) / x**2, x, 0),
        Step("=", Limit(2 * sin(x / 2) ** 2 / x**2, x, 0), by="double angle of the cosine"),
        Step("=", Limit(half * (sin(x / 2) / (x / 2)) ** 2, x, 0), by="collect the powers"),
        Step("=", half * Limit(sin(x / 2) / (x / 2), x, 0) ** 2, by=(limits.limit_of_a_product, limits.limit_inside)),
        Step("=", half, by=limits.sine_over_angle),
        proves=limits.cosine_gap,
    )
