"""The list of all works that pages cite, with links back to the pages."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from press import bibliography, course
from press.elements import element, joined
from press.pages import Page


def works(page: Page, stash: Callable[[str], str]) -> list[Element]:
    """Every work, in the order of the names readers see."""
    pages = [(each, bibliography.cited(each)) for each in course.in_order()]
    entries = []
    for key in bibliography.by_label(bibliography.works()):
        links = [element("a", course.title(each), href=course.link(page, each)) for each, keys in pages if key in keys]
        entries.append(element("li", stash(bibliography.reference(key)), " Cited in ", *joined(links), ".", id=key))
    return [element("ul", *entries, class_="references")]
