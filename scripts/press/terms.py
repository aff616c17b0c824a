"""Terms: words in bold, each in the sentence that says what it means. The glossary gathers these sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from press import course, excerpts
from press.bibliography import CITATION
from press.front_matter import front_matter
from press.pages import CODE, MATH, Page, blank

CALL = re.compile(r"^\{\{[ \t]*glossary[ \t]*\}\}[ \t]*$", re.MULTILINE)
PARAGRAPH = re.compile(r"\S.*?(?=\n[ \t]*\n|\s*\Z)", re.DOTALL)
BOLD = re.compile(r"\*\*([^*]+?)\*\*")
HEAD = re.compile(r"[.:?!,;]$")  # bold words that end like this open a paragraph
END = re.compile(r"[.?!][”)]?(?=\s)")
OPENING = re.compile(r"\A(?:[-*] +)?(?:\*\*[^*]+[.:]\*\* +)?")  # a mark of a list, and the words a paragraph opens with


@dataclass(frozen=True)
class Term:
    """A term, the sentence that says what it means, and the page it stands on."""

    words: str
    sentence: str
    page: Page


def terms(page: Page) -> Iterator[Term]:
    """The terms a page of the course explains, in its order."""
    if not front_matter(page):
        return
    for _, words, sentence in found(CODE.sub(blank, page.marked)):
        yield Term(words, sentence, page)


def found(text: str) -> Iterator[tuple[int, str, str]]:
    """The terms in a text: the place of each, its words, and the sentence around it."""
    for part in PARAGRAPH.finditer(text):
        for bold in BOLD.finditer(MATH.sub(blank, part[0])):
            if not HEAD.search(bold[1]):
                yield part.start() + bold.start(1), " ".join(bold[1].split()), sentence(part[0], bold.start())


def expanded(text: str, reader: Page) -> str:
    """The text with `{{ glossary }}` exchanged for all terms, in the order of the alphabet."""
    return CALL.sub(lambda _: "\n\n".join(_entries(reader)), text) if CALL.search(text) else text


def mark(root: Element, page: Page) -> None:
    """Gives each term of a page its address, where it stands first."""
    known = {address(term.words) for term in terms(page)}
    for strong in root.iter("strong"):
        found = address("".join(strong.itertext()))
        if found in known:
            known.remove(found)
            strong.set("id", found)


def address(words: str) -> str:
    """Where on its page a term stands."""
    return "term-" + re.sub(r"\W+", "-", words.lower())


def _entries(reader: Page) -> Iterator[str]:
    """Each term with what the pages say of it, as a list of definitions."""
    found: dict[str, list[Term]] = {}
    for page in course.in_order():
        for term in terms(page):
            found.setdefault(term.words[0].upper() + term.words[1:], []).append(term)
    for words, said in sorted(found.items(), key=lambda entry: entry[0].lower()):
        yield "\n\n".join([words, *(f":   {_definition(term, reader)}" for term in said)])


def _definition(term: Term, reader: Page) -> str:
    link = f"{course.link(reader, term.page)}#{address(term.words)}"
    return f"{retold(term.sentence, term.page, reader)} [{course.title(term.page)}]({link})"


def retold(sentence: str, page: Page, reader: Page) -> str:
    """A sentence of a page as another page says it: without works cited, and with a full stop."""
    said = re.sub(r"\s*[.:]$", "", excerpts.moved(CITATION.sub("", sentence), page, reader).strip())
    return f"{origin(page)}{said}" + ("" if said.endswith("?") else ".")


def origin(page: Page) -> str:
    """The call before what was written on another page."""
    return f"{{{{ {excerpts.FROM}{page.address} }}}}"


def sentence(paragraph: str, place: int) -> str:
    """The sentence around the place, in one line."""
    hidden = MATH.sub(blank, paragraph)
    start = max((end.end() for end in END.finditer(hidden, 0, place)), default=0)
    found = END.search(hidden, place)
    sentence = paragraph[start : found.end() if found else len(paragraph)]
    return OPENING.sub("", " ".join(sentence.split()))
