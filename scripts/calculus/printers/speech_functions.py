"""Spoken arms for functions and their values, and for the named operators of linear algebra."""

from __future__ import annotations

from calculus.language import words as w
from calculus.language.functions import KNOWN
from calculus.language.node import Node
from calculus.printers.spoken import ATOM, NAME, TIGHT, Phrase, arm, held, listed, phrase, say

ORDERS = {1: "prime", 2: "double prime", 3: "triple prime"}
NTH = {2: "second", 3: "third"}
NAMED = {w.Diag: "the diagonal matrix of", w.Trace: "the trace of", w.Determinant: "the determinant of"}


@arm
def known(node: w.Known) -> Phrase:
    return Phrase(KNOWN[node.name].spoken.removesuffix(" of"))


@arm
def prime(node: w.Prime) -> Phrase:
    order = 1 if node.order is None else getattr(node.order, "value", None)
    if order in ORDERS and is_name(node.body):
        return Phrase(f"{say(node.body)} {ORDERS[order]}")
    return Phrase(f"the {nth(node)} of {held(node.body, TIGHT).words}", ATOM, not is_name(node.body))


def nth(node: w.Prime) -> str:
    """`derivative`, `second derivative`, `k-th derivative`, `derivative of order n plus 1`."""
    if node.order is None:
        return "derivative"
    if isinstance(node.order, w.Symbol):
        return f"{say(node.order)}-th derivative"
    value = getattr(node.order, "value", None)
    return f"{NTH[value]} derivative" if value in NTH else f"derivative of order {say(node.order)}"


def is_name(node: Node) -> bool:
    """Whether a function is said as one name, after which `prime` is clear."""
    return isinstance(node, w.Symbol | w.Entry) or (isinstance(node, w.Known) and not say(node).startswith("the "))


@arm
def nabla(node: w.Nabla) -> Phrase:
    return Phrase(f"the gradient of {say(node.function)}", ATOM)


@arm
def compose(node: w.Compose) -> Phrase:
    return Phrase(f"{say(node.outer)} after {say(node.inner)}", TIGHT)


@arm
def inverse_function(node: w.InverseFunction) -> Phrase:
    return Phrase(f"the inverse of {say(node.function)}", ATOM)


@arm
def apply(node: w.Apply) -> Phrase:
    base = node.function.body if isinstance(node.function, w.Prime) else node.function
    if isinstance(base, w.Known) and base is node.function:
        return STYLES.get(KNOWN[base.name].style, call)(node)
    return huber(node) if isinstance(base, w.Known) and base.name == "huber" else call(node)


def call(node: w.Apply) -> Phrase:
    """`f of x`, or `the gradient of f at x` where the function itself takes an *of*."""
    name = say(node.function)
    argument = arguments(node)
    word = "at" if " of " in name or " after " in name else "of"
    return Phrase(f"{name} {word} {argument.words}", ATOM, argument.open)


def arguments(node: w.Apply) -> Phrase:
    """One argument as a whole, or several in a list."""
    if len(node.arguments) == 1:
        return whole(node.arguments[0])
    return Phrase(listed([whole(argument).words for argument in node.arguments]), ATOM, True)


def whole(node: Node) -> Phrase:
    """An argument as one thing; a minus before one thing needs no announcement."""
    if isinstance(node, w.Negative) and phrase(node.body).level >= TIGHT:
        return phrase(node)
    return held(node, TIGHT)


def exponential(node: w.Apply) -> Phrase:
    exponent = whole(node.arguments[0])
    return Phrase(f"e to the power {exponent.words}", ATOM, exponent.open)


def huber(node: w.Apply) -> Phrase:
    first, second = (held(argument, TIGHT).words for argument in node.arguments)
    word = "at" if isinstance(node.function, w.Prime) else "of"
    return Phrase(f"{say(node.function)} {word} {first} with threshold {second}", ATOM)


def factorial(node: w.Apply) -> Phrase:
    return Phrase(f"{held(node.arguments[0], NAME).closed} factorial")


def name_only(node: w.Apply) -> Phrase:
    return Phrase(say(node.function))


def divided(node: w.Apply) -> Phrase:
    of, from_ = (held(argument, TIGHT).words for argument in node.arguments)
    return Phrase(f"{say(node.function)} of {of} from {from_}", ATOM)


STYLES = {
    "exponential": exponential, "subscripted": huber, "factorial": factorial,
    "name": name_only, "loss": name_only, "divided": divided,
}  # fmt: skip


@arm
def diag(node: w.Diag | w.Trace | w.Determinant) -> Phrase:
    body = held(node.body, TIGHT)
    return Phrase(f"{NAMED[type(node)]} {body.words}", ATOM, body.open)


@arm
def eigenvalue(node: w.Eigenvalue) -> Phrase:
    body = held(node.body, TIGHT)
    named = {"min": "smallest", "max": "largest"}[node.which]
    return Phrase(f"the {named} eigenvalue of {body.words}", ATOM, body.open)


@arm
def norm(node: w.Norm) -> Phrase:
    kind = {"": "norm", "F": "Frobenius norm", "infinity": "maximum norm"}.get(node.order, f"{node.order}-norm")
    body = held(node.body, TIGHT)
    return Phrase(f"the {kind} of {body.words}", ATOM, body.open)


@arm
def stacked(node: w.Stacked) -> Phrase:
    body = held(node.body, TIGHT)
    return Phrase(f"the stacked columns of {body.words}", ATOM, body.open)


@arm
def kronecker(node: w.Kronecker) -> Phrase:
    left, right = phrase(node.left), held(node.right, TIGHT)
    return Phrase(f"the Kronecker product of {left.closed} and {right.words}", ATOM, True)


@arm
def inner(node: w.Inner) -> Phrase:
    left, right = phrase(node.left), held(node.right, TIGHT)
    return Phrase(f"the inner product of {left.closed} and {right.words}", ATOM, True)


@arm
def ones(node: w.Ones) -> Phrase:
    return Phrase("the vector of ones")


@arm
def identity(node: w.Identity) -> Phrase:
    return Phrase("the identity matrix")


@arm
def unit(node: w.Unit) -> Phrase:
    return Phrase(f"e sub {say(node.index)}")
