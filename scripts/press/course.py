"""The course: the pages in their order, and what leads from one to another."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from os.path import relpath

import yaml
from yaml_env_tag import construct_env_tag

from press import catalogue, front_matter, pages
from press.front_matter import FrontMatter
from press.pages import Page
from press.places import ROOT
from press.report import Problem

NAV = ROOT / "mkdocs.yml"
PAGE = re.compile(r"\.(?:md|py)\b")
TITLE = re.compile(r"^# (.+?)\s*$", re.MULTILINE)


def title(page: Page) -> str:
    """The page's own heading, which is its name everywhere."""
    found = TITLE.search(page.prose)
    return found[1] if found else page.address


def setting(name: str) -> str:
    """What mkdocs.yml says of the whole site under a name, such as site_name; nothing where it says nothing."""
    return settings(NAV.read_text("utf-8")).get(name, "")


def settings(text: str) -> dict[str, str]:
    """The settings of a configuration that are one value each; other tags are for the site generator to follow."""
    values = {key: _setting(value) for key, value in _composed(text)}
    return {key: value for key, value in values.items() if value is not None}


def _setting(node: yaml.Node) -> str | None:
    """One value, or the one that the environment has for it."""
    if node.tag == "!ENV":
        return construct_env_tag(yaml.SafeLoader(""), node)
    return node.value if isinstance(node, yaml.ScalarNode) else None


@lru_cache(maxsize=4)
def _composed(text: str) -> list[tuple[str, yaml.Node]]:
    return [(key.value, value) for key, value in yaml.compose(text).value]


def in_order() -> list[Page]:
    """All pages, in the order of the nav; pages outside it come last."""
    nav = [line.split(":")[-1].strip(" -\"'") for line in NAV.read_text("utf-8").splitlines() if PAGE.search(line)]
    place = {address: number for number, address in reversed(list(enumerate(nav)))}
    return sorted(pages.pages(), key=lambda page: (place.get(page.address, len(place)), page.address))


def course() -> dict[str, tuple[Page, FrontMatter]]:
    """The lessons, by address, in the order of the nav: the pages that say what they need, without worked examples."""
    return {page.address: (page, said) for page, said in _said() if not said.goal}


def examples() -> list[tuple[Page, FrontMatter]]:
    """The worked examples, in the order of the nav."""
    return [(page, said) for page, said in _said() if said.goal]


def examples_of(address: str) -> list[Page]:
    """The worked examples a reader can follow from this lesson on, and not from one before it."""
    return [page for page, said in examples() if address in lessons_of(said)[-1:]]


def lessons_of(said: FrontMatter) -> list[str]:
    """The lessons a page needs, in the order of the course."""
    return [address for address in course() if address in said.needs]


def notebooks_of(address: str) -> list[Page]:
    """The notebooks that refer to a lesson."""
    mention = re.compile(rf"\]\((?:\.\./)*{re.escape(address)}[)#]")
    return [page for page in in_order() if isinstance(page, pages.Notebook) and mention.search(page.prose)]


def _said() -> Iterator[tuple[Page, FrontMatter]]:
    known = ((page, front_matter.front_matter(page)) for page in in_order())
    return ((page, said) for page, said in known if said)


def by_level(addresses: list[str]) -> list[tuple[str, list[str]]]:
    """The lessons in the order given, in parts of one level each, with its title; no parts if some are no lessons."""
    known = course()
    if not set(addresses) <= set(known):
        return []
    parts = groupby(addresses, lambda address: known[address][1].level)
    return [(front_matter.LEVELS[level].title, list(mine)) for level, mine in parts]


def first_shown() -> dict[str, Page]:
    """For each formula the page to look it up on: the first that teaches it, else the first that displays it."""
    return _first_shown(tuple(in_order()), tuple(catalogue.formulas()))


@lru_cache(maxsize=4)
def _first_shown(order: tuple[Page, ...], known: tuple[str, ...]) -> dict[str, Page]:
    """The same for these pages while these formulas are declared: every link to a formula asks for it."""
    shown: dict[str, Page] = {}
    for page in sorted(order, key=lambda page: front_matter.front_matter(page) is None):
        for name in displayed(page):
            shown.setdefault(name, page)
    return shown


def displayed(page: Page) -> list[str]:
    """The formulas a page displays, in its order."""
    return [name for call in page.calls if call.displayed for name in pages.called(call.name)]


def needed_by(address: str) -> list[Page]:
    """The pages that name this one among what they need."""
    return [page for page, said in course().values() if address in said.needs]


def closure(address: str) -> set[str]:
    """All pages that come before this one, near and far."""
    known, found, new = course(), set(), {address}
    while new:
        needs = {need for each in new if each in known for need in known[each][1].needs}
        new = needs - found
        found |= needs
    return found


def link(page: Page, target: Page) -> str:
    """The address of one page as seen from another."""
    return relpath(target.file, page.file.parent).replace("\\", "/")


def problems(page: Page) -> Iterator[Problem]:
    """What a page says of its place in the course that cannot be."""
    yield from front_matter.problems(page)
    yield from _above(page)
    if page.address in closure(page.address):
        way = " → ".join(_way_back(page.address))
        line = front_matter.entries(page)["needs"][0].line
        rule, hint = (
            "what a page needs must not lead back to it",
            "take one of these out of the needs of the page before it",
        )
        yield Problem(page.file, line, rule, way, hint)


def _above(page: Page) -> Iterator[Problem]:
    """The pages it needs whose level is higher than its own."""
    known, ranks, said = course(), list(front_matter.LEVELS), front_matter.front_matter(page)
    for need in front_matter.entries(page).get("needs", ()) if said else ():
        other = known[need.text][1].level if need.text in known else said.level
        if ranks.index(other) > ranks.index(said.level):
            rule, found = "a page must not need one of a higher level", f"{said.level} needs {other}, {need.text}"
            yield Problem(page.file, need.line, rule, found, f"write level: {other}, or take it out of the needs")


def _way_back(address: str) -> list[str]:
    """A shortest way from the page through needs to itself."""
    known, ways = course(), [[address]]
    while ways:
        way = ways.pop(0)
        for need in known[way[-1]][1].needs if way[-1] in known else ():
            if need == address:
                return [*way, need]
            if need not in way:
                ways.append([*way, need])
    return []
