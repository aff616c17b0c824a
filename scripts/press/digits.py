"""Digits in sentences: a number with decimals is one that the page computes, in its mathematics or by its code."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from press import cells, outputs
from press.decimals import Decimal, pointed
from press.pages import MATH, Page, blank
from press.report import Problem

COMPUTED = re.compile(r"(?:(?<![\w)}\]])-)?\d+\.?\d*(?:e[+-]?\d+)?")
CITED = re.compile(r"\[@[^\]]*\]")
RULE = "a number with decimals must be computed on its page, to at least as many digits"
HINT = r"put what it comes from between dollars, as in $0.1 \cdot 3 = 0.3$, or print it in a cell with .run"


def problems(page: Page) -> Iterator[Problem]:
    """The numbers of a page's sentences that nothing on the page has computed."""
    if numbers := list(pointed(CITED.sub(blank, page.words), 1)):
        known = computed(page)
        missing = (number for number in numbers if not is_among(number, known))
        yield from (Problem(page.file, number.line, RULE, number.text, HINT) for number in missing)


def computed(page: Page) -> list[Decimal]:
    """Every number in the mathematics of a page, in its code and in what that prints, with its sign."""
    try:
        printed = [output.text for output in outputs.outputs(page)]
    except cells.CellError:  # told where it is run
        printed = []
    texts = [*printed, *(cell.code for cell in cells.cells(page.source)), *(m[0] for m in MATH.finditer(page.prose))]
    return [_number(number) for text in texts for number in COMPUTED.findall(text)]


def is_among(number: Decimal, known: Iterable[Decimal]) -> bool:
    """Whether a number is one of those known, rounded; one that words say without a sign may have either."""
    back = replace(number, size=-number.size)
    return any(other.covers(number) or (number.size > 0 and other.covers(back)) for other in known)


def _number(written: str) -> Decimal:
    """A number as it is computed; one without a point is exact."""
    mantissa, _, power = written.partition("e")
    places = len(mantissa.partition(".")[2])
    return Decimal(written, float(written), 0.5 * 10.0 ** (int(power or 0) - places) if places else 0.0, 0)
