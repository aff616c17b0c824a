"""Example values and concrete functions as Python expressions."""

from __future__ import annotations

import ast
from fractions import Fraction
from math import lcm
from typing import Any

from calculus.interpreters.world import Lambda
from calculus.language.node import Node
from calculus.source.dialects import Dialect, code
from calculus.source.expressions import identifier, is_short, ratio
from calculus.source.syntax import Code, constant, fill, function_of, opposite


def value(item: Any, dialect: Dialect) -> Code:
    """A rational, an array, a function or a list of these."""
    match item:
        case Lambda():
            return function(item, dialect)
        case Node():
            return code(item, dialect)
        case int() | Fraction():
            return number(Fraction(item), dialect)
        case ((Fraction(), *_), *_):
            return array(item, dialect)
    return ast.List([value(member, dialect) for member in item], ast.Load())


def number(item: Fraction, dialect: Dialect) -> Code:
    if dialect.is_numpy or item.denominator == 1:
        return opposite(ratio(-item, dialect)) if item < 0 else ratio(item, dialect)
    return fill(f"sp.Rational({item.numerator}, {item.denominator})")


def array(rows: tuple[tuple[Fraction, ...], ...], dialect: Dialect) -> Code:
    """A vector or matrix; thirds and the like are divided out for NumPy."""
    below = lcm(*(entry.denominator for row in rows for entry in row))
    if dialect.is_numpy and not all(is_short(entry) for row in rows for entry in row):
        return fill("_0 / _1", array(tuple(tuple(e * below for e in row) for row in rows), dialect), constant(below))
    lines = [ast.List([decimal(entry, below, dialect) for entry in row], ast.Load()) for row in rows]
    whole = ast.List([line.elts[0] for line in lines] if len(rows[0]) == 1 else lines, ast.Load())
    return dialect.form("column", whole)


def decimal(entry: Fraction, below: int, dialect: Dialect) -> Code:
    """An entry; where one of NumPy's array is a fraction, all are written with a point."""
    if not dialect.is_numpy or below == 1:
        return number(entry, dialect)
    text = constant(float(abs(entry)))
    return opposite(text) if entry < 0 else text


def function(item: Lambda, dialect: Dialect) -> Code:
    """A concrete function: its bare name where it has one, else a lambda."""
    body, letters = code(item.body, dialect), [identifier(symbol.name) for symbol in item.parameters]
    if len(letters) == 1:
        return function_of(letters[0], body)
    return ast.Lambda(ast.arguments([], [ast.arg(letter) for letter in letters], None, [], [], None, []), body)
