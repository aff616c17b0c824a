"""What a page's calls and mathematics become, in Markdown alone: no site generator takes part."""

import re

import pytest
from markdown import Markdown

from press import catalogue, course, pages, sheet_page
from press.report import Stop

NAMES = list(catalogue.formulas())
ONE, OTHER = NAMES[0], NAMES[-1]
TOPIC = ONE.split(".")[0]


def html(text: str) -> str:
    return Markdown(extensions=["press.markdown", "fenced_code", "tables"]).convert(text)


def shown(text: str) -> list[str]:
    """The names of the formulas the page shows, in order."""
    return re.findall(r'data-formula="([^"]*)"', html(text))


def problems(text: str) -> str:
    with pytest.raises(Stop) as stop:
        html(text)
    return str(stop.value)


@pytest.mark.parametrize("name", NAMES)
def test_a_call_alone_on_its_line_is_displayed_with_its_address_and_title(name):
    page = html(f"{{{{ {name} }}}}")
    assert f'id="{name}"' in page
    assert f'href="#{name}">{catalogue.formulas()[name].title}</a>' in page.replace("&amp;", "&").replace("&gt;", ">")
    assert '<math display="block"' in page
    assert "<p>" not in page.split("<math")[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_call_in_a_sentence_stays_in_the_sentence(name):
    page = html(f"Since {{{{ {name} }}}}, we see.")
    assert page.startswith("<p>Since ")
    assert page.endswith(", we see.</p>")
    assert "figure" not in page


def test_a_call_between_two_lines_of_text_is_displayed_between_two_paragraphs():
    page = html(f"Before\n{{{{ {ONE} }}}}\nafter.")
    assert page.index("<p>Before</p>") < page.index("<figure") < page.index("<p>after.</p>")


def test_a_formula_shown_twice_carries_its_address_once():
    page = html(f"{{{{ {ONE} }}}}\n\n{{{{ {ONE} }}}}")
    assert page.count(f'id="{ONE}"') == 1
    assert page.count(f'href="#{ONE}"') == 2


def test_the_address_goes_to_the_first_even_if_that_stands_in_a_list():
    page = html(f"- item\n\n    {{{{ {ONE} }}}}\n\n{{{{ {ONE} }}}}")
    assert page.index(f'id="{ONE}"') < page.index("</ul>")


def test_a_call_of_a_topic_lists_it_in_declared_order():
    assert shown(f"{{{{ {TOPIC} }}}}") == [name for name in NAMES if name.startswith(f"{TOPIC}.")]


@pytest.mark.parametrize("page", sheet_page.sheets(), ids=lambda page: page.address)
def test_a_formula_on_a_sheet_leads_to_the_page_that_explains_it(page):
    html = Markdown(extensions=["press.markdown"]).convert(page.text)
    shown = course.first_shown()
    wanted = [f"{course.link(page, shown[name])}#{name}" for name in course.displayed(page)]
    assert re.findall(r'class="formula-title" href="([^"]*)"', html) == wanted
    assert "formula-evidence" not in html


def test_the_index_names_every_formula():
    assert sorted(re.findall(r"<code>([^<]*)</code>", html("{{ formulas }}"))) == sorted(NAMES)


def test_code_is_left_alone():
    call = f"{{{{ {ONE} }}}}"
    assert shown(f"`{call} $x$`\n\n```\n{call}\n$$\n```\n\n    {call}\n") == []


def test_money_is_left_alone():
    assert html("It costs $5, then $6, or \\$7.") == "<p>It costs $5, then $6, or $7.</p>"


@pytest.mark.parametrize("name", NAMES)
def test_search_finds_a_formula_by_its_words_and_not_by_its_letters(name):
    page = html(f"{{{{ {name} }}}}")
    assert re.search(r'<div [^>]*class="formula-body" data-search-exclude=""', page)
    assert re.search(r'<p class="formula-words"><strong>In words: </strong>\w', page)


def test_mathematics_is_never_given_a_label_that_hides_its_structure():
    assert not re.search(r"<math[^>]*aria-label", html(f"{{{{ {ONE} }}}}"))


def test_a_formula_s_symbols_may_be_used_in_the_sentences_around_it():
    for name, formula in catalogue.formulas().items():
        page = pages.Page(pages.DOCS / "a.md", f"# A\n\n{{{{ {name} }}}}\n")
        known = pages.scope(page, 3).symbols
        assert [known[symbol.name] for symbol in formula.symbols] == list(formula.symbols)


def test_what_the_section_binds_comes_before_what_the_rest_of_the_page_binds():
    page = pages.Page(pages.DOCS / "a.md", f"# A\n\n{{{{ {ONE} }}}}\n\n# B\n\n{{{{ {OTHER} }}}}\n")
    for line, name in ((3, ONE), (7, OTHER)):
        known = pages.scope(page, line).symbols
        assert [known[symbol.name] for symbol in catalogue.formulas()[name].symbols] == list(
            catalogue.formulas()[name].symbols
        )


def test_what_a_sentence_sets_holds_for_the_rest_of_its_section():
    assert html("Let $f(x) = x^2$. Then $f(3)$ is known.").count("<math") == 2


@pytest.mark.parametrize("display", ["$$\nx\n$$", "$$x$$", "words $$x$$", r"\[x\]", "\\begin{align}\nx\n\\end{align}"])
def test_display_mathematics_that_is_no_call_stops(display):
    assert "display mathematics is always a call" in problems(display)


def test_a_page_tells_all_its_problems_at_once():
    said = problems("{{ no.thing }}\n\n![](a.png)\n\n$$x$$")
    assert [f":{line}:" in said for line in (1, 3, 5)] == [True] * 3


def test_problems_and_mathematics_of_many_pages_are_collected_for_who_asks():
    found = {"problems": [], "rows": []}
    for text in ("{{ no.thing }}", f"{{{{ {ONE} }}}}"):
        Markdown(extensions=["press.markdown"], extension_configs={"press.markdown": found}).convert(text)
    assert len(found["problems"]) == 1
    assert {row.formula for row in found["rows"]} == {ONE}


def test_every_piece_of_mathematics_has_its_row():
    found = {"problems": [], "rows": []}
    text = "\n\n".join(f"{{{{ {name} }}}} and\n\n{{{{ {name} }}}}" for name in NAMES)
    page = Markdown(extensions=["press.markdown"], extension_configs={"press.markdown": found}).convert(text)
    assert page.count("<math") == len(found["rows"])
    assert [row.formula for row in found["rows"]] == sorted([row.formula for row in found["rows"]], key=NAMES.index)
