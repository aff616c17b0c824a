"""A derivation: a function on a shelf, read into lines, with a claim to check for each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from calculus.conclusion import bridge, expanded, implied, says, unstated
from calculus.conditions import conditions
from calculus.following import Line, Stage, following, opening
from calculus.formula import UNNAMED, Formula, Heading, build, heading, unnamed
from calculus.language import words as w
from calculus.language.node import LanguageError, Node
from calculus.language.statements import Statement
from calculus.language.steps import NEARLY, Derivation, Step, is_equality
from calculus.language.symbols import Alias, Symbol
from calculus.rules import address, named

Formulas = Mapping[str, Formula]


@dataclass(frozen=True)
class Proof:
    """One derivation: where it starts, its lines, the formula it proves, and all that has to be checked."""

    name: str
    title: str
    note: str
    symbols: tuple[Symbol, ...]
    start: Node
    rules: tuple[str, ...]  # that make the start true
    lines: tuple[Line, ...]
    claims: tuple[Formula, ...]  # of the start, of the lines, and of the way from the last line to the formula
    proves: str
    conditions: tuple[Node, ...]
    where: tuple[Alias, ...]
    file: Path
    line: int

    @property
    def equality(self) -> tuple[Node, Node] | None:
        """Both sides of the start, if it is an equality."""
        return self.start.terms if is_equality(self.start) else None

    @property
    def formulas(self) -> tuple[str, ...]:
        """The formulas it names as rules."""
        rules = (*self.rules, *(rule for line in self.lines for rule in line.rules))
        return tuple(rule for rule in rules if "." in rule)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything that is shown."""
        return (self.start, *self.where, *self.conditions, *(node for line in self.lines for node in line.nodes))


def derive(function: Callable[..., Derivation], name: str, formulas: Formulas) -> Proof:
    """Read one derivation, which may name these formulas; a DeclarationError names its file and line."""
    head = heading(function, name)
    derivation = build(function, head)
    if not isinstance(derivation, Derivation):
        raise head.wrong(
            f" must return Derivation(start, Step(…), …, proves=…); it returned a {type(derivation).__name__}"
        )
    lines, end = worked(derivation, head, formulas)
    if loose := unnamed(w.Several(tuple(line.claim.statement for line in lines), derivation.where), head.symbols):
        raise head.wrong(f": {loose}", UNNAMED)
    try:
        rules = tuple(named(rule, formulas) for rule in derivation.by)
        proves = address(derivation.proves, formulas)
        claims = concluded(derivation, end, lines, formulas[proves].statement, head)
    except LanguageError as error:
        raise head.wrong(f": {error}") from error
    met = conditions(w.Several((derivation.start, end.statement), given=derivation.given), head.symbols)
    place = (derivation.start, rules, lines, claims, proves, met, derivation.where)
    return Proof(name, head.title, head.note, head.symbols, *place, head.file, head.line)


def worked(derivation: Derivation, head: Heading, formulas: Formulas) -> tuple[tuple[Line, ...], Stage]:
    """The lines one by one, and what the last one has come to."""
    stage, lines = opening(derivation.start), []
    for number, step in enumerate(derivation.steps, 1):
        try:
            stage, statement = following(stage, step)
            rules = tuple(named(rule, formulas) for rule in step.rules)
        except LanguageError as error:
            raise head.wrong(f": {error}", line=line_of(step, head)) from error
        claim = claimed(head, str(number), replace(statement, given=derivation.given), line_of(step, head))
        both = {"sign": "=", "left": stage.left} if is_equality(step.to) else {"sign": shown(step), "left": None}
        lines.append(Line(right=stage.right, rules=rules, claim=claim, error=stage.error, **both))
    return tuple(lines), stage


def shown(step: Step) -> str:
    """The sign a line opens with: what is nearly equal is equal up to the error that stands beside it."""
    return "=" if step.sign == NEARLY else step.sign


def line_of(step: Step, head: Heading) -> int:
    """The line a step stands in, if that is in the file of the derivation."""
    file, line = step.place
    return line if Path(file) == head.file else head.line


def claimed(head: Heading, part: str, statement: Statement, line: int) -> Formula:
    """A claim of the derivation as a formula of its own, with the address of its line."""
    return Formula(f"{head.name}.{part}", f"{head.title}, {part}", "", head.symbols, statement, head.file, line)


def concluded(
    derivation: Derivation, end: Stage, lines: tuple[Line, ...], target: Statement, head: Heading
) -> tuple[Formula, ...]:
    """All claims whose truth makes the derivation one of the formula."""
    claims, start, given = tuple(line.claim for line in lines), derivation.start, {"given": derivation.given}
    final = replace(end.statement, **given)
    if missing := unstated(final, target):
        raise LanguageError(f"the formula does not have the condition {' and '.join(missing)}")
    if is_equality(start):
        if any(says(statement, target) for statement in implied(start, end.statement)):
            return claims
        claims = (claimed(head, "start", replace(start, **given), head.line), *claims)
    shown = expanded(final) if isinstance(final, w.Expansion) else (final,)
    if not any(says(statement, target) for statement in (final, *shown)):
        last = replace(bridge(final, target, head.symbols), **given)
        claims += (claimed(head, "end", last, lines[-1].claim.line),)
    return claims
