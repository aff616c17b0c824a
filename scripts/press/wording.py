"""What shelves, the table of letters and the menu say in words, where mathematics would reach the reader unread."""

import re
from collections.abc import Iterator
from pathlib import Path

from calculus import notation
from press import catalogue, stray
from press.lint import WORDS_ONLY
from press.places import ROOT, SCRIPTS
from press.report import Problem

MENU = ROOT / "mkdocs.yml"
LETTERS = SCRIPTS / "calculus" / "notation.py"  # what each letter means, as the page of symbols says it
ENTRY = re.compile(r"^(?:[ ]*-|site_name:|site_description:)[ ]+(?P<said>[^:\n]+)(?::|$)", re.MULTILINE)


def problems() -> Iterator[Problem]:
    """Every title, menu entry and meaning of a letter that holds mathematics typed as words."""
    for kind in catalogue.KINDS:
        for shelf in catalogue.shelves(kind):
            yield from _wrong(SCRIPTS / kind / f"{shelf.topic}.py", 1, shelf.heading)
            for item in shelf.items.values():
                yield from _wrong(item.file, item.line, item.title)
    for row in notation.TABLE:
        yield from _wrong(LETTERS, 1, row.meaning)
    for entry in ENTRY.finditer(MENU.read_text("utf-8")):
        yield from _wrong(MENU, 1, entry["said"])


def _wrong(file: Path, line: int, said: str) -> Iterator[Problem]:
    if found := stray.in_words(said):
        yield Problem(file, _line(file, line, found.text), WORDS_ONLY, found.text, "say it in words", _again(file))


def _again(file: Path) -> str:
    return f"make check NAME={file.stem}" if file.parent.name == "formulas" else "make site"


def _line(file: Path, start: int, text: str) -> int:
    """The first line from the given one that holds the beginning of the text."""
    lines = file.read_text("utf-8").splitlines()
    near = (number for number, line in enumerate(lines, 1) if number >= start and text.split()[0] in line)
    return next(near, start)
