"""Update rules, run step by step and compared with an optimizer unrolled by hand: sums over all gradients so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from itertools import count
from random import Random
from typing import Any

from calculus.interpreters import System, World, evaluate
from calculus.interpreters.arrays import each
from calculus.language import kinds as k
from calculus.language import words as w
from calculus.language.node import Node
from calculus.language.optimizers import Optimizer
from calculus.language.shape import SCALAR
from calculus.language.symbols import Symbol, free_symbols

Settings = dict[str, Any]
LETTER = "gradient"  # what stands for the gradient of whatever function


@dataclass(frozen=True)
class Step:
    """One step of a rule: the gradient, the optimizer's settings, and the value that moves, before and after."""

    gradient: Any
    settings: Settings
    before: Any
    after: Any


def steps(statement: w.Update, world: World, system: System) -> Iterator[Step]:
    """The steps of a rule without end; what moves starts where it was drawn, everything else at zero."""
    source, known = Random(repr(world)), statement.same_as
    rules, along = with_a_letter(statement)
    world = started(statement, world)
    for number in count(int(statement.time.kind.lower or 0)):
        here = with_gradient(along, world, source).bind(statement.time.name, number)
        settings = {name: valued(value, here, system) for name, value in known.settings}
        world = moved(rules, here, system)
        gradient, before = evaluate(along, here, system), evaluate(known.moves, here, system)
        yield Step(gradient, settings, before, evaluate(known.moves, world, system))


SOLVED = 2  # steps of a rule that solves an equation; more add nothing, and each makes exact numbers longer


def solved(statement: w.Update, world: World, system: System) -> Iterator[tuple[w.Relation, World]]:
    """The equation a rule solves at each of its first steps, with the world in which it must hold."""
    former = {line.terms[0]: Symbol(f"former {line.terms[0].name}", line.terms[0].kind) for line in statement.lines}
    before = {w.Previous(target): old for target, old in former.items()}
    for number in range(SOLVED):
        after = moved(statement.lines, world.bind(statement.time.name, number), system)
        kept = {old.name: world.values[target.name] for target, old in former.items()}
        yield statement.solves.substitute(before), replace(after, values={**after.values, **kept})
        world = after


def with_a_letter(statement: w.Update) -> tuple[tuple[w.Relation, ...], Node]:
    """The lines and the gradient, which becomes a letter where the lines ask for it in the very same words.

    A rule is the same whatever function it descends; a gradient taken elsewhere stays what it is, and shows.
    """
    targets = {line.terms[0] for line in statement.lines}
    along = statement.same_as.along
    parts = [along, *(node for node in along.walk() if is_gradient(node))]  # a penalty may stand beside the gradient
    for part in parts:
        before = part.substitute({w.Previous(target): target for target in targets})
        before = before.substitute({target: w.Previous(target) for target in targets})
        letter = Symbol(LETTER, k.Array(*part.shape) if part.shape != SCALAR else k.Real)
        lines = tuple(line.put(("terms", 1), line.terms[1].substitute({before: letter})) for line in statement.lines)
        if lines != statement.lines:
            return lines, along.substitute({part: letter})
    return statement.lines, along


def is_gradient(node: Node) -> bool:
    """Whether a node is the gradient of a function at a point."""
    return isinstance(node, w.Apply) and isinstance(node.function, w.Nabla)


def valued(setting: Node | bool, world: World, system: System) -> Any:
    """A setting's value; a switch as it is."""
    return setting if isinstance(setting, bool) else evaluate(setting, world, system)


def started(statement: w.Update, world: World) -> World:
    """The world before the first step."""
    targets = [line.terms[0] for line in statement.lines]
    position = next(name for name in free_symbols(statement.same_as.moves) if name in [t.name for t in targets])
    for target in targets:
        if target.name != position:
            world = world.bind(target.name, nothing(world.values[target.name]))
    return world


def nothing(value: Any) -> Any:
    """Zero, or rows of it, in the shape of a value."""
    return tuple((Fraction(0),) * len(row) for row in value) if isinstance(value, tuple) else Fraction(0)


def with_gradient(along: Node, world: World, source: Random) -> World:
    """The world with a new gradient, where that is a letter and not a function's."""
    letter = free_symbols(along).get(LETTER)
    if letter is None:
        return world
    rows, columns = (world.size(size) for size in letter.shape)
    drawn = tuple(tuple(Fraction(source.randrange(-63, 64, 2), 32) for _ in range(columns)) for _ in range(rows))
    return world.bind(LETTER, drawn if letter.shape != SCALAR else drawn[0][0])


def moved(lines: tuple[w.Relation, ...], world: World, system: System) -> World:
    """The world after one step, its lines carried out from top to bottom."""
    former = {line.terms[0]: Symbol(f"former {line.terms[0].name}", line.terms[0].kind) for line in lines}
    for target, old in former.items():
        world = world.bind(old.name, world.values[target.name])
    for line in lines:
        target, right = line.terms
        read = {node: node.body.substitute(former) for node in right.walk() if isinstance(node, w.Previous)}
        world = world.bind(target.name, evaluate(right.substitute(read), world, system))
    return world


def unrolled(known: Optimizer, past: list[Step], system: System) -> Any:
    """Where the optimizer is after these steps: its start, less every direction it went, each with its own rate."""
    kept = [1 - step.settings["learning_rate"] * step.settings.get("weight_decay", 0) for step in past]
    ahead = [reduce(lambda a, b: a * b, kept[place:], system.number(1)) for place in range(len(past) + 1)]
    settings = [step.settings for step in past]

    def entry(start: Any, *gradients: Any) -> Any:
        gone = (
            own["learning_rate"] * DIRECTIONS[known.name](gradients[: place + 1], own, system) * ahead[place + 1]
            for place, own in enumerate(settings)
        )
        return start * ahead[0] - sum(gone)

    return each(entry, past[0].before, *(step.gradient for step in past))


def weighted(values: Any, decay: Any) -> Any:
    """The values so far, each the less the older it is."""
    return sum(value * decay ** (len(values) - 1 - place) for place, value in enumerate(values))


def mean(values: Any, decay: Any) -> Any:
    """The same with weights that nearly sum to one."""
    return (1 - decay) * weighted(values, decay)


def descent(gradients: Any, own: Settings, system: System) -> Any:
    """Steepest descent, heavy ball (Polyak, 1964) and, seen from where it looks ahead, Nesterov's (1983)."""
    if "momentum" not in own:
        return gradients[-1]
    gathered = weighted(gradients, own["momentum"])
    return gradients[-1] + own["momentum"] * gathered if own.get("nesterov") else gathered


def adagrad(gradients: Any, own: Settings, system: System) -> Any:
    """Duchi, Hazan and Singer, 2011: the gradient over the root of all squares so far."""
    return scaled(gradients[-1], own["initial_accumulator_value"] + sum(g * g for g in gradients), own, system)


def rmsprop(gradients: Any, own: Settings, system: System) -> Any:
    """Tieleman and Hinton, 2012: the same with squares that are forgotten."""
    return scaled(gradients[-1], mean([g * g for g in gradients], own["decay"]), own, system)


def scaled(gradient: Any, squares: Any, own: Settings, system: System) -> Any:
    """A gradient over a root, with the small number inside or outside of it."""
    if own["eps_in_sqrt"]:
        return system.divide(gradient, system.known("sqrt", (squares + own["eps"],)))
    return system.divide(gradient, system.known("sqrt", (squares,)) + own["eps"])


def adam(gradients: Any, own: Settings, system: System) -> Any:
    """Kingma and Ba, 2015: means of gradients and squares, each over the sum of its weights."""
    first, second = (1 - own[name] ** len(gradients) for name in ("b1", "b2"))
    direction = system.divide(mean(gradients, own["b1"]), first)
    squares = system.divide(mean([g * g for g in gradients], own["b2"]), second)
    return system.divide(direction, system.known("sqrt", (squares,)) + own["eps"])


DIRECTIONS: dict[str, Callable[[Any, Settings, System], Any]] = {
    "sgd": descent, "adagrad": adagrad, "rmsprop": rmsprop, "adam": adam, "adamw": adam,
}  # fmt: skip
