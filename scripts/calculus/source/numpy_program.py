"""A formula as a NumPy function with a call of it: definitions, the function, one example."""

from __future__ import annotations

import ast
from functools import singledispatch

from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node
from calculus.language.symbols import Symbol
from calculus.source import definitions, scope
from calculus.source.dialects import NUMPY, Dialect, NoSource, code
from calculus.source.examples import example
from calculus.source.expressions import identifier
from calculus.source.syntax import Code, call, fill, function_of, minus, name
from calculus.source.values import value
from calculus.source.wrapping import INDENT, WIDTH, statement, text

MODULES = ("functools", "itertools", "math")
RESULT = "return"  # the target of a line that is no name


def program(formula: Formula) -> str:
    """The snippet."""
    symbols = scope.all_symbols(formula)
    lines = scope.with_aliases(body(formula.statement), formula.statement, NUMPY)
    lines = sized(lines, symbols)
    names = scope.read(lines)
    taken = [*scope.parameters(names, symbols), *(each for each in example(formula).sizes if each in names)]
    taken = list(dict.fromkeys(taken))
    call_name = named(formula, names)
    parts = [function(call_name, formula.title, taken, lines)]
    shown = example_lines(call_name, taken, formula, isinstance(lines[-1][1], ast.Tuple))
    modules = [each for each in MODULES if f"{each}." in "\n".join((*parts, shown))]
    imports = "\n".join([*(f"import {each}" for each in modules), *([""] if modules else []), "import numpy as np"])
    return "\n\n\n".join([imports, *definitions.source(names, NUMPY), *parts, shown]) + "\n"


def named(formula: Formula, names: list[str]) -> str:
    """The function's name; one that would hide a definition it uses says what it is."""
    last = identifier(formula.name.split(".")[-1])
    return f"{last}_formula" if last in names else last


def sized(lines: scope.Lines, symbols: tuple[Symbol, ...]) -> scope.Lines:
    """The lines, after each size they need that an argument tells."""
    names = scope.read(lines)
    found = scope.lengths(names, symbols)
    return [*((size, found[size]) for size in found if size in names), *lines]


def function(called: str, title: str, parameters: list[str], lines: scope.Lines) -> str:
    """The definition of the formula's function."""
    head = call(called, *map(name, parameters))
    text = statement("def ", head) + ":"
    rows = [statement("return " if target == RESULT else f"{target} = ", tree, INDENT) for target, tree in lines]
    return "\n".join([text, f'{INDENT}"""{title}."""', *rows])


def example_lines(called: str, parameters: list[str], formula: Formula, several: bool) -> str:
    """The function called once, at simple numbers."""
    point = example(formula)
    kinds = {identifier(symbol.name): symbol.kind for symbol in scope.all_symbols(formula)}
    indices = [each for each in parameters if isinstance(kinds.get(each), k.IndexKind)]
    given = {**point.sizes, **point.values}
    values = {each: given[each] - 1 if each in indices else given[each] for each in parameters}
    shown = call(called, **{each: value(item, NUMPY) for each, item in values.items()})
    return "\n".join([*counted(indices), *printed(shown, several)])


def printed(shown: Code, several: bool) -> list[str]:
    """The call inside `print`, or before it where that is too long."""
    before, after = ("*", ', sep="\\n"') if several else ("", "")
    line = f"print({before}{text(shown)}{after})"
    return [line] if len(line) <= WIDTH else [statement("result = ", shown), f"print({before}result{after})"]


def counted(indices: list[str]) -> list[str]:
    """The comment that says how an index counts."""
    if not indices:
        return []
    return [f"# {' and '.join(indices)} {'count' if len(indices) > 1 else 'counts'} from 0, as everywhere in Python"]


def body(stated: Node) -> scope.Lines:
    """The lines of the function: an update's assignments, then what is returned."""
    if isinstance(stated, w.Update):
        targets = [identifier(line.terms[0].name) for line in stated.lines]
        lines = kept(stated, targets, NUMPY)
        return [*lines, (RESULT, tupled([name(target) for target in targets]))]
    return [(RESULT, tupled(returned(stated)))]


def kept(stated: w.Update, targets: list[str], dialect: Dialect) -> scope.Lines:
    """An update line by line; a value that is read after it was set is kept under another name first."""
    lines: scope.Lines = []
    for place, line in enumerate(stated.lines):
        former = [node for node in line.terms[1].walk() if isinstance(node, w.Previous)]
        old = [node for node in former if identifier(node.body.name) in targets[:place]]
        renamed = {n: w.Symbol(f"old_{n.body.name}", n.body.kind) for n in old}
        before = [(symbol.name, code(n.body, dialect)) for n, symbol in renamed.items()]
        lines = [*(each for each in before if each not in lines), *lines]
        lines.append((targets[place], code(line.terms[1].substitute(renamed), dialect)))
    return lines


def tupled(values: list[Code]) -> Code:
    return values[0] if len(values) == 1 else ast.Tuple(values, ast.Load())


@singledispatch
def returned(stated: Node) -> list[Code]:
    """What the function returns, by kind of statement."""
    raise NoSource(f"a {type(stated).__name__} has no value to return")


@returned.register
def relation(stated: w.Relation) -> list[Code]:
    """The right side, or the left one where the right is a plain number; for an inequality every term."""
    if set(stated.signs) != {"="}:
        return [code(term, NUMPY) for term in stated.terms]
    return [code(side(stated), NUMPY)]


def side(stated: w.Relation) -> Node:
    """The side of an equality that is worth computing: the last that is not a plain number."""
    telling = [term for term in stated.terms if as_fraction(term) is None]
    return telling[-1] if telling else stated.terms[-1]


@returned.register
def definition(stated: w.Definition) -> list[Code]:
    return [code(stated.right, NUMPY)]


@returned.register
def parts(stated: w.Several) -> list[Code]:
    return [each for part in stated.parts for each in returned(part)]


@returned.register
def expansion(stated: w.Expansion) -> list[Code]:
    return [code(stated.left, NUMPY), code(stated.right, NUMPY)]


@returned.register
def exists(stated: w.Exists) -> list[Code]:
    """The point that is said to exist, found by bisection."""
    left, right = (code(term, NUMPY) for term in stated.claim.terms)
    gap = function_of(identifier(stated.variable.name), minus(left, right))
    return [call("numeric_root", gap, code(stated.lower, NUMPY), code(stated.upper, NUMPY))]


@returned.register
def implies(stated: w.Implies) -> list[Code]:
    if isinstance(stated.conclusion, w.Property):
        return [*returned(stated.premise), *returned(stated.conclusion)]
    return returned(stated.conclusion)


@returned.register
def equivalent(stated: w.Equivalent) -> list[Code]:
    """The values that both statements compare."""
    return [*returned(stated.left), *returned(stated.right)]


@returned.register
def quantified(stated: w.Quantified) -> list[Code]:
    """What the statement says of one value."""
    return returned(stated.claim)


@returned.register
def property_(stated: w.Property) -> list[Code]:
    """The function just left of the point, at it and just right; of many variables, at it and along each axis."""
    if isinstance(stated.point, w.Space):  # what holds everywhere is no value
        return []
    function, point = code(stated.function, NUMPY), code(stated.point, NUMPY)
    if stated.point.is_scalar:
        return [call(function, fill("_0 + np.array([-0.1, 0, 0.1])", point))]
    around = fill("np.array([_0(_1 + step) for step in 0.1 * np.eye(len(_1))])", function, point)
    return [call(function, point), around]


@returned.register
def member(stated: w.Member) -> list[Code]:
    return [code(stated.element, NUMPY)]
