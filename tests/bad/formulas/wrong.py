"""A shelf that is wrong in every way a shelf that loads can be."""

from calculus.language import Derivative, Equal, Real, Vector, sigmoid


def false_slope(z: Real):
    """A slope with a lost sign."""
    return Equal(Derivative(sigmoid(z), z), sigmoid(z) * (1 + sigmoid(z)))


def rounded(x: Real):
    """A number that was rounded."""
    return Equal(x, 0.5 * x)


def without_kind(x):
    """A parameter without its kind."""
    return Equal(x, x)


def two_shapes(x: Real, v: Vector["n"]):
    """Two sides that differ in shape."""
    return Equal(x, v)


def raises(x: Real):
    """A body that raises."""
    return Equal(x, {}["x"])


def untitled(x: Real):
    return Equal(x, x)


def twice(x: Real):
    """A name that is used twice."""
    return Equal(x, x)


def twice(x: Real):
    """The second of that name."""
    return Equal(x, x)
