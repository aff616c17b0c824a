"""The letters a span begins with, which it may be about to bind."""

from __future__ import annotations

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import SCALAR
from calculus.notation import Name
from calculus.parser.names import COUNTING, Spelling
from calculus.parser.relations import Relations
from calculus.parser.tokens import Token


class Heads(Relations):
    """Reads new names."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)
        self.binds: dict[str, Node] = {}
        self.facts: list[Node] = []

    def heads(self) -> list[Spelling]:
        """Letters between commas, up to what is said about them."""
        names: list[Spelling] = []
        while self.sees_kind("letter") or (self.token.text in ("\\hat", "\\bar", "\\tilde", "\\dot")):
            names.append(self.named_as_new())
            if not self.accept(","):
                return names
            if self.accept(r"\dots", r"\ldots") and not self.accept(","):
                return []
        return []

    def named_as_new(self) -> Spelling:
        """A letter, its subscript part of the name where it is a word or number that indexes nothing known."""
        spelled = self.spelling()
        words = tuple(piece[0].text for piece in spelled.indices if len(piece) == 1 and is_label(piece[0]))
        known = self.scope.find(Name(spelled.name.base, spelled.name.accents, spelled.name.marks))
        if not spelled.indices or len(words) != len(spelled.indices) or has_entries(known):
            return spelled
        name = Name(spelled.name.base, spelled.name.accents, spelled.name.marks, (*spelled.name.below, *words))
        return Spelling(name, (), spelled.start, spelled.source)

    def bind(self, names: list[Spelling], kind: k.Kind) -> tuple[w.Symbol, ...]:
        """New symbols of a kind; an entry of something cannot be one."""
        for spelled in names:
            if spelled.indices:
                self.fail(f"{spelled.source} is an entry, not a name of its own", "say it of the whole", spelled.start)
        symbols = tuple(w.Symbol(spelled.declared, kind) for spelled in names)
        self.binds |= {symbol.name: symbol for symbol in symbols}
        return symbols


def has_entries(node: Node | None) -> bool:
    """Whether a subscript at this letter picks an entry."""
    return node is not None and (
        node.shape != SCALAR or getattr(getattr(node, "kind", None), "member", None) is not None
    )


def is_label(token: Token) -> bool:
    """Whether a subscript can be part of a new name: a word, a number, or a letter that does not count."""
    return token.kind in ("number", "text") or (token.kind == "letter" and token.text not in COUNTING)
