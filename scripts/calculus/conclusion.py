"""What the lines of a derivation add up to, and whether that is what the formula says."""

from __future__ import annotations

from collections.abc import Iterator

from calculus.conditions import given
from calculus.language import words as w
from calculus.language.node import LanguageError, Node
from calculus.language.statements import Both, Equal, Statement, zero
from calculus.language.steps import is_equality
from calculus.language.symbols import Symbol, free_symbols
from calculus.parser.claims import Declared, links, parts
from calculus.parser.covering import holds_for
from calculus.parser.meaning import plain
from calculus.parser.renaming import form
from calculus.printers.spoken import say


def premised(start: Node, final: Statement) -> Iterator[Statement]:
    """What is shown even if the start need not hold: that the end follows, or where an optimum can lie."""
    if not is_equality(start):
        return
    yield w.Implies(start, final)
    slope, end = start.terms[0], final
    is_level = isinstance(slope, w.Gradient | w.Derivative) and zero(start.terms[1])
    if is_level and is_equality(end) and end.terms[0] == slope.variable:
        for which in ("argmin", "argmax"):
            yield Equal(w.Optimum(which, slope.body, slope.variable), end.terms[1])


def says(shown: Statement, target: Statement) -> bool:
    """Whether the formula, or one link of it, is an instance of what is shown, for all letters it speaks of."""
    return any(Declared({"shown": shown}).find(plain(part)) for part in claimed(target))


def claimed(target: Statement) -> Iterator[Node]:
    """What a formula claims: each part that is no definition, whole and link by link."""
    for part in parts(target):
        if not isinstance(part, w.Definition):
            yield part
            yield from links(part)


def bridge(final: Statement, target: Statement, symbols: tuple[Symbol, ...]) -> Statement:
    """The equalities that lead from the last line to the formula where the two are not written alike."""
    if not isinstance(final, w.Relation):
        raise LanguageError("the last line must be what the formula says, letter for letter")
    near = [each for each in map(plain, claimed(target)) if isinstance(each, w.Relation) and each.signs == final.signs]
    if not near:
        raise LanguageError(f"the lines show that {say(final)}, which is another kind of claim than the formula")
    closest = max(near, key=lambda each: sum(a == b for a, b in zip(each.terms, plain(final).terms, strict=True)))
    for name, symbol in free_symbols(closest).items():
        covering = next((each for each in symbols if each.name == name), None)
        if covering is None or not holds_for(covering.kind, symbol.kind):
            raise LanguageError(f"the formula speaks of every {name} of its kind, and the derivation does not")
    return Both(*(Equal(ours, theirs) for ours, theirs in zip(final.terms, closest.terms, strict=True)))


def unstated(final: Statement, target: Statement) -> list[str]:
    """Conditions of the derivation that the formula does not have, in words."""
    stated = {form(plain(each)) for each in given(target)}
    return [say(each) for each in given(final) if form(plain(each)) not in stated]
