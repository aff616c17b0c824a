"""A sheet on the screen: each panel is a card, so that panels stand side by side where there is room."""

from xml.etree.ElementTree import Element

from press.elements import element
from press.pages import Page
from press.sheet_page import format_of


def wrap(root: Element, page: Page) -> None:
    """Gathers each panel of a sheet's page, from its heading to the next, into a card."""
    if not format_of(page):
        return
    cards = element("div", class_="cards")
    for part in list(root):
        if part.tag == "h2":
            cards.append(element("section", class_="card"))
        if len(cards):
            root.remove(part)
            cards[-1].append(part)
    root.append(cards)
