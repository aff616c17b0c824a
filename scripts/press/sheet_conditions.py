"""Conditions on the sheet: what most formulas of a panel share is said once, under the panel's title."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from calculus import printers
from calculus.conditions import Typing
from calculus.formula import Formula
from calculus.language.node import Node
from calculus.language.symbols import Symbol
from press.sheet_page import Panel


def shared(panel: Panel) -> tuple[Node, ...]:
    """What most formulas say of a letter; the others say their own, and none leaves the letter open."""
    said: dict[str, list[Node]] = {}
    for each in (single for formula in panel.formulas for single in _said(formula)):
        if isinstance(each, Typing):
            said.setdefault(printers.unicode(each.symbols[0]), []).append(each)
    seen = Counter(letter for formula in panel.formulas for letter in _letters(formula))
    most = {letter: Counter(typings).most_common(1)[0] for letter, typings in said.items()}
    return _together(
        typing
        for letter, (typing, times) in most.items()
        if times > max(1, len(said[letter]) / 2) and len(said[letter]) >= seen[letter]
    )


def own(formula: Formula, above: Iterable[Node]) -> tuple[Node, ...]:
    """What is still to be said beside the formula."""
    known = set(_single(above))
    return _together(each for each in _said(formula) if each not in known)


@lru_cache(maxsize=1000)
def _said(formula: Formula) -> tuple[Node, ...]:
    """All that a formula needs, each letter for itself."""
    return tuple(_single(formula.conditions))


def _letters(formula: Formula) -> set[str]:
    """The letters a reader sees in a formula, as they are printed; bound ones look like the others."""
    printed = printers.unicode(formula.statement)
    letters = {printers.unicode(node) for node in formula.statement.walk() if isinstance(node, Symbol)}
    return {letter for letter in letters if letter in printed}


def _single(conditions: Iterable[Node]) -> list[Node]:
    """Conditions with one letter in each that says what letters are."""
    return [
        each
        for condition in conditions
        for each in (
            [Typing((symbol,)) for symbol in condition.symbols] if isinstance(condition, Typing) else [condition]
        )
    ]


def _together(conditions: Iterable[Node]) -> tuple[Node, ...]:
    """Letters of one kind said in one breath again."""
    kinds: dict[object, list[Node]] = {}
    for each in conditions:
        kinds.setdefault(each.kind if isinstance(each, Typing) else each, []).append(each)
    return tuple(
        Typing(tuple(each.symbols[0] for each in group)) if isinstance(group[0], Typing) else group[0]
        for group in kinds.values()
    )
