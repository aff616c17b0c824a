"""A printed piece and how tightly it holds together, which decides where brackets stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

RELATION, SUM, CIRCLED, PRODUCT, POWER, ATOM = range(6)  # CIRCLED: ⊙ and ⊗ hold less than factors side by side


@dataclass(frozen=True)
class Piece:
    """Text in one dialect, its level of binding, and whether it is taller than a line or open to the right."""

    text: str
    level: int = ATOM
    tall: bool = False
    greedy: bool = False  # takes in what follows, as a big sum or a bare function does
    closed: str = ""  # the greedy piece as it is written when something follows: sin(x) for sin x
    lowered: tuple[str, ...] = ()  # a letter and what stands below it, so that what is raised stands above that

    def at(self, level: int, **changes: Any) -> Piece:
        """The same text in another role."""
        return replace(self, level=level, **changes)


def is_tall(*pieces: Piece) -> bool:
    """Whether any of the pieces is taller than a line."""
    return any(piece.tall for piece in pieces)
