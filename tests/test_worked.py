"""A number of a worked example is worked out twice, by hand and by code; each example has the parts all share."""

import re

import pytest
from markdown import Markdown

from press import cache, course, front_matter, pages, reading, worked
from press.pages import Page
from press.places import DOCS

FRONT = (
    "---\nlevel: core\nminutes: 5\nneeds: []\nnext: []\ngoal: See.\n---\n"
    "# A\n\n## What is given\n\nThe rate is 0.25.\n\n"
)
HAND, CODE = "## Step by step\n\n$\\frac{{1}}{{8}} = {}$\n", "\n```{{.python .run}}\nprint({})\n```\n"
SECTIONS = ["What is given", "Step by step", "The same in NumPy", "Change one thing", "Practice"]


@pytest.fixture
def unproved(tmp_path, monkeypatch):
    """What is said of an example with this number by hand, this code and these words; its code is run afresh."""
    monkeypatch.setattr(cache, "CACHE", tmp_path)

    def told(hand: str, code: str, words: str) -> list[tuple[int, str, str]]:
        page = Page(DOCS / "examples" / "a.md", FRONT + HAND.format(hand) + words + CODE.format(code))
        monkeypatch.setattr(pages, "pages", lambda: (page,))
        return [(problem.line, problem.rule, problem.found) for problem in reading.problems(page)]

    return told


@pytest.mark.parametrize(
    ("hand", "code", "words"),
    [
        ("0.125", "1 / 8", "About 0.13, or $0.13$."),
        (r"1.25 \cdot 10^{-1}", "1 / 8", ""),
        ("0.125", "'%.3f' % (1 / 8), 2.0", "At the rate 0.25, there or back by −0.25."),
        ("0.125", "[each * 0.5 for each in (0.25, 0.5)][0]", ""),
        ("0.125$ and $f(x) = x^2$, so $f(0.5) = 0.25", "0.5**3, 0.5**2", ""),
    ],
    ids=["rounded", "with a power of ten", "whole and given numbers", "typed numbers", "an input one chooses"],
)
def test_a_number_on_both_roads_holds(unproved, hand, code, words):
    assert unproved(hand, code, words) == []


@pytest.mark.parametrize(
    ("hand", "code", "words", "line", "rule", "found"),
    [
        ("0.125", "1 / 9", "", 16, worked.BY_CODE, "0.125; printed stands 0.1111111111111111 (line 19)"),
        ("0.1250", "round(1 / 8, 2)", "", 16, worked.BY_CODE, "0.1250; printed stands 0.12 (line 19)"),
        ("0.125", "1 / 8, 1 / 16", "", 19, worked.BY_HAND, "0.0625; by hand stands 0.125 (line 16)"),
        ("0.125", "1 / 8, 1 / 16", "So 0.0625.", 17, worked.BY_HAND, "0.0625; by hand stands 0.125 (line 16)"),
        ("0.125", "1 / 8", "Or 0.126.", 17, worked.BY_CODE, "0.126; printed stands 0.125 (line 19)"),
        ("0.125", "1 / 8", "Or $0.126$.", 17, worked.BY_CODE, "0.126; printed stands 0.125 (line 19)"),
        ("0.125", "1 / 8", "Or −0.125.", 17, worked.BY_CODE, "−0.125"),
        ("0.125", "1 / 8, 0.777", "So 0.777.", 17, worked.BY_HAND, "0.777; by hand stands 0.125 (line 16)"),
        ("0.125", "1 / 8, f\"{round(-0.777, 3)}\"", "So −0.777.", 17, worked.BY_HAND, "−0.777"),
        ("0.125", "1 / 8)  # (0.777", "So 0.777.", 17, worked.BY_CODE, "0.777; printed stands 0.125 (line 19)"),
        ("0.125", "1 / 8, 1 / 16", "As $0.0625 = 0.0625$.", 19, worked.BY_HAND,
         "0.0625; by hand stands 0.125 (line 16)"),
        ("0.125$, $\\frac{1}{7} \\approx 0.1", "1 / 8, 5 / 36", "", 19, worked.BY_HAND,
         "0.1388888888888889; by hand stands 0.125 (line 16)"),
    ],
)  # fmt: skip
def test_a_number_with_one_road_is_told_with_its_line_and_the_number_on_the_other_road(
    unproved, hand, code, words, line, rule, found
):
    assert (line, rule, found) in unproved(hand, code, words)


def test_a_page_that_only_says_what_it_is_good_for_lacks_the_rest():
    page = Page(DOCS / "examples" / "a.md", "---\ngoal: See.\n---\n# A\n")
    assert [problem.found for problem in front_matter.problems(page)] == [
        "no level and no minutes and no needs and no next"
    ]


def test_every_example_has_the_sections_that_all_share():
    examples = [page for page, _ in course.examples()]
    assert examples
    for page in examples:
        assert re.findall(r"^## (.+?)\s*$", page.prose, re.MULTILINE) == SECTIONS, page.address


def test_every_example_leads_to_practice_and_asks_what_follows_from_a_change():
    for page, said in course.examples():
        practice = page.prose.partition("## Practice")[2]
        assert re.search(r"\]\([^)]*#exit-quiz\)", practice), page.address
        assert len(re.findall(r"^\?\?\? question ", page.prose, re.MULTILINE)) >= 3, page.address
        assert said.needs, page.address


def test_an_example_stands_under_the_last_lesson_it_needs_and_under_no_other():
    """Whoever comes to an example has read what it takes."""
    place = {address: number for number, address in enumerate(course.course())}
    for page, said in course.examples():
        leading = [address for address in place if page in course.examples_of(address)]
        assert leading == [max(said.needs, key=place.get)], page.address


def test_examples_come_in_the_order_of_the_lessons_they_follow():
    order = list(course.course())
    after = [order.index(course.lessons_of(said)[-1]) for _, said in course.examples()]
    assert after == sorted(after)


def test_the_table_leads_to_every_example_and_to_the_lessons_it_needs():
    table = next(page for page in pages.pages() if page.address == "examples/index.md")
    rows = re.findall(r"<tr>.*?</tr>", Markdown(extensions=["press.markdown"]).convert(table.text), re.DOTALL)[1:]
    for row, (page, said) in zip(rows, course.examples(), strict=True):
        links = [
            course.link(table, page),
            *(course.link(table, each) for each in pages.pages() if each.address in said.needs),
        ]
        assert sorted(re.findall(r'href="([^"]*)"', row)) == sorted(links)


def test_every_page_of_the_folder_of_examples_but_the_table_is_an_example():
    files = {file.relative_to(DOCS).as_posix() for file in (DOCS / "examples").glob("*.md")} - {"examples/index.md"}
    assert files == {page.address for page, _ in course.examples()}
