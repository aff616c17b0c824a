"""Which way is down, and how far to go: gradient descent."""

from calculus.language import (
    Alias,
    AtMost,
    Both,
    Chain,
    Derivative,
    Equal,
    Equivalent,
    Expansion,
    Field,
    LipschitzField,
    Nabla,
    NonZeroVector,
    Norm,
    Optimum,
    Positive,
    PositiveDefinite,
    Previous,
    Real,
    Sequence,
    SmoothField,
    Update,
    Vector,
    Whole,
    minimum,
    optax,
    sqrt,
)


def steepest_direction(g: NonZeroVector["n"], u: Vector["n"]):
    """Direction of steepest ascent.

    Here g stands for the gradient, and u for all directions of length one.
    """
    return Equal(Optimum("argmax", g.T * u, u, Equal(Norm(u), 1)), g / Norm(g))


def steepest_descent_in_a_norm(g: NonZeroVector["n"], A: PositiveDefinite["n"], u: Vector["n"]):
    """Steepest descent where a matrix measures length.

    The identity gives the negative gradient; the Hessian gives Newton’s direction.
    """
    return Equal(Optimum("argmin", g.T * u, u, u.T * A * u <= 1), -(A.I * g) / sqrt(g.T * A.I * g))


def gradient_descent(f: Field["n"], x: Vector["n"], eta: Positive, k: Whole):
    """Gradient descent.

    The same rule at every step; the gradient is taken at the point before the step.
    """
    g = Nabla(f)
    step = Equal(x, Previous(x) - eta * g(Previous(x)))
    return Update([step], k, same_as=optax.sgd(eta, moves=x, along=g(x)))


def one_step_change(f: SmoothField["n"], x: Vector["n"], eta: Positive):
    """Change of the value in one step."""
    g = Nabla(f)(x)
    return Expansion(f(x - eta * g), f(x) - eta * Norm(g) ** 2, eta**2, eta, "O")


def step_on_a_parabola(x: Real, lam: Positive, eta: Positive):
    """One step on a parabola."""
    return Equal(x - eta * Derivative(lam / 2 * x**2, x), (1 - eta * lam) * x)


def descent_on_a_parabola(x: Sequence[Real], lam: Positive, eta: Positive, k: Whole):
    """Gradient descent on a parabola.

    The function is λx²/2 with the slope λx; each step multiplies by the same factor.
    """
    return Equal(x[k], (1 - eta * lam) ** k * x[0], given=[Equal(x[k + 1], x[k] - eta * lam * x[k])])


def learning_rate_regimes(lam: Positive, eta: Positive):
    """Regimes of the learning rate.

    On a parabola the iterates shrink on one side, shrink while they change sides, jump between two points, or grow.
    """
    r = Alias("r", 1 - eta * lam)
    return Both(
        Equivalent(r >= 0, eta * lam <= 1),
        Equivalent(Chain(-1, "<", r, "<", 0), Chain(1, "<", eta * lam, "<", 2)),
        Equivalent(Equal(r, -1), Equal(eta * lam, 2)),
        Equivalent(r < -1, eta * lam > 2),
        where=[r],
    )


def norm_clipping(g: NonZeroVector["n"], tau: Positive):
    """Norm clipping.

    The direction stays; the length is at most τ.
    """
    clipped = Alias("c", g * minimum(1, tau / Norm(g)))
    return Both(
        Equal(clipped / Norm(clipped), g / Norm(g)),
        Equal(Norm(clipped), minimum(Norm(g), tau)),
        where=[clipped],
    )


def sufficient_decrease(f: LipschitzField["n", "L"], x: Vector["n"], eta: Positive, c: Positive, L: Positive):
    """Sufficient decrease.

    Armijo’s test. Halving the step until it passes ends at the latest below this bound.
    """
    g = Nabla(f)(x)
    return AtMost(
        f(x - eta * g), f(x) - c * eta * Norm(g) ** 2, given=[c < 1, eta <= 2 * (1 - c) / L], sharp={c: 1 - eta * L / 2}
    )
