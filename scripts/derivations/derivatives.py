"""What a derivative is, the rules that compute it, and what it tells about a function."""

from calculus.language import (
    Alias,
    Derivation,
    Derivative,
    Differ,
    Equal,
    Increasing,
    InverseFunction,
    Positive,
    Prime,
    Quantity,
    Real,
    Step,
    exp,
    ln,
    tanh,
)
from formulas import derivatives


def quotient_rule_from_product(f: Quantity["x"], g: Quantity["x"]):
    """Quotient rule, from the product rule."""
    q = Alias("q", f / g)
    slope = Prime(q)
    return Derivation(
        Equal(q * g, f),
        Step("=>", Equal(Prime(q * g), Prime(f)), do=Prime, by="take the slope of both sides"),
        Step("=>", Equal(slope * g + q * Prime(g), Prime(f)), by=derivatives.product_rule),
        Step(
            "=>", Equal(slope * g, Prime(f) - q * Prime(g)), do=lambda side: side - q * Prime(g), by="move a term over"
        ),
        Step("=>", Equal(slope, (Prime(f) - q * Prime(g)) / g), do=lambda side: side / g, by="divide both sides"),
        Step("=", (Prime(f) * g - f * Prime(g)) / g**2, by="put the fraction back and expand"),
        proves=derivatives.quotient_rule,
        by="what a fraction means",
        given=[Differ(g, 0)],
        where=[q],
    )


def inverse_rule_from_chain(f: Increasing, y: Real):
    """Derivative of an inverse function, from the chain rule."""
    inverse = InverseFunction(f)
    slope = f.prime(inverse(y))
    return Derivation(
        Equal(f(inverse(y)), y),
        Step(
            "=>",
            Equal(Derivative(f(inverse(y)), y), 1),
            do=lambda side: Derivative(side, y),
            by="take the slope of both sides",
        ),
        Step("=>", Equal(slope * inverse.prime(y), 1), by=derivatives.chain_rule),
        Step("=>", Equal(inverse.prime(y), 1 / slope), do=lambda side: side / slope, by="divide both sides"),
        proves=derivatives.inverse_rule,
        by="the inverse undoes the function",
        given=[Differ(slope, 0)],
    )


def power_rule_by_logarithm(x: Positive, r: Real):
    """Power rule, for every real exponent."""
    return Derivation(
        Derivative(x**r, x),
        Step("=", Derivative(exp(r * ln(x)), x), by="write the power as an exponential"),
        Step(
            "=", exp(r * ln(x)) * Derivative(r * ln(x), x), by=(derivatives.chain_rule, derivatives.exponential_slope)
        ),
        Step("=", exp(r * ln(x)) * (r / x), by=derivatives.logarithm_slope),
        Step("=", x**r * (r / x), by="write the exponential as a power"),
        Step("=", r * x ** (r - 1), by="collect the powers"),
        proves=derivatives.power_rule,
    )


def general_exponential_slope_steps(a: Positive, x: Real):
    """Slope of an exponential with any base."""
    return Derivation(
        Derivative(a**x, x),
        Step("=", Derivative(exp(x * ln(a)), x), by="write the power as an exponential"),
        Step("=", exp(x * ln(a)) * ln(a), by=(derivatives.chain_rule, derivatives.exponential_slope)),
        Step("=", a**x * ln(a), by="write the exponential as a power"),
        proves=derivatives.general_exponential_slope,
    )


def tanh_slope_by_quotient(x: Real):
    """Slope of the hyperbolic tangent, by the quotient rule."""
    above, below = exp(x) - exp(-x), exp(x) + exp(-x)
    return Derivation(
        tanh.prime(x),
        Step("=", Derivative(above / below, x), by="definition of tanh"),
        Step("=", (below * below - above * above) / below**2, by=derivatives.quotient_rule),
        Step("=", 1 - (above / below) ** 2, by="split the fraction"),
        Step("=", 1 - tanh(x) ** 2, by="definition of tanh"),
        proves=derivatives.tanh_slope,
    )
