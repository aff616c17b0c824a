"""Arms for linear algebra."""

from __future__ import annotations

import numpy as np

from calculus.interpreters.arrays import array
from calculus.interpreters.evaluate import arm, evaluate, unit_matrix
from calculus.interpreters.system import System, Undefined, Value
from calculus.interpreters.world import World
from calculus.language import words as w
from calculus.language.node import Node


def matrix(node: Node, world: World, system: System) -> np.ndarray:
    """The node's value as an array, also when it is a single number."""
    value = evaluate(node, world, system)
    return value if isinstance(value, np.ndarray) else array([[value]])


@arm
def transpose(node: w.Transpose, world: World, system: System) -> Value:
    return matrix(node.body, world, system).T


@arm
def inverse(node: w.Inverse, world: World, system: System) -> Value:
    return system.inverse(matrix(node.body, world, system))


@arm
def determinant(node: w.Determinant, world: World, system: System) -> Value:
    return system.determinant(matrix(node.body, world, system))


@arm
def eigenvalue(node: w.Eigenvalue, world: World, system: System) -> Value:
    body = matrix(node.body, world, system)
    if not system.equal(body, body.T):
        raise Undefined("the eigenvalues in order are those of a symmetric matrix")
    return system.eigenvalues(body)[0 if node.which == "min" else -1]


@arm
def trace(node: w.Trace, world: World, system: System) -> Value:
    first, *rest = matrix(node.body, world, system).diagonal()
    return sum(rest, first)


@arm
def diag(node: w.Diag, world: World, system: System) -> Value:
    body = matrix(node.body, world, system)
    nothing = system.number(0)
    size = range(len(body))
    return array([[body[i, 0] if i == j else nothing for j in size] for i in size])


@arm
def norm(node: w.Norm, world: World, system: System) -> Value:
    entries = list(matrix(node.body, world, system).flat)
    if node.order == "1":
        sizes = [system.known("absolute", (entry,)) for entry in entries]
        return sum(sizes[1:], sizes[0])
    if node.order not in ("", "2", "F"):
        raise Undefined(f"no norm of order {node.order}")
    squares = [entry * entry for entry in entries]
    return system.known("sqrt", (sum(squares[1:], squares[0]),))


@arm
def inner(node: w.Inner, world: World, system: System) -> Value:
    left, right = matrix(node.left, world, system), matrix(node.right, world, system)
    return (left * right).sum()


@arm
def ones(node: w.Ones, world: World, system: System) -> Value:
    return array([[system.number(1)] for _ in range(world.size(node.size))])


@arm
def identity(node: w.Identity, world: World, system: System) -> Value:
    return unit_matrix(world.size(node.size), system)


@arm
def unit(node: w.Unit, world: World, system: System) -> Value:
    place = int(world.values[node.index.name])
    return array([[system.number(int(k == place))] for k in range(1, world.size(node.index.kind.size) + 1)])


@arm
def column(node: w.Column, world: World, system: System) -> Value:
    return array([[evaluate(entry, world, system)] for entry in node.entries])


@arm
def listing(node: w.Listing, world: World, system: System) -> Value:
    indices = range(1, world.size(node.index.kind.size) + 1)
    return array([[evaluate(node.body, world.bind(node.index.name, k), system)] for k in indices])


@arm
def kronecker(node: w.Kronecker, world: World, system: System) -> Value:
    return np.kron(matrix(node.left, world, system), matrix(node.right, world, system))


@arm
def stacked(node: w.Stacked, world: World, system: System) -> Value:
    return matrix(node.body, world, system).T.reshape(-1, 1)
