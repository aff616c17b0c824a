"""Arms of the printers for the nodes that only sentences use."""

from __future__ import annotations

from calculus.parser import notation_nodes as n
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, held, joined, raised, text
from calculus.printers.layout_functions import applied
from calculus.printers.piece import ATOM, POWER, PRODUCT, RELATION, Piece, is_tall

# sign: (TeX, Typst, Unicode)
SIGNS = {
    "approx": (r"\approx ", " approx ", " ≈ "), "to": (r"\to ", " -> ", " → "), "sim": (r"\sim ", " ~ ", " ∼ "),
    "propto": (r"\propto ", " prop ", " ∝ "), "gets": (r"\leftarrow ", " arrow.l ", " ← "),
    "ll": (r"\ll ", " << ", " ≪ "), "gg": (r"\gg ", " >> ", " ≫ "), "perp": (r"\perp ", " perp ", " ⟂ "),
    "mapsto": (r"\mapsto ", " |-> ", " ↦ "),
}  # fmt: skip
PERCENT, LAW = (r"\%", "%", "%"), (r"\mathcal{#}", "cal(#)", "#")
ENDS = ("#", "lr(#)", "#")
OPENING = {"round": "brackets", "braces": "braces"}


@arm
def decimal(node: n.Decimal, dialect: Dialect) -> Piece:
    digits = str(node.digits).rjust(node.places + 1, "0")
    return Piece(f"{digits[: -node.places]}.{digits[-node.places :]}")


@arm
def slashed(node: n.Slashed, dialect: Dialect) -> Piece:
    left, right = held(node.left, PRODUCT, dialect, last=False), held(node.right, POWER, dialect, last=False)
    return Piece(dialect.form("slash", left.text, right.text), PRODUCT, is_tall(left, right))


@arm
def percent(node: n.Percent, dialect: Dialect) -> Piece:
    return Piece(text(node.body, dialect) + PERCENT[dialect.column])


@arm
def euler(node: n.Euler, dialect: Dialect) -> Piece:
    return Piece("e")


@arm
def by(node: n.By, dialect: Dialect) -> Piece:
    return Piece(dialect.form("by", text(node.left, dialect), text(node.right, dialect)), PRODUCT)


@arm
def dots(node: n.Dots, dialect: Dialect) -> Piece:
    return Piece(dialect.form("dots"))


@arm
def listed(node: n.Listed, dialect: Dialect) -> Piece:
    inside = joined("comma", list(node.items), dialect)
    return Piece(dialect.form(OPENING[node.brackets], inside.text)) if node.brackets else inside.at(RELATION)


@arm
def interval(node: n.Interval, dialect: Dialect) -> Piece:
    inside = joined("comma", [node.lower, node.upper], dialect).text
    left, right = node.brackets
    return Piece(ENDS[dialect.column].replace("#", left + inside + right))


@arm
def layered(node: n.Raised, dialect: Dialect) -> Piece:
    label = dialect.form("brackets", text(node.label, dialect).strip())
    return raised(held(node.body, ATOM, dialect), label, dialect)


@arm
def parametrized(node: n.Parametrized, dialect: Dialect) -> Piece:
    return Piece(dialect.form("subscript", text(node.function, dialect).strip(), text(node.parameter, dialect).strip()))


@arm
def curvature(node: n.Curvature, dialect: Dialect) -> Piece:
    front = dialect.form("superscript", dialect.form("nabla").strip(), "2")
    return Piece(f"{front} {held(node.function, ATOM, dialect).text}")


@arm
def landau(node: n.Landau, dialect: Dialect) -> Piece:
    return Piece(dialect.form("little o" if node.letter == "o" else "big O", text(node.size, dialect)))


@arm
def law(node: n.Law, dialect: Dialect) -> Piece:
    return applied(
        LAW[dialect.column].replace("#", node.name), joined("comma", list(node.parameters), dialect), dialect
    )


@arm
def loose(node: n.Loose, dialect: Dialect) -> Piece:
    result = text(node.terms[0], dialect)
    for sign, term in zip(node.signs, node.terms[1:], strict=True):
        right = text(term, dialect)
        result = result + SIGNS[sign][dialect.column] + right if sign in SIGNS else dialect.form(sign, result, right)
    return Piece(result, RELATION)
