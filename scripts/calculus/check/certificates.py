"""Whether an inequality is as sharp as it says, and the error of an expansion no larger than its terms."""

from __future__ import annotations

from calculus.check import existence, expansions, recursions
from calculus.check.decide import TRUE, Decision, both, decide
from calculus.conditions import bounds
from calculus.interpreters import Precise, System, Undefined, World, evaluate
from calculus.language import words as w
from calculus.language.kinds import IndexKind, Number
from calculus.language.node import Node
from calculus.language.statements import zero
from calculus.language.symbols import Symbol


def sharpness(statement: Node, world: World, system: System) -> Decision:
    """At each declared point the weak inequalities are equalities; at infinity they become ones."""
    if isinstance(statement, w.Several):
        return both([sharpness(part, world, system) for part in statement.parts])
    if isinstance(statement, w.Exists):
        wide = Decision(False, "no function has its only place near each bound; they are wider than needed")
        return TRUE if existence.is_sharp(statement, world) else wide
    if isinstance(statement, w.Expansion):
        return sized(statement, world, system)
    weak = [place for place, sign in enumerate(getattr(statement, "signs", ())) if sign in ("<=", ">=", "<", ">")]
    if not weak:
        return TRUE
    met = [place for place in weak if any(certifies(statement, place, p, world, system) for p in statement.sharp)]
    missing = [place for place in weak if place not in met]
    if missing:
        return Decision(False, f"no point given in sharp= makes link {missing[0] + 1} an equality")
    idle = [p for p in statement.sharp if not any(certifies(statement, place, p, world, system) for place in weak)]
    return Decision(False, "a point given in sharp= makes no link an equality") if idle else TRUE


def sized(statement: w.Expansion, world: World, system: System) -> Decision:
    """An error larger than a term of the expansion itself would make that term idle."""
    for term in terms(statement.right):
        try:
            if expansions.vanishes(expansions.Part(term, statement, world, system).of_its_size("+"), system):
                return Decision(False, "a term is smaller than the error, which is stated too large")
        except Undefined:  # it does not vanish
            continue
    return TRUE


def terms(node: Node) -> list[Node]:
    """What is added and subtracted in a sum."""
    if isinstance(node, w.Add | w.Subtract):
        return [*terms(node.left), *terms(node.right)]
    return terms(node.body) if isinstance(node, w.Negative | w.Group) else [node]


def certifies(statement: w.Relation, place: int, point: tuple, world: World, system: System) -> bool:
    """A weak link must be met at a point the statement admits; a strict one only as the point runs off."""
    infinite = runs_off(point)
    if statement.signs[place] in ("<", ">") and not infinite:
        return False
    return (infinite or is_admitted(statement, point, world)) and meets(statement, place, point, world, system)


def runs_off(point: tuple) -> bool:
    """Whether a value of the point is infinite."""
    return any(w.Constant("infinity") in value.walk() for _, value in point)


def is_admitted(statement: w.Relation, point: tuple, world: World) -> bool:
    """Whether the point lies in the domains of its symbols and satisfies what the statement is given."""
    for symbol, value in point:
        world = recursions.moved(world, symbol, evaluate(value, world, Precise()))
    intervals = [bounds(place.kind, place) for place, _ in point if isinstance(getattr(place, "kind", None), Number)]
    conditions = [interval for interval in intervals if interval is not None]
    _, plain = recursions.split(statement.given)
    return all(decide(condition, world, Precise()).truth is True for condition in (*conditions, *plain))


FAR = w.Symbol("far", Number(lower=0))  # what infinity is replaced by before it is taken to the limit


def meets(statement: w.Relation, place: int, point: tuple, world: World, system: System) -> bool:
    """Whether one link is an equality at a point, or tends to one where the point runs off to infinity."""
    left, right = statement.terms[place : place + 2]
    difference = right if zero(left) else w.Subtract(left, right)

    def gap(far: object) -> object:
        there = world.bind(FAR.name, far)
        for symbol, value in point:
            placed = evaluate(value.substitute({w.Constant("infinity"): FAR}), there, system)
            there = recursions.moved(there, symbol, placed)
        return evaluate(difference, there, system)

    try:
        found = system.limit(gap, system.constant("infinity"), "") if runs_off(point) else gap(system.number(0))
        return bool(system.equal(found, system.number(0)))
    except Undefined:
        return False


def sharp_somewhere(statement: Node, generic: list[World], system: System) -> Decision:
    """Whether a certificate is met in one of the worlds; functions meet it only where they are the extremal ones.

    One that names an entry must be met whichever entry it is.
    """
    if names_an_entry(statement):
        return both([sharpness(statement, world, system) for world in generic])
    first = sharpness(statement, generic[0], system)
    others = (sharpness(statement, world, system) for world in generic[1:])
    return first if first.truth else next((other for other in others if other.truth), first)


def names_an_entry(statement: Node) -> bool:
    """Whether a certificate holds an index, which is drawn like everything else."""
    relations = [node for node in statement.walk() if isinstance(node, w.Relation)]
    values = [value for relation in relations for point in relation.sharp for _, value in point]
    return any(isinstance(node, Symbol) and isinstance(node.kind, IndexKind) for v in values for node in v.walk())
