"""One form for what may be written in several: numbers in front of linear operations, constants out of slopes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields
from fractions import Fraction
from functools import singledispatch

from calculus.language import words as w
from calculus.language.node import Node

Form = Hashable
Parts = tuple[Fraction, Form]  # a number other than zero, and the form of what it multiplies
ONE, NOTHING = "1", "0"
SLOPES = w.Derivative | w.Partial | w.Gradient | w.Hessian | w.Jacobian
LINEAR = SLOPES | w.Integral | w.Expectation | w.Sum | w.Limit | w.Trace
SYMMETRIC = ("symmetric", "positive definite")


@singledispatch
def parts(node: Node) -> Parts:
    """The number in front of a node and the form of the rest; most nodes have a 1 there."""
    return Fraction(1), own_form(node)


def form(node: Node) -> Form:
    """What a node shares with all that equal it by the rules of this module."""
    number, core = parts(node)
    return core if number == 1 else (number, core)


def own_form(node: Node, **instead: Form) -> Form:
    """A node's type and its fields, each in its form; certificates are no part of what is said."""
    names = [field.name for field in fields(node) if field.name != "sharp"]
    return type(node).__name__, *(instead[name] if name in instead else of_field(getattr(node, name)) for name in names)


def of_field(value: object) -> Form:
    if isinstance(value, Node):
        return form(value)
    return tuple(map(of_field, value)) if isinstance(value, tuple) else repr(value)


@parts.register
def _(node: w.Group) -> Parts:
    return parts(node.body)


@parts.register
def _(node: w.Number) -> Parts:
    return (Fraction(node.value), ONE) if node.value else (Fraction(1), NOTHING)


@parts.register
def _(node: w.Negative) -> Parts:
    number, core = parts(node.body)
    return -number, core


@parts.register
def _(node: w.Multiply) -> Parts:
    number, numbers, arrays = factors(node)
    cores = [*sorted(numbers, key=repr), *arrays]
    return number, cores[0] if len(cores) == 1 else ("product", *cores) if cores else ONE


def factors(node: Node) -> tuple[Fraction, list[Form], list[Form]]:
    """The number, the scalars and the arrays that are multiplied; only the order of arrays matters."""
    if isinstance(node, w.Multiply):
        one, other = factors(node.left), factors(node.right)
        return one[0] * other[0], one[1] + other[1], one[2] + other[2]
    number, core = parts(node)
    alone = [] if core == ONE else [core]
    return (number, alone, []) if node.is_scalar else (number, [], alone)


@parts.register
def _(node: w.Divide) -> Parts:
    (over, above), (under, below) = parts(node.left), parts(node.right)
    return over / under, above if below == ONE else ("quotient", above, below)


@parts.register
def _(node: w.Power) -> Parts:
    number, core = parts(node.base)
    exponent = node.exponent.value if isinstance(node.exponent, w.Number) else None
    if exponent is None or not node.is_scalar:
        return Fraction(1), own_form(node)
    return number**exponent, ONE if core == ONE else ("power", core, exponent)


@parts.register(w.Add)
@parts.register(w.Subtract)
def _(node: w.Add | w.Subtract) -> Parts:
    return summed(terms(node))


def terms(node: Node) -> list[Parts]:
    """What is added, each with its number."""
    if isinstance(node, w.Group):
        return terms(node.body)
    if isinstance(node, w.Add | w.Subtract):
        sign = 1 if isinstance(node, w.Add) else -1
        return [*terms(node.left), *((sign * number, core) for number, core in terms(node.right))]
    number, core = parts(node)
    if isinstance(core, tuple) and core[0] == "sum":
        return [(number * each, inner) for inner, each in core[1:]]
    return [(number, core)]


def summed(found: list[Parts]) -> Parts:
    """A sum whose first term has a 1 in front, whatever order it was typed in."""
    numbers: dict[Form, Fraction] = {}
    for number, core in found:
        numbers[core] = numbers.get(core, Fraction(0)) + number
    left = sorted(((core, number) for core, number in numbers.items() if number and core != NOTHING), key=repr)
    if not left:
        return Fraction(1), NOTHING
    first = left[0][1]
    cores = [(core, number / first) for core, number in left]
    return first, cores[0][0] if len(cores) == 1 else ("sum", *cores)


@parts.register
def _(node: w.Transpose) -> Parts:
    number, core = parts(node.body)
    kind = getattr(node.body, "kind", None)
    plain = node.body.is_scalar or isinstance(node.body, w.Diag | w.Identity) or getattr(kind, "trait", "") in SYMMETRIC
    if plain or (isinstance(core, tuple) and core[0] == "transpose"):
        return number, core if plain else core[1]
    return number, ("transpose", core)


def linear(node: Node) -> Parts:
    """A number in what a linear operation acts on comes out; a constant added there goes, or comes out of a mean."""
    found = terms(node.body)
    constant = [each for each in found if each[1] == ONE] if isinstance(node, SLOPES | w.Expectation) else []
    number, core = summed([each for each in found if each not in constant])
    if core == NOTHING and constant:
        return Fraction(1), own_form(node)
    applied = number, own_form(node, body=core)
    return summed([*constant, applied]) if isinstance(node, w.Expectation) else applied


for kind in LINEAR.__args__:
    parts.register(kind, linear)


@parts.register
def _(node: w.Norm) -> Parts:
    number, core = parts(node.body)
    return abs(number), own_form(node, body=core)


@parts.register
def _(node: w.Apply) -> Parts:
    if node.function != w.Known("absolute"):
        return Fraction(1), own_form(node)
    number, core = parts(node.arguments[0])
    return abs(number), ("absolute", core)


@parts.register
def _(node: w.Expansion) -> Parts:
    """A multiple of a size is as good as the size; so is a multiple of what is compared with it alone."""
    (_, size), (number, left), (_, right) = parts(node.size), parts(node.left), parts(node.right)
    sides = (left, right) if right == NOTHING else ((number, left), form(node.right))
    return Fraction(1), own_form(node, size=size, left=sides[0], right=sides[1])


@parts.register
def _(node: w.Relation) -> Parts:
    """The sides of a link may be multiplied by a number, by a positive one if they are ordered."""
    links = zip(node.terms, node.signs, node.terms[1:], strict=False)
    return Fraction(1), own_form(node, terms=tuple(link(parts(one), sign, parts(two)) for one, sign, two in links))


def link(left: Parts, sign: str, right: Parts) -> Form:
    """A link with a 1 in front of a side; for a zero no number is left in front of the other."""
    (one, before), (two, after) = left, right
    scale = one if sign in ("=", "!=") else abs(one)
    if after == NOTHING:
        return one / scale, before, after
    return one / scale, before, two / scale, after
