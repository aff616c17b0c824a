"""What is done for inequalities beyond trying points: the slack is attacked, then, where it can be, proven on a box."""

from __future__ import annotations

from dataclasses import replace

from calculus.check import attack, boxes, recursions
from calculus.check.edges import spoken_for
from calculus.conditions import given
from calculus.interpreters import Precise, World, evaluate
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.symbols import free_symbols


def claims(statement: Node) -> list[tuple[w.Relation, int, attack.Link]]:
    """Each inequality a statement makes: its chain, its place there, its two sides and conditions."""
    _, conditions = recursions.split(given(statement))
    found, fixed = [], frozenset(spoken_for(statement))
    for chain, premises in chains(statement):
        found += [(chain, place, link) for place, link in attack.links(chain, (*conditions, *premises), fixed)]
    return found


def chains(statement: Node) -> list[tuple[w.Relation, tuple[Node, ...]]]:
    """The chains of a statement, each with what it is concluded from."""
    match statement:
        case w.Relation():
            return [(statement, ())]
        case w.Several(parts):
            return [found for part in parts for found in chains(part)]
        case w.Implies(w.Relation() as premise, conclusion):
            return [(chain, (*premises, premise)) for chain, premises in chains(conclusion)]
    return []


def refuting(statement: Node, worlds: list[World]) -> World | None:
    """A world in which one of the inequalities is false."""
    found = (attack.counterexample(link, [*near(chain, worlds[0]), *worlds]) for chain, _, link in claims(statement))
    return next((world for world in found if world is not None), None)


def near(chain: w.Relation, world: World) -> list[World]:
    """Worlds at the points where the two sides are said to touch: the slack is least around there."""
    found = []
    for point in chain.sharp:
        if all(isinstance(symbol, w.Symbol) and w.Constant("infinity") not in value.walk() for symbol, value in point):
            values = {symbol.name: attack.in_doubles(evaluate(value, world, Precise())) for symbol, value in point}
            found.append(replace(world, values={**world.values, **values}))
    return found


def proof(statement: Node) -> str:
    """How far the inequalities are proven, in words; nothing where intervals do not decide them all."""
    inequalities = claims(statement)
    if any("=" in chain.signs for chain, _ in chains(statement)) or not all(map(is_small, inequalities)):
        return ""
    found = [boxes.proven(claim(*each)) for each in inequalities]
    if None in found:
        return ""
    _, box = min(found, key=lambda each: each[0])
    return ", ".join(sides(name, [each[name] for each in box]) for name in box[0])


def is_small(inequality: tuple[w.Relation, int, attack.Link]) -> bool:
    """Whether only a few numbers are free in both sides."""
    return boxes.is_small(w.Subtract(inequality[2].large, inequality[2].small))


def claim(chain: w.Relation, place: int, link: attack.Link) -> boxes.Claim:
    """A link as a claim about its slack, with the points where its sides are said to touch."""
    slack = w.Subtract(link.large, link.small)
    points = [point[0] for point in chain.sharp if len(point) == 1 and isinstance(point[0][0], w.Symbol)]
    near = (boxes.touching(slack, symbol, value) for symbol, value in points)
    letters = free_symbols(slack).keys()  # another part's letters have no interval, and its conditions no say
    conditions = tuple(condition for condition in link.conditions if free_symbols(condition).keys() <= letters)
    return boxes.Claim(slack, chain.signs[place] in "<>", conditions, tuple(each for each in near if each))


def sides(name: str, intervals: list[boxes.Interval]) -> str:
    """A variable's intervals, as they are read."""
    spans = dict.fromkeys(f"{float(lower):g} to {float(upper):g}" for lower, upper in intervals)
    return f"{name} from {' and '.join(spans)}"
