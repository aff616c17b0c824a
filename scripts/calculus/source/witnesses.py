"""Concrete functions that stand for unknown ones in an example, each with its derivatives."""

from __future__ import annotations

from fractions import Fraction

from calculus.interpreters.world import Lambda
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node, lift
from calculus.language.symbols import Symbol

Bodies = dict[str, Node]

x, y, order, t = Symbol("x", k.Real), Symbol("y", k.Real), Symbol("k", k.Whole), Symbol("t", k.Real)
sin, cos, exp, ln, tanh = (w.Known(name) for name in ("sin", "cos", "exp", "ln", "tanh"))
quarter = w.Constant("pi") / 2


def rational(value: Fraction) -> Node:
    return lift(value)


# By name of the derivative, as it is passed in: f, f_prime, f_second, f_third, f_derivative(x, k), f_inverse.
WAVE = {
    "": sin(x), "prime": cos(x), "second": -sin(x), "third": -cos(x), "derivative": sin(x + order * quarter),
}  # fmt: skip
GROWTH = {"": exp(x), "prime": exp(x), "second": exp(x), "third": exp(x), "derivative": exp(x)}
SATURATION = {
    "": tanh(x), "prime": 1 - tanh(x) ** 2, "second": -2 * tanh(x) * (1 - tanh(x) ** 2),
    "third": (6 * tanh(x) ** 2 - 2) * (1 - tanh(x) ** 2), "derivative": tanh(x),
}  # fmt: skip
CUBIC = {"": x**3 - 3 * x, "prime": 3 * x**2 - 3, "second": 6 * x, "third": lift(6), "derivative": x}
# The hyperbolic sine: increasing, and every number is one of its values.
INCREASING = {
    "": (exp(x) - exp(-x)) / 2, "prime": (exp(x) + exp(-x)) / 2, "second": (exp(x) - exp(-x)) / 2,
    "third": (exp(x) + exp(-x)) / 2, "derivative": (exp(x) - exp(-x)) / 2,
    "inverse": ln(x + w.Known("sqrt")(x**2 + 1)),
}  # fmt: skip
OF_ONE_NUMBER = (WAVE, GROWTH, SATURATION)
CROSSING = {"": x**3 - x, "prime": 3 * x**2 - 1, "second": 6 * x, "third": lift(6), "derivative": x}
BY_TRAIT = {
    "special": CUBIC, "strictly increasing": INCREASING, "continuous": CROSSING,
    "moderate": {"": x**2 + x, "prime": 2 * x + 1}, "remainder": {"": x**3, "prime": 3 * x**2},
}  # fmt: skip


def functions(trait: str, sizes: tuple[int, int], arity: int, place: int, columns: int = 1) -> dict[str, Lambda]:
    """The function for a trait and its derivatives; `place` counts the functions before it."""
    if "density" in trait:
        return bell(arity)
    if columns != 1:
        m = Symbol("x", k.Array(sizes[0], columns))
        return {name: Lambda((m,), body) for name, body in of_a_matrix(m).items()}
    if arity == 2:
        return {"": Lambda((x, y), x**2 * y + sin(y))}
    if sizes == (1, 1):
        return of_one_number(BY_TRAIT.get(trait, OF_ONE_NUMBER[place % len(OF_ONE_NUMBER)]))
    if sizes[0] == 1:
        return {name: Lambda((t,), body) for name, body in curve(sizes[1]).items()}
    v = Symbol("x", k.Array(sizes[0]))
    if trait == "lipschitz":
        return {"": Lambda((v,), w.Column(tuple(sin(v[i % sizes[0] + 1]) / 8 for i in range(sizes[1]))))}
    bodies = vector_field(v, sizes) if sizes[1] != 1 else AT_THE_ORIGIN.get(trait, bowl)(v)
    return {name: Lambda((v,), body) for name, body in bodies.items()}


def parabola(size: int, curvature: Fraction) -> dict[str, Lambda]:
    """The function of the same curvature everywhere: convex, smooth and strongly convex with that constant."""
    v = Symbol("x", k.Array(size) if size != 1 else k.Real)
    flat = v.T * v if size != 1 else v**2
    slope, bend = lift(curvature) * v, lift(curvature) * (w.Identity(size) if size != 1 else lift(1))
    first, second = ("gradient", "hessian") if size != 1 else ("prime", "second")
    bodies = {"": lift(curvature) / 2 * flat, first: slope, second: bend}
    return {name: Lambda((v,), body) for name, body in bodies.items()}


def of_one_number(bodies: Bodies) -> dict[str, Lambda]:
    """Lambdas of x; the derivative of any order also takes its order; the function knows its inverse."""
    inverse = Lambda((x,), bodies["inverse"]) if "inverse" in bodies else None
    found = {name: Lambda((x, order) if name == "derivative" else (x,), body) for name, body in bodies.items()}
    return {**found, "": Lambda((x,), bodies[""], inverse)}


def zero_at(point: Node, place: int) -> dict[str, Lambda]:
    """A function that is zero at a point, with its derivative."""
    away = x - point
    bodies = ({"": sin(away), "prime": cos(away)}, {"": exp(away) - 1, "prime": exp(away)})
    return of_one_number(bodies[place % 2])


def squeezed(point: Node) -> tuple[Lambda, ...]:
    """Two bounds that meet at a point, and a function between them."""
    gap = (x - point) ** 2
    return tuple(Lambda((x,), body) for body in (sin(x) - gap, sin(x) + gap, sin(x)))


def bell(arity: int) -> dict[str, Lambda]:
    """The normal density; with a second input, which is one over the variance."""
    precision: Node = y if arity == 2 else lift(1)
    root = w.Known("sqrt")(precision / (2 * w.Constant("pi")))
    parameters = (x, y) if arity == 2 else (x,)
    return {"": Lambda(parameters, root * exp(-(precision * x**2) / 2))}


def bowl(v: Symbol) -> Bodies:
    """The squared squared length: its entries are coupled, and it is constant along the curve below."""
    square = v.T * v
    return {"": square**2, "gradient": 4 * square * v, "hessian": 8 * v * v.T + 4 * square * w.Identity(v.shape[0])}


def bent_up(v: Symbol) -> Bodies:
    """The squared length: lowest at the origin, where it is bent."""
    return {"": v.T * v, "gradient": 2 * v, "hessian": 2 * w.Identity(v.shape[0])}


def saddle(v: Symbol) -> Bodies:
    """The square of the first entry less those of the others: neither high nor low at the origin."""
    first = w.Column((lift(4), *(lift(0),) * (v.shape[0] - 1)))
    square = 2 * v[1] ** 2 - v.T * v
    return {"": square, "gradient": first * v[1] - 2 * v, "hessian": w.Diag(first) - 2 * w.Identity(v.shape[0])}


AT_THE_ORIGIN = {"special": bent_up, "saddle": saddle}


def constrained(names: list[str], size: int) -> dict[str, Lambda]:
    """Two functions of which the first is smallest, among the zeros of the second, at the origin."""
    v, i = Symbol("x", k.Array(size)), Symbol("i", k.IndexKind(size))
    total, ones = w.Sum(v[i], i), w.Ones(size)
    bodies = ({"": v.T * v + total, "gradient": 2 * v + ones}, {"": 2 * total, "gradient": 2 * ones})
    found = {}
    for name, body in zip(names, bodies, strict=True):
        found |= {f"{name}_{suffix}" if suffix else name: Lambda((v,), node) for suffix, node in body.items()}
    return found


def of_a_matrix(m: Symbol) -> Bodies:
    """The square of the sum of all squares: every entry counts, and they are coupled."""
    square = w.Inner(m, m)
    return {"": square**2, "gradient": 4 * square * m}


def waves(size: int, curvature: Fraction) -> dict[str, Lambda]:
    """A sum of sines: its gradient changes at most by so much times its argument."""
    v, i = Symbol("x", k.Array(size)), Symbol("i", k.IndexKind(size))
    most = lift(curvature)
    bodies = {"": most * w.Sum(sin(v[i]), i), "gradient": most * cos(v), "hessian": -most * w.Diag(sin(v))}
    return {name: Lambda((v,), body) for name, body in bodies.items()}


def vector_field(v: Symbol, sizes: tuple[int, int]) -> Bodies:
    """Products of neighbors, one for each output."""
    return {"": w.Column(tuple(v[i % sizes[0] + 1] * sin(v[(i + 1) % sizes[0] + 1]) for i in range(sizes[1])))}


def curve(length: int) -> Bodies:
    """A circle, moved off the origin where there is room."""
    still: tuple[Node, ...] = (lift(1),) * (length - 2)
    resting: tuple[Node, ...] = (lift(0),) * (length - 2)
    return {"": w.Column((cos(t), sin(t), *still)), "prime": w.Column((-sin(t), cos(t), *resting))}
