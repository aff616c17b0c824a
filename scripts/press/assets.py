"""Everything generated that pages refer to, written below docs/generated before a site generator looks there."""

from collections import deque
from collections.abc import Callable
from functools import partial
from html import unescape
from pathlib import Path
from re import sub

from calculus import printers
from press import cache, catalogue, course, deck, downloads, emblem, figures, fonts, palette, programs, verdicts
from press.places import CACHE, GENERATED
from press.sheet import set_sheets
from press.sheet_look import FOLDER, STEM
from press.sheet_page import sheets

SHEETS = CACHE / FOLDER


def write_all() -> None:
    """Everything, as far as it has changed."""
    colors()
    letters()
    deque(figures.draw_all(), maxlen=0)
    sheet()
    to_keep()


def published() -> list[Path]:
    """What becomes part of the site from where it is kept."""
    return sorted(SHEETS.glob(f"{STEM}*"))


def colors() -> None:
    """The palette as CSS, and the emblem drawn in it."""
    _anew(GENERATED / "palette.css", cache.sources("press/palette.py", "press/emblem.py"), _write_colors)


def letters() -> None:
    """The fonts, cut to what the formulas use."""
    used = _characters()
    cutting = cache.sources("press/fonts.py", "press/tailoring.py")
    valid = cache.key(used, cutting, cache.versions("fonttools", "ziamath", "font-source-serif-pro"))
    _anew(GENERATED / "fonts" / "mathematics.woff2", valid, partial(_cut_fonts, used))


def sheet() -> None:
    """The sheets as PDF; they become part of the site from where they are kept."""
    shown = {name: page.address for name, page in course.first_shown().items()}
    known = [verdicts.known(formula) for formula in catalogue.formulas().values()]
    written = [page.source for page in sheets()]
    made_of = cache.sources(
        "calculus", "formulas", "figures", "press", "press/sheet.typ", "../pyproject.toml", "../mkdocs.yml"
    )
    setters = cache.versions("typst", "ziamath", "font-source-serif-pro", "matplotlib")
    there = course.setting("site_url")
    _anew(SHEETS, cache.key(*written, made_of, setters, there, str(shown), str(known)), set_sheets)


def to_keep() -> None:
    """The flash cards, and the site as a work to cite."""
    changed = int(programs.last_change())
    shown = course.first_shown()
    by_heart, cards = deck.essentials(), []
    for each in deck.in_order():
        page = shown[each.name]
        cards.append((each.name, course.title(page), deck.tags(each, page, by_heart)))
    made_of = cache.sources("calculus", "formulas", "press", "../mkdocs.yml")
    valid = cache.key(made_of, course.setting("site_url"), str(cards), str(changed))
    _anew(SHEETS / downloads.DECK, valid, lambda file: file.write_bytes(deck.package(changed)))
    (SHEETS / downloads.ENTRY).write_text(downloads.entry(), "utf-8")


def _write_colors(target: Path) -> None:
    emblem.write_emblem(GENERATED)
    target.write_text(palette.stylesheet(), "utf-8")


def _cut_fonts(used: str, target: Path) -> None:
    fonts.cut_mathematics_font(used, target)
    fonts.cut_text_fonts(target.parent)


def _characters() -> str:
    """Every character of every formula and its conditions, in one order."""
    nodes = [node for each in catalogue.formulas().values() for node in (each.statement, *each.conditions)]
    nodes += [node for proof in catalogue.derivations().values() for node in proof.nodes]
    printed = map(printers.mathml, nodes)
    return "".join(sorted(set(unescape(sub(r"<[^>]*>", "", "".join(printed))))))


def _anew(target: Path, valid: str, write: Callable[[Path], None]) -> None:
    """Writes only what has changed: a live preview starts again whenever a file below docs/ is written."""
    if target.exists() and cache.recall("assets", target.stem, valid):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    write(target)
    cache.keep("assets", target.stem, valid, value=True)
