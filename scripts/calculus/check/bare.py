"""Functions that have what a hypothesis asks for at one point and nothing beyond: the next slope jumps, or is none."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import reduce

from calculus.interpreters import Lambda
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift

Draw = Callable[[], Fraction]
Member = Callable[[list[Node], Draw], Node]  # a value, of the distances from the point

# How many slopes a hypothesis promises; the last of them may jump, but for the hypotheses that say it does not.
SLOPES = {
    "continuous": 0, "differentiable": 1, "continuously differentiable": 1, "zero": 1,
    "twice differentiable": 2, "twice continuously differentiable": 2, "smooth": 9, "differentiable often enough": 9,
}  # fmt: skip
MOST_SLOPES = 2  # beyond, there is nothing to be bare of but slopes that are not zero
JUMPING = ("differentiable", "zero", "twice differentiable")
SLIGHT = Fraction(1, 8)  # the power beyond the promised slopes: slow enough to be seen, quick enough to vanish
sin, sqrt, absolute, sign = (w.Known(name) for name in ("sin", "sqrt", "absolute", "sign"))


def members(kind: k.FunctionKind) -> list[Member]:
    """What is added around the point: a bend, a swing, a kink of the last slope that is promised."""
    order, alone = SLOPES[kind.trait], kind.inputs == 1 and kind.arity == 1
    if order > MOST_SLOPES:
        return []
    swinging = 2 * order if kind.trait in JUMPING else 2 * order + 1
    found = [swung(swinging), kinked(order), *([bent(order)] if order else [])]  # a root makes noise of rounding
    return found if alone or order != 1 else [*found, mixed]


def idle(kind: k.FunctionKind) -> list[Member]:
    """Functions that are level at the point, or everywhere."""
    return [level(min(SLOPES[kind.trait], MOST_SLOPES)), constant]


def bent(order: int) -> Member:
    """A power just above the promised slopes."""
    return lambda away, draw: plain(away, draw) + lift(draw()) * square(away) ** lift((order + SLIGHT) / 2)


def swung(power: int) -> Member:
    """A wave ever faster toward the point, in a funnel of some power."""

    def body(away: list[Node], draw: Draw) -> Node:
        near = square(away)
        wave = (near ** (power // 2) if power > 1 else lift(1)) * (sqrt(near) if power % 2 else lift(1))
        wave = lift(draw()) * wave * sin(1 / sqrt(near))
        return plain(away, draw) + apart(near, wave)

    return body


def kinked(order: int) -> Member:
    """A kink in the last slope that is promised; of a continuous function, a kink."""

    def body(away: list[Node], draw: Draw) -> Node:
        size = absolute(away[0])
        return plain(away, draw) + lift(draw()) * (size if not order else away[0] ** order * size)

    return body


def level(order: int) -> Member:
    """All slopes zero at the point, rising through it in one coordinate."""
    return lambda away, draw: lift(abs(draw())) * away[0] ** (2 * (order // 2) + 3) + lift(draw())


def constant(away: list[Node], draw: Draw) -> Node:
    """The same value everywhere."""
    return 0 * away[0] + lift(draw())


def mixed(away: list[Node], draw: Draw) -> Node:
    """Two mixed slopes of slopes that differ at the point."""
    a, b = away[0], away[-1]
    near = a**2 + b**2
    return plain(away, draw) + lift(draw()) * apart(near, a * b * (a**2 - b**2) / near)


def sloped(away: list[Node], draw: Draw) -> Node:
    """A plane, which is convex with nothing to spare."""
    return reduce(w.Add, (lift(draw()) * entry for entry in away), lift(draw()))


def cusped(away: list[Node], draw: Draw) -> Node:
    """Convex, with a slope that changes beyond all bounds at the point."""
    return sloped(away, draw) + lift(abs(draw())) * square(away) ** lift((1 + SLIGHT) / 2)


def halved(away: list[Node], draw: Draw) -> Node:
    """Convex, level on one side, bent up on the other."""
    return sloped(away, draw) + lift(abs(draw())) * (away[0] ** 2 + away[0] * absolute(away[0]))


CONVEX: list[Member] = [cusped, halved, sloped, constant]


def apart(near: Node, value: Node) -> Node:
    """A value away from the point, zero at it."""
    tests = (w.Relation((near, lift(0)), ("!=",)), w.Relation((near, lift(0)), ("=",)))
    return w.Cases((value, lift(0)), tests)


def square(away: list[Node]) -> Node:
    return reduce(w.Add, (entry**2 for entry in away))


def plain(away: list[Node], draw: Draw) -> Node:
    """A generic polynomial of second degree."""
    terms = (lift(draw()) * entry + lift(draw()) * entry**2 for entry in away)
    return reduce(w.Add, terms, lift(draw()) * away[0] * away[-1] + lift(draw()))


def steep(constant: Fraction, away: list[Node], count: int) -> Node:
    """As steep as a constant from a point on, each way of each entry, with a kink there."""
    bends = [lift(constant) * absolute(entry) for entry in away] + [lift(0)] * count
    return w.Column(tuple(bends[:count])) if count > 1 else bends[0]


def rising(point: Fraction, draw: Draw) -> Lambda:
    """A function that increases everywhere, with the slope zero at one point, which it leaves where it is."""
    t, factor, here = w.Symbol("t", k.Real), lift(abs(draw()) + 1), lift(point)
    back = (t - here) / factor
    inverse = here + sign(back) * absolute(back) ** lift(Fraction(1, 3))
    return Lambda((t,), factor * (t - here) ** 3 + here, Lambda((t,), inverse))
