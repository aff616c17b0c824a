"""Source a reader can copy: each formula as a short NumPy program, and as a SymPy program that shows the claim."""

from collections.abc import Callable

from calculus.formula import Formula
from calculus.source import arrays, expressions, numeric, numpy_program, sums, symbolic, sympy_program
from calculus.source.counts import of_counts
from calculus.source.dialects import NoSource
from calculus.source.layers import of_arrays

ARMS = (arrays, expressions, numeric, sums, symbolic)  # importing them is what fills the tables


def numpy(formula: Formula) -> str:
    """A self-contained snippet that computes the formula at an example; empty where there is nothing to compute."""
    return attempted(numpy_program.program, formula)


def sympy(formula: Formula) -> str:
    """A self-contained snippet that shows the claim: zeros, both sides of an inequality, or an example."""
    return attempted(sympy_program.program, formula)


def attempted(program: Callable[[Formula], str], formula: Formula) -> str:
    """A program, or nothing where its dialect has no short way to say the statement."""
    try:
        return program(of_counts(of_arrays(formula)))
    except NoSource:
        return ""


__all__ = ["NoSource", "numpy", "sympy"]
