"""Worked examples: their table, and the rule that each number on them is worked out twice, by hand and by code."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

from press import cells, course, outputs
from press.decimals import Decimal, decimals, nearest
from press.digits import CITED
from press.elements import element, joined, listed
from press.front_matter import LEVELS, front_matter
from press.pages import Page, blank
from press.report import Problem
from press.rows import Row

GIVEN = re.compile(r"^## What is given\b.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
SIDES = re.compile(r"=|<|>|\\(?:approx|leq?|geq?|to)(?![a-z])")
LITERAL = re.compile(
    r"(?:\\(?:begin|end)\{[bp]matrix\}|\\(?:cdot|times|top|infty|left|right|quad)|[\s\d.,;()^{}&\\+-])*"
)
SHORT = 2  # digits of an input one may choose, as in f(2.1)
WORDING = (ast.UnaryOp, ast.JoinedStr, ast.FormattedValue, ast.Tuple, ast.List)
SET_UP = ("typing", "condition", "value", "definition")  # mathematics that says what is taken, not what comes out
BY_HAND = "a number that a worked example prints by code must be worked out by hand on its page"
BY_CODE = "a number that a worked example works out by hand must be printed by its code, to at least as many digits"
HINTS = {
    BY_HAND: r"show where it comes from in a claim, as in $0.1 \cdot 3 = 0.3$, or do not print it",
    BY_CODE: "print it in a cell with .run, or say it in whole numbers or a fraction",
}


def table(page: Page) -> list[Element]:
    """One row for each worked example, in the order of the nav: its title, what it is good for, and what it takes."""
    known, rows = course.course(), []
    for each, said in course.examples():
        link, *lessons = (
            element("a", course.title(other), href=course.link(page, other))
            for other in (each, *(known[address][0] for address in course.lessons_of(said)))
        )
        rows.append(
            (link, said.goal, element("span", *joined(lessons)), LEVELS[said.level].title.lower(), str(said.minutes))
        )
    return listed(("example", "what for", "after the lesson", "level", "minutes"), rows)


def is_example(page: Page) -> bool:
    """Whether the page calls itself a worked example."""
    said = front_matter(page)
    return bool(said and said.goal)


def problems(page: Page, rows: Sequence[Row]) -> Iterator[Problem]:
    """The numbers of a worked example that have only one road behind them, or none; rows are the page's own."""
    try:
        printed = [output.text for output in outputs.outputs(page)]
    except cells.CellError:  # told where it is run
        return
    placed = cells.cells(page.source)
    code = [each for cell, text in zip(placed, printed, strict=True) for each in _of_one_line(text, cell.line)]
    hand, words, given = list(by_hand(rows)), list(in_words(page, rows)), list(taken(page, rows, placed))
    hand, words, code = ([each for each in numbers if not _is_given(each, given)] for numbers in (hand, words, code))
    unprinted = [number for number in (*hand, *words) if not any(other.covers(number) for other in code)]
    for number in unprinted:
        yield _problem(page, BY_CODE, number, "printed", nearest(number, code))
    for number in (*words, *code):
        if number not in unprinted and not any(other.agrees(number) for other in hand):
            yield _problem(page, BY_HAND, number, "by hand", nearest(number, hand))


def by_hand(rows: Sequence[Row]) -> Iterator[Decimal]:
    """The decimals in claims that were checked, where a whole side is written in numbers: what was worked out."""
    for row in rows:
        sides = SIDES.split(row.tex)
        numbers = [[(each.size, each.half) for each in decimals(side, 0)] for side in sides]
        if row.kind == "claim" and any(other != numbers[0] for other in numbers[1:]):  # not 0.5 = 0.5
            for side in filter(LITERAL.fullmatch, sides[1:]):
                yield from decimals(side, _line(row))


def in_words(page: Page, rows: Sequence[Row]) -> Iterator[Decimal]:
    """The decimals outside claims, in words or alone between dollars; what is given is left out."""
    words = GIVEN.sub(blank, CITED.sub(blank, page.words))
    yield from decimals(words, 1)
    told = {line for start, text in _given(page) for line in range(start, start + text.count("\n") + 1)}
    for row in rows:
        if row.kind not in ("claim", *SET_UP) and row.formula is None and _line(row) not in told:
            yield from decimals(row.tex, _line(row)) if LITERAL.fullmatch(row.tex) else ()


def taken(page: Page, rows: Sequence[Row], placed: Sequence[cells.Cell]) -> Iterator[Decimal]:
    """The decimals nobody works out: given, set up, put into a claim as a short input, or typed into the code."""
    for start, text in _given(page):
        yield from decimals(text, start)
    for row in rows:
        yield from decimals(row.tex, _line(row)) if row.kind in SET_UP else ()
        for side in SIDES.split(row.tex) if row.kind == "claim" else ():
            inputs = () if LITERAL.fullmatch(side) else decimals(side, _line(row))
            yield from (each for each in inputs if len(each.text.strip("-0.").replace(".", "")) <= SHORT)
    for cell in placed:
        yield from decimals(" ".join(typed(cell.code)), cell.line)


def typed(code: str) -> Iterator[str]:
    """The numbers a piece of code computes with; one that is only printed is no source."""
    tree = ast.parse(code)
    said = {part for call in ast.walk(tree) if _called(call) == "print" for part in _worded(call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float) and node not in said:
            yield ast.get_source_segment(code, node) or ""


def _called(node: ast.AST) -> str:
    """The name of what is called, if something is."""
    return ast.unparse(node.func) if isinstance(node, ast.Call) else ""


def _worded(node: ast.AST) -> Iterator[ast.AST]:
    """What is put into words as it was typed: signed, rounded or in a format, and not computed with."""
    yield node
    if isinstance(node, WORDING) or _called(node) in ("print", "round", "format", "str"):
        for part in ast.iter_child_nodes(node):
            yield from _worded(part)


def _is_given(number: Decimal, given: Sequence[Decimal]) -> bool:
    """Whether a number is one nobody works out; a step may be taken the other way."""
    forward, back = number, replace(number, size=-number.size)
    return any(other.covers(forward) or other.covers(back) for other in given)


def _given(page: Page) -> list[tuple[int, str]]:
    return [(page.position(found.start())[0], found[0]) for found in GIVEN.finditer(page.prose)]


def _of_one_line(text: str, line: int) -> Iterator[Decimal]:
    """The numbers a cell prints, all told with the line of the cell."""
    return (replace(each, line=line) for each in decimals(text, line))


def _line(row: Row) -> int:
    return int(row.place.rpartition(":")[2])


def _problem(page: Page, rule: str, number: Decimal, road: str, other: Decimal | None) -> Problem:
    beside = f"; {road} stands {other.text} (line {other.line})" if other else ""
    return Problem(page.file, number.line, rule, number.text + beside, HINTS[rule])
