"""The conditions of a formula, from the kinds of its symbols and what its statement is given."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.symbols import Symbol, free_symbols


@dataclass(frozen=True)
class Typing(Node):
    """Symbols that share a kind, and the set or property the kind stands for."""

    symbols: tuple[Symbol, ...]

    @property
    def kind(self) -> k.Kind:
        return self.symbols[0].kind


@dataclass(frozen=True)
class Vanishing(Node):
    """The variable of an expansion: what is said holds as it goes to zero."""

    variable: Symbol


def conditions(statement: w.Statement, symbols: tuple[Symbol, ...]) -> tuple[Node, ...]:
    """One condition for each kind of symbol the reader sees free, then what the statement is given."""
    free = {**free_symbols(statement), **random_numbers(statement)}
    free = {name: symbol for name, symbol in free.items() if symbol not in counts_only(statement)}
    small = [node.variable for node in statement.walk() if isinstance(node, w.Expansion)]
    groups: dict[k.Kind, list[Symbol]] = {}
    for symbol in symbols:
        if symbol.name in free and symbol not in small and not isinstance(symbol.kind, k.SizeKind):
            groups.setdefault(symbol.kind, []).append(symbol)
    typed = tuple(Typing(tuple(group)) for group in groups.values())
    return (*typed, *map(Vanishing, small), *given(statement))


def random_numbers(statement: Node) -> dict[str, Symbol]:
    """The random numbers of a statement, which an expectation binds and a reader must still be told of."""
    draws = [node.draw for node in statement.walk() if isinstance(node, w.Expectation)]
    return {draw.name: draw for draw in draws if isinstance(draw.kind, k.Special)}


def counts_only(statement: Node) -> set[Symbol]:
    """The time of an update that none of its lines reads."""
    updates = [node for node in statement.walk() if isinstance(node, w.Update)]
    return {each.time for each in updates if not any(each.time in line.walk() for line in each.lines)}


def given(statement: Node) -> tuple[Node, ...]:
    """Conditions a statement and its parts state themselves."""
    own = tuple(getattr(statement, "given", ()) or ())
    parts = getattr(statement, "parts", ()) if isinstance(statement, w.Several) else ()
    return own + tuple(condition for part in parts for condition in given(part))


def domain(symbol: Symbol) -> Node:
    """The symbol with the bounds on it, or alone where it is not bounded."""
    interval = bounds(symbol.kind, symbol) if isinstance(symbol.kind, k.Number) else None
    return symbol if interval is None else interval


def bounds(kind: k.Number, symbol: Symbol) -> Node | None:
    """An interval as the chain a reader expects: η > 0, 0 < p < 1; None for the whole line."""
    weak = "<=" if kind.closed else "<"
    if kind.nonzero:
        return w.Relation((symbol, lift(0)), ("!=",))
    if kind.lower is not None and kind.upper is not None:
        return w.Relation((lift(kind.lower), symbol, lift(kind.upper)), (weak, weak))
    if kind.lower is not None:
        return w.Relation((symbol, lift(kind.lower)), (">=" if kind.closed else ">",))
    return None
