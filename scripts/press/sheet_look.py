"""Lengths and faces of the sheet, in points, for one size of type."""

from press.palette import color

WIDTH, HEIGHT = 841.89, 595.28  # A4, landscape
COLUMNS, SIDES = 4, 2
MARGIN, GUTTER, TOP, FOOT = 22, 13, 23, 13
COLUMN = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS
SIZES = tuple(tenths / 10 for tenths in range(92, 70, -2))  # of the smallest type
GAP = 1  # units between panels, at least


def look(size: float) -> dict[str, float | str]:
    """What the template asks for; everything within a column grows with the type."""
    return {
        "face": "Source Serif Pro",
        "mathematics": "STIX Two Math",
        "ink": color("ink"),
        "soft": color("ink-soft"),
        "title": 16,
        "heading": round(1.22 * size, 2),
        "formula": round(1.18 * size, 2),
        "small": size,
        "air": round(0.38 * size, 2),
        "indent": indent(size),
        "unit": unit(size),
        "column": COLUMN,
        "gutter": GUTTER,
        "margin": MARGIN,
        "top": TOP,
        "foot": FOOT,
    }


def indent(size: float) -> float:
    """How far formulas stand in from their titles."""
    return round(0.8 * size, 2)


def unit(size: float) -> float:
    """The grid that rows stand on."""
    return round(0.6 * size, 2)


def room(size: float) -> int:
    """How many units a column is tall."""
    return int((HEIGHT - 2 * MARGIN - TOP - FOOT) / unit(size))
