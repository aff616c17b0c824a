"""What the lines of a derivation add up to, and whether that is what the formula says."""

from __future__ import annotations

from collections.abc import Iterator

from calculus.conditions import given
from calculus.language import absolute
from calculus.language import words as w
from calculus.language.node import LanguageError, Node
from calculus.language.statements import Both, Equal, Statement, zero
from calculus.language.symbols import Symbol, free_symbols
from calculus.parser.claims import Declared, parts, pieces
from calculus.parser.covering import holds_for
from calculus.parser.meaning import plain, unconditional
from calculus.parser.renaming import form
from calculus.printers.spoken import say


def implied(start: Node, final: Statement) -> Iterator[Statement]:
    """What is shown even if the start need not hold: what follows from it, and where alone an optimum can lie."""
    yield w.Implies(start, final)
    slope, nothing = start.terms
    if isinstance(slope, w.Gradient | w.Derivative) and zero(nothing) and final.terms[0] == slope.variable:
        for which in ("argmin", "argmax"):
            yield Equal(w.Optimum(which, slope.body, slope.variable), final.terms[1])


def expanded(final: w.Expansion) -> Iterator[Statement]:
    """The derivative that stands before the step, where the value after a small step is expanded to first order."""
    step, right = final.variable, final.right
    length = absolute(step) if step.is_scalar else w.Norm(step) if step.shape[1] == 1 else w.Norm(step, "F")
    if (final.letter, final.size) not in (("o", length), ("O", length**2)) or not isinstance(right, w.Add):
        return
    match right.right:
        case w.Multiply(w.Transpose(slope), factor) if factor == step:
            make: type[w.Gradient] | type[w.Derivative] = w.Gradient
        case w.Inner(slope, factor) if factor == step:
            make = w.Gradient
        case w.Multiply(slope, factor) if factor == step and step.is_scalar:
            make = w.Derivative
        case _:
            return
    for symbol in free_symbols(right.left).values():
        if symbol.shape == step.shape and right.left.substitute({symbol: symbol + step}) == final.left:
            yield Equal(make(right.left, symbol), slope)


def says(shown: Statement, target: Statement) -> bool:
    """Whether the formula, or one link of it, is an instance of what is shown, for all letters it speaks of."""
    return any(
        Declared({"shown": ours}).find(part)
        for ours, theirs in ((shown, target), (spelled_out(shown), spelled_out(target)))
        for part in claimed(theirs)
    )


def spelled_out(node: Node) -> Node:
    """The tree with what each alias stands for in its place."""
    inside = {alias: spelled_out(alias.body) for alias in node.walk() if isinstance(alias, w.Alias)}
    return unconditional(node).substitute(inside)


def claimed(target: Statement) -> Iterator[Node]:
    """What a formula claims: each part that is no definition, whole and in pairs of its terms."""
    for part in parts(plain(target)):
        if not isinstance(part, w.Definition):
            yield from pieces(part)


def bridge(final: Statement, target: Statement, symbols: tuple[Symbol, ...]) -> Statement:
    """The equalities that lead from the last line to the formula where the two are not written alike."""
    if not isinstance(final, w.Relation):
        raise LanguageError("the last line must be what the formula says, letter for letter")
    near = [each for each in claimed(target) if isinstance(each, w.Relation) and each.signs == final.signs]
    if not near:
        raise LanguageError(f"the lines show that {say(final)}, which is another kind of claim than the formula")
    closest = max(near, key=lambda each: sum(a == b for a, b in zip(each.terms, plain(final).terms, strict=True)))
    for name, symbol in free_symbols(closest).items():
        covering = next((each for each in symbols if each.name == name), None)
        if covering is None or not holds_for(covering.kind, symbol.kind):
            raise LanguageError(f"the formula speaks of every {name} of its kind, and the derivation does not")
    return Both(*(Equal(ours, theirs) for ours, theirs in zip(final.terms, closest.terms, strict=True)))


def unstated(final: Statement, target: Statement) -> list[str]:
    """Conditions of the derivation that the formula does not have, in words."""
    stated = {form(plain(each)) for each in given(target)}
    return [say(each) for each in given(final) if form(plain(each)) not in stated]
