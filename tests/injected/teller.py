"""Tells what is wrong with a small tree after each edit; runs inside the tree, reads cases, writes what was told."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from calculus import check
from press import cache, catalogue, figures, notebooks, pages, reading, sheet_page, verdicts, wording
from press.report import Problem, Stop, sentence

ROOT = Path.cwd()
judged: dict[str, list[Problem]] = {}


def problems() -> Iterator[Problem | str]:
    """All that a build would tell, without what it makes."""
    yield from catalogue.problems()
    yield from wording.problems()
    yield from notebooks.problems()
    for claim in catalogue.claims().values():
        yield from judgment(claim)
    for figure in catalogue.figures().values():
        yield from drawing(figure)
    for page in pages.pages():
        yield from reading.problems(page)
    for page in sheet_page.sheets():
        yield from sheet_page.problems(page)


def judgment(claim) -> list[Problem]:
    """What the roads say of a claim, once for each way it is written."""
    written = f"{verdicts.key(claim)} {claim.line}"
    if written not in judged:
        outcome = verdicts.Outcome(claim, tuple(check.roads(claim)))
        judged[written] = [] if outcome.holds else [verdicts.problem(outcome)]
    return judged[written]


def drawing(figure) -> Iterator[Problem]:
    try:
        figures.drawn(figure)
    except Exception as error:
        yield from figures._problems(figure, error)


def told(case: dict) -> list[str]:
    """What is told after an edit, which is then taken back."""
    file = ROOT / case["file"]
    before = file.read_text("utf-8") if file.exists() else None
    if before is not None and before.count(case["find"]) != 1:
        return [f"{case['find']!r} stands {before.count(case['find'])} times in {case['file']}"]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(case["put"] if before is None else before.replace(case["find"], case["put"]), "utf-8")
    afresh()
    try:
        return [sentence(problem) for problem in problems()]
    except Stop as stop:
        return str(stop).splitlines()
    finally:
        file.unlink() if before is None else file.write_text(before, "utf-8")


def afresh() -> None:
    cache.forget()
    catalogue.forget()
    pages._read.cache_clear()


if __name__ == "__main__":
    json.dump([told(case) for case in json.load(sys.stdin)], sys.stdout)
