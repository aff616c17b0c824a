"""A full check: what the roads say of each claim, what became of its mutants, and whether the canaries still fall."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from calculus.check import watch
from calculus.formula import Formula
from press import mutation, pages, reading, sentence_mutation, verdicts
from press.report import Problem


@dataclass(frozen=True)
class Finding:
    """What was found out about one claim; a claim that does not hold is not broken further."""

    outcome: verdicts.Outcome
    tally: mutation.Tally | None = None

    @property
    def is_vacuous(self) -> bool:
        """Whether a road calls the claim true and has tried it nowhere."""
        return any(road.truth and road.points == 0 for road in self.outcome.roads)

    @property
    def holds(self) -> bool:
        return bool(self.outcome.holds and not self.is_vacuous and self.tally and self.tally.holds)


@dataclass(frozen=True)
class Sentences:
    """What was found out about the pages: what is not accounted for, and the claims checked where they stand."""

    unaccounted: tuple[Problem, ...] = ()
    tallies: tuple[sentence_mutation.Tally, ...] = ()
    unnoticed: tuple[Problem, ...] = ()


def sentences() -> Sentences:
    """All pages read, and the claims in their sentences broken."""
    unaccounted = tuple(problem for page in pages.pages() for problem in reading.unread(page))
    found = [] if unaccounted else list(sentence_mutation.tallies())
    unnoticed = tuple(problem for each in found for problem in sentence_mutation.problems(*each))
    return Sentences(unaccounted, tuple(tally for _, tally in found), unnoticed)


def findings(claims: list[Formula]) -> Iterator[Finding]:
    """The findings in order, each as soon as there is one."""
    outcomes = list(verdicts.outcomes(claims))
    tallies = mutation.tallies([outcome.formula for outcome in outcomes if outcome.holds])
    for outcome in outcomes:
        yield Finding(outcome, next(tallies) if outcome.holds else None)


def problems(found: list[Finding], said: Sentences) -> list[Problem]:
    """Claims that do not hold, errors that nothing notices, and roads that are blind to a canary."""
    untrue = [verdicts.problem(each.outcome) for each in found if not each.outcome.holds]
    unnoticed = [problem for each in found if each.tally for problem in mutation.problems(each.tally)]
    return [*said.unaccounted, *untrue, *vacuous(found), *unnoticed, *said.unnoticed, *blind()]


def vacuous(found: Iterable[Finding]) -> list[Problem]:
    """Claims that a road calls true without a point to try them at."""
    claims = [finding.outcome.formula for finding in found if finding.is_vacuous]
    rule, hint = "each road must try a claim somewhere", "its conditions may exclude each other"
    return [
        Problem(each.file, each.line, rule, f"{each.name} has no point", hint, f"make check NAME={each.name}")
        for each in claims
    ]


def advice(found: Iterable[Finding]) -> list[Problem]:
    """What may be mended and stops nothing: conditions that nothing was seen to need."""
    return [problem for each in found if each.tally for problem in mutation.advice(each.tally)]


def blind() -> list[Problem]:
    """A road that does not see that a canary is false can be trusted with nothing."""
    found = []
    for outcome in verdicts.outcomes(watch.declared()):
        canary, missed = outcome.formula, watch.unseen(outcome.roads)
        told = ", ".join(f"{road.klass} {verdicts.said(road)}" for road in missed) or outcome.failure
        if told:
            rule = f"{canary.name} is false, and every road must see it"
            found.append(Problem(canary.file, canary.line, rule, told, "mend the road", "make check"))
    return found
