"""Plain text with Unicode signs, for labels in drawings: a third dialect of the one layout."""

from __future__ import annotations

import re
import unicodedata

from calculus.language.node import Node
from calculus.notation import GREEK
from calculus.printers.dialects import Dialect
from calculus.printers.forms import FORMS
from calculus.printers.layout import text

SMALL_FRACTIONS = {("1", "2"): "½", ("1", "4"): "¼", ("1", "8"): "⅛", ("1", "3"): "⅓", ("2", "3"): "⅔", ("3", "4"): "¾"}
SMALL = {
    "^": str.maketrans("0123456789−+()nxyzhijkrt⊤*", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁽⁾ⁿˣʸᶻʰⁱʲᵏʳᵗᵀ*", " "),
    "_": str.maketrans("0123456789−+=nxhijkt", "₀₁₂₃₄₅₆₇₈₉₋₊₌ₙₓₕᵢⱼₖₜ", " "),
}


class Unicode(Dialect):
    """Scripts become small signs where there are such; brackets show what a bar or a raised place would."""

    def form(self, name: str, *parts: str) -> str:
        """A form on one line: `^‹#1›` and `_‹#1›` are made small, `‹#0›` is bracketed where it would come apart."""
        if name == "small fraction" and parts in SMALL_FRACTIONS:
            return SMALL_FRACTIONS[parts]
        filled = re.sub(
            r"([_^]?)‹#(\d)›", lambda found: fitted(found[1], parts[int(found[2])]), FORMS[name][self.column]
        )
        return re.sub(r"#(\d)", lambda found: parts[int(found[1])], filled)

    def greek(self, name: str) -> str:
        return GREEK[name]


UNICODE = Unicode(2, gap="", flat=True)


def plain(node: Node) -> str:
    """The node as plain text: `σ(z)`, `½r²`, `10 + 6h + h²`, `∂ℓ/∂ŷ`."""
    line = re.sub(" +", " ", text(node, UNICODE).strip()).replace("′′", "″")
    return unicodedata.normalize("NFC", line)


def fitted(sign: str, part: str) -> str:
    """A part made small, or in brackets where it has no small form and would come apart."""
    part = part.strip()
    if sign and all(ord(character) in SMALL[sign] for character in part):
        return part.translate(SMALL[sign])
    is_bracketed = re.fullmatch(r"\([^()]*\)", part)
    return f"{sign}({part})" if is_long(part) and not is_bracketed else sign + part


def is_long(part: str) -> bool:
    """Whether a part is more than one letter, number, named value or bracket."""
    letter, scripts = r"(\w|[A-Za-z]{3,})[\u0300-\u036f]?", r"[′²³¹⁰-ₜᵢⱼᵀᵃ-ᶻ]*"
    name = rf"[∂d]?{letter}{scripts}(\([^() /]*\))?"
    return not re.fullmatch(rf"{name}|.|\d+|\|[^|]*\||‖[^‖]*‖²?|[∂d]²\w?|[∂d]\w²", part)
