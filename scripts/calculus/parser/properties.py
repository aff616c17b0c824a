"""The words that may follow a set in a sentence: those the printers say for each trait of a kind."""

from __future__ import annotations

import re
from functools import cache

from calculus.conditions import Typing
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.printers import tex

SQUARE = ("symmetric", "positive definite", "invertible", "orthogonal")
ARRAYS = ("positive", "simplex", "shares", "unit interval", *SQUARE, "full column rank", "orthonormal columns")
FUNCTIONS = (
    "differentiable", "twice differentiable", "differentiable often enough", "strictly increasing",
    "smooth", "convex", "continuous", "continuously differentiable", "twice continuously differentiable",
    "density", "light density", "density family", "moderate",
)  # fmt: skip
WITH_A_CONSTANT = (
    "lipschitz gradient", "smooth convex", "strongly convex", "smooth strongly convex", "gradient dominated",
    "lipschitz", "zero",
)  # fmt: skip
OF_A_FUNCTION = ("minimizer", "lowest value", "constrained minimizer", "stationary with positive curvature")

LEVEL = k.Special("level")  # a number that stays the same along a curve


@cache
def of_arrays() -> dict[str, str]:
    """Trait by the words behind a space."""
    special = (LEVEL, *(k.Special(trait, "f") for trait in OF_A_FUNCTION))
    return {said(k.Array("n", "n", trait)): trait for trait in ARRAYS} | {said(kind): kind.trait for kind in special}


@cache
def of_functions() -> dict[str, str]:
    """Trait by the words behind the two spaces of a function."""
    plain = {said(k.FunctionKind("n", 1, trait)): trait for trait in FUNCTIONS}
    two = ("smooth strongly convex", "gradient dominated")
    return plain | {
        said(k.FunctionKind("n", 1, trait, "mu L" if trait in two else "L")): trait for trait in WITH_A_CONSTANT
    }


def said(kind: k.Kind) -> str:
    """The words in the printed condition of a symbol of this kind."""
    found = re.search(r"\\text\{([^}]*)\}", tex(Typing((w.Symbol("x", kind),))))
    return found[1].strip() if found else kind.trait
