"""Source a reader can copy: each formula as a short NumPy program, and as a SymPy program that shows the claim."""

from calculus.formula import Formula
from calculus.source import arrays, expressions, numeric, numpy_program, sums, symbolic, sympy_program
from calculus.source.dialects import NoSource

ARMS = (arrays, expressions, numeric, sums, symbolic)  # importing them is what fills the tables


def numpy(formula: Formula) -> str:
    """A self-contained snippet that computes the formula at an example; empty where there is nothing to compute."""
    return numpy_program.program(formula)


def sympy(formula: Formula) -> str:
    """A self-contained snippet that shows the claim: a difference of zero, both sides of an inequality, an example."""
    return sympy_program.program(formula)


__all__ = ["NoSource", "numpy", "sympy"]
