"""The dialects of the one layout: TeX and Typst, each a column of the table of forms with its spelling of letters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from calculus.notation import GREEK, MARKS, TEX_GREEK
from calculus.printers.forms import FORMS

TEX_WORDS = ("ln", "sin", "cos", "tanh", "cosh", "exp", "max", "min", "det")
ONE_TOKEN = r"\\?[A-Za-z]+|\d+|.|\\[a-z]+\{\\?\w+ ?\}|\\[a-z]+\{\\[a-z]+\{\w\}\}"


@dataclass(frozen=True)
class Dialect:
    """One column of the table of forms."""

    column: int
    gap: str = " "  # what keeps two letters apart where they stand side by side
    flat: bool = False  # a fraction is written on the line, so it holds its parts no better than a product

    def form(self, name: str, *parts: str) -> str:
        """A form with its parts filled in."""
        return re.sub(r"#(\d)", lambda found: parts[int(found[1])], FORMS[name][self.column])

    def word(self, word: str) -> str:
        """An upright name of several letters."""
        return self.form("word", word)

    def letter(self, base: str) -> str:
        """A letter, a Greek letter by its name, or a mark; a word in small print where a letter would stand."""
        if base in MARKS or base == "ell":
            return self.form(base)
        if base in GREEK:
            return self.greek(base)
        return base if len(base) == 1 or base.isdigit() else self.form("text", base)

    def greek(self, name: str) -> str:
        """A Greek letter."""
        return name


class Tex(Dialect):
    """TeX as math-core and any LaTeX reader take it; a command ends in a space, which keeps it apart from a letter."""

    def form(self, name: str, *parts: str) -> str:
        """What a script hangs on is grouped where it is more than one token."""
        if name in ("superscript", "subscript", "both scripts", "entry of") and not re.fullmatch(ONE_TOKEN, parts[0]):
            parts = ("{" + parts[0] + "}", *parts[1:])
        return super().form(name, *parts)

    def word(self, word: str) -> str:
        """The command TeX has for the name, where it has one."""
        return f"\\{word} " if word in TEX_WORDS else super().word(word)

    def greek(self, name: str) -> str:
        return TEX_GREEK.get(name, "\\" + name) + " "


TEX = Tex(0)
TYPST = Dialect(1)


def tidy(tex: str) -> str:
    """TeX without the spaces that nothing needs."""
    return re.sub(r"(\\[A-Za-z]+) +(?![A-Za-z0-9 ])", r"\1", re.sub(" +(?= )", "", tex))
