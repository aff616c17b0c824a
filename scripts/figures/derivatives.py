"""What a derivative is, pictured."""

import numpy as np

from figures._curves import slope


def secants(frame):
    """Secant lines turn into the tangent as the step shrinks.

    Left: the curve f(x) = x³ − 2x and, through its point at x = 2, secant lines to the points at 2 + h for h = {long},
    {middle} and {short}, with slopes {long_slope}, {middle_slope} and {short_slope}; they turn towards the tangent,
    whose slope is {slope}. Right: the slope of the secant against the step h. It is the curve 10 + 6h + h² with a hole
    at h = 0, and both sides lead to {slope}.
    """
    f, at = (lambda x: x**3 - 2 * x), 2
    steps, limit = np.array([1.5, 1, 0.5]), slope(f)(at)
    quotient = lambda h: (f(at + h) - f(at)) / h
    left, right = frame.axes(1, 2, height=0.78)

    x = np.linspace(0.8, 3.6, 100)
    left.plot(x, f(x), color=frame.color.function)
    ends = np.array([1.6, 3.6])
    for h, style in zip(steps, [(0, (6, 2)), (0, (4, 2)), (0, (2, 2))]):
        left.plot(ends, f(at) + quotient(h) * (ends - at), color=frame.color.muted, lw=1.2, ls=style)
        left.plot(at + h, f(at + h), "o", color=frame.color.muted)
        left.text(3.65, f(at) + quotient(h) * 1.6, f"h = {frame.number(h)}: {frame.number(quotient(h))}", va="center")
    left.plot(ends, f(at) + limit * (ends - at), color=frame.color.slope)
    left.text(3.65, f(at) + limit * 1.6, f"tangent: {frame.number(limit)}", va="center", color=frame.color.slope)
    left.plot(at, f(at), "o", color=frame.color.ink)
    left.set(xlim=(0.8, 5.0), ylim=(-2, 39), xticks=[1, 2, 3], title="Secants through (2, 4) and their slopes")

    h = np.linspace(-1.6, 1.6, 80)
    right.plot(h, quotient(h), color=frame.color.slope)
    for h in [-1, -0.5, -0.1, 0.1, 0.5, 1]:
        right.plot(h, quotient(h), "o", color=frame.color.slope)
        right.text(h + 0.1, quotient(h) - 0.3, frame.number(quotient(h)), va="top")
    right.plot(0, limit, "o", color=frame.color.slope, mfc=frame.color.paper, ms=8)
    right.set(xlim=(-1.7, 1.7), ylim=(0, 22), xticks=[-1, -0.5, 0, 0.5, 1], xlabel="step h")
    right.set_title("Slope of the secant, 10 + 6h + h²")
    names = ["long", "middle", "short"]
    return dict(zip(names, steps)) | {f"{k}_slope": quotient(h) for k, h in zip(names, steps)} | {"slope": limit}
