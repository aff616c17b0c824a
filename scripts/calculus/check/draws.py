"""Worlds to check a formula in: generic ones that satisfy its conditions, the same for every road, and other sizes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from random import Random

from calculus.check import premises, recursions
from calculus.check.samplers import NoWitness, drawn
from calculus.interpreters import World
from calculus.language import kinds as k
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.language.symbols import Symbol

TRIES, FEWEST = 400, 5
MANY_SIZES = 3  # more of them are not tried large
KEPT = 64  # drawings that later roads, and the mutants of a formula, find again


class NoPoint(Exception):
    """No values were found that satisfy the conditions, so nothing was checked."""


@dataclass
class Drawing:
    """Worlds one after the other, each drawn and tried against the conditions once."""

    source: Iterator[World]
    found: list[World] = field(default_factory=list)

    def first(self, count: int) -> list[World]:
        self.found += itertools.islice(self.source, max(0, count - len(self.found)))
        return self.found[:count]


def worlds(name: str, symbols: tuple[Symbol, ...], given: tuple[Node, ...], count: int) -> list[World]:
    """`count` generic worlds that satisfy the conditions, the same for the same name; NoPoint when there are none."""
    result = drawing(name, symbols, given).first(count)
    if len(result) < min(count, FEWEST) and symbols:
        raise NoPoint(f"{len(result) or 'no'} of {TRIES} points tried satisfy the conditions of {name}")
    return result


@lru_cache(maxsize=KEPT)
def drawing(name: str, symbols: tuple[Symbol, ...], given: tuple[Node, ...]) -> Drawing:
    """The worlds of a name: what satisfies dear conditions is looked for once, not on every road."""
    rules, _ = recursions.split(given)
    tried = (recursions.followed(world, rules) for world in attempts(symbols, Random(name)))
    fitting = (premises.satisfying(world, given) for world in tried)
    return Drawing(world for world in fitting if premises.admits(world, given))


def of_other_sizes(name: str, symbols: tuple[Symbol, ...], given: tuple[Node, ...]) -> list[World]:
    """Worlds smaller and larger than the generic ones: a size is 1 in the first, all are above 10 in the next."""
    names = sorted({size for symbol in symbols for size in sizes(symbol.kind)})
    rules, _ = recursions.split(given)
    found = []
    for numbers in ((1, *range(2, 9)), range(13, 10, -1)) if 0 < len(names) <= MANY_SIZES else ():
        chosen = dict(zip(names, numbers, strict=False))
        tried = (recursions.followed(world, rules) for world in attempts(symbols, Random(name), chosen))
        fitting = (premises.satisfying(world, given) for world in itertools.islice(tried, FEWEST))
        found += itertools.islice((world for world in fitting if premises.admits(world, given)), 1)
    return found


def attempts(symbols: tuple[Symbol, ...], source: Random, sizes_: dict[str, int] | None = None) -> Iterator[World]:
    """Worlds one after the other; those in which something has no witness are left out."""
    for place in range(TRIES):
        with suppress(NoWitness):
            yield attempt(symbols, source, place, sizes_)


def attempt(symbols: tuple[Symbol, ...], source: Random, place: int, sizes_: dict[str, int] | None = None) -> World:
    """One world: sizes first, all different; then numbers and arrays; then functions, which may depend on them."""
    names = sorted({size for symbol in symbols for size in sizes(symbol.kind)})
    numbers = source.sample(range(2, 2 + max(3, len(names))), len(names))
    world = World({}, fitting(sizes_ or dict(zip(names, numbers, strict=True)), symbols))
    for symbol in sorted(symbols, key=lambda symbol: ORDER.index(type(symbol.kind))):
        world = drawn(symbol.kind, symbol, world, source, place)
    return world


TALL = ("full column rank", "orthonormal columns")


def fitting(numbers: dict[str, int], symbols: tuple[Symbol, ...]) -> dict[str, int]:
    """The sizes, exchanged where a matrix whose columns are independent would be wider than high."""
    for kind in (symbol.kind for symbol in symbols):
        rows, columns = getattr(kind, "rows", 1), getattr(kind, "columns", 1)
        if getattr(kind, "trait", "") in TALL and numbers.get(rows, 1) < numbers.get(columns, 1):
            numbers = numbers | {rows: numbers[columns], columns: numbers[rows]}
    return numbers


ORDER = [
    k.SizeKind, k.SubsetKind, k.Number, k.IndexKind, k.Array, k.FunctionKind, k.LayerKind, k.Dependent, k.Special,
    k.FamilyKind,
]  # fmt: skip


def sizes(kind: k.Kind) -> list[str]:
    """The names of sizes in a kind."""
    found: list[Size] = []
    for attribute in ("rows", "columns", "size", "count", "inputs", "outputs"):
        found.append(getattr(kind, attribute, 1))
    inner = sizes(kind.of) if isinstance(kind, k.FamilyKind) else []
    return [size for size in found if isinstance(size, str)] + inner
