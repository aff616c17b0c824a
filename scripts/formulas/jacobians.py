"""Slopes of maps: vectors in, vectors out, gathered in the Jacobian."""

from calculus.language import (
    Alias,
    Column,
    Definition,
    Determinant,
    Diag,
    Differentiable,
    Equal,
    Expansion,
    Field,
    Gradient,
    Identity,
    Index,
    Jacobian,
    Limit,
    Map,
    Matrix,
    Nabla,
    NonZeroVector,
    Norm,
    Ones,
    Partial,
    Real,
    Vector,
    cos,
    sin,
    softmax,
)


def jacobian(f: Map["n", "m"], x: Vector["n"], i: Index["m"], j: Index["n"]):
    """Jacobian.

    One row for each output, one column for each input. Row i is the gradient of output i, lying down.
    """
    return Definition(Jacobian(f(x), x)[i, j], Partial(f(x)[i], x[j]))


def scalar_case(f: Field["n"], x: Vector["n"]):
    """Jacobian of a function with one output.

    The same numbers as the gradient, in a row instead of a column.
    """
    return Equal(Jacobian(f(x), x), Nabla(f)(x).T)


def linearization(f: Map["n", "m"], x: Vector["n"], h: Vector["n"]):
    """Linear approximation of a map."""
    return Expansion(f(x + h), f(x) + Jacobian(f(x), x) * h, Norm(h), h)


def affine_map(A: Matrix["m", "n"], x: Vector["n"], b: Vector["m"]):
    """Jacobian of an affine map."""
    return Equal(Jacobian(A * x + b, x), A)


def elementwise(phi: Differentiable, x: Vector["n"]):
    """Jacobian of a function applied entry by entry."""
    return Equal(Jacobian(phi(x), x), Diag(phi.prime(x)))


def hadamard_product(w: Vector["n"], x: Vector["n"]):
    """Jacobian of a product entry by entry."""
    return Equal(Jacobian(w @ x, x), Diag(w))


def softmax_jacobian(z: Vector["K"]):
    """Jacobian of the softmax."""
    p = Alias("p", softmax(z))
    return Equal(Jacobian(softmax(z), z), Diag(p) - p * p.T, where=[p])


def softmax_kills_ones(z: Vector["K"]):
    """Shifts do not move the softmax."""
    p = Alias("p", softmax(z))
    return Equal((Diag(p) - p * p.T) * Ones("K"), 0, where=[p])


def normalization(x: NonZeroVector["n"]):
    """Jacobian of normalization."""
    u = Alias("u", x / Norm(x))
    return Equal(Jacobian(x / Norm(x), x), 1 / Norm(x) * (Identity("n") - u * u.T), where=[u])


def scaled_map(alpha: Field["n"], u: Map["n", "m"], x: Vector["n"]):
    """Jacobian of a number times a vector."""
    return Equal(Jacobian(alpha(x) * u(x), x), alpha(x) * Jacobian(u(x), x) + u(x) * Nabla(alpha)(x).T)


def dot_product(u: Map["n", "m"], v: Map["n", "m"], x: Vector["n"]):
    """Gradient of an inner product."""
    return Equal(Gradient(u(x).T * v(x), x), Jacobian(u(x), x).T * v(x) + Jacobian(v(x), x).T * u(x))


def polar_coordinates(x: Vector[2]):
    """Area factor of polar coordinates.

    The first entry is the distance from the origin, the second the angle.
    """
    r, angle = x[1], x[2]
    return Equal(Determinant(Jacobian(Column((r * cos(angle), r * sin(angle))), x)), r)


def area_factor(f: Map[2, 2], x: Vector[2], h: Real):
    """Local area factor.

    A small square with the side h has the area h². Its image has the edges a and b, up to a small error. The
    signed area of the parallelogram they span, over h², tends to the determinant.
    """
    a, b = Alias("a", f(x + Column((h, 0))) - f(x)), Alias("b", f(x + Column((0, h))) - f(x))
    area = (a[1] * b[2] - a[2] * b[1]) / h**2
    return Equal(Limit(area, h, 0), Determinant(Jacobian(f(x), x)), where=[a, b])
