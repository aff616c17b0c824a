"""The chain rule on graphs: every operation passes a value on, and sends an adjoint back."""

from calculus.language import Alias, Equal, Ratio, Real, ln, sigmoid, tanh
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


def graph_of_network(frame):
    """Backpropagation in a network of two inputs, two hidden units and one output is the graph read upward.

    The inputs $x_1 = {x1}$ and $x_2 = {x2}$ pass through two hidden units with the hyperbolic tangent, then through a
    sigmoid; the output is the cross-entropy for label 1, here {loss}. Beside each edge stands the local derivative; on
    the way into a sum it is a weight. The arrow up in each box shows the adjoint. At the logit $z$ it is prediction
    minus target, {error}; at the hidden sums it is {error1} and {error2}; at the inputs it is {input1} and {input2}.
    """
    x1, x2 = Symbol("x_1", Real), Symbol("x_2", Real)
    z1, z2 = Alias("z_1", 1 * x1 - 1 * x2), Alias("z_2", Ratio(1, 2) * x1 + 2 * x2 - 1)
    h1, h2 = Alias("h_1", tanh(z1)), Alias("h_2", tanh(z2))
    z = Alias("z", 2 * h1 - 1 * h2 + Ratio(1, 2))
    p = Alias("p", sigmoid(z))
    drawn = draw_graph(frame, Alias("ell", -ln(p)), {x1: 1, x2: Ratio(1, 2)})
    adjoints = {"error": z, "error1": z1, "error2": z2, "input1": x1, "input2": x2}
    return {"x1": 1, "x2": 0.5, "loss": float(drawn.vertices[-1].value)} | {
        name: float(drawn[node].adjoint) for name, node in adjoints.items()
    }
