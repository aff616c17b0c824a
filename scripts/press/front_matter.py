"""What a page says of itself before its text: level, minutes, the pages it needs and the ones that come next."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

import yaml

from press.pages import FRONT_MATTER, Page
from press.places import DOCS
from press.report import Problem
from press.sheet_look import FORMATS


@dataclass(frozen=True)
class Level:
    """How far a reader has come who can read the page."""

    title: str
    before: str  # what is needed where no page of this site comes first
    check: str  # a task for readers who have come through


LEVELS = {
    "refresh": Level(
        "Refresh",
        "school algebra and the graphs of functions",
        "Make up a formula with a product, a quotient and a chain in it. Find its slope at one input by the rules, "
        "then with a difference quotient. Six digits agree.",
    ),
    "core": Level(
        "Core",
        "school calculus",
        "Take three points of your own and fit a line to them: three steps of gradient descent by hand, with the loss "
        "after each. A program with the same start and rate prints the same numbers.",
    ),
    "practitioner": Level(
        "Practitioner",
        "the core pages, matrix products, mean and variance",
        "Write the backward pass of a network with two inputs, three hidden units and two outputs. Every gradient "
        "agrees with a central difference. Then let somebody plant three errors in it, and find them.",
    ),
    "theory": Level(
        "Theory",
        "the practitioner pages and linear algebra",
        "Derive the gradients through a linear solve, for the matrix and for the right side, without looking them up. "
        "Differences agree with both.",
    ),
}
OURS = ("level", "minutes", "needs", "next")
APPLICATION = ("role", "example")  # of an application: what calculus does there, and where one meets it
WORKED = ("goal",)  # of a worked example: what it is good for
KINDS = ((APPLICATION, "an application"), (WORKED, "a worked example"))  # each says all of its words, or none
SAID = tuple(key for keys, _ in KINDS for key in keys)
SKIM = "skim"  # minutes for the opening, the number and the formulas; pages that have it make up the shortest track
SHEET = "sheet"  # the format in which a page is set on paper, too
OTHERS = ("title", "description", SHEET)  # the site generator reads the first two


@dataclass(frozen=True)
class Entry:
    """One value with its line in the file."""

    text: str
    line: int


@dataclass(frozen=True)
class FrontMatter:
    """The front matter of one page, as far as it can be read."""

    level: str
    minutes: int
    needs: tuple[str, ...]
    next: tuple[str, ...]
    skim: int = 0
    role: str = ""
    example: str = ""
    goal: str = ""


@lru_cache(maxsize=1000)
def front_matter(page: Page) -> FrontMatter | None:
    """What the page says of itself; nothing where it says nothing, or not all of it."""
    try:
        found = entries(page)
    except yaml.YAMLError:
        return None
    minutes, level, skim, *more = (_single(found, key) for key in ("minutes", "level", SKIM, *SAID))
    if not minutes.isdigit() or level not in LEVELS:
        return None
    needs, following = (tuple(entry.text for entry in found.get(key, ())) for key in ("needs", "next"))
    return FrontMatter(level, int(minutes), needs, following, int(skim) if skim.isdigit() else 0, *more)


def word(page: Page, key: str) -> str:
    """What the page says under one key, in one breath; nothing where it does not."""
    try:
        return _single(entries(page), key)
    except yaml.YAMLError:
        return ""


@lru_cache(maxsize=1000)
def entries(page: Page) -> dict[str, list[Entry]]:
    """Every key with its values and their lines."""
    written = FRONT_MATTER.match(page.source)
    tree = yaml.compose(written[0].strip().rstrip("-.")) if written else None
    return {key.value: list(_values(value)) for key, value in tree.value} if isinstance(tree, yaml.MappingNode) else {}


def problems(page: Page) -> Iterator[Problem]:
    """Everything in the page's front matter that breaks a rule, with its line."""
    try:
        found = entries(page)
    except yaml.YAMLError as error:
        line = error.problem_mark.line + 1 if getattr(error, "problem_mark", None) else 1
        yield Problem(page.file, line, "front matter must be YAML", str(error.problem or error), "write key: value")
        return
    yield from _keys(page, found)
    yield from _values_in_range(page, found)
    for key in ("needs", "next"):
        yield from (_no_page(page, entry) for entry in found.get(key, ()) if not (DOCS / entry.text).is_file())


def _values(node: yaml.Node) -> Iterator[Entry]:
    for item in node.value if isinstance(node, yaml.SequenceNode) else [node]:
        if isinstance(item, yaml.ScalarNode) and item.value:
            yield Entry(item.value, item.start_mark.line + 1)


def _single(found: dict[str, list[Entry]], key: str) -> str:
    return " ".join(entry.text for entry in found.get(key, ()))


def _keys(page: Page, found: dict[str, list[Entry]]) -> Iterator[Problem]:
    """Words nobody reads, and words that are missing from a page that has some of them."""
    for key in found:
        if key not in (*OURS, SKIM, *SAID, *OTHERS):
            near = get_close_matches(key, (*OURS, SKIM, *SAID, *OTHERS), 1)
            hint = f"did you mean {near[0]}?" if near else f"write {', '.join(OURS)}, or one of {', '.join(OTHERS)}"
            yield Problem(page.file, _line_of(page, key), "front matter must hold words that are read", key, hint)
    for keys, about in ((OURS, "front matter"), *KINDS):
        missing = [key for key in keys if key not in found]
        asked = (*OURS, *SAID) if keys is OURS else keys  # whatever else a page says of itself, it says these
        if found.keys() & set(asked) and missing:
            rule, hint = f"{about} must say {', '.join(keys)}", f"add a line such as {SAMPLES[missing[0]]}"
            yield Problem(page.file, 1, rule, f"no {' and no '.join(missing)}", hint)


SAMPLES = {
    "level": "level: core",
    "minutes": "minutes: 45",
    "needs": "needs: [topics/limits.md]",
    "next": "next: []",
    "role": "role: gradient and curvature of the loss",
    "example": "example: house prices",
    "goal": "goal: See why digits double.",
}


def _values_in_range(page: Page, found: dict[str, list[Entry]]) -> Iterator[Problem]:
    for key, allowed in (("level", LEVELS), (SHEET, FORMATS)):
        for entry in found.get(key, ()):
            if entry.text not in allowed:
                near = get_close_matches(entry.text, allowed, 1)
                hint = f"did you mean {near[0]}?" if near else ""
                yield Problem(page.file, entry.line, f"{key} must be one of {', '.join(allowed)}", entry.text, hint)
    for key in ("minutes", SKIM):
        for entry in found.get(key, ()):
            if not entry.text.isdigit() or not int(entry.text):
                yield Problem(page.file, entry.line, f"{key} must be a whole number above 0", entry.text, "such as 45")


def _no_page(page: Page, entry: Entry) -> Problem:
    by_name = {file.name: file.relative_to(DOCS).as_posix() for file in DOCS.rglob("*.md")}
    near = get_close_matches(entry.text.split("/")[-1], by_name, 1)
    hint = f"did you mean {by_name[near[0]]}?" if near else "write its path as seen from docs/, or add the page"
    return Problem(
        page.file, entry.line, "a page that is needed or comes next must be a file in docs/", entry.text, hint
    )


def _line_of(page: Page, key: str) -> int:
    lines = page.source.splitlines()
    return next((number for number, text in enumerate(lines, 1) if text.startswith(f"{key}:")), 1)
