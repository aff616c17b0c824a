"""One line of a derivation: how it follows from the line above, as a claim that can be checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from calculus import generate
from calculus.formula import Formula
from calculus.language import words as w
from calculus.language.node import LanguageError, Node
from calculus.language.statements import Both, Equal, Statement, zero
from calculus.language.steps import NEARLY, THEREFORE, Order, Step, is_equality
from calculus.parser.claims import between
from calculus.printers.continued import Therefore
from calculus.printers.onward import Onward


@dataclass(frozen=True)
class Line:
    """One line as it is shown: what follows, by which rules, and the claim that says that it does."""

    sign: str
    right: Node
    rules: tuple[str, ...]  # addresses of formulas, which have a dot, and words
    claim: Formula
    left: Node | None = None  # where both sides are new
    error: Order | None = None

    @property
    def onward(self) -> Node:
        """The line from its sign on, as a node that prints."""
        return Onward(self.sign, self.right, self.error)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything the line shows, in order."""
        return (self.onward,) if self.left is None else (Therefore(self.left), self.onward)


@dataclass(frozen=True)
class Stage:
    """What is shown so far: the left side, the sign that leads from it to the right side, and the error."""

    left: Node
    sign: str
    right: Node
    error: Order | None = None

    @property
    def statement(self) -> Statement:
        """The stage as a statement."""
        if self.error:
            return w.Expansion(self.left, self.right, self.error.size, self.error.variable, self.error.letter)
        return w.Relation((self.left, self.right), (self.sign,))


def opening(start: Node) -> Stage:
    """The stage before the first step."""
    return Stage(*start.terms[:1], "=", start.terms[1]) if is_equality(start) else Stage(start, "=", start)


def following(stage: Stage, step: Step) -> tuple[Stage, Statement]:
    """The stage after a step, and what has to hold for it."""
    if step.sign == THEREFORE:
        return implied(stage, step)
    if step.sign == NEARLY:
        if stage.sign != "=" or stage.error not in (None, step.error):
            raise LanguageError("≈ follows only after equalities, and its order stays the same to the end")
        error = step.error
        claim: Statement = w.Expansion(stage.right, step.to, error.size, error.variable, error.letter)
        return Stage(stage.left, "=", step.to, error), claim
    claim = generate.written(w.Relation((stage.right, step.to), (step.sign,), sharp=step.sharp))
    sign = between((stage.sign, step.sign))
    if not sign or (stage.error and step.sign != "="):
        raise LanguageError(f"{step.sign} cannot follow here: together with the lines above it says nothing")
    return Stage(stage.left, sign, claim.terms[1], stage.error), claim


def implied(stage: Stage, step: Step) -> tuple[Stage, Statement]:
    """A new equality: each side is what the step does to the side above."""
    if stage.sign != "=" or stage.error:
        raise LanguageError('"=>" follows from an equality; the lines above have come to something else')
    left, right = step.to.terms
    do: Callable[[Node], Node] = step.do or (lambda side: side)
    before = do(stage.left), do(sized(stage.right, stage.left))
    return Stage(left, "=", right), Both(Equal(before[0], left), Equal(before[1], right))


def sized(side: Node, like: Node) -> Node:
    """A side; the number 0 that stands for a zero of any shape gets the shape of the other side."""
    return w.Multiply(side, like) if zero(side) and like.shape != side.shape else side
