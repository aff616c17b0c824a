"""Figures as they stand on a page: drawn once, kept by content, set with title and caption."""

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from press import cache, catalogue
from press.elements import element

if TYPE_CHECKING:
    from press.drawing import Drawing, Figure

SOURCES = ("calculus", "formulas", "figures", "press/drawing.py", "press/svg.py", "press/palette.py")


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


def draw_all() -> list[str]:
    """Draws every figure that is declared; returns their names."""
    return [drawn(figure).name for figure in catalogue.figures().values()]


def block(figure: "Figure", stash: Callable[[str], str], *, first: bool) -> Element:
    """The figure on a page; only the first of a page carries the address."""
    drawing = drawn(figure)
    caption = element("figcaption", element("strong", f"{drawing.title}. "), drawing.description)
    address = {"id": figure.name} if first else {}
    return element("figure", stash(drawing.web), caption, class_="figure", **address, data_figure=figure.name)
