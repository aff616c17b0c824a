"""From the tree to SymPy and back: what SymPy makes of a left side, in the manner asked for."""

from __future__ import annotations

from collections.abc import Callable

import sympy as sp

from calculus.generate import matrices
from calculus.generate.back import to_tree
from calculus.generate.forth import Names, to_sympy
from calculus.language import words as w
from calculus.language.generated import Generated
from calculus.language.node import LanguageError, Node


def result_of(left: Node, manner: Generated) -> Node:
    """The right side SymPy writes; a LanguageError where it leaves the work undone."""
    if isinstance(left, w.Gradient) and not left.is_scalar:
        return matrices.gradient(left)
    names = Names()
    expression = tidied(to_sympy(left, names), manner, names)
    undone = expression.atoms(sp.Derivative, sp.Integral, sp.Limit, sp.Subs)
    if undone or expression.has(sp.nan, sp.zoo):
        raise LanguageError(f"SymPy leaves {undone or expression} undone; write the right side yourself")
    return to_tree(expression, names)


def tidied(expression: sp.Expr, manner: Generated, names: Names) -> sp.Expr:
    """The result in the manner asked for."""
    if manner.manner == "collected":
        return sp.collect(sp.expand(expression), to_sympy(manner.by, names))
    return MANNERS[manner.manner](expression)


MANNERS: dict[str, Callable[[sp.Expr], sp.Expr]] = {
    "": sp.powsimp,
    "expanded": sp.expand,
    "factored": sp.factor,
}
