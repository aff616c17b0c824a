"""A sheet as its page declares it: panels under headings, each with the formulas and figures it calls, and remarks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calculus.formula import Formula
from press import catalogue, course, figures, front_matter, pages
from press.report import Problem
from press.sheet_look import FORMATS, PAPERS, Format, Look
from press.sheet_remarks import Remark, remarks

if TYPE_CHECKING:
    from press.drawing import Figure

WIDTH = re.compile(r'viewBox="0 0 ([\d.]+)')
DRAWN, LEAST = 12, 7  # points: words as figures draw them (drawing.mplstyle), and the least a reader is asked to read


@dataclass(frozen=True)
class Entry:
    """One call on the page, with the line it stands on."""

    item: "Formula | Figure"
    line: int

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def is_formula(self) -> bool:
        return isinstance(self.item, Formula)


@dataclass(frozen=True)
class Panel:
    """A heading and everything called below it."""

    title: str
    line: int
    entries: tuple[Entry | Remark, ...]

    @property
    def calls(self) -> tuple[Entry, ...]:
        """What it calls."""
        return tuple(entry for entry in self.entries if isinstance(entry, Entry))

    @property
    def formulas(self) -> tuple[Formula, ...]:
        """The formulas it calls."""
        return tuple(entry.item for entry in self.calls if entry.is_formula)


def sheets() -> dict[pages.Page, Format]:
    """The pages that are set on paper too, with the format their front matter names."""
    return {page: found for page in course.in_order() if (found := format_of(page))}


def format_of(page: pages.Page) -> Format | None:
    """The format a page names; most pages are not set on paper."""
    return FORMATS.get(front_matter.word(page, front_matter.SHEET))


def home(page: pages.Page, name: str) -> str | None:
    """The address that explains a formula, seen from a sheet's page; from other pages there is none."""
    explained = course.first_shown().get(name) if format_of(page) else None
    return f"{course.link(page, explained)}#{name}" if explained else None


def panels(page: pages.Page) -> tuple[Panel, ...]:
    """The panels of the page, in order; headings with nothing to set have none."""
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
    column = min(Look(paper, format_of(page), LEAST).column for paper in PAPERS)
    for entry in (entry for panel in panels(page) for entry in panel.calls if not entry.is_formula):
        width = float(WIDTH.search(figures.drawn(entry.item).print)[1])
        if width > column * DRAWN / LEAST + 1:
            rule = f"the words of {entry.name} must be {LEAST} pt tall or more when it fills a column of the sheet"
            hint = "take it off the sheet, or draw it as one panel"
            yield Problem(page.file, entry.line, rule, f"{column * DRAWN / width:.1f} pt", hint)


def _opens(line: str) -> bool:
    return line.startswith("## ")


def _entries(page: pages.Page, heading: int) -> list[Entry | Remark]:
    calls = [
        Entry(item, call.line)
        for call in page.calls
        if page.section(call.line) == heading
        for item in _called(call.name)
    ]
    return sorted([*calls, *remarks(page, heading)], key=lambda entry: entry.line)


def _called(name: str) -> list["Formula | Figure"]:
    """What a call stands for: a figure, or the formulas it shows."""
    if name in catalogue.figures():
        return [catalogue.figures()[name]]
    known = catalogue.formulas()
    return [known[each] for each in pages.called(name) if each in known]
