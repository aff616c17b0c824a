"""Sums, products and their parts: the grammar of one expression."""

from __future__ import annotations

from dataclasses import replace

from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import SCALAR
from calculus.notation import Name
from calculus.parser import notation_nodes as n
from calculus.parser.brackets import ABSOLUTE, CLOSING, NORM
from calculus.parser.cursor import said
from calculus.parser.functions import NAMES
from calculus.parser.macros import ACCENT_COMMANDS
from calculus.parser.names import Spelling, shown
from calculus.parser.sets import Sets
from calculus.parser.tokens import Token

FRACTIONS = (r"\frac", r"\tfrac", r"\dfrac")
CIRCLED = {r"\odot": w.Hadamard, r"\otimes": w.Kronecker}
PRODUCTS = {r"\circ": w.Compose, "/": n.Slashed}
OPENING = ("(", "[", r"\{", "{", r"\langle", *CLOSING)
BEGINNING = ("letter", "word", "ones", "indicator", "mathbb", "mathcal", "open_at", "environment", "number")
COMMANDS = (*FRACTIONS, *ACCENT_COMMANDS, *OPENING, r"\sqrt", r"\nabla", r"\sum", r"\prod", r"\int", r"\infty")


class Grammar(Sets):
    """Reads one expression."""

    def expression(self) -> Node:
        """Terms with plus and minus between them."""
        node = self.signed()
        while sign := self.accept("+", "-"):
            term = self.circled()
            term = replace(term, beside=node.shape) if isinstance(term, n.Landau) else term
            node = self.built(w.Add if sign.text == "+" else w.Subtract, node, term)
        return node

    def signed(self) -> Node:
        """A first term, perhaps with a minus in front."""
        if self.accept("-"):
            return self.built(w.Negative, self.circled())
        if self.sees("+"):
            self.fail("a plus in front says nothing", "remove it")
        return self.circled()

    def circled(self) -> Node:
        """Products with a circled sign between them, which binds more loosely than they do."""
        node = self.term()
        while sign := self.accept(*CIRCLED):
            node = self.built(CIRCLED[sign.text], node, self.term())
        return node

    def term(self) -> Node:
        """Factors side by side or with a sign between them."""
        node = self.factor()
        while True:
            self.check_slash(node)
            if self.accept(r"\cdot"):
                node = self.dotted(node)
            elif self.accept(r"\times"):
                node = self.crossed(node, self.factor())
            elif self.sees(*PRODUCTS):
                node = self.joined(node, self.take())
            elif self.begins_factor():
                node = self.beside(node)
            else:
                return node

    def beside(self, node: Node) -> Node:
        """A product of two factors that stand side by side."""
        start = self.token
        if start.kind == "number" and not isinstance(node, w.Divide):
            self.fail(f"the number {start.text} stands behind a factor", r"put it in front, or write \cdot before it")
        return self.built(w.Multiply, node, self.factor())

    def check_slash(self, node: Node) -> None:
        """After a slash only one factor is clear."""
        more = self.sees(r"\cdot", r"\times") or self.begins_factor()
        if isinstance(node, n.Slashed) and more:
            self.fail("what is below the slash is not clear", r"write \frac{above}{below}, or brackets")

    def dotted(self, node: Node) -> Node:
        """A product with a dot; between two vectors the site writes a transpose."""
        right = self.factor()
        if node.shape == right.shape != SCALAR and node.shape[1] == 1:
            self.fail(
                "a dot between two vectors", rf"an inner product is {shown(node).strip()}^\top {shown(right).strip()}"
            )
        return self.built(w.Multiply, node, right)

    def crossed(self, left: Node, right: Node) -> Node:
        """A cross: between two sizes it gives a shape, otherwise a product."""
        sizes = all(
            isinstance(side, w.Number) or getattr(getattr(side, "kind", None), "role", "") == "size"
            for side in (left, right)
        )
        return n.By(left, right) if sizes else self.built(w.Multiply, left, right)

    def joined(self, node: Node, sign: Token) -> Node:
        """A product of another kind, a composition, or a fraction on one line."""
        return self.built(PRODUCTS[sign.text], node, self.factor())

    def begins_factor(self) -> bool:
        """Whether another factor follows without a sign."""
        if self.closes_bar() or (self.stops_at_differential and self.token.kind == "differential"):
            return False
        if self.sees("|", r"\|", r"\vert", r"\Vert"):
            return True
        return (self.sees_kind(*BEGINNING, "differential") and self.token.text[:4] != r"\end") or self.sees(*COMMANDS)

    def atom(self) -> Node:
        """The first part of a factor, by its kind of token."""
        kind = self.token.kind
        if kind in ("sign", "command"):
            return self.marked()
        arms = {
            "number": self.number, "letter": self.letter, "differential": self.letter, "word": self.worded,
            "ones": self.ones, "indicator": self.indicator, "mathbb": self.blackboard, "mathcal": self.calligraphic,
            "open_at": self.at_value, "environment": self.cases, "text": self.said_in_text,
        }  # fmt: skip
        return arms.get(kind, self.unreadable)()

    def marked(self) -> Node:
        """A part that begins with a sign or command."""
        text = self.token.text
        arms = {
            "(": self.round, "[": self.square, r"\{": self.braces, "{": self.in_braces, r"\sqrt": self.root,
            r"\langle": self.angled,
            r"\nabla": self.nabla, r"\sum": self.big, r"\prod": self.big, r"\int": self.integral,
            r"\infty": self.infinity, r"\partial": self.partial_on_a_line,
        }  # fmt: skip
        if text in FRACTIONS:
            return self.fraction()
        if text in ACCENT_COMMANDS:
            return self.letter()
        if text in (*ABSOLUTE, *NORM) and text in CLOSING:
            return self.between_bars()
        return arms.get(text, self.unreadable)()

    def letter(self) -> Node:
        """A letter: what the scope binds it to, or what it means by custom."""
        spelled = self.spelling()
        if self.scope.find(spelled.name) is not None or spelled.name.base in self.found:
            return self.meaning(spelled)
        custom = self.special(spelled)
        return custom if custom is not None else self.meaning(spelled)

    def special(self, spelled: Spelling) -> Node | None:
        """A letter of custom, or a bold capital that names a matrix of custom."""
        if spelled.name == Name("J") and spelled.indices and self.sees("("):
            return self.jacobian(self.whole(list(spelled.indices[0]), "the function"))
        if spelled.name.base == "J" and spelled.name.below and spelled.name.below[0] in NAMES and self.sees("("):
            return self.jacobian(w.Known(NAMES[spelled.name.below[0]]))
        if spelled.name == Name("I") and not spelled.indices:
            return w.Identity(self.notes.length())
        return self.lettered(spelled)

    def jacobian(self, function: Node) -> Node:
        """The Jacobian of the function below, at a point."""
        point = self.arguments()[0]
        return w.Jacobian(w.apply(function, (point,)) if function.is_function else function, point)

    def in_braces(self) -> Node:
        """Braces that only hold together."""
        return self.whole(self.braced(), "the group")

    def root(self) -> Node:
        """A square root."""
        sign = self.take()
        if self.sees("["):
            self.fail("only the square root has this sign", r"write a power: x^{1/3}", sign)
        return self.built(w.Apply, w.Known("sqrt"), (self.whole(self.digit_or_group("the root"), "the root"),))

    def infinity(self) -> Node:
        self.take()
        return w.Constant("infinity")

    def ones(self) -> Node:
        """The column of ones, as long as the place where it stands needs it."""
        self.take()
        return w.Ones(self.notes.length())

    def indicator(self) -> Node:
        """One where a test holds."""
        self.take()
        return w.Indicator(self.in_square())

    def said_in_text(self) -> Node:
        return self.fail(f"the words '{self.token.text}' stand inside the mathematics", "put them outside the dollars")

    def cases(self) -> Node:
        """Values by case."""
        opened = self.take()
        values, tests = [], []
        while True:
            values.append(self.enclosed())
            if not self.accept("&"):
                self.fail(f"found {said(self.token)} where the case should begin", "write value & test", self.token)
            if self.sees_kind("text") and self.token.text == "if":
                self.take()
            tests.append(self.chain())
            if not self.accept(r"\\"):
                break
        if self.take().text.replace(" ", "") != r"\end{cases}":
            self.fail("the cases are never closed", r"add \end{cases}", opened)
        return w.Cases(tuple(values), tuple(tests))
