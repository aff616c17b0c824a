"""The chain rule on graphs: every operation passes a value on, and sends an adjoint back."""

import numpy as np

from calculus.language import Equal, Real, ln, sigmoid
from calculus.language.symbols import Symbol
from figures._graph import draw_graph


def graph_with_forks(frame):
    """Values run down the graph of an expression, derivatives run back up, and at a fork they add.

    The graph of {expression} for {a} and {b}. In each box the arrow down shows the value and the arrow up the adjoint,
    the derivative of the output in that box. Beside each edge stands the local derivative. Each adjoint is what comes
    back along the edges below, times their local derivatives; at $a$ and $b$, in double frames, two edges come back and
    their shares add up, to {adjoint_a} and {adjoint_b}. The output is {value}.
    """
    a, b = Symbol("a", Real), Symbol("b", Real)
    expression, values = (a + b) * ln(a * b), {a: 2, b: 3}
    drawn = draw_graph(frame, expression, values)
    return {
        "expression": expression,
        **{name.name: Equal(name, value) for name, value in values.items()},
        "adjoint_a": float(drawn[a].adjoint),
        "adjoint_b": float(drawn[b].adjoint),
        "value": float(drawn.vertices[-1].value),
    }


def graph_of_silu(frame):
    """One input with two uses: both shares come back, and they add up.

    The graph of {expression}, called SiLU, for {z}. Straight into the product the local derivative is {direct}. Through
    the sigmoid it is {inner}, times the other factor, 2. The shares add up to the adjoint of $z$, {adjoint}.
    """
    z = Symbol("z", Real)
    expression = z * sigmoid(z)
    drawn = draw_graph(frame, expression, {z: 2})
    return {
        "expression": expression,
        "z": Equal(z, 2),
        "direct": float(drawn.vertices[-1].slopes[0]),
        "inner": float(drawn[sigmoid(z)].slopes[0]),
        "adjoint": float(drawn[z].adjoint),
    }


def work_of_both_modes(frame):
    """Forward mode pays for every input, reverse mode for every output.

    Multiplications for all slopes of one output, against the number of inputs, on scales of powers of ten. The inputs
    pass through two steps of {width} numbers each, and then into one number. Forward mode takes a pass for each input:
    {forward} multiplications for {most} inputs. Reverse mode takes a single pass: {reverse}.
    """
    width, most = 100, 4
    inputs = np.logspace(0, most, 81)
    one_pass = width * inputs + width**2 + width
    axes = frame.axes(height=0.75)
    axes.loglog(inputs, inputs * one_pass, color=frame.color.function)
    axes.loglog(inputs, one_pass, "--", color=frame.color.slope)
    axes.text(300, 2e8, "forward mode", ha="right")
    axes.text(9000, 5e4, "reverse mode", ha="right", va="top")
    axes.set(xlabel="inputs", ylabel="multiplications", xlim=(1, 10**most), ylim=(3e3, 1e11))
    for set_ticks, powers in ((axes.set_xticks, range(0, 5, 2)), (axes.set_yticks, range(4, 11, 2))):
        set_ticks([10**power for power in powers], list(map(frame.ten, powers)))
    axes.minorticks_off()
    return {"width": width, "most": 10**most, "forward": inputs[-1] * one_pass[-1], "reverse": one_pass[-1]}
