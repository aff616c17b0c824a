"""Short ways to write HTML as elements, which site generators can still look into (links, anchors, headings)."""

from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from markdown.util import AtomicString


def element(tag: str, *inside: Element | str, **attributes: str) -> Element:
    """An element; `class_` and `data_formula` stand for `class` and `data-formula`."""
    made = Element(tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    for part in inside:
        if isinstance(part, Element):
            made.append(part)
        elif len(made):
            made[-1].tail = AtomicString((made[-1].tail or "") + part)
        else:
            made.text = AtomicString((made.text or "") + part)
    return made


def joined(parts: Sequence[Element]) -> list[Element | str]:
    """One; one and another; one, another and a third."""
    between = [", "] * (len(parts) - 2) + [" and "]
    return [each for pair in zip(parts[:-1], between, strict=False) for each in pair] + list(parts[-1:])


def listed(headings: Sequence[str], rows: Iterable[Sequence[Element | str]]) -> list[Element]:
    """A table whose rows are named by their first cells; nothing without rows."""
    body = [
        element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in rest))
        for first, *rest in rows
    ]
    head = element("tr", *(element("th", name, scope="col") for name in headings))
    return [element("table", element("thead", head), element("tbody", *body))] if body else []
