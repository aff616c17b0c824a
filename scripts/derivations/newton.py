"""Newton’s method."""

from calculus.language import (
    Derivation,
    Equal,
    Gradient,
    PositiveDefinite,
    Step,
    Vector,
    half,
)
from formulas import gradients, newton


def model_minimum_by_gradient(g: Vector["n"], H: PositiveDefinite["n"], h: Vector["n"]):
    """Lowest point of the quadratic model, where its gradient is zero."""
    return Derivation(
        Equal(Gradient(g.T * h + half * h.T * H * h, h), 0),
        Step("=>", Equal(g + half * (H + H.T) * h, 0), by=(gradients.linear_form, gradients.quadratic_form)),
        Step("=>", Equal(g + H * h, 0), by="the Hessian is symmetric"),
        Step("=>", Equal(H * h, -g), do=lambda side: side - g, by="move the gradient over"),
        Step("=>", Equal(h, -(H.I * g)), do=lambda side: H.I * side, by="multiply by the inverse"),
        proves=newton.model_minimum,
    )
