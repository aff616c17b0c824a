"""The four equations of backpropagation, each from the chain rule."""

from calculus.language import (
    Activation,
    Alias,
    Derivation,
    Diag,
    Gradient,
    Group,
    Jacobian,
    LayerNumber,
    Layers,
    Loss,
    Ones,
    Step,
    Vector,
    softmax,
)
from formulas import activations, backpropagation, chain_rule, gradients


def error_from_activations_steps(
    z: Layers["pre-activations"],
    a: Layers["activations"],
    delta: Layers["errors"],
    phi: Activation,
    ell: Loss,
    l: LayerNumber,
):
    """Through the activation function."""
    return Derivation(
        delta[l],
        Step("=", Gradient(ell, z[l]), by=backpropagation.layer_error),
        Step("=", phi.prime(z[l]) @ Gradient(ell, a[l]), by=chain_rule.elementwise_gate),
        Step("=", Gradient(ell, a[l]) @ phi.prime(z[l]), by="exchange the factors"),
        proves=backpropagation.error_from_activations,
    )


def hidden_error_steps(
    W: Layers["weights"],
    z: Layers["pre-activations"],
    a: Layers["activations"],
    delta: Layers["errors"],
    phi: Activation,
    ell: Loss,
    l: LayerNumber,
):
    """Through one layer, from its error to the error below."""
    return Derivation(
        delta[l],
        Step("=", Gradient(ell, a[l]) @ phi.prime(z[l]), by=backpropagation.error_from_activations),
        Step("=", W[l + 1].T * delta[l + 1] @ phi.prime(z[l]), by=backpropagation.input_gradient),
        proves=backpropagation.hidden_error,
    )


def weight_gradient_steps(
    W: Layers["weights"], z: Layers["pre-activations"], a: Layers["activations"], delta: Layers["errors"],
    phi: Activation, ell: Loss, l: LayerNumber,
):  # fmt: skip
    """To the weights."""
    return Derivation(
        Gradient(ell, W[l]),
        Step("=", Gradient(ell, z[l]) * a[l - 1].T, by=backpropagation.matrix_gate),
        Step("=", delta[l] * a[l - 1].T, by=backpropagation.layer_error),
        proves=backpropagation.weight_gradient,
    )


def bias_gradient_steps(
    b: Layers["biases"], z: Layers["pre-activations"], delta: Layers["errors"], phi: Activation, ell: Loss,
    l: LayerNumber,
):  # fmt: skip
    """To the biases."""
    return Derivation(
        Gradient(ell, b[l]),
        Step("=", Gradient(ell, z[l]), by=chain_rule.add_gate),
        Step("=", delta[l], by=backpropagation.layer_error),
        proves=backpropagation.bias_gradient,
    )


def input_gradient_steps(
    W: Layers["weights"], z: Layers["pre-activations"], a: Layers["activations"], delta: Layers["errors"],
    phi: Activation, ell: Loss, l: LayerNumber,
):  # fmt: skip
    """To the input of the layer."""
    return Derivation(
        Gradient(ell, a[l - 1]),
        Step("=", W[l].T * Gradient(ell, z[l]), by=gradients.affine_input),
        Step("=", W[l].T * delta[l], by=backpropagation.layer_error),
        proves=backpropagation.input_gradient,
    )


def softmax_gate_steps(z: Vector["K"], p_bar: Vector["K"]):
    """Backward through softmax, from its slopes."""
    p = Alias("p", softmax(z))
    return Derivation(
        Jacobian(p, z).T * p_bar,
        Step("=", (Diag(p) - p * p.T) * p_bar, by=(activations.softmax_slopes, "symmetric in both indices")),
        Step("=", p @ p_bar - p * Group(p.T * p_bar), by="multiply out"),
        Step("=", p @ (p_bar - Group(p.T * p_bar) * Ones("K")), by="collect the factor"),
        proves=backpropagation.softmax_gate,
        where=[p],
    )
