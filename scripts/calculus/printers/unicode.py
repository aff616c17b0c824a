"""Plain text with Unicode signs, for labels in drawings: a third dialect of the one layout, as far as one line goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from calculus.language.node import Node
from calculus.notation import GREEK
from calculus.printers.dialects import Dialect
from calculus.printers.layout import text

# form: how its parts are written. A form that is missing does not fit on one line; a label should not need it.
FORMS: dict[str, str] = {
    "application": "#0#1", "brackets": "(#0)", "tall brackets": "(#0)", "bars": "|#0|", "tall bars": "|#0|",
    "norm": "‖#0‖", "tall norm": "‖#0‖", "root": "√#0", "word": "#0 ", "vector": "#0", "greek vector": "#0",
    "d": "d", "partial": "∂", "nabla": "∇", "prime": "′", "compose": "#0 ∘ #1", "times": "#0·#1", "thin": "#0 #1",
    "beside": "#0#1", "plus": "#0 + #1", "minus": "#0 − #1", "negative": "−#0", "comma": "#0, #1", "pi": "π",
    "=": "#0 = #1", "<": "#0 < #1", "<=": "#0 ≤ #1", ">": "#0 > #1", ">=": "#0 ≥ #1", "fraction": "#0/#1",
    "infinity": "∞", "transpose": "⊤", "hat": "#0\u0302", "bar": "#0\u0304",
}  # fmt: skip
SMALL_FRACTIONS = {("1", "2"): "½", ("1", "4"): "¼", ("1", "8"): "⅛", ("1", "3"): "⅓", ("3", "4"): "¾"}
RAISED = str.maketrans("0123456789−+nxyzhijk⊤", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿˣʸᶻʰⁱʲᵏᵀ", " ")
LOWERED = str.maketrans("0123456789−+nxhijk", "₀₁₂₃₄₅₆₇₈₉₋₊ₙₓₕᵢⱼₖ", " ")


@dataclass(frozen=True)
class Unicode(Dialect):
    """Plain text: scripts become small signs where there are such, brackets show what a bar or a raised place would."""

    def form(self, name: str, *parts: str) -> str:
        match name:
            case "exponential":
                return self.form("superscript", "e", *parts)
            case "superscript":
                return parts[0] + script(parts[1], RAISED, "^")
            case "subscript":
                return parts[0] + script(parts[1], LOWERED, "_")
            case "small fraction" if parts in SMALL_FRACTIONS:
                return SMALL_FRACTIONS[parts]
            case "fraction" | "small fraction" | "root":
                name, parts = name.removeprefix("small "), tuple(map(grouped, parts))
        return re.sub(r"#(\d)", lambda found: parts[int(found[1])], FORMS[name])

    def word(self, word: str) -> str:
        return f"{word} "

    def letter(self, base: str) -> str:
        return GREEK.get(base, base)


def plain(node: Node) -> str:
    """The node as plain text: `σ(z)`, `½r²`, `10 + 6h + h²`."""
    return text(node, Unicode("unicode", 0)).strip()


def script(part: str, table: dict[int, int | None], sign: str) -> str:
    """A raised or lowered part, or a bracket after the sign where a letter has no small form."""
    small = part.translate(table)
    return small if all(ord(character) in table for character in part) else f"{sign}{grouped(part)}"


def grouped(part: str) -> str:
    """A part in brackets if it would come apart beside a fraction bar."""
    return f"({part})" if re.search(r"[ +−/]", part.strip()) else part.strip()
