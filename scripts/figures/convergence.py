"""How fast descent converges, and what sets its speed."""

import numpy as np

from calculus.language import cos
from figures._curves import slope, symbols, value
from figures._paths import LOWEST, centered_points, contours, path, three_points
from formulas import descent

RATES = {"0.1": 100, "6/17": 100, "0.365": 30}  # and how many steps are drawn


def three_rates(frame):
    """Too small, best and too large a learning rate on the same loss.

    The loss of the three points with contour lines, and gradient descent from (0, 0). With the rate 0.1 the path drops
    into the valley and creeps along it; after 100 steps it is {slow} away from the lowest point. With 6/17, the best
    fixed rate, it zigzags across the valley, and after 100 steps it is {best} away. With 0.365, just above the limit
    of 0.3606, the zigzag grows; after 30 steps it is {wild} away.
    """
    distances = []
    for axes, (eta, steps) in zip(frame.axes(1, 3, height=0.9), RATES.items(), strict=True):
        points = path(descent.gradient_descent, three_points, (0, 0), steps, eta=eta)
        contours(axes, frame.color, (-1.2, 3.6), (-1.4, 2.0))
        axes.plot(*points.T, "-o", color=frame.color.descent, ms=3, lw=1)
        axes.plot(*LOWEST, "*", color=frame.color.ink, ms=12)
        axes.set(aspect="equal", xlabel=frame.words("slope $w$"), ylabel=frame.words("intercept $b$"))
        axes.set_title(frame.words(f"$\\eta = {eta}$"))
        distances.append(np.hypot(*(points[-1] - LOWEST)))
    return dict(zip(("slow", "best", "wild"), distances, strict=True))


def straight_lines(frame):
    """On a scale of powers of ten, linear convergence is a straight line.

    The distance to the lowest point, on a scale of powers of ten, over 60 steps from (0, 0) on the loss of the three
    points. With $\\eta = 0.1$ the line bends once, when only the slow mode is left; then each step multiplies the
    distance by {slow}. With 6/17 the factor is {best}. With 0.365 it is {wild}, and the distance grows. With the mean
    taken from the inputs, and the best rate there, 1.2, the factor is {centered} and the line is steep.
    """
    axes, steps = frame.axes(height=0.85), np.arange(61)
    lines = [
        ("0.1", three_points, LOWEST, "-", "function"),
        ("6/17", three_points, LOWEST, "--", "slope"),
        ("0.365", three_points, LOWEST, "-.", "descent"),
        ("1.2", centered_points, (1.5, 10 / 3), ":", "gradient"),
    ]
    factors = []
    for eta, loss, lowest, dashes, role in lines:
        errors = np.hypot(*(path(descent.gradient_descent, loss, (0, 0), 60, eta=eta) - lowest).T)
        axes.semilogy(steps, np.maximum(errors, 1e-9), dashes, color=getattr(frame.color, role))
        factors.append(errors[9] / errors[8] if eta == "1.2" else errors[60] / errors[59])
    for words, place in [("0.1", (61, 0.28)), ("6/17", (61, 0.1)), ("0.365", (61, 3)), ("1.2, centered", (14, 1e-7))]:
        axes.text(*place, words, va="center")
    axes.set(xlim=(0, 74), ylim=(1e-8, 20), xlabel="step", title="Distance to the lowest point")
    powers = range(-8, 1, 2)
    axes.set_yticks([10**power for power in powers], map(frame.ten, powers))
    axes.minorticks_off()
    return dict(zip(("slow", "best", "wild", "centered"), factors, strict=True))


def parabola_above(frame):
    """A parabola with the largest curvature lies above the function, so its lowest point is a safe step.

    The curve {curve} has slopes that change by at most $L = {most}$ for each unit. At $x = 2.2$ the dashed parabola of
    curvature $L$ touches the curve and lies above it everywhere. One step with the rate $1/L$ leads to the lowest point
    of the parabola, at $x = {there}$. The curve is lower there: it has fallen from {before} to {after}, at least as far
    as the parabola promised.
    """
    axes, x, most, here = frame.axes(height=0.8), np.linspace(-1, 5, 121), 2, 2.2
    rise, height = float(slope(_waves)(here)), float(value(_waves)(here))
    there = here - rise / most
    axes.plot(x, value(_waves)(x), color=frame.color.function)
    bound = height + rise * (x - here) + most / 2 * (x - here) ** 2
    axes.plot(x, bound, "--", color=frame.color.comparison)
    bottom = height - rise**2 / (2 * most)
    after = float(value(_waves)(there))
    axes.plot([there, there], [bottom, after], ":", color=frame.color.ink)
    axes.plot([here, there, there], [height, bottom, after], "o", color=frame.color.ink)
    axes.text(here + 0.15, height - 0.25, "here", va="top")
    axes.text(there - 0.1, after - 0.3, "after the step", ha="right", va="top")
    axes.text(3.35, 7.3, "parabola", ha="right")
    axes.set(xlim=(-1, 5), ylim=(-1.5, 8), xlabel=frame.label(symbols.x))
    axes.set_title(frame.label(_waves(symbols.x)))
    return {"curve": _waves(symbols.x), "most": most, "there": there, "before": height, "after": after}


def _waves(x):
    return x**2 / 2 + cos(x)
