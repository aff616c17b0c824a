"""Newton’s method: parabolas that touch, and digits that double."""

import numpy as np

from calculus.check.updates import moved
from calculus.formula import declare
from calculus.interpreters import Lambda, World
from calculus.language import Derivative, cosh, exp, ln
from figures._curves import NUMBERS, slope, symbols, value
from formulas import newton


def digits_double(frame):
    """Newton’s method doubles the digits; gradient descent adds the same number of digits at each step.

    The distance to the lowest point of {function}, on a scale of powers of ten. Dots: Newton’s method from 0, with the
    distances {distances}. Squares: gradient descent from 0 with the rate 0.3, which multiplies the distance by about
    {factor} at each step.
    """
    axes, lowest = frame.axes(height=0.75), np.log(2)
    newtons = [abs(at - lowest) for at in _newton(_valley, 0, 5)]
    slow = [0.0]
    for _ in range(12):
        slow.append(slow[-1] - 0.3 * float(slope(_valley)(slow[-1])))
    errors = np.abs(np.array(slow) - lowest)
    axes.semilogy(range(6), newtons, "-o", color=frame.color.function)
    axes.semilogy(range(13), errors, "--s", color=frame.color.descent, ms=4)
    axes.text(4.7, 1e-8, "Newton", va="center")
    axes.text(6.4, 3e-2, "gradient descent", va="bottom")
    powers = range(-12, 1, 4)
    axes.set_yticks([10.0**power for power in powers], [frame.ten(power) for power in powers])
    axes.minorticks_off()
    axes.set(xlim=(-0.3, 12.3), ylim=(1e-14, 5), xlabel="step", title="Distance to the lowest point")
    told = ", ".join(frame.number(each, 2) for each in newtons[:5])
    return {"function": _valley(symbols.x), "distances": told, "factor": errors[-1] / errors[-2]}


def touching_parabolas(frame):
    """One step goes to the vertex of the parabola that touches the curve.

    First: {tame} from 0. The dashed parabola has the value, slope and curvature of the curve at 0; its vertex at
    {vertex} is the next point. Second: {wild} from 1.2. The curve is nearly straight there, so the parabola is wide and
    its vertex lies at {first}, farther from the lowest point than the start. The next step from there ends at {second}.
    """
    left, right = frame.axes(1, 2, height=0.9)
    vertex = _parabola(left, frame, _valley, 0, (-1.2, 2))
    first = _parabola(right, frame, _flat, 1.2, (-2.6, 2.6))
    left.set(xlim=(-1.2, 2), ylim=(0, 4), xticks=[-1, 0, 1, 2], yticks=[0, 2, 4])
    right.set(xlim=(-2.6, 2.6), ylim=(-0.8, 2.4), xticks=[-2, 0, 2], yticks=[0, 1, 2])
    second = _newton(_flat, 1.2, 2)[-1]
    wild, tame = _flat(symbols.x), _valley(symbols.x)
    return {"tame": tame, "wild": wild, "vertex": vertex, "first": first, "second": second}


def _valley(x):
    return exp(x) - 2 * x


def _flat(x):
    return ln(cosh(x))


def _newton(function, start, steps):
    """The points that the declared rule goes through."""
    rule = declare(newton.newton_on_the_line, "newton_on_the_line").statement
    world = World({"f": Lambda((symbols.x,), function(symbols.x)), "x": NUMBERS.number(0) + start, "k": 0})
    points = [float(start)]
    for _ in range(steps):
        world = moved(rule.lines, world, NUMBERS)
        points.append(float(world.values["x"]))
    return points


def _parabola(axes, frame, function, start, across):
    """The curve, the parabola that touches it, both points; the vertex is returned."""
    x, after = np.linspace(*across, 81), _newton(function, start, 1)[-1]
    height, rise = float(value(function)(start)), float(slope(function)(start))
    bend = float(value(lambda t: Derivative(function(t), t, 2))(start))
    parabola = height + rise * (x - start) + bend / 2 * (x - start) ** 2
    axes.plot(x, value(function)(x), color=frame.color.function)
    axes.plot(x, parabola, "--", color=frame.color.comparison)
    bottom = height - rise**2 / (2 * bend)
    axes.plot([after, after], [bottom, float(value(function)(after))], ":", color=frame.color.ink)
    axes.plot([start, after], [height, float(value(function)(after))], "o", color=frame.color.ink)
    axes.plot(after, bottom, "o", color=frame.color.ink, mfc=frame.color.paper)
    axes.text(start, height + 0.1, "start", ha="left" if rise < 0 else "right", va="bottom")
    axes.set(xlabel=frame.label(symbols.x), title=frame.label(function(symbols.x)))
    return after
