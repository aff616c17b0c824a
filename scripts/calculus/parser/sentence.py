"""A whole span: one statement, several side by side, a list, an implication, or a property said in words."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.kinds import Natural
from calculus.language.node import Node
from calculus.parser import notation_nodes as n
from calculus.parser.domains import several
from calculus.parser.quantifiers import QUANTIFIERS, Quantifiers

PUNCTUATION = (".", ",", ";", ":")

PROPERTIES_SAID = ("is continuous at", "is convex on")


class Sentence(Quantifiers):
    """Reads a span from its first token to its last."""

    def span(self) -> Node:
        """The node of the whole span."""
        self.check_punctuation()
        if self.sees_kind("environment") and "aligned" in self.token.text:
            return self.updates()
        node = self.binding()
        if node is None or self.token.kind != "end":
            self.binds, self.facts, self.at = {}, [], 0
            self.notes.forget()
            node = self.clauses()
        self.finish_span()
        return node

    def check_punctuation(self) -> None:
        """A span neither ends nor begins with a mark of punctuation."""
        if len(self.tokens) == 1:
            self.fail("nothing stands between the dollars", "write a symbol, or remove them")
        mark = self.tokens[-2]
        if mark.text in PUNCTUATION and mark.kind in ("sign", "relation"):
            self.fail(f"the mark '{mark.text}' ends the mathematics", "put it outside the dollars", mark)

    def finish_span(self) -> None:
        """Nothing may be left."""
        if self.sees("&", r"\\"):
            self.fail(
                "lines cannot be broken in a sentence", "displayed mathematics is always a call: {{ topic.name }}"
            )
        if self.token.kind == "sign" and self.token.text in PUNCTUATION:
            self.fail(f"the mark '{self.token.text}' stands inside the mathematics", "put it outside the dollars")
        if self.token.kind != "end":
            self.unreadable()

    def updates(self) -> Node:
        """Lines that each give a letter a new value."""
        opened, lines = self.take(), []
        while True:
            left = self.expression()
            if not (self.accept("&") and self.take().text == "gets"):
                self.fail("each line gives a letter a new value", r"write w &\leftarrow w-\eta g", opened)
            lines.append((left, self.expression()))
            if not self.accept(r"\\"):
                break
        self.take()
        self.finish_span()
        return updated(lines)

    def clauses(self) -> Node:
        """Clauses between commas, with what follows from them or what they hold for."""
        if self.sees_kind("text") and self.token.text == "where":
            return self.where()
        if self.sees(*QUANTIFIERS):
            return self.quantified()
        premise = together(self.beside_commas())
        if self.sees("implies", kinds=("relation",)):
            self.take()
            return w.Implies(premise, self.beside_commas())
        return self.for_some(premise) if self.sees_kind("text") else premise

    def where(self) -> Node:
        """What a letter of a formula stands for, as it is set below the formula."""
        self.take()
        node = self.chain()
        if not isinstance(node, w.Relation) or node.signs != ("=",):
            self.fail("after 'where' a letter is set equal to something", r"write \text{where }p=\sigma(z)")
        return w.Definition(*node.terms)

    def property(self, subject: Node) -> Node:
        """A property of a point that is said in words."""
        words = self.take().text
        if not (words.startswith("is a") and words.endswith(" of")) and words not in PROPERTIES_SAID:
            self.at -= 1
            self.said_in_text()
        return w.Property(subject, words, self.expression())

    def for_some(self, claim: Node) -> Node:
        """A claim for some value between two others."""
        self.take()
        between = self.chain()
        if not isinstance(between, w.Relation) or between.signs != ("<", "<"):
            self.fail("the value must lie between two others", r"write a<\xi<b")
        lower, variable, upper = between.terms
        return w.Exists(variable, lower, upper, claim)

    def beside_commas(self) -> Node:
        """Statements side by side, a list, or a condition that several letters share."""
        parts = [self.clause()]
        while self.accept(","):
            parts.append(self.clause())
        if len(parts) == 1:
            return parts[0]
        if (together := shared(parts)) is not None:
            return together
        statements = [isinstance(part, w.Statement) for part in parts]
        if any(statements) and not all(statements):
            self.fail("a list and a relation are mixed", "put each between its own dollars")
        return w.Several(tuple(parts)) if all(statements) else n.Listed(tuple(parts))

    def clause(self) -> Node:
        """One clause, with what it is equivalent to; what is left out of a list counts as one."""
        if self.sees(r"\dots", r"\ldots", r"\cdots", r"\dotsc", r"\dotsb"):
            self.take()
            return n.Dots()
        node = self.chain()
        node = self.property(node) if self.sees_kind("text") and self.token.text != "for some" else node
        if not self.sees("equivalent", kinds=("relation",)):
            return node
        self.take()
        return w.Equivalent(node, self.quantified() if self.sees(*QUANTIFIERS) else self.clause())


def together(node: Node) -> Node:
    """After an only ⇔ all that follows is its right side."""
    if not isinstance(node, w.Several) or [isinstance(part, w.Equivalent) for part in node.parts].count(True) != 1:
        return node
    first, *rest = node.parts
    return w.Equivalent(first.left, w.Several((first.right, *rest))) if isinstance(first, w.Equivalent) else node


def updated(lines: list[tuple[Node, Node]]) -> Node:
    """The update: what a line has not yet set is an old value."""
    named = [left for left, _ in lines]
    rows = tuple(
        w.Relation((left, right.substitute({old: w.Previous(old) for old in named[place:]})), ("=",))
        for place, (left, right) in enumerate(lines)
    )
    return w.Update(rows, w.Symbol("t", Natural))


def shared(parts: list[Node]) -> Node | None:
    """The condition that 0 < p, q < 1 or x, y > 0 puts on each letter."""
    first, *middle, last = parts
    if not isinstance(last, w.Relation) or not all(isinstance(part, w.Symbol) for part in middle):
        return None
    if (
        isinstance(first, w.Relation)
        and len(first.terms) == len(last.terms) == 2
        and isinstance(first.terms[1], w.Symbol)
    ):
        names = (first.terms[1], *middle, last.terms[0])
        return (
            several(names, last, first.terms[0])
            if isinstance(last.terms[0], w.Symbol) and first.signs == last.signs
            else None
        )
    names = (first, *middle, last.terms[0])
    return several(names, last) if all(isinstance(name, w.Symbol) for name in names) else None
