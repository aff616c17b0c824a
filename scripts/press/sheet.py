"""The printed cheat sheet: the panels of its page on two sides of A4, as an accessible PDF."""

import re
import tomllib
from bisect import bisect_left
from functools import cache
from pathlib import Path

from press import pages, sheet_entries, sheet_page, sheet_setting, verdicts
from press.places import DOCS, ROOT
from press.report import stop_for
from press.sheet_fit import Fit
from press.sheet_look import SIZES, look
from press.sheet_page import Panel

PAGE = DOCS / sheet_page.ADDRESS
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def set_sheet(target: Path) -> None:
    """Writes the sheet; a Stop says which formula of which panel does not fit."""
    made = sheet(pages.Page(PAGE, PAGE.read_text("utf-8")))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)


def sheet(page: pages.Page) -> bytes:
    """The sheet as PDF, in the largest type that fits."""
    stop_for(sheet_page.problems(page))
    panels = sheet_page.panels(page)
    content = _content(panels)

    @cache
    def fit(size: float) -> Fit:
        return Fit(page, panels, sheet_setting.measured(content | {"look": look(size)}), size)

    fitting = bisect_left(SIZES, True, key=lambda size: not fit(size).problems)
    size = SIZES[min(fitting, len(SIZES) - 1)]
    stop_for(fit(size).problems)
    return sheet_setting.pdf(content | {"look": look(size), "plan": fit(size).plan})


def _content(panels: tuple[Panel, ...]) -> dict:
    """What the template reads, but for the look, which is still to be found."""
    title = re.search(r"^site_name: *(.+)", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)[1].strip()
    return {
        "title": title,
        "author": f"The contributors to {title}",
        "promise": "Every formula with the conditions it needs. Each title is a link to the place that explains it.",
        "keywords": [panel.title for panel in panels],
        "panels": sheet_entries.content(panels),
        "foot": _counts(panels),
        "license": {"text": "CC BY 4.0", "address": LICENSE},
        "plan": None,
    }


def _counts(panels: tuple[Panel, ...]) -> str:
    """The foot of the sheet: which version it is, and what it holds."""
    shown = {entry.item.name: entry.item for panel in panels for entry in panel.entries if entry.is_formula}
    outcomes = filter(None, map(verdicts.known, shown.values()))
    passed = sum(road.truth is True for outcome in outcomes for road in outcome.roads)
    return " · ".join([*_version(), f"{len(shown)} formulas", f"{passed} checks passed"])


def _version() -> list[str]:
    project = ROOT / "pyproject.toml"
    return [f"Version {tomllib.loads(project.read_text('utf-8'))['project']['version']}"] if project.exists() else []
