"""The indexes: every formula by topic, by name and by symbol, every derivation by topic, with links to them."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from calculus import printers
from calculus.derivation import Proof
from calculus.formula import Formula
from calculus.language.symbols import Symbol
from press import catalogue, course, pages
from press.elements import element, joined

Setter = Callable[[Symbol], str]


def formulas(page: pages.Page) -> list[Element]:
    """Every formula by topic; links lead to the first page that displays it."""
    return _by_topic("h3", page, catalogue.topics(), catalogue.formulas(), course.first_shown())


def derivations(page: pages.Page) -> list[Element]:
    """Every derivation by topic."""
    shown = {call.name: each for each in reversed(course.in_order()) for call in each.calls if call.displayed}
    return _by_topic("h2", page, catalogue.topics("derivations"), catalogue.derivations(), shown)


def by_name(page: pages.Page) -> list[Element]:
    """Every formula in the order of the alphabet."""
    shown = course.first_shown()
    entries = sorted(catalogue.formulas().values(), key=lambda formula: formula.title.lower())
    return [_list(_entry(each, shown.get(each.name), page) for each in entries)]


def by_symbol(page: pages.Page, put: Setter) -> list[Element]:
    """Every letter, as it is printed, with the formulas it stands in."""
    shown, found = course.first_shown(), {}
    for formula in catalogue.formulas().values():
        for symbol in formula.symbols:
            found.setdefault(printers.tex(symbol), (symbol, []))[1].append(formula)
    letters = sorted(found.values(), key=lambda each: (each[0].name.lower(), printers.tex(each[0])))
    parts = []
    for symbol, standing in letters:
        names = [_name(formula, shown.get(formula.name), page) for formula in standing]
        parts += [element("dt", element("span", put(symbol), class_="math")), element("dd", *joined(names), ".")]
    return [element("dl", *parts, class_="formula-index")]


def _by_topic(heading: str, page: pages.Page, topics: dict, items: dict, shown: dict) -> list[Element]:
    """The topics in the order of the course, each with its items in declared order."""
    place = {each.address: number for number, each in enumerate(course.in_order())}
    first: dict[str, int] = {}
    for name in filter(shown.get, items):
        topic = name.partition(".")[0]
        first[topic] = min(place[shown[name].address], first.get(topic, len(place)))
    parts = []
    for topic in sorted(topics, key=lambda topic: first.get(topic, len(place))):
        entries = [_entry(each, shown.get(name), page) for name, each in items.items() if name.startswith(f"{topic}.")]
        parts += [element(heading, topics[topic]), _list(entries)]
    return parts


def _list(entries: Iterable[Element]) -> Element:
    return element("ul", *entries, class_="formula-index")


def _entry(item: Formula | Proof, target: pages.Page | None, page: pages.Page) -> Element:
    return element("li", _name(item, target, page), " ", element("code", item.name))


def _name(item: Formula | Proof, target: pages.Page | None, page: pages.Page) -> Element:
    """The title, with a link where the thing is shown."""
    if target is None:
        return element("span", item.title)
    return element("a", item.title, href=f"{course.link(page, target)}#{item.name}")
