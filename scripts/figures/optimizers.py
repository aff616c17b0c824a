"""Momentum and adaptive steps."""

import numpy as np

from calculus.language import half
from figures._curves import symbols, value
from figures._paths import contours, path
from formulas import optimizers
from formulas.descent import gradient_descent

START, STEPS = (25, 1), 40
RACE = {
    "gradient descent": (gradient_descent, {"eta": "1/13"}, "descent", "-"),
    "momentum": (optimizers.momentum, {"eta": "1/9", "beta": "4/9"}, "function", "--"),
    "RMSProp": (optimizers.rmsprop, {"eta": "1", "beta": "0.9", "epsilon": "1e-8"}, "gradient", "-."),
    "Adam": (optimizers.adam, {"eta": "1", "beta_1": "0.9", "beta_2": "0.999", "epsilon": "1e-8"}, "slope", ":"),
}  # fmt: skip


def one_ravine(frame):
    """Four optimizers in one ravine, with the same number of gradients.

    First: contour lines of {ravine} and the paths of 40 steps from (25, 1). Gradient descent with its best rate,
    1/13, zigzags; momentum with its best settings, 1/9 and 4/9, swings less; RMSProp and Adam with the rate 1 walk
    along the ravine with steps of nearly the same length. Second: the loss at each step, on a scale of powers of ten.
    After 40 steps it is {descent} for gradient descent, {momentum} for momentum, {rmsprop} for RMSProp and {adam} for
    Adam.
    """
    left, right = frame.axes(1, 2, height=0.9)
    contours(left, frame.color, (-6, 27), (-1.5, 1.5), _ravine, (2, 10, 30, 75, 150, 300))
    last = []
    for rule, settings, role, dashes in RACE.values():
        points = path(rule, _ravine, START, STEPS, **settings)
        losses = value(_ravine)(*points.T)
        left.plot(*points.T, dashes, color=getattr(frame.color, role), lw=1.5)
        right.semilogy(np.maximum(losses, 1e-12), dashes, color=getattr(frame.color, role))
        last.append(losses[-1])
    left.plot(0, 0, "*", color=frame.color.ink, ms=12)
    left.plot(*START, "o", color=frame.color.ink)
    left.set(xlabel=frame.label(symbols.x), ylabel=frame.label(symbols.y), title="Paths")
    height = 0
    for loss, words in sorted(zip(last, RACE, strict=True)):
        height = max(loss, 1e-12, 8 * height)  # names stand clear of each other where the losses do not
        right.text(STEPS + 1, height, words, va="center")
    right.set(xlim=(0, 68), ylim=(1e-12, 2e3), xlabel="step", xticks=[0, 20, 40], title="Loss")
    powers = range(-12, 1, 4)
    right.set_yticks([10**power for power in powers], map(frame.ten, powers))
    right.minorticks_off()
    names = {"ravine": _ravine(symbols.x, symbols.y)}
    return names | dict(zip(("descent", "momentum", "rmsprop", "adam"), last, strict=True))


def _ravine(x, y):
    return half * (x**2 + 25 * y**2)


def forgetting(frame):
    """How much a moving average still knows of a gradient, by its age.

    The weight of a gradient in a moving average against its age in steps, for $\\beta = 0.9$ and $\\beta = 0.99$, as a
    share of the newest one. With 0.9 it is down to a half after {short} steps, with 0.99 after {long} steps; a dot
    marks each half-life.
    """
    axes, age = frame.axes(height=0.7), np.arange(0, 121)
    halves = []
    for beta, dashes, role, words in [(0.9, "-", "function", (14, 0.3)), (0.99, "--", "slope", (40, 0.75))]:
        axes.plot(age, beta**age, dashes, color=getattr(frame.color, role))
        halves.append(np.log(0.5) / np.log(beta))
        axes.plot(halves[-1], 0.5, "o", color=frame.color.ink)
        axes.text(*words, frame.words(rf"$\beta = {beta}$"))
    axes.axhline(0.5, color=frame.color.muted, lw=1, ls=":")
    axes.set(xlim=(0, 120), ylim=(0, 1.05), xlabel="age in steps", yticks=[0, 0.5, 1], title="Weight of a gradient")
    return {"short": frame.number(halves[0], 3), "long": frame.number(halves[1], 3)}


def noise_by_batch(frame):
    """A batch four times as large scatters half as much.

    The spread (standard deviation) of the mean of a batch drawn from 100 gradients, as a share of the spread of a
    single one, for batches of 1 to 100. Drawn with replacement it falls like one over the root of the size: {four} at
    4, {sixteen} at 16. Drawn without replacement it reaches zero when the batch is the whole set.
    """
    axes, size, whole = frame.axes(height=0.75), np.arange(1, 101), 100
    spread = 1 / np.sqrt(size)
    without = spread * np.sqrt((whole - size) / (whole - 1))
    axes.plot(size, spread, "--", color=frame.color.slope)
    axes.plot(size, without, color=frame.color.function)
    axes.plot([4, 16], spread[[3, 15]], "o", color=frame.color.ink)
    axes.text(52, 0.22, "with replacement", va="bottom")
    axes.text(48, 0.04, "without", va="bottom", ha="right")
    axes.set(xlim=(0, 101), ylim=(0, 1.05), xlabel="batch size", yticks=[0, 0.25, 0.5, 1], title="Spread of the mean")
    return {"four": spread[3], "sixteen": spread[15]}
