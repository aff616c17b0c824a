"""Statements: what a declaration returns, in the order it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from calculus.language import shape as shapes
from calculus.language.node import LanguageError, Node, lift
from calculus.language.optimizers import Optimizer
from calculus.language.shape import ShapeError, said
from calculus.language.symbols import Alias, Symbol

SIGNS = ("=", "<", "<=", ">", ">=", "!=")
UNSHOWN = {"shown": False}
OPEN = ("any", "any")  # the shape of a side that SymPy still has to write


@dataclass(frozen=True)
class Statement(Node):
    """A statement a reader can be shown. Each kind has an arm in `check.decide` that says when it holds."""

    def __post_init__(self) -> None:
        for name in ("given", "where", "lines"):  # a list is what one types; a tuple is what can be walked and compared
            if isinstance(getattr(self, name, None), list):
                object.__setattr__(self, name, tuple(getattr(self, name)))
        super().__post_init__()


@dataclass(frozen=True)
class Relation(Statement):
    """A chain of equalities and inequalities; each link is a claim of its own.

    `sharp` holds, for an inequality, points where it is an equality (pairs of symbol and value), or where it tends
    to one (a value of plus or minus infinity); for a smallest or largest value, the point where it is reached. The
    first member of a sequence may stand for a symbol: {x[0]: x_star}.
    """

    terms: tuple[Node, ...]
    signs: tuple[str, ...]
    given: tuple[Node, ...] = ()
    where: tuple[Alias, ...] = ()
    sharp: tuple[tuple[tuple[Symbol, Node], ...], ...] = field(default=(), metadata=UNSHOWN)

    def measure(self) -> shapes.Shape:
        if set(self.signs) - set(SIGNS) or len(self.terms) != len(self.signs) + 1:
            raise LanguageError(f"a chain is term, sign, term, …; the signs are {' '.join(SIGNS)}")
        for left, right in zip(self.terms, self.terms[1:], strict=False):
            if left.shape != right.shape and right.shape != OPEN and not (zero(left) or zero(right)):
                raise ShapeError(f"the two sides differ in shape: {said(left.shape)} and {said(right.shape)}")
        return self.terms[0].shape


@dataclass(frozen=True)
class Definition(Statement):
    """What a symbol or a known function means; checked against `same_as` when the left side is a bare name."""

    left: Node
    right: Node
    numbers = ("right",)
    given: tuple[Node, ...] = ()
    where: tuple[Alias, ...] = ()
    same_as: Node | None = field(default=None, metadata=UNSHOWN)

    def measure(self) -> shapes.Shape:
        if self.right.shape not in (self.left.shape, OPEN):
            raise ShapeError(f"a {said(self.left.shape)} cannot be defined as a {said(self.right.shape)}")
        return self.left.shape


@dataclass(frozen=True)
class Expansion(Statement):
    """`left = right + o(size)` or `+ O(size)` as the variable goes to zero."""

    left: Node
    right: Node
    size: Node
    variable: Symbol
    letter: str = "o"
    numbers = ("right",)
    given: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Exists(Statement):
    """An equality that holds for at least one value strictly between two bounds."""

    variable: Symbol
    lower: Node
    upper: Node
    numbers = ("lower", "upper")
    claim: Statement
    given: tuple[Node, ...] = ()

    def measure(self) -> shapes.Shape:
        if getattr(self.claim, "signs", ()) != ("=",):
            raise LanguageError("what exists between two bounds is a place where two sides are equal; write Equal")
        if self.variable in (*self.lower.walk(), *self.upper.walk()):
            raise LanguageError(f"{self.variable.name} lies between the bounds, so they cannot contain it")
        return shapes.SCALAR

    @property
    def binds(self) -> Symbol:
        return self.variable


@dataclass(frozen=True)
class Implies(Statement):
    """A conclusion that holds whenever the premise does."""

    premise: Node
    conclusion: Node
    given: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Equivalent(Statement):
    """Two statements of which each holds exactly when the other does."""

    left: Node
    right: Node
    given: tuple[Node, ...] = ()
    where: tuple[Alias, ...] = ()


@dataclass(frozen=True)
class Quantified(Statement):
    """A statement for every value of a symbol, or for some; which values there are, the symbol's kind says."""

    quantifier: str
    variable: Symbol
    claim: Statement
    given: tuple[Node, ...] = ()

    def measure(self) -> shapes.Shape:
        if self.quantifier not in ("every", "some"):
            raise LanguageError(f"a quantifier is 'every' or 'some', not {self.quantifier!r}")
        return shapes.SCALAR

    @property
    def binds(self) -> Symbol:
        return self.variable


@dataclass(frozen=True)
class Several(Statement):
    """Statements shown side by side, each a claim of its own."""

    parts: tuple[Statement, ...]
    where: tuple[Alias, ...] = ()
    given: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Member(Statement):
    """An element of a set: a space of vectors, or the set of optima."""

    element: Node
    collection: Node
    given: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Update(Statement):
    """Assignments carried out from top to bottom; the values before are read with Previous.

    Checked against `same_as`, the library's optimizer it claims to be, or `solves`, an equation that the values after
    and before a step must satisfy. What is given holds before each step.
    """

    lines: tuple[Relation, ...]
    time: Symbol
    same_as: Optimizer | None = field(default=None, metadata=UNSHOWN)
    solves: Relation | None = field(default=None, metadata=UNSHOWN)
    given: tuple[Node, ...] = ()

    def measure(self) -> shapes.Shape:
        named = [line.terms[0] for line in self.lines]
        if len(set(named)) != len(named):
            raise LanguageError("an update sets each value once")
        for place, line in enumerate(self.lines):
            unset = [node for node in line.terms[1].walk() if node in named[place:]]
            if unset and unset[0] not in [n.body for n in line.terms[1].walk() if isinstance(n, Previous)]:
                raise LanguageError("a value is read before its line sets it; write Previous(value) for the old one")
        return shapes.SCALAR


@dataclass(frozen=True)
class Previous(Node):
    """The value before the update."""

    body: Node

    def measure(self) -> shapes.Shape:
        return self.body.shape


@dataclass(frozen=True)
class Property(Node):
    """A property of a point or function that is said in words: a local extremum, a strict local minimum."""

    subject: Node
    words: str
    of: Node

    @property
    def function(self) -> Node:
        """The function that the property is about, whichever side of the words it stands on."""
        return self.subject if self.subject.is_function else self.of

    @property
    def point(self) -> Node:
        """The point that the property is about."""
        return self.of if self.subject.is_function else self.subject


@dataclass(frozen=True)
class Space(Node):
    """Real numbers, vectors or matrices of given sizes, as a set."""

    rows: shapes.Size = 1
    columns: shapes.Size = 1


Reals = Space()


def zero(node: Node) -> bool:
    """Whether a node is the number 0, which stands for a zero of any shape."""
    return getattr(node, "value", None) == 0


def points(sharp: Any) -> tuple[tuple[tuple[Symbol, Node], ...], ...]:
    """Sharpness points as pairs, from one mapping or a list of them."""
    given = sharp if isinstance(sharp, list | tuple) else [sharp] if sharp else []
    return tuple(tuple((symbol, lift(value)) for symbol, value in point.items()) for point in given)


def Chain(*parts: Any, given: Any = (), where: Any = (), sharp: Any = ()) -> Relation:
    """A chain typed as it is read: `Chain(0, "<", f(x), "<=", 1)`."""
    return Relation(tuple(lift(p) for p in parts[::2]), tuple(parts[1::2]), tuple(given), tuple(where), points(sharp))


def Equal(*terms: Any, given: Any = (), where: Any = (), sharp: Any = ()) -> Relation:
    """An equality, or a chain of them; `sharp` says where a smallest or largest value is reached."""
    return linked("=", terms, given, where, sharp)


def AtMost(*terms: Any, given: Any = (), where: Any = (), sharp: Any = ()) -> Relation:
    """A chain of `<=`, with a point where each is an equality."""
    return linked("<=", terms, given, where, sharp)


def AtLeast(*terms: Any, given: Any = (), where: Any = (), sharp: Any = ()) -> Relation:
    """A chain of `>=`, with a point where each is an equality."""
    return linked(">=", terms, given, where, sharp)


def Differ(left: Any, right: Any) -> Relation:
    """The condition that two values are not equal."""
    return linked("!=", (left, right), (), ())


def linked(sign: str, terms: tuple, given: Any, where: Any, sharp: Any = ()) -> Relation:
    """A chain with one sign throughout."""
    lifted = tuple(lift(term) for term in terms)
    return Relation(lifted, (sign,) * (len(terms) - 1), tuple(given), tuple(where), points(sharp))


def ForEvery(variable: Symbol, claim: Statement) -> Quantified:
    """A statement for every value of a symbol."""
    return Quantified("every", variable, claim)


def ForSome(variable: Symbol, claim: Statement) -> Quantified:
    """A statement for at least one value of a symbol."""
    return Quantified("some", variable, claim)


def Both(*parts: Statement, where: Any = (), given: Any = ()) -> Several:
    """Two or more statements side by side."""
    return Several(tuple(parts), tuple(where), tuple(given))
