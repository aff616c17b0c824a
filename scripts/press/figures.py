"""Figures as they stand on a page: drawn once, kept by content, set with title and caption."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from press import cache, catalogue
from press.elements import element
from press.report import Problem, stop_for

if TYPE_CHECKING:
    from press.drawing import Drawing, Figure

SOURCES = (
    "calculus/language", "calculus/interpreters", "calculus/printers", "calculus/notation.py", "calculus/graph.py",
    "formulas", "figures",
    "press/drawing.py", "press/drawing.mplstyle", "press/svg.py", "press/palette.py",
)  # fmt: skip


def drawn(figure: "Figure") -> "Drawing":
    """The figure's drawing, kept from an earlier build if nothing it is made of has changed."""
    from press.drawing import (
        Drawing,
        draw,
    )  # here, because a page whose figures are drawn should not wait for matplotlib

    valid = cache.key(cache.sources(*SOURCES), cache.versions("matplotlib", "numpy"))
    if kept := cache.recall("figures", figure.name, valid):
        return Drawing(**kept)
    drawing = draw(figure)
    cache.keep("figures", figure.name, valid, asdict(drawing))
    return drawing


def draw_all() -> Iterator[str]:
    """Draws every figure that is declared, telling how far it is; those that cannot be drawn stop it at the end."""
    problems, every = [], catalogue.figures().values()
    for number, figure in enumerate(every, 1):
        try:
            drawn(figure)
        except Exception as error:  # a contributor's slip of any kind: told in a sentence, not as a traceback
            problems.append(_problem(figure, error))
        yield f"{number} of {len(every)} figures"
    stop_for(problems)


def block(figure: "Figure", stash: Callable[[str], str], *, first: bool) -> Element:
    """The figure on a page; only the first of a page carries the address."""
    drawing = drawn(figure)
    picture = element("div", stash(drawing.web), class_="figure-picture", data_search_exclude="")
    caption = element("figcaption", element("strong", f"{drawing.title}. "), drawing.description)
    address = {"id": figure.name} if first else {}
    return element("figure", picture, caption, class_="figure", **address, data_figure=figure.name)


def _problem(figure: "Figure", error: Exception) -> Problem:
    line = catalogue.line_in(figure.file, error) or figure.line
    return Problem(figure.file, line, f"{figure.name} must draw", f"{type(error).__name__}: {error}")
