"""Functions with a hypothesis on their curvature: each family holds its extremal members, each member its minimizer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from calculus.interpreters import Lambda, World
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift

Draw = Callable[[], Fraction]
Terms = Callable[[list[Node]], list[Node]]

exp, ln, sin, cosh, sqrt, huber = (w.Known(name) for name in ("exp", "ln", "sin", "cosh", "sqrt", "huber"))


@dataclass(frozen=True)
class Member:
    """One function of a family: the terms it sums, in coordinates measured from its minimizer if it has one."""

    terms: Terms
    has_minimum: bool = True


def each(term: Callable[[Node], Node]) -> Member:
    """The same term for every coordinate."""
    return Member(lambda away: [term(entry) for entry in away])


def curved(*curvatures: Fraction) -> Member:
    """A quadratic whose curvatures run through the values given."""
    terms: Terms = lambda away: [lift(c) / 2 * e**2 for c, e in zip(curvatures * len(away), away, strict=False)]  # noqa: E731
    return Member(terms, min(curvatures) >= 0)


def added(least: Fraction, member: Member) -> Member:
    """More curvature, by the same everywhere."""
    return Member(lambda away: [*curved(least).terms(away), *member.terms(away)])


PLANE = Member(lambda away: [3 * away[0]], has_minimum=False)
VALLEY = Member(lambda away: [reduce(w.Add, away) ** 2])
CUP = Member(lambda away: [sqrt(1 + reduce(w.Add, (entry**2 for entry in away)))])
CURVE = each(lambda entry: exp(entry) - entry)
BOWL = each(lambda entry: entry**4)


def flattening(most: Fraction) -> list[Member]:
    """Curvature L up to a border and none beyond, which descends slowest; L at the minimizer only."""
    border = lift(1)
    return [each(lambda e: lift(most) * huber(e, border)), each(lambda e: lift(most) * ln(cosh(e)))]


def convex() -> list[Member]:
    """A plane, where convexity is an equality; a valley; curvature that grows, that fades, and that vanishes."""
    return [CURVE, PLANE, VALLEY, CUP, BOWL]


def smooth_convex(most: Fraction) -> list[Member]:
    """Curvature L everywhere, nowhere, in some directions, in some places."""
    return [curved(most), *flattening(most), PLANE, curved(most, Fraction(0))]


def strongly_convex(least: Fraction) -> list[Member]:
    """Curvature μ everywhere; never less, and without bound; μ in some directions."""
    return [curved(least), added(least, CURVE), curved(least, 7 * least)]


def smooth_strongly_convex(least: Fraction, most: Fraction) -> list[Member]:
    """Curvature μ and L, in different directions and in different places."""
    return [curved(least, most), curved(most), *(added(least, e) for e in flattening(most - least)), curved(least)]


def gradient_dominated(least: Fraction, most: Fraction) -> list[Member]:
    """Curvature μ or L; a flat direction; and where L leaves room, one that is not convex."""
    return [
        curved(least, most),
        curved(Fraction(0), least),
        *wavy(least, most),
        curved(least),
        curved(most, Fraction(0)),
    ]


def wavy(least: Fraction, most: Fraction) -> list[Member]:
    """x² + 6/5 sin² x, scaled: its squared slope is at least 2 · 93/100 of its height, its curvature at most 22/5."""
    scale = least / Fraction(93, 100)
    if scale * Fraction(22, 5) > most:
        return []
    return [each(lambda entry: lift(scale) * (entry**2 + lift(Fraction(6, 5)) * sin(entry) ** 2))]


def lipschitz(most: Fraction) -> list[Member]:
    """Plus and minus the curvature L, where the descent lemma is an equality; curvature that fades, or changes sign."""
    waves = each(lambda entry: lift(most) / 2 * sin(entry) ** 2)
    return [curved(most), curved(-most), flattening(most)[1], waves, curved(most, -most)]


def any_curvature() -> list[Member]:
    """Convex functions, and others that bend down: everywhere, in one direction, in some places."""
    one, waves = Fraction(1), each(lambda entry: 2 * sin(entry) ** 2)
    return [curved(one), curved(one, -2 * one), CURVE, waves, BOWL, curved(-one), VALLEY]


FAMILIES: dict[str, Callable[..., list[Member]]] = {
    "convex": convex,
    "twice continuously differentiable": any_curvature,
    "smooth convex": smooth_convex,
    "strongly convex": strongly_convex,
    "smooth strongly convex": smooth_strongly_convex,
    "gradient dominated": gradient_dominated,
    "lipschitz gradient": lipschitz,
}


def bind(kind: k.FunctionKind, name: str, world: World, draw: Draw, place: int) -> World:
    """The world with a member of the kind's family; constants drawn in the wrong order (μ above L) change places."""
    constants = kind.parameter.split()
    for constant, value in zip(constants, sorted(world.values[each] for each in constants), strict=True):
        world = world.bind(constant, value)
    members = FAMILIES[kind.trait](*(Fraction(world.values[constant]) for constant in constants))
    return world.bind(name, placed(members[place % len(members)], kind, world, draw))


def placed(member: Member, kind: k.FunctionKind, world: World, draw: Draw) -> Lambda:
    """The member as a function of the kind's variable, moved, and mirrored so that no entry stands alone."""
    v = w.Symbol("v", k.Array(kind.inputs) if kind.inputs != 1 else k.Real)
    entries = [v[i] for i in range(1, world.size(kind.inputs) + 1)] if kind.inputs != 1 else [v]
    center = [draw() for _ in entries]
    away = mirrored([entry - lift(at) for entry, at in zip(entries, center, strict=True)], draw)
    body = reduce(w.Add, member.terms(away), lift(draw()))
    lowest = tuple((at,) for at in center) if kind.inputs != 1 else center[0]
    return Lambda((v,), body, minimizer=lowest if member.has_minimum else None)


def mirrored(away: list[Node], draw: Draw) -> list[Node]:
    """The coordinates reflected at a generic plane: lengths stay, and rational entries stay rational."""
    if len(away) == 1:
        return away
    normal = [draw() for _ in away]
    square = sum(entry * entry for entry in normal)
    across = reduce(w.Add, (lift(2 * entry / square) * other for entry, other in zip(normal, away, strict=True)))
    return [other - lift(entry) * across for entry, other in zip(normal, away, strict=True)]
