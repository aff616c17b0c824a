"""The watch over the roads themselves: on each of them, every canary must be seen to be false."""

from __future__ import annotations

import inspect

from calculus.check import canaries
from calculus.check.rule import Verdict
from calculus.formula import Formula, declare


def declared() -> list[Formula]:
    """Every canary, as it would stand on a shelf."""
    functions = (function for _, function in inspect.getmembers(canaries, inspect.isfunction))
    own = (function for function in functions if function.__module__ == canaries.__name__)
    return [declare(function, f"canaries.{function.__name__}") for function in own]


def unseen(verdicts: tuple[Verdict, ...]) -> list[Verdict]:
    """The roads on which a canary was not seen to be false; undecided is not seen."""
    return [verdict for verdict in verdicts if verdict.truth is not False]
