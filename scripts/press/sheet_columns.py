"""Panels spread over columns in reading order, so even as their order allows, and every column filled to its foot."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

ROW, PANEL = 1, 3  # shares of a column's spare room below a row and below a panel


def spread(heights: Sequence[int], columns: int, gap: int) -> list[list[int]]:
    """For each column the numbers of its panels: the least sum of squared heights."""

    @cache
    def best(start: int, left: int) -> tuple[int, tuple[int, ...]]:
        """From this panel on: the sum, and where the columns end."""
        if left == 1 or start == len(heights):
            return height(heights[start:], gap) ** 2, (len(heights),)
        return min(_with(end, best(end, left - 1), start) for end in range(start + 1, len(heights) + 1))

    def _with(end: int, rest: tuple[int, tuple[int, ...]], start: int) -> tuple[int, tuple[int, ...]]:
        return height(heights[start:end], gap) ** 2 + rest[0], (end, *rest[1])

    ends = (0, *best(0, columns)[1])
    return [list(range(start, end)) for start, end in pairwise(ends) if start < end]


def height(panels: Sequence[int], gap: int) -> int:
    """A column of panels with the least gap between them."""
    return sum(panels) + gap * max(0, len(panels) - 1)


def shares(spare: int, rows: Sequence[int]) -> list[list[int]]:
    """Spare room of a column as whole units below each row of each panel; nothing below the last."""
    weights = [weight for count in rows for weight in (*[ROW] * (count - 1), PANEL)]
    weights[-1] = 0
    ends = [round(spare * done / (sum(weights) or 1)) for done in accumulate(weights, initial=0)]
    each = iter(end - start for start, end in pairwise(ends))
    return [[next(each) for _ in range(count)] for count in rows]
