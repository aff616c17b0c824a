"""Spoken arms for the nodes that only sentences use."""

from __future__ import annotations

from calculus.parser import notation_nodes as n
from calculus.printers.spoken import ATOM, CLAIM, SUM, TIGHT, Phrase, arm, held, listed, say

SIGNS = {
    "approx": "is approximately", "to": "approaches", "sim": "is distributed as", "propto": "is proportional to",
    "gets": "becomes", "ll": "is much less than", "gg": "is much greater than", "perp": "is perpendicular to",
    "mapsto": "maps to", "=": "equals", "<": "is less than", "<=": "is at most", ">": "is greater than",
    ">=": "is at least", "!=": "is not equal to", "in": "is in",
}  # fmt: skip
LAWS = {"N": "normal", "U": "uniform"}


@arm
def decimal(node: n.Decimal) -> Phrase:
    digits = str(node.digits).rjust(node.places + 1, "0")
    return Phrase(f"{digits[: -node.places]}.{digits[-node.places :]}")


@arm
def slashed(node: n.Slashed) -> Phrase:
    return Phrase(f"{held(node.left, TIGHT).closed} over {held(node.right, TIGHT).words}", TIGHT)


@arm
def percent(node: n.Percent) -> Phrase:
    return Phrase(f"{say(node.body)} percent")


@arm
def euler(node: n.Euler) -> Phrase:
    return Phrase("e")


@arm
def by(node: n.By) -> Phrase:
    return Phrase(f"{say(node.left)} by {say(node.right)}", TIGHT)


@arm
def dots(node: n.Dots) -> Phrase:
    return Phrase("and so on")


@arm
def listed_(node: n.Listed) -> Phrase:
    items = listed([say(item) for item in node.items])
    return Phrase({"round": f"the list of {items}", "braces": f"the set of {items}"}.get(node.brackets, items), SUM)


@arm
def interval(node: n.Interval) -> Phrase:
    ends = f"from {say(node.lower)} to {say(node.upper)}"
    kind = {"[]": "closed", "()": "open"}.get(node.brackets, "half-open")
    return Phrase(f"the {kind} interval {ends}", ATOM)


@arm
def layered(node: n.Raised) -> Phrase:
    return Phrase(f"{held(node.body, TIGHT).words} of layer {say(node.label)}", TIGHT)


@arm
def parametrized(node: n.Parametrized) -> Phrase:
    return Phrase(f"{say(node.function)} with parameter {say(node.parameter)}", TIGHT)


@arm
def curvature(node: n.Curvature) -> Phrase:
    return Phrase(f"the Hessian of {say(node.function)}", TIGHT)


@arm
def landau(node: n.Landau) -> Phrase:
    return Phrase(f"{'little o' if node.letter == 'o' else 'big O'} of {held(node.size, ATOM).closed}", TIGHT)


@arm
def law(node: n.Law) -> Phrase:
    return Phrase(f"the {LAWS[node.name]} law with parameters {listed([say(each) for each in node.parameters])}", TIGHT)


@arm
def loose(node: n.Loose) -> Phrase:
    words = say(node.terms[0])
    for sign, term in zip(node.signs, node.terms[1:], strict=True):
        words += f" {SIGNS[sign]} {say(term)}"
    return Phrase(words, CLAIM, True)
