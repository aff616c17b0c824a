"""Claims that are false for good, one of every sort: a road on which one is not seen to be false has lost its sight."""

# ruff: noqa: F821

from calculus.language import (
    AtMost,
    Definition,
    Derivative,
    Differ,
    Differentiable,
    Equal,
    Expansion,
    Gradient,
    Indicator,
    Jacobian,
    Limit,
    Matrix,
    Norm,
    Positive,
    Real,
    Sum,
    Trace,
    Vector,
    Whole,
    absolute,
    cos,
    exp,
    half,
    ln,
    relu,
    sigmoid,
    sin,
    sqrt,
    tanh,
)


def slope_of_the_sigmoid(z: Real):
    """A factor is missing."""
    return Equal(sigmoid.prime(z), sigmoid(z))


def slope_of_the_cosine(x: Real):
    """A sign is missing."""
    return Equal(Derivative(cos(x), x), sin(x))


def hyperbolic_tangent(z: Real):
    """The argument is not doubled."""
    return Equal(tanh(z), 2 * sigmoid(z) - 1)


def square_of_a_sum(x: Real, y: Real):
    """A term is missing."""
    return Equal((x + y) ** 2, x**2 + y**2)


def logarithm_of_a_product(x: Positive, y: Positive):
    """A sum was written as a product."""
    return Equal(ln(x * y), ln(x) * ln(y))


def root_of_a_square(x: Real):
    """True for positive numbers only."""
    return Equal(sqrt(x**2), x)


def slope_of_the_relu(z: Real):
    """The sides are exchanged."""
    return Equal(relu.prime(z), Indicator(z < 0), given=[Differ(z, 0)])


def gradient_of_a_quadratic_form(x: Vector["n"], A: Matrix["n", "n"]):
    """True for symmetric matrices only."""
    return Equal(Gradient(x.T * A * x, x), 2 * A * x)


def jacobian_of_entries(x: Vector["n"], a: Vector["n"]):
    """The vectors change places."""
    return Equal(Jacobian(a @ x @ x, x), 2 * a * x.T)


def trace_of_a_product(A: Matrix["n", "n"], B: Matrix["n", "n"]):
    """A trace is not multiplicative."""
    return Equal(Trace(A * B), Trace(A) * Trace(B))


def sum_of_powers(n: Whole, k: Whole, x: Positive):
    """The range is off by one."""
    return Equal((1 - x) * Sum(x**k, k, 0, n), 1 - x**n)


def short_secant(x: Real, h: Real):
    """The step is taken twice and counted once."""
    return Equal(Limit((exp(x + h) - exp(x - h)) / h, h, 0), exp(x))


def bound_on_the_exponential(x: Real):
    """The inequality is turned."""
    return AtMost(exp(x), 1 + x, sharp={x: 0})


def triangle_inequality(x: Vector["n"], y: Vector["n"]):
    """The inequality is turned, and holds at equal vectors."""
    return AtMost(Norm(x) + Norm(y), Norm(x + y), sharp={x: y})


def definition_of_the_sigmoid(z: Real):
    """A sign is missing."""
    return Definition(sigmoid(z), 1 / (1 + exp(z)))


def second_order(f: Differentiable, x: Real, h: Real):
    """The linear term has a factor."""
    return Expansion(f(x + h), f(x) + half * f.prime(x) * h, absolute(h), h)
