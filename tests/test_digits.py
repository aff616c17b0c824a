"""A number with decimals in a sentence is one that its page computes."""

import pytest

from press import cache, digits
from press.pages import Page
from press.places import DOCS


@pytest.fixture(autouse=True)
def nothing_is_kept(tmp_path, monkeypatch):
    """Every test runs its code afresh."""
    monkeypatch.setattr(cache, "CACHE", tmp_path)


def unknown(text: str) -> list[tuple[int, str]]:
    page = Page(DOCS / "topics" / "a.md", text)
    return [(problem.line, problem.found) for problem in digits.problems(page)]


@pytest.mark.parametrize(
    "computed",
    [
        r"$\frac{1}{8} = 0.125$",
        "```{.python .run}\nprint(1 / 8)\n```\n",
        "```{.python .run}\nshare = 0.125\n```\n",
    ],
    ids=["in a sentence", "by code", "in code"],
)
def test_a_number_that_the_page_computes_may_be_said_again(computed):
    assert unknown(f"# A\n\n{computed}\n\nThat is 0.125, about 0.13.\n") == []


def test_a_number_that_nothing_computes_is_told_with_its_line():
    assert unknown("# A\n\nThat is $0.125$.\n\nAnd here 0.126.\n") == [(5, "0.126")]


def test_more_digits_than_were_computed_are_told():
    assert unknown("# A\n\n$0.33$, 0.333 and 0.330.\n") == [(3, "0.333"), (3, "0.330")]


def test_a_sign_must_be_computed_too_but_words_may_take_it_over():
    assert unknown("# A\n\nFrom $0.25$ to −0.25.\n") == [(3, "−0.25")]
    assert unknown("# A\n\nFrom $-0.25$ to −0.25, a fall of 0.25.\n") == []


def test_the_section_of_a_cited_work_is_no_number():
    assert unknown("# A\n\nSee [@work, section 4.25] and 1.2.3.\n") == []
