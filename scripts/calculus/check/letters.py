"""Worlds of letters: where SymPy can decide a claim once for all values, and what stands in for them."""

from __future__ import annotations

from random import Random

import numpy as np
import sympy as sp

from calculus.check import recursions
from calculus.check.draws import attempt
from calculus.conditions import given
from calculus.formula import Formula
from calculus.interpreters import World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.symbols import free_symbols

MOST_LETTERS = 9  # beyond so many SymPy's components grow slow; rational points decide instead
CORNERS = ("absolute", "maximum", "minimum", "sign", "relu", "huber", "mean_absolute_error", "median")
BY_POINTS = (
    w.Cases | w.Indicator | w.Exists | w.Optimum | w.Implies | w.Equivalent | w.Quantified | w.Expansion | w.Limit
)


def decides(formula: Formula) -> bool:
    """Whether letters are few and free, and nothing occurs whose value hangs on their signs."""
    nodes = list(formula.statement.walk())
    branches = any(isinstance(n, BY_POINTS) or (isinstance(n, w.Known) and n.name in CORNERS) for n in nodes)
    ordered = any(set(getattr(n, "signs", "=")) - {"="} for n in nodes)
    if branches or ordered or given(formula.statement) or several_indices(formula):
        return False
    return all(map(is_free, formula.symbols)) and count(formula) <= MOST_LETTERS


def several_indices(formula: Formula) -> bool:
    """Whether two free indices occur: one world of letters would hold them at one pair of values."""
    free = free_symbols(formula.statement).values()
    return sum(isinstance(symbol.kind, k.IndexKind) for symbol in free) > 1


def is_free(symbol: w.Symbol) -> bool:
    """Whether any letter will do for the symbol."""
    if isinstance(symbol.kind, k.FamilyKind):
        return symbol.kind.size is None and is_free(w.Symbol(symbol.name, symbol.kind.of))
    if isinstance(symbol.kind, k.Array):
        return symbol.kind.trait in ("", "positive")
    return symbol.kind in (k.Real, k.Positive, k.NonZero) or isinstance(symbol.kind, k.SizeKind | k.IndexKind)


def count(formula: Formula) -> int:
    """How many letters a world of the formula holds."""
    return sum(np.size(value) for value in world(formula).values.values())


def world(formula: Formula) -> World:
    """A letter for every number and every entry; sizes and indices stay numbers."""
    found = attempt(formula.symbols, Random(formula.name), 0)
    for symbol in formula.symbols:
        if isinstance(symbol.kind, k.Number) and not symbol.kind.whole:
            found = found.bind(symbol.name, letter(symbol))
        elif isinstance(symbol.kind, k.FamilyKind):
            found = found.bind(symbol.name, members(symbol, found))
        elif isinstance(symbol.kind, k.Array):
            found = found.bind(symbol.name, entries(symbol, found))
    return recursions.followed(found, recursions.split(given(formula.statement))[0])


def letter(symbol: w.Symbol) -> sp.Symbol:
    """A letter with SymPy's assumptions for its kind."""
    return sp.Symbol(symbol.name, real=True, positive=symbol.kind == k.Positive or None)


def members(family: w.Symbol, sized: World) -> tuple[sp.Symbol | np.ndarray, ...]:
    """A letter, or an array of them, for each member that was drawn."""
    names = (w.Symbol(f"{family.name}_{place}", family.kind.of) for place in range(len(sized.values[family.name])))
    return tuple(letter(name) if name.is_scalar else entries(name, sized) for name in names)


def entries(symbol: w.Symbol, sized: World) -> np.ndarray:
    """An array with a letter in every place."""
    shape = tuple(sized.size(size) for size in symbol.shape)
    letters = np.empty(shape, dtype=object)
    for place in np.ndindex(*shape):
        name = f"{symbol.name}_{'_'.join(map(str, place))}"
        letters[place] = sp.Symbol(name, real=True, positive=symbol.kind.trait == "positive" or None)
    return letters
