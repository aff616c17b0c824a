"""Numbers with decimals as they are written: their signs, their sizes and how many digits they show."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

POWER = r"(?:\s*(?:\\cdot|\\times)\s*10\^\{?(?P<power>-?\d+)\}?|e(?P<exponent>[+-]?\d+))?"
# A sign belongs to the number it touches, unless something stands before it to take the number from.
DECIMAL = re.compile(
    r"(?<![\w.])(?P<sign>(?<![\w)}\]])[-−])?"
    r"(?P<digits>(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+)(?!\.?\d)(?![\d.]*[a-df-zA-Z])" + POWER
)
WHOLE = re.compile(r"\.0+(?!\d)")
SLACK = 1 + 1e-9
LEAST_SHARE = 0.01  # two digits: a number with fewer says too little of another


@dataclass(frozen=True)
class Decimal:
    """A number as it is written: its size with the sign, half of its last digit, and its line."""

    text: str
    size: float
    half: float
    line: int

    def covers(self, other: "Decimal") -> bool:
        """Whether this one, which shows at least as many digits, rounds to the other."""
        return abs(self.size - other.size) <= other.half * SLACK and self.half <= other.half * SLACK

    def agrees(self, other: "Decimal") -> bool:
        """Whether both are the same to the digits of this one, which shows two at least."""
        known = self.half <= max(other.half, LEAST_SHARE * abs(other.size)) * SLACK
        return known and abs(self.size - other.size) <= max(self.half, other.half) * SLACK


def decimals(text: str, line: int) -> Iterator[Decimal]:
    """The numbers with decimals in a text that begins on this line; 13.0 is a whole number."""
    return (each for each in pointed(text, line) if WHOLE.search(each.text) is None)


def pointed(text: str, line: int) -> Iterator[Decimal]:
    """The numbers with a decimal point in a text that begins on this line, 13.0 among them."""
    for found in DECIMAL.finditer(text):
        digits = found["digits"].replace(",", "")
        shown = digits.partition(".")[2]
        scale = 10.0 ** int(found["power"] or found["exponent"] or 0)
        sign = -1 if found["sign"] else 1
        below = text.count("\n", 0, found.start())
        yield Decimal(found[0], sign * float(digits) * scale, 0.5 * 10.0 ** -len(shown) * scale, line + below)


def nearest(number: Decimal, known: Iterable[Decimal]) -> Decimal | None:
    """The number that is meant, most likely: the nearest one, if it is near at all."""
    found = min(known, key=lambda other: abs(other.size - number.size), default=None)
    return found if found and abs(found.size - number.size) <= abs(number.size) else None
