"""Newton’s method and what is made of it: steps from a quadratic model of the function."""

from calculus.language import (
    Alias,
    AtMost,
    Chain,
    Determinant,
    Differ,
    Eigenvalue,
    Equal,
    Equivalent,
    Expansion,
    Gradient,
    Hessian,
    Identity,
    ManyTimesDifferentiable,
    Nabla,
    NonZeroVector,
    Norm,
    Optimum,
    Positive,
    PositiveDefinite,
    Previous,
    Prime,
    Real,
    SmoothField,
    StationaryMinimum,
    Symmetric,
    TwiceDifferentiable,
    Update,
    Vector,
    Whole,
    half,
    oo,
)


def newton_on_the_line(f: TwiceDifferentiable, x: Real, k: Whole):
    """Newton’s method for one number.

    The slope over the curvature, both at the old point. It asks for a curvature that is not zero, and looks for a
    stationary point, be it a minimum or not.
    """
    before = Previous(x)
    step = Equal(x, before - f.prime(before) / f.prime.prime(before))
    equation = Equal(f.prime.prime(before) * (x - before), -f.prime(before))
    return Update([step], k, solves=equation, given=[Differ(f.prime.prime(x), 0)])


def newton(f: SmoothField["n"], x: Vector["n"], k: Whole):
    """Newton’s method.

    The Hessian must be invertible. In code, solve a linear system; the inverse is never needed.
    """
    before = Previous(x)
    H = Hessian(f(before), before)
    step = Equal(x, before - H.I * Nabla(f)(before))
    invertible = Differ(Determinant(Hessian(f(x), x)), 0)
    return Update([step], k, solves=Equal(H * (x - before), -Nabla(f)(before)), given=[invertible])


def model_minimum(g: Vector["n"], H: PositiveDefinite["n"], h: Vector["n"]):
    """Lowest point of the quadratic model.

    Here g stands for the gradient and H for the Hessian at the current point, and h for all steps from there.
    """
    return Equal(Optimum("argmin", g.T * h + half * h.T * H * h, h), -(H.I * g))


def one_step_on_a_quadratic(A: PositiveDefinite["n"], b: Vector["n"], x: Vector["n"]):
    """On a quadratic one step is enough.

    The right side is the lowest point, and does not depend on the start.
    """
    q = Alias("q", half * x.T * A * x - b.T * x)
    return Equal(x - Hessian(q, x).I * Gradient(q, x), A.I * b, where=[q])


def quadratic_convergence(f: ManyTimesDifferentiable, x_star: StationaryMinimum["f"], h: Real):
    """Newton’s method converges quadratically.

    A step that starts at the distance h from a minimum ends at a multiple of h² from it. The curvature there must not
    be zero.
    """
    after = x_star + h - f.prime(x_star + h) / f.prime.prime(x_star + h)
    factor = Prime(f, 3)(x_star) / (2 * f.prime.prime(x_star))
    return Expansion(after, x_star + factor * h**2, h**2, h)


def slope_along_the_step(g: Vector["n"], H: PositiveDefinite["n"]):
    """Newton’s step goes down where the Hessian is positive definite."""
    step = -(H.I * g)
    return AtMost(g.T * step, -(Norm(g) ** 2 / Eigenvalue("max", H)), sharp={H: Identity("n")})


def damped_newton(f: SmoothField["n"], x: Vector["n"], eta: Positive, tau: Positive, k: Whole):
    """Damped Newton method."""
    before = Previous(x)
    H = Hessian(f(before), before) + tau * Identity("n")
    step = Equal(x, before - eta * H.I * Nabla(f)(before))
    equation = Equal(H * (x - before), -(eta * Nabla(f)(before)))
    invertible = Differ(Determinant(Hessian(f(x), x) + tau * Identity("n")), 0)
    return Update([step], k, solves=equation, given=[invertible])


def damping(H: Symmetric["n"], g: NonZeroVector["n"], tau: Real):
    """Enough damping makes a descent direction."""
    bound = tau > -Eigenvalue("min", H)
    return Chain(g.T * (H + tau * Identity("n")).I * g, ">", 0, given=[bound], sharp={tau: oo})


def gauss_newton(r: SmoothField["n"], theta: Vector["n"]):
    """Hessian of a squared residual.

    The first term needs slopes only. The second is small where the residual is small or hardly bent; the Gauss–Newton
    method leaves it out. A sum of squares adds such terms up, one for each residual.
    """
    slope = Nabla(r)(theta)
    bend = slope * slope.T + r(theta) * Hessian(r(theta), theta)
    return Equal(Hessian(half * r(theta) ** 2, theta), bend)


def secant_equation(B: PositiveDefinite["n"], s: NonZeroVector["n"], y: Vector["n"]):
    """Secant equation.

    B stands for the Hessian as it is guessed so far, s for the last step and y for the change of the gradient. The new
    guess, that of the BFGS method, explains the change.
    """
    after = Alias("C", B - B * s * s.T * B / (s.T * B * s) + y * y.T / (y.T * s))
    return Equal(after * s, y, given=[Differ(y.T * s, 0)], where=[after])


def positive_update(B: PositiveDefinite["n"], s: NonZeroVector["n"], y: Vector["n"]):
    """When the BFGS method keeps positive curvature.

    The step has to go to a place with a larger slope along it.
    """
    after = Alias("C", B - B * s * s.T * B / (s.T * B * s) + y * y.T / (y.T * s))
    return Equivalent(Eigenvalue("min", after) > 0, y.T * s > 0, given=[Differ(y.T * s, 0)], where=[after])
