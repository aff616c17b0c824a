"""The word `generated`: a right side that SymPy writes, in a named manner."""

from __future__ import annotations

from dataclasses import dataclass, replace

from calculus.language.node import Node
from calculus.language.shape import Shape


@dataclass(frozen=True)
class Generated(Node):
    """Stands for what SymPy makes of the left side; the manner says how it is tidied."""

    manner: str = ""
    by: Node | None = None

    def measure(self) -> Shape:
        return ("any", "any")

    @property
    def expanded(self) -> Generated:
        """Products multiplied out."""
        return replace(self, manner="expanded")

    @property
    def factored(self) -> Generated:
        """One product, common factors in front."""
        return replace(self, manner="factored")

    def collected(self, by: Node) -> Generated:
        """A polynomial in `by`."""
        return replace(self, manner="collected", by=by)


generated = Generated()
