"""Gradients of vectors by SymPy's matrix expressions, back in the tree with equal factors gathered."""

from __future__ import annotations

from functools import reduce, singledispatch

import sympy as sp

from calculus.language import words as w
from calculus.language.node import LanguageError, Node, lift


def gradient(left: w.Gradient) -> Node:
    """SymPy's derivative of a scalar matrix expression in a vector."""
    letters: dict[str, Node] = {}
    body = matrix_of(left.body, letters)
    if left.variable.shape[1] != 1 and isinstance(body, sp.MatrixExpr):
        body = sp.Trace(body)  # the same number, and SymPy differentiates a trace in every entry
    result = traces(body).diff(matrix_of(left.variable, letters)).doit()
    return gathered(sp.expand(result, deep=False) if isinstance(result, sp.MatAdd) else result, letters)


def traces(body: sp.Expr) -> sp.Expr:
    """The traces in a number opened term by term, as SymPy can differentiate them."""
    opened = body.replace(sp.Trace, lambda inside: sum(map(sp.Trace, sp.MatAdd.make_args(sp.expand(inside)))))
    return opened.doit() if opened != body else body


@singledispatch
def matrix_of(node: Node, letters: dict[str, Node]) -> sp.Expr:
    """The node as a SymPy matrix expression."""
    raise LanguageError(f"SymPy has no matrix word for a {type(node).__name__}; write the right side yourself")


@matrix_of.register
def symbol(node: w.Symbol, letters: dict[str, Node]) -> sp.Expr:
    letters[node.name] = node
    rows, columns = (sp.Symbol(str(s), integer=True, positive=True) if isinstance(s, str) else s for s in node.shape)
    return sp.Symbol(node.name, real=True) if node.is_scalar else sp.MatrixSymbol(node.name, rows, columns)


@matrix_of.register
def number(node: w.Number, letters: dict[str, Node]) -> sp.Expr:
    return sp.Integer(node.value)


@matrix_of.register
def add(node: w.Add, letters: dict[str, Node]) -> sp.Expr:
    return matrix_of(node.left, letters) + matrix_of(node.right, letters)


@matrix_of.register
def subtract(node: w.Subtract, letters: dict[str, Node]) -> sp.Expr:
    return matrix_of(node.left, letters) - matrix_of(node.right, letters)


@matrix_of.register
def multiply(node: w.Multiply, letters: dict[str, Node]) -> sp.Expr:
    return matrix_of(node.left, letters) * matrix_of(node.right, letters)


@matrix_of.register
def divide(node: w.Divide, letters: dict[str, Node]) -> sp.Expr:
    return matrix_of(node.left, letters) / matrix_of(node.right, letters)


@matrix_of.register
def transpose(node: w.Transpose, letters: dict[str, Node]) -> sp.Expr:
    return matrix_of(node.body, letters).T


@matrix_of.register
def trace(node: w.Trace, letters: dict[str, Node]) -> sp.Expr:
    return sp.Trace(matrix_of(node.body, letters))


@matrix_of.register
def power(node: w.Power, letters: dict[str, Node]) -> sp.Expr:
    """The square of a norm is the vector's product with itself."""
    if isinstance(node.base, w.Norm) and node.exponent == w.Number(2):
        body = matrix_of(node.base.body, letters)
        return sp.Trace(body.T * body) if node.base.order == "F" else body.T * body
    return matrix_of(node.base, letters) ** matrix_of(node.exponent, letters)


def gathered(expression: sp.Expr, letters: dict[str, Node]) -> Node:
    """Terms that share their last factor are gathered in front of it; terms that share their first, behind it."""
    terms = [factors(term) for term in sp.MatAdd.make_args(expression)]
    if len(terms) > 1 and all(term[-1] == terms[0][-1] and len(term) > 1 for term in terms):
        return added([term[:-1] for term in terms], letters) * tree(terms[0][-1], letters)
    if len(terms) > 1 and all(term[0] == terms[0][0] and len(term) > 1 for term in terms):
        return tree(terms[0][0], letters) * added([term[1:] for term in terms], letters)
    return added(terms, letters)


def factors(term: sp.Expr) -> list[sp.Expr]:
    """The factors of a term, its number first when it has one other than 1."""
    return [f for f in (term.args if isinstance(term, sp.MatMul) else (term,)) if f != 1]


def added(terms: list[list[sp.Expr]], letters: dict[str, Node]) -> Node:
    """Positive terms first, plain letters before transposed ones."""
    ordered = sorted(terms, key=lambda term: (term[0] == -1, sum(isinstance(f, sp.Transpose) for f in term)))
    result = multiplied(ordered[0], letters)
    for term in ordered[1:]:
        result = result - multiplied(term[1:], letters) if term[0] == -1 else result + multiplied(term, letters)
    return result


def multiplied(parts: list[sp.Expr], letters: dict[str, Node]) -> Node:
    return reduce(lambda a, b: a * b, (tree(part, letters) for part in parts))


def tree(expression: sp.Expr, letters: dict[str, Node]) -> Node:
    """A SymPy matrix expression back in the tree."""
    if isinstance(expression, sp.MatrixSymbol | sp.Symbol):
        return letters[expression.name]
    if isinstance(expression, sp.Transpose):
        return tree(expression.arg, letters).T
    if isinstance(expression, sp.MatAdd):
        return gathered(expression, letters)
    if isinstance(expression, sp.MatMul):
        return multiplied(factors(expression), letters)
    if isinstance(expression, sp.Rational):
        return lift(int(expression.p)) / lift(int(expression.q)) if expression.q != 1 else lift(int(expression.p))
    raise LanguageError(f"no way back from SymPy's {type(expression).__name__}; write the right side yourself")
