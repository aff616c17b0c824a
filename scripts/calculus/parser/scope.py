"""What letters mean at one place: section bindings over page bindings over the site's table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property

from calculus import notation
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.notation import Name
from calculus.parser.errors import nearest

SIZES = ("rows", "columns", "inputs", "outputs", "size", "count")


@dataclass(frozen=True)
class Scope:
    """Names and what they stand for, usually symbols; and the facts a section has stated about them."""

    symbols: Mapping[str, Node]
    facts: tuple[Node, ...] = ()

    @classmethod
    def of(cls, *layers: Iterable[Node]) -> Scope:
        """Layers of symbols, the innermost first, above the site's table."""
        table: dict[str, Node] = {}
        for layer in (*layers, site()):
            for symbol in layer:
                table.setdefault(symbol.name, symbol)
        return cls(table)

    @cached_property
    def names(self) -> dict[Name, Node]:
        """The meaning of each name, by its letter, accents and marks."""
        return {notation.parts(name): node for name, node in self.symbols.items()}

    @cached_property
    def sizes(self) -> frozenset[str]:
        """The letters that stand for sizes in the kinds of the symbols."""
        return frozenset(size for node in self.symbols.values() for size in named_sizes(getattr(node, "kind", None)))

    def find(self, name: Name) -> Node | None:
        """What a name stands for; the letter of a size is a number too."""
        known = self.names.get(name)
        return w.Symbol(name.base, k.Count) if known is None and self.is_size(name) else known

    def is_size(self, name: Name) -> bool:
        return name == Name(name.base) and name.base in self.sizes

    def fact(self, left: Node) -> Node | None:
        """What the section has said this name or this function is."""
        said = [each for each in self.facts if heads(each) == heads_of(left)]
        return said[-1] if said else None

    def bind(self, symbols: Iterable[Node], facts: Iterable[Node] = ()) -> Scope:
        """The scope with more symbols and facts, which win over older ones."""
        added = {symbol.name: symbol for symbol in symbols}
        kept = [fact for fact in self.facts if heads(fact) not in added]
        return Scope({**self.symbols, **added}, (*kept, *facts))

    def without(self, symbols: Iterable[Node]) -> Scope:
        """The scope without the facts about these symbols, as inside a function that has them for parameters."""
        names = {symbol.name for symbol in symbols}
        return Scope(self.symbols, tuple(fact for fact in self.facts if heads(fact) not in names))

    @property
    def general(self) -> Scope:
        """The scope without the values of letters: what it says holds for all of them."""
        return Scope(self.symbols, tuple(fact for fact in self.facts if not is_value(fact)))

    def after(self, reading: object) -> Scope:
        """The scope of what follows a reading in its section."""
        binds, facts = getattr(reading, "binds", {}), getattr(reading, "facts", ())
        return self.bind(binds.values(), facts) if binds or facts else self

    def nearest(self, name: Name) -> str:
        """The name with the same letter, or else the one that looks most alike; nothing if none comes near."""
        same = [known for known in self.symbols if notation.parts(known).base.casefold() == name.base.casefold()]
        return nearest(spelled(name), same, 0) or nearest(spelled(name), self.symbols, 0.8)


def spelled(name: Name) -> str:
    """A name as declarations write it."""
    return "_".join([name.base, *name.accents, *name.marks, *name.below])


def site() -> Iterator[w.Symbol]:
    """The site's own symbols."""
    return (w.Symbol(entry.name, entry.kind) for entry in notation.TABLE)


def named_sizes(kind: object) -> Iterator[str]:
    """The sizes a kind names."""
    if not is_dataclass(kind):
        return
    for field in fields(kind):
        value = getattr(kind, field.name)
        if field.name in SIZES and isinstance(value, str) and value.isidentifier():
            yield value
        elif isinstance(value, k.Kind):
            yield from named_sizes(value)


def is_value(fact: Node) -> bool:
    """Whether a fact gives a letter a number or a vector of numbers."""
    return isinstance(fact, w.Relation) and fact.signs == ("=",) and isinstance(fact.terms[0], w.Symbol)


def heads(fact: Node) -> str:
    """The name a fact is about."""
    left = fact.terms[0] if isinstance(fact, w.Relation) else getattr(fact, "left", fact)
    return heads_of(left)


def heads_of(left: Node) -> str:
    """The name of a symbol, or of the function that is applied."""
    head = left.function if isinstance(left, w.Apply) else left
    return getattr(head, "name", "")
