"""Fractions, and the fractions that are derivatives."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.node import Node
from calculus.parser.binders import is_vector
from calculus.parser.optima import Optima
from calculus.parser.tokens import Token

DIFFERENTIALS = ("d", r"\partial")
DIGITS = tuple("123456789")


class Fractions(Optima):
    """Reads fractions."""

    def fraction(self) -> Node:
        """A fraction; with d or ∂ above and below it is a derivative."""
        sign = self.take()
        above, below = self.digit_or_group("the numerator"), self.digit_or_group("the denominator")
        if is_derivative(above, below):
            return self.derivative(above, below, sign)
        over, under = self.whole(above, "the numerator"), self.whole(below, "the denominator")
        return self.built(w.Divide, over, under)

    def partial_on_a_line(self) -> Node:
        """∂f/∂x, written with a slash; it prints as a fraction."""
        sign = self.take()
        ends = self.at
        while self.tokens[ends].text not in ("/", "the end"):
            ends += 1
        if self.tokens[ends + 1 : ends + 2] and self.tokens[ends + 1].text == sign.text:
            above = [sign, *self.tokens[self.at : ends]]
            self.at = ends + 2
            below = [sign, *self.named_tokens()]
            return self.derivative(above, below, sign)
        return self.fail(r"\partial stands alone", r"write \frac{\partial f}{\partial x}", sign)

    def named_tokens(self) -> list[Token]:
        """The tokens of one letter with its scripts, passed over."""
        begin = self.at
        self.varied_name()
        return self.tokens[begin : self.at]

    def derivative(self, above: list[Token], below: list[Token], sign: Token) -> Node:
        """A derivative of what stands above, or else of the whole term that follows."""
        mark = above[0].text
        order, rest = ordered(above)
        variables = self.variables(below, mark, sign)
        if len(variables) != order:
            self.fail(f"the derivative is of order {order} above and {len(variables)} below", "", sign)
        body = self.whole(rest, "the numerator") if rest else self.term()
        if body.is_function and self.sees("("):
            body = self.applied(body)
        return derived(mark, body, variables)

    def variables(self, tokens: list[Token], mark: str, sign: Token) -> tuple[Node, ...]:
        """What is varied, each after its own d or ∂, as often as its power says."""
        reader = self.inside(tokens)
        found: list[Node] = []
        while reader.token.kind != "end":
            if reader.take().text != mark:
                self.fail(f"below stands a variable without its {mark}", rf"write {mark} x for each", sign)
            variable = reader.varied_name()
            found += [variable] * reader.times()
        return tuple(found)

    def varied_name(self) -> Node:
        """The variable of a derivative: a letter, an entry, or either in braces."""
        if self.sees("{"):
            return self.whole(self.braced(), "the variable")
        return self.meaning(self.spelling())

    def times(self) -> int:
        """How often a variable is differentiated by."""
        if not self.accept("^"):
            return 1
        tokens = self.group("the order")
        if len(tokens) != 1 or tokens[0].text not in DIGITS:
            self.fail("the order of a derivative is a small number")
        return int(tokens[0].text)


def is_derivative(above: list[Token], below: list[Token]) -> bool:
    """Whether d or ∂ stands first above and below, below before a letter."""
    marks = [tokens[0].text if tokens else "" for tokens in (above, below)]
    return marks[0] in DIFFERENTIALS and marks[0] == marks[1] and len(below) > 1


def ordered(above: list[Token]) -> tuple[int, list[Token]]:
    """The order of a derivative (0 where it cannot be read), and what stands above beside its mark."""
    texts = [token.text for token in above]
    if texts[1:2] != ["^"]:
        return 1, above[1:]
    braced = texts[2:3] == ["{"] and texts[4:5] == ["}"]
    digit = texts[3] if braced else "".join(texts[2:3])
    return int(digit) if digit in DIGITS else 0, above[5 if braced else 3 :]


def derived(mark: str, body: Node, variables: tuple[Node, ...]) -> Node:
    """The derivative node: ordinary, partial, or the matrix of partials where a vector is varied."""
    if mark == "d":
        return w.Derivative(body, variables[0], len(variables))
    if len(variables) == 1 and is_vector(variables[0]):
        return w.Jacobian(body, variables[0])
    return w.Partial(body, variables)
