"""Gradient descent for deep learning: what first weights do to gradients."""

import numpy as np

LAYERS, UNITS = 20, 64


def gradients_at_the_start(frame):
    """Before the first step, the size of the gradient in each layer says which layers can learn.

    Twenty layers of {units} units, random inputs and weights, and a loss whose gradient at the output has length 1.
    Shown is the length of the adjoint at each layer, on a scale of powers of ten. With the sigmoid and weights of
    variance 1/{units}, only {sigmoid} arrives at the first layer. The hyperbolic tangent with the same weights keeps
    {tanh}, the ReLU with twice the variance {relu}. Residual blocks that add to their input, with small weights, keep
    {residual}.
    """
    axes, layers = frame.axes(height=0.75), np.arange(LAYERS + 1)
    found = {name: _lengths(*settings) for name, settings in NETWORKS.items()}
    looks = (("slope", "--", 1e-12), ("function", "-", 0.08), ("gradient", "-.", 0.9), ("descent", ":", 9))
    for (name, lengths), (role, dashes, _) in zip(found.items(), looks, strict=True):
        axes.semilogy(layers, lengths, dashes, color=getattr(frame.color, role), label=name)
    powers = range(-12, 1, 4)
    axes.set_yticks([10.0**power for power in powers], list(map(frame.ten, powers)))
    axes.minorticks_off()
    axes.set(xlabel="layer", xticks=[0, 5, 10, 15, 20], ylim=(1e-15, 10))
    axes.legend(loc="lower right", frameon=False)
    return {"units": UNITS} | {name.lower(): float(lengths[0]) for name, lengths in found.items()}


def _sigmoid(z):
    return 1 / (1 + np.exp(-z))


NETWORKS = {
    "sigmoid": (_sigmoid, lambda z: _sigmoid(z) * (1 - _sigmoid(z)), 1, False),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2, 1, False),
    "ReLU": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(float), 2, False),
    "residual": (np.tanh, lambda z: 1 - np.tanh(z) ** 2, 0.1, True),
}


def _lengths(activation, slope, gain, residual) -> np.ndarray:
    """The length of the adjoint at each layer, from the input to the output."""
    rng = np.random.default_rng(0)
    weights = [rng.normal(size=(UNITS, UNITS)) * np.sqrt(gain / UNITS) for _ in range(LAYERS)]
    a, slopes = rng.normal(size=UNITS), []
    for W in weights:
        z = W @ a
        slopes.append(slope(z))
        a = a * residual + activation(z)
    adjoint = np.ones(UNITS) / np.sqrt(UNITS)
    lengths = [1.0]
    for W, s in zip(reversed(weights), reversed(slopes), strict=True):
        adjoint = adjoint * residual + W.T @ (s * adjoint)
        lengths.append(float(np.linalg.norm(adjoint)))
    return np.array(lengths[::-1])
