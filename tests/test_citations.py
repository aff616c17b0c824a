"""A page cites works by their keys; names, references and the list of all works follow from one file."""

import re

import pytest
from markdown import Markdown

from press import bibliography, course, pages
from press.report import Stop

BOOK = """@book{{{key},
  author = {{{author}}},
  title = {{On Slopes}},
  publisher = {{A House}},
  year = {{1999}},
}}
"""
ONE, TWO, MANY = "Ada, Ann", "Ada, Ann and von Bor, Bo", "Ada, Ann and Bor, Bo and Cid, Cy"


@pytest.fixture
def cite(tmp_path, monkeypatch):
    """What a text becomes where the bibliography holds one work for each of the given lists of authors."""

    def convert(text, **authors):
        file = tmp_path / "bibliography.bib"
        file.write_text("\n".join(BOOK.format(key=key, author=names) for key, names in authors.items()), "utf-8")
        monkeypatch.setattr(bibliography, "FILE", file)
        return Markdown(extensions=["press.markdown"]).convert(text)

    return convert


@pytest.mark.parametrize(
    ("authors", "name"), [(ONE, "Ada 1999"), (TWO, "Ada and von Bor 1999"), (MANY, "Ada et al. 1999")]
)
def test_a_citation_names_authors_and_year_and_leads_to_the_reference(cite, authors, name):
    page = cite("As is known [@slopes, chapter 2].", slopes=authors)
    assert f'<p>As is known <span class="citation">[<a href="#slopes">{name}</a>, chapter 2]</span>.</p>' in page
    assert '<li id="slopes">' in page
    assert "<em>On Slopes</em>. A House, 1999." in page


def test_two_works_may_stand_in_one_citation(cite):
    page = cite("Known [@b; @a, page 3].", a=ONE, b=TWO)
    words = re.sub("<[^>]*>", "", page)
    assert words.startswith("Known [Ada and von Bor 1999; Ada 1999, page 3].")


def test_a_work_cited_twice_is_listed_once_in_the_order_of_names(cite):
    page = cite("Known [@z]. Also [@a], and again [@z].", z="Bor, Bo", a=ONE)
    assert page.index("<h2>References</h2>") < page.index('<li id="a">') < page.index('<li id="z">')
    assert page.count('<li id="z">') == 1


def test_a_page_that_cites_nothing_has_no_references(cite):
    assert "References" not in cite("Nothing is known, and `[@a]` is code.", a=ONE)


def test_an_unknown_key_is_told_with_its_place_and_the_nearest_key(cite):
    with pytest.raises(
        Stop, match=r":3:7: a citation must name a work in docs/bibliography.bib; found: @slope\n.*slopes\?"
    ):
        cite("# A\n\nKnown [@slope].", slopes=ONE)


def test_references_written_by_hand_are_refused(cite):
    with pytest.raises(Stop, match=":3:1: references are written from citations; found: ## References"):
        cite("# A\n\n## References\n\n- A book")


def said(file, text):
    file.write_text(text, "utf-8")
    return [(problem.line, problem.rule, problem.found) for problem in bibliography.problems()]


def test_what_is_wrong_with_the_file_is_told_with_its_line(tmp_path, monkeypatch):
    file = tmp_path / "bibliography.bib"
    monkeypatch.setattr(bibliography, "FILE", file)
    monkeypatch.setattr(pages, "pages", lambda: [pages.Page(pages.DOCS / "a.md", "Known [@cited].")])
    entry = BOOK.format(key="cited", author=ONE)
    assert said(file, entry) == []
    assert said(file, entry + BOOK.format(key="dead", author=ONE)) == [
        (7, "a work in the bibliography must be cited on a page", "dead")
    ]
    assert said(file, entry.replace("year", "doi = {10.1000/182},\n  year")) == []
    assert said(file, entry.replace("year", "doi = {https://doi.org/10.1000/182},\n  year")) == [
        (1, "a DOI must be written without an address before it", "https://doi.org/10.1000/182")
    ]
    assert said(file, entry.replace("year", "note")) == [(1, "a work must have author, title and year", "no year")]
    assert said(file, entry + "@book{half, title = {Half")[0][:2] == (7, "the bibliography must be BibTeX")
    assert said(file, entry + entry)[0][1] == "the bibliography must name each work once"


def test_the_list_of_works_leads_back_to_every_page_that_cites():
    page = next(each for each in pages.pages() if any(call.name == "bibliography" for call in each.calls))
    shown = Markdown(extensions=["press.markdown"]).convert(page.text)
    for key in bibliography.works():
        entry = re.search(rf'<li id="{key}">(.*?)</li>', shown, re.DOTALL)[1]
        number = bibliography.works()[key].fields.get("doi")
        citing = [each for each in pages.pages() if key in bibliography.cited(each)]
        leading = {course.link(page, each) for each in citing} | ({f"https://doi.org/{number}"} if number else set())
        assert leading == set(re.findall(r'href="([^"]*)"', entry))
