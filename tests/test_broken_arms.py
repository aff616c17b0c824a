"""Every arm of every interpreter matters: broken one at a time, each makes a statement fail that held on its road."""

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from typing import Any

import numpy as np
import pytest

import hard_applications
import hard_rows
import sample_declarations
from calculus.check import reference
from calculus.check.decide import Decision
from calculus.check.decide import decide as by_system
from calculus.check.draws import NoPoint, worlds
from calculus.conditions import given
from calculus.formula import Formula, declare
from calculus.interpreters import Exact, Precise, System, World, exact, precise
from calculus.interpreters.evaluate import arm_of
from calculus.interpreters.reference import library, table
from calculus.language.functions import Known
from calculus.language.statements import Statement
from press import catalogue

WORLDS = 1
TRIED = 12  # true statements on which a broken arm may show itself; one is enough
SYSTEMS = {"exact": Exact(), "numeric": Precise()}
# Where each road looks up what to do with a node, and with a known function.
REGISTRIES = {
    "exact": (arm_of, by_system), "numeric": (arm_of, by_system), "reference": (table.value_of, reference.decide),
}  # fmt: skip
FUNCTIONS = {"exact": exact.SCALAR, "numeric": precise.KNOWN, "reference": library.LIBRARY}


@dataclass(frozen=True)
class Arm:
    """What one road does with one type of node, known function, or operation of its numbers."""

    road: str
    name: str
    is_met_in: Callable[[Formula], bool]
    broken: Callable[[], Any]  # a context in which it is broken


def wrong(value: Any) -> Any:
    """Another value of the same sort and shape; the opposite of a decision."""
    if isinstance(value, Decision):
        return Decision(not value.truth, "broken")
    if value is None or isinstance(value, bool | np.bool_):
        return not value
    return value + value + 1


@contextmanager
def in_registry(registry: Any, kind: type) -> Iterator[None]:
    """A type of node with an arm that gives something else."""
    right = registry.registry[kind]
    registry.register(kind, lambda *arguments: wrong(right(*arguments)))
    yield
    registry.register(kind, right)


@contextmanager
def in_table(functions: dict, name: str) -> Iterator[None]:
    """A known function that gives something else."""
    right = functions[name]
    functions[name] = lambda *arguments: wrong(right(*arguments))
    yield
    functions[name] = right


@contextmanager
def in_system(system: type, name: str) -> Iterator[None]:
    """An operation of a system of numbers that gives something else."""
    right = getattr(system, name)
    setattr(system, name, lambda *arguments: wrong(right(*arguments)))
    yield
    setattr(system, name, right)


def arms() -> Iterator[Arm]:
    """All arms there are, found where the roads look them up."""
    for road, (values, decisions) in REGISTRIES.items():
        for registry, is_met in ((values, values_a), (decisions, decides_a)):
            for kind in set(registry.registry) - {object}:
                name = f"{registry.__name__} {kind.__name__}"
                yield Arm(road, name, partial(is_met, kind), partial(in_registry, registry, kind))
    for road, functions in FUNCTIONS.items():
        for name in functions:
            yield Arm(road, name, partial(holds_the, name), partial(in_table, functions, name))
    for road, system in SYSTEMS.items():
        for name in System.__abstractmethods__:
            yield Arm(road, f"system.{name}", partial(uses, road, name), partial(in_system, type(system), name))


def decides_a(kind: type, formula: Formula) -> bool:
    return any(isinstance(node, kind) for node in formula.statement.walk())


def values_a(kind: type, formula: Formula) -> bool:
    """Whether there is such a node as a part of a value; a relation is one only where it is a condition."""
    below = (child for node in formula.statement.walk() if not isinstance(node, Statement) for child in node.children)
    above = (child for node in formula.statement.walk() if isinstance(node, Statement) for child in node.children)
    return any(isinstance(node, kind) for node in below) or any(
        isinstance(node, kind) for node in above if not isinstance(node, Statement)
    )


def holds_the(name: str, formula: Formula) -> bool:
    return Known(name) in formula.statement.walk()


def uses(road: str, name: str, formula: Formula) -> bool:
    return name in operations(road, formula.name)


ARMS = sorted(arms(), key=lambda arm: (arm.road, arm.name))


@cache
def formulas() -> dict[str, Formula]:
    """The formulas of the shelves and the samples, the smallest first: they are the cheapest to try."""
    found = dict(catalogue.formulas())
    for module in (sample_declarations, hard_rows, hard_applications):
        functions = (f for _, f in inspect.getmembers(module, inspect.isfunction) if f.__module__ == module.__name__)
        found |= {name: declare(f, name) for f in functions if (name := f"{module.__name__}.{f.__name__}")}
    return dict(sorted(found.items(), key=lambda item: sum(1 for _ in item[1].statement.walk())))


@cache
def tried_in(name: str) -> tuple[World, ...]:
    """Worlds drawn while nothing is broken."""
    formula = formulas()[name]
    try:
        return tuple(worlds(name, formula.symbols, given(formula.statement), WORLDS))
    except NoPoint:
        return ()


def is_true(road: str, name: str, system: System | None = None) -> bool:
    """Whether a road finds a formula true; an exception is no pass."""
    statement, system = formulas()[name].statement, system or SYSTEMS.get(road)
    decide = partial(by_system, system=system) if system else reference.beside_libraries
    try:
        return bool(tried_in(name)) and all(decide(statement, world).truth is True for world in tried_in(name))
    except Exception:
        return False


@cache
def held(road: str, name: str) -> bool:
    """Whether the road finds the formula true while nothing is broken."""
    return is_true(road, name)


@cache
def operations(road: str, name: str) -> frozenset[str]:
    """Which operations of its system a road asks for."""
    used: set[str] = set()

    def noted(self: System, attribute: str) -> Any:
        used.add(attribute)
        return object.__getattribute__(self, attribute)

    is_true(road, name, type("Noting", (type(SYSTEMS[road]),), {"__getattribute__": noted})())
    return frozenset(used)


@pytest.mark.parametrize("arm", ARMS, ids=lambda arm: f"{arm.road} {arm.name}")
def test_a_broken_arm_makes_a_statement_fail(arm):
    """An arm that no statement needs would be found here too."""
    met = list(
        islice((name for name, formula in formulas().items() if arm.is_met_in(formula) and held(arm.road, name)), TRIED)
    )
    for name in met:
        with arm.broken():
            if not is_true(arm.road, name):
                return
    pytest.fail(f"nothing fails that should: {', '.join(met) or 'no true statement needs it'}")
