"""Panels spread over columns in reading order, so even as their order allows, and every column filled to its foot."""

from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise

ROW, PANEL = 1, 2  # shares of a column's spare room below a row and below a panel
MOST = 8  # units a share may come to: a column that is nearly empty stays so


def spread(heights: Sequence[int], columns: int, gap: int) -> list[list[int]]:
    """For each column the numbers of its panels: the tallest column as low as can be, then the others even."""

    @cache
    def best(start: int, left: int) -> tuple[int, int, tuple[int, ...]]:
        """From this panel on: the tallest column, the sum of squares, and where the columns end."""
        if start == len(heights):
            return 0, 0, ()
        ends = range(start + 1, len(heights) + 1) if left > 1 else [len(heights)]
        return min(begun(start, end, best(end, left - 1)) for end in ends)

    def begun(start: int, end: int, rest: tuple[int, int, tuple[int, ...]]) -> tuple[int, int, tuple[int, ...]]:
        tall = height(heights[start:end], gap)
        return max(tall, rest[0]), tall**2 + rest[1], (end, *rest[2])

    return [list(range(start, end)) for start, end in pairwise((0, *best(0, columns)[2]))]


def height(panels: Sequence[int], gap: int) -> int:
    """A column of panels with the least gap between them."""
    return sum(panels) + gap * max(0, len(panels) - 1)


def shares(spare: int, rows: Sequence[int]) -> list[list[int]]:
    """Spare room of a column as whole units below the rows of each panel, none below the last row."""
    weights = [weight for count in rows for weight in (*[ROW] * (count - 1), PANEL)]
    weights[-1] = 0
    spare = min(spare, MOST * sum(weights))
    ends = [round(spare * done / (sum(weights) or 1)) for done in accumulate(weights, initial=0)]
    each = iter(end - start for start, end in pairwise(ends))
    return [[next(each) for _ in range(count)] for count in rows]
