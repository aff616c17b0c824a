"""Slopes of functions of many variables, gathered in the gradient."""

from calculus.language import (
    AtMost,
    Definition,
    Differentiable,
    Directional,
    Equal,
    Expansion,
    Field,
    Gradient,
    Implies,
    Index,
    LevelCurve,
    LevelOf,
    Limit,
    Listing,
    Matrix,
    Nabla,
    NonZeroVector,
    Norm,
    Partial,
    Real,
    SmoothField,
    Unit,
    UnitVector,
    Vector,
    absolute,
    generated,
    half,
)


def partial_derivative(f: Field["n"], x: Vector["n"], i: Index["n"], h: Real):
    """Partial derivative.

    One entry of the input takes a step, all others stay.
    """
    return Definition(Partial(f(x), x[i]), Limit((f(x + h * Unit(i)) - f(x)) / h, h, 0))


def gradient(f: Field["n"], x: Vector["n"], i: Index["n"]):
    """Gradient.

    A column with the shape of the input; its entries are the partial derivatives.
    """
    return Definition(Nabla(f)(x), Listing(Partial(f(x), x[i]), i))


def differentiability(f: Field["n"], x: Vector["n"], h: Vector["n"]):
    """Linear approximation in many variables.

    This is what differentiable means. It asks for more than partial derivatives that exist.
    """
    return Expansion(f(x + h), f(x) + Nabla(f)(x).T * h, Norm(h), h)


def directional_derivative(f: Field["n"], x: Vector["n"], u: UnitVector["n"], t: Real):
    """Directional derivative.

    The direction has length one, so that the number is a slope: rise per unit of distance.
    """
    return Definition(Directional(f, x, u), Limit((f(x + t * u) - f(x)) / t, t, 0))


def directional_derivative_by_gradient(f: Field["n"], x: Vector["n"], u: UnitVector["n"]):
    """Directional derivative from the gradient."""
    return Equal(Directional(f, x, u), Nabla(f)(x).T * u)


def cauchy_schwarz(a: Vector["n"], b: Vector["n"]):
    """Cauchy–Schwarz inequality.

    Both sides are equal when one vector is a multiple of the other.
    """
    return AtMost(absolute(a.T * b), Norm(a) * Norm(b), sharp=[{a: b}, {a: -b}])


def steepest_slope(f: Field["n"], x: Vector["n"], u: UnitVector["n"]):
    """Steepest ascent.

    The slope in the direction of the gradient is the length of the gradient, and no direction is steeper. Against the
    gradient the slope is as negative as it can be.
    """
    slope = Nabla(f)(x)
    return AtMost(Directional(f, x, u), Norm(slope), sharp={u: slope / Norm(slope)})


def level_set(f: Field["n"], gamma: LevelCurve["n", "f"], t: Real, c: LevelOf["f", "gamma"]):
    """Gradients stand at right angles to level sets.

    The premise is meant for every t: a curve that stays on one level moves at a right angle to the gradient.
    """
    return Implies(Equal(f(gamma(t)), c), Equal(Nabla(f)(gamma(t)).T * gamma.prime(t), 0))


def mixed_partials(f: SmoothField["n"], x: Vector["n"], i: Index["n"], j: Index["n"]):
    """Mixed partial derivatives commute.

    It is enough that the second partial derivatives are continuous near the point.
    """
    return Equal(Partial(f(x), x[i], x[j]), Partial(f(x), x[j], x[i]))


def outer_function(phi: Differentiable, f: Field["n"], x: Vector["n"]):
    """Gradient under an outer function."""
    return Equal(Gradient(phi(f(x)), x), phi.prime(f(x)) * Nabla(f)(x))


def linear_form(a: Vector["n"], x: Vector["n"]):
    """Gradient of a linear form."""
    return Equal(Gradient(a.T * x, x), generated)


def quadratic_form(A: Matrix["n", "n"], x: Vector["n"]):
    """Gradient of a quadratic form.

    For a symmetric matrix the bracket is twice the matrix.
    """
    return Equal(Gradient(x.T * A * x, x), generated)


def squared_norm(x: Vector["n"]):
    """Gradient of the squared norm."""
    return Equal(Gradient(Norm(x) ** 2, x), generated)


def norm(x: NonZeroVector["n"]):
    """Gradient of the norm.

    It is the unit vector that points away from the origin. At the origin the norm has a tip and no gradient.
    """
    return Equal(Gradient(Norm(x), x), x / Norm(x))


def least_squares(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"]):
    """Gradient of least squares.

    The residuals, prediction minus target, weighted by the columns of the data matrix.
    """
    return Equal(Gradient(half * Norm(X * w - y) ** 2, w), generated)


def affine_input(f: Field["m"], A: Matrix["m", "n"], b: Vector["m"], x: Vector["n"]):
    """Gradient under an affine change of input.

    The transposed matrix brings the gradient back to the shape of the inner input.
    """
    return Equal(Gradient(f(A * x + b), x), A.T * Nabla(f)(A * x + b))


def central_difference(f: SmoothField["n"], x: Vector["n"], h: Real, i: Index["n"]):
    """Central difference.

    Halving the step divides the error by four. The error of a forward difference only halves.
    """
    return Expansion((f(x + h * Unit(i)) - f(x - h * Unit(i))) / (2 * h), Partial(f(x), x[i]), h**2, h, letter="O")
