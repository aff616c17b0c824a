"""What a notebook must hold to before it is shown."""

import json
from collections.abc import Iterator
from pathlib import Path

import nbformat

from press import stray
from press.places import DOCS
from press.report import Problem

AGAIN = "make site"


def problems() -> Iterator[Problem]:
    """Everything wrong with the notebooks in docs/."""
    for file in sorted(DOCS.rglob("*.ipynb")):
        yield from _problems(file)


def _problems(file: Path) -> Iterator[Problem]:
    rule, hint = "a notebook must be one that Jupyter can open", "open it in Jupyter and save it again"
    try:
        notebook = json.loads(file.read_text("utf-8"))
        nbformat.validate(nbformat.from_dict(notebook))
    except json.JSONDecodeError as error:
        yield Problem(file, error.lineno, rule, error.msg, hint, column=error.colno)
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError) as error:
        yield Problem(file, 1, rule, str(error).splitlines()[0], hint)
    else:
        yield from _failed_cells(file, notebook)
        yield from _mathematics(file, notebook)


def _failed_cells(file: Path, notebook: dict) -> Iterator[Problem]:
    for number, cell in enumerate(notebook["cells"], 1):
        for output in cell.get("outputs", []):
            if output["output_type"] == "error":
                found = f"{output['ename']}: {output['evalue']}"
                rule = f"a notebook's cells must run; cell {number} does not"
                yield Problem(
                    file, _line_of(file, output["ename"]), rule, found, "mend the cell and run all cells again"
                )


def _mathematics(file: Path, notebook: dict) -> Iterator[Problem]:
    """The words of a notebook are shown as they are: mathematics in them would reach the reader unread."""
    for cell in (cell for cell in notebook["cells"] if cell["cell_type"] == "markdown"):
        found = stray.in_words("".join(cell["source"]))
        if found:
            rule, hint = "mathematics stands on a page, where it is read; a notebook shows code", "say it in words"
            yield Problem(file, _line_of(file, found.text.split()[0]), rule, found.text, hint)


def _line_of(file: Path, text: str) -> int:
    lines = file.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if text in line), 1)
