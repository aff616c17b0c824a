"""A place in the tokens of a `$…$`, and the small steps every rule of the grammar is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from calculus.language import words as w
from calculus.language.kinds import Kind
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.parser.errors import ReadingError
from calculus.parser.scope import Scope
from calculus.parser.tokens import Token

DEEPEST = 24  # brackets within brackets
SINGLE = ("letter", "number", "ones", "mathcal", "mathbb", "word", "text")
SINGLE_COMMANDS = (r"\top", r"\star", r"\prime", r"\infty")


@dataclass
class Notes:
    """What one reading learns on its way: what index letters count, and how long its columns of ones are."""

    found: dict[str, w.Symbol] = field(default_factory=dict)
    lengths: tuple[Size, ...] = ()  # of columns of ones, in the order they are met
    used: int = 0
    counts: Kind | None = None  # what a counting letter is, where one may stand
    open: frozenset[str] = frozenset()  # letters a sum has made its own, whose range its body decides

    def length(self, own: Size = "n") -> Size:
        """The length tried for the next column of ones; its own where none is being tried."""
        self.used += 1
        return self.lengths[self.used - 1] if self.used <= len(self.lengths) else own

    def forget(self) -> None:
        """Begin anew."""
        self.used = 0
        self.found.clear()


class Cursor:
    """Tokens, the place reached, and what has been learned about indices on the way."""

    def __init__(self, tokens: list[Token], scope: Scope, notes: Notes, depth: int = 0) -> None:
        self.tokens, self.scope, self.notes, self.depth = tokens, scope, notes, depth
        self.found = notes.found
        self.at = 0
        self.bars: list[str] = []  # which bars are open, the innermost last
        self.stops_at_differential = False
        if depth > DEEPEST:
            raise ReadingError("brackets are nested too deeply to read", tokens[0].column, "name a part of it")

    def expression(self) -> Node:
        """A sum of terms."""
        raise NotImplementedError

    def term(self) -> Node:
        """A product of factors."""
        raise NotImplementedError

    def factor(self) -> Node:
        """One factor with everything that hangs on it."""
        raise NotImplementedError

    def chain(self) -> Node:
        """One expression, or a relation between several."""
        raise NotImplementedError

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    @property
    def following(self) -> Token:
        return self.tokens[min(self.at + 1, len(self.tokens) - 1)]

    def sees(self, *texts: str, kinds: tuple[str, ...] = ("sign", "command")) -> bool:
        """Whether the next token is one of these signs or commands."""
        return self.token.kind in kinds and self.token.text in texts

    def sees_kind(self, *kinds: str) -> bool:
        return self.token.kind in kinds

    def take(self) -> Token:
        """The next token, passed over; the end is never passed."""
        token = self.token
        if token.kind != "end":
            self.at += 1
        return token

    def accept(self, *texts: str) -> Token | None:
        """The next token if it is one of these signs or commands."""
        return self.take() if self.sees(*texts) else None

    def expect(self, text: str, what: str, opened: Token) -> None:
        """Pass over a closing sign, or say what was opened where and never closed."""
        if self.accept(text):
            return
        if self.token.kind == "end":
            self.fail(f"{what} is never closed", f"add {text}", opened)
        self.fail(f"found {said(self.token)} where {what} should be closed", f"write {text} before it")

    def fail(self, message: str, hint: str = "", token: Token | None = None) -> NoReturn:
        """Stop here with a sentence."""
        raise ReadingError(message, (token or self.token).column, hint)

    def group(self, what: str) -> list[Token]:
        """The tokens in braces, or a single token that needs none."""
        if self.sees("{"):
            return self.braced() or self.fail(f"{what} is empty", "write something between the braces")
        token = self.token
        if token.kind == "number" and len(token.text) > 1:
            self.fail(f"{what} {token.text} needs braces", f"write {{{token.text}}}")
        if token.kind in SINGLE or self.sees(*SINGLE_COMMANDS, "*", "+", "-"):
            return [self.take()]
        return self.fail(f"{what} is missing" if token.kind == "end" else f"{what} needs braces", "write {…}")

    def braced(self) -> list[Token]:
        """The tokens between this brace and its partner; both are passed."""
        opened, start, depth = self.token, self.at + 1, 0
        while True:
            if self.token.kind == "end":
                self.fail("this brace is never closed", "add }", opened)
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token.text, 0) if token.kind == "sign" else 0
            if depth == 0:
                return self.tokens[start : self.at - 1]

    def digit_or_group(self, what: str) -> list[Token]:
        """As a group, but of a number only its first digit, as TeX takes it: \\frac12."""
        token = self.token
        if token.kind == "number" and len(token.text) > 1 and token.text.isdigit():
            first, rest = token.text[0], token.text[1:]
            split = [Token("number", first, token.column), Token("number", rest, token.column + 1)]
            self.tokens[self.at : self.at + 1] = split
        return self.group(what)

    def inside(self, tokens: list[Token]) -> Cursor:
        """A reader of these tokens alone."""
        column = tokens[-1].column + 1 if tokens else self.token.column
        return type(self)([*tokens, Token("end", "the end", column)], self.scope, self.notes, self.depth + 1)

    def whole(self, tokens: list[Token], what: str) -> Node:
        """The expression that a group of tokens spells."""
        if not tokens:
            self.fail(f"{what} is empty", "write something there")
        reader = self.inside(tokens)
        node = reader.expression()
        reader.finish()
        return node

    def finish(self) -> None:
        """Everything must have been read."""
        if self.token.kind != "end":
            self.fail(f"cannot read {said(self.token)} here")


def said(token: Token) -> str:
    """A token in a message."""
    return "the end" if token.kind == "end" else f"'{token.text}'"
