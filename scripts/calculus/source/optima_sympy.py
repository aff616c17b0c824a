"""Optima in a SymPy program: flat inside, in balance on a border, below their neighbors at a corner."""

from __future__ import annotations

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.source.declarations import View
from calculus.source.dialects import SYMPY, code
from calculus.source.printed_lines import Lines, printed, simplified
from calculus.source.syntax import call, fill, name

Points = tuple[tuple[tuple[w.Symbol, Node], ...], ...]  # as a relation's `sharp` holds them


def optimum(stated: w.Relation, shown: View) -> Lines:
    """The gradient at the place that is said to be best, where it must vanish; a best value where it is reached."""
    best, point = stated.terms
    if best.which in ("min", "max"):
        return reached(best, point, stated.sharp, shown)
    if not is_inside(best.subject):
        return balanced(best, point)
    if bends(best.body):
        return beside(best, point)
    cost = w.Symbol("cost", k.Real)
    placed = "slopes.subs(_0, best)" if best.variable.is_scalar else "slopes.subs(list(zip(_0, best)))"
    lines: Lines = [("cost", code(best.body, SYMPY)), ("slopes", code(w.Gradient(cost, best.variable), SYMPY))]
    there = call("sp.simplify", fill(placed, code(best.variable, SYMPY)))
    zeros = "0" if best.variable.is_scalar else "all entries 0"
    return [("best", code(point, SYMPY)), *lines, printed(zeros, there)]


def reached(best: w.Optimum, value_: Node, places: Points, shown: View) -> Lines:
    """How far the value at the place that is said to be best is from the one that is claimed."""
    at = next(place for point in places for symbol, place in point if symbol == best.variable)
    here = code(w.Subtract(best.body.substitute({best.variable: at}), value_), SYMPY)
    return [("difference", here), printed("0", simplified(name("difference"), shown))]


def balanced(best: w.Optimum, point: Node) -> Lines:
    """On a border the gradient is a multiple of the border's own: nothing is left when that is taken away."""
    left, right = best.subject.terms
    letters = fill("list(zip(_0, best))", code(best.variable, SYMPY))
    border = code(w.Gradient(w.Symbol("border", k.Real), best.variable), SYMPY)
    rest = fill("slopes - slopes.dot(normal) / normal.dot(normal) * normal")
    return [
        ("best", code(point, SYMPY)),
        ("cost", code(best.body, SYMPY)),
        ("border", code(w.Subtract(left, right), SYMPY)),
        ("slopes", fill("_0.subs(_1)", code(w.Gradient(w.Symbol("cost", k.Real), best.variable), SYMPY), letters)),
        ("normal", fill("_0.subs(_1)", border, letters)),
        printed("all entries 0", call("sp.simplify", rest)),
    ]


def bends(body: Node) -> bool:
    """Whether a cost has corners, where no slope vanishes."""
    return any(isinstance(node, w.Known) and node.name in ("maximum", "minimum", "absolute") for node in body.walk())


def beside(best: w.Optimum, point: Node) -> Lines:
    """The cost at the best number and a little to both sides of it."""
    step = "[_0.subs(_1, best + step) for step in (-best / 9, 0, best / 9)]"
    around = fill(step, name("cost"), code(best.variable, SYMPY))
    says = "the middle one is best" if best.which == "argmin" else "the middle one is largest"
    return [("best", code(point, SYMPY)), ("cost", code(best.body, SYMPY)), printed(says, around)]


def is_inside(condition: Node | None) -> bool:
    """Whether a condition leaves room around every point, so that an optimum is still flat."""
    return condition is None or set(getattr(condition, "signs", "=")) <= {"<", ">"}
