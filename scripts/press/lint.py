"""What a page must hold to as it is written, before anything is set."""

import re
from collections.abc import Iterator

from press import alone, stray
from press.front_matter import SAID
from press.pages import Page
from press.report import Problem

DISPLAY = re.compile(r"(?<!\\)\$\$(?:[^$]+\$\$)?|^[ \t]*\\\[|\\begin\{[a-z]+\*?\}", re.MULTILINE)
HALF_CALL = re.compile(r"\{\{(?![^{}\n]*\}\})[^\n]*")
REFERENCES = re.compile(r"^#+ References\b.*", re.MULTILINE)
MUTE_IMAGE = re.compile(r"!\[\s*\]\([^)\n]*\)")
HEADING = re.compile(r"^(#{1,6}) .*", re.MULTILINE)
MUTE_LINK = re.compile(
    r"(?<!!)\[(?:https?://[^\]]*|(?:click )?here|there|above|below|(?:this |the )?(?:link|page|website|section)|this"
    r"|(?:read |see )?more|see)\]\([^)\n]*\)",
    re.IGNORECASE,
)

TITLE = re.compile(r"^# .*\$.*", re.MULTILINE)  # a page's title: it stands in the menu, in tabs and in search too
WORDS_ONLY = "a title must be words, because it is shown where no mathematics can be set"
FIELD = re.compile(rf"^(?:title|description|{'|'.join(SAID)}):[ \t]*(?P<said>.+)$", re.MULTILINE)


def problems(page: Page) -> Iterator[Problem]:
    """Everything in the page's text that breaks a rule, with its place."""
    yield from _each(
        page,
        page.prose,
        DISPLAY,
        "display mathematics is always a call",
        "declare it in scripts/formulas and write {{ topic.name }} alone on a line",
    )
    yield from _each(page, page.words, HALF_CALL, "a call must be closed on its line", "write {{ topic.name }}")
    hint = "cite works as [@key]; the list at the end of the page follows"
    yield from _each(page, page.words, REFERENCES, "references are written from citations", hint)
    yield from _each(page, page.words, MUTE_IMAGE, "an image must be put in words", "write ![what it shows](file)")
    rule, hint = (
        "a link must say where it leads",
        "write the name of the page or the thing: [the gradient](gradient.md)",
    )
    yield from _each(page, page.words, MUTE_LINK, rule, hint)
    yield from _each(page, page.prose, TITLE, WORDS_ONLY, "say it in words")
    yield from _headings(page)
    for found in stray.on_page(page.words):
        line, column = page.position(found.offset)
        yield Problem(page.file, line, stray.RULE, found.text, found.hint, column=column)
    yield from alone.problems(page)
    yield from _in_front(page)


def _headings(page: Page) -> Iterator[Problem]:
    """Headings that skip a rank, and a second title: readers who move from heading to heading get lost."""
    rank = 0
    for heading in HEADING.finditer(page.prose):
        found, (line, column) = len(heading[1]), page.position(heading.start())
        if found > rank + 1:
            rule, hint = "a heading must be one rank below the one it belongs to", f"write {'#' * (rank + 1)}"
            yield Problem(page.file, line, rule, heading[0], hint, column=column)
        if found == 1 and rank:
            rule, hint = "a page must have one title", "write ## for a section"
            yield Problem(page.file, line, rule, heading[0], hint, column=column)
        rank = found


def _in_front(page: Page) -> Iterator[Problem]:
    """Titles and descriptions above the page, which reach search engines and tabs."""
    front = page.source[: len(page.source) - len(page.text)]
    for field in FIELD.finditer(front):
        if wrong := stray.in_words(field["said"]):
            line, column = page.position(field.start("said") + wrong.offset)
            yield Problem(page.file, line, WORDS_ONLY, wrong.text, "say it in words", column=column)


def _each(page: Page, text: str, pattern: re.Pattern, rule: str, hint: str) -> Iterator[Problem]:
    for match in pattern.finditer(text):
        line, column = page.position(match.start())
        yield Problem(page.file, line, rule, match[0].splitlines()[0].strip(), hint, column=column)
