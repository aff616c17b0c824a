"""Activation functions above their slopes."""

import numpy as np

from calculus.language import relu, sigmoid, silu, softplus, tanh
from figures._curves import slope, symbols, value

SIDES = np.linspace(-6, -1e-9, 41), np.linspace(1e-9, 6, 41)  # two, because some slopes jump at 0


def saturation(frame):
    """Where an activation is nearly flat, learning stands still.

    Six activation functions, each above its slope on the same axis from −6 to 6; shaded where the slope lies within
    0.05 of zero. The sigmoid is that flat beyond ±{sigmoid}, the hyperbolic tangent beyond ±{tanh}: both saturate on
    both sides. Softplus is flat below {softplus}, ReLU everywhere below 0, SiLU below {SiLU} and in a short stretch
    where its slope changes sign. The leaky ReLU keeps the slope 0.1 on its left side and is nowhere shaded.
    """
    drawn = {"sigmoid": sigmoid, "tanh": tanh, "softplus": softplus, "ReLU": relu, "SiLU": silu}
    drawn["leaky ReLU"] = lambda z: relu(z) - relu(-z) / 10
    panels, steps, flat = frame.axes(2, 6, height=1.3, abreast=2), np.linspace(-6, 6, 601), {}
    for (upper, lower), (name, phi) in zip(panels, drawn.items(), strict=True):
        flat[name] = abs(slope(phi)(steps)) < 0.05
        for side in SIDES:
            upper.plot(side, value(phi)(side), color=frame.color.function)
            lower.plot(side, slope(phi)(side), "--", color=frame.color.slope)
        for axes in (upper, lower):
            frame.shade(axes, steps, flat[name])
        upper.set(xlim=(-6, 6), ylim=(-1.3, 2.3), yticks=[-1, 0, 1, 2], xticks=[-4, 0, 4], title=name)
        lower.set(ylim=(-0.2, 1.2), yticks=[0, 0.5, 1], yticklabels=["0", "½", "1"])
    edge = {name: frame.number(steps[~where][0], 2) for name, where in flat.items()}
    return edge | {name: edge[name].lstrip("−") for name in ("sigmoid", "tanh")}


def steepest_point(frame):
    """The sigmoid is steepest at 0, and even there its slope is only a quarter.

    Above: the sigmoid from −6 to 6 with its tangent at 0, which has slope {peak}. Below: the slope of the sigmoid, a
    bell that reaches the bound 1/4 at 0 and nowhere else; at ±2 it is {at_two}, at ±4 it is {at_four}.
    """
    height, rate = value(sigmoid), slope(sigmoid)
    steps, near = np.linspace(-6, 6, 121), np.array([-2.4, 2.4])
    upper, lower = frame.axes(2, height=0.95)
    upper.plot(steps, height(steps), color=frame.color.function)
    upper.plot(near, height(0) + rate(0) * near, "--", color=frame.color.slope)
    upper.text(1.1, 0.92, "tangent at 0, slope ¼", ha="right", va="bottom")
    upper.plot(0, height(0), "o", color=frame.color.ink)
    upper.text(3.2, 0.86, frame.label(sigmoid(symbols.z)), va="top")
    upper.set(ylim=(-0.1, 1.15), yticks=[0, 0.5, 1], yticklabels=["0", "½", "1"])
    lower.plot(steps, rate(steps), "--", color=frame.color.slope)
    lower.axhline(rate(0), color=frame.color.ink, lw=1, ls=":")
    lower.plot(0, rate(0), "o", color=frame.color.ink)
    lower.text(5.9, rate(0) + 0.008, "bound ¼", ha="right", va="bottom")
    lower.text(1.7, 0.16, frame.label(sigmoid.prime(symbols.z)))
    lower.set(
        xlim=(-6, 6), ylim=(0, 0.3), yticks=[0, 0.125, 0.25], yticklabels=["0", "⅛", "¼"], xlabel=frame.label(symbols.z)
    )
    return {"peak": rate(0), "at_two": rate(2), "at_four": rate(4)}
