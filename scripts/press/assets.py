"""Everything generated that pages refer to, written below docs/generated before a site generator looks there."""

from collections import deque
from html import unescape
from re import sub

from calculus import printers
from press import cache, catalogue, emblem, figures, fonts, palette
from press.places import GENERATED


def write_all() -> None:
    """Everything, as far as it has changed."""
    colors()
    letters()
    deque(figures.draw_all(), maxlen=0)
    sheet()


def colors() -> None:
    """The palette as CSS, and the emblem drawn in it."""
    emblem.write_emblem(GENERATED)
    (GENERATED / "palette.css").write_text(palette.stylesheet(), "utf-8")


def letters() -> None:
    """The fonts, cut to what the formulas use; done again only when that changes."""
    used = _characters()
    valid = cache.key(used, cache.sources("press/fonts.py"), cache.versions("fonttools", "ziamath"))
    target = GENERATED / "fonts"
    if target.exists() and cache.recall("fonts", "cut", valid):
        return
    target.mkdir(parents=True, exist_ok=True)
    fonts.cut_mathematics_font(used, target / "mathematics.woff2")
    fonts.cut_text_fonts(target)
    cache.keep("fonts", "cut", valid, value=True)


def sheet() -> None:
    """The cheat sheet as PDF."""


def _characters() -> str:
    """Every character of every formula, in one order."""
    printed = (printers.mathml(formula.statement) for formula in catalogue.formulas().values())
    return "".join(sorted(set(unescape(sub(r"<[^>]*>", "", "".join(printed))))))
