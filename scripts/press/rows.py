"""What the ledger counts: one row for each piece of mathematics that a reader sees."""

from dataclasses import dataclass

COMPUTED = "computed"  # the class of what code prints: it is the result of a run, and nothing in it is read


@dataclass(frozen=True)
class Row:
    """One piece of mathematics a reader sees, and what it stands on."""

    page: str  # as links and the nav write it; for the printed sheet the address of its file
    place: str  # file and line of the source
    kind: str
    tex: str
    formula: str | None
    follows: bool = False  # a claim that was checked on the spot, from what its section says
    text: str = ""  # in plain text

    @property
    def stands(self) -> bool:
        """Whether it claims nothing, or something stands behind the claim."""
        return self.kind != "claim" or self.follows or self.formula is not None
