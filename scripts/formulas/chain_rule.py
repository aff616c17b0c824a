"""The chain rule in many variables: slopes add over paths and multiply along them."""

from calculus.language import (
    Alias,
    At,
    AtMost,
    Binary,
    Both,
    Curve,
    Definition,
    Derivative,
    Differentiable,
    Equal,
    Expansion,
    Field,
    Gradient,
    Group,
    Index,
    Jacobian,
    Map,
    Nabla,
    Ones,
    Partial,
    Real,
    Sum,
    Vector,
    Whole,
)


def along_a_path(f: Field["n"], gamma: Curve["n"], t: Real):
    """Chain rule along a path.

    The change of the value is the inner product of the gradient with the velocity.
    """
    return Equal(Derivative(f(gamma(t)), t), Nabla(f)(gamma(t)).T * gamma.prime(t))


def total_derivative(f: Binary, u: Differentiable, x: Real, y: Real):
    """Total derivative.

    The first term is what x changes directly; the second is what it changes through u.
    """
    directly, through = At(Partial(f(x, y), x), y, u(x)), At(Partial(f(x, y), y), y, u(x))
    return Equal(Derivative(f(x, u(x)), x), directly + through * u.prime(x))


def multivariable_chain_rule(f: Field["m"], g: Map["n", "m"], x: Vector["n"], i: Index["m"], j: Index["n"]):
    """Multivariable chain rule.

    One product for each path from the input to the output, and the products add up.
    """
    u = Alias("u", g(x))
    y = Alias("y", f(u))
    return Equal(Partial(y, x[j]), Sum(Partial(y, u[i]) * Partial(u[i], x[j]), i), where=[u, y])


def jacobian_of_a_composition(f: Map["m", "p"], g: Map["n", "m"], x: Vector["n"]):
    """Chain rule with Jacobians.

    The outer function stands on the left, so that the shapes fit.
    """
    u = Alias("u", g(x))
    v = Alias("v", f(u))
    return Equal(Jacobian(v, x), Jacobian(v, u) * Jacobian(u, x), where=[u, v])


def gradient_of_a_composition(f: Field["m"], g: Map["n", "m"], x: Vector["n"]):
    """Chain rule with gradients.

    One transpose turns the slopes behind the map into slopes in front of it; nothing is inverted.
    """
    u = Alias("u", g(x))
    return Equal(Gradient(f(u), x), Jacobian(u, x).T * Gradient(f(u), u), where=[u])


def adjoint(f: Field["n"], v: Vector["n"], v_bar: Vector["n"]):
    """Adjoint.

    Here f stands for all that happens from the value v to the output.
    """
    return Definition(v_bar, Gradient(f(v), v), same_as=Jacobian(f(v), v).T)


def fork(f: Field["m"], g: Map["n", "m"], x: Vector["n"], i: Index["m"]):
    """Fork rule.

    Each use of x sends back a share, and the shares add up.
    """
    u = Alias("u", g(x))
    u_bar = Alias("u_bar", Gradient(f(u), u))
    return Equal(Gradient(f(u), x), Sum(u_bar[i] * Gradient(u[i], x), i), where=[u, u_bar])


def reverse_mode(g: Map["k", "m"], h: Map["n", "k"], x: Vector["n"], v_bar: Vector["m"]):
    """Reverse mode.

    From the output back to the input: each step is a matrix times a column, and gives an adjoint.
    """
    u = Alias("u", h(x))
    v = Alias("v", g(u))
    return Equal(Jacobian(v, x).T * v_bar, Jacobian(u, x).T * Group(Jacobian(v, u).T * v_bar), where=[u, v])


def forward_mode(g: Map["k", "m"], h: Map["n", "k"], x: Vector["n"], x_dot: Vector["n"]):
    """Forward mode.

    From the input on to the output: each step is a matrix times a column, and gives a rate of change.
    """
    u = Alias("u", h(x))
    v = Alias("v", g(u))
    return Equal(Jacobian(v, x) * x_dot, Jacobian(v, u) * Group(Jacobian(u, x) * x_dot), where=[u, v])


def dual_numbers(f: Map["n", "m"], x: Vector["n"], x_dot: Vector["n"], epsilon: Real):
    """Forward mode with dual numbers.

    Compute with pairs, a value and what stands before ε, and drop every ε². That is forward mode, in one pass.
    """
    right = f(x) + epsilon * (Jacobian(f(x), x) * x_dot)
    return Expansion(f(x + epsilon * x_dot), right, epsilon, epsilon)


def add_gate(f: Field["n"], a: Vector["n"], b: Vector["n"]):
    """Add gate.

    Both inputs get the adjoint as it is.
    """
    c = Alias("c", a + b)
    c_bar = Alias("c_bar", Gradient(f(c), c))
    return Both(Equal(Gradient(f(c), a), c_bar), Equal(Gradient(f(c), b), c_bar), where=[c, c_bar])


def multiply_gate(f: Field["n"], a: Vector["n"], b: Vector["n"]):
    """Multiply gate.

    Each input gets the adjoint, times the other input.
    """
    c = Alias("c", a @ b)
    c_bar = Alias("c_bar", Gradient(f(c), c))
    return Both(Equal(Gradient(f(c), a), b @ c_bar), Equal(Gradient(f(c), b), a @ c_bar), where=[c, c_bar])


def elementwise_gate(f: Field["n"], phi: Differentiable, a: Vector["n"]):
    """Elementwise gate.

    The slope of the function, entry by entry, times the adjoint.
    """
    c = Alias("c", phi(a))
    c_bar = Alias("c_bar", Gradient(f(c), c))
    return Equal(Gradient(f(c), a), phi.prime(a) @ c_bar, where=[c, c_bar])


def sum_gate(f: Differentiable, x: Vector["n"]):
    """Sum gate.

    Every entry gets the adjoint of the sum.
    """
    s = Alias("s", Ones("n").T * x)
    return Equal(Gradient(f(s), x), f.prime(s) * Ones("n"), where=[s])


def broadcast_gate(f: Field["n"], c: Real):
    """Broadcast gate.

    A number that was copied to all entries collects what every copy sends back.
    """
    x = Alias("x", c * Ones("n"))
    x_bar = Alias("x_bar", Gradient(f(x), x))
    return Equal(Derivative(f(x), c), Ones("n").T * x_bar, where=[x, x_bar])


def cheap_gradient(a: Whole, m: Whole):
    """Cheap gradient.

    A value takes a additions and m multiplications of two numbers. On the way back each addition costs two additions,
    each multiplication two multiplications and two additions.
    """
    return AtMost(a + m + 2 * a + 4 * m, 5 * (a + m), sharp={a: 0})
