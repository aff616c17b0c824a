"""What a page shows around its text: the line under the title, the works it cites, and the ways on at its end."""

from collections.abc import Sequence
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from press import bibliography, course, notebook_file, notebooks, pages
from press.elements import element, joined
from press.front_matter import LEVELS, FrontMatter, front_matter
from press.packages import PACKAGES
from press.pages import Notebook, Page
from press.typesetter import Typesetter


def frame(root: Element, typesetter: Typesetter) -> None:
    """Puts what the front matter says under the title and at the end, and the works that were cited before that."""
    page, said = typesetter.page, front_matter(typesetter.page)
    root.extend(_references(typesetter))
    heading = next((place for place, part in enumerate(root, 1) if part.tag == "h1"), 0)
    if said:
        root.insert(heading, _line(page, said))
        root.extend(_ways_on(page, said))
    if isinstance(page, Notebook):
        root.insert(heading, _to_run(page))


def _references(typesetter: Typesetter) -> list[Element]:
    """The works a page cites, each with the address its citations lead to."""
    works = [
        element("li", typesetter.stash(bibliography.reference(key)), id=key)
        for key in bibliography.by_label(typesetter.cited)
    ]
    return [element("h2", "References"), element("ul", *works, class_="references")] if works else []


def _line(page: Page, said: FrontMatter) -> Element:
    """*Level: core · 45 minutes · You need: …*"""
    level = LEVELS[said.level]
    needs = _links(page, said.needs) or [level.before]
    start = f"Level: {level.title.lower()} · {said.minutes} minutes · You need: "
    return element("p", start, *needs, ".", class_="page-facts")


def _to_run(notebook: Notebook) -> Element:
    """*Notebook for JupyterLab or Colab · Runs with NumPy · Download …*"""
    needed = joined([element("span", PACKAGES[name].title) for name in notebooks.needs(notebook)])
    file = notebook_file.address(notebook)
    link = element("a", f"Download {PurePosixPath(file).name}", href=file.partition("/")[2], download="")
    start = "Notebook for JupyterLab or Colab · Runs with "
    return element("p", start, *needed, " · ", link, ".", class_="page-facts")


def _ways_on(page: Page, said: FrontMatter) -> list[Element]:
    """Where to go from here: as the page says, and as other pages say of it."""
    after = [each.address for each in course.needed_by(page.address) if each.address not in said.next]
    ways = {
        "Worked by hand: ": _links(page, [each.address for each in course.examples_of(page.address)]),
        "To run and change: ": _links(page, [each.address for each in course.notebooks_of(page.address)]),
        "Next: ": _links(page, said.next),
        "Pages that need this one: ": _links(page, after),
    }
    lines = [element("p", element("strong", name), *links, ".") for name, links in ways.items() if links]
    return [element("nav", *lines, class_="ways-on", aria_label="Where to go from here")] if lines else []


def _links(page: Page, addresses: Sequence[str]) -> list[Element | str]:
    """Links with the pages' titles, joined as in a sentence."""
    known = {each.address: each for each in pages.pages()}
    links = [
        element("a", course.title(known[address]), href=course.link(page, known[address]))
        for address in addresses
        if address in known
    ]
    return joined(links)
