"""Gradient descent for deep learning: first weights, and gradients that must shrink."""

from calculus.language import (
    Alias,
    AtMost,
    Count,
    Equal,
    Expectation,
    Index,
    LipschitzField,
    Nabla,
    Norm,
    Positive,
    Real,
    Sequence,
    Sum,
    Vector,
    Whole,
    mean,
    sqrt,
)


def independent_weights(g: Vector["n"], a: Real, b: Real, i: Index["n"], j: Index["n"], k: Index["n"], n: Count):
    """Independent weights add their squares.

    Two weights are drawn from n numbers, each on its own, and their mean is taken away; a and b are the inputs.
    """
    s = Alias("s", sqrt(1 / n * Sum((g[k] - mean(g)) ** 2, k)))
    unit = a * (g[i] - mean(g)) + b * (g[j] - mean(g))
    return Equal(Expectation(Expectation(unit**2, i), j), s**2 * (a**2 + b**2), where=[s])


def gradients_must_shrink(f: LipschitzField["n", "L"], x: Sequence[Vector["n"]], L: Positive, k: Whole, K: Whole):
    """Gradients must shrink, convex or not.

    All squared gradient norms together stay below what the loss has fallen, times 2L.
    """
    step = Equal(x[k + 1], x[k] - 1 / L * Nabla(f)(x[k]))
    total = Sum(Norm(Nabla(f)(x[k])) ** 2, k, 0, K - 1)
    return AtMost(total, 2 * L * (f(x[0]) - f(x[K])), given=[step], sharp=[{K: 0}, {K: 1}])
