"""What a derivative is, what its rules say, and how well a difference measures it."""

import numpy as np
from figures._curves import slope


def secants(frame):
    """Secant lines turn into the tangent as the step shrinks.

    Left: the curve f(x) = x³ − 2x and, through its point at x = 2, secant lines to the points at 2 + h for h = {h1},
    {h2} and {h3}, with slopes {slope1}, {slope2} and {slope3}; they turn towards the tangent, whose slope is {limit}.
    Right: the slope of the secant against the step h. It is the curve 10 + 6h + h² with a hole at h = 0, where no
    secant exists; from both sides it leads to {limit}.
    """
    f, at = (lambda x: x**3 - 2 * x), 2

    def quotient(h):
        return (f(at + h) - f(at)) / h

    limit, ends = slope(f)(at), np.array([1.6, 3.6])
    left, right = frame.axes(1, 2, height=0.8)

    x = np.linspace(0.8, 3.6, 100)
    left.plot(x, f(x), color=frame.color.function)
    for h, dashes in [(1.5, "-."), (1, "--"), (0.5, ":")]:
        left.plot(ends, f(at) + quotient(h) * (ends - at), dashes, color=frame.color.muted, lw=1.3)
        left.plot(at + h, f(at + h), "o", color=frame.color.muted)
        words = f"h = {frame.number(h)}: {frame.number(quotient(h))}"
        left.text(3.68, f(at) + quotient(h) * 1.6, words, va="center")
    left.plot(ends, f(at) + limit * (ends - at), color=frame.color.slope)
    left.text(3.68, f(at) + limit * 1.6, f"tangent: {frame.number(limit)}", va="center")
    left.plot(at, f(at), "o", color=frame.color.ink)
    left.set(xlim=(0.8, 5), ylim=(-2, 40), xticks=[1, 2, 3], yticks=[0, 10, 20, 30], xlabel="x")
    left.set_title("Secants through (2, 4), with their slopes")

    h = np.linspace(-1.5, 1.5, 80)
    right.plot(h, quotient(h), color=frame.color.slope)
    for step, ha in [(-1, "left"), (-0.5, "left"), (-0.1, "right"), (0.1, "left"), (0.5, "left"), (1, "left")]:
        right.plot(step, quotient(step), "o", color=frame.color.slope)
        shift = (0.08, -0.4) if ha == "left" else (-0.08, 1.6)
        right.text(step + shift[0], quotient(step) + shift[1], frame.number(quotient(step)), ha=ha, va="top")
    right.plot(0, limit, "o", color=frame.color.slope, mfc=frame.color.paper, ms=9)
    right.set(xlim=(-1.5, 1.5), ylim=(0, 22), xticks=[-1, 0, 1], yticks=[0, 5, 10, 15, 20], xlabel="step h")
    right.set_title("Slope of the secant: 10 + 6h + h²")
    found = {f"slope{k}": quotient(h) for k, h in [(1, 1.5), (2, 1), (3, 0.5)]}
    return {"h1": 1.5, "h2": 1, "h3": 0.5, "limit": limit, **found}


def growing_rectangle(frame):
    """The product rule is the growth of a rectangle, and its corner does not count.

    Left: a rectangle with sides f = {f} and g = {g}. When the input takes a step h = {h}, the sides grow by Δf and Δg,
    and the area grows by a strip g·Δf of {strip_f}, a strip f·Δg of {strip_g} and a small corner Δf·Δg of {corner}.
    Right: each of the three divided by h, as h shrinks. The strips tend to f′g = {limit_f} and fg′ = {limit_g}, which
    are not zero; the corner tends to zero.
    """
    f, g, at, h = (lambda x: x**2), (lambda x: 1 + x / 2), 1.6, 0.4
    width, height = f(at), g(at)
    wider, higher = f(at + h) - width, g(at + h) - height
    left, right = frame.axes(1, 2, height=0.8)

    color = frame.color
    across, up = np.array([0, width, width, 0]), np.array([0, 0, height, height])
    further, upper = width + np.array([0, wider, wider, 0]), height + np.array([0, 0, higher, higher])
    for x, y, tint in [(across, up, color.muted), (further, up, color.function), (across, upper, color.slope)]:
        left.fill(x, y, fc=(tint, 0.35), ec=color.ink)
    left.fill(further, upper, fc=color.paper, ec=color.ink, hatch="////")
    middle = {"ha": "center", "va": "center"}
    left.text(width / 2, height / 2, "f g", **middle)
    left.text(width + wider / 2, height / 2, "g Δf", **middle)
    left.text(width / 2, height + higher / 2, "f Δg", **middle)
    left.text(width + wider / 2, height + higher + 0.08, "Δf Δg", ha="center", va="bottom")
    left.text(width / 2, -0.05, "f", ha="center", va="top")
    left.text(width + wider / 2, -0.05, "Δf", ha="center", va="top")
    left.text(-0.06, height / 2, "g", ha="right", va="center")
    left.text(-0.06, height + higher / 2, "Δg", ha="right", va="center")
    left.set(xlim=(-0.35, 4.05), ylim=(-0.3, 2.4))
    left.set_axis_off()
    left.set_title("Growth of the area f g in one step h")

    steps = np.linspace(1e-9, 0.5, 60)
    df, dg = (f(at + steps) - width) / steps, (g(at + steps) - height) / steps
    right.plot(steps, height * df, color=color.function)
    right.plot(steps, width * dg, "--", color=color.slope)
    right.plot(steps, df * dg * steps, ":", color=color.ink)
    for value, words, limit in [(height * df, "g Δf / h", "f′g"), (width * dg, "f Δg / h", "fg′")]:
        right.text(0.25, value[30] + 0.25, f"{words} → {limit} = {frame.number(value[0])}", ha="left")
    right.text(0.25, (df * dg * steps)[30] + 0.3, "Δf Δg / h → 0", ha="left")
    right.set(xlim=(0.5, 0), ylim=(0, 8), xlabel="step h, shrinking to the right", title="Each part divided by h")
    parts = {"strip_f": height * wider, "strip_g": width * higher, "corner": wider * higher}
    return {"f": width, "g": height, "h": h, "limit_f": height * df[0], "limit_g": width * dg[0], **parts}


def difference_error(frame):
    """The error of a difference quotient falls with the step, then rises: there is a best step.

    Error of the forward and the central difference for the exponential at 1, relative to its slope there, against the
    step h, both axes logarithmic. Going to smaller steps, the forward error falls in proportion to h and the central
    error in proportion to h²; then rounding takes over and both rise like 1/h. The lowest errors lie near the predicted
    best steps: √ε = {forward} for the forward and ∛ε = {central} for the central difference, where ε = {eps} is the
    precision of a double. There the errors are {forward_error} and {central_error}.
    """
    f, at, eps = np.exp, 1.0, np.finfo(float).eps
    truth = slope(f)(at)
    error = {
        "forward": lambda h: abs((f(at + h) - f(at)) / h / truth - 1),
        "central": lambda h: abs((f(at + h) - f(at - h)) / (2 * h) / truth - 1),
    }
    best = {"forward": eps ** (1 / 2), "central": eps ** (1 / 3)}
    axes = frame.axes(height=0.8)
    steps = np.logspace(-14, 0, 71)
    for name, mark, tint in [("forward", "s", frame.color.function), ("central", "o", frame.color.slope)]:
        values = np.maximum(error[name](steps), 1e-12)
        axes.loglog(steps, values, mark, color=tint, ms=3.5)
        axes.axvline(best[name], color=tint, ls="--" if name == "forward" else ":", lw=1.5)
    axes.text(best["forward"] / 1.6, 0.5, "√ε", ha="right", va="top")
    axes.text(best["central"] / 1.6, 0.5, "∛ε", ha="right", va="top")
    axes.text(4e-3, 1e-2, "forward", ha="right", va="bottom")
    axes.text(1e-2, 3e-8, "central", ha="left")
    axes.text(1e-12, 1e-2, "rounding", ha="left")
    axes.set(xlim=(5e-15, 2), ylim=(5e-13, 2), xlabel="step h", title="Relative error of the difference quotient")
    axes.set(xticks=[1e-12, 1e-8, 1e-4, 1], xticklabels=["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    axes.set(yticks=[1e-12, 1e-8, 1e-4, 1], yticklabels=["10⁻¹²", "10⁻⁸", "10⁻⁴", "1"])
    return {"eps": eps, **best, **{f"{name}_error": error[name](step) for name, step in best.items()}}
