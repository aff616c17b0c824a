"""A formula as a SymPy program that shows its claim: symbols, both sides, and what is left of their difference."""

from __future__ import annotations

import ast
from functools import singledispatch

from calculus.formula import Formula
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.statements import zero
from calculus.language.symbols import Symbol
from calculus.source import definitions, scope
from calculus.source.declarations import View, declarations, view
from calculus.source.dialects import SYMPY, NoSource, code
from calculus.source.examples import matrix, vector
from calculus.source.expressions import identifier
from calculus.source.optima_sympy import optimum
from calculus.source.printed_lines import Lines, printed, simplified, there
from calculus.source.syntax import Code, call, constant, fill, minus, name
from calculus.source.values import value
from calculus.source.wrapping import WIDTH, statement, text

MODULES = ("itertools",)


def program(formula: Formula) -> str:
    """The snippet."""
    shown = view(formula)
    lines = scope.with_aliases(show(formula.statement, shown), formula.statement, SYMPY)
    lines = with_point(lines, shown)
    names = scope.read(lines)
    opening = declarations(shown, names)
    opening = declarations(shown, [*names, *scope.read(opening)])  # a quantity's line reads its variable
    rows = [written(target, tree) for target, tree in (*opening, *lines)]
    defined = definitions.source(scope.read([*opening, *lines]), SYMPY)
    modules = [f"import {each}\n\n" for each in MODULES if f"{each}." in "".join(rows)]
    imports = "".join([*modules, "import sympy as sp"])
    head = f'"""{formula.title}."""\n\n{imports}'
    main = "\n".join(rows)
    return ("\n\n\n".join([head, *defined, main]) if defined else f"{head}\n\n{main}") + "\n"


def written(target: str, tree: Code) -> str:
    """One line of the program; a comment that says what is printed stands beside it, or above where it is long."""
    if not target.startswith("#"):
        return statement(f"{target} = ", tree)
    whole = f"{text(tree)}  {target}"
    return whole if len(whole) <= WIDTH else f"{target}\n{statement('', tree)}"


def with_point(lines: Lines, shown: View) -> Lines:
    """The numbers of the letters, where the lines ask for them."""
    if "point" not in scope.read(lines):
        return lines
    names = scope.read(lines)
    symbols = [s for s in scope.all_symbols(shown.formula) if identifier(s.name) in shown.placed & set(names)]
    return [("point", numbers(symbols, shown)), *lines]


def numbers(symbols: list[Symbol], shown: View) -> Code:
    """A dictionary from letters, and entries of arrays of letters, to numbers."""
    keys: list[Code | None] = []
    values: list[Code] = []
    for symbol in symbols:
        called = identifier(symbol.name)
        keys.append(name(called) if symbol.is_scalar else None)
        number = value(shown.example.values[called], SYMPY)
        values.append(number if symbol.is_scalar else fill("dict(zip(_0, _1))", name(called), number))
    return values[0] if keys == [None] else ast.Dict(keys, values)


@singledispatch
def show(stated: Node, shown: View) -> Lines:
    """The lines that show a statement, by kind."""
    raise NoSource(f"a {type(stated).__name__} cannot be shown in SymPy")


@show.register
def relation(stated: w.Relation, shown: View) -> Lines:
    """Both sides and their difference; for an inequality every side as a number; a sequence's next member."""
    if is_sequence(stated.terms[0]):
        return defined(stated.terms[1], shown)
    if isinstance(stated.terms[0], w.Optimum):
        return optimum(stated, shown)
    if set(stated.signs) == {"="}:
        return differences(list(stated.terms), shown)
    if shown.at_point and has_limit(shown.formula.statement):
        raise NoSource("what is compared must be a number, and SymPy takes the limit in letters")
    terms = [code(term, SYMPY) for term in stated.terms]
    sides = [fill("sp.S(_0)", term) if isinstance(term, ast.Constant) else term for term in terms]
    number = fill("[sp.N(_0, 6) for side in sides]", there(name("side"), shown))
    return [("sides", ast.List(sides, ast.Load())), printed(f"in this order: {', '.join(stated.signs)}", number)]


def differences(terms: list[Node], shown: View) -> Lines:
    """Each side beside the first: what is left of the difference, simplified."""
    left, *rest = terms
    if not shown.at_point and any(isinstance(node, w.Eigenvalue) for term in terms for node in term.walk()):
        raise NoSource("SymPy does not know which eigenvalue of a matrix of letters is the largest")
    lines: Lines = [("left", code(left, SYMPY))]
    for right in rest:
        if zero(right) and not left.is_scalar:
            lines.append(vanishing(name("left"), left, shown))
            continue
        lines += [("right", code(right, SYMPY)), vanishing(minus(name("left"), name("right")), left, shown)]
    return lines


def vanishing(tree: Code, side: Node, shown: View) -> tuple[str, Code]:
    """The line that prints what must be zero."""
    return printed("0" if side.is_scalar else "all entries 0", simplified(tree, shown))


@show.register
def definition(stated: w.Definition, shown: View) -> Lines:
    """A definition of something that is known otherwise is compared with it; else its value is shown."""
    left = stated.left if stated.same_as is None else stated.same_as
    base = left.array if isinstance(left, w.Entry) else left
    if isinstance(base, w.Symbol | w.Alias):
        return defined(stated.right, shown)
    return differences([left, stated.right], shown)


def defined(right: Node, shown: View) -> Lines:
    """The value of what a letter stands for."""
    return [("value", code(right, SYMPY)), printed("what is defined", simplified(name("value"), shown))]


def is_sequence(node: Node) -> bool:
    """Whether a node is a member of a sequence, which its equation sets."""
    kind = getattr(getattr(node, "array", None), "kind", None)
    return isinstance(kind, k.FamilyKind) and kind.size is None


@show.register
def parts(stated: w.Several, shown: View) -> Lines:
    return [line for part in stated.parts for line in show(part, shown)]


@show.register
def member(stated: w.Member, shown: View) -> Lines:
    """An optimum beside its neighbors; for a set of vectors the element's shape."""
    if not isinstance(stated.collection, w.Optimum):
        element = code(stated.element, SYMPY)
        whole = simplified(name("element"), shown)
        return [("element", element), printed("its shape", fill("element.shape")), printed("itself", whole)]
    best = stated.collection
    if not best.variable.is_scalar:
        raise NoSource("the neighbors of a vector are too many to be shown")
    around = fill("[_0.subs(_1, best + step) for step in (-1, 0, 1)]", name("cost"), code(best.variable, SYMPY))
    lines: Lines = [("best", code(stated.element, SYMPY)), ("cost", code(best.body, SYMPY))]
    return [*lines, printed("the middle one is best", around)]


@show.register
def expansion(stated: w.Expansion, shown: View) -> Lines:
    """What remains, measured by its size, as the variable goes to zero."""
    left, right, size = (code(each, SYMPY) for each in (stated.left, stated.right, stated.size))
    variable = name(identifier(stated.variable.name))
    lines: Lines = [("left", left), ("right", right)]
    says = "0" if stated.letter == "o" else "finite"
    quotient = fill("(left - right) / _0" if stated.left.is_scalar else "(left - right).norm() / _0", size)
    if stated.variable.is_scalar:
        return [*lines, printed(says, call("sp.limit", quotient, variable, constant(0)))]
    along = value(direction(stated.variable.kind, shown), SYMPY)
    path = [("step", fill('sp.Symbol("step", positive=True)')), (variable.id, fill("step * _0", along))]
    return [*path, *lines, printed(says, fill("sp.limit(_0, step, 0)", quotient))]


def direction(kind: k.Array, shown: View) -> tuple:
    """Along which a column or matrix goes to zero."""
    rows, columns = shown.example.number(kind.rows), shown.example.number(kind.columns)
    return matrix(rows, columns, "", 1) if columns != 1 else tuple((entry,) for entry in vector(rows, "", 1))


@show.register
def exists(stated: w.Exists, shown: View) -> Lines:
    """The point that is said to exist, solved for."""
    left, right = (code(term, SYMPY) for term in stated.claim.terms)
    bounds = ast.Tuple([code(stated.lower, SYMPY), code(stated.upper, SYMPY)], ast.Load())
    letter = identifier(stated.variable.name)
    root = fill('sp.nsolve(left - right, _0, _1, solver="bisect")', name(letter), bounds)
    return [("left", left), ("right", right), printed(letter, root)]


@show.register
def implies(stated: w.Implies, shown: View) -> Lines:
    """The conclusion; the premise where either of the two is said in words."""
    worded = isinstance(stated.premise, w.Property) or isinstance(stated.conclusion, w.Property)
    return [*(show(stated.premise, shown) if worded else []), *show(stated.conclusion, shown)]


@show.register
def equivalent(stated: w.Equivalent, shown: View) -> Lines:
    """The truth of both statements; what each says of an example where it is more than a relation."""
    if not (is_compared(stated.left) and is_compared(stated.right)):
        return [*show(stated.left, shown), *show(stated.right, shown)]
    truths = [truth(side, shown) for side in (stated.left, stated.right)]
    return [printed("both hold, or neither", ast.List(truths, ast.Load()))]


def is_compared(stated: Node) -> bool:
    """Whether a statement compares values only."""
    parts = stated.parts if isinstance(stated, w.Several) else (stated,)
    return all(isinstance(part, w.Relation) and not has_limit(part) for part in parts)


def truth(stated: Node, shown: View) -> Code:
    """Whether a comparison holds of the example, or all of several; nothing is left of the gap between equal arrays."""
    if isinstance(stated, w.Several):
        return call("all", ast.List([truth(part, shown) for part in stated.parts], ast.Load()))
    left, right = stated.terms[0], stated.terms[-1]
    if left.is_scalar or stated.signs != ("=",):
        return there(code(stated, SYMPY), shown)
    gap = code(left, SYMPY) if zero(right) else minus(code(left, SYMPY), code(right, SYMPY))
    return fill("_0.is_zero_matrix", there(gap, shown))


def has_limit(node: Node) -> bool:
    """Whether a limit must be taken before two sides can be compared."""
    return any(isinstance(each, w.Limit) for each in node.walk())


@show.register
def quantified(stated: w.Quantified, shown: View) -> Lines:
    """What the statement says of one value, that of the example."""
    value = shown.example.values[identifier(stated.variable.name)]
    if isinstance(value, tuple):
        raise NoSource("one array of many shows nothing")
    one = lift(value)
    return show(stated.claim.substitute({stated.variable: one}), shown)


@show.register
def property_(stated: w.Property, shown: View) -> Lines:
    """How much the function differs from its value there, just left and just right of the point."""
    if isinstance(stated.point, w.Space):
        return []
    if not stated.point.is_scalar:
        raise NoSource("the neighbors of a vector are too many to be shown")
    function, point = code(stated.function, SYMPY), code(stated.point, SYMPY)
    if stated.subject is stated.function:  # said of the function at the point: its values there and beside it agree
        gap = call("sp.limit", fill("_0(_1 + h) - _0(_1)", function, point), name("h"), constant(0))
        return [("h", fill('sp.Symbol("h", real=True)')), printed("0", gap)]
    steps = fill("(-sp.Rational(1, 10), sp.Rational(1, 10))")
    away = fill("[_0(_1 + step) - _0(_1) for step in _2]", function, point, steps)
    return [printed("the change to the left and to the right, of one sign", away)]


@show.register
def update(stated: w.Update, shown: View) -> Lines:
    """The assignments as SymPy carries them out, and what each value has become."""
    from calculus.source.numpy_program import kept

    targets = [identifier(line.terms[0].name) for line in stated.lines]
    return [*kept(stated, targets, SYMPY), *(printed(f"the new {target}", name(target)) for target in targets)]
