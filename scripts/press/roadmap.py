"""The way through the course, computed from what pages say they need: a drawn graph, a list, a table of levels."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from press import course
from press.elements import element, joined, listed
from press.front_matter import LEVELS, FrontMatter
from press.pages import Page

Known = list[tuple[Page, FrontMatter]]
ROW, LANE, DOT = 48, 11, 5  # in sixteenths of the letter size, so that the drawing grows with the words beside it


def graph(page: Page, stash: Callable[[str], str]) -> list[Element]:
    """All pages one below the other, with a curve from each to every page that needs it; and the same in words."""
    known = list(course.course().values())
    rows = [element("li", _link(page, each), element("span", _facts(said))) for each, said in known]
    picture = element("div", stash(_curves(known)), element("ol", *rows), class_="roadmap-picture")
    words = "Each line is a page. A curve leads down from a page to each page that needs it."
    return [element("figure", picture, element("figcaption", words), class_="roadmap"), _in_words(page, known)]


def levels(page: Page) -> list[Element]:
    """Each level with what comes before it, its pages and the minutes they take."""
    rows = []
    for key, level in LEVELS.items():
        mine = [(each, said) for each, said in course.course().values() if said.level == key]
        links = element("span", *joined([_link(page, each) for each, _ in mine]))
        rows += [(level.title, level.before, links, hours(sum(said.minutes for _, said in mine)))] if mine else []
    return listed(("level", "before it", "pages", "reading"), rows)


def checks(page: Page) -> list[Element]:
    """For each level that has pages, the task of those who have come through."""
    taken = {said.level for _, said in course.course().values()}
    parts = [(element("dt", level.title), element("dd", level.check)) for key, level in LEVELS.items() if key in taken]
    return [element("dl", *(part for pair in parts for part in pair))]


def hours(minutes: int) -> str:
    """Minutes as people say them: 50 minutes, 2 hours, 6½ hours."""
    halves = round(minutes / 30)
    if minutes < 100:
        return f"{minutes} minutes"
    return f"{halves // 2}{'½' if halves % 2 else ''} hours"


def _facts(said: FrontMatter) -> str:
    return f"{LEVELS[said.level].title.lower()} · {said.minutes} minutes"


def _link(page: Page, target: Page) -> Element:
    return element("a", course.title(target), href=course.link(page, target))


def _in_words(page: Page, known: Known) -> Element:
    """What the curves show, for those who do not see them."""
    pages = {each.address: each for each, _ in known}
    entries = []
    for each, said in known:
        needs = joined([element("span", course.title(pages[need])) for need in said.needs if need in pages])
        entries.append(element("li", _link(page, each), " needs ", *(needs or [LEVELS[said.level].before]), "."))
    return element("details", element("summary", "The same in words"), element("ol", *entries))


def _curves(known: Known) -> str:
    rows = {each.address: number for number, (each, _) in enumerate(known)}
    arcs = [(rows[need], rows[each.address]) for each, said in known for need in said.needs if need in rows]
    lanes = _lanes(arcs)
    width, height = (max(lanes.values(), default=0) + 2) * LANE + DOT, ROW * len(known)
    dots = [f'<circle cx="{width - DOT - 1}" cy="{_middle(row)}" r="{DOT}"/>' for row in rows.values()]
    paths = [_arc(arc, lane, width - DOT - 1) for arc, lane in sorted(lanes.items())]
    size = f'width="{width / 16}em" height="{height / 16}em" viewBox="0 0 {width} {height}"'
    return f'<svg {size} aria-hidden="true">{"".join(paths + dots)}</svg>'


def _arc(arc: tuple[int, int], lane: int, right: int) -> str:
    above, below = map(_middle, sorted(arc))
    left, bend = right - (lane + 1) * LANE, min(ROW / 2, (below - above) / 2)
    return (
        f'<path d="M{right} {above}C{left} {above} {left} {above} {left} {above + bend}'
        f'V{below - bend}C{left} {below} {left} {below} {right} {below}"/>'
    )


def _middle(row: int) -> float:
    return (row + 0.5) * ROW


def _lanes(arcs: list[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """How far to the left each arc swings: short ones inside, arcs from one page together, no others on one stretch."""
    lanes: dict[tuple[int, int], int] = {}
    for arc in sorted(arcs, key=lambda arc: (arc[1] - arc[0], arc)):
        beside = {
            lane for other, lane in lanes.items() if other[0] < arc[1] and arc[0] < other[1] and other[0] != arc[0]
        }
        lanes[arc] = next(lane for lane in range(len(arcs)) if lane not in beside)
    return lanes
