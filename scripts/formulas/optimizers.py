"""Stochastic, momentum and adaptive methods."""

from calculus.language import (
    Alias,
    At,
    Both,
    Count,
    Equal,
    Equivalent,
    Expectation,
    Family,
    Field,
    Gradient,
    Index,
    Nabla,
    Natural,
    NonNegative,
    Positive,
    Previous,
    Probability,
    Real,
    Sequence,
    Subset,
    Sum,
    Update,
    Vector,
    Whole,
    absolute,
    cases,
    cos,
    exp,
    half,
    ln,
    mean,
    optax,
    pi,
    sqrt,
)


def minibatch_is_unbiased(
    f: Family[Field["d"], "n"], x: Vector["d"], B: Subset["b", "n"], i: Index["n"], b: Count, n: Count
):
    """A minibatch gradient is unbiased."""
    batch = 1 / b * Sum(Nabla(f[i])(x), i, over=B)
    return Equal(Expectation(batch, B), Gradient(1 / n * Sum(f[i](x), i), x))


def one_example_is_unbiased(f: Family[Field["d"], "n"], x: Vector["d"], i: Index["n"], n: Count):
    """The gradient of one example is unbiased.

    The example is drawn with the same probability for all; the mean of its gradient is the gradient of the whole loss.
    """
    return Equal(Expectation(Nabla(f[i])(x), i), Gradient(1 / n * Sum(f[i](x), i), x))


def minibatch_variance(g: Vector["n"], B: Subset["b", "n"], i: Index["n"], b: Count, n: Count):
    """Variance of a minibatch mean.

    The numbers are one coordinate of the gradients of all examples; the batch is drawn without replacement.
    """
    s = Alias("s", sqrt(1 / n * Sum((g[i] - mean(g)) ** 2, i)))
    spread = (1 / b * Sum(g[i], i, over=B) - mean(g)) ** 2
    return Equal(Expectation(spread, B), s**2 / b * ((n - b) / (n - 1)), given=[n > 1], where=[s])


def stochastic_gradient_descent(x: Vector["d"], f: Family[Field["d"], "n"], i: Index["n"], eta: Positive, k: Whole):
    """Stochastic gradient descent.

    The index is drawn anew at each step, all with the same probability.
    """
    g = Nabla(f[i])
    return Update([Equal(x, Previous(x) - eta * g(Previous(x)))], k, same_as=optax.sgd(eta, moves=x, along=g(x)))


def momentum(f: Field["d"], x: Vector["d"], v: Vector["d"], beta: Probability, eta: Positive, k: Whole):
    """Momentum.

    The heavy ball. The velocity starts at zero.
    """
    lines = [Equal(v, beta * Previous(v) + Nabla(f)(Previous(x))), Equal(x, Previous(x) - eta * v)]
    return Update(lines, k, same_as=optax.sgd(eta, momentum=beta, moves=x, along=Nabla(f)(x)))


def momentum_as_a_mean(f: Field["d"], x: Vector["d"], v: Vector["d"], beta: Probability, eta: Positive, k: Whole):
    """Momentum as a moving average.

    The same steps as the heavy ball with a learning rate that is 1 − β times as large.
    """
    lines = [Equal(v, beta * Previous(v) + (1 - beta) * Nabla(f)(Previous(x))), Equal(x, Previous(x) - eta * v)]
    return Update(lines, k, same_as=optax.sgd(eta * (1 - beta), momentum=beta, moves=x, along=Nabla(f)(x)))


def nesterov(f: Field["d"], x: Vector["d"], v: Vector["d"], beta: Probability, eta: Positive, k: Whole):
    """Nesterov’s momentum.

    The gradient is taken where the velocity is about to lead.
    """
    ahead = Previous(x) + beta * Previous(v)
    lines = [Equal(v, beta * Previous(v) - eta * Nabla(f)(ahead)), Equal(x, Previous(x) + v)]
    library = optax.sgd(eta, momentum=beta, nesterov=True, moves=x + beta * v, along=Nabla(f)(x + beta * v))
    return Update(lines, k, same_as=library)


def momentum_gain(beta: Probability, k: Whole, j: Whole):
    """Momentum adds up gradients.

    The factor of a constant gradient, k steps after the first one; it grows toward 1/(1 − β).
    """
    return Equal(Sum(beta**j, j, 0, k), (1 - beta ** (k + 1)) / (1 - beta))


def momentum_unrolled(v: Sequence[Real], g: Sequence[Real], beta: Probability, k: Natural, j: Natural):
    """Momentum unrolled.

    The velocity is a sum of all gradients, the older the lighter.
    """
    step = Equal(v[k + 1], beta * v[k] + g[k])
    return Equal(v[k], beta**k * v[0] + Sum(beta ** (k - j) * g[j - 1], j, 1, k), given=[step])


def momentum_on_a_parabola(
    x: Sequence[Real], v: Sequence[Real], lam: Positive, eta: Positive, beta: Probability, k: Whole
):
    """Momentum on a parabola."""
    push = beta * v[k] + lam * x[k]
    steps = [Equal(v[k + 1], push), Equal(x[k + 1], x[k] - eta * push)]
    return Equal(x[k + 2], (1 + beta - eta * lam) * x[k + 1] - beta * x[k], given=steps)


def momentum_stability(lam: Positive, eta: Positive, beta: Probability):
    """Stability of momentum.

    On a parabola of curvature λ; ρ is the larger of the two roots in size that the recursion of momentum has.
    """
    a = Alias("a", 1 + beta - eta * lam)
    real, size = a**2 >= 4 * beta, half * (absolute(a) + sqrt(a**2 - 4 * beta))
    rho = Alias("rho", cases((size, real), (sqrt(beta), a**2 < 4 * beta)))
    return Equivalent(rho < 1, eta * lam < 2 * (1 + beta), where=[rho, a])


def adagrad(x: Real, g: Real, s: NonNegative, eta: Positive, epsilon: Positive, k: Natural):
    """AdaGrad.

    For each coordinate on its own.
    """
    lines = [Equal(s, Previous(s) + g**2), Equal(x, Previous(x) - eta * g / (sqrt(s) + epsilon))]
    settings = {"initial_accumulator_value": 0, "eps": epsilon, "eps_in_sqrt": False}
    return Update(lines, k, same_as=optax.adagrad(eta, **settings, moves=x, along=g))


def rmsprop(x: Real, g: Real, s: NonNegative, eta: Positive, beta: Probability, epsilon: Positive, k: Natural):
    """RMSProp.

    For each coordinate on its own. Some libraries put the small ε inside the root.
    """
    lines = [
        Equal(s, beta * Previous(s) + (1 - beta) * g**2),
        Equal(x, Previous(x) - eta * g / (sqrt(s) + epsilon)),
    ]
    settings = {"decay": beta, "eps": epsilon, "eps_in_sqrt": False}
    return Update(lines, k, same_as=optax.rmsprop(eta, **settings, moves=x, along=g))


def adam(
    x: Real,
    g: Real,
    m: Real,
    v: NonNegative,
    m_hat: Real,
    v_hat: NonNegative,
    eta: Positive,
    beta_1: Probability,
    beta_2: Probability,
    epsilon: Positive,
    t: Natural,
):
    """Adam.

    For each coordinate on its own; the power in the bias correction is the number of the step.
    """
    lines = [
        Equal(m, beta_1 * Previous(m) + (1 - beta_1) * g),
        Equal(v, beta_2 * Previous(v) + (1 - beta_2) * g**2),
        Equal(m_hat, m / (1 - beta_1**t)),
        Equal(v_hat, v / (1 - beta_2**t)),
        Equal(x, Previous(x) - eta * m_hat / (sqrt(v_hat) + epsilon)),
    ]
    return Update(lines, t, same_as=optax.adam(eta, b1=beta_1, b2=beta_2, eps=epsilon, moves=x, along=g))


def bias_of_a_mean(g: Real, beta: Probability, t: Natural, j: Whole):
    """A moving average that starts at zero is too small.

    With the same gradient g at every step, the average after t steps; this is why Adam divides.
    """
    return Equal((1 - beta) * Sum(beta**j * g, j, 0, t - 1), (1 - beta**t) * g)


def adam_with_weight_decay(
    x: Real,
    g: Real,
    m: Real,
    v: NonNegative,
    m_hat: Real,
    v_hat: NonNegative,
    eta: Positive,
    lam: Positive,
    beta_1: Probability,
    beta_2: Probability,
    epsilon: Positive,
    t: Natural,
):
    """AdamW.

    The decay acts on the weights and is not divided by the root.
    """
    lines = [
        Equal(m, beta_1 * Previous(m) + (1 - beta_1) * g),
        Equal(v, beta_2 * Previous(v) + (1 - beta_2) * g**2),
        Equal(m_hat, m / (1 - beta_1**t)),
        Equal(v_hat, v / (1 - beta_2**t)),
        Equal(x, (1 - eta * lam) * Previous(x) - eta * m_hat / (sqrt(v_hat) + epsilon)),
    ]
    library = optax.adamw(eta, b1=beta_1, b2=beta_2, eps=epsilon, weight_decay=lam, moves=x, along=g)
    return Update(lines, t, same_as=library)


def half_life(beta: Probability):
    """Half-life of a moving average.

    After so many steps a number in the average weighs half as much; for β near 1 it is about 0.693/(1 − β).
    """
    h = Alias("h", ln(half) / ln(beta))
    return Equal(beta**h, half, where=[h])


def exponential_schedule(eta: Sequence[Positive], c: Positive, k: Whole):
    """Exponential decay of the learning rate."""
    return Equal(eta[k], eta[0] * exp(-c * k), given=[Equal(eta[k + 1], eta[k] * exp(-c))])


def cosine_schedule(eta_0: Positive, eta_min: Positive, k: Real, K: Positive):
    """Cosine schedule.

    It starts at the first learning rate and ends, after K steps, at the last one.
    """
    rate = Alias("s", eta_min + half * (eta_0 - eta_min) * (1 + cos(pi * k / K)))
    return Both(Equal(At(rate, k, 0), eta_0), Equal(At(rate, k, K), eta_min), where=[rate])


def best_momentum(lam_min: Positive, lam_max: Positive):
    """Best momentum on a quadratic.

    For the smallest and the largest eigenvalue the two roots of the recursion then meet, and have the size √β, which
    is the factor that the error keeps at each step in the long run.
    """
    kappa = Alias("kappa", lam_max / lam_min)
    eta = Alias("eta", (2 / (sqrt(lam_min) + sqrt(lam_max))) ** 2)
    beta = Alias("beta", ((sqrt(kappa) - 1) / (sqrt(kappa) + 1)) ** 2)
    return Both(
        Equal((1 + beta - eta * lam_min) ** 2, 4 * beta),
        Equal((1 + beta - eta * lam_max) ** 2, 4 * beta),
        where=[eta, beta, kappa],
    )


def inverse_time_schedule(eta_0: Positive, c: Positive, k: Real):
    """Inverse-time decay of the learning rate.

    After 1/c steps the learning rate is half of the first one.
    """
    rate = Alias("s", eta_0 / (1 + c * k))
    return Both(Equal(At(rate, k, 0), eta_0), Equal(At(rate, k, 1 / c), half * eta_0), where=[rate])
