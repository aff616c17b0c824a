"""Arms for conditions: what a symbol is, in the fewest marks a reader knows."""

from __future__ import annotations

from functools import partial, reduce, singledispatch

from calculus.conditions import Typing, Vanishing, bounds
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.notation import parts
from calculus.printers.dialects import Dialect
from calculus.printers.layout import arm, joined, text
from calculus.printers.layout_statements import size_text
from calculus.printers.layout_symbols import styled
from calculus.printers.piece import RELATION, Piece

# What is said after the space an array or function lives in; the other traits need no word.
TRAITS = {
    "positive": "with positive entries", "simplex": "with positive entries of sum 1",
    "shares": "with nonnegative entries of sum 1", "unit interval": "with entries from 0 to 1",
    "symmetric": "symmetric",
    "invertible": "invertible", "orthogonal": "orthogonal", "positive definite": "symmetric, positive definite",
    "full column rank": "of full column rank",
    "orthonormal columns": "with orthonormal columns",
}  # fmt: skip
SMOOTH = {
    "level curve": "differentiable", "activation": "differentiable", "loss": "differentiable",
    "lipschitz gradient": "with a Lipschitz gradient", "convex": "differentiable, convex",
    "smooth convex": "convex with a Lipschitz gradient",
    "smooth strongly convex": "strongly convex with a Lipschitz gradient",
    "gradient dominated": "gradient-dominated with a Lipschitz gradient",
    "strictly increasing": "differentiable, increasing, onto", "any": "", "remainder": "", "punctured": "",
    "squeezed": "", "zero": "differentiable, zero at ", "lipschitz": "Lipschitz", "density": "probability density",
    "light density": "probability density with all moments",
    "moderate": "differentiable, with a slope of polynomial growth",
    "density family": "smooth densities on one support, with dominated moments",
}  # fmt: skip
OF_A_FUNCTION = {
    "minimizer": "a minimizer of", "lowest value": "the lowest value of",
    "constrained minimizer": "a constrained minimizer of",
    "stationary with positive curvature": "a minimum with positive curvature of",
}  # fmt: skip
OF_TWO_NUMBERS = {"differentiable": "continuously differentiable"}  # what a slope under an integral needs
ZEROS = "among the zeros of"  # where a constrained minimizer is looked for


@arm
def vanishing(node: Vanishing, dialect: Dialect) -> Piece:
    return Piece(dialect.form("tends", text(node.variable, dialect), "0"), RELATION)


@arm
def typing(node: Typing, dialect: Dialect) -> Piece:
    names = joined("comma", list(node.symbols), dialect).text
    return Piece(condition(node.kind, node, names, dialect), RELATION)


@singledispatch
def condition(kind: k.Kind, node: Typing, names: str, dialect: Dialect) -> str:
    """The condition that symbols of one kind meet."""
    raise NotImplementedError(f"no condition for the kind {type(kind).__name__}")


def noted(main: str, note: str, dialect: Dialect) -> str:
    """A condition followed by a word on it."""
    return main + dialect.form("text", f" {note}") if note else main


@condition.register
def number(kind: k.Number, node: Typing, names: str, dialect: Dialect) -> str:
    if kind.whole:
        start = str(kind.lower)
        return dialect.form("=", names, dialect.form("comma", f"{start}, {int(kind.lower) + 1}", dialect.form("dots")))
    interval = bounds(kind, node.symbols[0])
    if interval is None:
        return dialect.form("in", names, dialect.form("reals"))
    first, *rest = (names if term == node.symbols[0] else text(term, dialect) for term in interval.terms)
    for sign, term in zip(interval.signs, rest, strict=True):
        first = dialect.form(sign, first, term)
    return first


@condition.register
def size(kind: k.SizeKind, node: Typing, names: str, dialect: Dialect) -> str:
    return dialect.form("=", names, dialect.form("comma", "1, 2", dialect.form("dots")))


@condition.register
def index(kind: k.IndexKind, node: Typing, names: str, dialect: Dialect) -> str:
    last = dialect.form("comma", dialect.form("dots"), size_text(kind.size, dialect))
    return dialect.form("=", names, dialect.form("comma", "1", last))


@condition.register
def array(kind: k.Array, node: Typing, names: str, dialect: Dialect) -> str:
    """The space, and what narrows it: a word, or for unit and nonzero vectors a relation."""
    inside = noted(dialect.form("in", names, spaced(kind, dialect)), TRAITS.get(kind.trait, ""), dialect)
    if kind.trait == "unit":
        lengths = ", ".join(text(w.Norm(symbol), dialect) for symbol in node.symbols)
        return dialect.form("comma", inside, dialect.form("=", lengths, "1"))
    return dialect.form("comma", inside, dialect.form("!=", names, "0")) if kind.trait == "nonzero" else inside


def spaced(kind: k.Array, dialect: Dialect) -> str:
    return text(w.Space(kind.rows, kind.columns), dialect)


@condition.register
def function(kind: k.FunctionKind, node: Typing, names: str, dialect: Dialect) -> str:
    start, end = text(w.Space(kind.inputs, kind.columns), dialect), text(w.Space(kind.outputs), dialect)
    if kind.arity > 1:
        start = dialect.form("by", start, start)
    if point := missing_point(kind):
        start = dialect.form("without", start, styled(parts(point), "scalar", dialect).strip())
    mapped, words = dialect.form("maps", names, start, end), smoothness(kind)
    if kind.trait == "zero":
        return noted(mapped, words, dialect) + styled(parts(kind.parameter), "scalar", dialect)
    if not kind.constants:
        return noted(mapped, words, dialect)
    said = noted(mapped, f"{words}, {'constants' if len(kind.constants) > 1 else 'constant'} ", dialect)
    letters = [styled(parts(name), "scalar", dialect) for name in kind.constants]
    return said + reduce(partial(dialect.form, "comma"), letters)


def smoothness(kind: k.FunctionKind) -> str:
    """The words for a trait; a differentiable function of two numbers has slopes that are continuous in both."""
    words = SMOOTH.get(kind.trait, kind.trait)
    return OF_TWO_NUMBERS.get(words, words) if kind.arity == 2 else words


def missing_point(kind: k.FunctionKind) -> str:
    """The name of the one number at which a function need not have a value."""
    return {"punctured": kind.parameter, "squeezed": "".join(kind.parameter.split()[2:3])}.get(kind.trait, "")


@condition.register
def dependent(kind: k.Dependent, node: Typing, names: str, dialect: Dialect) -> str:
    trait = "differentiable" if kind.trait.startswith("root") else kind.trait
    return names + dialect.form("text", f" {trait} in ") + dialect.letter(kind.variable)


@condition.register
def special(kind: k.Special, node: Typing, names: str, dialect: Dialect) -> str:
    if kind.trait == "random":
        density, *parameters = (styled(parts(name), "scalar", dialect) for name in kind.of.split())
        of = [dialect.form("brackets", dialect.form("comma", dialect.form("dot held"), p.strip())) for p in parameters]
        return noted(names, "with density ", dialect) + (
            dialect.form("application", density.strip(), *of) if of else density.strip()
        )
    if kind.trait in SMOOTH:
        return noted(names, SMOOTH[kind.trait], dialect)
    space = dialect.form("in", names, text(w.Space(kind.rows), dialect))
    if kind.trait in OF_A_FUNCTION:
        field, *constraint = (styled(parts(name), "function", dialect) for name in kind.of.split())
        said = noted(space, f"{OF_A_FUNCTION[kind.trait]} ", dialect) + field
        return noted(said, f"{ZEROS} ", dialect) + constraint[0] if constraint else said
    return noted(space, "the same at every point of the curve", dialect) if kind.trait == "level" else space


@condition.register
def family(kind: k.FamilyKind, node: Typing, names: str, dialect: Dialect) -> str:
    member = Typing(tuple(w.Symbol(symbol.name, kind.of) for symbol in node.symbols))
    return text(member, dialect)


@condition.register
def subset(kind: k.SubsetKind, node: Typing, names: str, dialect: Dialect) -> str:
    first = dialect.form("comma", dialect.form("comma", "1", dialect.form("dots")), size_text(kind.size, dialect))
    drawn = dialect.form("subset", names, dialect.form("braces", first))
    count = dialect.form("=", dialect.form("bars", names), size_text(kind.count, dialect))
    return noted(dialect.form("comma", drawn, count), "drawn uniformly", dialect)


@condition.register
def layer(kind: k.LayerKind, node: Typing, names: str, dialect: Dialect) -> str:
    """The shape of the quantity in the layer l."""
    entries = [w.Entry(symbol, (w.Symbol("l", k.Natural),)) for symbol in node.symbols]
    space = w.Space(*entries[0].shape)
    return dialect.form("in", joined("comma", list(entries), dialect).text, text(space, dialect))
