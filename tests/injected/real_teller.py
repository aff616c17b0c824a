"""Tells what is wrong with a copy of the real project after each edit, in what the edit changed; runs in the copy."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from teller import ROOT, afresh, drawing, judgment

from press import catalogue, pages, reading, sheet_page, wording
from press.report import Problem, Stop, sentence


def meanings() -> dict[str, str]:
    """What each claim says."""
    return {name: repr((claim.symbols, claim.statement)) for name, claim in catalogue.claims().items()}


BEFORE = meanings()


def problems(file: Path) -> Iterator[Problem | str]:
    """All that a build would tell of shelves and titles, of claims that say something new, and of one file."""
    yield from catalogue.problems()
    yield from wording.problems()
    for name, meaning in meanings().items():
        if meaning != BEFORE.get(name):
            yield from judgment(catalogue.claims()[name])
    for figure in catalogue.figures().values():
        if figure.file == file:
            yield from drawing(figure)
    for page in pages.pages():
        if page.file == file:
            yield from reading.problems(page)
    for page in sheet_page.sheets():
        if page.file == file:
            yield from sheet_page.problems(page)


def told(edit: dict) -> list[str]:
    """What is told after an edit, which is then taken back."""
    file = ROOT / edit["file"]
    before = file.read_text("utf-8")
    file.write_text(edit["after"], "utf-8")
    _read_again(file)
    try:
        return [sentence(problem) for problem in problems(file)]
    except Stop as stop:
        return str(stop).splitlines()
    finally:
        file.write_text(before, "utf-8")
        _read_again(file)


def _read_again(file: Path) -> None:
    """Shelves take seconds to read, so only an edited one makes them be read again."""
    pages._read.cache_clear()
    if file.suffix == ".py" and file.is_relative_to(ROOT / "scripts"):
        afresh()


if __name__ == "__main__":
    json.dump([told(edit) for edit in json.load(sys.stdin)], sys.stdout)
