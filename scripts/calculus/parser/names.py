"""Letters with everything that belongs to their name, and what a name stands for in the scope."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.language.shape import SCALAR
from calculus.notation import Name
from calculus.parser.cursor import Cursor, said
from calculus.parser.macros import ACCENT_COMMANDS
from calculus.parser.scope import spelled
from calculus.parser.tokens import Token

COUNTING = "ijkl"  # where nothing else is bound, these letters count the entries of what they index
LETTERS = ("letter", "mathcal", "differential")
STARS = (r"\star", "*")


@dataclass(frozen=True)
class Spelling:
    """A letter as it is written: its name, the index it carries, and where it stands."""

    name: Name
    indices: tuple[tuple[Token, ...], ...]
    start: Token
    source: str

    @property
    def declared(self) -> str:
        """The name as declarations write it."""
        return spelled(self.name)


class Names(Cursor):
    """Reads letters."""

    def spelling(self) -> Spelling:
        """A letter with accents, and the scripts that may be part of its name."""
        start, begin = self.token, self.at
        accents: list[str] = []
        base = self.accented(accents)
        below, marks = self.scripts()
        known = self.longest(base, tuple(accents), marks, below)
        used = len(known.below)
        return Spelling(known, tuple(below[used:]), start, source(self.tokens[begin : self.at]))

    def accented(self, accents: list[str]) -> str:
        """The letter under any accents, which are noted from the outside in."""
        if self.token.text not in ACCENT_COMMANDS:
            if self.token.kind not in LETTERS:
                self.fail(f"found {said(self.token)} where a letter should stand")
            return self.take().text
        accents.insert(0, self.take().text[1:])
        if not self.accept("{"):
            return self.accented(accents)
        base = self.accented(accents)
        if not self.accept("}"):
            self.fail("an accent stands over a single letter")
        return base

    def scripts(self) -> tuple[list[tuple[Token, ...]], tuple[str, ...]]:
        """A subscript, cut at its commas, and a star above, in either order; other powers are left to be read."""
        below: list[tuple[Token, ...]] = []
        marks: tuple[str, ...] = ()
        while (self.sees("_") and not below) or (not marks and self.star_ahead()):
            if self.take().text == "_":
                below = cut(self.group("the subscript"))
            else:
                self.group("the star")
                marks = ("star",)
        return below, marks

    def star_ahead(self) -> bool:
        """Whether a star is raised here."""
        ahead = [token.text for token in self.tokens[self.at : self.at + 4]]
        return ahead[:1] == ["^"] and (ahead[1:2] in ([STARS[0]], [STARS[1]]) or braced_star(ahead[1:]))

    def longest(self, base: str, accents: tuple[str, ...], marks: tuple[str, ...], below: list) -> Name:
        """The name that takes in as much of the subscript as the scope knows."""
        words = [word_of(piece) for piece in below]
        count = next((place for place, word in enumerate(words) if word is None), len(words))
        for used in range(count, 0, -1):
            name = Name(base, accents, marks, tuple(words[:used]))
            said = any(piece[0].kind in ("text", "word") for piece in below[:used])
            if self.scope.find(name) is not None or said:
                return name
        return Name(base, accents, marks)

    def meaning(self, spelled: Spelling) -> Node:
        """What a spelled letter stands for, with its index; an unknown one is answered with the nearest."""
        node = self.scope.find(spelled.name)
        if node is None:
            node = self.unbound(spelled)
        return self.indexed(node, spelled) if spelled.indices else node

    def unbound(self, spelled: Spelling) -> Node:
        """The meaning of a letter the scope does not know: the mean under a bar, a counting letter, or none."""
        name = spelled.name
        plain = self.scope.find(Name(name.base))
        if name.accents == ("bar",) and not name.below and plain is not None and plain.shape[1] == 1 != plain.shape[0]:
            return w.Apply(w.Known("mean"), (plain,))
        if name == Name(name.base) and self.notes.counts is not None and name.base in COUNTING:
            self.found.setdefault(name.base, w.Symbol(name.base, self.notes.counts))
        if name == Name(name.base) and name.base in self.found:
            return self.found[name.base]
        return self.unknown(spelled)

    def unknown(self, spelled: Spelling) -> Node:
        """Stop at a letter that means nothing here."""
        run = self.run_of_letters(spelled.start)
        if word := next((name for name in sorted(KNOWN, key=len, reverse=True) if run.startswith(name)), ""):
            self.fail(f"{run} reads as a product of letters", f"write \\{word}", spelled.start)
        near = self.scope.nearest(spelled.name)
        hint = rf"say what it is first, such as {spelled.source} \in \mathbb{{R}}"
        hint = f"did you mean {shown(self.scope.symbols[near])}?" if near else hint
        self.fail(f"unknown symbol {spelled.source}", hint, spelled.start)

    def run_of_letters(self, start: Token) -> str:
        """The letters that stand directly side by side around a place, as when a backslash was forgotten."""
        here = self.tokens.index(start) if start in self.tokens else 0
        places = {token.column for token in self.tokens if token.kind == "letter" and len(token.text) == 1}
        first = self.tokens[here].column
        while first - 1 in places:
            first -= 1
        letters = {token.column: token.text for token in self.tokens}
        return "".join(itertools.takewhile(bool, (letters.get(c, "") * (c in places) for c in itertools.count(first))))

    def indexed(self, node: Node, spelled: Spelling) -> Node:
        """An entry of an array or family; its index letters learn what they count."""
        if isinstance(getattr(node, "kind", None), k.LayerKind):
            node = self.layer(node, spelled)
        array_indices = self.index_pieces(node, spelled)
        member = getattr(getattr(node, "kind", None), "member", None)
        if member is None and (node.shape == SCALAR or node.is_function):
            what = "a function" if node.is_function else "a number"
            hint = f"bind {shown(node)} as a vector first, or {spelled.source} as a name of its own"
            self.fail(f"{shown(node)} is {what}, it has no entries", hint, spelled.start)
        sizes = (node.kind.size,) if member is not None else node.shape
        return w.Entry(
            node, tuple(self.index(piece, size) for piece, size in zip(array_indices, (*sizes, 1), strict=False))
        )

    def layer(self, node: Node, spelled: Spelling) -> Node:
        """The quantity of the layer that stands in brackets above."""
        label = self.group("the layer") if self.accept("^") else []
        if len(label) < 3 or (label[0].text, label[-1].text) != ("(", ")"):
            self.fail(f"{spelled.source} does not say which layer it is of", "write W^{(l)}", spelled.start)
        return w.Entry(node, (self.counting(label[1:-1], k.Natural),))

    def index_pieces(self, node: Node, spelled: Spelling) -> tuple[tuple[Token, ...], ...]:
        """The indices one by one: `ij` at a matrix is two of them."""
        if len(spelled.indices) == 1 and 1 not in node.shape and len(spelled.indices[0]) == 2:
            return tuple((token,) for token in spelled.indices[0])
        return spelled.indices

    def index(self, tokens: tuple[Token, ...], size: object) -> Node:
        """One index; a lone counting letter that nothing binds, or that counts another size, counts this size."""
        letter = tokens[0].text if len(tokens) == 1 and tokens[0].kind == "letter" else ""
        known = self.scope.find(Name(letter)) if letter else None
        other = (
            isinstance(getattr(known, "kind", None), k.IndexKind) and known.kind.size != size and "_" not in str(size)
        )
        free = letter in self.found or letter in self.notes.open or other or (known is None and letter in COUNTING)
        if size is not None and letter and free:
            self.found[letter] = w.Symbol(letter, k.IndexKind(size))
            return self.found[letter]
        return self.counting(list(tokens), k.IndexKind(size) if size is not None else k.Whole)

    def counting(self, tokens: list[Token], kind: k.Kind) -> Node:
        """An index or label with letters that count, and are of this kind where nothing else binds them."""
        before, self.notes.counts = self.notes.counts, kind
        node = self.whole(tokens, "the subscript")
        self.notes.counts = before
        return node


def cut(tokens: list[Token]) -> list[tuple[Token, ...]]:
    """The tokens between commas that stand in no brackets."""
    pieces: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += {"{": 1, "(": 1, "}": -1, ")": -1}.get(token.text, 0)
        if token.text == "," and depth == 0:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [tuple(piece) for piece in pieces]


def word_of(piece: tuple[Token, ...]) -> str | None:
    """The word, letter or number that a piece of a subscript consists of, or None."""
    fits = len(piece) == 1 and piece[0].kind in ("letter", "number", "text", "word")
    return piece[0].text if fits else None


def braced_star(ahead: list[str]) -> bool:
    """Whether these texts are a star in braces."""
    return len(ahead) == 3 and ahead[0] == "{" and ahead[1] in STARS and ahead[2] == "}"


def source(tokens: list[Token]) -> str:
    """Tokens put together again for a message."""
    texts = [rf"\{token.text}" if token.kind == "letter" and len(token.text) > 1 else token.text for token in tokens]
    return re.sub(r"(\\[A-Za-z]+) (?![A-Za-z])", r"\1", "".join(f"{t} " if t[0] == "\\" else t for t in texts))


def shown(node: Node) -> str:
    """A node in a message, as TeX."""
    from calculus.printers import tex

    return tex(node)
