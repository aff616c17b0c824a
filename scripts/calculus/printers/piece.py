"""A printed piece and how tightly it holds together, which decides where brackets stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

RELATION, SUM, PRODUCT, POWER, ATOM = range(5)


@dataclass(frozen=True)
class Piece:
    """Text in one dialect, its level of binding, and whether it is taller than a line or open to the right."""

    text: str
    level: int = ATOM
    tall: bool = False
    greedy: bool = False  # takes in what follows, as a big sum or a bare function does

    def at(self, level: int, **changes: bool) -> Piece:
        return replace(self, level=level, **changes)


def is_tall(*pieces: Piece) -> bool:
    """Whether any of the pieces is taller than a line."""
    return any(piece.tall for piece in pieces)
