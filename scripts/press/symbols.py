"""The table of symbols: each letter of the site's notation with its meaning, and the page that first shows it."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from calculus import printers
from calculus.language.symbols import Symbol
from calculus.notation import TABLE
from press import catalogue, course
from press.elements import element
from press.front_matter import front_matter
from press.pages import Page

HEADINGS = ("symbol", "said", "meaning", "first formula on")


def symbols(page: Page, put: Callable[[Symbol], str]) -> list[Element]:
    """One row for each entry of the notation table."""
    rows = []
    for entry in TABLE:
        symbol = Symbol(entry.name, entry.kind)
        first = next((each for each in course.in_order() if _stands_on(each, symbol)), None)
        cells = [
            element("span", put(symbol), class_="math"),
            printers.speech(symbol),
            entry.meaning,
            element("a", course.title(first), href=course.link(page, first)) if first else "–",
        ]
        rows.append(element("tr", *(element("td", cell) for cell in cells)))
    head = element("tr", *(element("th", name, scope="col") for name in HEADINGS))
    return [element("table", element("thead", head), element("tbody", *rows))]


def _stands_on(page: Page, symbol: Symbol) -> bool:
    """Whether a lesson displays a formula with the letter, printed in the same way."""
    known = catalogue.formulas()
    shown = course.displayed(page) if front_matter(page) else []
    letter = printers.tex(symbol)
    return any(printers.tex(each) == letter for name in shown for each in known[name].symbols)
