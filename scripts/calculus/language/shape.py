"""Shapes: a pair of sizes, each a number or a name, and the sentences said when two do not fit."""

from __future__ import annotations

Size = int | str
Shape = tuple[Size, Size]

SCALAR: Shape = (1, 1)


class LanguageError(TypeError):
    """A declaration was written in a way the language cannot mean; the text says what to write instead."""


class ShapeError(LanguageError):
    """Two shapes do not fit; the text says which, in words."""


def said(shape: Shape) -> str:
    """A shape in words that follow "a": `scalar`, `vector of size n`, `row of size n`, `m×n matrix`."""
    rows, columns = shape
    if shape == SCALAR:
        return "scalar"
    if columns == 1:
        return f"vector of size {rows}"
    return f"row of size {columns}" if rows == 1 else f"{rows}×{columns} matrix"


def same(left: Shape, right: Shape, what: str) -> Shape:
    """The common shape, or a ShapeError that begins with `what`."""
    if left != right:
        hint = "; a transpose missing?" if left == right[::-1] else ""
        raise ShapeError(f"{what}: {said(left)} and {said(right)} differ in shape{hint}")
    return left


def product(left: Shape, right: Shape, what: str) -> Shape:
    """Shape of a matrix product; a scalar scales whatever it meets."""
    if left == SCALAR:
        return right
    if right == SCALAR:
        return left
    if left[1] != right[0]:
        raise ShapeError(
            f"cannot multiply {what}: {said(left)} times {said(right)}, "
            f"the inner sizes {left[1]} and {right[0]} differ; a transpose missing?"
        )
    return (left[0], right[1])


def square(shape: Shape, what: str) -> Shape:
    """The shape itself when it is square, else a ShapeError."""
    if shape[0] != shape[1]:
        raise ShapeError(f"{what} needs a square matrix, got {said(shape)}")
    return shape


def scalar(shape: Shape, what: str) -> Shape:
    """The scalar shape, or a ShapeError that says what had to be a number."""
    if shape != SCALAR:
        raise ShapeError(f"{what} must be a scalar, got {said(shape)}")
    return SCALAR


def column(shape: Shape, what: str) -> Shape:
    """A column's shape (a scalar is a column of one), or a ShapeError."""
    if shape[1] != 1:
        raise ShapeError(f"{what} must be a column vector, got {said(shape)}")
    return shape
