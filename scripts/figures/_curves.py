"""Interim: functions of one number and their slopes, as NumPy computes them."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softplus(z):
    return np.log(1 + np.exp(z))


def silu(z):
    return z * sigmoid(z)


def relu(z):
    return np.where(np.real(z) > 0, z, 0 * z)


def absolute(r):
    return np.where(np.real(r) > 0, r, -r)


def huber(r, delta=1):
    return np.where(absolute(r).real <= delta, r**2 / 2, delta * (absolute(r) - delta / 2))


def slope(function):
    """The slope of a function, by a step into the complex plane: exact to the last digit, without subtraction."""
    return lambda z: np.imag(function(np.asarray(z) + 1e-200j)) / 1e-200
