"""Losses and the slopes that learning follows."""

import numpy as np

from calculus.language import absolute, half, huber, sigmoid, softplus
from figures._curves import slope, symbols, value

SIDES = np.linspace(-3, -1e-9, 31), np.linspace(1e-9, 3, 31)  # two, because one slope jumps at 0


def by_residual(frame):
    """The squared loss pulls ever harder, the absolute loss always the same, the Huber loss does both.

    First: the losses $\\frac{{1}}{{2}} r^2$, $|r|$ and Huber with $\\delta = 1$ against the residual $r$ from −3 to 3.
    Second: their slopes. That of the squared loss is $r$, which is {squared} at $r = 3$; that of the absolute loss
    jumps from −1 to 1 at 0; that of the Huber loss is $r$ between −1 and 1 and stays at {huber} beyond, without a jump.
    """
    losses = {
        "squared": (lambda r: half * r**2, "-", frame.color.function),
        "absolute": (absolute, "--", frame.color.slope),
        "huber": (lambda r: huber(r, 1), "-.", frame.color.gradient),
    }
    left, right = frame.axes(1, 2, height=0.8)
    for loss, dashes, tint in losses.values():
        for side in SIDES:
            left.plot(side, value(loss)(side), dashes, color=tint)
            right.plot(side, slope(loss)(side), dashes, color=tint)
    for (name, (loss, *_)), rise in zip(losses.items(), (0, 0.35, -0.35), strict=True):
        words = "Huber" if name == "huber" else frame.label(loss(symbols.r))
        left.text(3.1, value(loss)(3), words, va="center")
        right.text(3.1, slope(loss)(3) + rise, words, va="center")  # two of the slopes end at the same height
    residual = frame.words("residual $r$")
    left.set(xlim=(-3, 4.3), ylim=(-0.1, 4.8), xticks=[-2, 0, 2], xlabel=residual, title="Loss")
    right.set(xlim=(-3, 4.3), ylim=(-3.2, 3.2), xticks=[-2, 0, 2], xlabel=residual, title="Slope of the loss")
    return {name: slope(loss)(3) for name, (loss, *_) in losses.items()}


def by_logit(frame):
    """Cross-entropy pulls hardest where the prediction is most wrong; the squared loss on a sigmoid lets go there.

    Label 1, prediction $\\sigma(z)$, against the logit $z$ from −8 to 8. First: cross-entropy grows like $-z$ to the
    left, while the squared loss {squared} levels off at ½. Second: the slopes. That of cross-entropy is $\\sigma(z) -
    1$ and tends to −1. That of the squared loss is never below {deepest} and returns to zero: left of $z = {edge}$ it
    lies within 0.05 of zero although the prediction is wrong. This dead zone is shaded.
    """
    entropy, squared = (lambda z: softplus(z) - z), (lambda z: half * (sigmoid(z) - 1) ** 2)
    steps = np.linspace(-8, 8, 161)
    pull = slope(squared)(steps)
    dead = (abs(pull) < 0.05) & (steps < 0)
    left, right = frame.axes(1, 2, height=0.8)
    for axes, drawn in [(left, value), (right, slope)]:
        frame.shade(axes, steps, dead)
        axes.plot(steps, drawn(entropy)(steps), color=frame.color.function)
        axes.plot(steps, drawn(squared)(steps), "--", color=frame.color.slope)
        axes.set(xlim=(-8, 8), xticks=[-8, -4, 0, 4, 8], xlabel=frame.words("logit $z$"))
    left.text(-4, 5.2, "cross-entropy", ha="left")
    left.text(-7.7, 0.7, "squared", ha="left")
    left.set(ylim=(0, 8), title="Loss for label 1")
    right.text(0.4, -0.7, "cross-entropy", ha="left", va="top")
    right.text(-7.7, -0.5, "dead zone", ha="left", va="center")
    right.text(-2.6, -0.18, "squared", ha="center", va="top")
    right.set(ylim=(-1.1, 0.1), yticks=[-1, -0.5, 0], yticklabels=["−1", "−½", "0"], title="Slope in the logit")
    return {
        "squared": squared(symbols.z),
        "deepest": pull.min(),
        "edge": f"{steps[dead].max():.2g}",
    }


def mean_or_median(frame):
    """Squares are smallest at the mean, absolute values at the median, which an outlier does not move.

    Five values, {values}, marked on the axis. The mean of the squared distances to a number $c$ is a parabola with its
    lowest point at the mean, {mean}. The mean of the absolute distances is a chain of straight pieces with its lowest
    point at the median, {median}. The largest value pulls the mean to the right and leaves the median alone.
    """
    values = np.array([1, 2, 3, 4, 9])
    mean, median = values.mean(), np.median(values)
    upper, lower = frame.axes(2, height=1)
    upper_line, lower_line = {"color": frame.color.function}, {"color": frame.color.slope, "ls": "--"}
    drawn = [(upper, np.square, mean, "mean", upper_line), (lower, np.abs, median, "median", lower_line)]
    c = np.linspace(0, 10, 201)
    for axes, cost, center, name, line in drawn:
        costs = cost(c[:, None] - values).mean(axis=1)
        axes.plot(c, costs, **line)
        axes.axvline(center, color=frame.color.ink, lw=1, ls=":")
        axes.plot(center, cost(center - values).mean(), "o", color=frame.color.ink)
        axes.text(center + 0.15, costs.max(), f"{name} {frame.number(center)}", va="top")
        axes.plot(values, 0 * values, "|", color=frame.color.ink, ms=14, mew=2)
    upper.set(ylim=(0, 50), title=frame.words("Mean squared distance to $c$"))
    lower.set(xlim=(0, 10), ylim=(0, 7), xlabel=frame.words("$c$"))
    lower.set_title(frame.words("Mean absolute distance to $c$"))
    return {"values": ", ".join(map(str, values)), "mean": mean, "median": median}
