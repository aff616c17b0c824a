"""Inequalities of a few numbers, proven on boxes: intervals, branch and bound, and a series where the sides touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from calculus.check import letters
from calculus.interpreters import Exact, Undefined, World, evaluate
from calculus.interpreters.balls import Balls, between, jet
from calculus.language.kinds import Number
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols

MOST_VARIABLES, MOST_BOXES, HIGHEST = 3, 1500, 4
RADII = (Fraction(10**6), Fraction(64), Fraction(4))
SMALLEST = Fraction(1, 2**40)
Interval = tuple[Fraction, Fraction]
Box = dict[str, Interval]


@dataclass(frozen=True)
class Touching:
    """Where both sides are equal: a symbol at a value, and how many derivatives of the slack vanish there."""

    symbol: Symbol
    value: Node
    order: int  # of the first derivative that does not


@dataclass(frozen=True)
class Claim:
    """That a slack is not negative (or, if strict, positive) where the conditions hold."""

    slack: Node
    strict: bool
    conditions: tuple[Node, ...] = ()
    touching: tuple[Touching, ...] = ()

    @property
    def variables(self) -> list[Symbol]:
        return list(free_symbols(self.slack).values())


def proven(claim: Claim) -> tuple[Fraction, list[Box]] | None:
    """The largest of a few radii for which the claim is proven, and its boxes; none where intervals do not suffice."""
    for radius in RADII:
        boxes = domain(claim.variables, radius)
        if holds_on(claim, boxes):
            return radius, boxes
    return None


def is_small(slack: Node) -> bool:
    """Whether all that is free are a few numbers that run through intervals."""
    kinds = [symbol.kind for symbol in free_symbols(slack).values()]
    return 1 <= len(kinds) <= MOST_VARIABLES and all(isinstance(kind, Number) and not kind.whole for kind in kinds)


def domain(variables: list[Symbol], radius: Fraction) -> list[Box]:
    """The boxes that make up the domain, as far out, and as near to an open end, as the radius says."""
    boxes: list[Box] = [{}]
    for symbol in variables:
        boxes = [{**box, symbol.name: part} for box in boxes for part in parts(symbol.kind, radius)]
    return boxes


def parts(kind: Number, radius: Fraction) -> list[Interval]:
    """The interval of a kind, in two where zero is left out."""
    margin = Fraction(0) if kind.closed else 1 / radius
    if kind.nonzero:
        return [(-radius, -1 / radius), (1 / radius, radius)]
    lower = -radius if kind.lower is None else kind.lower + margin
    upper = radius if kind.upper is None else kind.upper - margin
    return [(Fraction(lower), Fraction(upper))]


def holds_on(claim: Claim, boxes: list[Box]) -> bool:
    """Branch and bound: a box is done when its intervals prove the claim, else it is halved."""
    waiting, tried = list(boxes), 0
    while waiting:
        box, tried = waiting.pop(), tried + 1
        if tried > MOST_BOXES:
            return False
        if excluded(claim, box) or is_positive(claim, box) or any(is_near(claim, t, box) for t in claim.touching):
            continue
        waiting += narrower(claim, box)
        if waiting[-1] is None:
            return False
    return True


def world(box: Box) -> World:
    """The intervals of a box."""
    return World({name: between(*interval) for name, interval in box.items()})


def sure(compute: Callable[[], object]) -> object:
    """What intervals say; nothing where they are not bounded."""
    try:
        return compute()
    except Undefined:
        return None


def excluded(claim: Claim, box: Box) -> bool:
    """Whether some condition fails everywhere in the box."""
    return any(sure(lambda c=c: evaluate(c, world(box), Balls())) is False for c in claim.conditions)


def is_positive(claim: Claim, box: Box) -> bool:
    """Whether the slack's interval over the box lies on the right side of zero."""
    found = sure(lambda: evaluate(claim.slack, world(box), Balls()))
    return found is not None and bool(found > 0 if claim.strict else found >= 0)


def slopes(claim: Claim, name: str, box: Box) -> object:
    """The slack as a series in one variable, over the box."""
    inside = world(box)
    found = sure(lambda: evaluate(claim.slack, inside.bind(name, jet(inside.values[name])), Balls()))
    return found if hasattr(found, "coeffs") else None


def narrower(claim: Claim, box: Box) -> list[Box | None]:
    """Half the box each; only the end of it where the slack is least, if it goes one way along a variable."""
    name = max(box, key=lambda each: extent(box[each]))
    for each in box:
        series = slopes(claim, each, box) if box[each][0] < box[each][1] else None
        if series is not None and (series[1] >= 0 or series[1] <= 0):
            end = box[each][0] if series[1] >= 0 else box[each][1]
            return [{**box, each: (end, end)}]
    lower, upper = box[name]
    if upper - lower < SMALLEST:
        return [None]
    middle = halfway(lower, upper)
    return [{**box, name: (lower, middle)}, {**box, name: (middle, upper)}]


def extent(interval: Interval) -> Fraction:
    """How much there is to halve: a width, against the size where numbers are large."""
    return (interval[1] - interval[0]) / max(Fraction(1), min(map(abs, interval)))


def halfway(lower: Fraction, upper: Fraction) -> Fraction:
    """The middle; of an interval that spans several sizes, a number of a size between them."""
    if lower < 0 < upper and max(-lower, upper) > 1:
        return Fraction(0)
    near, far = sorted((abs(lower), abs(upper)))
    if far > 4 and far > 8 * max(near, 1):
        sign = 1 if upper > 0 else -1
        return sign * Fraction(2 ** ((int(max(near, 1)).bit_length() + int(far).bit_length()) // 2))
    if far <= 1 and 0 < 8 * near < far:
        sign = 1 if upper > 0 else -1
        return sign * near * 2 ** (int(far / near).bit_length() // 2)
    return (lower + upper) / 2


def is_near(claim: Claim, touching: Touching, box: Box) -> bool:
    """Whether the first derivative that does not vanish at the touching point lifts the slack all over the box."""
    name = touching.symbol.name
    if name not in box:
        return False
    inside = world(box)
    place = sure(lambda: evaluate(touching.value, inside, Balls()))
    if place is None:
        return False
    reach = inside.values[name].union(place)
    series = sure(lambda: evaluate(claim.slack, inside.bind(name, jet(reach)), Balls()))
    if not hasattr(series, "coeffs"):
        return False
    rises, falls = series[touching.order] > 0, series[touching.order] < 0
    if touching.order % 2 == 0:
        return bool(rises) and not claim.strict
    away = inside.values[name] - place
    return not claim.strict and bool((rises and away >= 0) or (falls and away <= 0))


def touching(slack: Node, symbol: Symbol, value: Node) -> Touching | None:
    """A certified point of equality, with the order of the first derivative that SymPy cannot show to vanish."""
    variables = [each for each in free_symbols(slack).values() if each != symbol]
    lettered = World({each.name: letters.letter(each) for each in variables})
    try:
        place = evaluate(value, lettered, Exact())
        along = sp.Dummy("t", real=True)
        body = evaluate(slack, lettered.bind(symbol.name, along), Exact())
        for order in range(HIGHEST + 1):
            change = sp.diff(body, along, order).subs(along, place) if order else body.subs(along, place)
            if Exact().equal(change, sp.Integer(0)) is not True:
                return Touching(symbol, value, order) if order else None
    except (Undefined, KeyError, TypeError, ValueError):
        return None
    return None
