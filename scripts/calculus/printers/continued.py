"""Second lines of long statements: the point that exists, and what follows from a premise."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers import layout, speech_statements, spoken
from calculus.printers.dialects import Dialect
from calculus.printers.piece import RELATION, Piece


@dataclass(frozen=True)
class ForSome(Node):
    """The bounds strictly between which a claim holds for at least one value."""

    variable: w.Symbol
    lower: Node
    upper: Node


@dataclass(frozen=True)
class Therefore(Node):
    """The conclusion of an implication, on a line below its premise."""

    conclusion: Node


@dataclass(frozen=True)
class ExactlyWhen(Node):
    """The second of two equivalent statements, on a line below the first."""

    condition: Node


def broken(statement: Node) -> tuple[Node, ...]:
    """The statement's lines where it has a natural place to break, else itself."""
    match statement:
        case w.Exists(variable, lower, upper, claim):
            return claim, ForSome(variable, lower, upper)
        case w.Implies(premise, conclusion):
            return premise, Therefore(conclusion)
        case w.Equivalent(left, right):
            return left, ExactlyWhen(right)
    return (statement,)


@layout.arm
def for_some(node: ForSome, dialect: Dialect) -> Piece:
    between = w.Relation((node.lower, node.variable, node.upper), ("<", "<"))
    return Piece(dialect.form("some", layout.text(between, dialect)), RELATION)


@layout.arm
def therefore(node: Therefore, dialect: Dialect) -> Piece:
    return Piece(dialect.form("then", layout.text(node.conclusion, dialect)), RELATION)


@layout.arm
def exactly_when(node: ExactlyWhen, dialect: Dialect) -> Piece:
    return Piece(dialect.form("just then", layout.text(node.condition, dialect)), RELATION)


@spoken.arm
def for_some_said(node: ForSome) -> spoken.Phrase:
    lower, upper = spoken.say(node.lower), spoken.say(node.upper)
    return speech_statements.claim(f"for some {spoken.say(node.variable)} strictly between {lower} and {upper}", node)


@spoken.arm
def therefore_said(node: Therefore) -> spoken.Phrase:
    return speech_statements.claim(f"then {spoken.say(node.conclusion)}", node)


@spoken.arm
def exactly_when_said(node: ExactlyWhen) -> spoken.Phrase:
    return speech_statements.claim(f"exactly when {spoken.say(node.condition)}", node)
