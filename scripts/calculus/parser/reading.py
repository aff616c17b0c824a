"""Read one `$…$`: from its text to a node of the language, its class, and what it binds."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce

from calculus.conditions import Typing
from calculus.language import words as w
from calculus.language.kinds import Real
from calculus.language.node import LanguageError, Node
from calculus.language.shape import Size
from calculus.parser.brackets_settled import settled
from calculus.parser.classify import classify
from calculus.parser.contradictions import contradicted
from calculus.parser.cursor import Notes
from calculus.parser.domains import interval_kind
from calculus.parser.errors import ReadingError
from calculus.parser.meaning import plain
from calculus.parser.scope import Scope
from calculus.parser.sentence import Sentence
from calculus.parser.tokens import Token, scan

ANOTHER_CASE = "give another case a section of its own, or set the letter free first: write x \\in \\mathbb{R}"
LONGEST = 600  # tokens
TEX_FOR = {
    "write x @ x for": r"write x\odot x for", "multiply by the inverse: A.I * b": "multiply by the inverse: A^{-1} b",
    "apply it first: f(x) ** 2": "apply it first: f(x)^{2}",
}  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """What was read: a printable node, its class, the symbols it binds and the facts it states about them."""

    node: Node
    kind: str
    binds: Mapping[str, Node] = field(default_factory=dict)
    facts: tuple[Node, ...] = ()

    @property
    def meaning(self) -> Node:
        """The node in the language's own words, whatever notation it was written in."""
        return plain(self.node)


def read(tex: str, scope: Scope) -> Reading:
    """The reading of what stands between two dollars, or a ReadingError that says where and why not."""
    tokens = scan(tex)
    if len(tokens) > LONGEST:
        raise ReadingError("this is too long for a sentence", 1, "displayed mathematics is always a call")
    failure: ReadingError | None = None
    for lengths in choices(tokens, scope):
        try:
            return attempt(tokens, scope, lengths)
        except ReadingError as error:
            failure = failure or error
    raise failure or ReadingError("nothing was read")


def choices(tokens: list[Token], scope: Scope) -> Iterator[tuple[Size, ...]]:
    """The lengths to try for columns of ones, identities and unit vectors: their place decides which fits."""
    open_sizes = [token for token in tokens if token.kind == "ones" or (token.kind == "letter" and token.text in "Ie")]
    if not open_sizes:
        return iter([()])
    tried = itertools.product(sorted(scope.sizes), repeat=min(len(open_sizes), 3))
    return itertools.chain([()], itertools.islice(tried, 64))


def in_tex(message: str) -> str:
    """A complaint of the language, whose advice is written for declarations, with the advice in TeX."""
    return reduce(lambda text, pair: text.replace(*pair), TEX_FOR.items(), message)


def attempt(tokens: list[Token], scope: Scope, lengths: tuple[Size, ...]) -> Reading:
    """One reading; what the language refuses is said with its column."""
    reader = Sentence(tokens, scope, Notes(lengths=lengths))
    try:
        node = settled(reader.span())
    except ReadingError:
        raise
    except LanguageError as error:
        raise ReadingError(in_tex(str(error)), reader.token.column) from error
    except RecursionError as error:
        raise ReadingError("this is nested too deeply to read", 1, "name a part of it") from error
    counted = {name: symbol for name, symbol in reader.found.items() if isinstance(symbol, w.Symbol)}
    shared = {symbol.name: symbol for symbol in node.symbols} if isinstance(node, Typing) else {}
    kind = classify(node)
    if kind == "condition" and (said := contradicted(node, scope)):
        raise ReadingError(f"this cannot be, because the section says ${said}$", 1, ANOTHER_CASE)
    facts = (*reader.facts, *([node] if kind == "condition" and isinstance(node, w.Relation) else ()))
    narrowed = narrowing(node) if kind == "condition" else {}
    return Reading(node, kind, counted | narrowed | reader.binds | shared, facts)


def narrowing(node: Node) -> dict[str, Node]:
    """The letter that a condition bounds by numbers, with the kind of number it then is."""
    letters = [term for term in node.terms if isinstance(term, w.Symbol)] if isinstance(node, w.Relation) else []
    if len(letters) != 1 or letters[0].kind != Real:
        return {}
    at = node.terms.index(letters[0])
    kind = interval_kind(node.terms, node.signs) if at == len(node.signs) - 1 or len(node.signs) == 1 else None
    return {letters[0].name: w.Symbol(letters[0].name, kind)} if kind is not None and at < 2 else {}
