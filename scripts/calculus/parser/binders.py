"""Signs that bind a letter or act on what follows: sums, limits, integrals, derivatives, gradients, optima."""

from __future__ import annotations

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import SCALAR
from calculus.notation import Name
from calculus.parser import notation_nodes as n
from calculus.parser.functions import Functions
from calculus.parser.names import shown
from calculus.parser.tokens import Token

BIG = {r"\sum": w.Sum, r"\prod": w.Product}


class Binders(Functions):
    """Reads what binds."""

    def big(self) -> Node:
        """A sum or product over an index; it takes in the whole term that follows."""
        sign = self.take()
        below = (
            self.group("the index")
            if self.accept("_")
            else self.fail(f"{sign.text} needs its index", r"write _{i}", sign)
        )
        above = self.group("the upper bound") if self.accept("^") else []
        if len(below) > 2 and below[0].kind == "letter" and below[1].text == "in":
            return self.over_set(sign, below)
        letter, lower = self.ranged(below, sign)
        upper = self.whole(above, "the upper bound") if above else None
        if (lower is None) != (upper is None):
            self.fail("a range has both a lower and an upper bound", r"write _{i=1}^{n}, or _{i} alone", sign)
        body, index = self.over(letter, lower, upper)
        return BIG[sign.text](body, index, lower, upper)

    def over_set(self, sign: Token, below: list[Token]) -> Node:
        """A sum over a drawn set of indices."""
        drawn = self.whole(below[2:], "the set")
        if not isinstance(getattr(drawn, "kind", None), k.SubsetKind):
            self.fail("a sum runs over a range or a drawn set of indices", r"write _{i=1}^{n}", sign)
        body, index = self.over(below[0].text, None, None)
        return BIG[sign.text](body, index, over=drawn)

    def ranged(self, tokens: list[Token], sign: Token) -> tuple[str, Node | None]:
        """The letter of an index and where it starts."""
        if not tokens or tokens[0].kind != "letter" or (len(tokens) > 1 and tokens[1].text != "="):
            self.fail(f"the index of {sign.text} is not clear", r"write _{i} or _{i=1}^{n}", sign)
        return tokens[0].text, self.whole(tokens[2:], "the lower bound") if len(tokens) > 1 else None

    def over(self, letter: str, lower: Node | None, upper: Node | None) -> tuple[Node, w.Symbol]:
        """A body and its index: its kind is what the body counts with it, what the scope says, or the range."""
        bound = self.scope.find(Name(letter))
        is_open = not isinstance(bound, w.Symbol) or isinstance(bound.kind, k.IndexKind)
        if not isinstance(bound, w.Symbol):
            bound = w.Symbol(letter, k.IndexKind(last(upper)) if lower == w.Number(1) and last(upper) else k.Whole)
        outside, before = (self.scope, self.notes.open), self.found.pop(letter, None)
        self.scope, self.notes.open = (
            self.scope.bind([bound]),
            self.notes.open | {letter} if is_open else self.notes.open,
        )
        body = self.term()
        (self.scope, self.notes.open), met = outside, self.found.pop(letter, bound)
        if before is not None:
            self.found[letter] = before
        return (body if met == bound else body.substitute({bound: met})), met

    def limit(self) -> Node:
        """A limit, from one side where the target carries a sign."""
        sign = self.tokens[self.at - 1]
        below = self.group("what the limit runs over") if self.accept("_") else []
        arrow = next((place for place, token in enumerate(below) if token.text == "to"), 0)
        if not arrow:
            self.fail("a limit needs its variable and target", r"write \lim_{h\to 0}", sign)
        side, target = sided(below[arrow + 1 :])
        variable = self.variable(below[:arrow], sign)
        body, met = self.within(variable)
        return w.Limit(body, met, self.whole(target, "the target"), side)

    def variable(self, tokens: list[Token], sign: Token) -> w.Symbol:
        """A letter that a sign makes its own; an unknown one is a real number."""
        letter = self.inside(tokens)
        spelled = letter.spelling() if tokens[0].kind == "letter" or tokens[0].kind == "command" else None
        if spelled is None or letter.token.kind != "end" or spelled.indices:
            self.fail(f"{sign.text} binds a single letter", "", sign)
        known = self.scope.find(spelled.name)
        return known if isinstance(known, w.Symbol) else w.Symbol(spelled.name.base, k.Real)

    def within(self, variable: w.Symbol) -> tuple[Node, w.Symbol]:
        """The term that follows, in which a letter is bound."""
        outside, self.scope = self.scope, self.scope.bind([variable])
        body = self.term()
        self.scope = outside
        return body, variable

    def integral(self) -> Node:
        """A definite integral, which ends at its differential."""
        sign = self.take()
        if not self.accept("_"):
            self.fail("an integral needs its bounds", r"write \int_{a}^{b} f(x)\,dx", sign)
        lower = self.whole(self.group("the lower bound"), "the lower bound")
        if not self.accept("^"):
            self.fail("an integral needs its upper bound", r"write \int_{a}^{b} f(x)\,dx", sign)
        upper = self.whole(self.group("the upper bound"), "the upper bound")
        letter = self.differential_ahead(sign)
        outside, self.scope = self.scope, self.scope.bind([letter])
        before, self.stops_at_differential = self.stops_at_differential, True
        body = self.term()
        self.stops_at_differential, self.scope = before, outside
        self.take()
        self.spelling()
        return w.Integral(body, letter, lower, upper)

    def differential_ahead(self, sign: Token) -> w.Symbol:
        """The variable of integration, looked up before the body is read."""
        for place in range(self.at, len(self.tokens) - 1):
            letter = self.tokens[place + 1]
            if self.tokens[place].kind == "differential" and letter.kind in ("letter", "command"):
                return self.variable([letter], sign)
        return self.fail("the integral has no differential", r"end it with \,dx", sign)

    def nabla(self) -> Node:
        """A gradient or Hessian, of a function alone, at a point, or with respect to what stands below."""
        sign = self.take()
        below = self.group("the variable") if self.accept("_") else []
        second = self.squared()
        if not below:
            return self.bare_nabla(second, sign)
        variable = self.inside(below).factor()
        body = self.term() if self.sees(r"\tfrac") or self.sees_kind("number") else self.factor()
        make = w.Hessian if second else w.Gradient
        return make(self.function_at(body, variable), variable)

    def function_at(self, body: Node, variable: Node) -> Node:
        """A function named alone is meant at the variable."""
        return w.apply(body, (variable,)) if body.is_function else body

    def squared(self) -> bool:
        """Whether a sign carries a two, which is passed over."""
        if not self.accept("^"):
            return False
        if [token.text for token in self.group("the order")] != ["2"]:
            self.fail("only the first and second derivatives are written with this sign", "write ^2 or nothing")
        return True

    def bare_nabla(self, second: bool, sign: Token) -> Node:
        """A gradient without a variable: of a function."""
        function = self.atom()
        if isinstance(function, n.Parametrized):
            return n.Parametrized(w.Nabla(function.function), function.parameter)
        if not function.is_function:
            hint = r"write \nabla_{x} and what it acts on"
            self.fail(f"{shown(function)} is not a function, so its variable must be said", hint, sign)
        return n.Curvature(function) if second else w.Nabla(function)


def last(upper: Node | None) -> k.Size | None:
    """The size an upper bound names, if it is one."""
    if isinstance(upper, w.Number):
        return upper.value
    named = isinstance(upper, w.Symbol) and isinstance(upper.kind, k.SizeKind)
    return upper.name if named else None


def sided(tokens: list[Token]) -> tuple[str, list[Token]]:
    """The side a limit is taken from, and its target."""
    texts = [token.text for token in tokens]
    for ending in (["^", "+"], ["^", "-"], ["^", "{", "+", "}"], ["^", "{", "-", "}"]):
        if texts[-len(ending) :] == ending:
            return ending[-1] if len(ending) == 2 else ending[2], tokens[: -len(ending)]
    return "", tokens


def is_vector(node: Node) -> bool:
    return node.shape != SCALAR and node.shape[1] == 1
