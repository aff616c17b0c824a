"""Second slopes of functions of many variables: the Hessian, curvature, and what they say about a stationary point."""

from calculus import language as known  # here `curvature.log_sum_exp` is a formula
from calculus.language import (
    Alias,
    AnyCurvature,
    At,
    AtLeast,
    Both,
    Chain,
    Definition,
    Derivative,
    Diag,
    Eigenvalue,
    Equal,
    Equivalent,
    Expansion,
    ForEvery,
    Gradient,
    Hessian,
    Identity,
    Implies,
    Index,
    Jacobian,
    LocalMinimum,
    Matrix,
    Nabla,
    NonZeroVector,
    Norm,
    Partial,
    Property,
    Real,
    Saddle,
    SmoothField,
    Space,
    Symmetric,
    TwiceDifferentiable,
    Vector,
    half,
    softmax,
)


def hessian(f: SmoothField["n"], x: Vector["n"], i: Index["n"], j: Index["n"]):
    """Hessian.

    A square matrix with the slopes of all slopes.
    """
    return Definition(Hessian(f(x), x)[i, j], Partial(f(x), x[i], x[j]))


def jacobian_of_gradient(f: SmoothField["n"], x: Vector["n"]):
    """The Hessian is the Jacobian of the gradient."""
    return Equal(Hessian(f(x), x), Jacobian(Nabla(f)(x), x))


def symmetry(f: SmoothField["n"], x: Vector["n"]):
    """The Hessian is symmetric."""
    H = Hessian(f(x), x)
    return Equal(H.T, H)


def second_order_taylor(f: SmoothField["n"], x: Vector["n"], h: Vector["n"]):
    """Second-order approximation.

    Value, slope, curvature. It is enough that the second partial derivatives are continuous near the point.
    """
    model = f(x) + Nabla(f)(x).T * h + half * h.T * Hessian(f(x), x) * h
    return Expansion(f(x + h), model, Norm(h) ** 2, h)


def curvature_along(f: SmoothField["n"], x: Vector["n"], d: Vector["n"], t: Real):
    """Curvature along a direction.

    The second derivative along a line. Twice the vector gives four times the number.
    """
    return Equal(At(Derivative(f(x + t * d), t, 2), t, 0), d.T * Hessian(f(x), x) * d)


def curvature_bounds(H: Symmetric["n"], v: NonZeroVector["n"]):
    """Bounds of the curvature.

    The fraction is the curvature along v, for length one. It meets a bound at an eigenvector of that eigenvalue.
    """
    along = v.T * H * v / (v.T * v)
    return Chain(Eigenvalue("min", H), "<=", along, "<=", Eigenvalue("max", H), sharp={H: Identity("n")})


def quadratic(A: Matrix["n", "n"], b: Vector["n"], x: Vector["n"]):
    """Hessian of a quadratic.

    For a symmetric matrix it is the matrix itself.
    """
    return Equal(Hessian(half * x.T * A * x - b.T * x, x), half * (A + A.T))


def least_squares(X: Matrix["n", "d"], w: Vector["d"], y: Vector["n"]):
    """Hessian of least squares.

    The targets do not occur in it.
    """
    return Equal(Hessian(half * Norm(X * w - y) ** 2, w), X.T * X)


def gram_curvature(X: Matrix["n", "d"], v: Vector["d"]):
    """Curvature of least squares along a direction.

    A length squared, so it is never negative. It is zero only for directions that no example sees.
    """
    return Equal(v.T * (X.T * X) * v, Norm(X * v) ** 2)


def log_sum_exp(z: Vector["K"]):
    """Hessian of log-sum-exp."""
    p = Alias("p", softmax(z))
    return Equal(Hessian(known.log_sum_exp(z), z), Diag(p) - p * p.T, where=[p])


def outer_function(phi: TwiceDifferentiable, f: SmoothField["n"], x: Vector["n"]):
    """Hessian under an outer function."""
    slope = Nabla(f)(x)
    bend = phi.prime(f(x)) * Hessian(f(x), x) + phi.prime.prime(f(x)) * slope * slope.T
    return Equal(Hessian(phi(f(x)), x), bend)


def affine_input(f: SmoothField["m"], A: Matrix["m", "n"], b: Vector["m"], x: Vector["n"]):
    """Hessian under an affine change of input.

    The matrix stands on both sides, because each of the two slopes is taken through it.
    """
    y = Alias("y", A * x + b)
    return Equal(Hessian(f(A * x + b), x), A.T * Hessian(f(y), y) * A, where=[y])


def necessary_conditions(f: SmoothField["n"], x_star: LocalMinimum["f", "n"]):
    """What holds at a local minimum.

    The point lies inside the domain. The converse fails: the cube has slope and curvature 0 at 0.
    """
    H = Hessian(f(x_star), x_star)
    level = Both(Equal(Nabla(f)(x_star), 0), AtLeast(Eigenvalue("min", H), 0))
    return Implies(Property(x_star, "is a local minimum of", f), level)


def sufficient_conditions(f: SmoothField["n"], x_star: LocalMinimum["f", "n"]):
    """What makes a local minimum.

    If the smallest eigenvalue is 0, the test is silent.
    """
    H = Hessian(f(x_star), x_star)
    bowl = Both(Equal(Nabla(f)(x_star), 0), Eigenvalue("min", H) > 0)
    return Implies(bowl, Property(x_star, "is a strict local minimum of", f))


def saddle_point(f: SmoothField["n"], x_star: Saddle["f", "n"]):
    """What makes a saddle point."""
    H = Hessian(f(x_star), x_star)
    bent = Both(Equal(Nabla(f)(x_star), 0), Chain(Eigenvalue("min", H), "<", 0, "<", Eigenvalue("max", H)))
    return Implies(bent, Property(x_star, "is a saddle point of", f))


def bowl_test(H: Symmetric[2]):
    """When both eigenvalues of a 2×2 matrix are positive.

    D is the determinant. Both are negative exactly when it is positive and the entry is negative.
    """
    D = Alias("D", H[1, 1] * H[2, 2] - H[1, 2] ** 2)
    return Equivalent(Eigenvalue("min", H) > 0, Both(D > 0, H[1, 1] > 0), where=[D])


def saddle_test(H: Symmetric[2]):
    """When the eigenvalues of a 2×2 matrix differ in sign.

    If the determinant is 0, one of the eigenvalues is 0, and the test is silent.
    """
    D = Alias("D", H[1, 1] * H[2, 2] - H[1, 2] ** 2)
    return Equivalent(Chain(Eigenvalue("min", H), "<", 0, "<", Eigenvalue("max", H)), D < 0, where=[D])


def product_with_a_vector(f: SmoothField["n"], x: Vector["n"], v: Vector["n"]):
    """Hessian times a vector.

    The vector is held fixed. Two gradients are enough; the matrix is never built.
    """
    return Equal(Hessian(f(x), x) * v, Gradient(Nabla(f)(x).T * v, x))


def convexity(f: AnyCurvature["n"], x: Vector["n"]):
    """Convex functions bend up everywhere.

    No curvature is negative, at any point and in any direction.
    """
    bends_up = ForEvery(x, AtLeast(Eigenvalue("min", Hessian(f(x), x)), 0))
    return Equivalent(Property(f, "is convex on", Space("n")), bends_up)


def gradient_change(f: SmoothField["n"], x: Vector["n"], h: Vector["n"]):
    """Linear approximation of the gradient."""
    return Expansion(Nabla(f)(x + h), Nabla(f)(x) + Hessian(f(x), x) * h, Norm(h), h)
