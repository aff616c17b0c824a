"""Arms for numbers, letters, sums, products, fractions, powers and choices: the same for both dialects."""

from __future__ import annotations

import ast
import keyword
from fractions import Fraction

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.language.symbols import free_symbols
from calculus.source.dialects import Dialect, arm, code, is_row
from calculus.source.syntax import Code, constant, fill, minus, name, opposite, plus, times

COMPARISONS = {
    "=": ast.Eq(), "!=": ast.NotEq(), "<": ast.Lt(), "<=": ast.LtE(), ">": ast.Gt(), ">=": ast.GtE(),
}  # fmt: skip


def identifier(text: str) -> str:
    """A symbol's name as a Python name: Greek letters are spelled, words of Python shortened."""
    return f"{text[:3]}" if keyword.iskeyword(text) else text


@arm
def number(node: w.Number, dialect: Dialect) -> Code:
    return constant(node.value)


@arm
def named(node: w.Constant, dialect: Dialect) -> Code:
    return dialect.form(node.name)


@arm
def symbol(node: w.Symbol, dialect: Dialect) -> Code:
    """The letter; an index that counts entries is one less in Python than on paper."""
    letter = name(identifier(node.name))
    return plus(letter, constant(1)) if isinstance(node.kind, k.IndexKind) else letter


@arm
def alias(node: w.Alias, dialect: Dialect) -> Code:
    return name(identifier(node.name))


@arm
def group(node: w.Group, dialect: Dialect) -> Code:
    return code(node.body, dialect)


@arm
def previous(node: w.Previous, dialect: Dialect) -> Code:
    return code(node.body, dialect)


@arm
def add(node: w.Add, dialect: Dialect) -> Code:
    return plus(code(node.left, dialect), code(node.right, dialect))


@arm
def subtract(node: w.Subtract, dialect: Dialect) -> Code:
    return minus(code(node.left, dialect), code(node.right, dialect))


@arm
def negative(node: w.Negative, dialect: Dialect) -> Code:
    return opposite(code(node.body, dialect))


@arm
def multiply(node: w.Multiply, dialect: Dialect) -> Code:
    left, right = code(node.left, dialect), code(node.right, dialect)
    if node.left.is_scalar or node.right.is_scalar:
        return times(left, right)
    if isinstance(node.left, w.Multiply) and node.left.left.is_scalar and node.left.right.shape == node.left.shape:
        return code(w.Multiply(node.left.left, w.Multiply(node.left.right, node.right)), dialect)  # 2 * (A @ x)
    if isinstance(node.left, w.Inverse) and not is_row(node.right):
        return dialect.form("solution", code(node.left.body, dialect), right)
    if node.is_scalar:
        return dialect.form("row times column", left, right)
    outer = node.left.shape[1] == 1
    return dialect.form("column times row" if outer else "matrix product", left, right)


@arm
def hadamard(node: w.Hadamard, dialect: Dialect) -> Code:
    left, right = code(node.left, dialect), code(node.right, dialect)
    return times(left, right) if dialect.is_numpy else dialect.form("elementwise product", left, right)


@arm
def divide(node: w.Divide, dialect: Dialect) -> Code:
    value = as_fraction(node)
    if value is not None:
        return ratio(value, dialect)
    left, right = code(node.left, dialect), code(node.right, dialect)
    if isinstance(node.left, w.Number) and all(is_count(s) for s in free_symbols(node.right).values()):
        left = dialect.form("whole", left)
    return ast.BinOp(left, ast.Div(), right)


def is_count(symbol: w.Symbol) -> bool:
    """Whether a symbol is a plain Python integer in the snippets."""
    return isinstance(symbol.kind, k.SizeKind | k.IndexKind) or getattr(symbol.kind, "whole", False)


def ratio(value: Fraction, dialect: Dialect) -> Code:
    """A rational number; NumPy's short decimals are written as such."""
    if value.denominator == 1:
        return constant(value.numerator)
    if dialect.is_numpy and is_short(value):
        return constant(float(value))
    return dialect.form("ratio", constant(value.numerator), constant(value.denominator))


def is_short(value: Fraction) -> bool:
    """Whether a number is exact with three decimals."""
    return 1000 % value.denominator == 0


@arm
def power(node: w.Power, dialect: Dialect) -> Code:
    base, exponent = code(node.base, dialect), code(node.exponent, dialect)
    if not node.base.is_scalar:
        return dialect.form("matrix power", base, exponent)
    return ast.BinOp(base, ast.Pow(), exponent)


@arm
def entry(node: w.Entry, dialect: Dialect) -> Code:
    as_typed = isinstance(getattr(node.array, "kind", None), k.FamilyKind) and node.array.kind.size is None
    places = [code(i, dialect) if as_typed else place(i, dialect) for i in node.indices]
    inside = places[0] if len(places) == 1 else ast.Tuple(places, ast.Load())
    return ast.Subscript(code(node.array, dialect), inside, ast.Load())


def place(index: Node, dialect: Dialect) -> Code:
    """An index counted from zero."""
    match index:
        case w.Symbol(text, k.IndexKind()):
            return name(identifier(text))
        case w.Number(value):
            return constant(value - 1)
        case w.Add(left, right):
            return plus(place(left, dialect), code(right, dialect))
        case w.Subtract(left, right):
            return minus(place(left, dialect), code(right, dialect))
    return minus(code(index, dialect), constant(1))


def size(length: Size) -> Code:
    """A size in a shape: a number, a name, or a product of names."""
    if isinstance(length, int):
        return constant(length)
    return fill(" * ".join(identifier(part) for part in length.split("·")))


@arm
def relation(node: w.Relation, dialect: Dialect) -> Code:
    first, *rest = (code(term, dialect) for term in node.terms)
    return ast.Compare(first, [COMPARISONS[sign] for sign in node.signs], rest)


@arm
def cases(node: w.Cases, dialect: Dialect) -> Code:
    """The last value stands for all else, since exactly one test holds."""
    *values, result = (code(value, dialect) for value in node.values)
    for value, test in reversed(list(zip(values, node.tests, strict=False))):
        result = dialect.form("choice", code(test, dialect), value, result)
    return result


@arm
def indicator(node: w.Indicator, dialect: Dialect) -> Code:
    return dialect.form("choice", code(node.test, dialect), constant(1), constant(0))
