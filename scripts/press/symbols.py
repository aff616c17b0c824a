"""The table of symbols: each letter of the site's notation with its meaning, and where lessons introduce it."""

import re
from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from calculus import printers
from calculus.language.symbols import Symbol
from calculus.notation import TABLE, Entry
from press import course, letters
from press.elements import element, joined
from press.pages import Page

HEADINGS = ("symbol", "said", "meaning", "introduced on")
WORD = re.compile(r"[^\W\d_]{4,}")


def symbols(page: Page, put: Callable[[Symbol], str]) -> list[Element]:
    """One row for each entry of the notation table."""
    known, rows = letters.introduced(), []
    for entry in TABLE:
        symbol = Symbol(entry.name, entry.kind)
        links = {each.page: _link(each, page) for each in reversed(list(introductions(entry, known)))}
        cells = [
            [element("span", put(symbol), class_="math")],
            [printers.speech(symbol)],
            [entry.meaning],
            joined(list(reversed(links.values()))) or ["–"],
        ]
        rows.append(element("tr", *(element("td", *cell) for cell in cells)))
    head = element("tr", *(element("th", name, scope="col") for name in HEADINGS))
    return [element("table", element("thead", head), element("tbody", *rows))]


def introductions(entry: Entry, known: Iterable[letters.Introduction]) -> Iterator[letters.Introduction]:
    """Those that introduce the letter with one of its meanings: another meaning of it is no place to look."""
    said = entry.name.replace("_", " ")
    meanings = [_words(each) for each in re.split(r"[;:,]| or ", entry.meaning)]
    for each in known:
        sentence = _words(each.sentence) - {said}
        if each.said == said and any(2 * len(meaning & sentence) >= len(meaning) > 0 for meaning in meanings):
            yield each


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.lower()))


def _link(found: letters.Introduction, page: Page) -> Element:
    return element("a", course.title(found.page), href=f"{course.link(page, found.page)}{found.anchor}")
