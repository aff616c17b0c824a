"""Areas that grow, and densities that are pushed through a function."""

import numpy as np

from calculus.language import Integral, Real, Symbol, exp, ln, pi, sqrt
from figures._curves import symbols, value

t = Symbol("t", Real)


def growing_area(frame):
    """The area under a curve grows at the rate of the curve's height.

    Above: the curve {curve} with the area from 0 to 2 shaded, {area}, and a thin strip beyond it of width {width},
    whose height is {height}. Below: the area from 0 to $x$, as a curve over $x$. From $x = 2$ to the end of the strip
    it rises by {rise}; divided by the width that is {rate}, close to the height.
    """
    end, width = 2.0, 0.25
    area = value(lambda x: Integral(_curve(t), t, 0, x))
    upper, lower = frame.axes(2, height=1.05)
    x = np.linspace(0, 3, 61)
    upper.plot(x, value(_curve)(x), color=frame.color.function)
    for first, last, tint in ((0, end, frame.color.function), (end, end + width, frame.color.slope)):
        inside = np.linspace(first, last, 40)
        heights = value(_curve)(inside)
        upper.fill(np.r_[inside, last, first], np.r_[heights, 0, 0], fc=(tint, 0.3), lw=0)
    upper.text(1.2, 0.35, f"area {frame.number(area(end))}", ha="center")
    upper.text(end + width + 0.08, 0.5, "strip", ha="left")
    upper.set(ylim=(0, 3.4), yticks=[0, 1, 2, 3], title=f"Height {frame.label(_curve(symbols.x))}")
    ends = np.array([end, end + width])
    lower.plot(x, area(x), color=frame.color.function)
    lower.plot(ends, area(ends), "o", color=frame.color.slope)
    lower.set(xlim=(0, 3), ylim=(0, 4.6), yticks=[0, 2, 4], xticks=[0, 1, 2, 3], xlabel=frame.label(symbols.x))
    lower.set_title(frame.words("Area from 0 to $x$"))
    rise = float(area(end + width) - area(end))
    found = {"area": float(area(end)), "width": width, "height": float(value(_curve)(end)), "rise": rise}
    return {"curve": _curve(symbols.x), **found, "rate": rise / width}


def _curve(x):
    return 1 + x**2 / 4


def equal_bars(frame):
    """Pushed through the exponential, a density is squeezed and stretched; each bar keeps its area.

    First: the normal density over $x$, cut at −2, −1, 0, 1 and 2 into bars with areas {areas}. Second: the density of
    $y := e^x$. The cuts have moved to {cuts}. Narrow bars became tall, wide ones low; the areas are the same. The
    highest point is near $y = {peak}$, not at $e^0 = 1$.
    """
    cuts = np.array([-2.0, -1, 0, 1, 2])
    shares = [float(value(lambda a, b: Integral(_normal(t), t, a, b))(*ends)) for ends in _bars(cuts)]
    left, right = frame.axes(1, 2, height=0.8)
    for axes, function, ends in ((left, _normal, cuts), (right, _pushed, np.exp(cuts))):
        for place, (first, last) in enumerate(_bars(ends)):
            inside = np.linspace(first, last, 60)
            tint = frame.color.slope if place % 2 else frame.color.function
            fill = np.r_[value(function)(inside), 0, 0]
            axes.fill(np.r_[inside, last, first], fill, fc=(tint, 0.4), ec=frame.color.ink, lw=0.6)
    for (first, last), share in zip(_bars(cuts), shares, strict=True):
        left.text((first + last) / 2, 0.06, frame.number(share, 3), ha="center")
    left.set(xlim=(-2.6, 2.6), ylim=(0, 0.72), xticks=cuts, yticks=[0, 0.2, 0.4, 0.6], xlabel=frame.label(symbols.x))
    left.set_title(frame.words("Density of $x$"))
    y = np.linspace(0.05, 2, 400)
    peak = y[value(_pushed)(y).argmax()]
    right.set(
        xlim=(0, 7.8), ylim=(0, 0.72), xticks=[0, 1, 2, 4, 6], yticks=[0, 0.2, 0.4, 0.6], xlabel=frame.label(symbols.y)
    )
    right.set_title(frame.words("Density of $y := e^x$"))
    words = {"areas": ", ".join(frame.number(share, 3) for share in shares)}
    return {**words, "cuts": ", ".join(frame.number(cut, 3) for cut in np.exp(cuts)), "peak": frame.number(peak, 2)}


def _normal(x):
    return 1 / sqrt(2 * pi) * exp(-(x**2) / 2)


def _pushed(y):
    return _normal(ln(y)) / y


def _bars(cuts):
    """The two ends of each bar."""
    return np.stack((cuts[:-1], cuts[1:]), axis=1)
