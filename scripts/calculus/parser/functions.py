"""Functions the site knows: by word, by letter, with brackets, with a bare argument, with a parameter below."""

from __future__ import annotations

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.language.shape import Size
from calculus.notation import Name
from calculus.parser import notation_nodes as n
from calculus.parser.brackets import Brackets
from calculus.parser.errors import nearest
from calculus.parser.names import Spelling
from calculus.parser.tokens import Token
from calculus.printers.function_names import WRITTEN

NAMES = {word: name for name, word in WRITTEN.items() if word not in ("H", "ell")}
NAMES |= {name: name for name in KNOWN if name not in WRITTEN} | {"argmin": "argmin", "argmax": "argmax"}
LINEAR = {"diag": w.Diag, "tr": w.Trace, "det": w.Determinant, "vec": w.Stacked}
BARE = {name for name, row in KNOWN.items() if row.style == "bare"} | {"exp"}
BESIDE = ("letter", "number", "ones", "mathcal", "indicator")


class Functions(Brackets):
    """Reads known functions."""

    def optimum(self, which: str) -> Node:
        """A smallest or largest value."""
        raise NotImplementedError

    def worded(self) -> Node:
        """A name of several letters."""
        token = self.take()
        word = token.text
        if word == "lim":
            return self.limit()
        if word in ("arg", "argmin", "argmax"):
            return self.optimum(word + self.take().text if word == "arg" else word)
        if word in ("max", "min") and self.sees("_"):
            return self.optimum(word)
        if word in LINEAR:
            return self.linear(LINEAR[word], token)
        named = self.scope.find(Name(word))
        if named is None and word not in NAMES:
            near = nearest(word, [*NAMES, *LINEAR, *self.scope.symbols])
            self.fail(f"unknown function {word}", f"did you mean {near}?" if near else "declare it first", token)
        return named if named is not None else self.known(NAMES[word], token)

    def limit(self) -> Node:
        """A limit."""
        raise NotImplementedError

    def linear(self, make: type, token: Token) -> Node:
        """An operator of linear algebra with its argument in brackets."""
        if not self.sees("("):
            self.fail(f"{token.text} needs its argument in brackets", rf"write \operatorname{{{token.text}}}(A)")
        arguments = self.arguments()
        if len(arguments) != 1:
            self.fail(f"{token.text} takes one argument, got {len(arguments)}", "", token)
        return make(arguments[0])

    def known(self, name: str, token: Token) -> Node:
        """A known function: named only, before a bracket, or before a bare argument, perhaps with a power on it."""
        function = w.Known(name)
        if name == "maximum" and self.sees(r"\{"):
            return self.built(w.apply, function, self.braces().items)
        if name not in BARE or self.sees("(", "'", r"\prime"):
            return function
        exponent = self.group("the exponent") if self.accept("^") else []
        if [each.text for each in exponent] == ["-", "1"]:
            return w.InverseFunction(function)
        value = w.Apply(function, self.argument(token))
        return self.built(w.power, value, self.exponent(exponent)) if exponent else value

    def argument(self, token: Token) -> tuple[Node, ...]:
        """The argument of a bare function: one factor, or a number in front of one; more needs brackets."""
        if self.sees("("):
            return self.arguments()
        if self.sees_kind("end", "relation") or self.sees(",", "+", "-", ")", "/"):
            self.fail(f"\\{token.text} needs an argument", f"write \\{token.text} x or \\{token.text}(…)", token)
        argument = self.number() if self.sees_kind("number") else self.factor()
        if isinstance(argument, w.Number) and self.sees_kind("letter"):
            argument = self.built(w.Multiply, argument, self.factor())
        if self.sees_kind(*BESIDE) or self.sees("(", r"\frac", r"\tfrac", r"\dfrac", r"\sqrt", r"\sum"):
            self.fail(f"where the argument of \\{token.text} ends is not clear", "put it in brackets", self.token)
        return (argument,)

    def lettered(self, spelled: Spelling) -> Node | None:
        """What a letter that nothing binds means by custom: a function, a constant, a special vector."""
        base, plain = spelled.name.base, spelled.name == Name(spelled.name.base)
        if spelled.name == Name("epsilon", below=("mach",)):
            return w.Constant("machine epsilon")
        if base == "lambda" and spelled.name.below in (("min",), ("max",)) and self.sees("("):
            return self.eigenvalue(spelled)
        if plain and base in NAMES and not spelled.indices:
            return w.Known(NAMES[base])
        custom = {
            "e": self.euler,
            "pi": self.pi,
            "H": self.entropy,
            "o": self.small,
            "O": self.small,
            "D": self.directional,
        }
        return custom[base](spelled) if plain and base in custom else None

    def eigenvalue(self, spelled: Spelling) -> Node:
        """The smallest or largest eigenvalue of the matrix in brackets."""
        arguments = self.arguments()
        if len(arguments) != 1 or arguments[0].shape[0] != arguments[0].shape[1]:
            self.fail("eigenvalues belong to one square matrix", r"write \lambda_{\min}(A)", spelled.start)
        return w.Eigenvalue(spelled.name.below[0], arguments[0])

    def pi(self, spelled: Spelling) -> Node | None:
        return None if spelled.indices else w.Constant("pi")

    def euler(self, spelled: Spelling) -> Node:
        """The exponential, the unit vector of an index, or the number itself."""
        if spelled.indices:
            index = self.index(spelled.indices[0], self.unit_size(spelled.indices[0]))
            if not isinstance(getattr(index, "kind", None), k.IndexKind):
                self.fail("a unit vector needs an index that counts entries", r"write e_{i}", spelled.start)
            return w.Unit(index)
        if not self.accept("^"):
            return n.Euler()
        return self.built(w.Apply, w.Known("exp"), (self.exponent(self.group("the exponent")),))

    def unit_size(self, tokens: tuple[Token, ...]) -> Size:
        """What the index of a unit vector counts: what its kind says, or else what its place needs."""
        known = self.scope.find(Name(tokens[0].text))
        own = known.kind.size if isinstance(getattr(known, "kind", None), k.IndexKind) else "n"
        return self.notes.length(own)

    def entropy(self, spelled: Spelling) -> Node | None:
        """The entropy, the cross-entropy, or with a threshold below the Huber loss."""
        if spelled.indices:
            return self.parametrized(w.Known("huber"), spelled)
        if not self.sees("("):
            return w.Known("entropy")
        arguments = self.arguments()
        return w.Apply(w.Known("entropy" if len(arguments) == 1 else "crossed_entropy"), arguments)

    def parametrized(self, function: Node, spelled: Spelling) -> Node:
        """A function with a parameter below its name; dashes belong to the function."""
        parameter = self.whole(list(spelled.indices[0]), "the subscript")
        if self.sees("'", r"\prime"):
            function = self.primed(function)
        return n.Parametrized(function, parameter)

    def small(self, spelled: Spelling) -> Node | None:
        """What is small against a size."""
        if spelled.indices or not self.sees("("):
            return None
        return n.Landau(self.arguments()[0], spelled.name.base)

    def directional(self, spelled: Spelling) -> Node | None:
        """The derivative of a function at a point along the direction below."""
        if not spelled.indices:
            return None
        direction, function = self.whole(list(spelled.indices[0]), "the direction"), self.atom()
        if not (function.is_function and self.sees("(")):
            self.fail("a directional derivative needs a function at a point", "write D_{u} f(x)", spelled.start)
        return w.Directional(function, self.arguments()[0], direction)
