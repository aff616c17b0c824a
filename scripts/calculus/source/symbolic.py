"""SymPy's own arms: derivatives, limits and integrals taken by SymPy itself."""

from __future__ import annotations

from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.functions import value_shape
from calculus.language.node import Node
from calculus.language.shape import SCALAR, Shape
from calculus.language.symbols import free_symbols
from calculus.source.dialects import SYMPY, Dialect, NoSource, code, sympy_arms
from calculus.source.expressions import identifier
from calculus.source.functions import derived, is_elementwise, known_call, known_name, order_of
from calculus.source.scope import moving
from calculus.source.syntax import Code, call, constant, fill, function_of, name

arm = sympy_arms.register


@arm
def apply(node: w.Apply, dialect: Dialect) -> Code:
    arguments = [code(argument, dialect) for argument in node.arguments]
    return called(node.function, arguments, tuple(argument.shape for argument in node.arguments))


def called(function: Node, arguments: list[Code], shapes: tuple[Shape, ...]) -> Code:
    """A function at its arguments; a function of one number is mapped over the entries of an array."""
    if is_elementwise(function) and shapes[0] != SCALAR:
        mapped = function_of("entry", called(function, [name("entry"), *arguments[1:]], (SCALAR, *shapes[1:])))
        return SYMPY.form("mapped", mapped, arguments[0])
    match function:
        case w.Known():
            return known_call(function, arguments, SYMPY)
        case w.Compose(outer, inner):
            return called(outer, [called(inner, arguments, shapes)], (value_shape(inner, shapes),))
        case w.Prime(body):
            return slope(body, function, arguments, shapes)
        case w.Nabla(body):
            return call("gradient", as_function(body, shapes), *arguments)
        case w.InverseFunction(body):
            return call(derived(body, "inverse"), *arguments)
    return call(code(function, SYMPY), *arguments)


def slope(body: Node, prime: w.Prime, arguments: list[Code], shapes: tuple[Shape, ...]) -> Code:
    """The derivative of a function in its first argument, at a point."""
    order = [] if order_of(prime) == 1 else [code(prime.order, SYMPY)]
    if len(arguments) == 1:
        return call("slope", as_function(body, shapes), *arguments, *order)
    inside = called(body, [name("t"), *arguments[1:]], shapes)
    return call("slope", function_of("t", inside), arguments[0], *order)


def as_function(function: Node, shapes: tuple[Shape, ...] = (SCALAR,)) -> Code:
    """A function as something that can be handed over."""
    match function:
        case w.Known():
            return known_name(function, SYMPY)
        case w.Symbol() | w.Entry():
            return code(function, SYMPY)
    return function_of("t", called(function, [name("t")], shapes))


@arm(w.Known)
@arm(w.Compose)
@arm(w.Nabla)
@arm(w.InverseFunction)
def function(node: Node, dialect: Dialect) -> Code:
    return as_function(node)


@arm
def prime(node: w.Prime, dialect: Dialect) -> Code:
    """The derivative of a quantity in the variable it depends on."""
    if node.is_function:
        return as_function(node)
    kinds = [symbol.kind for symbol in free_symbols(node.body).values()]
    letter = next(kind.variable for kind in kinds if isinstance(kind, k.Dependent))
    return derivative_of(code(node.body, SYMPY), name(identifier(letter)), order_of(node) or 1)


def derivative_of(body: Code, letter: Code, order: int) -> Code:
    return call("sp.diff", body, letter, *([constant(order)] if order > 1 else []))


def is_field(node: Node) -> bool:
    """Whether this is an unknown function of a column."""
    return isinstance(node, w.Symbol) and isinstance(node.kind, k.FunctionKind) and node.kind.inputs != 1


def moves(variable: Node) -> bool:
    """Whether a variable is a name for a value, which SymPy cannot differentiate in."""
    return isinstance(variable, w.Alias)


def as_function_of(alias: Node, body: Node) -> Code:
    """A body as a function of what an alias stands for."""
    return function_of(identifier(alias.name), code(moving(body, alias), SYMPY))


@arm
def derivative(node: w.Derivative, dialect: Dialect) -> Code:
    body = code(node.body, SYMPY)
    if node.order > 1 and any(is_field(each) for each in node.body.walk()):
        raise NoSource("SymPy does not simplify the curvature of an unknown function along a line")
    if moves(node.variable):
        return call("slope", as_function_of(node.variable, node.body), code(node.variable, SYMPY))
    return derivative_of(body, code(node.variable, SYMPY), node.order)


@arm
def partial(node: w.Partial, dialect: Dialect) -> Code:
    first = node.variables[0]
    if moves(first):
        return code(w.Derivative(node.body, first), dialect)
    if isinstance(first, w.Entry) and moves(first.array):
        return code(w.Entry(w.Gradient(node.body, first.array), first.indices), dialect)
    return call("sp.diff", *(code(each, SYMPY) for each in (node.body, *node.variables[::-1])))


@arm
def gradient(node: w.Gradient, dialect: Dialect) -> Code:
    body, variable = code(node.body, SYMPY), code(node.variable, SYMPY)
    if moves(node.variable):
        return call("slope" if node.is_scalar else "gradient", as_function_of(node.variable, node.body), variable)
    if node.is_scalar:
        return derivative_of(body, variable, 1)
    if node.shape[1] != 1:
        return call("matrix_gradient", body, variable)
    return fill("sp.Matrix([_0]).jacobian(_1).T", body, variable)


@arm
def jacobian(node: w.Jacobian, dialect: Dialect) -> Code:
    body, variable = code(node.body, SYMPY), code(node.variable, SYMPY)
    if moves(node.variable):
        return call("jacobian", as_function_of(node.variable, node.body), variable)
    return fill("_0.jacobian(_1)", body if not node.body.is_scalar else fill("sp.Matrix([_0])", body), variable)


@arm
def hessian(node: w.Hessian, dialect: Dialect) -> Code:
    if not isinstance(node.variable, w.Symbol):
        raise NoSource("SymPy differentiates in letters only")
    return call("sp.hessian", code(node.body, SYMPY), code(node.variable, SYMPY))


@arm
def directional(node: w.Directional, dialect: Dialect) -> Code:
    line = fill("_0 + t * _1", code(node.point, SYMPY), code(node.direction, SYMPY))
    inside = called(node.function, [line], (node.point.shape,))
    return call("slope", function_of("t", inside), constant(0))


@arm
def limit(node: w.Limit, dialect: Dialect) -> Code:
    parts = [code(each, SYMPY) for each in (node.body, node.variable, node.target)]
    if any(isinstance(each, w.Constant) for each in node.target.walk()):
        return call("sp.limit", *parts)
    return call("sp.limit", *parts, dir=constant(node.side or "+-"))


@arm
def integral(node: w.Integral, dialect: Dialect) -> Code:
    parts = (node.body, node.variable, node.lower, node.upper)
    return fill("sp.integrate(_0, (_1, _2, _3))", *(code(each, SYMPY) for each in parts))


@arm
def at(node: w.At, dialect: Dialect) -> Code:
    form = "_0.subs(_1, _2)" if node.variable.is_scalar else "_0.subs(list(zip(_1, _2)))"
    return fill(form, *(code(each, SYMPY) for each in (node.body, node.variable, node.value)))


@arm
def optimum(node: w.Optimum, dialect: Dialect) -> Code:
    raise NoSource("SymPy cannot optimize this; the statement shows that nothing near is better")
