"""Digits in sentences: a number with decimals is one that the page computes, in its mathematics or by its code."""

import re
from collections.abc import Iterator

from press import cells, outputs
from press.pages import MATH, Page, blank
from press.report import Problem

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*\.\d+(?![\d.]*\w)")
COMPUTED = re.compile(r"\d+\.?\d*(?:e[+-]?\d+)?")
CITED = re.compile(r"\[@[^\]]*\]")
RULE = "a number with decimals must be computed on its page, to at least as many digits"
HINT = r"put what it comes from between dollars, as in $0.1 \cdot 3 = 0.3$, or print it in a cell with .run"


def problems(page: Page) -> Iterator[Problem]:
    """The numbers of a page's sentences that nothing on the page has computed."""
    words = CITED.sub(blank, page.words)
    numbers = list(NUMBER.finditer(words))
    if not numbers:
        return
    known = computed(page)
    for number in numbers:
        if not is_among(number[0].replace(",", ""), known):
            line, _ = page.position(number.start())
            yield Problem(page.file, line, RULE, number[0], HINT)


def computed(page: Page) -> list[float]:
    """Every number in the mathematics of a page, in its code and in what that prints."""
    try:
        printed = [output.text for output in outputs.outputs(page)]
    except cells.CellError:  # told where it is run
        printed = []
    texts = [*printed, *(cell.code for cell in cells.cells(page.source)), *(m[0] for m in MATH.finditer(page.prose))]
    return [float(number) for text in texts for number in COMPUTED.findall(text)]


def is_among(number: str, known: list[float]) -> bool:
    """Whether a number is one of those known, rounded."""
    half = 0.5 * 10.0 ** -len(number.partition(".")[2])
    return any(abs(value - float(number)) <= half * (1 + 1e-9) for value in known)
