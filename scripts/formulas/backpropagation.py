"""Backpropagation: the chain rule through the layers of a network, from the loss back to every weight."""

from calculus.language import (
    Activation,
    Alias,
    AtMost,
    Both,
    Chain,
    Count,
    Definition,
    Derivative,
    Diag,
    Equal,
    Field,
    Gradient,
    Group,
    Identity,
    Index,
    Jacobian,
    LayerNumber,
    Layers,
    Loss,
    Map,
    Matrix,
    MatrixField,
    Nabla,
    Norm,
    Ones,
    Product,
    Ratio,
    Real,
    Sequence,
    Sum,
    UnitIntervalVector,
    Vector,
    Whole,
    absolute,
    maximum,
    mean,
    sigmoid,
    softmax,
    sqrt,
)


def layer(
    W: Layers["weights"],
    b: Layers["biases"],
    z: Layers["pre-activations"],
    a: Layers["activations"],
    phi: Activation,
    l: LayerNumber,
):
    """A layer.

    First weights and biases, then the activation function, entry by entry.
    """
    return Both(Equal(z[l], W[l] * a[l - 1] + b[l]), Equal(a[l], phi(z[l])))


def layer_error(z: Layers["pre-activations"], delta: Layers["errors"], phi: Activation, ell: Loss, l: LayerNumber):
    """Error of a layer.

    The gradient of the loss in the pre-activations of the layer.
    """
    return Definition(delta[l], Gradient(ell, z[l]))


def error_from_activations(
    z: Layers["pre-activations"],
    a: Layers["activations"],
    delta: Layers["errors"],
    phi: Activation,
    ell: Loss,
    l: LayerNumber,
):
    """Error of a layer from its activations.

    For an activation function that acts entry by entry. A softmax layer needs its whole Jacobian.
    """
    return Equal(delta[l], Gradient(ell, a[l]) @ phi.prime(z[l]))


def hidden_error(
    W: Layers["weights"], z: Layers["pre-activations"], delta: Layers["errors"], phi: Activation, l: LayerNumber
):
    """Error of a hidden layer.

    The error of the layer above, taken back through its weights and through the activation function.
    """
    return Equal(delta[l], W[l + 1].T * delta[l + 1] @ phi.prime(z[l]))


def weight_gradient(
    W: Layers["weights"], a: Layers["activations"], delta: Layers["errors"], phi: Activation, ell: Loss, l: LayerNumber
):
    """Gradient of a layer’s weights.

    An outer product: a column of errors times a row of inputs, with the shape of the weights.
    """
    return Equal(Gradient(ell, W[l]), delta[l] * a[l - 1].T)


def bias_gradient(b: Layers["biases"], delta: Layers["errors"], phi: Activation, ell: Loss, l: LayerNumber):
    """Gradient of a layer’s biases.

    The error itself, for a single example.
    """
    return Equal(Gradient(ell, b[l]), delta[l])


def input_gradient(
    W: Layers["weights"], a: Layers["activations"], delta: Layers["errors"], phi: Activation, ell: Loss, l: LayerNumber
):
    """Gradient of a layer’s input.

    For the first layer it says how sensitive the loss is to each entry of the example.
    """
    return Equal(Gradient(ell, a[l - 1]), W[l].T * delta[l])


def matrix_gate(f: MatrixField["m", "n"], A: Matrix["m", "k"], B: Matrix["k", "n"]):
    """Matrix multiply gate.

    Only one order of the factors has the right shape.
    """
    C = Alias("C", A * B)
    C_bar = Alias("C_bar", Nabla(f)(C))
    return Both(Equal(Gradient(f(C), A), C_bar * B.T), Equal(Gradient(f(C), B), A.T * C_bar), where=[C, C_bar])


def batch_layer(f: MatrixField["n", "q"], X: Matrix["n", "d"], W: Matrix["d", "q"], b: Vector["q"]):
    """Gradients of a layer over a batch.

    Each row is an example. The bias is added to every row, so its gradient adds up the rows.
    """
    Z = Alias("Z", X * W + Ones("n") * b.T)
    Z_bar = Alias("Z_bar", Nabla(f)(Z))
    return Both(
        Equal(Gradient(f(Z), W), X.T * Z_bar),
        Equal(Gradient(f(Z), b), Z_bar.T * Ones("n")),
        Equal(Gradient(f(Z), X), Z_bar * W.T),
        where=[Z, Z_bar],
    )


def softmax_gate(z: Vector["K"], p_bar: Vector["K"]):
    """Backward through softmax.

    Every entry of the adjoint matters for every logit, so there is no product entry by entry alone.
    """
    p = Alias("p", softmax(z))
    return Equal(Jacobian(p, z).T * p_bar, p @ (p_bar - Group(p.T * p_bar) * Ones("K")), where=[p])


def residual_block(f: Field["n"], g: Map["n", "n"], x: Vector["n"]):
    """Residual block.

    The adjoint passes unchanged beside the inner function, so it cannot vanish there.
    """
    y = Alias("y", x + g(x))
    y_bar = Alias("y_bar", Nabla(f)(y))
    B = Alias("B", Jacobian(g(x), x))
    return Both(
        Equal(Jacobian(y, x), Identity("n") + B),
        Equal(Gradient(f(y), x), y_bar + B.T * y_bar),
        where=[y, y_bar, B],
    )


def layer_normalization(f: Field["n"], x: Vector["n"], n: Count):
    """Backward through layer normalization.

    The output has mean 0 and mean square 1. What would change these two is taken out of the adjoint.
    """
    c = Alias("c", x - (Ones("n").T * x) / n * Ones("n"))
    s = Alias("s", sqrt(mean(c @ c)))
    y = Alias("y", 1 / s * c)
    y_bar = Alias("y_bar", Nabla(f)(y))
    right = 1 / s * (y_bar - mean(y_bar) * Ones("n") - mean(y_bar @ y) * y)
    return Equal(Gradient(f(y), x), right, where=[c, s, y, y_bar], given=[s > 0])


def shared_weight(f: Field["n"], w: Real, t: Index["n"]):
    """Shared weight.

    A weight that is used in many places gets the sum of the slopes of all of them.
    """
    v = Alias("v", w * Ones("n"))
    v_bar = Alias("v_bar", Nabla(f)(v))
    return Equal(Derivative(f(v), w), Sum(v_bar[t], t), where=[v, v_bar])


def saturation(W: Matrix["m", "n"], z: Vector["m"], a_bar: Vector["m"]):
    """A sigmoid layer shrinks what passes back.

    The slope of the sigmoid is at most a quarter.
    """
    delta = Alias("delta", a_bar @ sigmoid.prime(z))
    bound = Ratio(1, 4) * Norm(W, "F") * Norm(a_bar)
    sharp = {z: 0 * Ones("m"), W: a_bar * Ones("n").T}
    return AtMost(Norm(W.T * delta), bound, where=[delta], sharp=sharp)


def relative_error(g: Real, d: Real):
    """Relative error of a gradient check.

    The slope from backpropagation is g, the one from differences d. The error is 2 if they have opposite signs.
    """
    largest = maximum(absolute(g), absolute(d))
    return Chain(0, "<=", absolute(g - d) / largest, "<=", 2, given=[largest > 0], sharp=[{g: d}, {g: -d}])


def vanishing_bound(
    e: Sequence[Vector["n"]], W: Sequence[Matrix["n", "n"]], a: Sequence[UnitIntervalVector["n"]], k: Whole, j: Whole
):
    """Vanishing gradient.

    Counted from the last layer back: e is the gradient in the activations a of a sigmoid layer, W are its weights.
    """
    passed = Equal(e[k + 1], W[k].T * (e[k] @ a[k] @ (Ones("n") - a[k])))
    norms = Product(Norm(W[j], "F"), j, 0, k - 1)
    return AtMost(Norm(e[k]), Ratio(1, 4) ** k * norms * Norm(e[0]), given=[passed], sharp={k: 0})


def through_all_layers(
    e: Sequence[Vector["n"]], W: Sequence[Matrix["n", "n"]], d: Sequence[Vector["n"]], k: Whole, j: Whole
):
    """Through all layers at once.

    Counted from the last layer back: e is the gradient in the activations of a layer, d are the slopes of its
    activation function, W are its weights.
    """
    passed = Equal(e[k + 1], W[k].T * (d[k] @ e[k]))
    back = Product(W[k - 1 - j].T * Diag(d[k - 1 - j]), j, 0, k - 1)
    return Equal(e[k], back * e[0], given=[passed])
