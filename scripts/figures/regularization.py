"""What penalties do to weights: two weights on a map, one weight on a line, ten weights of a real fit."""

import numpy as np

from calculus.language import NonNegative, absolute, half, maximum, sign
from figures._bundled import diabetes
from figures._curves import symbols, value
from figures._paths import contours

BEST = np.array([2.0, 1.0])  # of the loss alone
STEEPNESS = np.array([2.0, 1.0])
STRENGTHS = np.linspace(0, 200, 20001)
SHOWN = np.logspace(-4, 2, 61)


def touching_balls(frame):
    """A round penalty shortens the weights, a pointed one makes some of them zero.

    Contour lines of the loss {loss}, whose lowest point is (2, 1). First: the squared length. Shaded are all weights of
    at most length one. The best of them are about {round}, where a contour line touches the circle; both differ from
    zero. Second: the absolute values, which add up to at most one in the shaded square. A contour line touches it at
    the corner {pointed}, where a weight is zero. The dashed lines show the best weights for all strengths of the
    penalty.
    """
    turns = np.linspace(0, 2 * np.pi, 121)
    circle = np.array([np.cos(turns), np.sin(turns)])
    shapes = (circle, np.array([[1, 0, -1, 0, 1], [0, 1, 0, -1, 0]]))
    ways, touching = (_shortened(), _cut()), []
    for axes, shape, way, order in zip(frame.axes(1, 2, height=0.8), shapes, ways, (2, 1), strict=True):
        contours(axes, frame.color, (-1.3, 3.1), (-1.3, 2.2), _loss, (0.1, 0.4, 0.8, 1.5, 3, 5, 8))
        axes.fill(*shape, fc=(frame.color.function, 0.25), ec=frame.color.function)
        touching.append(way[np.argmin(abs(np.linalg.norm(way, order, axis=1) - 1))])
        axes.plot(*way.T, "--", color=frame.color.descent)
        axes.plot(*BEST, "*", color=frame.color.ink, ms=12)
        axes.plot(*touching[-1], "o", color=frame.color.descent, ms=8)
        axes.set(aspect="equal", xlabel="first weight", ylabel="second weight", xticks=[-1, 0, 1, 2, 3])
        axes.set_title("Squared length" if order == 2 else "Absolute values")
    names = [f"({frame.number(x, 2)}, {frame.number(y, 2)})" for x, y in touching]
    return {"loss": _loss(symbols.x, symbols.y), "round": names[0], "pointed": names[1]}


def shorten_or_cut(frame):
    """One penalty divides the weight, the other takes a fixed amount off.

    The weight that would be best without a penalty, across, and the best weight with one, up. The squared penalty
    halves every weight here, and none becomes zero but zero itself. The absolute value moves each weight by 1 toward
    zero, and all weights between −1 and 1 become zero.
    """
    axes, a = frame.axes(height=0.75), np.linspace(-3, 3, 61)
    axes.plot(a, a, ":", color=frame.color.muted)
    axes.plot(a, value(lambda a: half * a)(a), color=frame.color.comparison)
    axes.plot(a, value(lambda a: sign(a) * maximum(absolute(a) - 1, 0))(a), color=frame.color.function)
    axes.text(1.7, 1.9, "no penalty", ha="right", va="bottom", color=frame.color.muted)
    axes.text(-1.6, -0.6, "squared", ha="right", va="bottom", color=frame.color.comparison)
    axes.text(0.5, -0.15, "absolute value", ha="left", va="top", color=frame.color.function)
    axes.set(aspect="equal", xlabel="best weight without penalty", ylabel="with penalty", xticks=range(-3, 4))


def ridge_path(frame):
    """The ten weights of a real fit shrink together, and new patients are predicted better for a while.

    Diabetes data, {fitted} patients fitted and {others} kept apart; the inputs are standardized. First: the ten
    weights against the penalty $\\lambda$, on a scale of powers of ten. Second: the root of the mean squared error. On
    the fitted patients it only rises. On the others it falls from {start} to {low} at $\\lambda = {best}$, and rises
    after that.
    """
    frame.let(lam=NonNegative)
    split, panels = diabetes(), frame.axes(1, 2, height=0.8)
    weights = np.array([_ridge(split, strength) for strength in SHOWN])
    fitted = _errors(split.inputs, split.targets, weights)
    others = _errors(split.other_inputs, split.other_targets, weights)
    panels[0].plot(SHOWN, weights, color=frame.color.muted, lw=1.2)
    for name, color in (("s1", frame.color.slope), ("s4", frame.color.gradient), ("bmi", frame.color.function)):
        line = weights[:, split.names.index(name)]
        panels[0].plot(SHOWN, line, color=color)
        panels[0].text(SHOWN[0] * 1.3, line[0] + 2, name, color=color, va="bottom")
    panels[1].plot(SHOWN, fitted, color=frame.color.function)
    panels[1].plot(SHOWN, others, color=frame.color.descent)
    panels[1].text(SHOWN[6], fitted[6] + 0.8, "fitted", va="bottom", color=frame.color.function)
    panels[1].text(SHOWN[6], others[6] + 0.8, "kept apart", va="bottom", color=frame.color.descent)
    panels[0].set(ylim=(-66, 66))
    for axes, title in zip(panels, ("Weights", "Error"), strict=True):
        _logarithmic(axes, frame, title)
    best = _round(SHOWN[np.argmin(others)])
    low = _errors(split.other_inputs, split.other_targets, _ridge(split, best)[np.newaxis])[0]
    start = _errors(split.other_inputs, split.other_targets, _ridge(split, 0)[np.newaxis])[0]
    numbers = {"start": round(start, 2), "low": round(low, 2), "best": best}
    return {"fitted": len(split.targets), "others": len(split.other_targets), **numbers}


def _loss(x, y):
    return (x - 2) ** 2 + half * (y - 1) ** 2


def _shortened():
    """The best weights with half of λ times the squared length, each in its own parabola."""
    return BEST * STEEPNESS / (STEEPNESS + STRENGTHS[:, np.newaxis])


def _cut():
    """The best weights with λ times the sum of absolute values."""
    return np.maximum(BEST - STRENGTHS[:, np.newaxis] / STEEPNESS, 0)


def _ridge(split, strength):
    """The weights with half of the strength times their squared length as penalty."""
    count, width = split.inputs.shape
    curvature = split.inputs.T @ split.inputs / count + strength * np.eye(width)
    return np.linalg.solve(curvature, split.inputs.T @ split.targets / count)


def _errors(inputs, targets, weights):
    """The root of the mean squared error of each row of weights."""
    return np.sqrt(np.mean((inputs @ weights.T - targets[:, np.newaxis]) ** 2, axis=0))


def _logarithmic(axes, frame, title):
    powers = range(-4, 3, 2)
    axes.set(xscale="log", title=title, xlabel=frame.words("penalty $\\lambda$"))
    axes.set_xticks([10.0**power for power in powers], [frame.ten(power) for power in powers])


def _round(strength):
    """One digit of it."""
    return float(f"{strength:.0e}")
