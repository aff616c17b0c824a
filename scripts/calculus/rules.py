"""The rules a derivation names: declared formulas, and words for what needs none."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from calculus.formula import Formula
from calculus.language.node import LanguageError

WORDS = re.compile(r"[a-z][a-zA-Zé’ -]{2,59}")  # no mathematics: nothing would check it
SHELVES = "formulas."


def named(rule: Any, formulas: Mapping[str, Formula]) -> str:
    """The address of a formula, which has a dot, or the words."""
    return worded(rule) if isinstance(rule, str) else address(rule, formulas)


def worded(words: str) -> str:
    if not WORDS.fullmatch(words):
        sentence = (
            f"{words!r} does not name a rule; use 3 to 60 letters in lower case, without mathematics or a full stop"
        )
        raise LanguageError(f"{sentence}, as in by='split the fraction', or a formula's function")
    return words


def address(function: Callable | Any, formulas: Mapping[str, Formula]) -> str:
    """The address of the formula that a function on a shelf declares."""
    module, name = getattr(function, "__module__", ""), getattr(function, "__name__", "")
    found = f"{module.removeprefix(SHELVES)}.{name}"
    if not callable(function) or found not in formulas:
        what = found if name else f"{function!r:.40}"
        raise LanguageError(f"{what} is no declared formula; name its function: by=derivatives.product_rule")
    return found
