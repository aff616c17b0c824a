"""What a NumPy snippet may need defined, in forms that neither overflow nor cancel; copied into it word for word."""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def softplus(z):
    return np.logaddexp(0, z)


def relu(z):
    return np.maximum(z, 0)


def silu(z):
    return z * sigmoid(z)


def logit(p):
    return np.log(p) - np.log1p(-p)


def huber(r, delta):
    return np.where(np.abs(r) <= delta, r**2 / 2, delta * (np.abs(r) - delta / 2))


def softmax(z):
    weights = np.exp(z - np.max(z))
    return weights / np.sum(weights)


def log_sum_exp(z):
    largest = np.max(z)
    return largest + np.log(np.sum(np.exp(z - largest)))


def mean_squared_error(y_hat, y):
    return np.mean((y_hat - y) ** 2)


def half_mean_squared_error(y_hat, y):
    return np.mean((y_hat - y) ** 2) / 2


def mean_absolute_error(y_hat, y):
    return np.mean(np.abs(y_hat - y))


def half_squared_error(y_hat, y):
    return (y_hat - y) ** 2 / 2


def binary_cross_entropy(p, y):
    return -y * np.log(p) - (1 - y) * np.log1p(-p)


def cross_entropy(p, y):
    return -np.sum(y * np.log(p))


def entropy(p):
    return -np.sum(p * np.log(p))


def crossed_entropy(p, q):
    return -np.sum(p * np.log(q))


def divergence(p, q):
    return np.sum(p * np.log(p / q))


def numeric_derivative(function, x, step=1e-4):
    """Central difference."""
    return (function(x + step) - function(x - step)) / (2 * step)


def numeric_jacobian(function, x, step=1e-4):
    """Central differences, one column for each entry of x."""
    steps = step * np.eye(len(x))
    columns = [function(x + h) - function(x - h) for h in steps]
    return np.stack(columns, axis=-1) / (2 * step)


def numeric_gradient(function, x, step=1e-4):
    """Central differences, in the shape of x."""
    steps = step * np.eye(x.size).reshape(x.size, *x.shape)
    slopes = [function(x + h) - function(x - h) for h in steps]
    return np.reshape(slopes, x.shape) / (2 * step)


def numeric_limit(function, target, step=1e-4):
    """Mean of the values just left and just right of the target."""
    return (function(target + step) + function(target - step)) / 2


def numeric_integral(function, lower, upper):
    """Gauss and Legendre's rule; bounds farther out than 40 are cut off there."""
    lower, upper = np.clip([lower, upper], -40, 40)
    nodes, weights = np.polynomial.legendre.leggauss(400)
    x = (lower + upper) / 2 + (upper - lower) / 2 * nodes
    return (upper - lower) / 2 * np.sum(weights * function(x))


def numeric_root(function, lower, upper):
    """Bisection; the function changes its sign between the bounds."""
    for _ in range(60):
        middle = (lower + upper) / 2
        if function(lower) * function(middle) > 0:
            lower = middle
        else:
            upper = middle
    return middle


def numeric_minimizer(function, lower=-10, upper=10):
    """Search by thirds; the function falls and then rises between the bounds."""
    for _ in range(100):
        third = (upper - lower) / 3
        if function(lower + third) > function(upper - third):
            lower += third
        else:
            upper -= third
    return (lower + upper) / 2


def numeric_maximizer(function, lower=-10, upper=10):
    """Search by thirds; the function rises and then falls between the bounds."""
    return numeric_minimizer(lambda x: -function(x), lower, upper)
