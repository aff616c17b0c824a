"""The table a check prints: a row for each claim, what each road says, what became of its mutants, and the totals."""

from calculus.check.roads import ROADS
from press import verdicts
from press.checking import Finding, advice
from press.report import sentences

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


def foot(found: list[Finding]) -> str:
    """The totals; what must be zero is said even when it is. Below them, what may be mended."""
    counts = [finding.tally.counts for finding in found if finding.tally]
    made, killed, equivalent = (sum(count[name] for count in counts) for name in COUNTS[:3])
    hold, undecided, vacuous = (sum(map(is_so, found)) for is_so in (is_true, is_undecided, is_vacuous))
    totals = [
        f"{len(found)} claims: {hold} hold, {undecided} undecided, {vacuous} vacuous",
        f"{made} mutants: {killed} killed, {equivalent} equivalent, {made - killed - equivalent} alive",
    ]
    return "\n".join(["", *totals, *filter(None, [sentences(advice(found))])])


def is_true(finding: Finding) -> bool:
    """Whether a claim holds on two roads."""
    return finding.outcome.holds


def is_undecided(finding: Finding) -> bool:
    """Whether a claim neither holds nor is known to be false."""
    return not finding.outcome.holds and not any(road.truth is False for road in finding.outcome.roads)


def is_vacuous(finding: Finding) -> bool:
    """Whether a road found no point to try the claim at."""
    return any(road.points == 0 for road in finding.outcome.roads)
