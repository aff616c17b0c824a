"""The printed sheets: the panels of their pages on paper, in color and without, as accessible PDFs."""

import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from press import cache, course, pages, sheet_entries, sheet_page, sheet_setting, verdicts
from press.license import TEXT
from press.places import ROOT
from press.report import stop_for
from press.sheet_entries import uncolored
from press.sheet_fit import Fit
from press.sheet_look import PAPERS, Format, Look, Paper, file_name
from press.sheet_page import Panel

SEARCH = "a size that was found is only where the next search begins"


def set_sheets(folder: Path) -> None:
    """Writes every sheet on every paper; a Stop says which formula of which panel does not fit."""
    made = {name: content for page in sheet_page.sheets() for name, content in sheets(page).items()}
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.pdf"):
        old.unlink()
    for name, content in made.items():
        (folder / name).write_bytes(content)


def sheets(page: pages.Page) -> dict[str, bytes]:
    """The sheets of one page by file name, each in the largest type that fits its paper."""
    stop_for(sheet_page.problems(page))
    panels = sheet_page.panels(page)
    shown = content(page, panels)
    return {name: pdf for paper in PAPERS for name, pdf in _on(paper, page, panels, shown)}


def _on(paper: Paper, page: pages.Page, panels: tuple[Panel, ...], shown: dict) -> Iterator[tuple[str, bytes]]:
    form = sheet_page.format_of(page)

    @lru_cache
    def fit(size: float) -> Fit:
        look, name = Look(paper, form, size), f"{file_name(form, paper)} {size}"
        return Fit(page, panels, sheet_setting.settled(shown | {"look": look.values}, name), look)

    size = _largest(form, paper, lambda size: not fit(size).problems)
    stop_for(fit(size).problems)
    for is_colored in (True, False):
        look, known = Look(paper, form, size, is_colored), fit(size).settled
        given = {"look": look.values, "plan": fit(size).plan, "panels": known if is_colored else uncolored(known)}
        yield file_name(form, paper, is_colored=is_colored), sheet_setting.pdf(shown | given)


def _largest(form: Format, paper: Paper, fits: Callable[[float], bool]) -> float:
    """The largest size of type that fits, or else the least; looked for where it was found the last time."""
    name, sizes, last = file_name(form, paper), form.sizes, len(form.sizes) - 1
    known = cache.recall("sheets", name, SEARCH)
    if known in sizes and fits(known) and (known == sizes[0] or not fits(sizes[sizes.index(known) - 1])):
        return known
    found = sizes[min(bisect_left(sizes, True, key=fits), last)]
    cache.keep("sheets", name, SEARCH, found)
    return found


def content(page: pages.Page, panels: tuple[Panel, ...]) -> dict:
    """What the template reads, but for the look and the places, which are still to be found."""
    name, form = course.setting("site_name"), sheet_page.format_of(page)
    return {
        "title": f"{name}{': ' + course.title(page).lower() if form.suffix else ''}",
        "author": f"The contributors to {name}",
        "promise": "What stands under a heading holds for its panel unless a row says otherwise. Titles are links.",
        "keywords": [panel.title for panel in panels],
        "panels": sheet_entries.content(panels),
        "foot": _counts(panels),
        "license": {"text": TEXT.name, "address": TEXT.address},
        "plan": None,
    }


def _counts(panels: tuple[Panel, ...]) -> str:
    """The foot of the sheet: which version it is, and what it holds."""
    shown = {formula.name: formula for panel in panels for formula in panel.formulas}
    outcomes = filter(None, map(verdicts.known, shown.values()))
    passed = sum(road.truth is True for outcome in outcomes for road in outcome.roads)
    return " · ".join([*_version(), f"{len(shown)} formulas", f"{passed} checks passed"])


def _version() -> list[str]:
    project = ROOT / "pyproject.toml"
    return [f"Version {tomllib.loads(project.read_text('utf-8'))['project']['version']}"] if project.exists() else []
