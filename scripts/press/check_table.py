"""The table a check prints: a row for each claim, what each road says, what became of its mutants, and the totals."""

from collections.abc import Iterable

from calculus.check.roads import ROADS
from press import verdicts
from press.checking import Finding, Sentences, advice
from press.mutation import Tally as ShelfTally
from press.mutation import ways
from press.report import sentences
from press.sentence_mutation import Tally as SentenceTally

NAME, ROAD, NUMBER = 48, 11, 10  # widths of columns
COUNTS = ("made", "killed", "equivalent", "seconds")


def head() -> str:
    """The names of the columns; every road there is has one."""
    return line("claim", list(ROADS), list(COUNTS))


def row(finding: Finding) -> str:
    """One claim; where there is nothing to say, a dash."""
    said = {road.klass: f"{verdicts.said(road)} {road.points}" for road in finding.outcome.roads}
    roads = [said.get(klass, "–") for klass in ROADS]
    tally, seconds = finding.tally, finding.outcome.seconds
    counts = [str(count) for count in tally.counts.values()] if tally else ["–", "–", "–"]
    seconds += tally.seconds if tally else 0
    marked = "" if finding.holds else "  FAILS"
    return line(finding.outcome.formula.name, roads, [*counts, f"{seconds:.2f}"]) + marked


def line(name: str, roads: list[str], numbers: list[str]) -> str:
    """The cells of a row, each in its column."""
    cells = [name.ljust(NAME), *(road.ljust(ROAD) for road in roads), *(number.rjust(NUMBER) for number in numbers)]
    return " ".join(cells).rstrip()


def foot(found: list[Finding], said: Sentences) -> str:
    """The totals; what must be zero is said even when it is. Below them, what may be mended."""
    tallies = [finding.tally for finding in found if finding.tally]
    zeros = [sum(map(is_undecided, found)), sum(finding.is_vacuous for finding in found)]
    lines = [
        "",
        "{} claims: {} undecided, {} vacuous, {} unaccounted; ".format(len(found), *zeros, len(said.unaccounted))
        + f"{of_mutants(tallies)}; killed: {ways(tallies)}",
        f"{len(said.tallies)} claims in sentences; {of_mutants(said.tallies)}",
    ]
    return "\n".join([*lines, *filter(None, [sentences(advice(found))])])


def of_mutants(tallies: Iterable[ShelfTally | SentenceTally]) -> str:
    """How many were made, killed and proven to be no error."""
    counts = [tally.counts for tally in tallies]
    return "mutants: " + ", ".join(f"{sum(count[name] for count in counts)} {name}" for name in COUNTS[:3])


def is_undecided(finding: Finding) -> bool:
    """Whether a claim neither holds nor is known to be false."""
    return not finding.outcome.holds and not any(road.truth is False for road in finding.outcome.roads)
