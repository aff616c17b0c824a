"""What a piece of source reads: symbols, derivatives passed in, sizes, and the aliases it stands on."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols
from calculus.source.dialects import Dialect, code
from calculus.source.expressions import identifier
from calculus.source.syntax import Code, call, constant, free_names, name

Lines = list[tuple[str, Code]]  # a name and what it is set to, from top to bottom
SUFFIXES = ("prime", "second", "third", "derivative", "gradient", "hessian", "inverse")


def read(lines: Lines) -> list[str]:
    """The names that are read before a line sets them."""
    found, known = [], set()
    for target, tree in lines:
        found += [each for each in free_names(tree) if each not in known and each not in found]
        known |= set(target.split(", "))  # letters of one kind are set on one line
    return found


def parameters(names: list[str], symbols: tuple[Symbol, ...]) -> list[str]:
    """The symbols among some names in the order they are declared, each followed by its derivatives."""
    result = []
    for symbol in symbols:
        base = identifier(symbol.name)
        result += [each for each in (base, *(f"{base}_{suffix}" for suffix in SUFFIXES)) if each in names]
    return result


def all_symbols(formula: Formula) -> tuple[Symbol, ...]:
    """The declared symbols, and any that the declaration's body made itself."""
    declared = {symbol.name for symbol in formula.symbols}
    inside = free_symbols(formula.statement).items()
    return (*formula.symbols, *(symbol for each, symbol in inside if each not in declared))


def aliases(statement: Node, dialect: Dialect) -> Lines:
    """What each alias stands for, those it stands on first."""
    return [(identifier(alias.name), code(alias.body, dialect)) for alias in dict.fromkeys(standing(statement))]


def standing(node: Node) -> Iterator[w.Alias]:
    """The aliases of a statement, innermost first."""
    for child in node.children:
        yield from standing(child)
    if isinstance(node, w.Alias):
        yield node


def with_aliases(lines: Lines, statement: Node, dialect: Dialect) -> Lines:
    """The lines, after those aliases that they read."""
    before: Lines = []
    for target, tree in reversed(aliases(statement, dialect)):
        if target in read([*before, *lines]):
            before.insert(0, (target, tree))
    return [*before, *lines]


def lengths(names: list[str], symbols: tuple[Symbol, ...]) -> dict[str, Code]:
    """Each size that can be read off an array among the names: `len(x)`, `A.shape[1]`."""
    found: dict[str, Code] = {}
    arrays = [symbol for symbol in symbols if identifier(symbol.name) in names]
    for symbol in sorted(arrays, key=lambda symbol: getattr(symbol.kind, "columns", 1) != 1):
        first, second = axes(symbol.kind)
        letter = name(identifier(symbol.name))
        if isinstance(first, str):
            found.setdefault(identifier(first), call("len", letter))
        if isinstance(second, str):
            shape = ast.Attribute(letter, "shape", ast.Load())
            found.setdefault(identifier(second), ast.Subscript(shape, constant(1), ast.Load()))
    return found


def axes(kind: k.Kind) -> tuple[object, object]:
    """The sizes of an array or of a family; nothing for other kinds."""
    if isinstance(kind, k.Array):
        return kind.rows, kind.columns
    return (kind.size, None) if isinstance(kind, k.FamilyKind) else (None, None)


def moving(body: Node, variable: Node) -> Node:
    """The body with every alias written out that depends on the variable, so that it moves with it."""
    moved = {
        alias: moving(alias.body, variable)
        for alias in body.walk()
        if isinstance(alias, w.Alias) and alias != variable and depends(alias, variable)
    }
    return body.substitute(moved)


def depends(alias: w.Alias, variable: Node) -> bool:
    """Whether what an alias stands for is computed from a symbol, or from what another alias stands for."""
    return variable.name in free_symbols(alias) or variable in alias.body.walk()
