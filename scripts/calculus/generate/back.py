"""From SymPy back into the tree, in the order a textbook would write."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce

import sympy as sp

from calculus.generate import functions
from calculus.generate.forth import Names
from calculus.language import words as w
from calculus.language.node import LanguageError, Node, lift

BACK = {
    sp.exp: "exp", sp.log: "ln", sp.sin: "sin", sp.cos: "cos", sp.tanh: "tanh", sp.cosh: "cosh",
    functions.Sigmoid: "sigmoid", functions.Softplus: "softplus", functions.Relu: "relu",
    functions.Size: "absolute", functions.Sign: "sign", functions.Larger: "maximum",
}  # fmt: skip


def to_tree(expression: sp.Expr, names: Names) -> Node:
    """The tree that prints the expression in reading order."""
    if isinstance(expression, sp.Add):
        return in_order(expression, names)
    if isinstance(expression, sp.Mul):
        return product(expression, names)
    if isinstance(expression, sp.Pow):
        return power(expression, names)
    if isinstance(expression, sp.Function):
        return applied(expression, names)
    if isinstance(expression, sp.Symbol):
        return names.node(expression)
    if isinstance(expression, sp.Rational):
        return lift(Fraction(int(expression.p), int(expression.q)))
    if expression is sp.pi:
        return w.Constant("pi")
    raise LanguageError(f"no way back from SymPy's {type(expression).__name__}; write the right side yourself")


def in_order(expression: sp.Add, names: Names) -> Node:
    """Positive terms first, short ones before long, then by name; a derivative of the first letter comes first."""
    terms = sorted(expression.args, key=lambda term: (is_minus(term), *weight(term, names)))
    result = to_tree(terms[0], names)
    for term in terms[1:]:
        result = result - to_tree(-term, names) if is_minus(term) else result + to_tree(term, names)
    return result


def is_minus(term: sp.Expr) -> bool:
    return bool(term.as_coeff_Mul()[0] < 0)


def weight(term: sp.Expr, names: Names) -> tuple[int, str, str]:
    """How far back a term stands: by its number of factors, then its primed functions, then all its names."""
    primed = sorted(f.spelled for f in term.atoms(sp.Function) if getattr(f, "order", 0))
    factors = [f for f in sp.Mul.make_args(term) if not f.is_Rational]
    return len(factors), "".join(primed), " ".join(sorted(spelled(f, names) for f in factors))


def spelled(factor: sp.Expr, names: Names) -> str:
    """A factor's name for ordering."""
    found = sorted(getattr(names.node(s), "name", repr(names.node(s))) for s in factor.free_symbols)
    return getattr(factor, "spelled", "") or " ".join(found)


def rank(factor: sp.Expr, names: Names) -> tuple[int, str]:
    """The place of a factor: numbers, letters, functions, brackets."""
    base = factor.base if isinstance(factor, sp.Pow) else factor
    kind = 0 if base.is_number else 1 if isinstance(base, sp.Symbol) else 3 if isinstance(base, sp.Add) else 2
    return kind, spelled(factor, names)


def product(expression: sp.Mul, names: Names) -> Node:
    """A product or fraction; a minus is moved into a bracket that would otherwise begin with a negative number."""
    coefficient, rest = expression.as_coeff_Mul()
    factors = list(sp.Mul.make_args(rest))
    if coefficient < 0:
        coefficient, factors = turned(coefficient, factors)
    minus, size = coefficient < 0, abs(coefficient)
    over = [f for f in factors if not is_under(f)] + ([sp.Integer(size.p)] if size.p != 1 else [])
    under = [1 / f for f in factors if is_under(f)] + ([sp.Integer(size.q)] if size.q != 1 else [])
    result = fraction(over, under, names)
    return -result if minus else result


def is_under(factor: sp.Expr) -> bool:
    """Whether a factor stands below the fraction bar."""
    return isinstance(factor, sp.Pow) and factor.exp.is_number and bool(factor.exp < 0)


def turned(coefficient: sp.Rational, factors: list[sp.Expr]) -> tuple[sp.Rational, list[sp.Expr]]:
    """-(p - 1) becomes (1 - p), and -(b - a) becomes (a - b), over or under the bar."""
    for place, factor in enumerate(factors):
        base = factor.base if isinstance(factor, sp.Pow) else factor
        odd = not isinstance(factor, sp.Pow) or factor.exp in (1, -1)
        constant = base.as_coeff_Add()[0]
        if isinstance(base, sp.Add) and odd and (constant < 0 or (constant == 0 and any(map(is_minus, base.args)))):
            return -coefficient, [*factors[:place], factor.subs(base, -base), *factors[place + 1 :]]
    return coefficient, factors


def fraction(over: list[sp.Expr], under: list[sp.Expr], names: Names) -> Node:
    """One fraction; numbers and sizes below functions or brackets make a fraction in front of them."""
    plain = all(isinstance(f, sp.Symbol | sp.Rational) for f in under)
    front = [f for f in over if isinstance(f, sp.Symbol | sp.Rational | sp.Pow)] if plain and under else over
    behind = [f for f in over if f not in front]
    result = multiplied(front, names)
    if under:
        result = result / multiplied(under, names)
    return result * multiplied(behind, names) if behind else result


def multiplied(factors: list[sp.Expr], names: Names) -> Node:
    """A product in reading order; the empty one is 1."""
    ordered = [to_tree(f, names) for f in sorted(factors, key=lambda f: rank(f, names))]
    return reduce(lambda a, b: a * b, ordered) if ordered else w.Number(1)


def power(expression: sp.Pow, names: Names) -> Node:
    if expression.exp == sp.Rational(1, 2):
        return w.Known("sqrt")(to_tree(expression.base, names))
    if is_under(expression):
        return w.Number(1) / to_tree(1 / expression, names)
    return to_tree(expression.base, names) ** to_tree(expression.exp, names)


def applied(expression: sp.Function, names: Names) -> Node:
    """A function with its arguments; a step is an indicator, an unknown function its own symbol."""
    arguments = [to_tree(argument, names) for argument in expression.args]
    if isinstance(expression, functions.Step):
        return w.Indicator(w.Relation((arguments[0], arguments[1]), (">",)))
    if type(expression) in BACK:
        return w.Known(BACK[type(expression)])(*arguments)
    symbol, order = names.functions[expression.spelled], expression.order
    head = primed(symbol, order)
    return head if not symbol.is_function else head(*arguments)


def primed(symbol: Node, order: int) -> Node:
    """f, f′, f″ …"""
    if order == 0:
        return symbol
    return w.Prime(symbol) if order == 1 else w.Prime(symbol, w.Number(order))
