"""Papers and formats of the sheets, and for one size of type the lengths, faces and colors their template asks for."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from press.palette import color, gray

FOLDER = PurePosixPath("cheat-sheet")  # of the site
STEM = "calculus-for-ml"  # what the names of files to keep begin with
ACCENTS = ("fig-1", "fig-2", "fig-3", "fig-4", "fig-5")
MARGIN, TOP, FOOT = 18, 20, 11  # points: around the side, and for the lines above and below the columns
GAP = 3  # units between panels, at least


@dataclass(frozen=True)
class Paper:
    """A sheet of paper on its long side, in points."""

    name: str
    width: float
    height: float


PAPERS = (Paper("a4", 841.89, 595.28), Paper("letter", 792, 612))


@dataclass(frozen=True)
class Format:
    """How a page of docs/ is set on paper: columns, sides, and the sizes its smallest type may have, largest first."""

    name: str
    columns: int
    sides: int
    sizes: tuple[float, ...]
    gutter: float

    @property
    def suffix(self) -> str:
        """What the names of its files end with."""
        return "" if self.name == "full" else f"-{self.name}"


def _sizes(largest: int, least: int) -> tuple[float, ...]:
    return tuple(tenths / 10 for tenths in range(largest, least - 1, -1))


FORMATS = {
    each.name: each
    for each in (Format("full", 4, 2, _sizes(90, 70), 12), Format("essentials", 3, 1, _sizes(140, 90), 22))
}


@dataclass(frozen=True)
class Look:
    """One format on one paper, in one size of type."""

    paper: Paper
    format: Format
    size: float
    is_colored: bool = True

    @cached_property
    def lengths(self) -> dict[str, float]:
        """In points; everything within a column grows with the type."""
        return {
            "width": self.paper.width,
            "height": self.paper.height,
            "title": 16,
            "heading": round(1.22 * self.size, 2),
            "formula": round(1.14 * self.size, 2),
            "small": self.size,
            "fine": max(7, round(0.94 * self.size, 2)),
            "air": round(0.2 * self.size, 2),
            "indent": round(0.8 * self.size, 2),
            "unit": self.unit,
            "column": self.column,
            "tab": round(0.42 * self.column, 2),
            "gutter": self.format.gutter,
            "margin": MARGIN,
            "top": TOP,
            "foot": FOOT,
        }

    @property
    def values(self) -> dict:
        """What the template asks for."""
        accents = [color(name) for name in ACCENTS] if self.is_colored else []
        ink, soft = (each if self.is_colored else gray(each) for each in (color("ink"), color("ink-soft")))
        faces = {"face": "Source Serif Pro", "mathematics": "STIX Two Math"}
        return self.lengths | faces | {"ink": ink, "soft": soft, "accents": accents}

    @property
    def column(self) -> float:
        """How wide a column is."""
        gutters = (self.format.columns - 1) * self.format.gutter
        return (self.paper.width - 2 * MARGIN - gutters) / self.format.columns

    @property
    def unit(self) -> float:
        """The grid that rows stand on."""
        return round(0.25 * self.size, 2)

    @property
    def room(self) -> int:
        """How many units a column is tall."""
        return int((self.paper.height - 2 * MARGIN - TOP - FOOT) / self.unit)

    @property
    def measure(self) -> float:
        """How wide a formula may be that stands below its title."""
        return self.column - self.lengths["indent"]


def file_name(form: Format, paper: Paper, *, is_colored: bool = True) -> str:
    """What a sheet is called."""
    return f"{STEM}{form.suffix}-{paper.name}{'' if is_colored else '-bw'}.pdf"
