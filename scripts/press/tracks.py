"""Ways through the course for readers with little, some or much time, gathered from what pages say of themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from press import course
from press.elements import element
from press.front_matter import FrontMatter
from press.pages import Page
from press.roadmap import hours


@dataclass(frozen=True)
class Track:
    """A way through the course: for whom, which pages, and the minutes each of them takes."""

    title: str
    words: str
    minutes: Callable[[FrontMatter], int]  # 0 for a page that is not on the way


TRACKS = (
    Track(
        "90 minutes",
        "Read the opening, the number and the formulas of each page, and leave the derivations for later.",
        lambda said: said.skim,
    ),
    Track(
        "One week",
        "An hour or two a day. Read each page, and answer its five questions before you go on.",
        lambda said: said.minutes if said.level in ("refresh", "core") else 0,
    ),
    Track("The full course", "All pages in their order, each after those it needs.", lambda said: said.minutes),
)


def tracks(page: Page) -> list[Element]:
    """Each track with its pages in their order, and the time it takes."""
    return [part for track in TRACKS for part in _track(page, track)]


def _track(page: Page, track: Track) -> list[Element]:
    known = [(each, track.minutes(said)) for each, said in course.course().values() if track.minutes(said)]
    time = hours(sum(minutes for _, minutes in known))
    links = [
        element("li", element("a", course.title(each), href=course.link(page, each)), f", {minutes} minutes")
        for each, minutes in known
    ]
    about = element("p", track.words, f" {len(known)} pages, {time} of reading.")
    return [element("h3", track.title), about, element("ol", *links)]
