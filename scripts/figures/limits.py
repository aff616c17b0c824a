"""How functions behave near a point, and what sharp functions are the limits of."""

import numpy as np

from calculus.language import Positive, Symbol, absolute, exp, ln, maximum, sin
from figures._curves import symbols, value


def four_behaviors(frame):
    """Near a point a function may have a hole, jump, swing for ever, or go through without a break.

    First: {hole} near $x = 1$. There is no value at 1, but from both sides the curve leads to {limit}. Second: {jump}
    near 0. From the left it leads to {left}, from the right to {right}, so there is no limit. Third: {swing} near 0.
    It swings between −1 and 1 ever faster and settles on nothing. Fourth: {smooth} near 1. The limit is {limit_there},
    and so is the value.
    """
    panels = frame.axes(1, 4, height=0.7)
    for axes, function, at in zip(panels, (_hole, _jump, _swing, _smooth), (1, 0, 0, 1), strict=True):
        for x in _stretches(function, at):
            axes.plot(x, value(function)(x), color=frame.color.function, lw=1.2 if function is _swing else 2)
        axes.axvline(at, color=frame.color.muted, ls=":", lw=1)
        axes.set_title(frame.label(function(symbols.x)))
    hole, jump, swing, smooth = panels
    limit, sides = value(_hole)(1 + 1e-9), value(_jump)(np.array([-1e-9, 1e-9]))
    hole.plot(1, limit, "o", color=frame.color.function, mfc=frame.color.paper, ms=8)
    jump.plot([0, 0], sides, "o", color=frame.color.function, mfc=frame.color.paper, ms=8)
    smooth.plot(1, value(_smooth)(1), "o", color=frame.color.ink)
    for axes, words in zip(panels, ("hole: limit 2", "jump: no limit", "swing: no limit", "continuous"), strict=True):
        axes.text(0.03, 0.95, words, transform=axes.transAxes, va="top")
    hole.set(xlim=(-1, 3), ylim=(-0.5, 5), xticks=[0, 1, 2])
    jump.set(xlim=(-2, 2), ylim=(-1.4, 2), yticks=[-1, 0, 1], xticks=[-1, 0, 1])
    swing.set(xlim=(-0.5, 0.5), ylim=(-1.4, 2), yticks=[-1, 0, 1], xticks=[-0.4, 0, 0.4])
    smooth.set(xlim=(-1, 3), ylim=(-0.5, 5), xticks=[0, 1, 2])
    names = {name: function(symbols.x) for name, function in _NAMED.items()}
    return {**names, "limit": limit, "left": sides[0], "right": sides[1], "limit_there": value(_smooth)(1)}


def _hole(x):
    return (x**2 - 1) / (x - 1)


def _jump(x):
    return absolute(x) / x


def _swing(x):
    return sin(1 / x)


def _smooth(x):
    return x**2 / 2


_NAMED = {"hole": _hole, "jump": _jump, "swing": _swing, "smooth": _smooth}


def _stretches(function, at):
    """The inputs to draw on either side of a point; where it swings, evenly in 1/x."""
    if function is not _swing:
        return np.linspace(at - 2, at - 1e-6, 60), np.linspace(at + 1e-6, at + 2, 60)
    near = 1 / np.linspace(2, 90, 900)
    return -near, near


def softplus_closing(frame):
    """Softplus with a growing factor closes on the ReLU.

    The curves {softplus} for $\\beta$ equal to {betas}, and the ReLU, from −2 to 2. The farthest they are apart is at
    $x = 0$, where the softplus stands {gaps} above the ReLU: $\\ln 2$ divided by $\\beta$.
    """
    axes, x = frame.axes(height=0.75), np.linspace(-2, 2, 161)
    betas = (1, 3, 10)
    gaps = [float(value(_softplus(beta))(0)) for beta in betas]
    for beta, dashes in zip(betas, ("-", "--", "-."), strict=True):
        axes.plot(x, value(_softplus(beta))(x), dashes, color=frame.color.function)
    axes.plot(x, value(lambda t: maximum(0, t))(x), color=frame.color.ink, lw=1.2)
    for beta, gap, height in zip(betas, gaps, (1.75, 1.35, 0.95), strict=True):
        axes.plot(0, gap, "o", color=frame.color.function)
        axes.annotate(
            frame.words(rf"$\beta = {beta}$: {frame.number(gap, 3)}"), (0, gap), (-1.9, height), va="center",
            arrowprops={"arrowstyle": "-", "color": frame.color.muted, "lw": 0.8},
        )  # fmt: skip
    axes.text(0.75, 0.5, "ReLU", va="top")
    axes.set(xlim=(-2, 2), ylim=(-0.1, 2.2), xticks=[-2, -1, 0, 1, 2], yticks=[0, 1, 2], xlabel=frame.label(symbols.x))
    axes.set_title("Softplus, with its height at 0")
    names = {"softplus": _softplus(Symbol("beta", Positive))(symbols.x)}
    return names | {"betas": ", ".join(map(str, betas)), "gaps": ", ".join(frame.number(gap, 3) for gap in gaps)}


def _softplus(beta):
    return lambda x: ln(1 + exp(beta * x)) / beta


def along_paths(frame):
    """In two dimensions the path into a point can decide the value.

    First: {ratio} along lines $y := m x$, against $x$. Each line holds its own value, $m/(1 + m^2)$: {first} for slopes
    $m$ of −1, 0, ½ and 1. Second: {bent}. Along every line it falls to 0 as $x$ goes to 0, along the parabola
    $y := x^2$ it stays at {parabola}.
    """
    left, right = frame.axes(1, 2, height=0.8)
    x, slopes = np.linspace(1e-6, 1, 80), {"-1": -1, "0": 0, r"\tfrac12": 0.5, "1": 1}
    first = {words: float(value(_ratio)(0.5, m * 0.5)) for words, m in slopes.items()}
    for words, m in slopes.items():
        left.plot(x, value(_ratio)(x, m * x), color=frame.color.function)
        left.plot(0, first[words], "o", color=frame.color.function, mfc=frame.color.paper)
        left.text(1.04, first[words], frame.words(f"$m = {words}$"), va="center")
    for m, dashes in zip((0.2, 0.5, 1), (":", "-.", "--"), strict=True):
        right.plot(x, value(_bent)(x, m * x), dashes, color=frame.color.function)
        right.text(1.04, float(value(_bent)(1, m)), frame.words(f"$m = {m:g}$"), va="center" if m < 1 else "bottom")
    right.plot(x, value(_bent)(x, x**2), color=frame.color.slope)
    right.text(0.5, 0.52, frame.words("parabola $y := x^2$"), va="bottom")
    right.plot(0, 0, "o", color=frame.color.function, mfc=frame.color.paper)
    right.plot(0, 0.5, "o", color=frame.color.slope, mfc=frame.color.paper)
    for axes, function in ((left, _ratio), (right, _bent)):
        axes.set(xlim=(-0.05, 1.45), xticks=[0, 0.5, 1], xlabel=frame.words("$x$, going to 0 at the left"))
        axes.set_title(frame.label(function(symbols.x, symbols.y)))
    left.set(ylim=(-0.6, 0.6), yticks=[-0.5, 0, 0.5])
    right.set(ylim=(-0.05, 0.6), yticks=[0, 0.25, 0.5])
    names = {"ratio": _ratio(symbols.x, symbols.y), "bent": _bent(symbols.x, symbols.y)}
    return names | {"first": ", ".join(map(frame.number, first.values())), "parabola": float(value(_bent)(0.5, 0.25))}


def _ratio(x, y):
    return x * y / (x**2 + y**2)


def _bent(x, y):
    return x**2 * y / (x**4 + y**2)


def tolerance_and_distance(frame):
    """For each tolerance there is a distance that keeps to it.

    The curve {hole} near $x = 1$, with the limit {limit} marked by a hole. First: the tolerance {wide} asks for heights
    between the dashed lines. All inputs whose distance from 1 is less than {far} keep to it; they are shaded. Second:
    the tolerance {narrow}; now a distance of {near} will do.
    """
    limit, panels, tolerances = value(_hole)(1 + 1e-9), frame.axes(1, 2, height=0.8), (1, 0.4)
    x = np.linspace(-1, 1 - 1e-6, 60), np.linspace(1 + 1e-6, 3, 60)
    for axes, tolerance in zip(panels, tolerances, strict=True):
        for side in x:
            axes.plot(side, value(_hole)(side), color=frame.color.function)
        axes.plot(1, limit, "o", color=frame.color.function, mfc=frame.color.paper, ms=8)
        for height in (limit - tolerance, limit + tolerance):
            axes.axhline(height, color=frame.color.slope, ls="--", lw=1.2)
        axes.axvspan(1 - tolerance, 1 + tolerance, fc=(frame.color.muted, 0.25), lw=0)
        axes.set(xlim=(-1, 3), ylim=(0, 4), xticks=[0, 1, 2], yticks=[0, 1, 2, 3, 4], xlabel=frame.label(symbols.x))
        axes.set_title(frame.words(rf"$\epsilon = {tolerance}$: $\delta = {tolerance}$ will do"))
    wide, narrow = tolerances
    return {"hole": _hole(symbols.x), "limit": limit, "wide": wide, "far": wide, "narrow": narrow, "near": narrow}
