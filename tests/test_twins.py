"""What a page shows in PyTorch and in JAX prints the same as what it shows in NumPy."""

import importlib.util
import os
import subprocess
import sys
from itertools import accumulate

import pytest

from press import cells, packages, pages

TWINS = [
    (page, number, cell) for page in pages.pages() for number, cell in enumerate(cells.cells(page.source)) if cell.twin
]
FRAMEWORKS = ("torch", "jax")


def framework(cell: cells.Cell) -> str:
    return next(name for name in FRAMEWORKS if f"import {name}" in cell.code)


def named(value) -> str | None:
    return (
        value.address if isinstance(value, pages.Page) else framework(value) if isinstance(value, cells.Cell) else None
    )


@pytest.mark.parametrize(("page", "number", "cell"), TWINS, ids=named)
def test_a_twin_runs_alone_and_prints_the_same(page, number, cell):
    if framework(cell) == "torch" and not importlib.util.find_spec("torch"):
        assert not os.environ.get("CI"), "PyTorch is missing where its tabs must be run; install it with: make torch"
        pytest.skip("PyTorch is not installed, so its tabs are not run; install it with: make torch")
    run = subprocess.run(
        [sys.executable, "-c", cell.code], capture_output=True, text=True, env=os.environ | packages.ALONE, check=False
    )
    assert (run.stdout, run.stderr) == (cells.outputs(page)[number], "")


def test_every_tab_of_pytorch_has_one_of_jax_beside_it_unless_the_page_itself_runs_jax():
    for page in pages.pages():
        shown = [framework(cell) for other, _, cell in TWINS if other is page]
        own = "\n".join(cell.code for cell in cells.cells(page.source) if not cell.twin)
        assert shown.count("torch") == shown.count("jax") or "import jax" in own, page.address
    assert len(TWINS) >= 16


def test_a_twin_belongs_to_the_cell_before_it():
    text = "```{.python .run}\nprint(1)\n```\n\n```{.python .twin}\nprint(1)\n```\n\n```{.python .run}\nprint(2)\n```\n"
    page = pages.Page(pages.DOCS / "a.md", text)
    assert [cell.twin for cell in cells.cells(text)] == [False, True, False]
    assert list(accumulate(not cell.twin for cell in cells.cells(text))) == [1, 1, 2]
    assert cells.outputs(page) == ["1\n", "1\n", "2\n"]
