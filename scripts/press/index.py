"""The index of formulas: every declared formula by topic, with its name, title, and a link to where it is shown."""

from os.path import relpath
from xml.etree.ElementTree import Element

from calculus.derivation import Proof
from calculus.formula import Formula
from press import catalogue, course, pages
from press.elements import element


def formulas(page: pages.Page) -> list[Element]:
    """Headings and lists for the given page; links lead to the first page that displays a formula."""
    shown = course.first_shown()
    parts = []
    for topic, heading in catalogue.topics().items():
        entries = [
            _entry(each, shown.get(name), page) for name, each in catalogue.formulas().items() if _in(topic, name)
        ]
        parts += [element("h2", heading), element("ul", *entries, class_="formula-index")]
    return parts


def derivations(page: pages.Page) -> list[Element]:
    """Every derivation by topic, with its title and a link to where it is shown."""
    shown = {call.name: each for each in reversed(pages.pages()) for call in each.calls if call.displayed}
    parts = []
    for topic, heading in catalogue.topics("derivations").items():
        entries = [
            _entry(each, shown.get(name), page) for name, each in catalogue.derivations().items() if _in(topic, name)
        ]
        parts += [element("h2", heading), element("ul", *entries, class_="formula-index")]
    return parts


def _in(topic: str, name: str) -> bool:
    return name.startswith(f"{topic}.")


def _entry(formula: Formula | Proof, target: pages.Page | None, page: pages.Page) -> Element:
    name = element("code", formula.name)
    if target is None:
        return element("li", formula.title, " ", name)
    address = relpath(target.file, page.file.parent).replace("\\", "/")
    return element("li", element("a", formula.title, href=f"{address}#{formula.name}"), " ", name)
