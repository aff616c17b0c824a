"""What the printed sheet adds to the ledger: it is set from the same declarations, in a file of its own."""

from collections.abc import Iterator

from calculus import printers
from press import figures, pages, sheet_page
from press.places import from_root
from press.rows import Row

FILE = "cheat-sheet/calculus-for-ml-a4.pdf"


def rows() -> Iterator[Row]:
    """A row for each line, each condition and each label that stands on the sheet."""
    for page in (each for each in pages.pages() if each.address == sheet_page.ADDRESS):
        for panel in sheet_page.panels(page):
            for entry in panel.entries:
                yield from _pieces(entry) if entry.is_formula else _labels(entry)


def _pieces(entry: sheet_page.Entry) -> Iterator[Row]:
    formula = entry.item
    for node in (*printers.lines(formula.statement), *formula.conditions):
        text = printers.unicode(node)
        yield Row(
            FILE, f"docs/{sheet_page.ADDRESS}:{entry.line}", formula.kind, printers.tex(node), formula.name, text=text
        )


def _labels(entry: sheet_page.Entry) -> Iterator[Row]:
    """What is drawn; the caption is not printed, it is the words a screen reader speaks."""
    for label in figures.drawn(entry.item).labels:
        place = f"{from_root(entry.item.file).as_posix()}:{label.line}"
        yield Row(FILE, place, label.kind, label.tex, label.formula, label.follows, label.text)
