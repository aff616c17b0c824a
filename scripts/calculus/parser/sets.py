"""Sets and what else double-struck and script letters stand for."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.parser import notation_nodes as n
from calculus.parser.fractions import Fractions
from calculus.parser.tokens import Token


class Sets(Fractions):
    """Reads the real numbers, their spaces, probability laws and orders of magnitude."""

    def blackboard(self) -> Node:
        """The real numbers, or an expectation."""
        token = self.token
        if token.text == "E":
            return self.expectation()
        self.take()
        if token.text != "R":
            self.fail(f"no set is called {token.text}", r"write \mathbb{R}", token)
        return self.space(self.group("the size") if self.accept("^") else [])

    def space(self, tokens: list[Token]) -> Node:
        """Real numbers, vectors, or matrices."""
        reader, sizes = self.inside(tokens), []
        while reader.token.kind in ("letter", "number"):
            sizes.append(reader.size())
            if not reader.accept(r"\times"):
                break
        if reader.token.kind != "end" or len(sizes) > 2 or (tokens and not sizes):
            self.fail("the size of the space is not clear", r"write \mathbb{R}^{n} or \mathbb{R}^{m\times n}")
        return w.Space(*sizes)

    def size(self) -> Size:
        """A size: a number, a letter, or the width of a layer."""
        name = self.take().text
        if name.isdigit():
            return int(name)
        if not name.isalpha() or len(name) > 1:
            self.fail(f"no size is {name}", "write a whole number or a letter")
        if not self.accept("_"):
            return name
        layer = self.group("the layer")
        if any(token.text not in "+-" and token.kind not in ("letter", "number") for token in layer):
            self.fail("the width of a layer is named by its number", "write n_{l}, or n_{l-1}", layer[0])
        return f"{name}_{''.join(token.text for token in layer)}"

    def calligraphic(self) -> Node:
        """An order of magnitude, a probability law, or a letter."""
        token = self.token
        if token.text not in ("O", "N", "U") or self.following.text != "(":
            return self.letter()
        self.take()
        arguments = self.arguments()
        return n.Landau(arguments[0], "O") if token.text == "O" else n.Law(token.text, arguments)
