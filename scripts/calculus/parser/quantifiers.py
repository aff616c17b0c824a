"""Statements for every value of a letter, or for some: ∀ and ∃, each with its letter and the bound on it."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.node import Node
from calculus.parser.bindings import BOUNDS, Bindings
from calculus.parser.domains import interval_kind

QUANTIFIERS = {r"\forall": "every", r"\exists": "some"}


class Quantifiers(Bindings):
    """Reads quantifiers and what they are about."""

    def clauses(self) -> Node:
        """What a quantifier is about: everything up to the end."""
        raise NotImplementedError

    def quantified(self) -> Node:
        """A quantifier, its letter, and the statement that follows; the letter is bound in it."""
        sign = self.take()
        letter = self.quantified_letter()
        outside, self.scope = self.scope, self.scope.bind([letter])
        if self.sees("colon", kinds=("relation",)):
            self.take()
        elif not self.sees(*QUANTIFIERS):
            self.fail("what the quantifier is about is not said", rf"write {sign.text} x\colon and a statement")
        claim = self.quantified() if self.sees(*QUANTIFIERS) else self.clauses()
        self.scope = outside
        if not isinstance(claim, w.Statement):
            self.fail("a quantifier is about a statement, such as an inequality", "", sign)
        return w.Quantified(QUANTIFIERS[sign.text], letter, claim)

    def quantified_letter(self) -> w.Symbol:
        """The letter of a quantifier, with its bound where it has one."""
        start = self.token
        letter = self.factor()
        if not isinstance(letter, w.Symbol):
            self.fail("a quantifier binds a single letter", r"write \forall x\colon and a statement", start)
        if not (self.sees_kind("relation") and self.token.text in BOUNDS):
            return letter
        sign, value = self.take().text, self.expression()
        kind = interval_kind((letter, value), (sign,))
        return letter if kind is None else w.Symbol(letter.name, kind)
