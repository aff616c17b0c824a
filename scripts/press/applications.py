"""The table of applications: each page that says what calculus does there, with its role and an example."""

from xml.etree.ElementTree import Element

from press import course
from press.elements import element, listed
from press.pages import Page

HEADINGS = ("concept", "role of calculus", "example")


def table(page: Page) -> list[Element]:
    """One row for each application, in the order of the nav; the words come from the pages' front matter."""
    known = ((each, said) for each, said in course.course().values() if said.role)
    rows = (
        (element("a", course.title(each), href=course.link(page, each)), said.role, said.example)
        for each, said in known
    )
    return listed(HEADINGS, rows)
