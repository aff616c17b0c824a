"""What a derivative is, what its rules say, and how well a difference measures it."""

from math import exp

import numpy as np

from calculus.language import Quantity
from figures._curves import slope, symbols, value


def secants(frame):
    """Secant lines turn into the tangent as the step shrinks.

    First: the curve $f(x) := {f}$ and, through its point at $x = 2$, secant lines to the points at $2 + h$ with $h$
    equal to {h1}, {h2} and {h3}, with slopes {slope1}, {slope2} and {slope3}; they turn towards the tangent, whose
    slope is {limit}. Second: the slope of the secant against the step $h$. It is the curve {quotient} with a hole at 0,
    where no secant exists; from both sides it leads to {limit}.
    """
    f, at, limit, steps = value(_cubic), 2, slope(_cubic)(2), np.array([1.5, 1, 0.5])
    quotients = (f(at + steps) - f(at)) / steps
    left, right = frame.axes(1, 2, height=0.8)

    x, ends = np.linspace(0.8, 3.6, 100), np.array([1.6, 3.6])
    left.plot(x, f(x), color=frame.color.function)
    for step, quotient, dashes in zip(steps, quotients, ["-.", "--", ":"], strict=True):
        left.plot(ends, f(at) + quotient * (ends - at), dashes, color=frame.color.muted, lw=1.3)
        left.plot(at + step, f(at + step), "o", color=frame.color.muted)
        words = frame.words(f"$h = {step:g}$: {frame.number(quotient)}")
        left.text(3.68, f(at) + quotient * 1.6, words, va="center")
    left.plot(ends, f(at) + limit * (ends - at), color=frame.color.slope)
    left.text(3.68, f(at) + limit * 1.6, f"tangent: {frame.number(limit)}", va="center")
    left.plot(at, f(at), "o", color=frame.color.ink)
    left.set(xlim=(0.8, 5), ylim=(-2, 40), xticks=[1, 2, 3], yticks=[0, 10, 20, 30], xlabel=frame.label(symbols.x))
    left.set_title("Secants through (2, 4), with their slopes")
    _draw_quotients(right, frame, f, at, limit)
    found = {f"slope{place}": quotient for place, quotient in enumerate(quotients, 1)}
    found |= {f"h{place}": step for place, step in enumerate(steps, 1)}
    return {"f": _cubic(symbols.x), "quotient": _quotient(symbols.h), "limit": limit, **found}


def _cubic(x):
    return x**3 - 2 * x


def _quotient(h):
    return 10 + 6 * h + h**2


def _draw_quotients(axes, frame, f, at, limit):
    """The slope of the secant as a curve over the step, with measured points on it and a hole at 0."""
    steps, marked = np.linspace(-1.5, 1.5, 80), np.array([-1, -0.5, -0.1, 0.1, 0.5, 1])
    axes.plot(steps, value(_quotient)(steps), color=frame.color.slope)
    for step, quotient in zip(marked, (f(at + marked) - f(at)) / marked, strict=True):
        across, up, side = (-0.08, 1.6, "right") if step == -0.1 else (0.08, -0.4, "left")
        axes.plot(step, quotient, "o", color=frame.color.slope)
        axes.text(step + across, quotient + up, frame.number(quotient), ha=side, va="top")
    axes.plot(0, limit, "o", color=frame.color.slope, mfc=frame.color.paper, ms=9)
    axes.set(
        xlim=(-1.5, 1.5), ylim=(0, 22), xticks=[-1, 0, 1], yticks=[0, 5, 10, 15, 20], xlabel=frame.words("step $h$")
    )
    axes.set_title(f"Slope of the secant: {frame.label(_quotient(symbols.h))}")


def growing_rectangle(frame):
    """The product rule is the growth of a rectangle, and its corner does not count.

    First: a rectangle with sides $f$ and $g$ of lengths {f} and {g}. When the input takes a step $h = {h}$, the sides
    grow by $u$ and $v$, and the area grows by a strip $g u$ of {strip_f}, a strip $f v$ of {strip_g} and a small corner
    $u v$ of {corner}. Second: each of the three divided by $h$, as $h$ shrinks. The strips tend to $f' g$ and $f g'$,
    here {limit_f} and {limit_g}, which are not zero; the corner tends to zero.
    """
    square, line, at, step = (lambda x: x**2), (lambda x: 1 + x / 2), 1.6, 0.4
    width, height = value(square)(at), value(line)(at)
    wider, higher = value(square)(at + step) - width, value(line)(at + step) - height
    limits = {"limit_f": slope(square)(at) * height, "limit_g": width * slope(line)(at)}
    left, right = frame.axes(1, 2, height=0.8)
    frame.let(f=Quantity["x"], g=Quantity["x"])
    _rectangle(left, frame, width, height, wider, higher)

    steps = np.linspace(1e-6, 0.5, 60)
    df, dg = (value(square)(at + steps) - width) / steps, (value(line)(at + steps) - height) / steps
    right.plot(steps, height * df, color=frame.color.function)
    right.plot(steps, width * dg, "--", color=frame.color.slope)
    right.plot(steps, df * dg * steps, ":", color=frame.color.ink)
    right.text(0.25, height * df[30] + 0.25, frame.words(f"$g u/h$ tends to {frame.number(limits['limit_f'])}"))
    right.text(0.25, width * dg[30] + 0.25, frame.words(f"$f v/h$ tends to {frame.number(limits['limit_g'])}"))
    right.text(0.25, (df * dg * steps)[30] + 0.3, frame.words("$u v/h$ tends to 0"))
    right.set(xlim=(0.5, 0), ylim=(0, 8), xlabel=frame.words("step $h$, shrinking to the right"))
    right.set_title(frame.words("Each part divided by $h$"))
    parts = {"strip_f": height * wider, "strip_g": width * higher, "corner": wider * higher}
    return {"f": width, "g": height, "h": step, **limits, **parts}


def _rectangle(axes, frame, width, height, wider, higher):
    """The rectangle, the two strips it grows by, and the hatched corner."""
    color = frame.color
    inner, outer = np.array([0, width, width, 0]), np.array([0, wider, wider, 0]) + width
    below, above = np.array([0, 0, height, height]), np.array([0, 0, higher, higher]) + height
    for x, y, tint in [(inner, below, color.muted), (outer, below, color.function), (inner, above, color.slope)]:
        axes.fill(x, y, fc=(tint, 0.35), ec=color.ink)
    axes.fill(outer, above, fc=color.paper, ec=color.ink, hatch="////")
    right, top = width + wider / 2, height + higher / 2
    for x, y, words in [(width / 2, height / 2, "$f g$"), (right, height / 2, "$g u$"), (width / 2, top, "$f v$")]:
        axes.text(x, y, frame.words(words), ha="center", va="center")
    axes.text(right, height + higher + 0.08, frame.words("$u v$"), ha="center", va="bottom")
    for x, words in [(width / 2, "$f$"), (right, "$u$")]:
        axes.text(x, -0.05, frame.words(words), ha="center", va="top")
    for y, words in [(height / 2, "$g$"), (top, "$v$")]:
        axes.text(-0.06, y, frame.words(words), ha="right", va="center")
    axes.set(xlim=(-0.35, 4.05), ylim=(-0.3, 2.4), title="Growth of the area in one step")
    axes.set_axis_off()


def difference_error(frame):
    """The error of a difference quotient falls with the step, then rises: there is a best step.

    Error of the forward and the central difference for the exponential at 1, relative to its slope there, against the
    step $h$, both axes logarithmic. Going to smaller steps, the forward error falls in proportion to $h$ and the
    central error in proportion to $h^2$; then rounding takes over and both rise like $1/h$. The lowest errors lie near
    the predicted best steps: {forward} for the forward difference, which is $\\epsilon^{{1/2}}$, and {central} for the
    central one, which is $\\epsilon^{{1/3}}$, where $\\epsilon = {eps}$ is the precision of a double. There the errors
    are {forward_error} and {central_error}.
    """
    f, at, eps = np.vectorize(exp), 1.0, np.finfo(float).eps  # in doubles, because their rounding is what is shown
    truth = f(at)
    error = {
        "forward": lambda h: abs((f(at + h) - f(at)) / h / truth - 1),
        "central": lambda h: abs((f(at + h) - f(at - h)) / (2 * h) / truth - 1),
    }
    best = {"forward": eps ** (1 / 2), "central": eps ** (1 / 3)}
    looks = {
        "forward": ("s", frame.color.function, "--", r"$\epsilon^{1/2}$"),
        "central": ("o", frame.color.slope, ":", r"$\epsilon^{1/3}$"),
    }
    axes = frame.axes(height=0.8)
    steps = np.logspace(-14, 0, 71)
    for name, (mark, tint, dashes, words) in looks.items():
        axes.loglog(steps, np.maximum(error[name](steps), 1e-12), mark, color=tint, ms=3.5)
        axes.axvline(best[name], color=tint, ls=dashes, lw=1.5)
        axes.text(best[name] / 1.6, 0.5, frame.words(words), ha="right", va="top")
    axes.text(4e-3, 1e-2, "forward", ha="right", va="bottom")
    axes.text(1e-2, 3e-8, "central", ha="left")
    axes.text(1e-12, 1e-2, "rounding", ha="left")
    axes.set(xlim=(5e-15, 2), ylim=(5e-13, 2), xlabel=frame.words("step $h$"))
    axes.set_title("Relative error of the difference quotient")
    powers = range(-12, 1, 4)
    ticks, words = [10**power for power in powers], list(map(frame.ten, powers))
    axes.set(xticks=ticks, xticklabels=words, yticks=ticks, yticklabels=words)
    return {"eps": eps, **best, **{f"{name}_error": error[name](step) for name, step in best.items()}}
