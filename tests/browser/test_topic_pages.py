"""Every topic and every application is complete: its parts are read off the page as it was built."""

import re
from pathlib import Path

import pytest

from press import catalogue, course
from press.places import SITE

FOLDERS = ("topics", "applications")
TOPICS = sorted(
    each.parent.relative_to(SITE).as_posix() + "/" for folder in FOLDERS for each in SITE.glob(f"{folder}/*/index.html")
)
LAST = ["Misconceptions", "In code", "Exit quiz", "You can now", "References"]

# What stands in the section under a heading, what a page uses, and the page's parts, each as a number or a list.
READ = """() => {
  const all = (selector, where = document) => [...where.querySelectorAll('.md-content ' + selector)];
  const before = (one, other) => one && other && !!(one.compareDocumentPosition(other) & 4);
  const heads = all('h2'), name = head => head.firstChild.textContent.trim();
  const under = title => {
    const found = [], start = heads.find(head => name(head) === title);
    let next = start?.nextElementSibling;
    for (; next && next.tagName !== 'H2'; next = next.nextElementSibling) found.push(next);
    return found;
  };
  const text = element => element.textContent.trim();
  const body = box => text(box).slice(text(box.firstElementChild).length);
  const opening = document.querySelector('.md-content h1 ~ p:not(.page-facts)');
  return {
    facts: all('.page-facts').map(text),
    opening: opening ? text(opening) : '',
    picture: before(opening, all('[data-figure]')[0]) && before(all('[data-figure]')[0], heads[0]),
    sections: heads.map(name),
    first: under(name(heads[0])).map(text).join(' '),
    formulas: all('.formula[data-formula]').length,
    conditions: all('.formula[data-formula] .formula-conditions').length,
    derivations: all('[data-derivation]').length,
    misconceptions: under('Misconceptions').filter(box => box.matches('.misconception')).map(body),
    code: under('In code').flatMap(box => [...box.querySelectorAll('.output samp')].map(text)),
    questions: under('Exit quiz').filter(box => box.matches('details')).map(body),
    outcomes: under('You can now').flatMap(list => [...list.querySelectorAll('li')]).map(text),
    references: under('References').flatMap(list => [...list.querySelectorAll('li')]).length,
    cited: all('.citation a').length,
    ways: all('.ways-on a').length,
  };
}"""
USED = """() => [
  ...[...document.querySelectorAll('.md-content span[data-formula]')].map(math => math.dataset.formula),
  ...[...document.querySelectorAll('.md-content a[href*="#"]')].map(link => decodeURIComponent(link.hash.slice(1))),
]"""


@pytest.fixture(scope="module", params=TOPICS or ["the missing topics"])
def topic(request):
    """The path of one page."""
    return request.param


@pytest.fixture(scope="module")
def parts(topic, home, arrived):
    """What the page holds."""
    return arrived(home + topic).evaluate(READ)


@pytest.fixture(scope="module")
def arrived(chromium):
    """Opens an address, and closes it in the end."""
    context = chromium.new_context()
    page = context.new_page()
    yield lambda address: (page.goto(address), page)[1]
    context.close()


def sentences(text):
    return re.findall(r"[.?!](?:\s|$)", text)


def test_it_says_what_it_takes_to_read_it(parts):
    assert re.match(r"Level: \w+ · \d+ minutes · You need: \w", parts["facts"][0])


def test_it_opens_with_its_problem_in_one_or_two_sentences_and_a_picture(parts):
    assert 1 <= len(sentences(parts["opening"])) <= 3
    assert parts["picture"]


def test_a_number_comes_first(parts):
    assert parts["sections"][0].startswith("A number first: ")
    assert len(re.findall(r"\d", parts["first"])) > 3


def test_it_shows_formulas_with_their_conditions(parts):
    assert parts["formulas"] >= 1
    assert parts["conditions"] >= 1


def test_it_derives_what_it_teaches(parts):
    assert parts["derivations"] >= 1


def test_it_refutes_misconceptions_each_with_a_number(parts):
    assert len(parts["misconceptions"]) >= 3
    assert [cure for cure in parts["misconceptions"] if not re.search(r"\d", cure)] == []


def test_its_code_has_run_and_shows_what_it_printed(parts):
    assert any(re.search(r"\d", printed) for printed in parts["code"])


def test_its_quiz_asks_five_questions_and_answers_them(parts):
    assert len(parts["questions"]) == 5
    assert min(len(answer.split()) for answer in parts["questions"]) >= 3


def test_it_ends_with_what_the_reader_can_do_now(parts):
    assert 3 <= len(parts["outcomes"]) <= 6


def test_it_cites_the_works_it_rests_on(parts):
    assert parts["cited"] >= parts["references"] >= 1


def test_it_leads_on(parts):
    assert parts["ways"] >= 1


def test_its_last_sections_come_in_the_order_all_pages_share(parts):
    assert parts["sections"][-len(LAST) :] == LAST


def test_nothing_is_used_before_the_page_that_introduces_it(topic, home, arrived):
    address = f"{Path(topic).as_posix()}.md"
    before = [page for page in course.in_order() if page.address in {address, *course.closure(address)}]
    known = {name for page in before for name in course.displayed(page)}
    used = catalogue.formulas().keys() & set(arrived(home + topic).evaluate(USED))
    assert used <= known, f"{address} uses {sorted(used - known)}, which no page it needs has shown"
