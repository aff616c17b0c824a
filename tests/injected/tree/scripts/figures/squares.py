"""Squares, drawn."""

import numpy as np

from calculus.language import Equal, Real, Symbol

x = Symbol("x", Real)


def parabola(frame):
    """The square grows faster and faster.

    The curve {curve} from −1 to 1; at $x = 1$ it stands at {height}, and $1 + 1 = 2$.
    """
    axes, steps = frame.axes(), np.linspace(-1, 1, 9)
    axes.plot(steps, steps**2, color=frame.color.function)
    axes.set(xticks=[-1, 0, 1], yticks=[0, 1], xlabel=frame.words("input $x$"), title=frame.label(x**2))
    axes.text(0, 0.5, frame.words("$2 + 2 = 4$"))
    axes.text(0, 0.7, frame.label(Equal(x, 1)))
    return {"curve": x**2, "height": 1.0}
