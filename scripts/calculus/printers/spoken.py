"""A spoken phrase, how tightly it holds together, and the table that gives each node type its phrase."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch

from calculus.language.node import Node

# CIRCLED: a product entry by entry. TIGHT: said in one breath, as `2 x`. An ATOM takes no *squared* after it,
# as `sine of x` does not; a NAME does.
CLAIM, SUM, CIRCLED, PRODUCT, TIGHT, ATOM, NAME = range(7)


@dataclass(frozen=True)
class Phrase:
    """Words, their level of binding, and whether a listener still waits for them to end."""

    words: str
    level: int = NAME
    open: bool = False
    noun: str = "quantity"  # what the phrase is announced as where a listener would take it apart

    @property
    def closed(self) -> str:
        """The words with a comma where something follows that does not belong to them."""
        return f"{self.words}," if self.open else self.words


@singledispatch
def phrase(node: Node) -> Phrase:
    """The phrase of a node; a type without an arm is named."""
    raise NotImplementedError(f"no speech for {type(node).__name__}")


def say(node: Node) -> str:
    """The node in words."""
    return phrase(node).words


def quantity(body: Phrase, level: int) -> Phrase:
    """The phrase, announced as one quantity where a listener would take it apart."""
    if body.level >= level:
        return body
    return Phrase(f"the {body.noun} {body.words}", NAME, True)


def held(node: Node, level: int) -> Phrase:
    """A node's phrase as part of something that binds at a level."""
    return quantity(phrase(node), level)


def listed(items: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), items[-1]]))


arm = phrase.register
