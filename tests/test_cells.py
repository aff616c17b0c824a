"""Code on a page runs when the site is built, and what it prints stands under it."""

import re

import pytest
from markdown import Markdown

from press import cache, cells
from press.report import Stop


@pytest.fixture(autouse=True)
def nothing_is_kept(tmp_path, monkeypatch):
    """Every test runs its code afresh."""
    monkeypatch.setattr(cache, "CACHE", tmp_path)


def html(text: str) -> str:
    return Markdown(extensions=["press.markdown", "pymdownx.superfences", "admonition"]).convert(text)


def fence(code: str, indent: str = "") -> str:
    return "".join(f"{indent}{line}\n" for line in ["```{.python .run}", *code.splitlines(), "```"])


def printed(text: str) -> list[str]:
    return re.findall(r"<samp>(.*?)\n</samp>", html(text), re.DOTALL)


def problem(text: str) -> str:
    with pytest.raises(Stop) as stop:
        html(text)
    return str(stop.value)


def test_what_a_cell_prints_stands_under_it_with_its_place():
    page = html(f"# A\n\n{fence('print(6 * 7)')}\nAfter.\n")
    assert page.index("print") < page.index("42") < page.index("After.")
    assert "<figcaption>Output</figcaption>" in page
    assert re.search(r'data-output="docs/[^"]*:4"', page)


def test_the_cells_of_a_page_share_their_names():
    assert printed(fence("import numpy as np\nx = np.arange(3)") + "\n" + fence("print(x.sum())")) == ["3"]


def test_code_in_a_box_prints_in_the_box():
    page = html(f'!!! example "A"\n\n{fence("print(1)", "    ")}\n')
    assert page.index("<samp>1") < page.rindex("</div>")


def test_signs_of_html_are_printed_as_they_are():
    assert printed(fence("print('<b>&')")) == ["&lt;b&gt;&amp;"]


def test_code_shown_inside_a_longer_fence_or_without_the_mark_is_not_run():
    assert "output" not in html(f"````\n{fence('print(1)')}````\n\n```python\nprint(2)\n```\n")


@pytest.mark.parametrize(
    "code", ["x = 1\n\nx / 0", "def f():\n    pass\nf(1)", "import numpy as np\nnp.linalg.inv('a')"]
)
def test_code_that_raises_is_told_with_its_line_and_error(code):
    said = problem(f"# A\n\n{fence('print(1)')}\n{fence(code)}")
    line = 7 + len(code.splitlines())
    assert re.search(rf":{line}: code on a page must run; found: \w*Error: ", said)


def test_code_that_is_no_python_is_told_with_its_line():
    assert re.search(r":3: code on a page must be Python; found: ", problem(fence("x = 1\nx = = 2")))


def test_a_twin_without_a_cell_before_it_is_told():
    twin = fence("print(1)").replace(".run", ".twin")
    assert ":2: a twin must follow the cell it does the same as" in problem(twin + fence("print(1)"))


@pytest.mark.parametrize("code", ["import os", "from pathlib import Path"])
def test_code_on_a_page_imports_nothing_but_what_is_meant_for_pages(code):
    assert "code on a page may import numpy, jax, sklearn and nothing else; found: import " in problem(fence(code))


@pytest.mark.parametrize("code", ["import numpy as np\nprint(np.random.rand())", "print(hash('a'))"])
def test_code_that_prints_something_else_each_time_is_refused(code):
    assert "code on a page must print the same each time; found: " in problem(fence(code))


def test_code_that_does_not_end_is_ended(monkeypatch):
    monkeypatch.setattr(cells, "SECONDS", 1)
    assert ":2: code on a page must end within 1 seconds; found: no end" in problem(fence("while True: pass"))


def test_what_was_printed_is_kept_until_the_code_changes(monkeypatch):
    assert printed(fence("print(1)")) == ["1"]
    monkeypatch.setattr(cells, "RUNNER", "no such file")
    assert printed(fence("print(1)")) == ["1"]
    assert "must leave the program running" in problem(fence("print(2)"))
