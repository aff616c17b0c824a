"""A displayed formula as HTML: title with permalink, the mathematics, its conditions, and its evidence."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from calculus import printers
from calculus.formula import Formula
from calculus.language.node import Node
from press import verdicts
from press.copies import copies
from press.elements import element

NARROW = 32  # letters and signs of a condition that fit on one line of a card on the narrowest phone
LANGUAGES = {"TeX": "latex", "NumPy": "python", "SymPy": "python"}
Setter = Callable[..., str]  # a node to the text that stands for its mathematics, and a row in the ledger


def block(formula: Formula, put: Setter, ledger: str | None, *, first: bool) -> Element:
    """The formula displayed; only the first block of a page carries the address, later ones link to it.

    `ledger` is the address of its row among all that is checked, if there is such a page.
    """
    return _figure(formula, put, f"#{formula.name}", _evidence(formula, ledger), first=first)


def brief(formula: Formula, put: Setter, home: str, *, first: bool) -> Element:
    """The formula on a sheet: its title leads to the page that explains it, where its evidence stands too."""
    return _figure(formula, put, home, first=first)


def _figure(formula: Formula, put: Setter, target: str, *below: Element, first: bool) -> Element:
    """Title, mathematics and conditions, and what else stands below them."""
    title = element("a", formula.title, class_="formula-title", href=target)
    body = element(
        "div",
        *(put(line, display=True) for line in printers.lines(formula.statement)),
        class_="formula-body",
        tabindex="0",
        role="group",
        aria_label=formula.title,
        data_search_exclude="",
    )
    parts = [element("div", title, class_="formula-head"), body, *condition_line(formula.conditions, put), *below]
    address = {"id": formula.name} if first else {}
    return element("figure", *parts, class_="formula", **address, data_formula=formula.name)


def condition_line(conditions: tuple[Node, ...], put: Setter) -> list[Element]:
    """The line *for …*, where there is a condition."""
    if not conditions:
        return []
    *first, last = map(put, conditions)
    kept = [element("span", condition, ",", class_="condition") for condition in first]  # its comma stays with it
    inside = [part for span in kept for part in (span, " ")]
    wide = any(len(printers.unicode(condition)) > NARROW for condition in conditions)
    scrolls = {"class_": "formula-conditions long", "tabindex": "0"} if wide else {"class_": "formula-conditions"}
    return [element("p", "for ", *inside, last, **scrolls)]


def _evidence(formula: Formula, ledger: str | None) -> Element:
    """Why it may be believed, and what can be copied; search looks only into the words."""
    outcome = verdicts.known(formula)
    words = element("p", element("strong", "In words: "), printers.speech(formula.statement), class_="formula-words")
    return element(
        "details",
        element("summary", _summary(outcome), data_search_exclude=""),
        *([table(verdicts.COLUMNS, map(verdicts.cells, outcome.roads))] if outcome else []),
        *([element("p", element("a", "Its row among all that is checked", href=ledger))] if ledger else []),
        words,
        *(_copy(title, text) for title, text in copies(formula).items() if text),
        class_="formula-evidence",
    )


def _copy(title: str, text: str) -> Element:
    """Source under its title, to copy."""
    lines = element("pre", element("code", text.strip() + "\n"))
    highlighted = element("div", lines, class_=f"language-{LANGUAGES[title]} highlight")
    return element("div", element("p", title), highlighted, class_="formula-source", data_search_exclude="")


def _summary(outcome: verdicts.Outcome | None) -> str:
    roads = sum(road.truth is True for road in outcome.roads) if outcome else 0
    return f"checked on {roads} road{'s' * (roads != 1)}" if roads else "not checked yet"


def table(columns: Iterable[str], rows: Iterable[list[str]]) -> Element:
    """What the roads have said, for people who want to know."""
    head = element("tr", *(element("th", name, scope="col") for name in columns))
    body = (element("tr", *map(_cell, row)) for row in rows)
    return element("table", element("thead", head), element("tbody", *body), tabindex="0", data_search_exclude="")


def _cell(text: str) -> Element:
    return element("td", text)
