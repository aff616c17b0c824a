"""Remarks on a sheet: the items of a list in a panel, with their mathematics read as on the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from calculus import parser
from calculus.parser import ReadingError, Scope
from calculus.parser.reading import Reading
from press import pages
from press.report import Problem, stop_for

ITEM = re.compile(r"^- (?P<text>.+?)(?=\n- |\n[ \t]*\n|\n#|\Z)", re.MULTILINE | re.DOTALL)
NAMED = re.compile(r"\*\*(?P<name>.+?)\*\*\s*")
CLAIMED = "a remark on a sheet must claim nothing, because only formulas are checked there"


@dataclass(frozen=True)
class Remark:
    """One item: the words in bold that open it, then words and the mathematics among them."""

    name: str
    pieces: tuple[str | Reading, ...]
    line: int
    is_formula = False

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The mathematics in it."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Reading))


def remarks(page: pages.Page, heading: int) -> Iterator[Remark]:
    """The items of the lists in a section of a page."""
    scope = pages.scope(page, heading)
    for item in ITEM.finditer(page.prose):
        line, _ = page.position(item.start())
        if page.section(line) == heading:
            named = NAMED.match(item["text"])
            pieces, scope = _read(page, item["text"][named.end() if named else 0 :], line, scope)
            yield Remark(named["name"] if named else "", pieces, line)


def _read(page: pages.Page, text: str, line: int, scope: Scope) -> tuple[tuple[str | Reading, ...], Scope]:
    """Words and readings in turn, and what letters mean after them."""
    pieces, last = [], 0
    for found in pages.MATH.finditer(text):
        try:
            reading = parser.read(found[0][1:-1], scope)
        except ReadingError as error:
            stop_for([Problem(page.file, line, error.message, found[0], error.hint)])
        if reading.kind == "claim":
            stop_for([Problem(page.file, line, CLAIMED, found[0], "call the formula in a panel")])
        scope = scope.after(reading)
        pieces += [typeset(text[last : found.start()]), reading]
        last = found.end()
    return (*pieces, typeset(text[last:])), scope


def typeset(text: str) -> str:
    """Words as they are set: any space is one, and apostrophes are those of print."""
    return re.sub(r"\s+", " ", text).replace("'", "’")
