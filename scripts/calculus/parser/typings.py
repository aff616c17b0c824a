"""What a sentence says a letter is: its space, its set, the spaces of a function, the law it is drawn from."""

from __future__ import annotations

from dataclasses import replace

from calculus.conditions import Typing
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.shape import SCALAR
from calculus.notation import Name
from calculus.parser import notation_nodes as n
from calculus.parser import properties
from calculus.parser.domains import (
    counted,
    kind_within,
)
from calculus.parser.heads import Heads
from calculus.parser.names import Spelling
from calculus.parser.relations import ends_open
from calculus.parser.tokens import Token
from calculus.printers.layout_conditions import ZEROS

DRAWN = "drawn uniformly"


class Typings(Heads):
    """Reads what letters are."""

    def member(self, names: list[Spelling]) -> Node | None:
        """x ∈ a space, an interval or a set."""
        if self.sees_kind("mathbb") and self.token.text == "R":
            symbols = self.bind(names, self.spatial(self.blackboard(), self.trait()))
            return Typing(self.narrowed(names, symbols) if self.sees(",") else symbols)
        collection = ends_open(self.expression())
        kind = kind_within(collection)
        if kind is None or any(spelled.indices for spelled in names):
            return None
        symbols = self.bind(names, kind)
        return w.Member(symbols[0] if len(symbols) == 1 else n.Listed(symbols), collection)

    def narrowed(self, names: list[Spelling], symbols: tuple[w.Symbol, ...]) -> tuple[w.Symbol, ...]:
        """Vectors that are said not to be zero, or to have length one."""
        self.scope = self.scope.bind(symbols)
        said = []
        while self.accept(","):
            said.append(self.expression())
        sign, value = self.take().text, self.expression()
        if isinstance(symbols[0].kind, k.Number):
            self.fail("a list and a relation are mixed", "put each between its own dollars")
        if (sign, value) == ("!=", w.Number(0)) and said == list(symbols):
            return self.bind(names, replace(symbols[0].kind, trait="nonzero"))
        if (sign, value) != ("=", w.Number(1)) or said != [w.Norm(symbol) for symbol in symbols]:
            self.fail("only their lengths can be said of vectors here", r"write \lVert u\rVert=1, or u\ne 0")
        return self.bind(names, replace(symbols[0].kind, trait="unit"))

    def trait(self) -> str:
        """The words behind a set, if they are some that the site knows."""
        if not self.sees_kind("text"):
            return ""
        token = self.take()
        return self.known_property(token, properties.of_arrays())

    def known_property(self, token: Token, known: dict[str, str]) -> str:
        """The trait that words stand for."""
        if token.text not in known:
            self.fail(f"'{token.text}' is no property the site knows", f"write one of: {'; '.join(known)}", token)
        return known[token.text]

    def spatial(self, space: w.Space, trait: str) -> k.Kind:
        """The kind of the elements of a space; the letters of its sizes become numbers."""
        if trait == properties.LEVEL.trait and (space.rows, space.columns) == (1, 1):
            return properties.LEVEL
        if trait in properties.OF_A_FUNCTION:
            return k.Special(trait, self.functions(trait), space.rows)
        if trait in properties.SQUARE and (space.rows != space.columns or space.rows == 1):
            self.fail(f"only a square matrix is {trait}", r"write \mathbb{R}^{n\times n}")
        sizes = [size for size in (space.rows, space.columns) if isinstance(size, str)]
        self.binds |= {size: w.Symbol(size, k.Count) for size in sizes if self.scope.find(Name(size)) is None}
        return (
            k.Real if (space.rows, space.columns) == SCALAR and not trait else k.Array(space.rows, space.columns, trait)
        )

    def functions(self, trait: str) -> str:
        """The function that a point belongs to, and its constraint."""
        field = self.spelling().declared
        if trait != "constrained minimizer":
            return field
        if not self.sees_kind("text") or self.take().text != ZEROS:
            self.fail("what is zero there is not said", rf"end with \text{{ {ZEROS} }} g")
        return f"{field} {self.spelling().declared}"

    def subset(self, names: list[Spelling]) -> Node | None:
        """A set of indices drawn from 1 to a size."""
        source = self.expression()
        kind = counted(source.items) if isinstance(source, n.Listed) else None
        if not isinstance(kind, k.IndexKind) or not self.accept(","):
            self.fail("how many indices are drawn is not said", r"write B\subseteq\{1,\dots,n\}, \lvert B\rvert=b")
        self.scope = self.scope.bind(self.bind(names, k.SubsetKind(kind.size, kind.size)))
        self.expression()
        count = self.size() if self.take().text == "=" else None
        if not self.sees_kind("text") or self.take().text != DRAWN:
            self.fail("how the indices are drawn is not said", rf"end with \text{{ {DRAWN}}}")
        return Typing(self.bind(names, k.SubsetKind(count, kind.size)))

    def function(self, names: list[Spelling]) -> Node:
        """f from one space to another."""
        self.point = ""  # a number that is left out of the line
        start = self.domain()
        arity = 1
        while self.accept(r"\times"):
            arity, _ = arity + 1, self.domain()
        if not self.sees("to", kinds=("relation",)):
            self.fail("a function goes from one set to another", r"write f\colon \mathbb{R}^{n}\to \mathbb{R}")
        self.take()
        end = self.domain()
        trait, constants = ("punctured", self.point) if self.point else self.smoothness()
        return Typing(self.bind(names, k.FunctionKind(start.rows, end.rows, trait, constants, arity, start.columns)))

    def smoothness(self) -> tuple[str, str]:
        """The words behind a function's spaces: what it is assumed to be, and the constants that say how much."""
        if not self.sees_kind("text"):
            return "", ""
        token = self.take()
        trait = self.known_property(token, properties.of_functions())
        constants = [self.spelling().declared for _ in range(trait in properties.WITH_A_CONSTANT)]
        while constants and self.accept(","):
            constants.append(self.spelling().declared)
        return trait, " ".join(constants)

    def domain(self) -> w.Space:
        """A space of vectors or the real line."""
        space = (
            self.blackboard() if self.sees_kind("mathbb") else self.fail("a space is missing", r"write \mathbb{R}^{n}")
        )
        self.spatial(space, "")
        if self.accept(r"\setminus"):
            self.take()
            self.point = self.spelling().declared
            self.take()
        return space

    def drawn(self, names: list[Spelling]) -> Node | None:
        """A random number or vector with its law."""
        law = self.expression()
        if not isinstance(law, n.Law) or len(names) > 1:
            return None
        return n.Loose((self.bind(names, k.Real)[0], law), ("sim",))

    def second_input(self) -> list[str]:
        """The parameter of a density whose first input is left open, as in p(·, θ)."""
        if not self.accept("("):
            return []
        self.take()
        self.take()
        parameter = self.spelling().declared
        self.take()
        return [parameter]

    def described(self, names: list[Spelling]) -> Node | None:
        """A letter with words behind it, as the printers write conditions."""
        token = self.take()
        if token.text.startswith("differentiable in") and self.sees_kind("letter"):
            return Typing(self.bind(names, k.Dependent(self.take().text, "differentiable")))
        if token.text == "with density" and self.sees_kind("letter"):
            return Typing(self.bind(names, k.Special("random", " ".join((self.take().text, *self.second_input())))))
        if token.text == "differentiable" and self.token.kind == "end":
            return Typing(self.bind(names, k.Loss))
        return None
