"""Lengths and faces of the sheet, in points, for one size of type."""

from press.palette import color

WIDTH, HEIGHT = 841.89, 595.28  # A4, landscape
COLUMNS, SIDES = 4, 2
MARGIN, GUTTER, TOP, FOOT = 24, 15, 22, 13
COLUMN = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GUTTER) / COLUMNS
SIZES = (8.4, 8.2, 8.0, 7.8, 7.6, 7.4, 7.2, 7.0)  # of the smallest type; the largest that fits is taken
GAP = 1  # units between panels, at least


def look(size: float) -> dict[str, float | str]:
    """What the template asks for; everything but the column grows with the type."""
    return {
        "face": "Source Serif Pro",
        "math": "STIX Two Math",
        "ink": color("ink"),
        "soft": color("ink-soft"),
        "small": size,
        "formula": round(1.18 * size, 2),
        "heading": round(1.22 * size, 2),
        "title": 15,
        "unit": unit(size),
        "indent": round(0.8 * size, 2),
        "air": round(0.38 * size, 2),
        "column": COLUMN,
        "margin": MARGIN,
        "gutter": GUTTER,
        "top": TOP,
        "foot": FOOT,
    }


def unit(size: float) -> float:
    """The grid that rows stand on."""
    return round(0.6 * size, 2)


def room(size: float) -> int:
    """How many units a column is tall."""
    return int((HEIGHT - 2 * MARGIN - TOP - FOOT) / unit(size))
