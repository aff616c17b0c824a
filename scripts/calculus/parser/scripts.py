"""What hangs on a factor: powers, transposes, primes, indices, arguments in brackets."""

from __future__ import annotations

from collections.abc import Callable

from calculus.language import words as w
from calculus.language.kinds import LayerKind, Natural
from calculus.language.node import Node
from calculus.language.shape import SCALAR
from calculus.parser import notation_nodes as n
from calculus.parser.brackets_settled import settled
from calculus.parser.cursor import said
from calculus.parser.names import Names, cut, shown
from calculus.parser.tokens import Token

ARITHMETIC = (w.Add, w.Subtract, w.Negative, w.Multiply, w.Divide, w.Hadamard, w.power, w.Transpose, n.Slashed)


class Scripts(Names):
    """Reads a factor from its first part to its last script."""

    def atom(self) -> Node:
        """The first part of a factor."""
        raise NotImplementedError

    def factor(self) -> Node:
        """A part with all its scripts, primes and arguments."""
        return self.hung(self.atom())

    def hung(self, node: Node) -> Node:
        """Whatever hangs on a node, taken in turn."""
        while True:
            if self.sees("'", r"\prime"):
                node = self.primed(node)
            elif self.accept("_"):
                node = self.entry(node)
            elif self.accept("^"):
                node = self.raised(node)
            elif self.sees("(") and node.is_function:
                node = self.applied(node)
            elif self.accept("!"):
                node = self.built(w.Apply, w.Known("factorial"), (node,))
            elif self.accept(r"\%"):
                node = n.Percent(node)
            else:
                return node

    def built(self, make: Callable[..., Node], *parts: object) -> Node:
        """A node, once its parts are known to be things that can be calculated with."""
        if any(isinstance(part, n.NOT_NUMBERS) for part in parts):
            self.fail("a list or an interval cannot be calculated with")
        if make in ARITHMETIC and (bare := next((part for part in parts if part.is_function), None)) is not None:
            self.fail(f"{shown(bare)} is a function, not a value", f"write it at a point: {shown(bare)}(…)")
        return make(*parts)

    def primed(self, node: Node) -> Node:
        """A function or quantity with its dashes."""
        order = 0
        while self.accept("'", r"\prime"):
            order += 1
        return self.derived(node, w.Number(order) if order > 1 else None)

    def derived(self, node: Node, order: Node | None) -> Node:
        """The derivative of a function, or of what depends on one variable."""
        if not node.is_function and not depends(node):
            self.fail(f"{shown(node)} is not a function, it has no derivative", r"for a transpose write ^\top")
        return w.Prime(node, order)

    def entry(self, node: Node) -> Node:
        """An entry of something longer than a letter."""
        pieces = cut(self.group("the subscript"))
        if isinstance(node, w.Norm):
            return self.ordered(node, pieces)
        node = node.body if isinstance(node, w.Group) else node
        if 1 not in node.shape and len(pieces) == 1 and len(pieces[0]) == 2:
            pieces = [(token,) for token in pieces[0]]
        return w.Entry(
            node, tuple(self.index(piece, size) for piece, size in zip(pieces, (*node.shape, 1), strict=False))
        )

    def ordered(self, node: w.Norm, pieces: list[tuple[Token, ...]]) -> Node:
        """A norm with its order; the Euclidean norm is the plain one."""
        order = "".join(token.text for token in pieces[0])
        if order not in ("1", "2", "F", r"\infty"):
            self.fail(f"no norm is called {order}", r"write 1, 2, \infty or F")
        return w.Norm(node.body, {"2": "", r"\infty": "infinity"}.get(order, order))

    def raised(self, node: Node) -> Node:
        """A node with what is written above it."""
        start, tokens = self.token, self.group("the exponent")
        texts = [token.text for token in tokens]
        if texts == [r"\top"]:
            return self.transposed(node)
        if texts == ["-", r"\top"]:
            return w.Transpose(w.Inverse(node))
        if texts == ["T"] and (node.shape != SCALAR or "T" not in self.scope.symbols):
            self.fail("a transpose is not a power", r"write ^\top for ^T", start)
        if set(texts) == {r"\prime"}:
            return self.derived(node, w.Number(len(texts)) if len(texts) > 1 else None)
        if texts in (["*"], [r"\star"]):
            self.fail("a star belongs to a letter", "put it directly behind the letter", start)
        return self.power(node, tokens)

    def transposed(self, node: Node) -> Node:
        """A transpose; a written row becomes a column."""
        return self.built(w.Transpose, node)

    def power(self, node: Node, tokens: list[Token]) -> Node:
        """A power, an inverse, a derivative of some order, or the letter of a layer in brackets."""
        in_brackets = len(tokens) > 2 and tokens[0].text == "(" and matching(tokens) == len(tokens) - 1
        if in_brackets and node.is_function:
            return w.Prime(node, self.whole(tokens[1:-1], "the order"))
        if in_brackets:
            return layered(node, self.counting(tokens[1:-1], Natural))
        if [token.text for token in tokens] == ["-", "1"] and node.is_function:
            return w.InverseFunction(node)
        if [token.text for token in tokens] == ["-", "1"] and node.shape != SCALAR:
            return w.Inverse(node)
        return self.built(w.power, node, self.exponent(tokens))

    def exponent(self, tokens: list[Token]) -> Node:
        """What stands above; a fraction is written with a slash there."""
        node = settled(self.whole(tokens, "the exponent"))
        return w.Divide(node.left, node.right) if isinstance(node, n.Slashed) else node

    def applied(self, function: Node) -> Node:
        """A function with its arguments in brackets."""
        arguments = self.arguments(*(["parallel"] if function == w.Known("divergence") else []))
        if isinstance(function, n.Parametrized):
            return w.Apply(function.function, (*arguments, function.parameter))
        if isinstance(function, n.Curvature):
            return self.curved(function.function, arguments)
        if len(arguments) > 1 and arity(function) == 1 and all(each.is_scalar for each in arguments):
            arguments = (w.Column(arguments),)
        lone = len(arguments) == 1 and isinstance(arguments[0], w.Symbol)
        if lone and isinstance(function, w.Nabla) and not isinstance(function.function, w.Compose):
            return w.Gradient(self.built(w.apply, function.function, arguments), arguments[0])
        return self.built(w.apply, function, arguments)

    def curved(self, function: Node, arguments: tuple[Node, ...]) -> Node:
        """The Hessian of a function at a point."""
        return w.Hessian(w.apply(function, arguments), arguments[0])

    def arguments(self, *bars: str) -> tuple[Node, ...]:
        """Values between round brackets, with commas between them, or the bars that part two distributions."""
        opened = self.take()
        items = [self.enclosed(*bars)]
        while self.accept(",", r"\parallel", r"\|", r"\Vert"):
            items.append(self.enclosed(*bars))
        self.expect(")", "this bracket", opened)
        return tuple(items)

    def enclosed(self, *bars: str) -> Node:
        """An expression in brackets, where bars begin anew."""
        outside, self.bars = (self.bars, self.stops_at_differential), [*bars]
        self.depth, self.stops_at_differential = self.depth + 1, False
        self.check_depth()
        node = self.expression()
        self.depth, (self.bars, self.stops_at_differential) = self.depth - 1, outside
        return node

    def check_depth(self) -> None:
        """Refuse what no reader could follow."""
        if self.depth > 24:
            self.fail("brackets are nested too deeply to read", "name a part of it")

    def number(self) -> Node:
        """A whole number or a decimal."""
        text = self.take().text
        if self.sees_kind("number"):
            self.fail(f"two numbers stand side by side: {text} and {self.token.text}", r"write \cdot between them")
        whole, _, places = text.partition(".")
        return n.Decimal(int(whole + places), len(places)) if places else w.Number(int(text))

    def unreadable(self) -> Node:
        """Stop at a token that begins nothing."""
        token = self.token
        if token.kind == "end":
            self.fail("something is missing at the end")
        if token.kind == "relation" and token.text not in "<>":
            self.fail("a relation needs something on its left", "take the whole relation between the dollars", token)
        if token.kind == "relation":
            self.fail(f"'{token.text}' needs something on its left", r"an inner product is x^\top y", token)
        if token.text == "^" or token.text == "_":
            self.fail(f"'{token.text}' hangs on nothing", "put a letter before it", token)
        if token.text in (")", "]", r"\}", r"\rvert", r"\rVert"):
            self.fail(f"{said(token)} closes nothing", "remove it, or open it before", token)
        if token.text == ".":
            self.fail("a full stop begins nothing", "a decimal begins with a digit: 0.5", token)
        if token.text == "*":
            self.fail("a star is no product", r"write \cdot, or nothing, between factors", token)
        self.fail(f"cannot read {said(token)} here", "", token)


def layered(node: Node, label: Node) -> Node:
    """What one layer of a network has; a letter that no layer owns just carries the label."""
    return w.Entry(node, (label,)) if isinstance(getattr(node, "kind", None), LayerKind) else n.Raised(node, label)


def depends(node: Node) -> bool:
    """Whether a value depends on one variable without naming it."""
    from calculus.language.kinds import Dependent

    return any(isinstance(getattr(each, "kind", None), Dependent) for each in node.walk())


def matching(tokens: list[Token]) -> int:
    """The place of the bracket that closes the first one."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += {"(": 1, ")": -1}.get(token.text, 0)
        if depth == 0:
            return place
    return -1


def arity(function: Node) -> int | None:
    """How many arguments a function takes, where its name says so."""
    from calculus.language.functions import KNOWN

    base = function.body if isinstance(function, w.Prime) else function
    if isinstance(base, w.Nabla):
        base = base.function
    if isinstance(base, w.Known):
        return KNOWN[base.name].arity
    return getattr(getattr(base, "kind", None), "arity", None)
