"""What a sentence sets a letter or a function equal to, and the bounds it puts on a letter."""

from __future__ import annotations

from calculus.conditions import Typing
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node
from calculus.notation import Name
from calculus.parser import notation_nodes as n
from calculus.parser.domains import (
    counted,
    domain_said,
    interval_kind,
    is_constant,
    kind_of,
    several,
    within,
)
from calculus.parser.meaning import plain
from calculus.parser.names import Spelling, shown
from calculus.parser.typings import Typings

CONSTANTS = (Name("pi"), Name("e"))


class Definitions(Typings):
    """Reads values, definitions and bounds."""

    def set_equal(self, names: list[Spelling], sign: str) -> Node | None:
        """A range of an index, a value, or what a new letter is short for."""
        items = self.items()
        if any(isinstance(item, n.Dots) for item in items):
            return Typing(
                self.bind(names, counted(items) or self.fail("the range is not clear", r"write i = 1, \dots, n"))
            )
        head = names[0]
        if len(items) != 1 or len(names) != 1 or head.indices or self.token.kind != "end":
            return None
        known = self.scope.find(head.name)
        constant = is_constant(items[0])
        if known is None and constant and head.name in CONSTANTS:
            rounding = rf"write {head.source} \approx {shown(items[0])} for a rounded value"
            self.fail(f"{head.source} is a constant, which cannot be set", rounding, head.start)
        if known is not None and sign == "=" and not constant:
            return None
        return self.short_for(head, known, items[0], constant)

    def short_for(self, head: Spelling, known: Node | None, right: Node, constant: bool) -> Node:
        """A letter with its value, which must lie in its domain."""
        kind = getattr(known, "kind", None)
        if constant and isinstance(kind, k.Number):
            self.check_domain(kind, right, head)
        keeps = kind is not None and kind.shape == right.shape and not kind.is_function
        symbol = self.bind([head], kind if keeps else kind_of(right.shape))[0]
        node = w.Relation((symbol, right), ("=",)) if constant else w.Definition(symbol, right)
        self.facts.append(node)
        return node

    def check_domain(self, kind: k.Number, right: Node, head: Spelling) -> None:
        """A value outside a letter's domain is refused."""
        value = as_fraction(plain(right))
        if value is not None and not within(kind, value):
            self.fail(f"{head.source} cannot be {shown(right)}", f"its values are {domain_said(kind)}", head.start)

    def bounded(self, names: list[Spelling], sign: str) -> Node | None:
        """A condition on new letters, or one that several letters share."""
        right = self.expression()
        unknown = [spelled for spelled in names if self.scope.find(spelled.name) is None]
        if self.token.kind != "end" or (len(names) == 1 and not unknown):
            return None
        kind = interval_kind((right, right), (sign,))
        if kind is None or any(spelled.indices for spelled in names):
            return None
        symbols = self.bind(names, kind)
        return (
            w.Relation((symbols[0], right), (sign,))
            if len(symbols) == 1
            else several(symbols, w.Relation((right, right), (sign,)))
        )

    def function_defined(self) -> Node | None:
        """f(x) = a body in x, where f has no body yet."""
        if not self.sees_kind("letter") or (
            self.scope.find(Name(self.token.text)) is None and self.following.text != "("
        ):
            return None
        head = self.named_as_new()
        parameters = self.parameters()
        sign = self.token.text
        if head.indices or not parameters or not self.sees("=", ":=", kinds=("relation",)):
            return None
        self.take()
        known = self.scope.find(head.name)
        if known is not None and (not known.is_function or (self.scope.fact(known) is not None and sign == "=")):
            return None
        if (
            known is None
            and Name(head.name.base) == head.name
            and head.name.base in ("sigma", "zeta", "H", "o", "D", "e")
        ):
            return None
        return self.defined(head, parameters, sign)

    def parameters(self) -> list[Spelling]:
        """Letters between round brackets."""
        if not self.accept("("):
            return []
        names = []
        while self.sees_kind("letter"):
            names.append(self.named_as_new())
            if not self.accept(","):
                break
        return names if self.accept(")") and len({each.declared for each in names}) == len(names) else []

    def defined(self, head: Spelling, parameters: list[Spelling], sign: str) -> Node | None:
        """The definition, unless the body says nothing of its parameters or speaks of the function itself."""
        letters = tuple(self.parameter(each) for each in parameters)
        outside, self.scope = self.scope, self.scope.bind(letters)
        body = self.expression()
        self.scope = outside
        used = {node for node in body.walk() if isinstance(node, w.Symbol)}
        if (
            self.token.kind != "end"
            or isinstance(body, n.Landau)
            or (sign == "=" and not used & set(letters))
            or head.declared in {u.name for u in used}
        ):
            return None
        kind = k.FunctionKind(letters[0].shape[0], body.shape[0], arity=len(letters))
        function = self.bind([head], kind)[0]
        node = w.Definition(w.Apply(function, letters), body)
        self.facts.append(node)
        return node

    def parameter(self, spelled: Spelling) -> w.Symbol:
        """A parameter: the letter's own kind, or a real number."""
        known = self.scope.find(spelled.name)
        fits = isinstance(known, w.Symbol) and not known.is_function
        return known if fits else w.Symbol(spelled.declared, k.Real)
