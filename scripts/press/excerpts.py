"""Sections that are gathered from all pages: their text stands again, each with a link back to its page."""

import re
from collections.abc import Iterator
from os.path import normpath, relpath
from pathlib import PurePosixPath

from press import course, pages
from press.pages import CODE, Page

GATHERED = re.compile(r"^\{\{[ \t]*gathered (.+?)[ \t]*\}\}[ \t]*$", re.MULTILINE)
FROM = "from "  # a call that says which page the text below it was written on
LINK = re.compile(r"(\]\()([^)\s#:]+\.md)?(#[^)\s]*)?\)")


def expanded(page: Page) -> str:
    """The page's text with each `{{ gathered Heading }}` exchanged for the sections of that name."""
    return GATHERED.sub(lambda call: "\n\n".join(_pieces(call[1], page)), page.marked)


def source(call: str) -> Page | None:
    """The page that what follows was written on, if the call says so."""
    known = {f"{FROM}{page.address}": page for page in pages.pages()}
    return known.get(call)


def _pieces(heading: str, reader: Page) -> Iterator[str]:
    anchor = re.sub(r"[^a-z0-9]+", "-", heading.lower())
    for page in course.in_order():
        if section := _section(page, heading):
            title = course.title(page)
            yield f"## {title}\n\n{{{{ {FROM}{page.address} }}}}"
            yield f"From the page [{title}]({course.link(reader, page)}#{anchor})."
            yield moved(section, page, reader)


def _section(page: Page, heading: str) -> str:
    """The text below the heading, up to the next of its rank."""
    text = CODE.sub(pages.blank, page.marked)
    found = re.search(rf"^## {re.escape(heading)}[ \t]*\n(.*?)(?=^#{{1,2}} |\Z)", text, re.MULTILINE | re.DOTALL)
    return page.marked[found.start(1) : found.end(1)].strip() if found else ""


def moved(text: str, page: Page, reader: Page) -> str:
    """The text with its links as seen from another page; code stays as it is."""
    folder, there = PurePosixPath(page.address).parent, PurePosixPath(reader.address).parent

    def link(match: re.Match) -> str:
        target = normpath(folder / match[2]) if match[2] else page.address if match[3] else None
        return f"{match[1]}{relpath(target, there)}{match[3] or ''})" if target else match[0]

    pieces, last = [], 0
    for code in CODE.finditer(text):
        pieces += [LINK.sub(link, text[last : code.start()]), code[0]]
        last = code.end()
    return "".join([*pieces, LINK.sub(link, text[last:])])
