"""A line of a derivation, from its sign on: what the line above leads to."""

from __future__ import annotations

from dataclasses import dataclass

from calculus.language.node import Node
from calculus.language.shape import Shape
from calculus.language.steps import Order
from calculus.printers import layout, spoken
from calculus.printers.dialects import Dialect
from calculus.printers.layout_statements import order
from calculus.printers.piece import RELATION, SUM, Piece
from calculus.printers.speech_statements import SIGNS, claim, order_said


@dataclass(frozen=True)
class Onward(Node):
    """A sign and what stands on its right, with the error that has been made on the way."""

    sign: str
    right: Node
    error: Order | None = None

    def measure(self) -> Shape:
        return self.right.shape


@layout.arm
def onward(node: Onward, dialect: Dialect) -> Piece:
    right = layout.held(node.right, SUM, dialect)
    words = dialect.form("plus", right.text, order(node.error, dialect)) if node.error else right.text
    return Piece(dialect.form(node.sign, "", words), RELATION, right.tall)


@spoken.arm
def onward_said(node: Onward) -> spoken.Phrase:
    error = f", {order_said(node.error)}" if node.error else ""
    return claim(f"{SIGNS[node.sign]} {spoken.say(node.right)}{error}", node)
