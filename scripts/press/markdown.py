"""The Markdown extension: finds calls and mathematics in a page and has them set. It knows no site generator."""

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from press import bibliography, boxes, course, excerpts, letters, lint, pages, sheet_cards, terms
from press.elements import element
from press.page_frame import frame
from press.report import stop_for
from press.typesetter import Typesetter

ALONE = re.compile(rf"^[ ]{{0,3}}{pages.CALL.pattern}[ ]*$", re.MULTILINE)

UNCOLORED = re.compile(r'<span class="(?:n|p|o|w|bp)">([^<]*)</span>')
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Press(Extension):
    """With lists for `problems` and `rows` it collects what a build finds; without, a page with a problem stops."""

    def __init__(self, **given: list | type[Typesetter]) -> None:
        self.config = {
            "problems": ["", "a list that takes the problems found"],
            "rows": ["", "a list that takes one row for each piece of mathematics"],
            "typesetter": [Typesetter, "the class that sets a page"],
        }
        super().__init__(**given)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Markdown's
        """Puts each part where it belongs among Markdown's own; the numbers are Markdown's priorities."""
        md.registerExtensions(["pymdownx.arithmatex"], {"pymdownx.arithmatex": {"generic": True}})
        opening = Opening(md, self.getConfig("typesetter"))
        md.preprocessors.register(opening, "press-opening", 40)  # before anything changes the text
        md.preprocessors.register(RunCode(md), "press-cells", 28)  # before fences are taken out of the text
        md.parser.blockprocessors.register(CallOnALine(md.parser), "press-call", 75)  # after indented code
        md.inlinePatterns.register(CallInASentence(pages.CALL.pattern, md), "press-call", 185)  # after code and math
        md.inlinePatterns.register(Citation(bibliography.CITATION.pattern, md), "press-citation", 184)
        setting = Setting(md, self.getConfig("problems"), self.getConfig("rows"))
        md.treeprocessors.register(setting, "press-setting", 15)  # after sentences, before the table of contents
        md.postprocessors.register(Closing(md), "press-closing", 0)  # after all others


class Opening(Preprocessor):
    """Finds out which page the text belongs to, while the text is as it was written."""

    def __init__(self, md: Markdown, typesetter: type[Typesetter]) -> None:
        super().__init__(md)
        self.typesetter = typesetter

    def run(self, lines: list[str]) -> list[str]:
        page = pages.page_with("\n".join(lines))
        self.md.press = self.typesetter(page, self.md.htmlStash.store)
        return letters.expanded(terms.expanded(excerpts.expanded(page), page), page).split("\n")


class RunCode(Preprocessor):
    """What code prints stands under it."""

    def run(self, lines: list[str]) -> list[str]:
        return self.md.press.with_outputs("\n".join(lines)).split("\n")


class CallOnALine(BlockProcessor):
    """A call alone on its line is displayed."""

    def test(self, parent: Element, block: str) -> bool:
        return bool(ALONE.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        call = ALONE.search(block)
        if before := block[: call.start()].rstrip("\n"):
            self.parser.parseBlocks(parent, [before])
        parent.append(element("div", call[1], class_="press-call"))
        if after := block[call.end() :].lstrip("\n"):
            blocks.insert(0, after)


class CallInASentence(InlineProcessor):
    """A call with words around it becomes part of the sentence."""

    def handleMatch(self, m: re.Match, data: str) -> tuple[Element, int, int]:  # noqa: N802
        return element("span", m[1], class_="press-call"), m.start(), m.end()


class Citation(InlineProcessor):
    """`[@key, chapter 2]` names a work of the bibliography."""

    def handleMatch(self, m: re.Match, data: str) -> tuple[Element, int, int]:  # noqa: N802
        return self.md.press.citation(m[1]), m.start(), m.end()


class Closing(Postprocessor):
    """Takes out what no reader sees: notes in mathematics that was not read, and marks on code that have no color."""

    def run(self, text: str) -> str:
        return UNCOLORED.sub(r"\1", pages.NOTE.sub("", text))


class Setting(Treeprocessor):
    """Exchanges what was found for what it stands for, in the order of the page."""

    def __init__(self, md: Markdown, problems: list, rows: list) -> None:
        super().__init__(md)
        self.problems, self.rows = problems, rows

    def run(self, root: Element) -> None:
        page = self.md.press
        parents = {child: parent for parent in root.iter() for child in parent}
        for found in [each for each in root.iter() if each.get("class") in ("press-call", "arithmatex")]:
            _exchange(parents[found], found, _set(page, found))
        for heading in (each for each in root.iter() if each.tag in HEADINGS):
            page.label(heading)
        page.leave_code(root)
        boxes.mark(root)
        terms.mark(root, page.page)
        sheet_cards.wrap(root, page.page)
        frame(root, page)
        self.close(page)

    def close(self, page: Typesetter) -> None:
        """Hands on what the page has found."""
        problems = [*lint.problems(page.page), *course.problems(page.page), *page.problems, *page.unread()]
        if isinstance(self.rows, list):
            self.rows += page.rows
        if isinstance(self.problems, list):
            self.problems += problems
        else:
            stop_for(problems)


def _set(page: Typesetter, found: Element) -> list[Element]:
    if found.get("class") == "press-call":
        return page.call(found.text, displayed=found.tag == "div")
    if found.tag == "div":  # display mathematics is no call; the lint says so
        return [element("pre", found.text)]
    return [page.sentence(found.text.removeprefix(r"\(").removesuffix(r"\)"))]


def _exchange(parent: Element, old: Element, new: list[Element]) -> None:
    place = list(parent).index(old)
    if new:
        new[-1].tail = old.tail
    elif place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (old.tail or "")
    else:
        parent.text = (parent.text or "") + (old.tail or "")
    parent[place : place + 1] = new


def makeExtension(**given: list) -> Press:  # noqa: N802 - Markdown asks for this name
    """The extension, as Markdown finds it by the name of this module."""
    return Press(**given)
