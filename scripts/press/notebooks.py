"""Notebooks, kept as scripts: what is wrong with them, and what their cells show when they are run."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

import nbformat

from press import cache, cells, packages, pages, percent, plots, stray
from press.cells import Cell, CellError, Output
from press.pages import Notebook
from press.places import DOCS
from press.report import Problem

MADE_OF = ("press/kernel.py", "press/palette.py", "press/drawing.mplstyle")
COLORING = re.compile(r"\x1b\[[\d;]*m")
POWER = re.compile(r"[\d−+.,\s]*")  # a tick
TOLD = "cell {number} of the notebook must {rule}"


def problems() -> Iterator[Problem]:
    """What is wrong with how notebooks are kept; what is wrong in them is told where they are read."""
    for file in sorted(DOCS.rglob("*.ipynb")):
        rule, hint = "a notebook must be kept as a script, so that changes can be read", "jupytext --to py:percent"
        yield Problem(file, 1, rule, file.name, f"{hint} {file.name}, moved to docs/notebooks")
    for notebook in pages.notebooks():
        for line in percent.crowded(notebook.script):
            rule = "a cell must begin after an empty line"
            yield Problem(notebook.file, line, rule, notebook.script.splitlines()[line - 1], "make format")
        for call in notebook.calls:
            if not pages.called(call.name):
                rule, hint = (
                    "a notebook may call formulas alone, which Jupyter can set",
                    "plot it in a cell, or link to its page",
                )
                yield Problem(notebook.file, call.line, rule, call.name, hint)


def outputs(notebook: Notebook) -> list[Output]:
    """What each cell shows, kept by content; raises a `CellError` for the first that cannot be shown."""
    placed = cells.cells(notebook.source)
    imported = packages.distributions(cells.imports(placed, packages.IN_NOTEBOOKS, "a notebook"))
    versions = cache.versions(*sorted({*imported, "ipykernel", "matplotlib"}))
    valid = cache.key(*(cell.code for cell in placed), cache.sources(*MADE_OF), versions)
    shown = cache.recall("notebooks", notebook.file.stem, valid)
    if shown is None:
        shown = _run(placed)
        cache.keep("notebooks", notebook.file.stem, valid, shown)
    return [
        _output(notebook, number, cell, said) for number, (cell, said) in enumerate(zip(placed, shown, strict=True), 1)
    ]


def needs(notebook: Notebook) -> list[str]:
    """The names the notebook imports from; nothing for one that imports what it may not, which is told elsewhere."""
    try:
        return cells.imports(cells.cells(notebook.source), packages.IN_NOTEBOOKS, "a notebook")
    except CellError:
        return []


def _run(placed: Sequence[Cell]) -> list[dict]:
    """What the cells print and plot, run top to bottom in a fresh kernel."""
    from press import kernel  # here, because most builds find every notebook kept

    code = [nbformat.v4.new_code_cell(cell.code) for cell in placed]
    try:
        done = kernel.run(nbformat.v4.new_notebook(cells=code))
    except (TimeoutError, EOFError) as error:
        raise CellError(placed[0].line, "a notebook must run to its end", str(error), "") from None
    return [_shown(number, cell, ran.outputs) for number, (cell, ran) in enumerate(zip(placed, done, strict=True), 1)]


def _shown(number: int, cell: Cell, results: Sequence[nbformat.NotebookNode]) -> dict:
    """The text and the plots of a cell; raises for an error, a warning, and what no page can show."""
    slip = partial(_slip, number, cell)
    text, drawn = "", []
    for result in results:
        if result.output_type == "error":
            raise slip("run", f"{result.ename}: {result.evalue}", "", _line(number, result.traceback))
        if result.output_type == "stream" and result.name == "stdout":
            text += result.text
        elif result.output_type == "stream":
            raise slip("run without warnings", result.text.strip().splitlines()[0])
        elif svg := result.data.get("image/svg+xml"):
            drawn.append(svg)
        else:
            raise slip("print what it shows", result.data.get("text/plain", ""), "write print(…), or plt.show()")
    return {"text": text, "plots": drawn}


def _output(notebook: Notebook, number: int, cell: Cell, shown: dict) -> Output:
    """A cell's output as a page shows it; raises for a plot without words, and for one in colors of its own."""
    slip = partial(_slip, number, cell)
    alt = percent.alt(notebook.script, cell.line)
    if shown["plots"] and not alt:
        raise slip("say what its plot shows", "no alt", 'write # %% alt="The loss falls to a floor"')
    drawn = []
    for place, source in enumerate(shown["plots"]):
        typed = (stray.in_words(word) for word in plots.words(source) if not POWER.fullmatch(word))
        if found := next(filter(None, typed), None):
            raise slip("label its plot in words", found.text)
        try:
            drawn.append(plots.web(source, f"{notebook.file.stem}.{number}.{place}", alt))
        except ValueError as error:
            raise slip(
                "plot in the site's colors", str(error).partition(";")[0], "write C0, C1, … or no color"
            ) from None
    return Output(shown["text"], tuple(drawn))


def _slip(number: int, cell: Cell, rule: str, found: str, hint: str = "", line: int = 1) -> CellError:
    return CellError(cell.line + line - 1, TOLD.format(number=number, rule=rule), found, hint)


def _line(number: int, traceback: Sequence[str]) -> int:
    """The last line of this cell on the way to the error."""
    way = COLORING.sub("", "\n".join(traceback))
    return int((re.findall(rf"Cell In\[{number}\], line (\d+)", way) or [1])[-1])
