"""A claim of a sentence in one world: true when our own evaluator and the libraries both find it so, in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction

import numpy as np

from calculus.check.decide import decide
from calculus.check.time_limit import TooLong, limited
from calculus.interpreters import Exact, Precise, System, Undefined, World, evaluate
from calculus.interpreters.arrays import each
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node

SECONDS = 10  # for one road; a page is read by people who wait
LARGEST = 10**6  # exponents beyond it, one on top of another, make exact numbers too long to write down
UNANSWERED = (Undefined, NotImplementedError, KeyError, ValueError, TypeError, ArithmeticError, RecursionError)
Ask = Callable[[], bool | None]


def truth(claim: Node, world: World) -> bool | None:
    """Whether a claim holds in a world."""

    def beside_libraries() -> bool | None:
        from calculus.check.reference import beside_libraries as decided  # late: JAX takes a second to load

        return decided(claim, world).truth

    asked: list[Ask] = [lambda: decide(claim, world, Precise()).truth]
    if is_short(claim):
        asked.append(lambda: decide(claim, world, Exact()).truth)
    return by_both(asked, beside_libraries)


def agree(left: Node, right: Node, tolerance: Fraction, world: World) -> bool | None:
    """Whether two values are no further apart than a tolerance."""

    def by(system: System) -> bool | None:
        gaps = each(abs, evaluate(left, world, system) - evaluate(right, world, system))
        near = [system.holds(gap, "<=", system.number(tolerance)) for gap in np.ravel(gaps)]
        return all(near) if all(isinstance(each, bool) for each in near) else None

    def beside_libraries() -> bool | None:
        from calculus.interpreters.reference import value

        return bool(np.all(np.abs(value(left, world) - value(right, world)) <= float(tolerance)))

    exact = [lambda: by(Exact())] if is_short(left) and is_short(right) else []
    return by_both([lambda: by(Precise()), *exact], beside_libraries)


def by_both(own: Iterable[Ask], libraries: Ask) -> bool | None:
    """True if the first of our own roads that knows says so and the libraries too; false if either does."""
    answers = (answered(ask) for ask in own)
    ours = next((answer for answer in answers if answer is not None), None)
    theirs = None if ours is False else answered(libraries)
    return False if False in (ours, theirs) else True if ours and theirs else None


def answered(ask: Ask) -> bool | None:
    """What a road says; nothing where it has no value, or takes too long."""
    try:
        with limited(SECONDS):
            return ask()
    except (*UNANSWERED, TooLong):
        return None


def is_short(node: Node) -> bool:
    """Whether exact numbers stay short: no large exponent, none that is a power itself, no factorial."""
    powers = [part for part in node.walk() if isinstance(part, w.Power)]
    if any(isinstance(part, w.Power) for power in powers for part in power.exponent.walk()):
        return False
    exponents = [as_fraction(power.exponent) for power in powers]
    factor = np.prod([max(1.0, abs(float(exponent))) for exponent in exponents if exponent is not None])
    return bool(factor <= LARGEST) and w.Known("factorial") not in node.walk()
