"""Spans that bind: each way to say something of new letters, tried in turn."""

from __future__ import annotations

from calculus.language.node import Node
from calculus.parser.definitions import Definitions

EQUALITIES, BOUNDS = ("=", ":="), ("<", ">", "<=", ">=", "!=")


class Bindings(Definitions):
    """Reads spans that begin with new names."""

    def binding(self) -> Node | None:
        """The node of a span that says what its first letters are; None where it says nothing of the kind."""
        begin = self.at
        for attempt in (self.function_defined, self.named):
            if (node := attempt()) is not None:
                return node
            self.at = begin
        return None

    def named(self) -> Node | None:
        """Letters, then what is said about them."""
        names = self.heads()
        if not names:
            return None
        if self.sees_kind("text"):
            return self.described(names)
        readers = {"in": self.member, "colon": self.function, "subset": self.subset, "sim": self.drawn}
        sign = self.token.text
        if not self.sees_kind("relation") or sign not in (*readers, *EQUALITIES, *BOUNDS):
            return None
        self.take()
        if sign in readers:
            return readers[sign](names)
        return self.set_equal(names, sign) if sign in EQUALITIES else self.bounded(names, sign)
