"""Squares."""

from calculus.language import AtLeast, Derivative, Differentiable, Equal, Limit, Positive, Real, Vector, exp, sqrt


def square_slope(x: Real):
    """Slope of the square."""
    return Equal(Derivative(x**2, x), 2 * x)


def root(x: Positive):
    """Root of a square."""
    return Equal(sqrt(x**2), x)


def tangent(x: Real):
    """The exponential lies above its tangent."""
    return AtLeast(exp(x), 1 + x, sharp={x: 0})


def shrinking(h: Real):
    """The quotient of a small step."""
    return Equal(Limit(((1 + h) ** 2 - 1) / h, h, 0), 2)


def product(f: Differentiable, g: Differentiable, x: Real):
    """Product rule."""
    return Equal(Derivative(f(x) * g(x), x), f.prime(x) * g(x) + f(x) * g.prime(x))


def length(v: Vector["n"]):
    """Square of a length."""
    return Equal(v.T * v, v.T * v)
