"""What a sentence may say about a letter that is new: its set, its value, its range, what it is short for."""

from __future__ import annotations

from dataclasses import replace

from calculus.conditions import Typing
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node
from calculus.language.shape import SCALAR, Shape
from calculus.notation import Name
from calculus.parser import notation_nodes as n
from calculus.parser import properties
from calculus.parser.meaning import plain
from calculus.parser.names import COUNTING, Spelling, plain_name
from calculus.parser.relations import Relations, ends_open, interval_kind, several
from calculus.parser.tokens import Token

DRAWN = "drawn uniformly"


class Bindings(Relations):
    """Reads spans that begin with new names."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)
        self.binds: dict[str, Node] = {}
        self.facts: list[Node] = []

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
        sign = self.token.text
        if self.sees_kind("text"):
            return self.described(names)
        if not self.sees_kind("relation") or sign not in ("in", "subset", "colon", "sim", "=", ":=", "<", ">", "<=", ">=", "!="):
            return None
        self.take()
        if sign == "in":
            return self.member(names)
        if sign == "colon":
            return self.function(names)
        if sign == "subset":
            return self.subset(names)
        if sign == "sim":
            return self.drawn(names)
        return self.set_equal(names, sign) if sign in ("=", ":=") else self.bounded(names, sign)

    def heads(self) -> list[Spelling]:
        """Letters between commas, up to what is said about them."""
        names: list[Spelling] = []
        while self.sees_kind("letter") or (self.token.text in ("\\hat", "\\bar", "\\tilde", "\\dot")):
            names.append(self.named_as_new())
            if not self.accept(","):
                return names
            if self.accept(r"\dots", r"\ldots") and not self.accept(","):
                return []
        return []

    def named_as_new(self) -> Spelling:
        """A letter, its subscript part of the name where it is a word or number that indexes nothing known."""
        spelled = self.spelling()
        words = tuple(piece[0].text for piece in spelled.indices if len(piece) == 1 and is_label(piece[0]))
        known = self.scope.find(Name(spelled.name.base, spelled.name.accents, spelled.name.marks))
        if not spelled.indices or len(words) != len(spelled.indices) or has_entries(known):
            return spelled
        name = Name(spelled.name.base, spelled.name.accents, spelled.name.marks, (*spelled.name.below, *words))
        return Spelling(name, (), spelled.start, spelled.source)

    def bind(self, names: list[Spelling], kind: k.Kind) -> tuple[w.Symbol, ...]:
        """New symbols of a kind; an entry of something cannot be one."""
        for spelled in names:
            if spelled.indices:
                self.fail(f"{spelled.source} is an entry, not a name of its own", "say it of the whole", spelled.start)
        symbols = tuple(w.Symbol(plain_name(spelled.name), kind) for spelled in names)
        self.binds |= {symbol.name: symbol for symbol in symbols}
        return symbols

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
        sizes = [size for size in (space.rows, space.columns) if isinstance(size, str)]
        self.binds |= {size: w.Symbol(size, k.Count) for size in sizes if self.scope.find(Name(size)) is None}
        return k.Real if (space.rows, space.columns) == SCALAR and not trait else k.Array(space.rows, space.columns, trait)

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
        start = self.domain()
        arity = 1
        while self.accept(r"\times"):
            arity, _ = arity + 1, self.domain()
        if not self.sees("to", kinds=("relation",)):
            self.fail("a function goes from one set to another", r"write f\colon \mathbb{R}^{n}\to \mathbb{R}")
        self.take()
        end = self.domain()
        trait, parameter = self.smoothness()
        return Typing(self.bind(names, k.FunctionKind(start.rows, end.rows, trait, parameter, arity, start.columns)))

    def smoothness(self) -> tuple[str, str]:
        """The words behind a function's spaces: what it is assumed to be, and the constant that says how much."""
        if not self.sees_kind("text"):
            return "", ""
        token = self.take()
        trait = self.known_property(token, properties.of_functions())
        return trait, plain_name(self.spelling().name) if trait == "lipschitz gradient" else ""

    def domain(self) -> w.Space:
        """A space of vectors or the real line."""
        space = self.blackboard() if self.sees_kind("mathbb") else self.fail("a space is missing", r"write \mathbb{R}^{n}")
        self.spatial(space, "")
        return space

    def drawn(self, names: list[Spelling]) -> Node:
        """A random number or vector with its law."""
        law = self.expression()
        if not isinstance(law, n.Law):
            self.fail("a law is missing", r"write X \sim \mathcal{N}(\mu, \sigma^{2})")
        return n.Loose((self.bind(names, k.Real)[0], law), ("sim",))

    def described(self, names: list[Spelling]) -> Node | None:
        """A letter with words behind it, as the printers write conditions."""
        token = self.take()
        if token.text.startswith("differentiable in") and self.sees_kind("letter"):
            return Typing(self.bind(names, k.Dependent(self.take().text, "differentiable")))
        if token.text == "differentiable" and self.token.kind == "end":
            return Typing(self.bind(names, k.Loss))
        return None

    def set_equal(self, names: list[Spelling], sign: str) -> Node | None:
        """A range of an index, a value, or what a new letter is short for."""
        items = self.items()
        if any(isinstance(item, n.Dots) for item in items):
            return Typing(self.bind(names, counted(items) or self.fail("the range is not clear", r"write i = 1, \dots, n")))
        head = names[0]
        if len(items) != 1 or len(names) != 1 or head.indices or self.token.kind != "end":
            return None
        known = self.scope.find(head.name)
        constant = is_constant(items[0])
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
            self.fail(f"{head.source} cannot be {value}", f"its values are {domain_said(kind)}", head.start)

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
        return w.Relation((symbols[0], right), (sign,)) if len(symbols) == 1 else several(symbols, w.Relation((right, right), (sign,)))

    def function_defined(self) -> Node | None:
        """f(x) = a body in x, where f has no body yet."""
        if not self.sees_kind("letter") or self.scope.find(Name(self.token.text)) is None and self.following.text != "(":
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
        if known is None and Name(head.name.base) == head.name and head.name.base in ("sigma", "zeta", "H", "o", "D", "e"):
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
        return names if self.accept(")") and len({plain_name(each.name) for each in names}) == len(names) else []

    def defined(self, head: Spelling, parameters: list[Spelling], sign: str) -> Node | None:
        """The definition, unless the body says nothing of its parameters or speaks of the function itself."""
        letters = tuple(self.parameter(each) for each in parameters)
        outside, self.scope = self.scope, self.scope.bind(letters)
        body = self.expression()
        self.scope = outside
        used = {node for node in body.walk() if isinstance(node, w.Symbol)}
        if self.token.kind != "end" or (sign == "=" and not used & set(letters)) or plain_name(head.name) in {u.name for u in used}:
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
        return known if fits else w.Symbol(plain_name(spelled.name), k.Real)


def has_entries(node: Node | None) -> bool:
    """Whether a subscript at this letter picks an entry."""
    return node is not None and (node.shape != SCALAR or getattr(getattr(node, "kind", None), "member", None) is not None)


def is_label(token: Token) -> bool:
    """Whether a subscript can be part of a new name: a word, a number, or a letter that does not count."""
    return token.kind in ("number", "text") or (token.kind == "letter" and token.text not in COUNTING)


def kind_of(shape: Shape) -> k.Kind:
    """The kind of a value of this shape."""
    return k.Real if shape == SCALAR else k.Array(*shape)


def is_constant(node: Node) -> bool:
    """Whether a node is a number or a vector of numbers, with no letter in it."""
    return not any(isinstance(each, w.Symbol | w.Alias | n.Dots | n.Listed) for each in node.walk())


def counted(items: tuple[Node, ...]) -> k.Kind | None:
    """What counts 1, …, n or 0, 1, …"""
    match items:
        case (w.Number(1), n.Dots(), w.Symbol(name, k.SizeKind())):
            return k.IndexKind(name)
        case (w.Number(1), n.Dots(), w.Number(value)):
            return k.IndexKind(value)
        case (w.Number(first), w.Number(second), n.Dots()) if second == first + 1:
            return k.Number(lower=first, whole=True, closed=True)
    return None


def kind_within(collection: Node) -> k.Kind | None:
    """The kind of the numbers in an interval or a set of numbers."""
    if isinstance(collection, n.Interval):
        signs = ("<", "<") if collection.brackets == "()" else ("<=", "<=")
        return interval_kind((collection.lower, collection.lower, collection.upper), signs) or k.Real
    values = [as_fraction(plain(item)) for item in collection.items] if isinstance(collection, n.Listed) else []
    if not values or None in values or any(value.denominator != 1 for value in values):
        return None
    return k.Number(int(min(values)), int(max(values)), closed=True, whole=True)


def within(kind: k.Number, value: object) -> bool:
    """Whether a value lies in the domain of a kind."""
    low = kind.lower is None or value > kind.lower or (kind.closed and value == kind.lower)
    high = kind.upper is None or value < kind.upper or (kind.closed and value == kind.upper)
    return low and high and not (kind.nonzero and value == 0) and not (kind.whole and value.denominator != 1)


def domain_said(kind: k.Number) -> str:
    """A domain in words."""
    if kind.nonzero:
        return "not zero"
    ends = [f"above {kind.lower}"] * (kind.lower is not None) + [f"below {kind.upper}"] * (kind.upper is not None)
    return ("whole, " if kind.whole else "") + " and ".join(ends) + (" or equal" if kind.closed and ends else "")
