"""Notebooks are scripts that run from top to bottom, read as pages, and open in Jupyter."""

import json
import re
from pathlib import Path

import nbformat
import pytest

from press import cache, cells, kernel, notebook_file, notebooks, pages, percent, plots
from press.pages import Notebook
from press.places import DOCS, SITE

EVERY = pages.notebooks()
MOST_BYTES = 40_000  # of a notebook's HTML, without its plots
PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 2]{})\nplt.show()"


def notebook(*code: str, markers: str = "# %%", words: str = "Words.") -> Notebook:
    script = f"# %% [markdown]\n# # A\n#\n# {words}\n" + "".join(f"\n{markers}\n{each}\n" for each in code)
    return Notebook(DOCS / "notebooks" / "a.py", percent.markdown(script), script)


def problem(tried: Notebook) -> str:
    with pytest.raises(cells.CellError) as error:
        notebooks.outputs(tried)
    line, rule, found, _ = error.value.args
    return f"{line}: {rule}; found: {found}"


@pytest.fixture
def nothing_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "CACHE", tmp_path)


def test_notebooks_run_from_a_clean_kernel_and_show_the_same_again(nothing_is_kept):
    """What the site shows is what a second run shows."""
    again = {each.address: notebooks.outputs(each) for each in EVERY}
    for each in EVERY:
        page = (SITE / "notebooks" / each.file.stem / "index.html").read_text("utf-8")
        shown = list(re.findall(r"<samp>(.*?)</samp>", page, re.DOTALL))
        assert shown == [html(output.text) for output in again[each.address] if output.text], each.address
        assert page.count("output plot") == sum(len(output.plots) for output in again[each.address])


def html(text: str) -> str:
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#x27;")
        .replace('"', "&quot;")
    )


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.file.stem)
def test_a_notebook_is_a_page_like_any_other(each):
    page = (SITE / "notebooks" / each.file.stem / "index.html").read_text("utf-8")
    bare = re.sub(r"<svg role='img'.*?</svg>", "", page, flags=re.DOTALL)
    assert len(bare.encode()) <= MOST_BYTES
    assert not re.findall(r"(?:src|href)=\"?https?://[^\s\">]*", page)
    assert "$" not in re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", bare, flags=re.DOTALL)
    assert f'href="{each.file.stem}.ipynb"' in page


@pytest.mark.parametrize("each", EVERY, ids=lambda each: each.file.stem)
def test_the_file_for_jupyter_holds_the_words_and_the_code_of_the_page(each):
    file = SITE / notebook_file.address(each)
    read = nbformat.reads(file.read_text("utf-8"), as_version=4)
    code = [cell.source for cell in read.cells if cell.cell_type == "code"]
    assert code == [cell.code.strip("\n") for cell in cells.cells(each.source)]
    assert all(not cell.get("outputs") for cell in read.cells)
    words = "\n".join(cell.source for cell in read.cells if cell.cell_type == "markdown")
    assert not re.search(r"\{\{|\]\((?!https?:)", words)
    assert words.startswith("# ")


def test_no_notebook_is_committed_with_what_it_has_printed():
    assert list(DOCS.rglob("*.ipynb")) == []


def test_a_call_becomes_mathematics_that_jupyter_sets_and_a_link_becomes_its_words():
    name = next(iter(pages.catalogue.formulas()))
    said = notebook_file.words(f"See [the page](../topics/a.md):\n\n{{{{ {name} }}}}\n\nand {{{{ {name} }}}}.")
    displayed, inline = re.fullmatch(r"See the page:\n\n\$\$(.*)\$\$\n\nand \$(.*)\$\.", said).groups()
    assert displayed == inline != ""


def test_code_in_a_sentence_and_the_words_of_a_link_with_a_title_stay():
    name = next(iter(pages.catalogue.formulas()))
    said = notebook_file.words(f'Write `{{{{ {name} }}}}`, as on [the page](../topics/a.md "A page").')
    assert said == f"Write `{{{{ {name} }}}}`, as on the page."


def test_a_call_that_jupyter_cannot_set_is_told_with_its_line(project):
    project.write("docs/notebooks/drawn.py", "# %% [markdown]\n# # Drawn\n#\n# {{ activations.steepest_point }}\n")
    done = project.run("site")
    assert done.stderr.startswith(
        "docs/notebooks/drawn.py:4: a notebook may call formulas alone, which Jupyter can set"
    )
    assert done.returncode == 1


def test_every_line_of_a_script_keeps_its_number():
    tried = notebook("x = 1\n\n\ny = 2", "print(x)")
    for number, line in enumerate(tried.script.splitlines(), 1):
        read = tried.source.splitlines()[number - 1]
        assert read in (line, line.removeprefix("# "), line.removeprefix("#"), percent.OPEN, percent.CLOSED, "")
    assert [cell.code.strip() for cell in cells.cells(tried.source)] == ["x = 1\n\n\ny = 2", "print(x)"]


@pytest.mark.parametrize(
    ("code", "line", "found"),
    [
        ("x = 1\n1 / 0", 11, "ZeroDivisionError: division by zero"),
        ("def f():\n    return y\n\nf()", 11, "NameError: name 'y' is not defined"),
        ("import numpy as np\nnp.linalg.inv(np.zeros((2, 2)))", 11, "LinAlgError: Singular matrix"),
    ],
)
def test_a_cell_that_raises_is_told_with_its_number_its_line_and_the_error(code, line, found, nothing_is_kept):
    assert problem(notebook("ok = True", code)) == f"{line}: cell 2 of the notebook must run; found: {found}"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import numpy as np\nnp.log(np.zeros(1))", "run without warnings; found: "),
        ("1 + 1", "print what it shows; found: 2"),
        (PLOT.format(""), "say what its plot shows; found: no alt"),
    ],
)
def test_a_cell_that_shows_what_no_page_can_show_is_told(code, told, nothing_is_kept):
    assert f"cell 1 of the notebook must {told}" in problem(notebook(code))


@pytest.mark.parametrize(
    ("option", "told"),
    [
        (", color='red'", "plot in the site's colors; found: the color #ff0000 is none of the site's"),
        (", label='x^2')\nplt.legend(", "label its plot in words; found: x^2"),
    ],
)
def test_a_plot_keeps_to_the_colors_and_the_words_of_the_site(option, told, nothing_is_kept):
    tried = notebook(PLOT.format(option), markers='# %% alt="A line."')
    assert f"cell 1 of the notebook must {told}" in problem(tried)


def test_a_plot_says_what_it_shows_and_takes_the_colors_of_the_page(nothing_is_kept):
    (output,) = notebooks.outputs(notebook(PLOT.format(""), markers='# %% alt="A line that rises."'))
    (plot,) = output.plots
    assert "role='img' aria-label='A line that rises.'" in plot
    assert set(re.findall(r"#[0-9a-f]{6}", plot)) <= set(plots.VARIABLES)
    assert "var(--fig-1," in plot


def test_a_notebook_that_does_not_end_is_ended(monkeypatch, nothing_is_kept):
    monkeypatch.setattr(kernel, "SECONDS", 2)
    said = problem(notebook("while True:\n    pass"))
    assert said == "7: a notebook must run to its end; found: no end within 2 seconds"


def test_a_kernel_that_dies_is_told(nothing_is_kept):
    said = problem(notebook("__import__('os').abort()"))
    assert said == "7: a notebook must run to its end; found: the kernel has died"


def test_what_a_kernel_mutters_when_it_is_ended_is_not_the_builds_to_say(capfd, nothing_is_kept):
    muttered = "__import__('atexit').register(print, 'late', file=__import__('sys').__stderr__);"
    assert [each.text for each in notebooks.outputs(notebook(muttered))] == [""]
    assert capfd.readouterr() == ("", "")


def test_a_notebook_imports_only_what_runs_where_readers_are():
    said = problem(notebook("import pandas"))
    assert said == "7: a notebook may import numpy, matplotlib, jax and nothing else; found: import pandas"


def test_an_import_that_is_not_meant_for_notebooks_stops_the_build_with_one_sentence(project):
    project.write("docs/notebooks/sums.py", "# %% [markdown]\n# # Sums\n\n# %%\nimport pandas\n")
    done = project.run("site")
    assert done.stderr.startswith("docs/notebooks/sums.py:5: a notebook may import numpy, matplotlib, jax and nothing")
    assert "defect" not in done.stderr
    assert done.returncode == 1


def test_a_cell_without_an_empty_line_before_it_is_told(project):
    project.write("docs/notebooks/crowded.py", "# %%\nx = 1\n# %%\nprint(x)\n")
    done = project.run("site")
    assert "docs/notebooks/crowded.py:3: a cell must begin after an empty line; found: # %%" in done.stderr
    assert done.returncode == 1


def test_a_cell_that_raises_stops_the_build_with_one_sentence(project):
    project.write("docs/notebooks/sums.py", "# %% [markdown]\n# # Sums\n\n# %%\nprint(1 / 0)\n")
    done = project.run("site")
    told = "docs/notebooks/sums.py:5: cell 1 of the notebook must run; found: ZeroDivisionError: division by zero\n"
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


def test_mathematics_in_a_notebook_stands_in_the_ledger():
    rows = json.loads((SITE / "ledger.json").read_text("utf-8"))
    for each in EVERY:
        placed = [row["place"] for row in rows if row["page"] == f"notebooks/{each.file.stem}/index.html"]
        assert placed
        assert {place.rpartition(":")[0] for place in placed} <= {f"docs/{each.address}", *scripts()}


def scripts() -> set[str]:
    return {f"scripts/formulas/{file.name}" for file in Path(DOCS.parent / "scripts/formulas").glob("*.py")}
