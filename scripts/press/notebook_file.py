"""A notebook as Jupyter opens it: the same words and code, mathematics as TeX, without what was printed."""

import re

import jupytext
import nbformat

from calculus import printers
from press import catalogue, pages
from press.pages import CALL, CODE, Notebook

LINK = re.compile(r"(?<!!)\[([^\]]+)\]\((?!https?:)[^)\s]*(?:\s+\"[^\"]*\")?\)")
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def written(notebook: Notebook) -> str:
    """The file, the same bytes each time."""
    read = jupytext.reads(notebook.script, fmt="py:percent")
    for number, cell in enumerate(read.cells, 1):
        cell.id, cell.metadata = f"cell-{number}", nbformat.NotebookNode()
        if cell.cell_type == "markdown":
            cell.source = words(cell.source)
    read.metadata = nbformat.from_dict(KERNEL)
    nbformat.validate(read)
    return nbformat.writes(read) + "\n"


def words(text: str) -> str:
    """The words of a cell: calls become mathematics that Jupyter sets, links to pages the words they stand on."""
    code = [found.span() for found in CODE.finditer(text)]  # shown as it is

    def formula(call: re.Match) -> str:
        return call[0] if any(start <= call.start() < end for start, end in code) else _tex(call, text)

    return LINK.sub(r"\1", CALL.sub(formula, text))


def address(notebook: Notebook) -> str:
    """Where the file lies, seen from docs/: beside the page."""
    return f"notebooks/{notebook.file.stem}/{notebook.file.stem}.ipynb"


def _tex(call: re.Match, text: str) -> str:
    """A formula in dollars, in two where it stands alone on its line."""
    printed = [printers.tex(catalogue.formulas()[name].statement) for name in pages.called(call[1])]
    line = text[text.rfind("\n", 0, call.start()) + 1 :].partition("\n")[0]
    dollars = "$$" if line.strip() == call[0] else "$"
    return "\n\n".join(f"{dollars}{tex}{dollars}" for tex in printed)
