"""The tree as a SymPy expression: SymPy differentiates, integrates and takes the limit on the way."""

from __future__ import annotations

from functools import singledispatch

import sympy as sp

from calculus.generate import functions
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import LanguageError, Node
from calculus.language.symbols import free_symbols


class Names:
    """The two-way list of letters: a node SymPy need not look into, and the symbol that stands for it."""

    def __init__(self) -> None:
        self.symbols: dict[Node, sp.Symbol] = {}
        self.functions: dict[str, Node] = {}

    def symbol(self, node: Node, **assumptions: bool | None) -> sp.Symbol:
        """The SymPy symbol that stands for a node."""
        return self.symbols.setdefault(node, sp.Symbol(f"s{len(self.symbols)}", real=True, **assumptions))

    def node(self, symbol: sp.Symbol) -> Node:
        """The node a SymPy symbol stands for."""
        return next(node for node, known in self.symbols.items() if known == symbol)


@singledispatch
def to_sympy(node: Node, names: Names) -> sp.Expr:
    """The node as SymPy sees it; a type SymPy has no word for is named."""
    raise LanguageError(f"SymPy has no word for a {type(node).__name__} here; write the right side yourself")


arm = to_sympy.register


@arm
def number(node: w.Number, names: Names) -> sp.Expr:
    return sp.Integer(node.value)


@arm
def constant(node: w.Constant, names: Names) -> sp.Expr:
    return {"pi": sp.pi, "infinity": sp.oo}[node.name]


@arm
def symbol(node: w.Symbol, names: Names) -> sp.Expr:
    """A letter with its sign; a quantity is a function of the variable it depends on."""
    if isinstance(node.kind, k.Dependent):
        names.functions[node.name] = node
        return functions.unknown(node.name)(variable(node, names))
    positive = isinstance(node.kind, k.SizeKind) or (isinstance(node.kind, k.Number) and node.kind.lower == 0)
    return names.symbol(node, positive=positive or None)


def variable(node: w.Symbol, names: Names) -> sp.Symbol:
    return names.symbol(w.Symbol(node.kind.variable, k.Real), positive=None)


@arm
def entry(node: w.Entry, names: Names) -> sp.Expr:
    return names.symbol(node)


@arm
def alias(node: w.Alias, names: Names) -> sp.Expr:
    return to_sympy(node.body, names)


@arm
def add(node: w.Add, names: Names) -> sp.Expr:
    return to_sympy(node.left, names) + to_sympy(node.right, names)


@arm
def subtract(node: w.Subtract, names: Names) -> sp.Expr:
    return to_sympy(node.left, names) - to_sympy(node.right, names)


@arm
def negative(node: w.Negative, names: Names) -> sp.Expr:
    return -to_sympy(node.body, names)


@arm
def multiply(node: w.Multiply, names: Names) -> sp.Expr:
    return to_sympy(node.left, names) * to_sympy(node.right, names)


@arm
def divide(node: w.Divide, names: Names) -> sp.Expr:
    return to_sympy(node.left, names) / to_sympy(node.right, names)


@arm
def power(node: w.Power, names: Names) -> sp.Expr:
    return to_sympy(node.base, names) ** to_sympy(node.exponent, names)


@arm
def group(node: w.Group, names: Names) -> sp.Expr:
    return to_sympy(node.body, names)


@arm
def apply(node: w.Apply, names: Names) -> sp.Expr:
    arguments = [to_sympy(argument, names) for argument in node.arguments]
    return function(node.function, names)(*arguments)


def function(node: Node, names: Names):
    """A function node as something SymPy can call and differentiate."""
    match node:
        case w.Known(name):
            return functions.KNOWN[name]
        case w.Compose(outer, inner):
            return lambda *x: function(outer, names)(function(inner, names)(*x))
        case w.Prime(body, order):
            inner, times = function(body, names), 1 if order is None else order.value
            return lambda first, *rest: slope(inner, first, rest, times)
        case w.Symbol(name):
            names.functions[name] = node
            return functions.unknown(name)
    raise LanguageError(f"SymPy has no word for a {type(node).__name__} here; write the right side yourself")


def slope(inner, first: sp.Expr, rest: tuple, order: int) -> sp.Expr:
    t = sp.Dummy("t", real=True)
    return sp.diff(inner(t, *rest), t, order).subs(t, first)


@arm
def derivative(node: w.Derivative, names: Names) -> sp.Expr:
    return differentiated(node.body, node.variable, node.order, names)


@arm
def partial(node: w.Partial, names: Names) -> sp.Expr:
    first, *rest = node.variables
    return differentiated(w.Partial(node.body, tuple(rest)) if rest else node.body, first, 1, names)


def differentiated(body: Node, variable: Node, order: int, names: Names) -> sp.Expr:
    """SymPy's derivative; in one entry of a vector only the matching term of a sum is left."""
    picked = terms_with(body, variable) if isinstance(variable, w.Entry) else body
    return sp.diff(to_sympy(picked, names), to_sympy(variable, names), order)


def terms_with(body: Node, variable: w.Entry) -> Node:
    """The body with each sum over the entries replaced by its term at the variable's own index."""
    if isinstance(body, w.Apply) and isinstance(body.function, w.Known) and body.function.name in functions.SUMMED:
        body = functions.SUMMED[body.function.name](*body.arguments, variable.indices[0])
    if isinstance(body, w.Sum):
        return body.body.substitute({body.index: variable.indices[0]})
    for slot, child in body.slots():
        body = body.put(slot, terms_with(child, variable)) if child.shape == (1, 1) and child is not variable else body
    return body


@arm
def prime(node: w.Prime, names: Names) -> sp.Expr:
    quantity = next(s for s in free_symbols(node.body).values() if isinstance(s.kind, k.Dependent))
    return sp.diff(to_sympy(node.body, names), variable(quantity, names), 1 if node.order is None else node.order.value)


@arm
def limit(node: w.Limit, names: Names) -> sp.Expr:
    target = to_sympy(node.target, names)
    side = node.side or ("+-" if target.is_finite else "-")
    return sp.limit(to_sympy(node.body, names), to_sympy(node.variable, names), target, side)


@arm
def integral(node: w.Integral, names: Names) -> sp.Expr:
    bounds = (to_sympy(node.lower, names), to_sympy(node.upper, names))
    return sp.integrate(to_sympy(node.body, names), (to_sympy(node.variable, names), *bounds))


@arm
def optimum(node: w.Optimum, names: Names) -> sp.Expr:
    """The stationary point, when there is just one the symbol's domain admits."""
    t = to_sympy(node.variable, names)
    found = [s for s in sp.solve(sp.diff(to_sympy(node.body, names), t), t) if s.is_real is not False]
    if len(found) != 1:
        raise LanguageError(f"SymPy finds {len(found)} stationary points; write the right side yourself")
    return found[0]
