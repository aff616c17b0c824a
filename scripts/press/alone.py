"""Text that is also read on other pages, where what stood around it is gone: it has to make sense alone."""

import re
from collections.abc import Iterator

from press.pages import Page
from press.report import Problem

BOX = re.compile(r'^!!! misconception "(?P<title>[^"\n]*)"\n(?P<cure>(?:[ ]{4}.*\n?|[ \t]*\n)*)', re.MULTILINE)
# "Above" and "below" point at the page, unless they say what something is above or below: "below the value 0".
AROUND = re.compile(
    r"\b(?:above|below)\b(?!\s+(?:the|a|an|its|it|all|zero|one)\b|\s+[$\d−])|\bhere\b"
    r"|\bthis (?:figure|picture|plot|panel|table|page|section|example|formula|code)\b"
    r"|\bthe (?:figure|picture|plot|(?:\w+ )?panel|example|(?:last|next|previous) (?:page|section))\b",
    re.IGNORECASE,
)
ALONE = "a misconception is also read away from its page, where nothing stands around it"
STOP = "the title of a misconception must end without a full stop"


def problems(page: Page) -> Iterator[Problem]:
    """Boxes of misconceptions that point at what stands around them, or have a title unlike the others."""
    for box in BOX.finditer(page.prose):
        if box["title"].endswith("."):
            yield _problem(page, box.end("title") - 1, STOP, box["title"], "take the full stop away")
        for found in AROUND.finditer(page.prose, box.start("title"), box.end()):
            hint = "name what is meant, or link to it: in [the code](#in-code)"
            yield _problem(page, found.start(), ALONE, " ".join(found[0].split()), hint)


def _problem(page: Page, offset: int, rule: str, found: str, hint: str) -> Problem:
    line, column = page.position(offset)
    return Problem(page.file, line, rule, found, hint, column=column)
