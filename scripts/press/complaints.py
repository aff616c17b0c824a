"""What the site generator complains about, said again in our sentences, with the place."""

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from os.path import relpath
from pathlib import Path

from press.pages import Page
from press.places import DOCS, ROOT
from press.report import Problem

NAV = ROOT / "mkdocs.yml"
IMAGES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")


def translated(complaint: str) -> Iterator[Problem]:
    """The complaint as problems; one that is not known keeps its words."""
    for pattern, said in SENTENCES.items():
        if match := re.search(pattern, complaint, re.DOTALL):
            yield from said(*match.groups())
            return
    yield Problem(NAV, 1, complaint)


def _dead_link(page: str, link: str, near: str | None) -> Iterator[Problem]:
    file = DOCS / page
    line, column = Page(file, file.read_text("utf-8")).place(link)
    near = near or _nearest(file, link)
    image = link.lower().endswith(IMAGES)
    rule = "an image must be a file in docs/" if image else "a link must lead to a page or file in docs/"
    hint = f"did you mean {near}?" if near else f"write its path as seen from {page}, or add the file"
    yield Problem(file, line, rule, link, hint, column=column)


def _nearest(page: Path, link: str) -> str | None:
    """The file that was probably meant, as seen from the page."""
    by_name = {file.name: file for file in DOCS.rglob(f"*{Path(link).suffix}")}
    close = get_close_matches(Path(link).name, by_name, 1, 0.7)
    return relpath(by_name[close[0]], page.parent) if close else None


def _dead_anchor(page: str, link: str) -> Iterator[Problem]:
    file = DOCS / page
    line, column = Page(file, file.read_text("utf-8")).place(link)
    hint = "after # stands the name of a formula or figure shown there, or a heading in lower case with hyphens"
    yield Problem(file, line, "a link must lead to a place that exists on its page", link, hint, column=column)


def _outside_nav(listed: str) -> Iterator[Problem]:
    for page in re.findall(r"- (\S+)", listed):
        hint = f"add this line under nav in mkdocs.yml:\n  - {page}"
        yield Problem(DOCS / page, 1, "a page must have its line in the nav", "none in mkdocs.yml", hint)


def _missing_page(page: str) -> Iterator[Problem]:
    if (DOCS / page).exists():  # left out for a problem of its own, which is told
        return
    lines = NAV.read_text("utf-8").splitlines()
    line = next((number for number, text in enumerate(lines, 1) if page in text), 1)
    yield Problem(
        NAV, line, "a line of the nav must name a page in docs/", page, f"write docs/{page}, or take the line out"
    )


NEAR = r".*?(?:Did you mean '(.+?)'\?)?$"
SENTENCES: dict[str, Callable[..., Iterator[Problem]]] = {
    rf"Doc file '(.+?)' contains a link '(.+?)', but the target.* is not found{NEAR}": _dead_link,
    rf"Doc file '(.+?)' contains an (?:unrecognized relative|absolute) link '(.+?)'{NEAR}": _dead_link,
    r"Doc file '(.+?)' contains a link '(.+?)', but (?:there is no|the doc .* does not contain)": _dead_anchor,
    r"not included in the \"nav\" configuration:(.+)": _outside_nav,
    r"A reference to '(.+?)' is included in the 'nav' configuration, which is not found": _missing_page,
}
