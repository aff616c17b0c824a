"""Panels as plain values for the typesetter: mathematics in Typst with its words, conditions, links and pictures."""

import re
from os.path import relpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from calculus import printers
from calculus.formula import Formula
from calculus.language.node import Node
from press import course, figures, pages, sheet_conditions
from press.palette import gray
from press.sheet_lines import forms, lines, parts
from press.sheet_look import FOLDER
from press.sheet_page import Entry, Panel, format_of
from press.sheet_remarks import Remark, typeset

if TYPE_CHECKING:
    from press.drawing import Figure

COLOR = re.compile(r"#[0-9a-f]{6}\b")


def content(panels: tuple[Panel, ...]) -> list[dict]:
    """All panels, each with its heading, what holds for most of it, and its entries."""
    homes = _homes()
    return [_panel(panel, homes) for panel in panels]


def _panel(panel: Panel, homes: dict[str, str]) -> dict:
    above = sheet_conditions.shared(panel)
    return {
        "title": typeset(panel.title),
        "conditions": list(map(_piece, above)),
        "entries": [
            _remark(each) if isinstance(each, Remark) else _entry(each, above, homes) for each in panel.entries
        ],
    }


def _remark(remark: Remark) -> dict:
    """Words, and the mathematics among them."""
    pieces = [piece if isinstance(piece, str) else _piece(piece.node) for piece in remark.pieces]
    return {"title": typeset(remark.name), "pieces": pieces}


def _entry(entry: Entry, above: tuple[Node, ...], homes: dict[str, str]) -> dict:
    """A formula or a figure, with the address its title leads to."""
    item = entry.item
    common = {"title": typeset(item.title), "address": address(homes[item.name], item.name)}
    return common | (_formula(item, above) if entry.is_formula else _picture(item))


def address(page: str, name: str) -> str:
    """Where the site shows it, as seen from the sheet; in full if mkdocs.yml knows the site's address."""
    path = PurePosixPath(page).with_suffix("")
    folder = path.parent if path.name == "index" else path
    root = course.setting("site_url").rstrip("/")
    there = f"{root}/{folder}" if root else relpath(folder, FOLDER)
    return f"{there}/#{name}"


def _homes() -> dict[str, str]:
    """For each name the page to read about it: a topic if one shows it, or else any page before the sheet's own."""
    homes: dict[str, str] = {}
    for page in sorted(pages.pages(), key=_distance):
        for call in page.calls:
            for name in (call.name, *pages.called(call.name)):
                homes.setdefault(name, page.address)
    return homes


def _distance(page: pages.Page) -> int:
    """How far a page is from explaining what it shows."""
    return 0 if page.address.startswith("topics/") else 2 if format_of(page) else 1


def _formula(formula: Formula, above: tuple[Node, ...]) -> dict:
    set_lines = [{"forms": forms(line), "words": printers.speech(line)} for line in lines(formula.statement)]
    return {"lines": set_lines, "conditions": list(map(_piece, sheet_conditions.own(formula, above)))}


def _piece(condition: Node) -> dict:
    """Mathematics in small type, and the mathematics and words it may be broken into where it is long."""
    code = printers.typst(condition)
    return {"forms": [code], "words": printers.speech(condition), "parts": parts(code)}


def _picture(figure: "Figure") -> dict:
    drawing = figures.drawn(figure)
    return {"picture": drawing.print, "words": f"{drawing.title}. {drawing.description}"}


def uncolored(panels: list[dict]) -> list[dict]:
    """The same panels with pictures in grays; lines differ by their dashes."""
    return [panel | {"entries": [_uncolored(entry) for entry in panel["entries"]]} for panel in panels]


def _uncolored(entry: dict) -> dict:
    return (
        entry | {"picture": COLOR.sub(lambda found: gray(found[0]), entry["picture"])} if "picture" in entry else entry
    )
