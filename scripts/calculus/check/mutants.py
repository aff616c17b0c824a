"""Claims broken on purpose, at every node a reader sees and in every way errors are made in print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace

from calculus.check import broken_statements, weakening
from calculus.check.broken_values import Change, changes, counting_changes
from calculus.formula import Formula, unnamed
from calculus.language import words as w
from calculus.language.node import LanguageError, Node
from calculus.language.symbols import Symbol

Rebuild = Callable[[Node], Node]
UNTOUCHED = {
    "variable",
    "variables",
    "over",
    "draw",
    "given",
    "where",
    "time",
}  # letters that are only named, and conditions
COUNTING = {"indices", "order"}


@dataclass(frozen=True)
class Mutant:
    """A claim with one thing wrong: the operator, the node before and after; refused where it cannot be built."""

    operator: str
    before: Node
    after: Node | None = None
    statement: Node | None = None
    symbols: tuple[Symbol, ...] = ()
    refusal: str = ""

    @property
    def is_weakened(self) -> bool:
        """Whether a condition was dropped, so that the claim is made for more than the original."""
        return self.operator == weakening.OPERATOR


def mutants(formula: Formula) -> Iterator[Mutant]:
    """Every claim one change away from a formula's, in the order of reading; no two say the same."""
    seen = {formula.statement}
    for change, rebuild in every_change(formula):
        mutant = built(formula, change, rebuild)
        if mutant.statement not in seen or mutant.statement is None:
            seen.add(mutant.statement)
            yield mutant
    yield from (Mutant(weakening.OPERATOR, *weak) for weak in weakening.weaker(formula))


def built(formula: Formula, change: Change, rebuild: Rebuild) -> Mutant:
    """The mutant of one change, or the reason why the language does not let it be said."""
    after = None
    try:
        after = change.make()
        statement = rebuild(after)
    except LanguageError as error:
        return Mutant(change.operator, change.before, after, refusal=str(error))
    if isinstance(change.before, w.Statement) and (loose := unnamed(statement, formula.symbols)):
        return Mutant(change.operator, change.before, after, refusal=loose)
    return Mutant(change.operator, change.before, after, statement, formula.symbols)


def every_change(formula: Formula) -> Iterator[tuple[Change, Rebuild]]:
    """Every change at every node, with what puts the changed node back into the statement."""
    statement = formula.statement
    yield from within(statement, formula.symbols, lambda changed: changed)
    for alias in dict.fromkeys(alias for node in statement.walk() for alias in getattr(node, "where", ())):
        for change, rebuild in within(alias.body, formula.symbols, lambda changed: changed):
            yield (
                change,
                lambda changed, alias=alias, rebuild=rebuild: statement.substitute(
                    {alias: replace(alias, body=rebuild(changed))}
                ),
            )


def within(node: Node, symbols: tuple[Symbol, ...], rebuild: Rebuild) -> Iterator[tuple[Change, Rebuild]]:
    """Changes of this node, then of everything shown below it."""
    own = broken_statements.changes(node) if isinstance(node, w.Statement) else changes(node, symbols)
    yield from ((change, rebuild) for change in own)
    for slot, child in shown_slots(node):
        outer = lambda changed, slot=slot: rebuild(node.put(slot, changed))  # noqa: E731
        if slot[0] in COUNTING or isinstance(node, w.Unit):
            yield from ((change, outer) for change in counting_changes(child, symbols))
        elif isinstance(node, w.Update):  # the value a line sets is only named there
            after = lambda changed, child=child, outer=outer: outer(child.put(("terms", 1), changed))  # noqa: E731
            yield from within(child.terms[1], symbols, after)
        else:
            yield from within(child, symbols, outer)


def shown_slots(node: Node) -> Iterator[tuple[tuple[str, int | None], Node]]:
    """Slots that a reader sees and that hold values: no certificates, no letters that are only named."""
    unshown = {field.name for field in fields(node) if field.metadata.get("shown") is False}
    for slot, child in node.slots():
        if slot[0] not in unshown | UNTOUCHED and child != node.binds and not isinstance(node, w.Alias):
            yield slot, child
