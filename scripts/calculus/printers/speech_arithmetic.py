"""Spoken arms for numbers, letters, sums, products, fractions and powers."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.kinds import LayerKind
from calculus.language.node import Node
from calculus.notation import parts
from calculus.printers.spoken import ATOM, CIRCLED, NAME, PRODUCT, SUM, TIGHT, Phrase, arm, held, listed, phrase, say

RATIOS = {
    (1, 2): "one half", (1, 3): "one third", (2, 3): "two thirds", (1, 4): "one quarter", (3, 4): "three quarters",
}  # fmt: skip
RAISED = {2: "squared", 3: "cubed"}
BIG = w.Bound | w.Limit | w.Optimum | w.Expectation  # on the left of *times* these would take in what follows
SHORT = 5  # words on either side of a fraction that is said as `… over …`


def name_said(name: str) -> str:
    """A symbol's name as it is read aloud: `y hat`, `x star`, `lambda max`, `h sub 1`."""
    taken = parts(name)
    below = [f"sub {word}" for word in taken.below]
    return " ".join([taken.base, *taken.accents, *taken.marks, *below])


@arm
def symbol(node: w.Symbol) -> Phrase:
    return Phrase(name_said(node.name))


@arm
def alias(node: w.Alias) -> Phrase:
    return Phrase(name_said(node.name))


@arm
def entry(node: w.Entry) -> Phrase:
    indices = " ".join(held(index, TIGHT).words for index in node.indices)
    if isinstance(node.array, w.Symbol) and isinstance(node.array.kind, LayerKind):
        index = phrase(node.indices[0])
        return Phrase(f"{name_said(node.array.name)} of layer {index.words}", ATOM, index.level < TIGHT)
    if isinstance(node.array, w.Symbol | w.Alias):
        return Phrase(f"{name_said(node.array.name)} sub {indices}")
    array = held(node.array, TIGHT)
    return Phrase(f"entry {indices} of {array.words}", ATOM, array.open)


@arm
def number(node: w.Number) -> Phrase:
    return Phrase(str(node.value))


@arm
def constant(node: w.Constant) -> Phrase:
    return Phrase(node.name)


@arm
def add(node: w.Add) -> Phrase:
    return term(node, "plus")


@arm
def subtract(node: w.Subtract) -> Phrase:
    return term(node, "minus")


def term(node: w.Add | w.Subtract, sign: str) -> Phrase:
    left, right = held(node.left, SUM), held(node.right, CIRCLED)
    return Phrase(f"{left.closed} {sign} {right.words}", SUM, right.open)


@arm
def negative(node: w.Negative) -> Phrase:
    body = held(node.body, CIRCLED)
    return Phrase(f"minus {body.words}", SUM, body.open)


@arm
def multiply(node: w.Multiply) -> Phrase:
    left = held(node.left, ATOM if isinstance(node.left, BIG) else PRODUCT)
    right = held(node.right, TIGHT if isinstance(node.right, w.Divide) else PRODUCT)
    if (is_count(node.left) or is_array(node.left)) and is_brief(node.right):
        return Phrase(f"{left.words} {right.words}", TIGHT)
    return Phrase(f"{left.closed} times {right.words}", PRODUCT, right.open, "product")


def is_count(node: Node) -> bool:
    """A number in front of what it counts: 2 x, one half r squared."""
    return isinstance(node, w.Number) or ratio(node) in RATIOS


def is_array(node: Node) -> bool:
    """A matrix or vector in front of the next, or a product of such: x transpose A x."""
    if isinstance(node, w.Multiply):
        return phrase(node).level == TIGHT
    return is_brief(node) and not node.is_scalar


def is_brief(node: Node) -> bool:
    """Whether a factor is said in one breath, so that no `times` is wanted before it."""
    if isinstance(node, w.Transpose | w.Inverse):
        return is_brief(node.body)
    if isinstance(node, w.Power):
        return is_brief(node.base) and getattr(node.exponent, "value", None) in RAISED
    return isinstance(node, w.Symbol | w.Alias)


def ratio(node: Node) -> tuple[int | None, int | None]:
    """Numerator and denominator of a ratio of numbers."""
    if not isinstance(node, w.Divide):
        return (None, None)
    return (getattr(node.left, "value", None), getattr(node.right, "value", None))


@arm
def hadamard(node: w.Hadamard) -> Phrase:
    left, right = held(node.left, CIRCLED), held(node.right, PRODUCT)
    return Phrase(f"{left.closed} times, entry by entry, {right.words}", CIRCLED, right.open)


@arm
def divide(node: w.Divide) -> Phrase:
    if ratio(node) in RATIOS:
        return Phrase(RATIOS[ratio(node)], ATOM)
    over, under = phrase(node.left), phrase(node.right)
    if min(over.level, under.level) >= TIGHT and not over.open and max(map(length, (over, under))) <= SHORT:
        return Phrase(f"{over.words} over {under.words}", PRODUCT, True, "fraction")
    return Phrase(f"the fraction with numerator {over.words}, denominator {under.words}, end of fraction")


def length(body: Phrase) -> int:
    return len(body.words.split())


@arm
def power(node: w.Power) -> Phrase:
    exponent = getattr(node.exponent, "value", None)
    if exponent in RAISED and isinstance(node.base, w.Norm):
        inner = held(node.base, ATOM)
        return Phrase(f"the {RAISED[exponent]} {inner.words.removeprefix('the ')}", ATOM, inner.open)
    if exponent == 2 and isinstance(node.base, w.Apply):
        inner = phrase(node.base)
        return Phrase(f"the square of {inner.words}", ATOM, inner.open)
    base = held(node.base, NAME)
    if exponent in RAISED:
        return Phrase(f"{base.closed} {RAISED[exponent]}", ATOM)
    raised = held(node.exponent, TIGHT)
    return Phrase(f"{base.closed} to the power {raised.words}", ATOM, raised.open)


@arm
def group(node: w.Group) -> Phrase:
    return Phrase(f"the quantity {say(node.body)}", ATOM, True)


@arm
def transpose(node: w.Transpose) -> Phrase:
    return turned("transpose", node.body)


@arm
def inverse(node: w.Inverse) -> Phrase:
    return turned("inverse", node.body)


def turned(name: str, body: Node) -> Phrase:
    """`A transpose`, but `the transpose of the gradient of f at x`."""
    if is_brief(body):
        return Phrase(f"{say(body)} {name}")
    inner = held(body, TIGHT)
    return Phrase(f"the {name} of {inner.words}", ATOM, True)


@arm
def column(node: w.Column) -> Phrase:
    return Phrase(f"the column of {listed([say(entry) for entry in node.entries])}", ATOM, True)
