"""Panels as plain values for the typesetter: mathematics in Typst with its words, conditions, links and pictures."""

import re
from os.path import relpath
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from calculus import printers
from calculus.formula import Formula
from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers.dialects import TYPST
from press import figures, pages
from press.palette import color
from press.places import ROOT
from press.sheet_page import Entry, Panel

if TYPE_CHECKING:
    from press.drawing import Figure

ACCENTS = ("fig-1", "fig-2", "fig-3", "fig-4", "fig-5")
BREAK = r" \ quad "
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
    common = {"title": item.title.replace("'", "’"), "address": address(page, item.name)}
    return common | (_formula(item) if entry.is_formula else _picture(item))


def address(page: str, name: str) -> str:
    """Where the site shows it, as seen from the sheet; in full if mkdocs.yml knows the site's address."""
    path = PurePosixPath(page).with_suffix("")
    folder = path.parent if path.name == "index" else path
    root = re.search(r"^site_url:\s*(\S+)", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    there = f"{root[1].rstrip('/')}/{folder}" if root else relpath(folder, HOME)
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
    return 0 if page.address.startswith("topics/") else 2 if page.address == "cheat-sheet.md" else 1


def _formula(formula: Formula) -> dict:
    lines = [{"forms": forms(line), "words": printers.speech(line)} for line in printers.lines(formula.statement)]
    conditions = [{"forms": [printers.typst(each)], "words": printers.speech(each)} for each in formula.conditions]
    return {"lines": lines, "conditions": conditions}


def _picture(figure: "Figure") -> dict:
    drawing = figures.drawn(figure)
    return {"picture": drawing.print, "words": f"{drawing.title}. {drawing.description}"}


def forms(line: Node) -> list[str]:
    """The ways to set a line, the fewest breaks first: on one line, or broken where a reader would take a breath."""
    first, *rest = breaths(line)
    ways = [first]
    for piece in rest:
        ways = [way + joint for joint in (f" {piece}", BREAK + piece.removeprefix("quad")) for way in ways]
    return sorted(ways, key=lambda way: way.count(BREAK))


def breaths(line: Node) -> list[str]:
    """A statement in the pieces it may be broken into; every piece but the first begins with its sign."""
    match line:
        case w.Relation(terms=(first, *others)):
            return [printers.typst(first), *map(_signed, line.signs, others)]
        case w.Definition(left=w.Alias()):
            return [printers.typst(line)]  # where … stands for …
        case w.Definition(left=left) | w.Expansion(left=left):
            return [printers.typst(left), printers.typst(line).removeprefix(printers.typst(left)).strip()]
        case w.Implies():
            return [printers.typst(line.premise), _signed("implies", line.conclusion)]
        case w.Equivalent():
            return [printers.typst(line.left), _signed("exactly when", line.right)]
        case w.Exists():
            between = w.Relation((line.lower, line.variable, line.upper), ("<", "<"))
            return [*breaths(line.claim), _signed("for some", between)]
    return [printers.typst(line)]


def _signed(sign: str, node: Node) -> str:
    return TYPST.form(sign, "", printers.typst(node)).strip()
