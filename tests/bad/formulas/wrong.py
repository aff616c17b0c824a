"""A shelf that is wrong in every way a shelf that loads can be."""

from calculus.language import Derivative, Equal, Natural, Previous, Real, Update, Vector, optax, sigmoid


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


def unknown_optimizer(x: Real, g: Real, eta: Real, k: Natural):
    """An optimizer that has another name."""
    return Update([Equal(x, Previous(x) - eta * g)], k, same_as=optax.adamm(eta, moves=x, along=g))


def half_told(x: Real, g: Real, eta: Real, k: Natural):
    """An optimizer that is told too little."""
    return Update([Equal(x, Previous(x) - eta * g)], k, same_as=optax.adam(eta, b1=0, moves=x, along=g))
