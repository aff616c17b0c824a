"""The table of applications: each page that says what calculus does there, with its role and an example."""

from xml.etree.ElementTree import Element

from press import course
from press.elements import element
from press.pages import Page

HEADINGS = ("concept", "role of calculus", "example")


def table(page: Page) -> list[Element]:
    """One row for each application, in the order of the nav; the words come from the pages' front matter."""
    rows = []
    for each, said in course.course().values():
        if said.role:
            link = element("a", course.title(each), href=course.link(page, each))
            cells = (element("td", words) for words in (said.role, said.example))
            rows.append(element("tr", element("th", link, scope="row"), *cells))
    names = element("tr", *(element("th", name, scope="col") for name in HEADINGS))
    return [element("table", element("thead", names), element("tbody", *rows))] if rows else []
