"""Check a claim on the spot, from the values and definitions its section has stated."""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from calculus.check import spot
from calculus.check.draws import NoPoint, worlds
from calculus.check.points import admitted_edges
from calculus.interpreters import Lambda, World
from calculus.language import words as w
from calculus.language.arithmetic import as_fraction
from calculus.language.node import Node, lift
from calculus.language.symbols import Symbol, free_symbols
from calculus.parser import notation_nodes as n
from calculus.parser.meaning import plain
from calculus.parser.scope import Scope

POINTS = 8
ROUNDS = 8  # definitions within definitions


class Found(Enum):
    """What a check on the spot finds."""

    TRUE = True
    FALSE = False
    UNDECIDED = None


def follows(link: Node, scope: Scope) -> Found:
    """Whether a link holds at points drawn for every letter the section leaves free."""
    if isinstance(link, n.Loose):
        return rounded(link, scope)
    if not isinstance(link, w.Relation):
        return Found.UNDECIDED
    general = checked(plain(link), scope.general)
    if general is Found.TRUE or free_symbols(plain(link.terms[-1])):
        return general  # a claim with letters on its right is meant for all their values
    here = checked(plain(link), scope)
    return general if here is Found.UNDECIDED else here


def checked(claim: Node, scope: Scope) -> Found:
    """Whether a claim holds at every point drawn, once what is short for something is written out."""
    claim = opened(claim, scope)
    functions, free = unset(claim, scope)
    if any(symbol.is_function for symbol in free) or (free and claim.signs != ("=",)):
        return Found.UNDECIDED  # points drawn at random prove no inequality, and nothing about any function
    generic, beyond = drawn(claim, free, scope)
    if any(outcome(claim, world, functions) is False for world in beyond):
        return Found.FALSE  # where it has no value at an edge, its words may have left the edge out
    return verdict([outcome(claim, world, functions) for world in generic])


def opened(node: Node, scope: Scope) -> Node:
    """The node with each letter that is short for something replaced by it."""
    table = {left: plain(right) for left, right in definitions(scope) if not isinstance(left, w.Apply)}
    table = {left: right for left, right in table.items() if not mentions(right, left)}
    for _ in range(ROUNDS):
        changed = node.substitute(by_name(node, table))
        if changed == node:
            break
        node = changed
    return node


def by_name(node: Node, table: dict[Node, Node]) -> dict[Node, Node]:
    """The replacements, for the very symbols the node holds (their kinds may have been narrowed since)."""
    named = {symbol.name: body for symbol, body in table.items()}
    return {
        symbol: named[name]
        for name, symbol in free_symbols(node).items()
        if name in named and fits(symbol, named[name])
    }


def fits(symbol: Symbol, body: Node) -> bool:
    return symbol.shape == body.shape


def mentions(node: Node, symbol: Node) -> bool:
    return symbol.name in free_symbols(node)


def definitions(scope: Scope) -> list[tuple[Node, Node]]:
    """Left and right sides of what the section has set equal."""
    found = []
    for fact in scope.facts:
        if isinstance(fact, w.Definition):
            found.append((fact.left, fact.right))
        elif isinstance(fact, w.Relation) and fact.signs == ("=",) and isinstance(fact.terms[0], w.Symbol):
            found.append(fact.terms)
    return found


def unset(claim: Node, scope: Scope) -> tuple[dict[str, Lambda], tuple[Symbol, ...]]:
    """The functions a claim uses that are defined, opened up, and the letters that are not."""
    functions = {
        left.function.name: Lambda(left.arguments, opened(plain(right), scope.without(left.arguments)))
        for left, right in definitions(scope)
        if isinstance(left, w.Apply)
    }
    inside = [body.body for name, body in functions.items()]
    parameters = {symbol.name for body in functions.values() for symbol in body.parameters}
    free = dict(free_symbols(claim))
    for body in inside:
        free |= {name: symbol for name, symbol in free_symbols(body).items() if name not in parameters}
    return functions, tuple(symbol for name, symbol in free.items() if name not in functions)


def drawn(claim: Node, free: tuple[Symbol, ...], scope: Scope) -> tuple[list[World], list[World]]:
    """Generic worlds that meet the section's conditions, and their edges; a claim without free letters needs one."""
    names = {symbol.name for symbol in free}
    conditions = tuple(plain(f) for f in scope.facts if isinstance(f, w.Relation) and set(free_symbols(f)) <= names)
    try:
        generic = worlds(repr(claim), free, conditions, POINTS if free else 1)
    except NoPoint:
        return [], []
    return generic, admitted_edges(claim, generic[0], conditions) if free else []


def outcome(claim: Node, world: World, functions: dict[str, Lambda]) -> bool | None:
    """The claim's truth in one world, by two roads."""
    for name, function in functions.items():
        world = world.bind(name, Lambda(function.parameters, fixed(function, world)))
    return spot.truth(claim, world)


def fixed(function: Lambda, world: World) -> Node:
    """A function's body with the numbers drawn for letters that are not its parameters."""
    own = {symbol.name for symbol in function.parameters}
    letters = [symbol for name, symbol in free_symbols(function.body).items() if name not in own]
    numbers = {
        s: lift(Fraction(world.values[s.name])) for s in letters if isinstance(world.values.get(s.name), int | Fraction)
    }
    return function.body.substitute(numbers)


def verdict(outcomes: list[bool | None]) -> Found:
    """False if it fails anywhere, true if it holds everywhere; where it has no value, a condition is missing."""
    if False in outcomes:
        return Found.FALSE
    return Found.UNDECIDED if None in outcomes or not outcomes else Found.TRUE


def rounded(link: n.Loose, scope: Scope) -> Found:
    """Whether two numbers agree to the digits written."""
    if link.signs != ("approx",):
        return Found.UNDECIDED
    left, right = (opened(plain(term), scope) for term in link.terms)
    functions, free = unset(w.Relation((left, right), ("=",)), scope)
    written = last_digit(link.terms[1])
    if free or written is None:
        return Found.UNDECIDED
    tolerance = written / 2 + written / 10**9
    return Found(spot.agree(left, right, tolerance, World(functions)))


def last_digit(node: Node) -> Fraction | None:
    """What one in the last digit of a written number is worth; None where no number is written out."""
    match node:
        case n.Decimal():
            return Fraction(1, 10**node.places)
        case w.Number(value):
            return Fraction(1) if value else None
        case w.Negative(body) | w.Group(body):
            return last_digit(body)
        case w.Multiply(left, w.Power(w.Number(10), exponent)):
            unit, power = last_digit(left), as_fraction(exponent)
            return None if unit is None or power is None else unit * Fraction(10) ** int(power)
    found = [last_digit(child) for child in node.children] if isinstance(node, w.Column) else []
    return max(found) if found and None not in found else None
