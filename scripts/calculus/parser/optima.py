"""Optima, expectations and values at a point: what varies or draws a letter."""

from __future__ import annotations

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import free_symbols
from calculus.notation import Name
from calculus.parser.binders import Binders
from calculus.parser.brackets import EVALUATION
from calculus.parser.cursor import said
from calculus.parser.tokens import Token


class Optima(Binders):
    """Reads optima, expectations and evaluation bars."""

    def optimum(self, which: str) -> Node:
        """A smallest or largest value, or where it is taken; over an index it is the largest of several."""
        sign = self.tokens[self.at - 1]
        if which not in ("min", "max", "argmin", "argmax") or not self.accept("_"):
            self.fail("what is varied is not said", rf"write \{which}_{{x}} f(x)", sign)
        tokens = self.group("what is varied")
        letter = tokens[0].text if len(tokens) == 1 and tokens[0].kind == "letter" else ""
        known = self.scope.find(Name(letter))
        counts = isinstance(getattr(known, "kind", None), k.IndexKind) or (
            known is None and letter in "ijkl" and letter
        )
        if which == "max" and counts:
            return w.Largest(*self.over(letter, None, None))
        return self.varied(which, tokens, sign)

    def varied(self, which: str, tokens: list[Token], sign: Token) -> Node:
        """An optimum over a letter, or over what a condition leaves it."""
        relation = any(token.kind == "relation" for token in tokens)
        if not relation:
            return self.taken(which, self.variable(tokens, sign), None)
        reader = self.inside(tokens)
        subject = reader.chain()
        reader.finish()
        variable = next(iter(free_symbols(subject).values()), None)
        if variable is None:
            self.fail("the condition names no letter", "", sign)
        return self.taken(which, variable, subject)

    def taken(self, which: str, variable: w.Symbol, subject: Node | None) -> Node:
        body, variable = self.within(variable)
        return w.Optimum(which, body, variable, subject)

    def expectation(self) -> Node:
        """The mean over the draws of a random letter."""
        sign = self.take()
        if not self.accept("_"):
            self.fail("what is drawn is not said", r"write \mathbb{E}_{x}[…]", sign)
        draw = self.inside(self.group("the random letter")).atom()
        return w.Expectation(self.in_square(), draw)

    def at_value(self) -> Node:
        """A body behind an evaluation bar."""
        opened = self.take()
        self.bars.append("at")
        body = self.term()
        self.bars.pop()
        if not self.accept(*EVALUATION):
            self.fail("the evaluation bar is missing", r"write \left.…\right\rvert_{x=2}", opened)
        point = (
            self.inside(self.group("the point")) if self.accept("_") else self.fail("the point is missing", "", opened)
        )
        relation = point.chain()
        if not isinstance(relation, w.Relation) or relation.signs != ("=",):
            self.fail(f"the point must be set, found {said(point.tokens[0])}", "write _{x=2}", opened)
        return w.At(body, *relation.terms)
