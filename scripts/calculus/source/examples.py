"""One fixed simple example for a formula: a value for every symbol, and a concrete function for every unknown one."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import singledispatchmethod
from typing import Any

import numpy as np

from calculus.check import recursions
from calculus.conditions import given
from calculus.formula import Formula
from calculus.interpreters import Exact, Precise, Undefined, evaluate
from calculus.interpreters.evaluate import followed as members_of
from calculus.interpreters.world import Course, Lambda, World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.language.symbols import Symbol
from calculus.source import witnesses
from calculus.source.counts import Place
from calculus.source.expressions import identifier
from calculus.source.scope import all_symbols

F = Fraction
REALS = (F(1, 2), F(3, 2), F(-1), F(2), F(-1, 2), F(5, 2), F(3), F(-2))
POSITIVE = (F(1, 2), F(2), F(3, 2), F(3), F(1, 4), F(5, 2))
SHARES = (F(3, 10), F(4, 5), F(2, 5), F(7, 10))  # of the way through an interval
ENTRIES = (F(1), F(-2), F(1, 2), F(3), F(-1, 2), F(2), F(3, 2), F(-1))
WHOLE_ENTRIES = (1, 2, -1, 0, 3, -2, 1)
UNITS = {2: (F(3, 5), F(4, 5)), 3: (F(1, 3), F(2, 3), F(2, 3)), 4: (F(1, 2), F(-1, 2), F(1, 2), F(1, 2))}
TENTHS = {2: ((3, 7), (6, 4)), 3: ((2, 5, 3), (6, 1, 3)), 4: ((1, 4, 3, 2), (4, 2, 1, 3))}
SIZES = (3, 2, 4, 5)
OF_THE_ORIGIN = ("minimizer", "lowest value")  # every example with a minimizer has it at zero, and the value zero there
TURNS = [(shift, stride) for stride in (1, 2, 3, 4, 5) for shift in range(6)]
LENGTH = 6  # of a sequence: enough to look one step ahead


@dataclass
class Example:
    """Values by name: rationals, rows of them, `Lambda`s, nodes, or tuples of these for families."""

    values: dict[str, Any]
    sizes: dict[str, int]
    counts: dict[object, int] = field(default_factory=dict)
    traits: dict[str, str] = field(default_factory=dict)  # of functions, by name, where the statement asks for more
    quantities: dict[str, Lambda] = field(default_factory=dict)
    turn: tuple[int, int] = (0, 1)  # where the lists of numbers are entered, and how they are gone through

    @property
    def world(self) -> World:
        """The example as the evaluators read it: quantities are functions of the variable they depend on."""
        return World({**self.values, **self.quantities}, dict(self.sizes))

    def number(self, size: Size) -> int:
        return size if isinstance(size, int) else self.sizes[size]

    def next(self, sort: object) -> int:
        """How many symbols of this sort there were before."""
        place = self.counts.get(sort, 0)
        self.counts[sort] = place + 1
        return place

    @singledispatchmethod
    def value(self, kind: k.Kind, name: str) -> Any:
        """A value for a symbol of a kind; functions leave their derivatives beside it, by name."""
        raise NotImplementedError(f"no example for the kind {type(kind).__name__}")

    @value.register
    def number_of(self, kind: k.Number, name: str) -> Fraction:
        shift, stride = self.turn
        place = shift + stride * self.next("number")
        if kind.whole:
            return F(int(kind.lower or 0) + 1 + place % 3)
        if kind.lower is not None and kind.upper is not None:
            return kind.lower + (kind.upper - kind.lower) * SHARES[place % len(SHARES)]
        positive = POSITIVE[place % len(POSITIVE)]
        if kind.lower is not None:
            return kind.lower + positive
        return kind.upper - positive if kind.upper is not None else REALS[place % len(REALS)]

    @value.register
    def count_of(self, kind: k.SizeKind, name: str) -> Fraction:
        return F(self.sizes.setdefault(name, SIZES[len(self.sizes) % len(SIZES)]))

    @value.register(k.IndexKind)
    @value.register(Place)
    def index_of(self, kind: k.Kind, name: str) -> int:
        return 2 if self.next("index") % 2 == 0 else 1

    @value.register
    def array_of(self, kind: k.Array, name: str) -> tuple:
        rows, columns, place = self.number(kind.rows), self.number(kind.columns), self.next("array")
        if columns == 1:
            return tuple((entry,) for entry in vector(rows, kind.trait, place))
        return matrix(rows, columns, kind.trait, place)

    @value.register
    def function_of(self, kind: k.FunctionKind, name: str) -> Lambda:
        sizes = self.number(kind.inputs), self.number(kind.outputs)
        if kind.trait == "squeezed":
            return self.squeezed_of(kind.parameter.split())
        trait = self.traits.get(name, kind.trait)
        if kind.trait == "zero":
            found = witnesses.zero_at(witnesses.rational(self.values[kind.parameter]), self.next("zero"))
        elif trait == "followed":
            found = witnesses.parabola(sizes[0], self.values[kind.parameter])
        elif kind.trait == "lipschitz gradient":
            found = witnesses.waves(sizes[0], self.values[kind.parameter])
        elif kind.constants and kind.trait != "lipschitz":
            found = witnesses.parabola(sizes[0], self.ordered(kind.constants)[0])
        else:
            found = witnesses.functions(trait, sizes, kind.arity, self.next(sizes), self.number(kind.columns))
        self.values |= {f"{name}_{suffix}": function for suffix, function in found.items() if suffix}
        return found[""]

    def ordered(self, names: tuple[str, ...]) -> list[Fraction]:
        """The values of constants of which the first is the least (μ and L): exchanged where it is not."""
        found = sorted(self.values[name] for name in names)
        self.values |= dict(zip(names, found, strict=True))
        return found

    def squeezed_of(self, names: list[str]) -> Lambda:
        """A function with the two that bound it, which are set beside it."""
        lower, upper, point, _ = names
        between = witnesses.squeezed(witnesses.rational(self.values[point]))
        self.values |= {lower: between[0], upper: between[1]}
        return between[2]

    @value.register
    def dependent_of(self, kind: k.Dependent, name: str) -> Node:
        point = witnesses.rational(self.values.setdefault(kind.variable, REALS[0]))
        found = witnesses.functions("", (1, 1), 1, self.next((1, 1)))
        values = {each: function.body.substitute({function.parameters[0]: point}) for each, function in found.items()}
        self.values |= {f"{name}_{each}": node for each, node in values.items() if each}
        variable, ahead = Symbol(kind.variable, k.Real), found[""]
        self.quantities[name] = Lambda((variable,), ahead.body.substitute({ahead.parameters[0]: variable}))
        return values[""]

    @value.register
    def special_of(self, kind: k.Special, name: str) -> Any:
        if kind.trait in OF_THE_ORIGIN and kind.rows == 1:
            return F(0)
        if kind.trait in ("limit", "candidate"):
            function, point = (self.values[each] for each in kind.of.split())
            return function.body.substitute({function.parameters[0]: witnesses.rational(point)})
        if kind.trait == "constrained minimizer":
            self.values |= witnesses.constrained(kind.of.split(), self.number(kind.rows))
        return F(1) if kind.rows == 1 else ((F(0),),) * self.number(kind.rows)

    @value.register
    def family_of(self, kind: k.FamilyKind, name: str) -> tuple:
        members: list[Any] = []
        beside: dict[str, list[Any]] = {}
        for _ in range(self.number(kind.size) if kind.size is not None else LENGTH):
            members.append(self.value(kind.of, name))
            for each in [each for each in self.values if each.startswith(f"{name}_")]:
                beside.setdefault(each, []).append(self.values.pop(each))
        self.values |= {each: tuple(found) for each, found in beside.items()}
        return tuple(members)

    @value.register
    def subset_of(self, kind: k.SubsetKind, name: str) -> tuple:
        return tuple(range(1, self.number(kind.count) + 1))


def vector(length: int, trait: str, place: int) -> tuple[Fraction, ...]:
    """The entries of a column with a trait."""
    if trait == "unit":
        return UNITS[length]
    if trait in ("simplex", "shares", "unit interval"):
        return tuple(F(tenths, 10) for tenths in TENTHS[length][place % 2])
    entries = tuple(ENTRIES[(i + 3 * place) % len(ENTRIES)] for i in range(length))
    return tuple(map(abs, entries)) if trait == "positive" else entries


def matrix(rows: int, columns: int, trait: str, place: int) -> tuple[tuple[Fraction, ...], ...]:
    """Whole entries where there can be; a heavy diagonal makes them invertible, of full rank, positive definite."""
    if trait in ("orthogonal", "orthonormal columns"):  # of a mirror whose plane stands upright on the diagonal
        return tuple(tuple(F(int(i == j)) - F(2, rows) for j in range(columns)) for i in range(rows))
    heavy = 6 if trait and trait != "symmetric" else 0

    def entry(i: int, j: int) -> Fraction:
        if "symmetric" in trait or "definite" in trait:
            i, j = min(i, j), max(i, j)
        return F(WHOLE_ENTRIES[(3 * i + j + 2 * place) % len(WHOLE_ENTRIES)] + heavy * (i == j))

    return tuple(tuple(entry(i, j) for j in range(columns)) for i in range(rows))


def sizes(kind: k.Kind) -> list[str]:
    """The names of sizes in a kind, in the order they get their numbers."""
    found = [getattr(kind, each, 1) for each in ("rows", "columns", "inputs", "outputs", "size", "count")]
    inner = sizes(kind.of) if isinstance(kind, k.FamilyKind) else []
    return [size for size in found if isinstance(size, str)] + inner


LATE = (k.FunctionKind, k.Dependent)  # they may use a number that is drawn before


def lateness(symbol: Symbol) -> int:
    """When a symbol gets its value: numbers first, then functions, which may use them, then limits of functions."""
    last = getattr(symbol.kind, "trait", "") in ("limit", "candidate", "constrained minimizer")
    return 2 if last else int(isinstance(symbol.kind, LATE))


def fitted(found: dict[str, int], symbols: tuple[Symbol, ...]) -> dict[str, int]:
    """The sizes, exchanged where a set would be larger than what it is drawn from, or a matrix too wide."""
    kinds = [symbol.kind for symbol in symbols]
    for kind in (kind for kind in kinds if isinstance(kind, k.SubsetKind)):
        found[kind.count], found[kind.size] = sorted((found[kind.count], found[kind.size]))
    for kind in (kind for kind in kinds if getattr(kind, "trait", "") == "orthonormal columns"):
        found[kind.columns], found[kind.rows] = sorted((found[kind.columns], found[kind.rows]))
    return found


def asked(formula: Formula) -> dict[str, str]:
    """What a statement asks of its functions beyond their kind: a local extremum somewhere, an inverse."""
    points = (symbol.kind for symbol in formula.symbols if isinstance(symbol.kind, k.Special))
    special = {kind.of: sort(kind) for kind in points if kind.trait not in (*OF_THE_ORIGIN, "random")}
    if recursions.split(given(formula.statement))[0]:  # its sequences stay rational
        steep = [each for each in formula.symbols if getattr(each.kind, "trait", "") == "lipschitz gradient"]
        special |= {each.name: "followed" for each in steep}
    inverted = [node.function for node in formula.statement.walk() if isinstance(node, w.InverseFunction)]
    return {**special, **{function.name: "strictly increasing" for function in inverted}}


def sort(kind: k.Special) -> str:
    """The trait of a function that has such a point."""
    return kind.trait if kind.trait == "saddle" else "special"


def example(formula: Formula) -> Example:
    """The first example that meets what the formula is given; the plainest where none does."""
    rules, conditions = recursions.split(given(formula.statement))
    conditions = tuple(each for each in conditions if isinstance(each, w.Relation))
    if not rules and not conditions:
        return drawn(formula)
    found = (followed(drawn(formula, turn), rules) for turn in TURNS)
    return next((each for each in found if meets(each, conditions)), drawn(formula))


def meets(found: Example, conditions: tuple[Node, ...]) -> bool:
    """Whether the conditions hold in an example."""
    try:
        return all(bool(evaluate(condition, found.world, Precise())) for condition in conditions)
    except (Undefined, KeyError, TypeError, ValueError):
        return False


def followed(found: Example, rules: tuple[w.Relation, ...]) -> Example:
    """The example whose sequences follow their recursions, where that gives rational members."""
    world = recursions.followed(found.world, rules)
    for called, course in world.values.items():
        if isinstance(course, Course):
            members = [rational(member) for member in members_of(course, LENGTH - 1, world, Exact())]
            found.values[called] = tuple(members) if None not in members else found.values[called]
    return found


def rational(member: Any) -> Any:
    """A member of a sequence in exact numbers, or None where it has irrational ones."""
    if isinstance(member, np.ndarray):
        rows = tuple(tuple(rational(entry) for entry in row) for row in member)
        return None if any(None in row for row in rows) else rows
    return F(int(member.p), int(member.q)) if member.is_Rational else None


def drawn(formula: Formula, turn: tuple[int, int] = (0, 1)) -> Example:
    """An example of a formula: sizes all different, then numbers and arrays, then functions."""
    symbols = all_symbols(formula)
    names = list(dict.fromkeys(size for symbol in symbols for size in sizes(symbol.kind)))
    sized = fitted(dict(zip(names, SIZES, strict=False)), symbols)
    result = Example({}, sized, traits=asked(formula), turn=turn)
    for symbol in sorted(symbols, key=lateness):
        name = identifier(symbol.name)
        result.values[name] = result.value(symbol.kind, name)
    return result
