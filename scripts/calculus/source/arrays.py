"""Arms for linear algebra: the same for both dialects but for the forms in the table."""

from __future__ import annotations

import ast

from calculus.language import words as w
from calculus.language.node import Node
from calculus.source.dialects import Dialect, arm, code, is_row, is_vector
from calculus.source.expressions import identifier, place, size
from calculus.source.syntax import Code, call, fill, name


@arm
def transpose(node: w.Transpose, dialect: Dialect) -> Code:
    body = code(node.body, dialect)
    if node.is_scalar:
        return body
    if isinstance(body, ast.Attribute) and body.attr == "T":
        return body.value
    return dialect.form("transposed vector" if is_vector(node) else "transposed matrix", body)


@arm
def inverse(node: w.Inverse, dialect: Dialect) -> Code:
    body = code(node.body, dialect)
    return fill("1 / _0", body) if node.is_scalar else dialect.form("inverse", body)


@arm
def diag(node: w.Diag, dialect: Dialect) -> Code:
    return dialect.form("diagonal matrix", code(node.body, dialect))


@arm
def trace(node: w.Trace, dialect: Dialect) -> Code:
    return dialect.form("trace", code(node.body, dialect))


@arm
def determinant(node: w.Determinant, dialect: Dialect) -> Code:
    return dialect.form("determinant", code(node.body, dialect))


@arm
def eigenvalue(node: w.Eigenvalue, dialect: Dialect) -> Code:
    named = {"min": "smallest eigenvalue", "max": "largest eigenvalue"}[node.which]
    return dialect.form(named, code(node.body, dialect))


@arm
def norm(node: w.Norm, dialect: Dialect) -> Code:
    named = "norm" if node.order in ("", "2") else f"norm of order {node.order}"
    return dialect.form(named, code(node.body, dialect))


@arm
def inner(node: w.Inner, dialect: Dialect) -> Code:
    return dialect.form("inner product", code(node.left, dialect), code(node.right, dialect))


@arm
def ones(node: w.Ones, dialect: Dialect) -> Code:
    return dialect.form("ones", size(node.size))


@arm
def identity(node: w.Identity, dialect: Dialect) -> Code:
    return dialect.form("identity", size(node.size))


@arm
def unit(node: w.Unit, dialect: Dialect) -> Code:
    return dialect.form("unit vector", size(node.index.kind.size), place(node.index, dialect))


@arm
def column(node: w.Column, dialect: Dialect) -> Code:
    return dialect.form("column", ast.List([code(entry, dialect) for entry in node.entries], ast.Load()))


@arm
def listing(node: w.Listing, dialect: Dialect) -> Code:
    return dialect.form("column", looped(ast.ListComp, node.body, node.index, dialect))


def looped(form: type, body: Node, index: w.Symbol, dialect: Dialect) -> Code:
    """All values of a body over an index, as a list or one after another."""
    counted = call("range", size(index.kind.size))
    loop = ast.comprehension(name(identifier(index.name)), counted, [], 0)
    return form(code(body, dialect), [loop])


@arm
def kronecker(node: w.Kronecker, dialect: Dialect) -> Code:
    product = dialect.form("kronecker", two_axes(node.left, dialect), two_axes(node.right, dialect))
    return dialect.form("flattened", product) if is_vector(node) else product


def two_axes(node: Node, dialect: Dialect) -> Code:
    """A factor with rows and columns, also where it is a vector."""
    body = code(node, dialect)
    if not is_vector(node):
        return body
    return dialect.form("one row" if is_row(node) else "one column", body)


@arm
def stacked(node: w.Stacked, dialect: Dialect) -> Code:
    body = code(node.body, dialect)
    return body if is_vector(node.body) else dialect.form("stacked", body)
