"""Typst at work on a sheet: what its template settles by measuring, the PDF it sets, and a picture of it."""

import json
from importlib.resources import files
from pathlib import Path

import typst

from press import cache
from press.programs import EPOCH

TEMPLATE = Path(__file__).with_name("sheet.typ")
FONTS = (files("font_source_serif_pro") / "files", files("ziamath") / "fonts")  # the faces of the site
STANDARDS = ["ua-1", "a-2a"]  # read aloud by assistive technology, and kept for good


def settled(content: dict, name: str) -> list[dict]:
    """The panels with what takes measuring: how each entry is set, and its height; formulas with their least width.

    Under the name it is kept for each panel, so that after a change only the panels that changed are measured.
    """
    made_of = cache.sources("press/sheet.typ"), cache.versions("typst", "ziamath", "font-source-serif-pro")
    valid = cache.key(*made_of, json.dumps(content["look"]))
    keyed = [(cache.key(json.dumps(panel)), panel) for panel in content["panels"]]
    known = cache.recall("panels", name, valid) or {}
    if new := {key: panel for key, panel in keyed if key not in known}:
        found = _compiler(content | {"panels": [*new.values()]}).query("<settled>", field="value", one=True)
        known |= zip(new, json.loads(found), strict=True)
        cache.keep("panels", name, valid, {key: known[key] for key, _ in keyed})
    return [_merged(panel, known[key]) for key, panel in keyed]


def pdf(content: dict) -> bytes:
    """The sheet, with panels that are settled; the same bytes for the same content, whatever the day."""
    return _compiler(content).compile(format="pdf", pdf_standards=STANDARDS, timestamp=int(EPOCH))


def picture(sheet: Path, width: int) -> bytes:
    """The first side of a sheet that has been set, as PNG with so many pixels across."""
    source = f'#set page(width: {width}pt, height: auto, margin: 0pt)\n#image("{sheet.name}", width: 100%)'
    return typst.compile(source.encode(), root=str(sheet.parent), format="png", ppi=72)


def _merged(panel: dict, found: dict) -> dict:
    entries = [entry | more for entry, more in zip(panel["entries"], found["entries"], strict=True)]
    return panel | found | {"entries": entries}


def _compiler(content: dict) -> typst.Compiler:
    """The template with its content; no font but ours, so that a sheet looks the same everywhere."""
    fonts, given = [str(folder) for folder in FONTS], {"sheet": json.dumps(content)}
    return typst.Compiler(str(TEMPLATE), font_paths=fonts, ignore_system_fonts=True, sys_inputs=given)
