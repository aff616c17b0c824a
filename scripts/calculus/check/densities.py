"""Witnesses for random numbers: densities of several shapes, with and without a mean, each with its quantiles."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calculus.interpreters import Lambda
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import lift

Draw = Callable[[], Fraction]
t, level, theta = w.Symbol("t", k.Real), w.Symbol("level", k.Real), w.Symbol("theta", k.Positive)
exp, ln, sin, sqrt = (w.Known(name) for name in ("exp", "ln", "sin", "sqrt"))


def density(draw: Draw, place: int) -> Lambda:
    """Rising in a straight line, falling exponentially, level, or with a tail so heavy that there is no mean."""
    start, width = draw(), abs(draw()) + 1
    first, rate = lift(start), lift(width)
    if place % 4 in (0, 2):
        return between(start, width, straight=place % 4 == 0)
    falling = (rate * exp(-(rate * (t - first))), first - ln(level) / rate)
    heavy = (1 / (t - first + 1) ** 2, first - 1 + 1 / level)
    body, quantile = falling if place % 4 == 1 else heavy
    cases = w.Cases((body, lift(0)), (t > first, t <= first))
    return Lambda((t,), cases, breaks=(start,), quantile=Lambda((level,), quantile))


def between(start: Fraction, width: Fraction, *, straight: bool) -> Lambda:
    """A density between two ends, rising in a straight line or level."""
    first, last, rate = lift(start), lift(start + width), lift(width)
    body = 2 * (t - first) / rate**2 if straight else 1 / rate
    quantile = first + rate * (sqrt(1 - level) if straight else level)
    tests = (w.Relation((first, t, last), ("<", "<")), t <= first, t >= last)
    cases = w.Cases((body, lift(0), lift(0)), tests)
    return Lambda((t,), cases, breaks=(start, start + width), quantile=Lambda((level,), quantile))


def light(draw: Draw, place: int) -> Lambda:
    """Densities between two ends: level, and highest at the lower end."""
    start, width = draw(), abs(draw()) + 1
    if place % 2 == 0:
        return between(start, width, straight=False)
    first, last, rate = lift(start), lift(start + width), lift(width)
    tests = (w.Relation((first, t, last), ("<", "<")), t <= first, t >= last)
    cases = w.Cases((1 / (2 * sqrt(rate * (t - first))), lift(0), lift(0)), tests)
    return Lambda((t,), cases, breaks=(start, start + width), quantile=Lambda((level,), first + rate * level**2))


def family(draw: Draw, place: int) -> Lambda:
    """Densities with a parameter that moves no end: leaning toward the upper one, or falling exponentially."""
    start, lean = lift(draw()), theta / (1 + theta)
    leaning = (1 / sqrt((1 + lean) ** 2 - 4 * lean * t), level + lean * level * (1 - level))
    falling = (theta * exp(-(theta * (t - start))), start - ln(level) / theta)
    body, quantile = falling if place % 4 == 3 else leaning
    return Lambda((t, theta), body, quantile=Lambda((level, theta), quantile))


def moderate(draw: Draw) -> Lambda:
    """A polynomial, which grows slowly enough to have a mean wherever powers have one."""
    a, b, c, d = (lift(draw()) for _ in range(4))
    return Lambda((t,), a * t**3 + b * t**2 + c * t + d)


def of_two_numbers(draw: Draw) -> Lambda:
    """A smooth function of two numbers that is neither a sum nor a product of functions of each."""
    x, y = w.Symbol("first", k.Real), w.Symbol("second", k.Real)
    a, b, c, d = (lift(draw()) for _ in range(4))
    return Lambda((x, y), a * x**2 * y + b * x * y**3 + c * sin(x) * y**2 + d * x)
