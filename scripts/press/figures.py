"""Figures as they stand on a page: drawn once, kept by content, set with title and caption."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from calculus.printers.mathml import from_tex
from press import cache, catalogue
from press.captions import TITLED
from press.captions import TYPED as TYPED_BELOW
from press.elements import element
from press.labels import Label, Slip, SlipError
from press.report import Problem, stop_for

if TYPE_CHECKING:
    from press.drawing import Drawing, Figure

Note = Callable[[Label], None]  # puts a label into the ledger
SOURCES = (
    "calculus/language", "calculus/interpreters", "calculus/printers", "calculus/parser", "calculus/notation.py",
    "calculus/graph.py", "formulas", "figures",
    "press/drawing.py", "press/drawing.mplstyle", "press/labels.py", "press/captions.py",
    "press/stray.py", "press/svg.py", "press/palette.py",
)  # fmt: skip


def drawn(figure: "Figure") -> "Drawing":
    """The figure's drawing, kept from an earlier build if nothing it is made of has changed."""
    from press.drawing import (
        Drawing,
        draw,
    )  # here, because a page whose figures are drawn should not wait for matplotlib

    valid = cache.key(cache.sources(*SOURCES), cache.versions("matplotlib", "numpy", "scikit-learn"))
    if kept := cache.recall("figures", figure.name, valid):
        return Drawing(**kept | {name: _labels(kept[name]) for name in ("caption", "labels")})
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
            problems += _problems(figure, error)
        yield f"{number} of {len(every)} figures"
    stop_for(problems)


def block(figure: "Figure", stash: Callable[[str], str], note: Note, *, first: bool) -> Element:
    """The figure on a page, its labels and what its caption says put into the ledger; the first carries the address."""
    drawing = drawn(figure)
    for label in drawing.labels:
        note(label)
    words = [piece if isinstance(piece, str) else _set(piece, note, stash) for piece in drawing.caption]
    picture = element("div", stash(drawing.web), class_="figure-picture", data_search_exclude="")
    caption = element("figcaption", element("strong", f"{drawing.title}. "), *words)
    address = {"id": figure.name} if first else {}
    return element("figure", picture, caption, class_="figure", **address, data_figure=figure.name)


def _set(label: Label, note: Note, stash: Callable[[str], str]) -> Element:
    note(label)
    return element("span", stash(from_tex(label.tex)), class_="math")


def _labels(kept: list) -> tuple:
    """Words and labels as they were kept."""
    return tuple(piece if isinstance(piece, str) else Label(**piece) for piece in kept)


def _problems(figure: "Figure", error: Exception) -> Iterator[Problem]:
    if isinstance(error, SlipError):
        for slip in error.slips:
            yield Problem(figure.file, slip.line or _line(figure, slip), slip.rule, slip.found, slip.hint)
        return
    line = catalogue.line_in(figure.file, error) or figure.line
    yield Problem(figure.file, line, f"{figure.name} must draw", f"{type(error).__name__}: {error}")


def _line(figure: "Figure", slip: Slip) -> int:
    """The line on which something is typed: in a text of the drawing function, or else of its shelf."""
    texts = [
        (_within(text, word), is_said, rank)
        for text, is_said in _texts(figure.file)
        for rank, word in enumerate((slip.found, slip.found.split()[0]))
        if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text.value)
    ]
    ranked = [
        (line < figure.line, is_said != (slip.rule in (TITLED, TYPED_BELOW)), rank, line)
        for line, is_said, rank in texts
    ]
    return min(ranked, default=(figure.line,))[-1]


def _texts(file: Path) -> Iterator[tuple[ast.Constant, bool]]:
    """Every text in a file, and whether it is the docstring of a function."""
    tree = ast.parse(file.read_text("utf-8"))
    said = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        if isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, id(node) in said


def _within(text: ast.Constant, word: str) -> int:
    """The line of a word in a text that may be long."""
    lines = text.value.splitlines()
    return text.lineno + next((place for place, line in enumerate(lines) if word in line), 0)
