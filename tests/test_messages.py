"""Every sentence a contributor can get, word for word; tests/bad holds what is wrong."""

import shutil
from pathlib import Path

import pytest

BAD = Path(__file__).parent / "bad"
NAV = "nav:\n  - index.md\n  - cheat-sheet.md\n"


def expected(kind: str) -> str:
    return (BAD / f"{kind}.txt").read_text("utf-8")


def tree(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.fixture
def bad_shelves(project):
    """The small project with the shelves of tests/bad beside its own."""
    shutil.copytree(BAD / "formulas", project.root / "scripts" / "formulas", dirs_exist_ok=True)
    return project


def with_pages(project, folder: str, *entries: str):
    """The small project with pages of tests/bad beside its own, and these entries in its nav."""
    shutil.copytree(BAD / folder, project.root / "docs", dirs_exist_ok=True)
    config = (project.root / "mkdocs.yml").read_text("utf-8").partition("nav:")[0]
    project.write("mkdocs.yml", config + NAV + "".join(f"  - {entry}\n" for entry in entries))
    project.write("docs/emblem.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    return project


def test_bad_shelves_get_exactly_these_sentences(bad_shelves):
    done = bad_shelves.run("check")
    assert done.stderr == expected("shelves")
    assert done.returncode == 1


def test_bad_derivations_get_exactly_these_sentences(project):
    shutil.copytree(BAD / "derivations", project.root / "scripts" / "derivations")
    done = project.run("check")
    assert done.stderr == expected("derivations")
    assert done.returncode == 1


WRONG = (
    "topics/wrong.md", "topics/aimless.md", "topics/first.md", "topics/second.md", "topics/scribbled.md",
    "notebooks/failed.py", "The sum x² + 1: index.md",
)  # fmt: skip
DEAD = ("topics/dead.md", "topics/gone.md")


@pytest.mark.parametrize(("folder", "entries"), [("docs", WRONG), ("links", DEAD)])
def test_bad_pages_get_exactly_these_sentences_and_leave_the_last_site_alone(project, folder, entries):
    bad = with_pages(project, folder, *entries)
    before = tree(bad.root / "site")
    done = bad.run("site")
    assert done.stderr == expected(folder)
    assert done.returncode == 1
    assert tree(bad.root / "site") == before


def test_a_wrong_sentence_is_told_before_anything_is_made(project):
    project.write("docs/index.md", "# Squares\n\nHere $q$.\n")
    project.write("scripts/figures/lines.py", 'def line(frame):\n    """A line."""\n    frame.axis()\n')
    done = project.run("site")
    assert done.stderr.startswith("docs/index.md:3:7: unknown symbol q")
    assert [line for line in done.stdout.splitlines() if not line.startswith("  ")] == ["Read the pages"]


def test_a_name_nobody_declared_is_answered_with_the_nearest(project):
    done = project.run("check", "square.square_slope")
    sentence = "nothing is named square.square_slope; did you mean squares.square_slope?"
    assert done.stderr.startswith(f"{sentence}\n    again: make check NAME=squares.square_slope\n")
    assert done.returncode == 1


def test_a_figure_that_cannot_be_drawn_is_told_with_its_line(project):
    project.write(
        "scripts/figures/lines.py", 'def line(frame):\n    """A line.\n\n    Up.\n    """\n    frame.axis()\n'
    )
    done = project.run("site")
    found = "AttributeError: 'Frame' object has no attribute 'axis'"
    assert done.stderr.startswith(f"scripts/figures/lines.py:6: lines.line must draw; found: {found}\n")
    assert done.returncode == 1


def test_a_page_that_is_there_already_is_not_started_again(project):
    project.write("docs/topics/squares.md", "# Mine\n")
    done = project.run("new-page", "topics/squares", "Squares")
    assert "docs/topics/squares.md:1: a new page must not replace a file; found: one that is there" in done.stderr
    assert (project.root / "docs/topics/squares.md").read_text("utf-8") == "# Mine\n"
    assert done.returncode == 1


def test_a_defect_of_the_project_is_one_line_that_says_so(project):
    project.write("scripts/press/swap.py", "def whole(folder):\n    raise RuntimeError('out of paper')\n")
    done = project.run("site")
    assert done.stderr.startswith(
        "scripts/press/swap.py:2: this is a defect of the project: RuntimeError: out of paper\n"
    )
    assert "Traceback" not in done.stderr + done.stdout
    assert done.returncode == 1
