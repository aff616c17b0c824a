"""The frame figures are drawn on: the one place that knows matplotlib, and owns size, style, colors and words."""

import inspect
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import matplotlib.style
import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.text import Text

from calculus.language import Node
from calculus.language.kind import Kind
from calculus.language.symbols import Symbol
from press import pages, svg
from press.captions import TITLED, described
from press.labels import Label, Labels
from press.palette import color

FACE = files("font_source_serif_pro") / "files/SourceSerifPro-Regular.ttf"  # words are measured in the face of the page
STYLE = Path(__file__).with_name("drawing.mplstyle")
TYPED = "mathematics in a drawing must be printed: by frame.label(…), or by frame.words(…) with dollars around it"
PHONE = 324  # units across a panel: the text column of a phone 360 pixels wide, so a unit is about a pixel there

# What a drawing asks for, and the color of the site's palette that answers.
ROLES = {
    "function": "fig-1",
    "slope": "fig-2",
    "gradient": "fig-3",
    "descent": "fig-4",
    "comparison": "fig-5",
    "ink": "fig-6",
    "muted": "fig-axis",
    "grid": "fig-grid",
    "paper": "paper",
}
COLOR = SimpleNamespace(**{role: color(name) for role, name in ROLES.items()})
VARIABLES = {color(name): f"--{name}" for name in ROLES.values()}
INK = {
    "text.color": COLOR.ink,
    "axes.edgecolor": COLOR.muted,
    "axes.labelcolor": COLOR.ink,
    "xtick.color": COLOR.muted,
    "ytick.color": COLOR.muted,
    "grid.color": COLOR.grid,
    "lines.color": COLOR.function,
    "patch.edgecolor": COLOR.ink,
}


font_manager.fontManager.addfont(FACE)


@dataclass(frozen=True)
class Figure:
    """A drawing function as it stands on its shelf, with what its docstring says of the drawing."""

    name: str
    draw: Callable[["Frame"], Mapping[str, float | str | Node] | None]
    title: str
    description: str  # {names} in it are filled with the numbers the drawing returns
    file: Path
    line: int


@dataclass(frozen=True)
class Drawing:
    """One figure, drawn: `web` goes into a page as it is, `print` into a document."""

    name: str
    title: str
    caption: tuple[str | Label, ...]  # words, and the mathematics among them
    labels: tuple[Label, ...]  # what is drawn, in the order of the drawing
    web: str
    print: str

    @property
    def description(self) -> str:
        """The caption as it is read aloud."""
        return "".join(piece if isinstance(piece, str) else piece.speech for piece in self.caption)


class Frame:
    """What a drawing function is handed: axes, colors by role, and the way this site writes numbers."""

    color = COLOR
    canvas: Canvas | None = None

    def __init__(self) -> None:
        self.labels = Labels()

    def axes(
        self, rows: int = 1, columns: int = 1, *, height: float = 0.7, abreast: int = 1, room: float = PHONE
    ) -> Axes | list:
        """Axes in `columns` panels, each of `rows` axes over one shared horizontal axis; a single one comes bare.

        Panels stand side by side where there is room and `abreast` on a phone; `height` is a share of the width.
        A phone has `room`, or less where the drawing stands in a column of a sheet, too.
        """
        width, across = room / abreast, min(columns, abreast + 1)
        down = -(-columns // across)
        self.panels = svg.Panels(columns, across, abreast, width, round(width * height))
        self.canvas = Canvas(figsize=(across * width / 72, down * self.panels.height / 72))
        cells = self.canvas.subfigures(down, across, wspace=0, hspace=0, squeeze=False).flat
        for place, cell in enumerate(cells):
            cell.set_gid(f"panel-{place}")
        drawn = [cells[place].subplots(rows, 1, sharex=True) for place in range(columns)]
        return drawn[0] if columns == 1 else drawn

    def shade(self, axes: Axes, x: np.ndarray, where: np.ndarray) -> None:
        """Shade the stretches of the horizontal axis where something holds."""
        edges = np.flatnonzero(np.diff(where, prepend=False, append=False))
        for start, end in edges.reshape(-1, 2):
            axes.axvspan(x[start], x[end - 1], fc=(self.color.muted, 0.2), lw=0)

    def let(self, **kinds: Kind) -> None:
        """Says what letters stand for in this drawing: `frame.let(f=Field[2])`. Most letters are numbers anyway."""
        self.labels.let(Symbol(letter, kind) for letter, kind in kinds.items())

    def label(self, node: Node) -> str:
        """A piece of mathematics as plain text, printed from what was declared."""
        return self.labels.declared(node, _line()).text

    def words(self, text: str) -> str:
        """Words with mathematics between dollars, which is read as in a sentence and printed again."""
        line = _line()
        return pages.MATH.sub(lambda found: self.labels.read(found[0][1:-1], line).text, text)

    def number(self, value: float, digits: int = 4) -> str:
        """A number as figures write it: so many digits that count, a true minus, powers of ten raised."""
        return self.labels.number(value, digits, _line())

    def ten(self, power: int) -> str:
        """A power of ten, for the ticks of a logarithmic axis."""
        return self.labels.read(f"10^{{{power}}}", _line()).text if power else "1"


def _line() -> int:
    """The line of the drawing function that asked, whoever draws for it."""
    asking = sys._getframe(2)
    while asking.f_back and Path(asking.f_code.co_filename).name.startswith("_"):
        asking = asking.f_back
    return asking.f_lineno


def figure(function: Callable, shelf: str) -> Figure:
    """The figure a function declares: the first paragraph of its docstring is the title, the rest describes it."""
    title, _, description = inspect.cleandoc(function.__doc__ or "").partition("\n\n")
    code = function.__code__
    said = (" ".join(text.split()) for text in (title.removesuffix("."), description))
    return Figure(f"{shelf}.{code.co_name}", function, *said, Path(code.co_filename), code.co_firstlineno)


def draw(figure: Figure) -> Drawing:
    """The figure in its two copies; the same bytes from run to run. A ValueError says what its author has to mend."""
    frame, file = Frame(), StringIO()
    frame.labels.check([figure.title], TITLED)
    with matplotlib.style.context([STYLE, INK], after_reset=True):
        numbers = figure.draw(frame) or {}
        if frame.canvas is None:
            raise ValueError("nothing is drawn; ask the frame for axes: axes = frame.axes()")
        frame.canvas.savefig(file, format="svg", metadata={"Date": None})
        frame.labels.check((text.get_text() for text in frame.canvas.findobj(Text) if text.get_visible()), TYPED)
    caption = described(figure.description, numbers, frame.labels, partial(line_of, figure))
    root = svg.clean(file.getvalue(), figure.name, COLOR.paper)
    drawn = svg.mark(root, frame.labels.pieces)
    words = Drawing(figure.name, figure.title, caption, drawn, "", "")
    web = svg.for_web(root, frame.panels, VARIABLES, figure.title, words.description)
    return replace(words, web=web, print=svg.for_print(root, COLOR.paper))


def line_of(figure: Figure, said: str) -> int:
    """The line of a piece of the description."""
    lines = figure.file.read_text("utf-8").splitlines()[figure.line - 1 :]
    first = said.split()[0]
    return figure.line + next((place for place, line in enumerate(lines) if first in line), 0)
