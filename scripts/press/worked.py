"""Worked examples: their table, and the rule that each number on them is worked out twice, by hand and by code."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from xml.etree.ElementTree import Element

from press import cells, course, outputs
from press.digits import CITED
from press.elements import element
from press.front_matter import LEVELS, front_matter
from press.pages import MATH, Page
from press.report import Problem

GIVEN = re.compile(r"^## What is given\b.*?(?=^## |\Z)", re.DOTALL | re.MULTILINE)
SIDES = re.compile(r"=|<|>|\\(?:approx|leq?|geq?|to)(?![a-z])")
POWER = r"(?:\s*(?:\\cdot|\\times)\s*10\^\{?(?P<power>-?\d+)\}?|e(?P<exponent>[+-]?\d+))?"
DECIMAL = re.compile(r"(?<![\w.])(?P<digits>\d[\d,]*\.\d+)(?![\d.]*[a-df-zA-Z])" + POWER)
LITERAL = re.compile(
    r"(?:\\(?:begin|end)\{[bp]matrix\}|\\(?:cdot|times|top|infty|left|right|quad)|[\s\d.,;()^{}&\\+-]|10)*"
)
BY_HAND = "a number that a worked example prints by code must be worked out by hand on its page"
BY_CODE = "a number that a worked example works out by hand must be printed by its code, to at least as many digits"
HINTS = {
    BY_HAND: r"show where it comes from between dollars, as in $0.1 \cdot 3 = 0.3$, or do not print it",
    BY_CODE: "print it in a cell with .run, or say it in whole numbers or a fraction",
}


@dataclass(frozen=True)
class Decimal:
    """A number as it is written: its size, half of its last digit, and where it begins."""

    text: str
    size: float
    half: float
    start: int


def table(page: Page) -> list[Element]:
    """One row for each worked example, in the order of the nav: its title, what it is good for, and what it takes."""
    rows = []
    for each, said in course.examples():
        link = element("a", course.title(each), href=course.link(page, each))
        cells = (said.goal, LEVELS[said.level].title.lower(), str(said.minutes))
        rows.append(element("tr", element("th", link, scope="row"), *(element("td", words) for words in cells)))
    names = ("example", "what for", "level", "minutes")
    head = element("tr", *(element("th", name, scope="col") for name in names))
    return [element("table", element("thead", head), element("tbody", *rows))] if rows else []


def is_example(page: Page) -> bool:
    """Whether the page calls itself a worked example."""
    said = front_matter(page)
    return bool(said and said.goal)


def problems(page: Page) -> Iterator[Problem]:
    """The numbers of a worked example that have only one road behind them, or none."""
    try:
        printed = [output.text for output in outputs.outputs(page)]
    except cells.CellError:  # told where it is run
        return
    placed = cells.cells(page.source)
    texts = (*GIVEN.findall(page.prose), *(cell.code for cell in placed))
    given = [number for text in texts for number in decimals(text)]
    code = [(number, cell.line) for cell, text in zip(placed, printed, strict=True) for number in decimals(text)]
    hand, words = list(by_hand(page)), list(in_words(page))
    lacking = [number for number in (*hand, *words) if not is_among(number, [*given, *(each for each, _ in code)])]
    yield from (_problem(page, page.position(number.start)[0], BY_CODE, number) for number in lacking)
    told = [*((number, page.position(number.start)[0]) for number in words if number not in lacking), *code]
    for number, line in told:
        if not is_among(number, given) and not any(close(number, other) for other in hand):
            yield _problem(page, line, BY_HAND, number)


def by_hand(page: Page) -> Iterator[Decimal]:
    """The decimals in claims between dollars, where a whole side is written in numbers: what was worked out."""
    for math in MATH.finditer(page.prose):
        tex = math[0][1:-1]
        ends = [0, *(sign.end() for sign in SIDES.finditer(tex)), len(tex)]
        for start, end in pairwise(ends[1:]):
            side = SIDES.sub("", tex[start:end])
            if LITERAL.fullmatch(side):
                yield from (replace(each, start=math.start() + 1 + start) for each in decimals(side))


def in_words(page: Page) -> Iterator[Decimal]:
    """The decimals outside mathematics, what is given left out."""
    words = CITED.sub(lambda cited: " " * len(cited[0]), page.words)
    return decimals(GIVEN.sub(lambda given: re.sub(r"[^\n]", " ", given[0]), words))


def decimals(text: str) -> Iterator[Decimal]:
    """The numbers with decimals in a text; 13.0 is a whole number."""
    for found in DECIMAL.finditer(text):
        if not found["digits"].partition(".")[2].strip("0"):
            continue
        scale = 10.0 ** int(found["power"] or found["exponent"] or 0)
        digits = found["digits"].replace(",", "")
        half = 0.5 * 10.0 ** -len(digits.partition(".")[2])
        yield Decimal(found[0], float(digits) * scale, half * scale, found.start())


def is_among(number: Decimal, known: Sequence[Decimal]) -> bool:
    """Whether a number is one of those known, rounded; those must not have fewer digits."""
    slack = 1 + 1e-9
    return any(
        abs(other.size - number.size) <= number.half * slack and other.half <= number.half * slack for other in known
    )


def close(number: Decimal, other: Decimal) -> bool:
    """Whether two numbers are the same to the digits of the coarser one."""
    return abs(number.size - other.size) <= max(number.half, other.half) * (1 + 1e-9)


def _problem(page: Page, line: int, rule: str, number: Decimal) -> Problem:
    return Problem(page.file, line, rule, number.text, HINTS[rule])
