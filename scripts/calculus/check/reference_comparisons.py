"""What doubles can tell of two values: the same, different, or too near to say."""

from __future__ import annotations

import numpy as np

from calculus.check.decide import shown as spelled
from calculus.interpreters.reference.calculus import apart
from calculus.interpreters.reference.numbers import Value
from calculus.language import words as w
from calculus.language.node import Node

# Doubles carry nearly 16 digits. A few thousand operations on numbers of moderate size, none of them near a pole,
# lose three or four, a limit or an optimum half of them. What differs by more than WRONG is wrong;
# between the two there is no telling.
EQUAL, ESTIMATED, WRONG = 1e-10, 1e-7, 1e-4
ESTIMATES = w.Limit | w.Integral | w.Optimum


def shown(found: Value) -> str:
    """A value to ten digits."""
    return spelled(np.asarray(found) if np.ndim(found) else float(found))


def ordered(before: object, sign: str, after: object, same: bool | None) -> bool | None:
    """An inequality; where the sides agree to the digits compared, a weak sign holds and a strict one is open."""
    if same is True:
        return True if sign in ("<=", ">=") else None
    right_way = bool(before < after) if "<" in sign else bool(before > after)
    return True if right_way else same


def is_estimated(node: Node) -> bool:
    """Whether some part of a node is an estimate."""
    return any(isinstance(part, ESTIMATES) for part in node.walk())


def equal(before: object, after: object, *, rough: bool = False) -> bool | None:
    """Whether two values agree, entry by entry and in shape; None where the digits do not tell."""
    gap = apart(before, after)
    if gap <= (ESTIMATED if rough else EQUAL):
        return True
    return False if gap > WRONG else None
