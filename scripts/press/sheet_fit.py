"""Whether the panels, as they were measured at one size of type, fit the sheet; and if so, where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from press import sheet_look
from press.pages import Page
from press.report import Problem
from press.sheet_columns import height, shares, spread
from press.sheet_page import Panel


@dataclass(frozen=True)
class Fit:
    """The panels of a page at one size of type."""

    page: Page
    panels: tuple[Panel, ...]
    measured: list[dict]
    size: float

    @property
    def problems(self) -> list[Problem]:
        """What is wider than a column, and columns that are taller than a side."""
        return [*self._too_wide(), *self._too_tall()]

    @property
    def plan(self) -> list[list[list[dict]]]:
        """For each side its columns, for each column its panels, each with the room below its entries."""
        columns = [self._placed(column) for column in self.columns]
        return [columns[first : first + sheet_look.COLUMNS] for first in range(0, len(columns), sheet_look.COLUMNS)]

    @property
    def columns(self) -> list[list[int]]:
        """The numbers of the panels in each column."""
        return spread(
            [panel["height"] for panel in self.measured], sheet_look.COLUMNS * sheet_look.SIDES, sheet_look.GAP
        )

    def _placed(self, column: list[int]) -> list[dict]:
        below = shares(self._spare(column), [len(self.panels[number].entries) for number in column])
        for rooms in below[:-1]:
            rooms[-1] += sheet_look.GAP
        return [{"panel": number, "below": rooms} for number, rooms in zip(column, below, strict=True)]

    def _spare(self, column: list[int]) -> int:
        """Units the column leaves free."""
        heights = [self.measured[number]["height"] for number in column]
        return sheet_look.room(self.size) - height(heights, sheet_look.GAP)

    def _too_wide(self) -> Iterator[Problem]:
        room = sheet_look.COLUMN - sheet_look.indent(self.size)
        for panel, found in zip(self.panels, self.measured, strict=True):
            for entry, width in zip(panel.entries, found["widths"], strict=True):
                if width > room:
                    rule = f"{entry.item.name}, in the panel {panel.title}, must fit a column, {room:.0f} pt"
                    hint = "shorten it, state it as two formulas, or take it off the sheet"
                    yield Problem(self.page.file, entry.line, rule, f"{width:.0f} pt", hint)

    def _too_tall(self) -> Iterator[Problem]:
        for number, column in enumerate(self.columns, 1):
            if (spare := self._spare(column)) < 0:
                titles, last = [self.panels[each].title for each in column], self.panels[column[-1]].entries[-1]
                rule = f"the panels of column {number}, {' and '.join(titles)}, must fit a side of the sheet"
                found = f"{-spare * sheet_look.unit(self.size):.0f} pt too much, the last of it {last.item.name}"
                hint = "take a call off the sheet, or divide the panel so that a part of it can stand in another column"
                yield Problem(self.page.file, last.line, rule, found, hint)
