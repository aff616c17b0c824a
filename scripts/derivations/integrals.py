"""Integrals and expectations."""

from calculus.language import (
    ContinuouslyDifferentiable,
    Derivation,
    Integral,
    Real,
    Step,
)
from formulas import derivatives, integrals


def by_parts_from_the_product_rule(
    u: ContinuouslyDifferentiable, v: ContinuouslyDifferentiable, x: Real, a: Real, b: Real
):
    """Integration by parts, from the product rule."""
    return Derivation(
        Integral(u(x) * v.prime(x), x, a, b),
        Step(
            "=",
            Integral(u.prime(x) * v(x) + u(x) * v.prime(x), x, a, b) - Integral(u.prime(x) * v(x), x, a, b),
            by="add and subtract the other half",
        ),
        Step(
            "=",
            u(b) * v(b) - u(a) * v(a) - Integral(u.prime(x) * v(x), x, a, b),
            by=(derivatives.product_rule, integrals.total_change),
        ),
        proves=integrals.by_parts,
    )
