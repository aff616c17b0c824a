"""What the printed sheet adds to the ledger: it is set from the same declarations, in a file of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from calculus import printers
from calculus.language.node import Node
from press import figures, sheet_conditions, sheet_page
from press.pages import Page
from press.places import from_root
from press.rows import Row
from press.sheet_lines import lines
from press.sheet_look import FOLDER, PAPERS, Format, file_name
from press.sheet_remarks import Remark


def file_of(form: Format) -> str:
    """The file that stands in the ledger for a sheet: the others print the same on other paper and without color."""
    return (FOLDER / file_name(form, PAPERS[0])).as_posix()


def rows() -> Iterator[Row]:
    """A row for each line, each condition and each label that stands on a sheet."""
    for page, form in sheet_page.sheets().items():
        for panel in sheet_page.panels(page):
            yield from _Panel(page, file_of(form), panel).rows()


@dataclass(frozen=True)
class _Panel:
    """A panel on its sheet."""

    page: Page
    file: str
    panel: sheet_page.Panel

    def rows(self) -> Iterator[Row]:
        above = sheet_conditions.shared(self.panel)
        yield from (self.row(node, self.panel.line, "typing") for node in above)
        for entry in self.panel.entries:
            if isinstance(entry, Remark):
                yield from (self.row(each.node, entry.line, each.kind) for each in entry.readings)
            elif entry.is_formula:
                yield from self.pieces(entry, above)
            else:
                yield from self.labels(entry)

    def pieces(self, entry: sheet_page.Entry, above: tuple[Node, ...]) -> Iterator[Row]:
        """A formula, line by line, and what is said beside it."""
        formula = entry.item
        for node in (*lines(formula.statement), *sheet_conditions.own(formula, above)):
            yield self.row(node, entry.line, formula.kind, formula.name)

    def labels(self, entry: sheet_page.Entry) -> Iterator[Row]:
        """What is drawn; the caption is not printed, it is the words a screen reader speaks."""
        for label in figures.drawn(entry.item).labels:
            place = f"{from_root(entry.item.file).as_posix()}:{label.line}"
            yield Row(self.file, place, label.kind, label.tex, label.formula, label.follows, label.text)

    def row(self, node: Node, line: int, kind: str, formula: str | None = None) -> Row:
        place, text = f"docs/{self.page.address}:{line}", printers.unicode(node)
        return Row(self.file, place, kind, printers.tex(node), formula, text=text)
