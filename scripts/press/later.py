"""Places on pages that wait for what is known only when everything else has been written."""

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from press import pages
from press.elements import element

UNNEEDED = re.compile("</t[dhr]>")  # HTML knows where a cell ends; thousands of them weigh
Address = Callable[[str], str]  # a page as the nav writes it, to its path under site/
Contents = Mapping[str, Callable[[pages.Page], Iterable[Element]]]  # for a call, what it stands for on a page


def place(call: str) -> list[Element]:
    """What stands for the call until then."""
    return [element("div", data_later=call)]


def fill(site: Path, contents: Contents, address: Address) -> None:
    """Writes the contents into the pages, as they were built, that call them."""
    for page in pages.pages():
        if asked := {call.name for call in page.calls} & contents.keys():
            file = site / address(page.address)
            text = file.read_text("utf-8")
            for call in asked:
                text = text.replace(_html(place(call)), UNNEEDED.sub("", _html(contents[call](page))))
            file.write_text(text, "utf-8")


def _html(elements: Iterable[Element]) -> str:
    return "".join(tostring(each, encoding="unicode", method="html") for each in elements)
