"""Mathematics in figures: printed by the language where it is drawn, and told where it was typed instead."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from calculus import parser, printers
from calculus.language import Real
from calculus.language.node import Node
from calculus.language.symbols import Symbol
from calculus.parser import Reading, ReadingError, Scope
from calculus.parser.claims import supported
from calculus.parser.classify import classify
from press import catalogue, stray

FREE = "abcdhmnpqrstuvw"  # letters that are real numbers in a drawing, unless the site's table knows better
CLAIM = "a claim in a figure must be declared, or follow from what the figure has said"
SET = "\ue002"  # stands where a label was found in a text
OPERATOR = "=<>≤≥≈≠+−/·×^→"
TOUCHED = re.compile(
    rf"[{OPERATOR}\d∇∂√|‖]\s*{SET}|{SET}\s*[{OPERATOR}′]|{SET}\s+-\s|{SET}\(|{SET}\s*{SET}"
)  # a label that somebody went on writing by hand


@dataclass(frozen=True)
class Slip:
    """What the author of a figure has to mend; line 0 where only the text says which line it is."""

    rule: str
    found: str
    hint: str = ""
    line: int = 0


class SlipError(ValueError):
    """Mathematics that was typed into a figure, that cannot be read, or that nothing stands behind."""

    def __init__(self, *slips: Slip) -> None:
        super().__init__("; ".join(f"{slip.rule}; found: {slip.found}" for slip in slips))
        self.slips = slips


@dataclass(frozen=True)
class Label:
    """A piece of mathematics in a figure: as it is drawn, in TeX and in words, with its class and its line."""

    text: str
    tex: str
    speech: str
    kind: str
    line: int
    formula: str | None = None
    follows: bool = False


@dataclass
class Labels:
    """What a drawing has printed so far, and what its letters mean."""

    scope: Scope = field(default_factory=lambda: Scope.of((), [], [Symbol(letter, Real) for letter in FREE]))
    printed: dict[str, Label] = field(default_factory=dict)

    def let(self, symbols: Iterable[Symbol]) -> None:
        """Says what letters stand for."""
        self.scope = self.scope.bind(symbols)

    def declared(self, node: Node, line: int) -> Label:
        """A label for a piece of the language."""
        kind = classify(node)
        states = kind in ("value", "definition", "condition")
        binds = {symbol.name: symbol for symbol in node.walk() if isinstance(symbol, Symbol)}
        return self.print(Reading(node, kind, binds, (node,) if states else ()), line)

    def read(self, tex: str, line: int) -> Label:
        """A label for what stands between dollars; a SlipError where it cannot be read."""
        try:
            return self.print(parser.read(tex, self.scope), line)
        except ReadingError as error:
            raise SlipError(Slip(error.message, f"${tex}$", error.hint, line)) from None

    def print(self, reading: Reading, line: int) -> Label:
        """A label for what was read or declared; a SlipError where it claims what nothing stands behind."""
        node, tex = reading.node, printers.tex(reading.node)
        support = supported(reading, self.scope, catalogue.declared()) if reading.kind == "claim" else None
        if support is not None and not support:
            raise SlipError(Slip(CLAIM, f"${tex}$", support.by, line))
        self.scope = self.scope.after(reading)
        formula = support.by if support and support.by in catalogue.formulas() else None
        shown = printers.unicode(node), tex, printers.speech(node)
        label = Label(*shown, reading.kind, line, formula, bool(support) and formula is None)
        return self.printed.setdefault(label.text, label)

    def number(self, value: float | str, digits: int, line: int) -> str:
        """A number as figures write it: so many digits that count, a true minus, powers of ten raised."""
        tex = in_tex(value, digits)
        return self.read(tex, line).text if "^" in tex else tex.replace("-", "−")

    def pieces(self, text: str) -> Iterator[str | Label]:
        """Words and the labels among them, in order."""
        marks = sorted(map(re.escape, self.printed), key=len, reverse=True)
        pattern = "|".join(rf"(?<!\w){mark}(?!\w)" for mark in marks) or r"(?!)"
        start = 0
        for match in re.finditer(pattern, text):
            if match[0] != "a" or not is_article(match):
                yield from (text[start : match.start()], self.printed[match[0]])
                start = match.end()
        yield text[start:]

    def check(self, texts: Iterable[str], rule: str) -> None:
        """Raises a SlipError for mathematics that nothing has printed."""
        found = filter(None, map(self.typed, dict.fromkeys(texts)))
        if slips := [Slip(rule, typed, f"likely ${stray.in_tex(typed)}$") for typed in found]:
            raise SlipError(*slips)

    def typed(self, text: str) -> str:
        """The first mathematics in a text that no label has printed."""
        words = "".join(SET if isinstance(piece, Label) else piece for piece in self.pieces(text))
        if "$" in words or TOUCHED.search(words):
            return text
        found = stray.in_words(words.replace(SET, " , "))
        return found.text if found else ""


def is_article(match: re.Match) -> bool:
    """Whether an "a" stands between words, where it is no letter of a formula."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(re.search(r"[A-Za-z]{2,}[,:]? $|^$", before) and re.match(r" [A-Za-z]{2,}", after))


def in_tex(value: float | str | Node, digits: int = 4) -> str:
    """What a drawing returns for its caption, in TeX."""
    if isinstance(value, Node | str):
        return printers.tex(value) if isinstance(value, Node) else value.replace("−", "-")
    factor, _, power = f"{float(value):.{digits}g}".partition("e")
    raised = rf"\cdot 10^{{{int(power)}}}" if power else ""
    return re.sub(r"^(-?)1\\cdot ", r"\1", f"{factor}{raised}")
