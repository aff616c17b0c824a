"""Small drawings for the sheets: one row of panels each, low enough to stand among formulas."""

import numpy as np

from calculus.language import absolute, exp, half, huber, relu, sigmoid, tanh
from figures._curves import slope, value
from figures._paths import path
from formulas import descent

SIDES = np.linspace(-3, -1e-9, 31), np.linspace(1e-9, 3, 31)  # two, because some slopes jump at 0
ROW = 300  # units across, so that words are tall enough on the narrowest sheet
PRODUCTS = (0.4, 1.6, 2, 2.2)  # of learning rate and curvature


def activations(frame):
    """Activations, and their slopes dashed.

    Three activation functions from −3 to 3. The slope of the sigmoid reaches {sigmoid} at 0, that of the hyperbolic
    tangent {tanh}. The slope of the ReLU jumps from 0 to 1 at 0.
    """
    drawn = {"sigmoid": sigmoid, "tanh": tanh, "ReLU": relu}
    for axes, (name, phi) in zip(frame.axes(1, 3, height=0.66, abreast=3, room=ROW), drawn.items(), strict=True):
        _with_slope(axes, frame, phi)
        axes.set(ylim=(-1.2, 1.6), yticks=[-1, 0, 1])
        _name(axes, frame, name)
    return {"sigmoid": slope(sigmoid)(0), "tanh": slope(tanh)(0)}


def losses(frame):
    """Losses of a residual, and their slopes dashed.

    The squared loss with a half, the absolute loss, and the Huber loss with $\\delta = 1$, for residuals from −3 to 3.
    At the residual 3 their slopes are {squared}, {absolute} and {huber}.
    """
    drawn = {"squared": lambda r: half * r**2, "absolute": absolute, "Huber": lambda r: huber(r, 1)}
    for axes, (name, loss) in zip(frame.axes(1, 3, height=0.66, abreast=3, room=ROW), drawn.items(), strict=True):
        _with_slope(axes, frame, loss)
        axes.set(ylim=(-2.2, 4), yticks=[-2, 0, 2, 4])
        _name(axes, frame, name)
    return {name.lower(): slope(loss)(3) for name, loss in drawn.items()}


def regimes(frame):
    """Too small, swinging, jumping for ever, running away.

    Five steps of gradient descent on a parabola from 1, for four products of learning rate and curvature: {steps}.
    Below 1 the points walk down one side. Between 1 and 2 they change sides and settle, at 2 they jump between two
    points, and above 2 they run away.
    """
    x = np.linspace(-2, 2, 61)
    for axes, product in zip(frame.axes(1, 4, height=0.8, abreast=4, room=ROW), PRODUCTS, strict=True):
        points = path(descent.gradient_descent, lambda x, y: _parabola(x) + 0 * y, (1, 0), 5, eta=product)[:, 0]
        axes.plot(x, value(_parabola)(x), color=frame.color.muted, lw=1.2)
        axes.plot(points, value(_parabola)(points), "-o", color=frame.color.descent, ms=4, lw=1.2)
        axes.plot(points[0], value(_parabola)(points[0]), "o", color=frame.color.ink, ms=4)
        axes.set(xlim=(-2, 2), ylim=(-0.4, 2), xticks=[-1, 0, 1], yticks=[])
        _name(axes, frame, frame.number(product))
    return {"steps": ", ".join(map(frame.number, PRODUCTS))}


def curvatures(frame):
    """Minimum, flat direction, saddle: signs of the curvatures.

    Contour lines of three quadratics around a point where the gradient is zero. First both curvatures are positive and
    the point is a minimum. Then one is zero, and a whole line is lowest. Then one is negative: a saddle. Dashed lines
    lie below the middle.
    """
    grid = np.meshgrid(np.linspace(-1.6, 1.6, 61), np.linspace(-1, 1, 41))
    levels = np.array([-2, -1.3, -0.7, -0.2, 0.1, 0.3, 0.7, 1.2, 2])
    for axes, across in zip(frame.axes(1, 3, height=0.6, abreast=3, room=ROW), (1, 0, -1), strict=True):
        height = value(lambda x, y, across=across: across * x**2 / 2 + y**2)(*grid)
        axes.contour(
            *grid, height, levels, colors=frame.color.function, linewidths=1.2, linestyles=["--"] * 4 + ["-"] * 5
        )
        axes.plot(0, 0, "o", color=frame.color.ink, ms=4)
        axes.set(xticks=[], yticks=[])
        _name(axes, frame, {1: "+ +", 0: "+ 0", -1: "+ −"}[across])


def secants(frame):
    """Secants turn into the tangent as the step shrinks.

    The exponential from −2 to 2 with the dashed line through its points at 0 and at $h$, for $h = 1.5$, $h = 0.7$ and
    $h = 0.1$. The slopes of the lines are {slopes}; the slope at 0 is {limit}.
    """
    x, height, rates = np.linspace(-2, 2, 41), value(exp), []
    for axes, step in zip(frame.axes(1, 3, height=0.6, abreast=3, room=ROW), (1.5, 0.7, 0.1), strict=True):
        rates.append((height(step) - height(0)) / step)
        axes.plot(x, height(x), color=frame.color.function)
        axes.plot(x, height(0) + rates[-1] * x, "--", color=frame.color.slope)
        axes.plot([0, step], height(np.array([0, step])), "o", color=frame.color.ink, ms=3.5)
        axes.set(xlim=(-2, 2), ylim=(-0.5, 5), xticks=[0], yticks=[])
        _name(axes, frame, frame.words(f"$h = {step}$"))
    return {"slopes": ", ".join(frame.number(rate, 3) for rate in rates), "limit": frame.number(slope(exp)(0), 2)}


def _name(axes, frame, words):
    gap = {"fc": frame.color.paper, "ec": "none", "pad": 0.8}  # lines stop where the words begin
    axes.text(0.03, 0.98, words, transform=axes.transAxes, va="top", bbox=gap)


def _with_slope(axes, frame, function):
    for side in SIDES:
        axes.plot(side, value(function)(side), color=frame.color.function)
        axes.plot(side, slope(function)(side), "--", color=frame.color.slope)
    axes.set(xlim=(-3, 3), xticks=[-2, 0, 2])


def _parabola(x):
    return half * x**2
