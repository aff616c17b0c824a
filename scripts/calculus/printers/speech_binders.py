"""Spoken arms for sums, derivatives, limits, integrals, optima and values by case."""

from __future__ import annotations

from calculus.language import words as w
from calculus.printers.layout_slopes import is_plain
from calculus.printers.spoken import ATOM, CLAIM, PRODUCT, TIGHT, Phrase, arm, held, phrase, say

BIG = {w.Sum: "the sum", w.Product: "the product", w.Largest: "the maximum"}
NTH = {1: "", 2: "second ", 3: "third "}
SOUGHT = {"argmin": "the value of {} that minimizes", "argmax": "the value of {} that maximizes",
          "min": "the minimum over {} of", "max": "the maximum over {} of"}  # fmt: skip


@arm
def bound(node: w.Sum | w.Product | w.Largest) -> Phrase:
    body = held(node.body, PRODUCT)
    between = f" from {say(node.lower)} to {say(node.upper)}" if node.lower is not None else ""
    between = f" in {say(node.over)}" if node.over is not None else between
    return Phrase(f"{BIG[type(node)]} over {say(node.index)}{between} of {body.words}", TIGHT, True)


@arm
def derivative(node: w.Derivative) -> Phrase:
    body = phrase(node.body)
    nth = NTH.get(node.order, f"order {node.order} ")
    return Phrase(f"the {nth}derivative of {body.words} with respect to {say(node.variable)}", ATOM)


@arm
def partial(node: w.Partial) -> Phrase:
    """In several variables a partial is taken from the right, which is the order they are said in."""
    names = ", then ".join(say(variable) for variable in reversed(node.variables))
    nth = NTH.get(len(node.variables), f"order {len(node.variables)} ")
    body, point = phrase(node.body), ""
    if isinstance(node.body, w.Apply) and isinstance(node.body.function, w.Symbol):
        body = phrase(node.body.function)
        place = " and ".join(held(argument, TIGHT).words for argument in node.body.arguments)
        point = f"{',' * (len(node.variables) > 1)} at {place}"
    return Phrase(f"the {nth}partial derivative of {body.words} with respect to {names}{point}", ATOM)


def slope(name: str, node: w.Gradient | w.Jacobian | w.Hessian) -> Phrase:
    """A gradient or matrix of derivatives, of f at x or of a longer body with respect to x."""
    variable = say(node.variable)
    if is_plain(node.body, node.variable):
        return Phrase(f"the {name} of {say(node.body.function)} at {variable}", ATOM)
    return Phrase(f"the {name} of {say(node.body)} with respect to {variable}", ATOM)


@arm
def gradient(node: w.Gradient) -> Phrase:
    return slope("gradient", node)


@arm
def jacobian(node: w.Jacobian) -> Phrase:
    return slope("Jacobian", node)


@arm
def hessian(node: w.Hessian) -> Phrase:
    return slope("Hessian", node)


@arm
def directional(node: w.Directional) -> Phrase:
    point = held(node.point, TIGHT)
    return Phrase(f"the derivative of {say(node.function)} at {point.closed} along {say(node.direction)}", ATOM)


@arm
def limit(node: w.Limit) -> Phrase:
    side = {"+": " from above", "-": " from below"}.get(node.side, "")
    start = f"the limit as {say(node.variable)} approaches {say(node.target)}{side} of"
    return Phrase(f"{start} {held(node.body, PRODUCT).words}", TIGHT, True)


@arm
def integral(node: w.Integral) -> Phrase:
    ends = f"from {say(node.lower)} to {say(node.upper)}"
    return Phrase(f"the integral {ends} of {say(node.body)} with respect to {say(node.variable)}", ATOM)


@arm
def optimum(node: w.Optimum) -> Phrase:
    subject = f", where {say(node.subject)}," if node.subject is not None else ""
    start = SOUGHT[node.which].format(say(node.variable) + subject)
    return Phrase(f"{start} {held(node.body, PRODUCT).words}", TIGHT, True)


@arm
def expectation(node: w.Expectation) -> Phrase:
    return Phrase(f"the expected value over {say(node.draw)} of {held(node.body, PRODUCT).words}", TIGHT, True)


@arm
def at(node: w.At) -> Phrase:
    body = phrase(node.body)
    return Phrase(f"{body.closed} at {say(node.variable)} equal to {say(node.value)}", TIGHT, True)


@arm
def cases(node: w.Cases) -> Phrase:
    pairs = zip(node.values, node.tests, strict=True)
    return Phrase(", and ".join(f"{say(value)} when {say(test)}" for value, test in pairs), CLAIM, True)


@arm
def indicator(node: w.Indicator) -> Phrase:
    return Phrase(f"the indicator that {say(node.test)}", TIGHT, True)


@arm
def listing(node: w.Listing) -> Phrase:
    entries = f"{say(node.body)} for {say(node.index)} from 1 to {node.index.kind.size}"
    return Phrase(f"the column with entries {entries}", PRODUCT, True)
