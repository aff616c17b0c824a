"""A number of a worked example is worked out twice, by hand and by code; each example has the parts all share."""

import re

import pytest

from press import cache, course, worked
from press.pages import Page
from press.places import DOCS

FRONT = (
    "---\nlevel: core\nminutes: 5\nneeds: []\nnext: []\ngoal: See.\n---\n"
    "# A\n\n## What is given\n\nThe rate is 0.25.\n\n"
)
HAND, CODE = "## Step by step\n\n$\\frac{{1}}{{8}} = {}$\n", "\n```{{.python .run}}\nprint({})\n```\n"
SECTIONS = ["What is given", "Step by step", "The same in NumPy", "Change one thing", "Practice"]


def unproved(hand: str, code: str, words: str = "") -> list[tuple[str, str]]:
    page = Page(DOCS / "examples" / "a.md", FRONT + HAND.format(hand) + words + CODE.format(code))
    return [(problem.rule, problem.found) for problem in worked.problems(page)]


@pytest.fixture
def fresh(tmp_path, monkeypatch):
    """Every test runs its code afresh."""
    monkeypatch.setattr(cache, "CACHE", tmp_path)


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("hand", "code", "words"),
    [
        ("0.125", "1 / 8", "About 0.13."),
        (r"1.25 \cdot 10^{-1}", "1 / 8", ""),
        ("0.125", "'%.3f' % (1 / 8), 2.0", "At the rate 0.25."),
        ("0.125", "np.array([0.125, 0.25])", ""),
    ],
    ids=["rounded", "with a power of ten", "whole numbers", "given numbers"],
)
def test_a_number_on_both_roads_holds(hand, code, words):
    code = code.replace("np.", "__import__('numpy').")
    assert unproved(hand, code, words) == []


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize(
    ("hand", "code", "words", "rule", "found"),
    [
        ("0.125", "1 / 9", "", worked.BY_CODE, "0.125"),
        ("0.1250", "round(1 / 8, 2)", "", worked.BY_CODE, "0.1250"),
        ("0.125", "1 / 8, 1 / 16", "", worked.BY_HAND, "0.0625"),
        ("0.125", "1 / 8, 1 / 16", "So 0.0625.", worked.BY_HAND, "0.0625"),
        ("0.125", "1 / 8", "Or 0.126.", worked.BY_CODE, "0.126"),
        (r"1.25 \cdot 10^{-2}", "1 / 8", "", worked.BY_CODE, r"1.25 \cdot 10^{-2}"),
    ],
)
def test_a_number_with_one_road_is_told(hand, code, words, rule, found):
    assert (rule, found) in unproved(hand, code, words)


def test_every_example_has_the_sections_that_all_share():
    pages = [page for page, _ in course.examples()]
    assert pages
    for page in pages:
        assert re.findall(r"^## (.+?)\s*$", page.prose, re.MULTILINE) == SECTIONS, page.address


def test_every_example_leads_to_practice_and_asks_what_follows_from_a_change():
    for page, said in course.examples():
        practice = page.prose.partition("## Practice")[2]
        assert re.search(r"\]\([^)]*#exit-quiz\)", practice), page.address
        assert len(re.findall(r"^\?\?\? question ", page.prose, re.MULTILINE)) >= 3, page.address
        assert said.needs, page.address


def test_every_page_of_the_folder_of_examples_but_the_table_is_an_example():
    files = {file.relative_to(DOCS).as_posix() for file in (DOCS / "examples").glob("*.md")} - {"examples/index.md"}
    assert files == {page.address for page, _ in course.examples()}
