"""Sets one page: each call and each piece of mathematics becomes HTML and a row in the ledger, or a problem."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial, reduce
from html import escape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from calculus import parser, printers
from calculus.derivation import Proof
from calculus.language.node import Node
from calculus.language.symbols import Symbol
from calculus.parser import ReadingError, Scope
from calculus.parser.claims import supported
from calculus.parser.reading import Reading
from press import (
    applications,
    bibliography,
    catalogue,
    cells,
    derivation_block,
    downloads,
    excerpts,
    figures,
    formula_block,
    index,
    later,
    ledger,
    ledger_totals,
    pages,
    roadmap,
    sheet_page,
    worked,
)
from press.elements import element
from press.labels import Label
from press.outputs import blocks, outputs
from press.places import from_root
from press.report import Problem
from press.rows import COMPUTED, Row
from press.symbols import symbols
from press.tracks import tracks
from press.works import works

if TYPE_CHECKING:
    from press.drawing import Figure

PHONE = 26  # letters and signs of mathematics that fit on one line of the narrowest phone
UNREAD = "mathematics must stand where Markdown reads it, not in raw HTML, in the words of an image or in a title"
UNREAD_HINT = r"say it in words, or put it in a sentence; a dollar of money is written \$"
CLAIM = "a claim in a sentence must be declared, or follow from what its section says"


class Typesetter:
    """What is known about a page while it is being set; what is gathered from another page is read as it is there."""

    def __init__(self, page: pages.Page, stash: Callable[[str], str]) -> None:
        self.page, self.stash = page, stash
        self.source = page  # the page whose text is read now: where it gathers from others, one of those
        self.problems: list[Problem] = []
        self.rows: list[Row] = []
        self.met: Counter[str] = Counter()  # calls and citations
        self.read: set[int] = set()  # where the mathematics stands that has been read
        self.shown: set[str] = set()
        self.cited: set[str] = set()
        self.lists = {
            "formulas": partial(index.formulas, page),
            "derivations": partial(index.derivations, page),
            "bibliography": partial(works, page, stash),
            "formulas by name": partial(index.by_name, page),
            "formulas by symbol": lambda: index.by_symbol(page, self.letter),
            "symbols": lambda: symbols(page, self.letter),
            "roadmap": partial(roadmap.graph, page, stash),
            "levels": partial(roadmap.levels, page),
            "exit checks": partial(roadmap.checks, page),
            "tracks": partial(tracks, page),
            "applications": partial(applications.table, page),
            "worked examples": partial(worked.table, page),
            ledger.FORMULAS: partial(ledger.formulas, page),
            ledger.LINES: partial(ledger.derivations, page),
            **{
                call: partial(later.place, call) for call in (downloads.CALL, ledger_totals.TOTALS, ledger_totals.PAGES)
            },
        }
        self.plain: dict[str, str] = {}  # what stands in for mathematics, and the mathematics in plain text
        self.scopes: dict[int, Scope] = {}  # what letters mean in each section, as far as it has been read

    def call(self, name: str, displayed: bool) -> list[Element]:
        """What a call stands for."""
        if (source := excerpts.source(name)) is not None:
            self.source = source
            self.scopes.clear()
            return []
        line = self.line_of(name)
        alone = {*self.lists, *catalogue.derivations(), *catalogue.figures()} if displayed else ()
        if name in alone or pages.called(name):
            return self.called(name, line, displayed)
        self.complain(self.unknown(name, line))
        return [element("span", name, class_="problem")]

    def called(self, name: str, line: int, displayed: bool) -> list[Element]:
        """A list of what is declared, a derivation, a figure, or formulas."""
        if name in self.lists and displayed:
            return self.lists[name]()
        if name in catalogue.derivations() and displayed:
            return [self.derivation(catalogue.derivations()[name], line)]
        if name in catalogue.figures() and displayed:
            return [self.figure(catalogue.figures()[name])]
        return [self.formula(each, line, displayed) for each in pages.called(name)]

    def formula(self, name: str, line: int, displayed: bool) -> Element:
        """A formula in a block of its own, or as part of a sentence."""
        formula = catalogue.formulas()[name]
        put = partial(self.put, line=line, kind=formula.kind, formula=name)
        if displayed and (home := sheet_page.home(self.page, name)):
            return formula_block.brief(formula, put, home, first=self.is_first(name))
        if displayed:
            return formula_block.block(formula, put, ledger.row_address(self.page, name), first=self.is_first(name))
        return element("span", put(formula.statement), class_="math", data_formula=name)

    def figure(self, figure: "Figure") -> Element:
        """A figure, each of its labels in the name of the line that prints it."""

        def note(label: Label) -> None:
            place = f"{from_root(figure.file).as_posix()}:{label.line}"
            row = Row(self.page.address, place, label.kind, label.tex, label.formula, label.follows, label.text)
            self.rows.append(row)

        return figures.block(figure, self.stash, note, first=self.is_first(figure.name))

    def derivation(self, proof: Proof, line: int) -> Element:
        """Worked steps, each piece of mathematics in the name of the claim that stands behind it."""
        setters = lambda claim: partial(self.put, line=line, kind="derivation", formula=claim)  # noqa: E731
        return derivation_block.block(proof, self.page, setters, first=self.is_first(proof.name))

    def sentence(self, tex: str) -> Element:
        """Mathematics in a sentence, read against what the page has bound and printed again."""
        tex, line, column = self.taken(tex)
        section = self.source.section(line)
        scope = self.scopes.get(section) or pages.scope(self.source, line)
        try:
            reading = parser.read(tex, scope)
        except ReadingError as error:
            self.complain(self.unreadable(error, tex, line, column))
            return element("span", tex, class_="problem")
        self.scopes[section] = scope.after(reading)
        support = supported(reading, scope, catalogue.declared()) if reading.kind == "claim" else None
        if support is not None and not support:
            self.complain(Problem(self.page.file, line, CLAIM, f"${tex}$", support.by, column=column))
        formula = support.by if support and support.by in catalogue.formulas() else None
        follows = bool(support) and formula is None
        if follows:
            self.believed(reading, scope, line)
        mathematics = self.put(reading.node, line=line, kind=reading.kind, formula=formula, follows=follows)
        wide = {"class_": "math long", "tabindex": "0"} if len(printers.unicode(reading.node)) > PHONE else {}
        return element("span", mathematics, **{"class_": "math"} | wide)

    def believed(self, claim: Reading, scope: Scope, line: int) -> None:
        """Hears of a claim that follows from what its section says."""

    def citation(self, inside: str) -> Element:
        """The works a sentence rests on, by author and year, each with a link to its reference."""
        line, column = self.place(f"[@{inside}]")
        links: list[Element | str] = []
        for key, place in bibliography.parts("@" + inside):
            if key not in bibliography.works():
                near = bibliography.nearest(key)
                hint = f"did you mean {near}?" if near else "add the work there, or mend the key"
                rule = "a citation must name a work in docs/bibliography.bib"
                if f"@{key}" in self.page.source:  # else it is gathered, and told where it stands
                    self.problems.append(Problem(self.page.file, line, rule, f"@{key}", hint, column=column))
                continue
            self.cited.add(key)
            link = element("a", bibliography.label(key), href=f"#{key}")
            links += ["; " if links else "[", link, f", {place}" if place else ""]
        return element("span", *links, "]" if links else "", class_="citation")

    def with_outputs(self, text: str) -> str:
        """The page's text with what its code prints."""
        try:
            shown = outputs(self.page)
        except cells.CellError as error:
            self.problems.append(cells.problem(self.page, error))
            return text
        return cells.with_outputs(text, [self.output(number, each) for number, each in enumerate(shown)])

    def output(self, number: int, shown: cells.Output) -> str:
        """What a cell shows: computed, and counted as such."""
        place, stand_ins = cells.place(self.page, number), []
        for each in blocks(shown, place):
            self.rows.append(Row(self.page.address, place, COMPUTED, "", None, text="what code prints"))
            stand_ins.append(self.stash(each))
        return "\n\n".join(stand_ins)

    def put(self, node: Node, *, display: bool = False, line: int, **row: str | bool | None) -> str:
        """The stand-in for the mathematics, which is put in its place when the page is written out."""
        place = f"docs/{self.source.address}:{line}"
        text = printers.unicode(node)
        self.rows.append(Row(self.page.address, place, tex=printers.tex(node), text=text, **{"formula": None} | row))
        stand_in = self.stash(printers.mathml(node, display=display))
        self.plain[stand_in] = text
        return stand_in

    def label(self, heading: Element) -> None:
        """A heading with mathematics says what a list of contents shows, where nothing can be set."""
        text = "".join(heading.itertext())
        words = reduce(lambda said, stand_in: said.replace(stand_in, self.plain[stand_in]), self.plain, text)
        if words != text:
            heading.set("data-toc-label", escape(words))

    def letter(self, symbol: Symbol) -> str:
        """A letter of a list, which stands for itself."""
        return self.put(symbol, line=1, kind="symbol")

    def complain(self, problem: Problem) -> None:
        """Notes a problem of the page; what is gathered from another page is told there."""
        if self.source is self.page:
            self.problems.append(problem)

    def place(self, text: str) -> tuple[int, int]:
        """Where the text stands that is met now; the next time it is met, its next place."""
        self.met[text] += 1
        return self.source.place(text, self.met[text] - 1)

    def taken(self, noted: str) -> tuple[str, int, int]:
        """Mathematics that is read now, without the note of its place, and the place."""
        tex, places = pages.NOTE.sub("", noted), [int(place) for place in pages.NOTE.findall(noted)]
        if self.source is self.page:
            self.read.update(places)
        return tex, *(self.source.position(places[0]) if places else self.source.place(tex))

    def leave_code(self, root: Element) -> None:
        """Code is shown as it is: what looks like mathematics in it is none."""
        for code in root.iter("code"):
            self.read.update(int(place) for place in pages.NOTE.findall(code.text or ""))

    def unread(self) -> Iterator[Problem]:
        """Mathematics that would reach the reader unread."""
        for offset in sorted(self.page.mathematics - self.read):
            line, column = self.page.position(offset)
            found = pages.MATH.match(self.page.prose, offset)[0]
            yield Problem(self.page.file, line, UNREAD, found, UNREAD_HINT, column=column)

    def line_of(self, name: str) -> int:
        """The line of the call that is met now."""
        lines = [call.line for call in self.source.calls if call.name == name] or [1]
        self.met[name] += 1
        return lines[min(self.met[name], len(lines)) - 1]

    def is_first(self, name: str) -> bool:
        """Whether the page shows this for the first time: only then it carries the address."""
        return name not in self.shown and not self.shown.add(name)

    def unknown(self, name: str, line: int) -> Problem:
        near = catalogue.nearest(name)
        hint = f"; did you mean {near}?" if near else ""
        return Problem(self.page.file, line, f"nothing is named {name}{hint}")

    def unreadable(self, error: ReadingError, tex: str, line: int, column: int) -> Problem:
        return Problem(self.page.file, line, error.message, f"${tex}$", error.hint, column=column + error.column)
