"""Measures the checks: seconds a claim by kind and road, seconds a mutant by kind, and growth with the claims."""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator
from statistics import mean, median
from time import monotonic

from calculus.check.roads import ROADS
from press import catalogue, mutation, verdicts
from press.places import CACHE

SLOWEST = 10
COUNTS = (50, 100, 200)  # of claims, checked from nothing
Rows = Iterator[tuple]


def checked() -> list[verdicts.Outcome]:
    """The claims that have a verdict, lines of derivations among them."""
    return [outcome for claim in catalogue.claims().values() if (outcome := verdicts.known(claim))]


def by_road(outcomes: list[verdicts.Outcome]) -> Rows:
    """Seconds a claim on each road, by kind of statement; under them those of all kinds together."""
    for kind, found in grouped((outcome.formula.kind, outcome) for outcome in outcomes):
        seconds = [averaged(road.seconds for each in found for road in each.roads if road.klass == k) for k in ROADS]
        yield kind, len(found), *seconds, averaged(each.seconds for each in found)


def slowest(outcomes: list[verdicts.Outcome]) -> Rows:
    """The dearest claims, against the one in the middle."""
    middle = median(outcome.seconds for outcome in outcomes) if outcomes else 0
    for outcome in sorted(outcomes, key=lambda outcome: -outcome.seconds)[:SLOWEST]:
        ratio = f"{outcome.seconds / middle:.0f}" if middle else "–"
        roads = {road.klass: f"{road.seconds:.2f}" for road in outcome.roads}
        yield outcome.formula.name, *(roads.get(klass, "–") for klass in ROADS), f"{outcome.seconds:.2f}", ratio


def by_mutant() -> Rows:
    """Seconds a mutant, by kind of statement."""
    tallies = [tally for claim in catalogue.claims().values() if (tally := mutation.known(claim))]
    for kind, found in grouped((tally.formula.kind, tally) for tally in tallies):
        rows = sum(len(tally.rows) for tally in found)
        yield kind, len(found), rows, f"{sum(tally.seconds for tally in found) / max(1, rows):.3f}"


def growing() -> Rows:
    """Seconds to check more and more claims, spread over all shelves, with nothing kept; and against the fewest."""
    every, first = list(catalogue.claims().values()), 0.0
    for count in COUNTS:
        chosen = every[:: max(1, len(every) // count)][:count]
        shutil.rmtree(CACHE / "kernels", ignore_errors=True)
        start = monotonic()
        fell = sum(not outcome.holds for outcome in verdicts.outcomes(chosen, again=True))
        seconds = monotonic() - start
        first = first or seconds / len(chosen)
        yield (
            len(chosen),
            f"{seconds:.1f}",
            f"{seconds / len(chosen):.2f}",
            f"{seconds / len(chosen) / first:.2f}",
            fell,
        )


def grouped(pairs: Iterable[tuple[str, object]]) -> Iterator[tuple[str, list]]:
    """What belongs to each kind, by name of the kind; last, everything."""
    found: dict[str, list] = defaultdict(list)
    for kind, each in pairs:
        found[kind].append(each)
    yield from sorted(found.items())
    yield "all", [each for group in found.values() for each in group]


def averaged(seconds: Iterable[float]) -> str:
    found = list(seconds)
    return f"{mean(found):.2f}" if found else "–"
