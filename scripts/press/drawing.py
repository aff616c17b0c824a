"""The frame figures are drawn on: the one place that knows matplotlib, and owns size, style, colors and words."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import matplotlib.style
import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas

from calculus.language import Node
from calculus.printers.unicode import plain
from press import svg
from press.palette import color

FACE = files("font_source_serif_pro") / "files/SourceSerifPro-Regular.ttf"  # words are measured in the face of the page
STYLE = Path(__file__).with_name("drawing.mplstyle")
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
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
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
    draw: Callable[["Frame"], Mapping[str, float | str] | None]
    title: str
    description: str  # {names} in it are filled with the numbers the drawing returns
    file: Path
    line: int


@dataclass(frozen=True)
class Drawing:
    """One figure, drawn: `web` goes into a page as it is, `print` into a document."""

    name: str
    title: str
    description: str
    web: str
    print: str


class Frame:
    """What a drawing function is handed: axes, colors by role, and the way this site writes numbers."""

    color = COLOR
    canvas: Canvas | None = None

    def axes(self, rows: int = 1, columns: int = 1, *, height: float = 0.7, abreast: int = 1) -> Axes | list:
        """Axes in `columns` panels, each of `rows` axes over one shared horizontal axis; a single one comes bare.

        Panels stand side by side where there is room and `abreast` on a phone; `height` is a share of the width.
        """
        width, across = PHONE / abreast, min(columns, abreast + 1)
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

    @staticmethod
    def label(node: Node) -> str:
        """A piece of mathematics as plain text, printed from what was declared."""
        return plain(node)

    @staticmethod
    def number(value: float | str, digits: int = 4) -> str:
        """A number as figures write it: so many digits that count, a true minus, powers of ten raised."""
        if isinstance(value, str):
            return value
        factor, _, power = f"{float(value):.{digits}g}".partition("e")
        raised = "·10" + str(int(power)).translate(RAISED) if power else ""
        return factor.replace("-", "−") + raised


def figure(function: Callable, shelf: str) -> Figure:
    """The figure a function declares: the first paragraph of its docstring is the title, the rest describes it."""
    title, _, description = inspect.cleandoc(function.__doc__ or "").partition("\n\n")
    code = function.__code__
    said = (" ".join(text.split()) for text in (title.removesuffix("."), description))
    return Figure(f"{shelf}.{code.co_name}", function, *said, Path(code.co_filename), code.co_firstlineno)


def draw(figure: Figure) -> Drawing:
    """The figure in its two copies; the same bytes from run to run. A ValueError says what its author has to mend."""
    frame, file = Frame(), StringIO()
    with matplotlib.style.context([STYLE, INK], after_reset=True):
        numbers = figure.draw(frame) or {}
        if frame.canvas is None:
            raise ValueError("nothing is drawn; ask the frame for axes: axes = frame.axes()")
        frame.canvas.savefig(file, format="svg", metadata={"Date": None})
    words = described(figure.description, numbers)
    root = svg.clean(file.getvalue(), figure.name, COLOR.paper)
    web = svg.for_web(root, frame.panels, VARIABLES, figure.title, words)
    return Drawing(figure.name, figure.title, words, web, svg.for_print(root, COLOR.paper))


def described(description: str, numbers: Mapping[str, float | str]) -> str:
    """The description with the numbers that were computed while drawing."""
    try:
        return description.format(**{name: Frame.number(value) for name, value in numbers.items()})
    except KeyError as error:
        raise ValueError(f"the description asks for {{{error.args[0]}}}, which the drawing does not return") from None
