"""Arms for linear algebra, by the library's own routines."""

from __future__ import annotations

import numpy as np

from calculus.interpreters.reference.library import known
from calculus.interpreters.reference.numbers import Value, matrix, moves, over, smooth, whole
from calculus.interpreters.reference.table import arm, value
from calculus.interpreters.system import Undefined
from calculus.interpreters.world import World
from calculus.language import words as w

SINGULAR = 1e12  # a condition number beyond which fewer digits are left than are compared


def stacked_up(entries: list[Value]) -> Value:
    """A column of numbers."""
    return over(*entries).stack(entries).reshape(-1, 1)


@arm
def transpose(node: w.Transpose, world: World) -> Value:
    return matrix(value(node.body, world)).T


@arm
def inverse(node: w.Inverse, world: World) -> Value:
    body = matrix(value(node.body, world))
    if not moves(body) and np.linalg.cond(body) > SINGULAR:
        raise Undefined("the matrix is singular")
    return over(body).linalg.inv(body)


@arm
def determinant(node: w.Determinant, world: World) -> Value:
    body = matrix(value(node.body, world))
    return over(body).linalg.det(body)


@arm
def eigenvalue(node: w.Eigenvalue, world: World) -> Value:
    body = matrix(value(node.body, world))
    if not moves(body) and not np.allclose(body, body.T):
        raise Undefined("the eigenvalues in order are those of a symmetric matrix")
    return over(body).linalg.eigvalsh(body)[0 if node.which == "min" else -1]


@arm
def trace(node: w.Trace, world: World) -> Value:
    body = matrix(value(node.body, world))
    return over(body).trace(body)


@arm
def inner(node: w.Inner, world: World) -> Value:
    left, right = value(node.left, world), value(node.right, world)
    return over(left, right).vdot(left, right)


@arm
def diag(node: w.Diag, world: World) -> Value:
    body = matrix(value(node.body, world))
    return np.eye(len(body)) * body


@arm
def norm(node: w.Norm, world: World) -> Value:
    entries = value(node.body, world).reshape(-1)
    if node.order == "1":
        return known("absolute", (entries,)).sum()
    if node.order not in ("", "2", "F"):
        raise Undefined(f"no norm of order {node.order}")
    smooth((entries * entries).sum())
    return over(entries).linalg.norm(entries)


@arm
def ones(node: w.Ones, world: World) -> Value:
    return np.ones((world.size(node.size), 1))


@arm
def identity(node: w.Identity, world: World) -> Value:
    return np.eye(world.size(node.size))


@arm
def unit(node: w.Unit, world: World) -> Value:
    return np.eye(world.size(node.index.kind.size))[:, [whole(value(node.index, world)) - 1]]


@arm
def column(node: w.Column, world: World) -> Value:
    return stacked_up([value(entry, world) for entry in node.entries])


@arm
def listing(node: w.Listing, world: World) -> Value:
    indices = range(1, world.size(node.index.kind.size) + 1)
    return stacked_up([value(node.body, world.bind(node.index.name, k)) for k in indices])


@arm
def kronecker(node: w.Kronecker, world: World) -> Value:
    left, right = matrix(value(node.left, world)), matrix(value(node.right, world))
    return over(left, right).kron(left, right)


@arm
def stacked(node: w.Stacked, world: World) -> Value:
    return matrix(value(node.body, world)).T.reshape(-1, 1)
