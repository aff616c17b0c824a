"""The cheat sheet as its page declares it: panels under headings, each with the formulas and figures it calls."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculus.formula import Formula
from press import catalogue, course, figures, pages
from press.report import Problem
from press.sheet_look import COLUMN

if TYPE_CHECKING:
    from press.drawing import Figure

ADDRESS = "cheat-sheet.md"  # the sheet's page, seen from docs/
WIDTH = re.compile(r'viewBox="0 0 ([\d.]+)')
DRAWN, LEAST = (
    12,
    7,
)  # points: words as figures draw them (drawing.mplstyle), and the least a reader can be asked to read


@dataclass(frozen=True)
class Entry:
    """One call on the page, with the line it stands on."""

    item: "Formula | Figure"
    line: int

    @property
    def is_formula(self) -> bool:
        return isinstance(self.item, Formula)


@dataclass(frozen=True)
class Panel:
    """A heading and everything called below it."""

    title: str
    line: int
    entries: tuple[Entry, ...]


def home(page: pages.Page, name: str) -> str | None:
    """The address that explains a formula, seen from the sheet's page; from other pages there is none."""
    explained = course.first_shown().get(name) if page.address == ADDRESS else None
    return f"{course.link(page, explained)}#{name}" if explained else None


def panels(page: pages.Page) -> tuple[Panel, ...]:
    """The panels of the page, in order; headings without a call have none."""
    headings = [(number, line[3:].strip()) for number, line in enumerate(page.prose.splitlines(), 1) if _opens(line)]
    found = (Panel(title, line, tuple(_entries(page, line))) for line, title in headings)
    return tuple(panel for panel in found if panel.entries)


def problems(page: pages.Page) -> Iterator[Problem]:
    """Calls the sheet cannot set: names nobody declared, calls above the first panel, figures too fine to be read."""
    yield from _too_fine(page)
    for call in page.calls:
        if not _called(call.name):
            near = catalogue.nearest(call.name)
            yield Problem(page.file, call.line, f"nothing is named {call.name}; did you mean {near}?")
        elif not page.section(call.line) or not _opens(page.prose.splitlines()[page.section(call.line) - 1]):
            hint = "write ## and the panel's title above it"
            yield Problem(page.file, call.line, "a call on the sheet must stand in a panel", call.name, hint)


def _too_fine(page: pages.Page) -> Iterator[Problem]:
    for entry in (entry for panel in panels(page) for entry in panel.entries if not entry.is_formula):
        width = float(WIDTH.search(figures.drawn(entry.item).print)[1])
        if width > COLUMN * DRAWN / LEAST:
            rule = f"the words of {entry.item.name} must be {LEAST} pt tall or more when it fills a column of the sheet"
            hint = "take it off the sheet, or draw it as one panel"
            yield Problem(page.file, entry.line, rule, f"{COLUMN * DRAWN / width:.1f} pt", hint)


def _opens(line: str) -> bool:
    return line.startswith("## ")


def _entries(page: pages.Page, heading: int) -> Iterator[Entry]:
    for call in page.calls:
        if page.section(call.line) == heading:
            yield from (Entry(item, call.line) for item in _called(call.name))


def _called(name: str) -> list["Formula | Figure"]:
    """What a call stands for: a figure, or the formulas it shows."""
    if name in catalogue.figures():
        return [catalogue.figures()[name]]
    known = catalogue.formulas()
    return [known[each] for each in pages.called(name) if each in known]
