"""What a page might do better, and what stops nobody: sentences that are long."""

import re
from collections.abc import Iterator

from press import pages
from press.pages import MATH, Page, blank
from press.places import from_root
from press.stray import WORDLESS

LONG = 33  # words; from here on many readers lose the thread
CITED = re.compile(r"\[@[^\]]*\]")
BREAK = re.compile(r"[.?!:;][”)*_]*(?=\s|$)|\n(?=\s*\n)|\n(?=[ \t]*(?:[-*+|]|\d+\.|#|!!!|\?\?\?)[ \t|])|\|")
WORD = re.compile(r"[\w$][^\s—–]*")


def advice() -> Iterator[str]:
    """Every long sentence, with its place and the number of its words; mathematics counts as one word."""
    for page in pages.pages():
        for line, words in long_sentences(page):
            yield f"{from_root(page.file)}:{line}: a sentence of {words} words; two shorter ones are easier to read"


def long_sentences(page: Page) -> Iterator[tuple[int, int]]:
    """The line a long sentence begins on, and the number of its words."""
    text = CITED.sub(blank, WORDLESS.sub(blank, MATH.sub(_one_word, page.prose)))
    start = 0
    for end in [*(match.end() for match in BREAK.finditer(text)), len(text)]:
        found = list(WORD.finditer(text, start, end))
        if len(found) >= LONG:
            yield page.position(found[0].start())[0], len(found)
        start = end


def _one_word(mathematics: re.Match) -> str:
    return "$" + blank(mathematics)[1:]
