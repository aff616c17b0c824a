"""The course as a whole: what is declared is taught, pages come after those they need, tracks lead everywhere."""

import re

import pytest
from markdown import Markdown

from calculus import notation
from calculus.language.symbols import Alias, Symbol
from press import catalogue, course, letters, pages, sheet_page, symbols, terms
from press.tracks import TRACKS

LESSONS = [page for page, _ in course.course().values()]


def read(name):
    """The page as it is set."""
    page = next(page for page in pages.pages() if page.address == name)
    return Markdown(extensions=["press.markdown", "def_list"]).convert(page.text)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("A plain name", "A plain name"),
        ('"Slopes: a primer"  # in quotes', "Slopes: a primer"),
        ("'It''s calculus' # and a remark", "It's calculus"),
        (">-\n  Over two\n  lines", "Over two lines"),
        ("!ENV [NO_SUCH_VARIABLE, Name]", "Name"),
        ("!ENV [NO_SUCH_VARIABLE, CALCULUS_NAME, Name]", "Said outside"),
        ("[a, b]", ""),
    ],
)
def test_a_setting_is_read_as_the_site_generator_reads_it(written, name, monkeypatch):
    monkeypatch.setenv("CALCULUS_NAME", "Said outside")
    said = course.settings(f"site_name: {written}\nnav:\n  - Home: index.md\n")
    assert said.get("site_name", "") == name


@pytest.mark.parametrize("kind", ["formulas", "derivations", "figures"])
def test_everything_that_is_declared_is_shown_in_a_lesson(kind):
    """Small figures may stand on a sheet alone."""
    holders = [*LESSONS, *(sheet_page.sheets() if kind == "figures" else ())]
    shown = {name for page in holders for call in page.calls for name in [call.name, *pages.called(call.name)]}
    assert sorted(set(getattr(catalogue, kind)()) - shown) == []


def test_a_page_comes_after_all_pages_it_needs():
    place = {page.address: number for number, page in enumerate(LESSONS)}
    late = [(page.address, need) for page, said in course.course().values() for need in said.needs]
    assert [(page, need) for page, need in late if place[need] > place[page]] == []


@pytest.mark.parametrize(("level", "told"), [("core", []), ("theory", []), ("refresh", ["refresh needs core, "])])
def test_a_page_that_needs_one_of_a_higher_level_is_told_with_its_line(level, told):
    core = next(address for address, (_, said) in course.course().items() if said.level == "core")
    front = f"---\nlevel: {level}\nminutes: 5\nneeds: [{core}]\nnext: []\n---\n# A\n"
    found = [(problem.line, problem.found) for problem in course.problems(pages.Page(pages.DOCS / "a.md", front))]
    assert found == [(4, f"{words}{core}") for words in told]


def test_the_shortest_track_fits_into_the_time_it_promises():
    short = TRACKS[0]
    assert short.title == "90 minutes"
    assert 60 <= sum(short.minutes(said) for _, said in course.course().values()) <= 90


def test_tracks_leave_out_no_page_that_a_page_on_them_needs():
    for track in TRACKS[1:]:
        on_it = {address for address, (_, said) in course.course().items() if track.minutes(said)}
        assert {need for address in on_it for need in course.closure(address)} <= on_it


def test_the_roadmap_leads_to_every_lesson():
    roadmap = read("roadmap.md")
    assert [page.address for page in LESSONS if f'href="{page.address}"' not in roadmap] == []


def test_the_glossary_says_every_term_in_the_words_of_its_page():
    glossary = read("reference/glossary.md")
    assert 'class="problem"' not in glossary
    for page in LESSONS:
        lesson = read(page.address)
        for term in {terms.address(term.words) for term in terms.terms(page)}:
            assert f'id="{term}"' in lesson
            assert f'href="../{page.address}#{term}"' in glossary


def test_the_glossary_has_one_entry_for_a_term_and_its_plural():
    words = {term.words.lower() for page in course.in_order() for term in terms.terms(page)}
    assert [each for each in sorted(words) if f"{each}s" in words] == []


@pytest.mark.parametrize("entry", notation.TABLE, ids=lambda entry: entry.name)
def test_a_letter_with_one_meaning_everywhere_leads_to_the_lesson_that_introduces_it_so(entry):
    assert list(symbols.introductions(entry, letters.introduced()))


def test_a_letter_leads_to_no_lesson_that_gives_it_another_meaning():
    (entry, *_) = notation.TABLE
    assert list(symbols.introductions(notation.Entry(entry.name, "speed of the wind"), letters.introduced())) == []


def test_every_greek_letter_in_a_formula_of_a_lesson_is_among_the_symbols():
    shown = {name for page in LESSONS for name in course.displayed(page)}
    walks = [catalogue.formulas()[name].statement.walk() for name in shown]
    names = {notation.parts(node.name).base for walk in walks for node in walk if isinstance(node, Symbol | Alias)}
    introduced = {each.said for each in letters.introduced()}
    assert {name for name in names if name in notation.GREEK} <= introduced


def test_the_page_of_symbols_says_every_letter_in_the_words_of_its_lesson():
    html = read("reference/symbols.md")
    assert 'class="problem"' not in html
    for each in letters.introduced():
        assert f'href="../{each.page.address}{each.anchor}"' in html


def test_home_leads_to_every_application_with_what_calculus_does_there():
    home = read("index.md")
    applications = [(page, said) for page, said in course.course().values() if page.address.startswith("applications/")]
    assert applications
    for page, said in applications:
        row = f'<th scope="row"><a href="{page.address}">{course.title(page)}</a></th>'
        assert f"{row}<td>{said.role}</td><td>{said.example}</td>" in re.sub(r">\s+<", "><", home)
