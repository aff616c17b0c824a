"""Steps against the gradient, and how far they go."""

import numpy as np

from calculus.language import half
from figures._curves import symbols, value
from figures._paths import LOWEST, contours, gradient, path, three_points
from formulas import descent

RATES = (0.1, 0.4, 0.5, 0.6)
START = (0.0, 0.0)


def walk_down(frame):
    """Gradient descent walks down the loss of three points, each step at a right angle to a contour line.

    Contour lines of half the mean squared error of the line $w x + b$ at the points (1, 2), (2, 3) and (3, 5), and the
    first {steps} steps of gradient descent from (0, 0) with the learning rate $\\eta = {eta}$. The first step leads to
    {first}, where the loss has fallen from {before} to {after}. The dashed line leads straight to the lowest point;
    the arrow of the first step does not point there.
    """
    axes, steps, eta = frame.axes(height=0.85), 6, 0.1
    points = path(descent.gradient_descent, three_points, START, steps, eta=eta)
    contours(axes, frame.color, (-0.4, 2.6), (-0.9, 1.5))
    axes.plot(*points.T, "-o", color=frame.color.descent, ms=5)
    axes.plot(*np.transpose([START, LOWEST]), "--", color=frame.color.muted)
    axes.plot(*LOWEST, "*", color=frame.color.ink, ms=12)
    axes.annotate("lowest point", LOWEST, (1.5, -0.55), ha="center", arrowprops={"arrowstyle": "-"})
    axes.text(-0.05, -0.12, "start", ha="right", va="top")
    axes.set(aspect="equal", xlabel=frame.words("slope $w$"), ylabel=frame.words("intercept $b$"))
    axes.set_title(frame.words(f"Six steps with $\\eta = {eta}$"))
    first = f"({frame.number(points[1, 0])}, {frame.number(points[1, 1])})"
    before, after = value(three_points)(*points[:2].T)
    return {"steps": steps, "eta": eta, "first": first, "before": before, "after": after}


def round_and_narrow(frame):
    """Against the gradient is toward the lowest point in a round bowl only.

    First: in the round bowl {round} the step from (2, 1) points straight at the lowest point. Second: in the narrow
    valley {narrow} the gradient at the same point is {gradient}. The step crosses the valley; the dashed line to the
    lowest point runs another way.
    """
    bowls = [("round", lambda x, y: half * (x**2 + y**2)), ("narrow", lambda x, y: half * (x**2 + 9 * y**2))]
    here = np.array([2.0, 1.0])
    for axes, (_, bowl), eta in zip(frame.axes(1, 2, height=0.8), bowls, (0.5, 0.15), strict=True):
        contours(axes, frame.color, (-2.6, 2.6), (-1.7, 1.7), bowl, (0.25, 1, 2.25, 4, 6.5, 10))
        step = path(descent.gradient_descent, bowl, here, 1, eta=eta)[1] - here
        axes.plot(*np.transpose([here, (0, 0)]), "--", color=frame.color.muted)
        axes.quiver(
            *here, *step, color=frame.color.descent, angles="xy", scale_units="xy", scale=1, width=0.014, zorder=3
        )
        axes.plot(0, 0, "*", color=frame.color.ink, ms=12)
        axes.set(aspect="equal", xlabel=frame.label(symbols.x), ylabel=frame.label(symbols.y))
        axes.set_title(frame.label(bowl(symbols.x, symbols.y)))
    names = {name: bowl(symbols.x, symbols.y) for name, bowl in bowls}
    slopes = gradient(bowls[1][1], map(int, here))
    return {**names, "gradient": f"({frame.number(slopes[0])}, {frame.number(slopes[1])})"}


def four_regimes(frame):
    """The learning rate decides whether the iterates settle, swing, jump for ever or run away.

    Gradient descent on {parabola} from $x = 1$. With $\\eta = 0.1$ each step multiplies by {small}: the points walk
    down one side. With $\\eta = 0.4$ the factor is {swing}: they change sides and still settle. With $\\eta = 0.5$ it
    is {cycle}: they jump between two points for ever. With $\\eta = 0.6$ it is {away}: they run away.
    """
    panels, x = frame.axes(1, 4, height=0.7), np.linspace(-2.2, 2.2, 81)
    factors = []
    for axes, eta in zip(panels, RATES, strict=True):
        points = path(descent.gradient_descent, lambda x, y: _parabola(x) + 0 * y, (1, 0), 5, eta=eta)[:, 0]
        near = points[np.abs(points) < 2.2]
        factors.append(points[1] / points[0])
        axes.plot(x, value(_parabola)(x), color=frame.color.muted)
        axes.plot(near, value(_parabola)(near), "-o", color=frame.color.descent, ms=5)
        axes.plot(near[0], value(_parabola)(near[0]), "o", color=frame.color.ink)
        axes.set(xlim=(-2.2, 2.2), ylim=(-0.6, 9), xticks=[-2, -1, 0, 1, 2], xlabel=frame.label(symbols.x))
        axes.set_title(frame.words(f"$\\eta = {eta}$: factor {frame.number(factors[-1])}"))
    named = dict(zip(("small", "swing", "cycle", "away"), factors, strict=True))
    return {"parabola": _parabola(symbols.x), **named}


def _parabola(x):
    return 2 * x**2
