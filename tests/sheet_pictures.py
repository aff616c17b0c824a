"""Measures of the sheets as pictures; run as a program it keeps those of today, for the tests to compare with."""

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pypdfium2

KEPT = Path(__file__).with_name("sheet_measures.json")
RENEW = ".venv/bin/python tests/sheet_pictures.py"
POINT, SHARE = 1.0, 0.03  # the tolerance: what may change is one point, or three percent where that is more
EDGES = ("white at the left", "white above", "white at the right", "white below")
SCALE = 2  # pixels a point
SEEN = 0.02  # how dark a pixel is that is not white
FOOT, BETWEEN = 29, 4  # points of a side below its columns, and of white before each
ABOVE = 10  # points an entry of the outline points above its heading, so that readers show some white


@dataclass(frozen=True)
class Box:
    """A part of a side, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def of(self, side: np.ndarray) -> np.ndarray:
        """The pixels of a side within it."""
        left, top, right, bottom = (round(SCALE * edge) for edge in (self.left, self.top, self.right, self.bottom))
        return side[top:bottom, left:right]


@dataclass(frozen=True)
class Sheet:
    """A sheet as an independent reader paints it; its panels stand where the outline of the file says."""

    file: Path

    @cached_property
    def document(self) -> pypdfium2.PdfDocument:
        return pypdfium2.PdfDocument(self.file)

    @cached_property
    def sides(self) -> list[np.ndarray]:
        """For each side its pixels in red, green and blue, from 0 (dark) to 1 (white)."""
        return [page.render(scale=SCALE, rev_byteorder=True).to_numpy() / 255 for page in self.document]

    @cached_property
    def ink(self) -> list[np.ndarray]:
        """For each side how much ink its pixels take, from 0 to 1."""
        return [1 - side.mean(axis=2) for side in self.sides]

    @cached_property
    def heads(self) -> list[tuple[str, int, float, float]]:
        """The title of each panel with its side, and where it begins."""
        found = [(entry, entry.get_dest()) for entry in self.document.get_toc() if entry.level == 1]
        return [
            (entry.get_title(), there.get_index(), x, self.document[there.get_index()].get_height() - y + ABOVE)
            for entry, there in found
            for x, y in [there.get_view()[1][:2]]
        ]

    @property
    def panels(self) -> dict[str, tuple[int, Box]]:
        """Each panel by its title: its side, and its box down to the next panel or to the foot of the columns."""
        return {title: (side, self._box(side, x, y)) for title, side, x, y in self.heads}

    def columns(self, side: int) -> list[Box]:
        """The columns of a side, from the white before them to the white before the next."""
        starts = sorted({x for _, on, x, _ in self.heads if on == side})
        page, top = self.document[side], min(y for _, on, _, y in self.heads if on == side)
        edges = [start - starts[0] + self.white(side)[0] - BETWEEN for start in starts]
        return [
            Box(left, top, right, page.get_height() - FOOT)
            for left, right in zip(edges, [*edges[1:], page.get_width()], strict=True)
        ]

    def white(self, side: int) -> list[float]:
        """Points of white at the left, the top, the right and the bottom of a side."""
        seen = self.ink[side] > SEEN
        return [
            int(np.argmax(line)) / SCALE
            for line in (seen.any(axis=0), seen.any(axis=1), seen.any(axis=0)[::-1], seen.any(axis=1)[::-1])
        ]

    def _box(self, side: int, x: float, y: float) -> Box:
        column = next(each for each in self.columns(side) if each.left < x < each.right)
        below = [other for _, on, at, other in self.heads if (on, at) == (side, x) and other > y]
        return Box(column.left, y, column.right, min(below, default=column.bottom))

    def measures(self) -> dict[str, list[float]]:
        """What is kept of a sheet: for each side the white around it, for each panel its height and its ink."""
        white = {f"side {number}": self.white(number - 1) for number in range(1, len(self.sides) + 1)}
        return white | {title: _measures(box.of(self.ink[side])) for title, (side, box) in self.panels.items()}


def _measures(ink: np.ndarray) -> list[float]:
    """How far down the ink reaches, in points, and how much there is: black square points."""
    rows = np.flatnonzero((ink > SEEN).any(axis=1))
    return [float(rows[-1] + 1) / SCALE, round(float(ink.sum()) / SCALE**2, 1)]


def changes(before: dict[str, list[float]], now: dict[str, list[float]]) -> list[str]:
    """What has changed by more than the tolerance, each in a sentence."""
    found = [f"{name} is new" for name in now.keys() - before.keys()]
    found += [f"{name} is gone" for name in before.keys() - now.keys()]
    for name in before.keys() & now.keys():
        words = EDGES if name.startswith("side ") else ("height", "ink")
        for word, old, new in zip(words, before[name], now[name], strict=True):
            if abs(new - old) > max(POINT, SHARE * old):
                found.append(f"{name}: {word} from {old} to {new}")
    return sorted(found)


def kept() -> dict[str, dict[str, list[float]]]:
    """The measures of each sheet by the name of its file, as they were when somebody last looked."""
    return json.loads(KEPT.read_text("utf-8"))


def keep() -> None:
    """Keeps the measures of the sheets as they are now."""
    from press.sheet import set_sheets

    with TemporaryDirectory() as folder:
        set_sheets(Path(folder))
        found = {file.name: Sheet(file).measures() for file in sorted(Path(folder).glob("*.pdf"))}
    KEPT.write_text(
        f"{{\n{_listed(f' {json.dumps(name)}: {_rows(each)}' for name, each in found.items())}\n}}\n", "utf-8"
    )


def _rows(measures: dict[str, list[float]]) -> str:
    """One line for each panel, so that a change of one is a change of one line."""
    return f"{{\n{_listed(f'  {json.dumps(name, ensure_ascii=False)}: {each}' for name, each in measures.items())}\n }}"


def _listed(rows: Iterable[str]) -> str:
    return ",\n".join(rows)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
    keep()
