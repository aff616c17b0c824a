"""The boxes of a page: a misconception says that it is one, questions are counted, and each has an address."""

from xml.etree.ElementTree import Element

from press.elements import element


def mark(root: Element) -> None:
    """Gives every box what its author need not write."""
    for number, box in enumerate(_boxes(root, "div", "misconception"), 1):
        box.set("id", f"misconception-{number}")
        _open_with(box.find("p"), element("span", "Misconception", class_="box-kind"))
    for number, box in enumerate(_boxes(root, "details", "question"), 1):
        box.set("id", f"question-{number}")
        _open_with(box.find("summary"), element("span", f"{number}. "))


def _boxes(root: Element, tag: str, kind: str) -> list[Element]:
    return [box for box in root.iter(tag) if kind in (box.get("class") or "").split()]


def _open_with(title: Element, mark: Element) -> None:
    mark.tail, title.text = title.text, None
    title.insert(0, mark)
