"""Panels as plain values for the typesetter: mathematics in Typst with its words, conditions, links and pictures."""

import re
from os.path import relpath
from pathlib import PurePosixPath

from calculus import printers
from calculus.formula import Formula
from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers.dialects import TYPST
from press import figures, pages
from press.palette import color
from press.places import ROOT
from press.sheet_page import Entry, Panel

ACCENTS = ("fig-1", "fig-2", "fig-3", "fig-4", "fig-5")
HOME = PurePosixPath("cheat-sheet")  # the folder of the site that holds the sheet


def content(panels: tuple[Panel, ...]) -> list[dict]:
    """All panels, each with its heading, its color, and what it holds."""
    homes = _homes()
    return [
        {
            "title": panel.title,
            "accent": color(ACCENTS[number % len(ACCENTS)]),
            "entries": [_entry(entry, homes[entry.item.name]) for entry in panel.entries],
        }
        for number, panel in enumerate(panels)
    ]


def _entry(entry: Entry, page: str) -> dict:
    """A formula or a figure, with the address its title leads to."""
    item = entry.item
    common = {"title": item.title, "address": address(page, item.name)}
    return common | (_formula(item) if entry.is_formula else _picture(item))


def address(page: str, name: str) -> str:
    """Where the site shows it, as seen from the sheet; in full if mkdocs.yml knows the site's address."""
    path = PurePosixPath(page).with_suffix("")
    folder = path.parent if path.name == "index" else path
    root = re.search(r"^site_url:\s*(\S+)", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    there = f"{root[1].rstrip('/')}/{folder}" if root else relpath(folder, HOME)
    return f"{there}/#{name}"


def _homes() -> dict[str, str]:
    """For each name the first page that shows it; the sheet's own page comes last."""
    homes: dict[str, str] = {}
    for page in sorted(pages.pages(), key=lambda page: page.address == "cheat-sheet.md"):
        for call in page.calls:
            for name in (call.name, *pages.called(call.name)):
                homes.setdefault(name, page.address)
    return homes


def _formula(formula: Formula) -> dict:
    lines = [{"forms": forms(line), "words": printers.speech(line)} for line in printers.lines(formula.statement)]
    conditions = [{"forms": [printers.typst(each)], "words": printers.speech(each)} for each in formula.conditions]
    return {"lines": lines, "conditions": conditions}


def _picture(figure) -> dict:
    drawing = figures.drawn(figure)
    return {"picture": drawing.print, "words": f"{drawing.title}. {drawing.description}"}


def forms(line: Node) -> list[str]:
    """The ways to set a line, widest first: on one line, or broken where a reader would take a breath."""
    parts = _breaths(line)
    return [printers.typst(line), *([r" \ quad ".join(parts)] if len(parts) > 1 else [])]


def _breaths(line: Node) -> list[str]:
    """A statement in the pieces it may be broken into; every piece but the first begins with its sign."""
    match line:
        case w.Relation():
            rest = zip(line.signs, line.terms[1:], strict=True)
            return [printers.typst(line.terms[0]), *(TYPST.form(sign, "", printers.typst(term)) for sign, term in rest)]
        case w.Definition():
            return [printers.typst(line.left), TYPST.form("=", "", printers.typst(line.right))]
        case w.Implies():
            return [printers.typst(line.premise), TYPST.form("implies", "", printers.typst(line.conclusion))]
        case w.Exists():
            between = w.Relation((line.lower, line.variable, line.upper), ("<", "<"))
            return [*_breaths(line.claim), TYPST.form("for some", "", printers.typst(between))]
    return [printers.typst(line)]
