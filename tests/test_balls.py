"""Proofs by intervals: balls hold the true values, nothing false is proven, and each part of a proof is needed."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from random import Random
from typing import Any

import flint
import numpy as np
import pytest
from flint import arb

import known_values
from calculus.check import boxes, inequalities
from calculus.check.boxes import Claim, Touching
from calculus.interpreters import Precise, Undefined, World, evaluate
from calculus.interpreters.balls import KNOWN, Balls, ball, between, jet
from calculus.interpreters.precise import mp
from calculus.interpreters.system import System
from calculus.language import (
    AtLeast,
    Column,
    Derivative,
    NonNegative,
    Ratio,
    Real,
    cases,
    exp,
    ln,
    pi,
    sin,
    sqrt,
)
from calculus.language.functions import Apply, Known
from calculus.language.node import Node
from calculus.language.symbols import Symbol

DRAWS, INSIDE = 40, 4
SHARE = Fraction(1, 1000)
x, y = Symbol("x", Real), Symbol("y", Real)
UNIT = {"x": (Fraction(-1), Fraction(1))}
NEVER = [
    name for name in sorted(System.__abstractmethods__) if "no intervals" in inspect.getsource(getattr(Balls, name))
]
REFUSING = [name for name in NEVER if name != "known"]


def shapes(name: str) -> list[int]:
    """How many numbers each argument of a known function holds; none for a number."""
    arguments, _ = known_values.VALUES[name]
    return [len(argument) if isinstance(argument, tuple) else 0 for argument in arguments]


def drawn(name: str) -> Iterator[tuple[list, Fraction, Random]]:
    """Arguments of a function: any numbers, and numbers between zero and one; small intervals, and points inside."""
    random = Random(name)
    for lower, upper in [(-3, 3), (0, 1)] * (DRAWS // 2):
        starts = [[Fraction(random.uniform(lower, upper)) for _ in range(size or 1)] for size in shapes(name)]
        yield starts, Fraction(random.random()) / 10, random


def placed(name: str, starts: list, make: Callable[[Fraction], Any]) -> list[Any]:
    """The arguments of a function in the numbers of a system."""
    columns = [[make(each) for each in start] for start in starts]
    return [
        np.array([[each] for each in column], dtype=object) if size else column[0]
        for size, column in zip(shapes(name), columns, strict=True)
    ]


def in_precise(value: Fraction) -> Any:
    return mp.mpf(value.numerator) / value.denominator


def holds_the(interval: arb, value: Any) -> bool:
    """Whether a number known to fifty digits may lie in an interval."""
    flint.ctx.prec = 320
    return bool(interval.overlaps(arb(mp.nstr(value, 48)) + arb(0, 1e-40)))


def pairs(name: str) -> Iterator[tuple[arb, Any]]:
    """The interval of a function over small intervals, and its value at points of them."""
    for starts, width, random in drawn(name):
        try:
            over = Balls().known(name, placed(name, starts, lambda each, w=width: between(each, each + w)))
            for _ in range(INSIDE):
                point = [[each + width * Fraction(random.random()) for each in start] for start in starts]
                value = Precise().known(name, placed(name, point, in_precise))
                yield from zip(np.ravel(over), np.ravel(value), strict=True)
        except Undefined:
            continue


def slopes(name: str) -> Iterator[tuple[arb, Any]]:
    """The slope in the first argument over small intervals, and at points of them."""
    for starts, width, random in drawn(name):
        first = starts[0]
        try:
            others = placed(name, starts, ball)[1:]
            over = jet(between(first[0], first[0] + width))
            series = Balls().known(name, [over, *others])
            point = in_precise(first[0] + width * Fraction(random.random()))
            fixed = placed(name, starts, in_precise)[1:]
            value = Precise().derivative(lambda t, f=fixed: Precise().known(name, [t, *f]), point, 1)
        except Undefined:
            continue
        yield (series[1] if hasattr(series, "coeffs") else ball(0)), value


@pytest.mark.parametrize("name", KNOWN)
def test_the_interval_of_a_known_function_holds_its_values(name):
    found = list(pairs(name))
    assert len(found) >= DRAWS
    assert all(holds_the(interval, value) for interval, value in found)


@pytest.mark.parametrize("name", [name for name in KNOWN if not any(shapes(name))])
def test_the_series_of_a_known_function_holds_its_slopes(name):
    found = list(slopes(name))
    assert len(found) >= DRAWS // 8
    assert all(holds_the(interval, value) for interval, value in found)


@pytest.mark.parametrize("sign", ["+", "-", "*", "/", "**"])
def test_arithmetic_of_intervals_holds_what_its_numbers_give(sign):
    random, both = Random(sign), {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}
    for _ in range(DRAWS):
        a, b, width = (Fraction(random.uniform(low, 3)) for low in (-3 if sign != "**" else 0.1, -3, 0))
        b = b if b > 0 or b + width < 0 or sign != "/" else b + 3
        left, right = between(a, a + width), between(b, b + width)
        point = [each + width * Fraction(random.random()) for each in (a, b)]
        numbers = [in_precise(each) for each in point]
        named = {"/": ("divide", System), "**": ("power", System)}.get(sign)
        over, value = (
            (getattr(Balls(), named[0])(left, right), getattr(Precise(), named[0])(*numbers))
            if named
            else (both[sign](left, right), both[sign](*numbers))
        )
        assert holds_the(over, value)


@pytest.mark.parametrize("operation", REFUSING)
def test_what_has_no_intervals_is_refused(operation):
    count = len(inspect.signature(getattr(Balls(), operation)).parameters)
    with pytest.raises(Undefined):
        getattr(Balls(), operation)(*[ball(1)] * count)


def test_intervals_refute_an_equality_and_prove_none():
    assert Balls().equal(ball(1), ball(2)) is False
    assert Balls().equal(ball(1), ball(1)) is None
    assert Balls().equal(between(Fraction(0), Fraction(2)), ball(1)) is None


def near_its_value(name: str) -> tuple[Node, dict, Fraction]:
    """A function with letters, a small box, and its value there, rounded."""
    starts, *_ = next(each for each in drawn(name) if has_value(name, each[0]))
    letters = [[Symbol(f"a{place}{k}", Real) for k in range(len(start))] for place, start in enumerate(starts)]
    arguments = [Column(tuple(each)) if size else each[0] for size, each in zip(shapes(name), letters, strict=True)]
    pairs_ = [pair for names, start in zip(letters, starts, strict=True) for pair in zip(names, start, strict=True)]
    box = {symbol.name: (value, value + SHARE**3) for symbol, value in pairs_}
    node = Apply(Known(name), tuple(arguments))
    value = evaluate(node, World({symbol.name: in_precise(at) for symbol, at in pairs_}), Precise())
    if isinstance(value, np.ndarray):
        node, value = node[1], value.flat[0]
    return node, box, Fraction(str(mp.nstr(value, 15)))


def has_value(name: str, starts: list) -> bool:
    """Whether a function has a value there in both systems, and is not near what a broken one would give."""
    try:
        Balls().known(name, placed(name, starts, ball))
        value = np.ravel(Precise().known(name, placed(name, starts, in_precise)))[0]
    except Undefined:
        return False
    return abs(value + 1) > 0.01


def bounds(name: str) -> tuple[list, list]:
    """Inequalities about one function that are true, and that are false, each with its box."""
    node, box, value = near_its_value(name)
    below, above = value - SHARE, value + SHARE
    true = [Claim(node - below, strict=True), Claim(above - node, strict=True)]
    false = [Claim(node - above, strict=False), Claim(below - node, strict=False)]
    return [(claim, box) for claim in true], [(claim, box) for claim in false]


def is_proven(claim: Claim, box: dict) -> bool:
    """Whether branch and bound proves a claim on a box; an exception is no proof."""
    try:
        return boxes.holds_on(claim, [box])
    except (ArithmeticError, AttributeError, TypeError, ValueError):
        return False


WIDE = {"x": (Fraction(-3), Fraction(3))}
RIGHT = {"x": (Fraction(1, 4), Fraction(3))}
PIECES = cases((2, x < 0), (1 + x, x >= 0))
TRUE = [
    (Claim(pi - 3, strict=True), UNIT),
    (Claim(Ratio(16, 5) - pi, strict=True), UNIT),
    (Claim(x**2 - x + 1, strict=True), WIDE),
    (Claim(exp(x) - 1 - x, strict=False, touching=(Touching(x, 0 * x, 2),)), WIDE),
    (Claim(1 / (1 + x**2) - Ratio(1, 11), strict=True), WIDE),
    (Claim(2 - 1 / (1 + x**2), strict=True), WIDE),
    (Claim(Derivative(x**3 + x, x), strict=True), WIDE),
    (Claim(29 - Derivative(x**3 + x, x), strict=True), WIDE),
    (Claim(PIECES - Ratio(1, 2), strict=True), WIDE),
    (Claim(x, strict=True, conditions=(x > Ratio(1, 2),)), UNIT),
    (Claim(1 - x**3, strict=False, touching=(Touching(x, 1 + 0 * x, 1),)), UNIT),
    (Claim(x**2 + y**2 - x * y + Ratio(1, 1000), strict=True), UNIT | {"y": UNIT["x"]}),
]
FALSE = [
    (Claim(3 - pi, strict=False), UNIT),
    (Claim(x**2 - x, strict=False), WIDE),
    (Claim(x**3, strict=False, touching=(Touching(x, 0 * x, 3),)), UNIT),
    (Claim(x**2, strict=True, touching=(Touching(x, 0 * x, 2),)), UNIT),
    (Claim(Ratio(1, 11) - 1 / (1 + x**2), strict=False), WIDE),
    (Claim(-Derivative(x**3 + x, x), strict=False), WIDE),
    (Claim(PIECES - Ratio(3, 2), strict=False), WIDE),
    (Claim(x * (x - 2), strict=False, conditions=(x > Ratio(1, 2),)), WIDE),
    (Claim(sin(3 * x) - Ratio(99, 100) * x, strict=False), RIGHT),
]


@pytest.mark.parametrize("name", KNOWN)
def test_bounds_on_a_known_function_are_proven_where_true_and_never_where_false(name):
    true, false = bounds(name)
    assert [is_proven(*each) for each in true + false] == [True] * len(true) + [False] * len(false)


@pytest.mark.parametrize("place", range(len(TRUE)))
def test_a_true_inequality_is_proven(place):
    assert is_proven(*TRUE[place])


@pytest.mark.parametrize("place", range(len(FALSE)))
def test_a_false_inequality_is_never_proven(place):
    assert not is_proven(*FALSE[place])


@pytest.mark.parametrize("seed", range(20))
def test_no_polynomial_is_proven_to_lie_above_what_it_falls_below(seed):
    random = Random(seed)
    weights = [Fraction(random.randint(-9, 9), 4) for _ in range(5)]
    grid = [Fraction(k, 64) for k in range(-128, 129)]
    least = min(sum(w * t**k for k, w in enumerate(weights)) for t in grid)
    polynomial, box = sum((w * x**k for k, w in enumerate(weights))), {"x": (grid[0], grid[-1])}
    assert is_proven(Claim(polynomial - (least - Fraction(1, 4)), strict=True), box)
    assert not is_proven(Claim(polynomial - (least + Fraction(1, 10**9)), strict=False), box)


def test_a_proof_is_claimed_only_on_the_box_it_says():
    radius, found = boxes.proven(Claim(100 - x, strict=True))
    assert (radius, found) == (64, [{"x": (-64, 64)}])
    assert boxes.proven(Claim(3 - x, strict=True)) is None
    assert inequalities.proof(AtLeast(100 - x, 0)) == "x from -64 to 64"
    assert inequalities.proof(AtLeast(3 - x, 0)) == ""


def test_a_box_leaves_out_what_the_domain_leaves_out():
    root = Symbol("r", NonNegative)
    assert boxes.domain([root], Fraction(4)) == [{"r": (0, 4)}]
    assert is_proven(Claim(root, strict=False), boxes.domain([root], Fraction(4))[0])
    assert is_proven(Claim(3 - sqrt(x), strict=True), RIGHT)
    assert not is_proven(Claim(10 + ln(x), strict=True), UNIT)


def misjudged(true: list, false: list) -> bool:
    """Whether a true claim is no longer proven, or a false one is."""
    return not all(is_proven(*each) for each in true) or any(is_proven(*each) for each in false)


def wrong(value: Any) -> Any:
    """Another value of the same sort; for a truth, the opposite, and for nothing known, a truth."""
    return not value if value is None or isinstance(value, bool) else value + value + 1


@contextmanager
def replaced(owner: Any, name: str, other: Callable) -> Iterator[None]:
    """A function of a module or class, or an entry of a table, with another one in its place."""
    if isinstance(owner, dict):
        right, owner[name] = owner[name], other
    else:
        right = getattr(owner, name)
        setattr(owner, name, other)
    yield
    if isinstance(owner, dict):
        owner[name] = right
    else:
        setattr(owner, name, right)


@pytest.mark.parametrize("name", KNOWN)
def test_a_broken_known_function_loses_a_proof_or_proves_what_is_false(name):
    claims, right = bounds(name), KNOWN[name]
    with replaced(KNOWN, name, lambda *arguments: wrong(right(*arguments))):
        assert misjudged(*claims)


ASKED = sorted(System.__abstractmethods__ - set(REFUSING) - {"equal"})


@pytest.mark.parametrize("operation", ASKED)
def test_a_broken_operation_of_intervals_loses_a_proof_or_proves_what_is_false(operation):
    right, (true, false) = getattr(Balls, operation), bounds("exp")
    with replaced(Balls, operation, lambda *arguments: wrong(right(*arguments))):
        assert misjudged(TRUE + true, FALSE + false)


STEPS = [
    name
    for name, function in inspect.getmembers(boxes, inspect.isfunction)
    if function.__module__ == boxes.__name__ and function.__annotations__["return"] == "bool" and name != "is_small"
]


@pytest.mark.parametrize("truth", [True, False])
@pytest.mark.parametrize("step", STEPS)
def test_a_step_of_the_proof_that_always_says_the_same_is_noticed(step, truth):
    with replaced(boxes, step, lambda *arguments: truth):
        assert misjudged(TRUE, FALSE)
