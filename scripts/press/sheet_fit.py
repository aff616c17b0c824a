"""Whether the panels, as they were settled in one look, fit the sheet; and if so, where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from press.pages import Page
from press.report import Problem
from press.sheet_columns import height, shares, spread
from press.sheet_look import GAP, Look
from press.sheet_page import Panel


@dataclass(frozen=True)
class Fit:
    """The panels of a page in one look."""

    page: Page
    panels: tuple[Panel, ...]
    settled: list[dict]
    look: Look

    @property
    def problems(self) -> list[Problem]:
        """What is wider than a column, and columns that are taller than a side."""
        return [*self._too_wide(), *self._too_tall()]

    @property
    def plan(self) -> list[list[list[dict]]]:
        """For each side its columns, for each column its panels, each with the room below its entries."""
        columns, across = [self._placed(column) for column in self.columns], self.look.format.columns
        return [columns[first : first + across] for first in range(0, len(columns), across)]

    @property
    def columns(self) -> list[list[int]]:
        """The numbers of the panels in each column."""
        columns = self.look.format.columns * self.look.format.sides
        return spread([panel["height"] for panel in self.settled], columns, GAP)

    def _placed(self, column: list[int]) -> list[dict]:
        below = shares(self._spare(column), [len(self.panels[number].entries) for number in column])
        for rooms in below[:-1]:
            rooms[-1] += GAP
        return [{"panel": number, "below": rooms} for number, rooms in zip(column, below, strict=True)]

    def _spare(self, column: list[int]) -> int:
        """Units the column leaves free."""
        return self.look.room - height([self.settled[number]["height"] for number in column], GAP)

    def _too_wide(self) -> Iterator[Problem]:
        for panel, known in zip(self.panels, self.settled, strict=True):
            for entry, found in zip(panel.entries, known["entries"], strict=True):
                if (width := found.get("width", 0)) > self.look.measure:
                    rule = f"{entry.name}, in the panel {panel.title}, must fit a column, {self.look.measure:.0f} pt"
                    hint = "shorten it, state it as two formulas, or take it off the sheet"
                    yield Problem(self.page.file, entry.line, rule, f"{width:.0f} pt on {self.look.paper.name}", hint)

    def _too_tall(self) -> Iterator[Problem]:
        for number, column in enumerate(self.columns, 1):
            if (spare := self._spare(column)) < 0:
                titles, last = [self.panels[each].title for each in column], self.panels[column[-1]].entries[-1]
                rule = f"the panels of column {number}, {' and '.join(titles)}, must fit a side of the sheet"
                over = f"{-spare * self.look.unit:.0f} pt too much on {self.look.paper.name}"
                hint = "take a call off the sheet, or divide the panel so that a part of it can stand in another column"
                yield Problem(self.page.file, last.line, rule, f"{over}, the last of it {last.name}", hint)
