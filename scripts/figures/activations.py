"""Activation functions above their slopes."""

import numpy as np
from figures._curves import relu, sigmoid, silu, slope, softplus


def saturation(frame):
    """Where an activation is nearly flat, learning stands still.

    Six activation functions, each above its slope on the same axis from −6 to 6; shaded where the slope lies within
    0.05 of zero. The sigmoid is that flat beyond ±{sigmoid}, the hyperbolic tangent beyond ±{tanh}: both saturate on both
    sides. Softplus is flat below {softplus}, ReLU everywhere below 0, SiLU below {silu} and in a short stretch where
    its slope changes sign. The leaky ReLU keeps the slope 0.1 on its left side and is nowhere shaded.
    """
    drawn = {
        "sigmoid σ(z)": sigmoid,
        "tanh z": np.tanh,
        "softplus ζ(z)": softplus,
        "ReLU(z)": relu,
        "SiLU(z)": silu,
        "leaky ReLU(z)": lambda z: relu(z) - relu(-z) / 10,
    }
    z, flat = np.linspace(-6, 6, 1201), {}
    for (upper, lower), (name, phi) in zip(frame.axes(2, 6, height=1.3, abreast=2), drawn.items(), strict=True):
        rate = slope(phi)(z)
        flat[name] = abs(rate) < 0.05
        for side in (np.linspace(-6, -1e-9, 41), np.linspace(1e-9, 6, 41)):  # two, because some slopes jump at 0
            upper.plot(side, phi(side), color=frame.color.function)
            lower.plot(side, slope(phi)(side), "--", color=frame.color.slope)
        for axes in (upper, lower):
            frame.shade(axes, z, flat[name])
        upper.set(xlim=(-6, 6), ylim=(-1.3, 2.3), yticks=[-1, 0, 1, 2], xticks=[-4, 0, 4], title=name)
        lower.set(ylim=(-0.2, 1.2), yticks=[0, 0.5, 1], yticklabels=["0", "½", "1"])
    lowest = {name: z[~where][0] for name, where in flat.items()}
    both = {"sigmoid": -lowest["sigmoid σ(z)"], "tanh": -lowest["tanh z"]}
    return both | {"softplus": lowest["softplus ζ(z)"], "silu": lowest["SiLU(z)"]}


def steepest_point(frame):
    """The sigmoid is steepest at 0, and even there its slope is only a quarter.

    Above: the sigmoid from −6 to 6 with its tangent at 0, which has slope {peak}. Below: the slope of the sigmoid, a
    bell that reaches the bound 1/4 at 0 and nowhere else; at ±2 it is {at_two}, at ±4 it is {at_four}.
    """
    z, near, rate = np.linspace(-6, 6, 121), np.array([-2.4, 2.4]), slope(sigmoid)
    upper, lower = frame.axes(2, height=0.95)
    upper.plot(z, sigmoid(z), color=frame.color.function)
    upper.plot(near, sigmoid(0) + rate(0) * near, "--", color=frame.color.slope)
    upper.text(1.1, 0.92, "tangent at 0, slope ¼", ha="right", va="bottom")
    upper.plot(0, sigmoid(0), "o", color=frame.color.ink)
    upper.text(3.2, 0.86, "σ(z)", va="top")
    upper.set(ylim=(-0.1, 1.15), yticks=[0, 0.5, 1], yticklabels=["0", "½", "1"])
    lower.plot(z, rate(z), "--", color=frame.color.slope)
    lower.axhline(rate(0), color=frame.color.ink, lw=1, ls=":")
    lower.plot(0, rate(0), "o", color=frame.color.ink)
    lower.text(5.9, rate(0) + 0.008, "bound ¼", ha="right", va="bottom")
    lower.text(1.7, 0.16, "σ′(z)")
    lower.set(xlim=(-6, 6), ylim=(0, 0.3), yticks=[0, 0.125, 0.25], yticklabels=["0", "⅛", "¼"], xlabel="z")
    return {"peak": rate(0), "at_two": rate(2), "at_four": rate(4)}
