"""What the code of a page shows: of a lesson what its cells print, of a notebook what they print and plot."""

from collections.abc import Iterator
from html import escape

from press import cells, notebooks
from press.cells import Output
from press.pages import Notebook, Page


def outputs(page: Page) -> list[Output]:
    """The output of each cell that is run, in their order; raises a `CellError` for the first that cannot be shown."""
    if isinstance(page, Notebook):
        return notebooks.outputs(page)
    return [Output(text) for text in cells.outputs(page)]


def blocks(output: Output, place: str) -> Iterator[str]:
    """What a cell shows, as HTML; each block says where it comes from, so that it can be counted."""
    if output.text:
        inside = f"<figcaption>Output</figcaption><pre><samp>{escape(output.text)}</samp></pre>"
        yield f'<figure class="output" data-output="{place}">{inside}</figure>'
    for plot in output.plots:
        yield f'<figure class="output plot" data-output="{place}">{plot}</figure>'
