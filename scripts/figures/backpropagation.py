"""Backpropagation: values run forward through the layers, errors run back, and what they meet can shrink or grow."""

import numpy as np

from calculus.language import Alias, Count, Differentiable, Matrix, Ratio, Real, Vector, ln, relu, sigmoid, tanh
from calculus.language.symbols import Symbol
from figures._curves import slope, value
from figures._graph import draw_graph


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


def two_lanes(frame):
    """A layer has two lanes: values go down, adjoints come up, and leave the gradients on their way.

    Left, on the way down: the input is multiplied by the weights and the biases are added, then the activation function
    acts on each entry. Right, on the way up: the adjoint of the output is multiplied by the slopes of the activation
    function, entry by entry, which gives the error of the layer; the transposed weights take it on to the layer below.
    The gradients of weights and biases are made from the error and the input. Each arrow shows what is computed on it,
    each box in gray its size: the layer takes $n$ numbers and gives $m$.
    """
    axes = frame.axes(height=0.92)
    down, up, heights = 60, 216, (24, 124, 224)
    for y, *lanes, size in zip(heights, (a, z, u), (a_bar, delta, u_bar), (n, m, m), strict=True):
        for x, node, tint in zip((down, up), lanes, (frame.color.function, frame.color.slope), strict=True):
            _box(axes, frame, (x, y), frame.label(node), frame.label(size), tint)
    steps = ((W * a + b, W.T * delta), (phi(z), u_bar @ phi.prime(z)))
    for y, (forward, backward) in zip((74, 174), steps, strict=True):
        _arrow(axes, (down, y - 32), (down, y + 32), frame.label(forward), frame.color.function)
        _arrow(axes, (up, y + 32), (up, y - 32), frame.label(backward), frame.color.slope)
    axes.text(60, 272, f"weights get {frame.label(delta * a.T)}, biases get {frame.label(delta)}", va="center")
    axes.set(xlim=(0, 324), ylim=(290, 0))
    axes.set_axis_off()


def _letters() -> tuple[Symbol, ...]:
    """One layer: what it takes, computes and gives, and the adjoint of each."""
    below, own = Vector["n"], Vector["m"]
    kinds = {"a": below, "z": own, "u": own, "a_bar": below, "delta": own, "u_bar": own, "b": own}
    kinds |= {"W": Matrix["m", "n"], "phi": Differentiable, "n": Count, "m": Count}
    return tuple(Symbol(name, kind) for name, kind in kinds.items())


a, z, u, a_bar, delta, u_bar, b, W, phi, n, m = _letters()


def _box(axes, frame, point, words, size, tint):
    x, y = point
    axes.fill(x + np.array([-1, 1, 1, -1]) * 46, y + np.array([-1, -1, 1, 1]) * 17, fc=frame.color.paper, ec=tint)
    axes.text(x, y, words, ha="center", va="center")
    axes.text(x + 38, y, size, ha="right", va="center", color=frame.color.muted)


def _arrow(axes, start, end, words, tint):
    """An arrow with what is computed on it."""
    axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": tint, "shrinkA": 0, "shrinkB": 0})
    axes.text(start[0] + 8, (start[1] + end[1]) / 2, words, ha="left", va="center")


def through_depth(frame):
    """What comes back through twenty layers: a sigmoid lets next to nothing pass.

    The slope of the output in the input of a chain of units, one in each layer with the weight 1, against the number of
    layers, on a scale of powers of ten. The input is 1. After {most} layers it is {sigmoid} with the sigmoid, {tanh}
    with the hyperbolic tangent, and 1 with the ReLU. Dotted: a quarter for each layer, the most the sigmoid allows.
    """
    axes, layers = frame.axes(height=0.75), np.arange(MOST + 1)
    found = {name: _passed(function) for name, function in UNITS.items()}
    roles = ("slope", "function", "gradient")
    for (name, passed), role, dashes in zip(found.items(), roles, ("--", "-", "-."), strict=True):
        axes.semilogy(layers, passed, dashes, color=getattr(frame.color, role))
        axes.text(MOST + 0.4, passed[-1], name, va="center")
    axes.semilogy(layers, 0.25**layers, ":", color=frame.color.muted)
    axes.set(xlim=(0, MOST + 6), xticks=[0, 5, 10, 15, 20], xlabel="layers", ylim=(1e-15, 10))
    powers = range(-12, 1, 4)
    axes.set_yticks([10.0**power for power in powers], list(map(frame.ten, powers)))
    axes.minorticks_off()
    return {"most": MOST, "sigmoid": found["sigmoid"][-1], "tanh": found["tanh"][-1]}


MOST = 20
UNITS = {"sigmoid": sigmoid, "tanh": tanh, "ReLU": relu}


def _passed(function) -> np.ndarray:
    """The product of the slopes of the units, layer by layer."""
    at, product, passed = 1.0, 1.0, [1.0]
    for _ in range(MOST):
        product *= slope(function)(at)
        at = value(function)(at)
        passed.append(float(product))
    return np.array(passed)


def broken_passes(frame):
    """Each error in a backward pass fails the check in the groups it spoils, and in no others.

    The largest relative error between a backward pass and central differences, in the small network, for each group of
    parameters. The correct pass agrees to at least seven digits everywhere. A slope that is forgotten or taken twice,
    and weights that are read in the wrong order, spoil only the hidden layer; a wrong sign at the output spoils all.
    """
    axes, found = frame.axes(height=0.72), _relative_errors()
    for row, (name, errors) in enumerate(found.items()):
        axes.text(-0.62, row, name, ha="right", va="center")
        for column, error in enumerate(errors.values()):
            fails = error > PASSES
            tint = frame.color.slope if fails else frame.color.gradient
            axes.fill(column + SQUARE[0], row + SQUARE[1], fc=(tint, 0.15), ec=tint)
            said = frame.number(error, 2) if fails else "passes"
            axes.text(column, row, said, ha="center", va="center")
    for column, group in enumerate(GROUPS):
        axes.text(column, -0.62, group, ha="center", va="bottom")
    axes.set(xlim=(-3.1, 3.6), ylim=(len(found) - 0.4, -1.5))
    axes.set_axis_off()


PASSES = 1e-7
SQUARE = np.array([-1, 1, 1, -1]) * 0.46, np.array([-1, -1, 1, 1]) * 0.4
GROUPS = ("hidden\nweights", "hidden\nbiases", "output\nweights", "output\nbias")
NETWORK = {
    "hidden\nweights": np.array([[1, -1], [0.5, 2]]),
    "hidden\nbiases": np.array([0, -1.0]),
    "output\nweights": np.array([2, -1.0]),
    "output\nbias": np.array([0.5]),
}
INPUT = np.array([1, 0.5])


def _relative_errors() -> dict[str, dict[str, float]]:
    """For each backward pass, right or wrong, how far each group is from central differences."""
    W1, b1, W2, b2 = NETWORK.values()
    hidden = np.tanh(W1 @ INPUT + b1)
    error = 1 / (1 + np.exp(-(W2 @ hidden + b2))) - 1
    slopes, back = 1 - hidden**2, W2 * error
    passes = {
        "correct": (back * slopes, error, np.outer),
        "no slope": (back, error, np.outer),
        "slope twice": (back * slopes**2, error, np.outer),
        "shapes swapped": (back * slopes, error, lambda delta, x: np.outer(x, delta)),
        "wrong sign": (-back * slopes, -error, np.outer),
    }
    return {
        name: _apart((outer(delta, INPUT), delta, hidden * output, output))
        for name, (delta, output, outer) in passes.items()
    }


def _apart(gradients) -> dict[str, float]:
    """The largest relative error in each group."""
    found = {}
    for group, gradient in zip(GROUPS, gradients, strict=True):
        numeric = np.array([_difference(group, place) for place in np.ndindex(NETWORK[group].shape)])
        larger = np.maximum(np.abs(gradient).ravel(), np.abs(numeric))
        found[group] = float((np.abs(gradient.ravel() - numeric) / larger).max())
    return found


def _difference(group: str, place: tuple[int, ...], h: float = 1e-5) -> float:
    """The central difference of the loss in one parameter."""
    values = []
    for step in (h, -h):
        moved = {name: array.copy() for name, array in NETWORK.items()}
        moved[group][place] += step
        W1, b1, W2, b2 = moved.values()
        values.append(np.logaddexp(0, -(W2 @ np.tanh(W1 @ INPUT + b1) + b2))[0])
    return float(values[0] - values[1]) / (2 * h)
