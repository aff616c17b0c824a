"""The opening lines of a SymPy program: each symbol as a letter with its assumptions, or as the example's number."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from itertools import groupby

from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import Symbol, free_symbols
from calculus.source import scope
from calculus.source.dialects import SYMPY
from calculus.source.examples import Example, example
from calculus.source.expressions import identifier
from calculus.source.syntax import Code, constant, fill, name
from calculus.source.values import value

# SymPy decides no sign of a letter: where one is asked for, it gets the example's numbers.
BRANCHING = ("absolute", "sign", "relu", "maximum", "minimum", "huber", "median", "mean_absolute_error")
POINTED = w.Indicator | w.Cases | w.Largest | w.Optimum | w.Exists | w.Implies | w.Equivalent | w.Property | w.Inverse
POINTED_TRAITS = (
    "unit", "invertible", "orthogonal", "orthonormal columns", "positive definite", "full column rank", "zero",
)  # fmt: skip
HYPERBOLIC = ("tanh", "cosh")  # SymPy compares them with exponentials only when they are written as such
# Where no general answer is known to SymPy, an unknown function is the example's.
CONCRETE = (
    w.Limit | w.Exists | w.Expansion | w.Implies | w.Equivalent | w.Property | w.InverseFunction | w.Directional
    | w.Optimum | w.Integral | w.Expectation
)  # fmt: skip
MOVED = w.Derivative | w.Partial | w.Gradient | w.Jacobian | w.Hessian


def is_tangled(node: Node) -> bool:
    """Whether slopes are taken that SymPy writes in two ways: in one number at all places, or at a value set later."""
    match node:
        case w.Alias(_, w.Multiply(_, w.Ones())) | w.At(w.Partial()):
            return True
    return False


@dataclass(frozen=True)
class View:
    """How one formula is shown: which names stay letters, and the numbers they get in the end."""

    formula: Formula
    at_point: bool
    concrete: bool
    letters: frozenset[str]
    placed: frozenset[str]  # those of the letters that are not bound, so that numbers can take their place
    counted: frozenset[str]
    hyperbolic: bool
    example: Example


def view(formula: Formula) -> View:
    """The view of a formula, decided by the types of its nodes alone."""
    nodes = list(claimed(formula.statement))
    ordered = any(set(getattr(node, "signs", "=")) - {"="} for node in nodes if not isinstance(node, w.Definition))
    branching = any(isinstance(node, w.Known) and node.name in BRANCHING for node in nodes)
    traits = any(getattr(symbol.kind, "trait", "") in POINTED_TRAITS for symbol in formula.symbols)
    constrained = any(getattr(symbol.kind, "trait", "") == "constrained minimizer" for symbol in formula.symbols)
    return View(
        formula,
        at_point=ordered or branching or traits or any(isinstance(node, POINTED) for node in nodes),
        concrete=ordered or constrained or any(isinstance(node, CONCRETE) or is_tangled(node) for node in nodes),
        letters=frozenset((*moved(nodes), *bound(nodes))),
        placed=frozenset(moved(nodes)) - frozenset(bound(nodes)),
        counted=frozenset(counts(nodes)),
        hyperbolic=any(isinstance(node, w.Known) and node.name in HYPERBOLIC for node in nodes),
        example=example(formula),
    )


def claimed(node: Node) -> Iterator[Node]:
    """A statement and everything below it, but for the conditions it is given."""
    yield node
    for (field, _), child in node.slots():
        if field != "given":
            yield from claimed(child)


def moved(nodes: list[Node]) -> Iterator[str]:
    """The names that something is differentiated in."""
    for node in nodes:
        if isinstance(node, MOVED):
            variables = node.variables if isinstance(node, w.Partial) else (node.variable,)
            letters = (
                each.body if isinstance(each, w.Previous) else getattr(each, "array", each) for each in variables
            )
            yield from (identifier(each.name) for each in letters)
        elif isinstance(node, w.Symbol) and isinstance(node.kind, k.Dependent):
            yield identifier(node.kind.variable)


def bound(nodes: list[Node]) -> Iterator[str]:
    """The names that a limit or an integral runs over, and the like."""
    for node in nodes:
        if isinstance(node, w.Limit | w.Integral | w.Optimum | w.Exists | w.At | w.Expansion):
            yield identifier(node.variable.name)
        if isinstance(node, w.Expectation) and isinstance(node.draw.kind, k.Special):
            yield identifier(node.draw.name)


def counts(nodes: list[Node]) -> Iterator[str]:
    """The names that count something, which must be numbers: bounds of sums, orders of derivatives, places."""
    for node in nodes:
        bounds = (node.lower, node.upper) if isinstance(node, w.Bound) else ()
        orders = (node.order,) if isinstance(node, w.Prime) else ()
        places = node.indices if isinstance(node, w.Entry) else ()
        for each in (*bounds, *orders, *places):
            yield from map(identifier, free_symbols(each) if each is not None else ())


def declarations(shown: View, names: list[str]) -> list[tuple[str, Code]]:
    """A line for each symbol that is read, letters of one kind together."""
    symbols = [s for s in needed(shown, names) if identifier(s.name) in names]
    lines = []
    for (assumed, own_line), group in groupby(symbols, lambda symbol: together(symbol, shown)):
        members = {identifier(symbol.name): symbol.kind for symbol in group}
        if own_line:
            lines += [line for called, kind in members.items() for line in own_lines(kind, called, names, shown)]
        else:
            lines.append((", ".join(members), letters(" ".join(map(spelled, members)), assumed)))
    return lines


def own_lines(kind: k.Kind, called: str, names: list[str], shown: View) -> list[tuple[str, Code]]:
    """The line of one symbol, with its inverse where that is read; shares are made to sum to one."""
    inverse, line = f"{called}_inverse", (called, declared(kind, called, shown))
    if inverse in names:
        return [line, (inverse, value(shown.example.values[inverse], SYMPY))]
    if (
        getattr(kind, "trait", "") in ("simplex", "shares")
        and is_letter(called, kind, shown)
        and called not in shown.placed
    ):
        return [line, (called, fill("_0 / sum(_0)", name(called)))]
    return [line]


def needed(shown: View, names: list[str]) -> list[Symbol]:
    """The symbols that are read, sizes first and functions of a variable after the variable."""
    symbols = scope.all_symbols(shown.formula)
    known = {identifier(symbol.name) for symbol in symbols}
    inside = {identifier(n.binds.name): n.binds for n in shown.formula.statement.walk() if isinstance(n.binds, Symbol)}
    extra = [inside.get(each) or Symbol(each, k.Real) for each in sorted(shown.letters) if each not in known]
    sizes = [Symbol(each, k.Count) for each in shown.example.sizes if each not in known and each in names]
    return sorted((*sizes, *symbols, *extra), key=lambda s: ORDER.index(type(s.kind)) if type(s.kind) in ORDER else 1)


ORDER = (k.SizeKind, k.Number, k.Dependent)


def together(symbol: Symbol, shown: View) -> tuple[str, bool]:
    """The assumptions on a letter, and whether it needs a line of its own."""
    if isinstance(symbol.kind, k.Number) and is_letter(identifier(symbol.name), symbol.kind, shown):
        return assumptions(symbol.kind), False
    return symbol.name, True


def is_letter(called: str, kind: k.Kind, shown: View) -> bool:
    """Whether a symbol stays a letter: it is moved, or no number is needed anywhere."""
    return called in shown.letters or not (shown.at_point or called in shown.counted)


def assumptions(kind: k.Kind) -> str:
    """What SymPy is told about a letter."""
    if not isinstance(kind, k.Number):
        return (
            "positive" if getattr(kind, "trait", "") in ("positive", "simplex", "shares", "unit interval") else "real"
        )
    whole = "integer" if kind.whole else ""
    if kind.lower is not None and kind.lower >= 0:
        return f"{whole} nonnegative" if kind.closed and kind.lower == 0 else f"{whole} positive"
    return "real nonzero" if kind.nonzero else whole or "real"


def letters(text: str, assumed: str) -> Code:
    """SymPy's symbols by name, under some assumptions."""
    function = "sp.symbols" if " " in text or ":" in text else "sp.Symbol"
    keywords = [ast.keyword(word, constant(True)) for word in assumed.split()]
    return ast.Call(fill(function), [constant(text)], keywords)


def spelled(called: str) -> str:
    """A name as SymPy prints it."""
    return "lambda" if called == "lam" else called


@singledispatch
def declared(kind: k.Kind, called: str, shown: View) -> Code:
    """A symbol's line, by kind: if nothing else is said, the example's value."""
    item = value(shown.example.values[called], SYMPY)
    return fill("sp.Integer(_0)", item) if isinstance(item, ast.Constant | ast.UnaryOp) else item


@declared.register
def number(kind: k.Number, called: str, shown: View) -> Code:
    if is_letter(called, kind, shown):
        return letters(spelled(called), assumptions(kind))
    return declared.dispatch(k.Kind)(kind, called, shown)


@declared.register
def size(kind: k.SizeKind, called: str, shown: View) -> Code:
    return fill("sp.Integer(_0)", constant(shown.example.sizes[called]))


@declared.register
def special(kind: k.Special, called: str, shown: View) -> Code:
    """A random number is a letter that an integral runs over; a point singled out by a function has its value."""
    return letters(spelled(called), "real") if kind.trait == "random" else value(shown.example.values[called], SYMPY)


@declared.register
def index(kind: k.IndexKind, called: str, shown: View) -> Code:
    return constant(shown.example.values[called] - 1)


@declared.register
def array(kind: k.Array, called: str, shown: View) -> Code:
    """Explicit components; those of a distribution are shares of their sum."""
    if not is_letter(called, kind, shown):
        return value(shown.example.values[called], SYMPY)
    rows, columns = shown.example.number(kind.rows), shown.example.number(kind.columns)
    if columns == 1:
        return fill("sp.Matrix(_0)", letters(f"{spelled(called)}1:{rows + 1}", assumptions(kind)))
    if kind.trait == "symmetric":
        return symmetric(called, rows)
    entries = letters(f"{called.lower()}1:{rows + 1}(1:{columns + 1})", "real")
    return fill("sp.Matrix(_0, _1, _2)", constant(rows), constant(columns), entries)


def symmetric(called: str, rows: int) -> Code:
    """A symmetric matrix of letters."""
    entry = f'lambda i, j: sp.Symbol(f"{called.lower()}{{min(i, j) + 1}}{{max(i, j) + 1}}", real=True)'
    return fill(f"sp.Matrix({rows}, {rows}, {entry})")


@declared.register
def function(kind: k.FunctionKind, called: str, shown: View) -> Code:
    """An unknown function: of the components of a vector, and with components where its value is one."""
    if shown.concrete or shown.at_point:
        return value(shown.example.values[called], SYMPY)
    if (kind.inputs, kind.outputs) == (1, 1):
        return fill("sp.Function(_0)", constant(called))
    one = "_0(x)" if kind.inputs == 1 else "_0(*x)"
    if kind.outputs == 1:
        return fill(f"lambda x: {one}", fill("sp.Function(_0)", constant(called)))
    names = constant(f"{called}1:{shown.example.number(kind.outputs) + 1}")
    components = fill("sp.symbols(_0, cls=sp.Function)", names)
    return fill(f"lambda x: sp.Matrix([component{one[2:]} for component in _0])", components)


@declared.register
def dependent(kind: k.Dependent, called: str, shown: View) -> Code:
    letter = name(identifier(kind.variable))
    if shown.concrete or shown.at_point:
        return value(shown.example.quantities[called].body, SYMPY)
    return fill("sp.Function(_0)(_1)", constant(called), letter)


@declared.register
def family(kind: k.FamilyKind, called: str, shown: View) -> Code:
    """As many letters or functions as the family has members."""
    of_vectors = getattr(kind.of, "inputs", 1) != 1
    if shown.at_point or of_vectors or isinstance(kind.of, k.Array) or kind.size is None:
        return value(shown.example.values[called], SYMPY)
    text = f"{spelled(called)}1:{shown.example.number(kind.size) + 1}"
    if isinstance(kind.of, k.FunctionKind):
        return fill("sp.symbols(_0, cls=sp.Function)", constant(text))
    return letters(text, assumptions(kind.of))
