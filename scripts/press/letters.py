"""Letters, each in the sentence with which a lesson introduces it. The page of symbols gathers these sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markdown.extensions.toc import slugify

from calculus.notation import GREEK, TEX_GREEK
from press import course, terms
from press.pages import CODE, MATH, NOTE, Page, blank, noting

CALL = re.compile(r"^\{\{[ \t]*letters[ \t]*\}\}[ \t]*$", re.MULTILINE)
HEADING = re.compile(r"^#{2,6} (.+?)[ \t]*$", re.MULTILINE)
NAMES = {TEX_GREEK.get(name, rf"\{name}"): name for name in GREEK} | {r"\ell": "ell"}
# One letter, with what stands over, beside or below it; behind it may be said what kind of thing it is.
LETTER = re.compile(
    r"(?P<letter>(?:\\(?P<over>hat|bar|dot|tilde)\{(?P<under>\\?[A-Za-z]+)\}|(?P<plain>\\[a-z]+|[A-Za-z]))"
    r"(?:_[a-z]|\^\{\([a-z]\)\}|\^\\star)*)(?:\([a-z]\))?(?: ?(?:>|\\in(?![a-z])).*)?"
)
# A letter is introduced where its name follows in brackets, or right behind the term or the word "letter".
BEFORE = re.compile(r"(?:[^\s.:?!,;]\*\*|\bletters?|\bletters\s+\S+\s+and)\s+\Z")
AFTER = re.compile(rf"\s+\((?:read\s+“)?(?:{'|'.join(GREEK)})\b")


@dataclass(frozen=True)
class Introduction:
    """A letter with all that is written beside it, alone, and as it is said; and the sentence that introduces it."""

    written: str
    plain: str
    said: str
    sentence: str
    page: Page
    place: int  # in the page's source

    @property
    def noted(self) -> str:
        """What is written, as mathematics that is read as at its place."""
        return f"${self.written}{noting(self.place)}$"

    @property
    def anchor(self) -> str:
        """Where on the page it stands: the section, or nothing before the first."""
        above = [match[1] for match in HEADING.finditer(self.page.words, 0, self.place)]
        return f"#{slugify(above[-1], '-')}" if above else ""


def introduced() -> list[Introduction]:
    """The letters that the lessons introduce, in the order of their names, then of the course."""
    found = [each for page, _ in course.course().values() for each in on_page(page)]
    return sorted(found, key=lambda each: (each.said.removeprefix("capital ").lower(), each.said))


def on_page(page: Page) -> Iterator[Introduction]:
    """The letters a page introduces, in its order."""
    for part in terms.PARAGRAPH.finditer(CODE.sub(blank, page.marked)):
        for piece in MATH.finditer(part[0]):
            letter = LETTER.fullmatch(NOTE.sub("", piece[0])[1:-1])
            if letter and (BEFORE.search(part[0], 0, piece.start()) or AFTER.match(part[0], piece.end())):
                place = int(NOTE.search(piece[0])[1])
                sentence = terms.sentence(part[0], piece.start())
                yield Introduction(letter[0], letter["letter"], _said(letter), sentence, page, place)


def expanded(text: str, reader: Page) -> str:
    """The text with `{{ letters }}` exchanged for all letters that lessons introduce."""
    return CALL.sub(lambda _: "\n\n".join(_entries(reader)), text) if CALL.search(text) else text


def _entries(reader: Page) -> Iterator[str]:
    """Each letter with the sentences that introduce it, as a list of definitions."""
    for said, group in groupby(introduced(), key=lambda each: each.said):
        found = list(group)
        meanings = (
            f":   {terms.retold(each.sentence, each.page, reader)} "
            f"[{course.title(each.page)}]({course.link(reader, each.page)}{each.anchor})"
            for each in found
        )
        shortest = min(found, key=lambda each: each.written != each.plain)  # what is known need not be said again
        name = f", {said}" if said in NAMES.values() else ""
        yield "\n\n".join([f"{terms.origin(shortest.page)}{shortest.noted}{name}", *meanings])


def _said(letter: re.Match) -> str:
    base = letter["under"] or letter["plain"]
    name = NAMES.get(base, base)
    capital = "capital " if name.isupper() else ""
    return f"{capital}{name}" + (f" {letter['over']}" if letter["over"] else "")
