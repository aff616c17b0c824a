"""Spoken arms for conditions: what a symbol is, in plain words."""

from __future__ import annotations

from functools import singledispatch

from calculus.conditions import Typing, Vanishing, bounds
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.shape import Size
from calculus.printers.layout_conditions import OF_A_FUNCTION, OF_TWO_NUMBERS, ZEROS
from calculus.printers.speech_arithmetic import name_said
from calculus.printers.speech_statements import size_said
from calculus.printers.spoken import CLAIM, Phrase, arm, listed, say

# What an array of each trait is called; the bar marks where a plural ending goes.
VECTORS = {
    "": "vector| with {} entries", "nonzero": "nonzero vector| with {} entries", "unit": "unit vector| with {} entries",
    "simplex": "vector| of {} positive entries that sum to 1", "positive": "vector| of {} positive entries",
    "shares": "vector| of {} entries, none negative, that sum to 1",
    "unit interval": "vector| of {} entries from 0 to 1",
}  # fmt: skip
SMOOTH = {
    "strictly increasing": "differentiable, strictly increasing, onto", "level curve": "differentiable",
    "activation": "differentiable", "lipschitz gradient": "", "convex": "differentiable convex",
    "smooth convex": "convex", "smooth strongly convex": "strongly convex", "gradient dominated": "gradient-dominated",
    "density": "", "light density": "", "density family": "", "moderate": "differentiable", "lipschitz": "", "any": "",
    "remainder": "", "punctured": "", "squeezed": "", "zero": "differentiable",
}  # fmt: skip
PLACED = {
    "lipschitz": " that is Lipschitz with constant {}", "zero": " that is zero at {}", "punctured": " other than {}",
    "squeezed": " other than {}", "density": " that is a probability density",
    "moderate": " with a slope of polynomial growth",
    "light density": " that is a probability density with all moments",
    "density family": " that is a density in its first input, smooth in its second, with a fixed support"
    " and dominated moments",
}  # fmt: skip
MATRICES = {
    "": "{} by {} ", "symmetric": "symmetric {} by {} ", "positive definite": "symmetric positive definite {} by {} ",
    "invertible": "invertible {} by {} ", "orthogonal": "orthogonal {} by {} ",
    "full column rank": "full column rank {} by {} ",
    "orthonormal columns": "orthonormal {} by {} ",
}  # fmt: skip


@arm
def vanishing(node: Vanishing) -> Phrase:
    return Phrase(f"as {say(node.variable)} goes to zero", CLAIM, True)


@arm
def typing(node: Typing) -> Phrase:
    """The condition; what one symbol is called a *vector*, several are called *vectors*."""
    names = listed([say(symbol) for symbol in node.symbols])
    return Phrase(f"for {condition(node.kind, names, len(node.symbols) > 1, node)}", CLAIM, True)


def noun(singular: str, many: bool) -> str:
    """A noun phrase with its article, or its first noun in the plural."""
    first, _, rest = singular.partition("|")
    if many:
        return f"{first}s{rest}"
    return f"{'an' if first.startswith(('a', 'i', 'o', 'n by', 'm by')) else 'a'} {first}{rest}"


@singledispatch
def condition(kind: k.Kind, names: str, many: bool, node: Typing) -> str:
    """What symbols of one kind are, in words."""
    raise NotImplementedError(f"no condition in words for the kind {type(kind).__name__}")


@condition.register
def number(kind: k.Number, names: str, many: bool, node: Typing) -> str:
    every = "all" if many else "every"
    if kind.whole:
        return f"{every} whole {names} from {kind.lower} on"
    interval = bounds(kind, node.symbols[0])
    if interval is None:
        return f"{every} real {names}"
    if kind.upper is not None:
        return f"{every} {names} between {kind.lower} and {kind.upper}{', ends included' if kind.closed else ''}"
    word = "other than" if kind.nonzero else "of at least" if kind.closed else "greater than"
    return f"{every} {names} {word} {kind.lower or 0}"


@condition.register
def size(kind: k.SizeKind, names: str, many: bool, node: Typing) -> str:
    return f"every size {names}"


@condition.register
def index(kind: k.IndexKind, names: str, many: bool, node: Typing) -> str:
    return f"{names} from 1 to {size_said(kind.size)}"


@condition.register
def array(kind: k.Array, names: str, many: bool, node: Typing) -> str:
    if kind.columns == 1:
        return f"{names} {noun(VECTORS[kind.trait].format(size_said(kind.rows)), many)}"
    sizes = MATRICES[kind.trait].format(size_said(kind.rows), size_said(kind.columns))
    return f"{names} {noun(sizes + ('matrice|' if many else 'matrix|'), many)}"


@condition.register
def function(kind: k.FunctionKind, names: str, many: bool, node: Typing) -> str:
    between = f"from {space_said(kind.inputs)} to {space_said(kind.outputs)}"
    if kind.outputs == 1:
        between = "of two numbers" if kind.arity == 2 else f"of {space_said(kind.inputs, 'one number', kind.columns)}"
    trait = SMOOTH.get(kind.trait, kind.trait)
    trait = OF_TWO_NUMBERS.get(trait, trait) if kind.arity == 2 else trait
    after = hypothesis(kind)
    if len(trait.split()) > 3:
        trait, after = "", f", {trait}"
    return f"{names} {noun(f'{trait} function|'.strip(), many)} {between}{after}"


def hypothesis(kind: k.FunctionKind) -> str:
    """What the constants of a function say: its least curvature, its gradient's Lipschitz constant; its odd place."""
    if kind.trait in PLACED:
        names = [name_said(name) for name in kind.parameter.split()]
        return PLACED[kind.trait].format(*names[-2 if kind.trait == "squeezed" else 0 :])
    *least, most = (name_said(name) for name in kind.constants) if kind.constants else ("",)
    if kind.trait == "strongly convex":
        least, most = [most], ""
    curved = f" with constant {least[0]}" if least else ""
    smooth = f" whose gradient is Lipschitz with constant {most}" if most else ""
    return f"{curved}{' and' if curved and smooth else ''}{smooth}"


def space_said(rows: Size, one: str = "numbers", columns: Size = 1) -> str:
    if columns != 1:
        return f"{size_said(rows)} by {size_said(columns)} matrices"
    return one if rows == 1 else f"vectors with {size_said(rows)} entries"


@condition.register
def dependent(kind: k.Dependent, names: str, many: bool, node: Typing) -> str:
    return f"{names} {'differentiable' if kind.trait.startswith('root') else kind.trait} in {kind.variable}"


@condition.register
def special(kind: k.Special, names: str, many: bool, node: Typing) -> str:
    if kind.trait == "random":
        density, *parameters = (name_said(name) for name in kind.of.split())
        return f"{names} a random number with density {density}" + "".join(f" at parameter {p}" for p in parameters)
    if kind.trait == "loss":
        return f"{names} a differentiable loss"
    if kind.trait == "level":
        return f"a number {names} that is the same at every point of the curve"
    if kind.trait in OF_A_FUNCTION:
        functions = f" {ZEROS} ".join(name_said(name) for name in kind.of.split())
        return f"{names} {OF_A_FUNCTION[kind.trait]} {functions}"
    return condition(k.Real, names, many, node) if kind.rows == 1 else condition(k.Array(kind.rows), names, many, node)


@condition.register
def family(kind: k.FamilyKind, names: str, many: bool, node: Typing) -> str:
    return condition(kind.of, names, many, Typing(tuple(w.Symbol(each.name, kind.of) for each in node.symbols)))


@condition.register
def layer(kind: k.LayerKind, names: str, many: bool, node: Typing) -> str:
    return f"{names} the {kind.quantity} of each layer"


@condition.register
def subset(kind: k.SubsetKind, names: str, many: bool, node: Typing) -> str:
    return f"{names} a set of {size_said(kind.count)} indices drawn uniformly from 1 to {size_said(kind.size)}"
