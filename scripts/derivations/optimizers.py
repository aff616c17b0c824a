"""Why momentum adds up, and why Adam corrects its bias."""

from calculus.language import (
    Count,
    Derivation,
    Expectation,
    Family,
    Field,
    Gradient,
    Index,
    Nabla,
    Natural,
    Probability,
    Real,
    Step,
    Sum,
    Vector,
    Whole,
)
from formulas import optimizers


def one_example_by_counting(f: Family[Field["d"], "n"], x: Vector["d"], i: Index["n"], n: Count):
    """The gradient of one example is unbiased, by counting."""
    return Derivation(
        Expectation(Nabla(f[i])(x), i),
        Step("=", 1 / n * Sum(Nabla(f[i])(x), i), by="each example is drawn with the same probability"),
        Step("=", Gradient(1 / n * Sum(f[i](x), i), x), by="the gradient of a sum is the sum of the gradients"),
        proves=optimizers.one_example_is_unbiased,
    )


def gain_by_shifting(beta: Probability, k: Whole, j: Whole):
    """Momentum adds up gradients, by shifting the sum."""
    whole = Sum(beta**j, j, 0, k)
    return Derivation(
        whole,
        Step("=", (whole - beta * whole) / (1 - beta), by="multiply and divide by the same number"),
        Step("=", (whole - Sum(beta**j, j, 1, k + 1)) / (1 - beta), by="one more factor moves every power up by one"),
        Step("=", (1 - beta ** (k + 1)) / (1 - beta), by="all but two terms cancel"),
        proves=optimizers.momentum_gain,
    )


def bias_by_gain(g: Real, beta: Probability, t: Natural, j: Whole):
    """A moving average that starts at zero is too small, from the gain."""
    return Derivation(
        (1 - beta) * Sum(beta**j * g, j, 0, t - 1),
        Step("=", (1 - beta) * Sum(beta**j, j, 0, t - 1) * g, by="take the common factor out"),
        Step("=", (1 - beta) * ((1 - beta**t) / (1 - beta)) * g, by=optimizers.momentum_gain),
        Step("=", (1 - beta**t) * g, by="cancel"),
        proves=optimizers.bias_of_a_mean,
    )
