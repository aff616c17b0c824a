"""What stands between brackets and bars: groups, vectors, lists, intervals, values, norms."""

from __future__ import annotations

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.parser import notation_nodes as n
from calculus.parser.cursor import said
from calculus.parser.scripts import Scripts
from calculus.parser.tokens import Token

ABSOLUTE, NORM = ("|", r"\vert", r"\lvert", r"\rvert"), (r"\|", r"\Vert", r"\lVert", r"\rVert")
CLOSING = {r"\lvert": r"\rvert", r"\lVert": r"\rVert", "|": "|", r"\|": r"\|", r"\vert": r"\vert", r"\Vert": r"\Vert"}

EVALUATION = ("|", r"\vert", r"\rvert")
SEVERAL = {"at": EVALUATION, "parallel": (r"\parallel", r"\|", r"\Vert")}  # places that more than one bar can close


class Brackets(Scripts):
    """Reads brackets of every kind."""

    def round(self) -> Node:
        """A group, a vector, or an interval that begins open."""
        opened = self.take()
        items = self.items()
        if len(items) == 2 and self.accept("]"):
            return n.Interval(*items, "(]")
        self.expect(")", "this bracket", opened)
        if len(items) == 1:
            return self.alone(items[0], opened)
        return w.Column(items) if all(is_number(item) for item in items) else n.Listed(items, "round")

    def alone(self, item: Node, opened: Token) -> Node:
        """A single thing in brackets: the brackets are kept, and dropped later where the printer sets them anyway."""
        if isinstance(item, n.NOT_NUMBERS):
            self.fail("a list of one thing needs no brackets", "remove them", opened)
        return item if item.is_function else w.Group(item)

    def square(self) -> Node:
        """An interval, a group, or a row that is transposed into a column."""
        opened = self.take()
        items = self.items()
        if len(items) == 2 and self.accept(")"):
            return n.Interval(*items, "[)")
        self.expect("]", "this bracket", opened)
        if len(items) == 1:
            return self.alone(items[0], opened)
        return n.Interval(*items) if len(items) == 2 else n.Row(items)

    def transposed(self, node: Node) -> Node:
        """A transpose; a row that is written out becomes a column."""
        if isinstance(node, n.Row):
            return self.column(node.items)
        return w.Column((node.lower, node.upper)) if isinstance(node, n.Interval) else super().transposed(node)

    def column(self, items: tuple[Node, ...]) -> Node:
        """A column from its entries, or from its first and last one."""
        if len(items) == 3 and isinstance(items[1], n.Dots):
            whole = listing(items[0], items[2])
            return whole if whole is not None else self.fail("the last entry must be the first with another index")
        return w.Column(items)

    def braces(self) -> Node:
        """A set, given by its elements."""
        opened = self.take()
        items = self.items()
        self.expect(r"\}", "this brace", opened)
        return n.Listed(items, "braces")

    def angled(self) -> Node:
        """An inner product of two arrays."""
        opened = self.take()
        left = self.enclosed()
        self.expect(",", "this bracket", opened)
        right = self.enclosed()
        self.expect(r"\rangle", "this bracket", opened)
        return self.built(w.Inner, left, right)

    def items(self) -> tuple[Node, ...]:
        """Things between commas."""
        found = [self.item()]
        while self.accept(","):
            found.append(self.item())
        return tuple(found)

    def item(self) -> Node:
        """One thing of a list; what is left out counts as one."""
        if self.sees(r"\dots", r"\ldots", r"\cdots", r"\dotsc", r"\dotsb"):
            self.take()
            return n.Dots()
        return self.enclosed()

    def between_bars(self) -> Node:
        """An absolute value or a norm; the same bar opens and closes."""
        opened = self.take()
        self.bars.append(CLOSING[opened.text])
        self.depth += 1
        self.check_depth()
        body = self.expression()
        self.depth -= 1
        self.expect(self.bars.pop(), "this bar", opened)
        if opened.text in ABSOLUTE:
            return self.built(w.Apply, w.Known("absolute"), (body,))
        return w.Norm(body, "F" if body.shape[1] != 1 and body.shape[0] != 1 else "")

    def closes_bar(self) -> bool:
        """Whether the next token closes the innermost open bar."""
        closing = self.bars[-1] if self.bars else ""
        return self.sees(*SEVERAL[closing]) if closing in SEVERAL else self.sees(closing)

    def in_square(self) -> Node:
        """What stands in the square brackets behind an operator: an expectation's body or an indicator's test."""
        opened = self.token
        if not self.accept("["):
            self.fail(f"found {said(opened)} where [ should open", "write the test or value in square brackets")
        outside, self.bars = self.bars, []
        node = self.chain()
        self.bars = outside
        self.expect("]", "this bracket", opened)
        return node


def is_number(node: Node) -> bool:
    """Whether a node is a single number that can be an entry."""
    return node.is_scalar and not node.is_function and not isinstance(node, n.NOT_NUMBERS)


def listing(first: Node, last: Node) -> w.Listing | None:
    """The column that runs from `first` to `last`: the one place where they differ is its index."""
    size = next((b for a, b in pairs(first, last) if a == w.Number(1) and is_size(b)), None)
    if size is None or any(pair != (w.Number(1), size) for pair in pairs(first, last)):
        return None
    count = size.value if isinstance(size, w.Number) else size.name
    index = w.Symbol("i", k.IndexKind(count))
    return w.Listing(merged(first, last, size, index), index)


def is_size(node: Node) -> bool:
    """Whether a node can be the last value of an index."""
    kind = getattr(node, "kind", None)
    return isinstance(node, w.Number) or isinstance(kind, k.SizeKind) or (isinstance(kind, k.Number) and kind.whole)


def pairs(first: Node, last: Node) -> list[tuple[Node, Node]]:
    """The places where two trees of the same form differ."""
    if first == last:
        return []
    if type(first) is not type(last) or not first.children or len(first.children) != len(last.children):
        return [(first, last)]
    return [pair for a, b in zip(first.children, last.children, strict=True) for pair in pairs(a, b)]


def merged(first: Node, last: Node, size: Node, index: Node) -> Node:
    """The first tree with the index where the last one has the size."""
    if first == last:
        return first
    if (first, last) == (w.Number(1), size):
        return index
    result = first
    for (slot, child), (_, other) in zip(first.slots(), last.slots(), strict=True):
        result = result.put(slot, merged(child, other, size, index))
    return result
