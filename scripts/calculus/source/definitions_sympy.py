"""What a SymPy snippet may need defined, in elementary form; copied into it word for word."""

import sympy as sp


def sigmoid(z):
    return 1 / (1 + sp.exp(-z))


def softplus(z):
    return sp.log(1 + sp.exp(z))


def relu(z):
    return sp.Max(z, 0)


def silu(z):
    return z / (1 + sp.exp(-z))


def logit(p):
    return sp.log(p / (1 - p))


def huber(r, delta):
    outside = delta * (sp.Abs(r) - delta / 2)
    return sp.Piecewise((r**2 / 2, sp.Abs(r) <= delta), (outside, True))


def softmax(z):
    weights = z.applyfunc(sp.exp)
    return weights / sum(weights)


def log_sum_exp(z):
    return sp.log(sum(z.applyfunc(sp.exp)))


def mean(y):
    return sum(y) / len(y)


def median(y):
    ordered = sorted(y)
    return (ordered[(len(y) - 1) // 2] + ordered[len(y) // 2]) / 2


def mean_squared_error(y_hat, y):
    return (y_hat - y).dot(y_hat - y) / len(y)


def half_mean_squared_error(y_hat, y):
    return (y_hat - y).dot(y_hat - y) / (2 * len(y))


def mean_absolute_error(y_hat, y):
    return sum((y_hat - y).applyfunc(sp.Abs)) / len(y)


def half_squared_error(y_hat, y):
    return (y_hat - y) ** 2 / 2


def binary_cross_entropy(p, y):
    return -y * sp.log(p) - (1 - y) * sp.log(1 - p)


def cross_entropy(p, y):
    return -y.dot(p.applyfunc(sp.log))


def entropy(p):
    return -p.dot(p.applyfunc(sp.log))


def crossed_entropy(p, q):
    return -p.dot(q.applyfunc(sp.log))


def divergence(p, q):
    return sum(p[k] * sp.log(p[k] / q[k]) for k in range(len(p)))


def slope(function, x, order=1):
    t = sp.Dummy("t", real=True)
    return sp.diff(function(t), t, order).subs(t, x)


def gradient(function, x):
    t = sp.Matrix(*x.shape, lambda i, j: sp.Dummy(f"t{i}{j}", real=True))
    slopes = t.applyfunc(lambda entry: sp.diff(function(t), entry))
    return slopes.subs([(t[k], x[k]) for k in range(len(x))])


def jacobian(function, x):
    t = sp.Matrix(*x.shape, lambda i, j: sp.Dummy(f"t{i}", real=True))
    return function(t).jacobian(t).subs([(t[k], x[k]) for k in range(len(x))])


def matrix_gradient(body, variable):
    return variable.applyfunc(lambda entry: sp.diff(body, entry))


def eigenvalues(matrix):
    return sorted(sp.re(each.n()) for each in matrix.eigenvals())
