"""The hardest rows of the whole plan, declared to show that the language carries them."""

from calculus.language import (
    Activation,
    Alias,
    AtMost,
    Binary,
    Both,
    Count,
    Derivative,
    Diag,
    Differentiable,
    Equal,
    Expectation,
    Family,
    Field,
    Gradient,
    Identity,
    Implicit,
    Index,
    Invertible,
    Jacobian,
    LayerNumber,
    Layers,
    LipschitzField,
    Loss,
    Matrix,
    MatrixField,
    Minimizer,
    Nabla,
    Natural,
    Norm,
    Ones,
    Optimum,
    Partial,
    Positive,
    PositiveDefinite,
    Previous,
    Probability,
    Real,
    Sequence,
    SmoothConvex,
    Subset,
    Sum,
    Symmetric,
    Update,
    Vector,
    Whole,
    optax,
    softmax,
    sqrt,
)


def descent_lemma(f: LipschitzField["n", "L"], x: Vector["n"], y: Vector["n"], L: Positive):
    """Descent lemma."""
    return AtMost(f(y), f(x) + Gradient(f(x), x).T * (y - x) + L / 2 * Norm(y - x) ** 2, sharp={y: x})


def softmax_jacobian(z: Vector["n"]):
    """Jacobian of the softmax."""
    p = Alias("p", softmax(z))
    return Equal(Jacobian(softmax(z), z), Diag(p) - p * p.T, where=[p])


def hidden_error(
    W: Layers["weights"], z: Layers["pre-activations"], delta: Layers["errors"], phi: Activation, l: LayerNumber
):
    """Error of a hidden layer."""
    return Equal(delta[l], W[l + 1].T * delta[l + 1] @ phi.prime(z[l]))


def weight_gradient(
    W: Layers["weights"], a: Layers["activations"], delta: Layers["errors"], phi: Activation, ell: Loss, l: LayerNumber
):
    """Gradient of a layer's weights."""
    return Equal(Gradient(ell, W[l]), delta[l] * a[l - 1].T)


def bias_gradient(b: Layers["biases"], delta: Layers["errors"], phi: Activation, ell: Loss, l: LayerNumber):
    """Gradient of a layer's biases."""
    return Equal(Gradient(ell, b[l]), delta[l])


def layer_forward(
    W: Layers["weights"],
    b: Layers["biases"],
    z: Layers["pre-activations"],
    a: Layers["activations"],
    phi: Activation,
    l: LayerNumber,
):
    """A layer."""
    return Both(Equal(z[l], W[l] * a[l - 1] + b[l]), Equal(a[l], phi(z[l])))


def batch_layer(f: MatrixField["n", "q"], X: Matrix["n", "d"], W: Matrix["d", "q"], b: Vector["q"]):
    """Gradients of a layer over a batch."""
    Z = Alias("Z", X * W + Ones("n") * b.T)
    G = Alias("G", Nabla(f)(Z))
    return Both(
        Equal(Gradient(f(Z), W), X.T * G),
        Equal(Gradient(f(Z), b), G.T * Ones("n")),
        Equal(Gradient(f(Z), X), G * W.T),
        where=[Z, G],
    )


def woodbury(A: Invertible["n"], U: Matrix["n", "k"], C: Invertible["k"], V: Matrix["k", "n"]):
    """Woodbury identity."""
    return Equal((A + U * C * V).I, A.I - A.I * U * (C.I + V * A.I * U).I * V * A.I)


def pca_lagrange(S: Symmetric["n"], u: Vector["n"], lam: Real):
    """Gradient of the PCA Lagrangian."""
    return Equal(Gradient(u.T * S * u + lam * (1 - u.T * u), u), 2 * S * u - 2 * lam * u)


def minibatch(f: Family[Differentiable, "n"], x: Real, B: Subset["b", "n"], i: Index["n"], b: Count, n: Count):
    """A minibatch gradient is unbiased."""
    return Equal(Expectation(1 / b * Sum(f[i].prime(x), i, over=B), B), Derivative(1 / n * Sum(f[i](x), i), x))


def implicit_slope(F: Binary, x: Real, y: Implicit["F", "x"]):
    """Slope of a level curve."""
    return Equal(Derivative(y, x), -(Partial(F(x, y), x) / Partial(F(x, y), y)))


def gradient_descent_on_a_parabola(x: Sequence[Real], lam: Positive, eta: Positive, k: Whole):
    """GD."""
    return Equal(x[k], (1 - eta * lam) ** k * x[0], given=[Equal(x[k + 1], x[k] - eta * lam * x[k])])


def adam(
    theta: Real,
    g: Real,
    m: Real,
    v: Positive,
    m_hat: Real,
    v_hat: Positive,
    eta: Positive,
    beta_1: Probability,
    beta_2: Probability,
    epsilon: Positive,
    t: Natural,
):
    """Adam."""
    return Update(
        (
            Equal(m, beta_1 * Previous(m) + (1 - beta_1) * g),
            Equal(v, beta_2 * Previous(v) + (1 - beta_2) * g**2),
            Equal(m_hat, m / (1 - beta_1**t)),
            Equal(v_hat, v / (1 - beta_2**t)),
            Equal(theta, Previous(theta) - eta * m_hat / (sqrt(v_hat) + epsilon)),
        ),
        t,
        same_as=optax.adam(eta, b1=beta_1, b2=beta_2, eps=epsilon, moves=theta, along=g),
    )


def ridge(X: Matrix["n", "d"], y: Vector["n"], w: Vector["d"], lam: Positive):
    """Ridge."""
    return Equal(
        Optimum("argmin", Norm(X * w - y) ** 2 + lam * Norm(w) ** 2, w), (X.T * X + lam * Identity("d")).I * X.T * y
    )


def gradient_descent_converges(
    f: SmoothConvex["n", "L"],
    x: Sequence[Vector["n"]],
    x_star: Minimizer["f", "n"],
    eta: Positive,
    L: Positive,
    K: Natural,
    k: Whole,
):
    """Gradient descent on a smooth convex function."""
    step = Equal(x[k + 1], x[k] - eta * Nabla(f)(x[k]))
    bound = Norm(x[0] - x_star) ** 2 / (2 * eta * K)
    return AtMost(f(x[K]) - f(x_star), bound, given=[step, eta <= 1 / L], sharp={x[0]: x_star})


def descent_on_a_quadratic(x: Sequence[Vector["n"]], A: PositiveDefinite["n"], b: Vector["n"], eta: Positive, k: Whole):
    """Error of gradient descent on a quadratic."""
    x_star = Alias("x_star", A.I * b)
    step = Equal(x[k + 1], x[k] - eta * (A * x[k] - b))
    return Equal(x[k] - x_star, (Identity("n") - eta * A) ** k * (x[0] - x_star), given=[step], where=[x_star])


def nesterov(f: Field["n"], x: Vector["n"], v: Vector["n"], eta: Positive, beta: Probability, k: Whole):
    """Nesterov's momentum."""
    ahead = Previous(x) + beta * Previous(v)
    lines = [Equal(v, beta * Previous(v) - eta * Nabla(f)(ahead)), Equal(x, Previous(x) + v)]
    library = optax.sgd(eta, momentum=beta, nesterov=True, moves=x + beta * v, along=Nabla(f)(x + beta * v))
    return Update(lines, k, same_as=library)


def adagrad(x: Real, g: Real, s: Positive, eta: Positive, epsilon: Positive, k: Natural):
    """AdaGrad."""
    lines = [Equal(s, Previous(s) + g**2), Equal(x, Previous(x) - eta * g / (sqrt(s) + epsilon))]
    settings = {"initial_accumulator_value": 0, "eps": epsilon, "eps_in_sqrt": False}
    return Update(lines, k, same_as=optax.adagrad(eta, **settings, moves=x, along=g))
