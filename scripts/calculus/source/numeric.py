"""NumPy's own arms: derivatives, limits and integrals by number, derivatives of unknown functions passed in."""

from __future__ import annotations

import ast

from calculus.language import words as w
from calculus.language.node import Node
from calculus.source.dialects import NUMPY, Dialect, NoSource, code, numpy_arms
from calculus.source.expressions import identifier, place
from calculus.source.functions import BY_ORDER, derived, known_call, known_name, order_of, parameter
from calculus.source.scope import moving
from calculus.source.syntax import Code, call, constant, fill, function_of, name

arm = numpy_arms.register


@arm
def apply(node: w.Apply, dialect: Dialect) -> Code:
    return called(node.function, [code(argument, dialect) for argument in node.arguments])


def called(function: Node, arguments: list[Code]) -> Code:
    """A function, known or unknown or made from others, at its arguments."""
    match function:
        case w.Known():
            return known_call(function, arguments, NUMPY)
        case w.Compose(outer, inner):
            return called(outer, [called(inner, arguments)])
        case w.Prime(body):
            return slope(body, function, arguments)
        case w.Nabla(w.Symbol() as body):
            return call(derived(body, "gradient"), *arguments)
        case w.Nabla(body):
            return call("numeric_gradient", as_function(body), *arguments)
        case w.InverseFunction(body):
            return call(derived(body, "inverse"), *arguments)
    return call(code(function, NUMPY), *arguments)


def as_function(function: Node) -> Code:
    """A function as something that can be handed over."""
    match function:
        case w.Known():
            return known_name(function, NUMPY)
        case w.Symbol() | w.Entry():
            return code(function, NUMPY)
    return function_of("point", called(function, [name("point")]))


@arm(w.Known)
@arm(w.Compose)
@arm(w.Nabla)
@arm(w.InverseFunction)
def function(node: Node, dialect: Dialect) -> Code:
    return as_function(node)


def slope(body: Node, prime: w.Prime, arguments: list[Code]) -> Code:
    """The derivative of a function at a point: passed in for an unknown function, else a difference."""
    order = order_of(prime)
    if isinstance(body, w.Symbol | w.Entry):
        if order in BY_ORDER:
            return call(derived(body, BY_ORDER[order]), *arguments)
        return call(derived(body, "derivative"), *arguments, code(prime.order, NUMPY))
    first, *rest = arguments
    letter = parameter(first)
    return differences(called(body, [name(letter), *rest]), letter, first, order or 1)


def differences(body: Code, letter: str, point: Code, order: int) -> Code:
    """Central differences of a body in a letter, as often as the order says."""
    for _ in range(order - 1):
        body = call("numeric_derivative", function_of(letter, body), name(letter))
    return call("numeric_derivative", function_of(letter, body), point)


@arm
def prime(node: w.Prime, dialect: Dialect) -> Code:
    """The derivative of a quantity, passed in beside it."""
    if node.is_function:
        return as_function(node)
    if not isinstance(node.body, w.Symbol):
        raise NoSource("the derivative of a product or quotient of quantities is what the rule computes")
    return derived(node.body, BY_ORDER[order_of(node) or 1])


def is_plain(body: Node, variable: Node) -> bool:
    """Whether a body is an unknown function at just the variable, so that its derivative is passed in."""
    return isinstance(body, w.Apply) and isinstance(body.function, w.Symbol) and body.arguments == (variable,)


def along(body: Node, variable: Node) -> Code:
    """The body as a function of a variable."""
    return function_of(identifier(variable.name), code(moving(body, variable), NUMPY))


@arm
def derivative(node: w.Derivative, dialect: Dialect) -> Code:
    return partially(node.body, (node.variable,) * node.order)


@arm
def partial(node: w.Partial, dialect: Dialect) -> Code:
    return partially(node.body, node.variables)


def partially(body: Node, variables: tuple[Node, ...]) -> Code:
    """A derivative in one variable, or in several from the right."""
    first, *rest = variables
    if isinstance(first, w.Entry):
        return by_entry(body, variables)
    if is_plain(body, first) and set(rest) <= {first} and len(variables) in BY_ORDER:
        return call(derived(body.function, BY_ORDER[len(variables)]), code(first, NUMPY))
    letter = identifier(first.name)
    inside = partially(moving(body, first), tuple(rest)) if rest else code(moving(body, first), NUMPY)
    return differences(inside, letter, name(letter), 1)


def by_entry(body: Node, variables: tuple[Node, ...]) -> Code:
    """A derivative in entries of an array: that entry of the gradient, or of the Hessian."""
    array = variables[0].array
    places = [place(index, NUMPY) for entry in variables for index in entry.indices]
    point = code(array, NUMPY)
    if is_plain(body, array):
        whole = call(derived(body.function, "hessian" if len(variables) > 1 else "gradient"), point)
    elif len(variables) == 1:
        whole = call("numeric_gradient", along(body, array), point)
    else:
        inner = function_of(identifier(array.name), partially(moving(body, array), variables[1:]))
        whole, places = call("numeric_gradient", inner, point), places[: len(variables[0].indices)]
    return ast.Subscript(whole, places[0] if len(places) == 1 else ast.Tuple(places, ast.Load()), ast.Load())


@arm
def gradient(node: w.Gradient, dialect: Dialect) -> Code:
    point = code(node.variable, NUMPY)
    if is_plain(node.body, node.variable):
        return call(derived(node.body.function, "prime" if node.is_scalar else "gradient"), point)
    kind = "numeric_derivative" if node.is_scalar else "numeric_gradient"
    return call(kind, along(node.body, node.variable), point)


@arm
def jacobian(node: w.Jacobian, dialect: Dialect) -> Code:
    return call("numeric_jacobian", along(node.body, node.variable), code(node.variable, NUMPY))


@arm
def hessian(node: w.Hessian, dialect: Dialect) -> Code:
    point = code(node.variable, NUMPY)
    if is_plain(node.body, node.variable):
        return call(derived(node.body.function, "hessian"), point)
    letter = identifier(node.variable.name)
    slopes = call("numeric_gradient", along(node.body, node.variable), name(letter))
    return call("numeric_jacobian", function_of(letter, slopes), point)


@arm
def directional(node: w.Directional, dialect: Dialect) -> Code:
    point, direction = code(node.point, NUMPY), code(node.direction, NUMPY)
    line = called(node.function, [fill("_0 + step * _1", point, direction)])
    return call("numeric_derivative", function_of("step", line), constant(0.0))


@arm
def limit(node: w.Limit, dialect: Dialect) -> Code:
    body, target = along(node.body, node.variable), code(node.target, NUMPY)
    grows = any(isinstance(each, w.Known) and each.name == "exp" for each in node.body.walk())  # and may overflow
    if any(isinstance(each, w.Constant) and each.name == "infinity" for each in node.target.walk()):
        far = constant(500.0 if grows else 1e7)
        return call(body, ast.UnaryOp(ast.USub(), far) if isinstance(node.target, w.Negative) else far)
    if node.side:
        return call(body, fill(f"_0 {node.side} {1e-2 if grows else 1e-9}", target))
    return call("numeric_limit", body, target)


@arm
def integral(node: w.Integral, dialect: Dialect) -> Code:
    bounds = code(node.lower, NUMPY), code(node.upper, NUMPY)
    return call("numeric_integral", along(node.body, node.variable), *bounds)


@arm
def at(node: w.At, dialect: Dialect) -> Code:
    return call(along(node.body, node.variable), code(node.value, NUMPY))


@arm
def optimum(node: w.Optimum, dialect: Dialect) -> Code:
    """The best number, found by search; a lower bound on it is where the search begins."""
    if not node.variable.is_scalar:
        raise NoSource("an optimum over arrays has no short numeric version")
    body = along(node.body, node.variable)
    best = call(f"numeric_{node.which[-3:]}imizer", body, *start(node))
    return best if node.which.startswith("arg") else call(body, best)


def start(node: w.Optimum) -> list[Code]:
    """The lower bound of the variable, where the condition is one."""
    match node.subject:
        case None:
            return []
        case w.Relation((variable, bound), (">" | ">=",)) if variable == node.variable:
            return [code(bound, NUMPY)]
    raise NoSource("an optimum under a condition has no short numeric version")
