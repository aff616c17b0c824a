"""What goes wrong in print with a whole statement: a sign turned, a size of an error, a state that is stale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from calculus.check.broken_values import STRICTER, Change, turned
from calculus.language import words as w
from calculus.language.node import Node

Made = Iterator[tuple[str, Callable[[], Node]]]


def changes(statement: w.Statement) -> Iterator[Change]:
    """Every change of a statement as a whole."""
    yield from (Change(name, statement, make) for name, make in made(statement))
    if getattr(statement, "where", ()):
        yield Change("condition", statement, lambda: replace(statement, where=()))


def made(statement: w.Statement) -> Made:
    match statement:
        case w.Relation(_, signs):
            yield from (("relation", lambda place=place: turned(statement, place)) for place in range(len(signs)))
            weak = [place for place, sign in enumerate(signs) if sign in STRICTER]
            yield from (("relation", lambda place=place: turned(statement, place, STRICTER)) for place in weak)
        case w.Expansion(letter=letter, size=size):
            yield "size", lambda: replace(statement, letter="O" if letter == "o" else "o")
            yield "size", lambda: replace(statement, size=size**2)
        case w.Implies(premise, conclusion):
            yield "roles", lambda: w.Implies(conclusion, premise, statement.given)
        case w.Update():
            yield from of_updates(statement)


def of_updates(update: w.Update) -> Made:
    """A value of the step before where the new one is meant, and the new one where the old one is."""
    named = [line.terms[0] for line in update.lines]
    for place, line in enumerate(update.lines):
        for value in named:
            for old, new in ((value, w.Previous(value)), (w.Previous(value), value)):
                kept = {w.Previous(value): w.Previous(value)}
                after = line.terms[1].substitute(kept | {old: new})
                if after != line.terms[1]:
                    yield (
                        "state",
                        lambda place=place, line=line, after=after: update.put(
                            ("lines", place), line.put(("terms", 1), after)
                        ),
                    )
