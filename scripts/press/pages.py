"""Pages as they lie on disk: their lines, their sections, and the calls found in them."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path

from calculus.language.symbols import Symbol
from calculus.parser import Scope
from press import catalogue, percent
from press.places import DOCS

FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
CODE = re.compile(
    r"^(?P<indent>[ \t]*)(?P<fence>```+|~~~+).*?^(?P=indent)(?P=fence)[ \t]*$"  # a fenced block
    r"|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)"  # code in a sentence
    r"|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
MATH = re.compile(r"(?<!\\)\$(?![\s$])(?:\\.|[^\\$\n]|\n(?![ \t]*\n))+?(?<!\s)\$")
NOTE = re.compile("\ue000(\\d+)\ue001")  # the place of a piece of mathematics, in signs no page holds
CALL = re.compile(r"\{\{[ \t]*([^{}\n]*?)[ \t]*\}\}")
HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


@dataclass(frozen=True)
class Call:
    """A `{{ topic.name }}` in a page."""

    name: str
    line: int
    column: int
    displayed: bool  # alone on its line


@dataclass(frozen=True)
class Page:
    """One Markdown file."""

    file: Path
    source: str

    @cached_property
    def address(self) -> str:
        """The page seen from docs/, as links and the nav write it."""
        return self.file.relative_to(DOCS).as_posix()

    @cached_property
    def text(self) -> str:
        """What a site generator hands to Markdown: the source without its front matter."""
        return FRONT_MATTER.sub("", self.source, count=1)

    @cached_property
    def prose(self) -> str:
        """The source with front matter and code blanked out; every character keeps its place."""
        return CODE.sub(blank, FRONT_MATTER.sub(blank, self.source, count=1))

    @cached_property
    def words(self) -> str:
        """The prose with mathematics blanked out too."""
        return MATH.sub(blank, self.prose)

    @cached_property
    def marked(self) -> str:
        """The text with its place noted in each piece of mathematics, so that what becomes of it can be followed."""
        found = list(MATH.finditer(self.prose))
        ends = [match.end() - 1 for match in found]
        first, *rest = (self.source[start:end] for start, end in pairwise([0, *ends, len(self.source)]))
        noted = (f"{noting(match.start())}{piece}" for match, piece in zip(found, rest, strict=True))
        return FRONT_MATTER.sub("", first + "".join(noted), count=1)

    @cached_property
    def mathematics(self) -> frozenset[int]:
        """Where each piece of mathematics begins."""
        return frozenset(match.start() for match in MATH.finditer(self.prose))

    @cached_property
    def calls(self) -> tuple[Call, ...]:
        """The calls of the page, in order."""
        return tuple(self._call(match) for match in CALL.finditer(self.words))

    def place(self, text: str, nth: int = 0) -> tuple[int, int]:
        """Line and column where the text stands for the nth time (counted from 0)."""
        starts = [match.start() for match in re.finditer(re.escape(text), self.prose)]
        return self.position(starts[min(nth, len(starts) - 1)]) if starts else (1, 1)

    def section(self, line: int) -> int:
        """The line of the heading the given line stands under; 0 before the first."""
        before = bisect_right(self.headings, line)
        return self.headings[before - 1] if before else 0

    @cached_property
    def headings(self) -> list[int]:
        """The lines that are headings."""
        return [self.position(match.start())[0] for match in HEADING.finditer(self.prose)]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, counted from 1."""
        return self.source.count("\n", 0, offset) + 1, offset - self.source.rfind("\n", 0, offset)

    def _call(self, match: re.Match) -> Call:
        line, column = self.position(match.start())
        return Call(match[1], line, column, self.words.splitlines()[line - 1].strip() == match[0])


@dataclass(frozen=True)
class Notebook(Page):
    """A page that is kept as a script and runs in Jupyter too; `source` reads it as Markdown, line by line."""

    script: str

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column in the script, where words stand behind a sign of comment."""
        line, column = super().position(offset)
        return line, column + 2 * self.script.splitlines()[line - 1].startswith("# ")


def pages(folder: Path = DOCS) -> tuple[Page, ...]:
    """All pages below the folder, in the order of their paths; scripts below notebooks/ are pages too."""
    files = sorted([*folder.rglob("*.md"), *folder.glob("notebooks/*.py")])
    return tuple(_read(file, file.stat().st_mtime_ns) for file in files)


def notebooks() -> tuple[Notebook, ...]:
    """The pages that are notebooks."""
    return tuple(page for page in pages() if isinstance(page, Notebook))


@lru_cache(maxsize=1000)
def _read(file: Path, changed: int) -> Page:
    """The page as it was when it last changed, so that what is found in it is found once."""
    text = file.read_text("utf-8")
    return Notebook(file, percent.markdown(text), text) if file.suffix == ".py" else Page(file, text)


def page_with(text: str) -> Page:
    """The page this text is the body of; a text from elsewhere is a page of its own, without a place on disk."""
    known = (page for page in pages() if text.strip() in (page.text.strip(), page.source.strip()))
    return next(known, Page(DOCS / "a page that is not in docs", text))


def called(name: str) -> list[str]:
    """The formulas a call shows: one, or those of a whole topic in declared order."""
    known = catalogue.formulas()
    return [name] if name in known else [each for each in known if each.startswith(f"{name}.")]


def scope(page: Page, line: int) -> Scope:
    """What letters mean there: as the section's formulas bind them, then the page's, then the site's table."""
    here = page.section(line)
    near = [call.name for call in page.calls if page.section(call.line) == here]
    return Scope.of(_bound(near), _bound(call.name for call in page.calls))


def noting(offset: int) -> str:
    """A place as a note."""
    return f"\ue000{offset}\ue001"


def _bound(calls: Iterable[str]) -> list[Symbol]:
    """The symbols of the formulas that are called."""
    known = catalogue.formulas() | catalogue.derivations()
    return [
        symbol
        for call in calls
        for name in called(call) or [call]
        for symbol in getattr(known.get(name), "symbols", ())
    ]


def blank(match: re.Match) -> str:
    """As many spaces as there were characters; lines stay lines, so that all else keeps its place."""
    return re.sub(r"[^\n]", " ", match[0])
