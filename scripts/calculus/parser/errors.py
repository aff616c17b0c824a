"""What is said when a piece of mathematics in a sentence cannot be read."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from calculus.language.node import LanguageError


class ReadingError(LanguageError):
    """A `$…$` that cannot be read: what is wrong, at which column of it, and what to write instead."""

    def __init__(self, message: str, column: int = 1, hint: str = "") -> None:
        super().__init__(f"{message}; {hint}" if hint else message)
        self.message, self.column, self.hint = message, column, hint


def nearest(word: str, words: Iterable[str], cutoff: float = 0.7) -> str:
    """The word that looks most alike, or an empty string."""
    by_look = {each.casefold(): each for each in words}
    close = get_close_matches(word.casefold(), by_look, n=1, cutoff=cutoff)
    return by_look[close[0]] if close else ""
