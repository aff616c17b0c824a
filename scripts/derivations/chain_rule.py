"""The chain rule in many variables: from Jacobians to gradients, and to the way back through a chain."""

from calculus.language import (
    Alias,
    Derivation,
    Field,
    Gradient,
    Group,
    Jacobian,
    Map,
    Step,
    Vector,
)
from formulas import chain_rule


def gradient_by_jacobians(f: Field["m"], g: Map["n", "m"], x: Vector["n"]):
    """Chain rule with gradients, from the one with Jacobians."""
    u = Alias("u", g(x))
    y = Alias("y", f(u))
    return Derivation(
        Gradient(f(u), x),
        Step("=", Jacobian(y, x).T, by="a gradient is a Jacobian of one row turned upright"),
        Step("=", (Jacobian(y, u) * Jacobian(u, x)).T, by=chain_rule.jacobian_of_a_composition),
        Step("=", Jacobian(u, x).T * Jacobian(y, u).T, by="transpose of a product"),
        Step("=", Jacobian(u, x).T * Gradient(f(u), u), by="a gradient is a Jacobian of one row turned upright"),
        proves=chain_rule.gradient_of_a_composition,
        where=[u, y],
    )


def reverse_mode_steps(g: Map["k", "m"], h: Map["n", "k"], x: Vector["n"], v_bar: Vector["m"]):
    """Products of a matrix and a column, from the output back."""
    u = Alias("u", h(x))
    v = Alias("v", g(u))
    return Derivation(
        Jacobian(v, x).T * v_bar,
        Step("=", (Jacobian(v, u) * Jacobian(u, x)).T * v_bar, by=chain_rule.jacobian_of_a_composition),
        Step("=", Jacobian(u, x).T * Jacobian(v, u).T * v_bar, by="transpose of a product"),
        Step("=", Jacobian(u, x).T * Group(Jacobian(v, u).T * v_bar), by="multiply from the right"),
        proves=chain_rule.reverse_mode,
        where=[u, v],
    )
