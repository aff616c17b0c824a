"""Whether a claim in a sentence stands on something: a declared statement, or what its section has said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from calculus.language import words as w
from calculus.language.node import Node
from calculus.parser import notation_nodes as n
from calculus.parser.covering import covers
from calculus.parser.local_check import Found, follows
from calculus.parser.meaning import plain
from calculus.parser.reading import Reading
from calculus.parser.renaming import Form, lettered
from calculus.parser.scope import Scope
from calculus.printers import tex

FLIPPED = {">": "<", ">=": "<="}


@dataclass(frozen=True)
class Support:
    """Whether a claim holds up, and on what: the name of a formula, how it was checked, or why it is refused."""

    stands: bool
    by: str

    def __bool__(self) -> bool:
        return self.stands


@dataclass(frozen=True, eq=False)
class Declared:
    """The declared statements by name, and everything they state, by form."""

    statements: Mapping[str, Node]

    @cached_property
    def forms(self) -> dict[Form, list[tuple[str, dict[int, Node]]]]:
        """Every statement and each of its links, with what its letters are."""
        found: dict[Form, list[tuple[str, dict[int, Node]]]] = {}
        for name, statement in self.statements.items():
            for each in (statement, *pieces(plain(statement))):
                shape, letters = lettered(plain(each))
                found.setdefault(shape, []).append((name, letters))
        return found

    def find(self, node: Node) -> str:
        """The formula that says this of all such letters, or an empty string."""
        shape, said = lettered(node)
        return next((name for name, letters in self.forms.get(shape, ()) if all_covered(letters, said)), "")

    def nearest(self, node: Node) -> str:
        """What to call instead: the formula that looks most alike."""
        by_look = {tex(statement): name for name, statement in self.statements.items()}
        close = get_close_matches(tex(node), by_look, n=1, cutoff=0.5)
        return (
            f"the nearest is {{{{ {by_look[close[0]]} }}}}: {close[0]}"
            if close
            else "declare it on a shelf and call it"
        )


def supported(reading: Reading, scope: Scope, declared: Declared) -> Support:
    """Whether each link of a claim is declared or follows from its section; the first that is not is named."""
    if name := declared.find(reading.meaning):
        return Support(True, name)
    supports = [stands(link, scope, declared) for link in links(reading.node)]
    refused = [support for support in supports if not support]
    return refused[0] if refused else Support(True, ", ".join(dict.fromkeys(support.by for support in supports)))


def stands(link: Node, scope: Scope, declared: Declared) -> Support:
    """Whether one link is declared, or follows."""
    if name := next(filter(None, map(declared.find, turned(plain(link)))), ""):
        return Support(True, name)
    found = follows(link, scope)
    if found is Found.FALSE:
        return Support(False, f"it is false: {tex(link)}{defining(link)}")
    if found is Found.TRUE:
        return Support(True, "checked from what the section says")
    why = f"no formula declares {tex(link)}, and it does not follow from what the section says{defining(link)}"
    return Support(False, f"{why}; {declared.nearest(link)}")


def all_covered(declared: dict[int, Node], said: dict[int, Node]) -> bool:
    """Whether each letter of a claim is one that the statement was declared for."""
    return all(covers(node, said[number]) for number, node in declared.items())


def defining(link: Node) -> str:
    """What to write where an equality with a letter on its left was meant to define it."""
    left = link.terms[0] if isinstance(link, w.Relation) and link.signs == ("=",) else None
    return f" (to define {tex(left)} here, write {tex(left)} := …)" if isinstance(left, w.Symbol) else ""


def pieces(node: Node) -> Iterator[Node]:
    """What a statement states besides itself: its links, in either direction, and those of its parts."""
    for part in parts(node):
        yield part
        for link in skipping(part):
            yield from turned(link)


def parts(node: Node) -> Iterator[Node]:
    """The statements inside a statement."""
    yield from node.parts if isinstance(node, w.Several) else (node,)


def links(node: Node) -> Iterator[Node]:
    """The neighbors of each chain, one by one."""
    for part in parts(node):
        if not isinstance(part, w.Relation | n.Loose):
            yield part
            continue
        for left, sign, right in zip(part.terms, part.signs, part.terms[1:], strict=False):
            yield type(part)((left, right), (sign,))


def skipping(node: Node) -> Iterator[Node]:
    """Each pair of a chain's terms, with the sign that follows from those between."""
    if not isinstance(node, w.Relation):
        return
    for start in range(len(node.signs)):
        for end in range(start + 1, len(node.terms)):
            sign = between(node.signs[start:end])
            if sign:
                yield w.Relation((node.terms[start], node.terms[end]), (sign,))


def between(signs: tuple[str, ...]) -> str:
    """The sign of a chain as a whole, or nothing where it says none."""
    kinds = set(signs) - {"="}
    if len(kinds) <= 1:
        return next(iter(kinds), "=") if kinds != {"!="} or signs == ("!=",) else ""
    return "<" if kinds == {"<", "<="} else ">" if kinds == {">", ">="} else ""


def turned(link: Node) -> Iterator[Node]:
    """A link and the same read from the right; a zero that stands for a whole array is not written first."""
    yield link
    if isinstance(link, w.Relation) and len(link.signs) == 1 and link.terms[0].shape == link.terms[1].shape:
        sign = link.signs[0]
        back = {**FLIPPED, **{low: high for high, low in FLIPPED.items()}}.get(sign, sign)
        yield w.Relation(link.terms[::-1], (back,))
