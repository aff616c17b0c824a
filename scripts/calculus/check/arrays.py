"""Concrete vectors and matrices with the trait of a kind, in exact rationals."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calculus.interpreters import World
from calculus.language import kinds as k

Draw = Callable[[], Fraction]
Rows = tuple[tuple[Fraction, ...], ...]


def array(kind: k.Array, world: World, draw: Draw) -> Rows:
    """A vector or matrix with the kind's trait, in exact rationals."""
    rows, columns = world.size(kind.rows), world.size(kind.columns)
    plain = tuple(tuple(draw() for _ in range(columns)) for _ in range(rows))
    return TRAITS.get(kind.trait, lambda entries: entries)(plain)


def unit(entries: Rows) -> Rows:
    """A rational point of the unit sphere, by stereographic projection of all entries but the last."""
    free = [row[0] for row in entries[:-1]]
    square = sum((entry * entry for entry in free), Fraction(0))
    return (*((2 * entry / (1 + square),) for entry in free), ((square - 1) / (1 + square),))


def simplex(entries: Rows) -> Rows:
    """Positive numbers that sum to one."""
    total = sum(abs(row[0]) for row in entries)
    return tuple((abs(row[0]) / total,) for row in entries)


def shares(entries: Rows) -> Rows:
    """Numbers that sum to one, none negative; where the first is below zero, all of it goes to the last."""
    if entries[0][0] < 0:
        return (*((Fraction(0),) for _ in entries[1:]), (Fraction(1),))
    return simplex(entries)


def gram(entries: Rows) -> Rows:
    """A symmetric positive definite matrix: the columns' inner products, plus a little on the diagonal."""
    size, little = range(len(entries)), Fraction(1, 16)
    inner = [[sum(entries[k][i] * entries[k][j] for k in size) for j in size] for i in size]
    return tuple(tuple((inner[i][j] + little * (i == j)) / 8 for j in size) for i in size)


def mirror(normal: list[Fraction]) -> list[list[Fraction]]:
    """The reflection across a plane, in rationals."""
    square, size = sum(entry * entry for entry in normal), range(len(normal))
    return [[int(i == j) - 2 * normal[i] * normal[j] / square for j in size] for i in size]


def orthogonal(entries: Rows) -> Rows:
    """A reflection where the first entry is negative; else one after another, a rotation that is not symmetric."""
    first = mirror([row[0] for row in entries])
    if entries[0][0] < 0 or len(entries) == 1:
        return tuple(map(tuple, first))
    second = mirror([row[-1] for row in entries])
    return tuple(tuple(sum(a * b for a, b in zip(row, column, strict=True)) for column in second) for row in first)


def orthonormal(entries: Rows) -> Rows:
    """Columns of length one at right angles to each other: the first ones of an orthogonal matrix."""
    wide = tuple(row + (Fraction(1),) * (len(entries) - len(row)) for row in entries)
    return tuple(row[: len(entries[0])] for row in orthogonal(wide))


def dominant(entries: Rows) -> Rows:
    """An invertible matrix that is not symmetric: its diagonal outweighs each row."""
    return tuple(
        tuple(e + (sum(map(abs, row)) + 1 if i == j else 0) for j, e in enumerate(row)) for i, row in enumerate(entries)
    )


def between_zero_and_one(entry: Fraction) -> Fraction:
    """A share near 0 from a small positive entry, near 1 from a small negative one; one half from 1 and from −1."""
    share = abs(entry) / (1 + abs(entry))
    return 1 - share if entry < 0 else share


TRAITS: dict[str, Callable[[Rows], Rows]] = {
    "unit": unit,
    "simplex": simplex,
    "shares": shares,
    "positive": lambda entries: tuple(tuple(abs(e) for e in row) for row in entries),
    "unit interval": lambda entries: tuple(tuple(between_zero_and_one(e) for e in row) for row in entries),
    "symmetric": lambda m: tuple(tuple(m[i][j] + m[j][i] for j in range(len(m))) for i in range(len(m))),
    "positive definite": gram,
    "invertible": dominant,
    "orthogonal": orthogonal,
    "orthonormal columns": orthonormal,
    "full column rank": lambda m: tuple(tuple(e + 9 * (i == j) for j, e in enumerate(row)) for i, row in enumerate(m)),
}
