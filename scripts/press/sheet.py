"""The printed cheat sheet: the panels of its page on two sides of A4, as an accessible PDF."""

import json
import tomllib
from importlib.resources import files
from pathlib import Path

import typst

from press import pages, programs, sheet_entries, sheet_look, sheet_page, verdicts
from press.places import DOCS, ROOT
from press.report import Problem, stop_for
from press.sheet_columns import height, shares, spread
from press.sheet_page import Panel

PAGE = DOCS / "cheat-sheet.md"
TEMPLATE = Path(__file__).with_name("sheet.typ")
FONTS = (files("font_source_serif_pro") / "files", files("ziamath") / "fonts")
STANDARDS = ["ua-1", "a-2a"]
TITLE = "Calculus for Machine Learning"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"


def set_sheet(target: Path) -> None:
    """Writes the sheet where it has changed; a Stop says which formula of which panel does not fit."""
    made = sheet(pages.Page(PAGE, PAGE.read_text("utf-8")))
    if not target.exists() or target.read_bytes() != made:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made)


def sheet(page: pages.Page) -> bytes:
    """The sheet as PDF, in the largest type that fits."""
    stop_for(sheet_page.problems(page))
    panels = sheet_page.panels(page)
    content = _content(panels)
    for size in sheet_look.SIZES:
        content["look"] = sheet_look.look(size)
        measured = _measured(content)
        found = [*_too_wide(page, panels, measured), *_too_tall(page, panels, measured, size)]
        if not found:
            return _pdf(content | {"plan": _plan(panels, measured, size)})
    stop_for(found)


def _content(panels: tuple[Panel, ...]) -> dict:
    """What the template reads, but for the look and the plan."""
    return {
        "title": TITLE,
        "author": f"The contributors to {TITLE}",
        "description": "Cheat sheet: every formula with its conditions, checked by machine",
        "keywords": [panel.title for panel in panels],
        "panels": sheet_entries.content(panels),
        "foot": _foot(panels),
        "plan": None,
    }


def _foot(panels: tuple[Panel, ...]) -> list[dict]:
    shown = {entry.item.name: entry.item for panel in panels for entry in panel.entries if entry.is_formula}
    outcomes = filter(None, map(verdicts.known, shown.values()))
    passed = sum(road.truth is True for outcome in outcomes for road in outcome.roads)
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    counts = f"Version {version} · {len(shown)} formulas · {passed} checks passed · "
    return [{"text": counts, "address": None}, {"text": "CC BY 4.0", "address": LICENSE}]


def _measured(content: dict) -> list[dict]:
    """For each panel its height in units, and the width of each of its entries."""
    return json.loads(_compiler(content).query("<measured>", field="value", one=True))


def _pdf(content: dict) -> bytes:
    epoch = int(programs.environment()["SOURCE_DATE_EPOCH"])
    return _compiler(content).compile(format="pdf", pdf_standards=STANDARDS, timestamp=epoch)


def _compiler(content: dict) -> typst.Compiler:
    """The template with this content; no font but ours, so that the sheet looks the same everywhere."""
    fonts = [str(folder) for folder in FONTS]
    given = {"sheet": json.dumps(content)}
    return typst.Compiler(str(TEMPLATE), font_paths=fonts, ignore_system_fonts=True, sys_inputs=given)


def _columns(measured: list[dict]) -> list[list[int]]:
    heights = [int(panel["height"]) for panel in measured]
    return spread(heights, sheet_look.COLUMNS * sheet_look.SIDES, sheet_look.GAP)


def _spare(column: list[int], measured: list[dict], size: float) -> int:
    """Units that a column leaves free."""
    return sheet_look.room(size) - height([int(measured[each]["height"]) for each in column], sheet_look.GAP)


def _plan(panels: tuple[Panel, ...], measured: list[dict], size: float) -> list:
    """Sides of columns of panels, each with the room below its entries."""
    columns = [
        [
            {"panel": number, "below": below}
            for number, below in zip(
                column,
                shares(_spare(column, measured, size), [len(panels[each].entries) for each in column]),
                strict=True,
            )
        ]
        for column in _columns(measured)
    ]
    return [columns[first : first + sheet_look.COLUMNS] for first in range(0, len(columns), sheet_look.COLUMNS)]


def _too_wide(page: pages.Page, panels: tuple[Panel, ...], measured: list[dict]) -> list[Problem]:
    room = sheet_look.COLUMN - 7
    return [
        Problem(page.file, entry.line, f"{entry.item.name} in the panel {panel.title} must fit a column of the sheet, {room:.0f} points wide", f"{width:.0f} points")
        for panel, found in zip(panels, measured, strict=True)
        for entry, width in zip(panel.entries, found["widths"], strict=True)
        if width > room
    ]


def _too_tall(page: pages.Page, panels: tuple[Panel, ...], measured: list[dict], size: float) -> list[Problem]:
    return [
        Problem(page.file, panels[column[-1]].line, "x")
        for column in _columns(measured) if _spare(column, measured, size) < 0
    ]
