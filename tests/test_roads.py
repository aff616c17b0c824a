"""Every road sees, none can be missed, and what says nothing is no pass."""

import itertools

import numpy as np
import pytest

import known_values
from calculus.check import holds, reference_updates, roads, rule, watch
from calculus.check.decide import TRUE, Decision
from calculus.check.draws import worlds
from calculus.check.findings import Finding
from calculus.check.premises import premises
from calculus.check.roads import ROADS
from calculus.check.rule import Verdict
from calculus.formula import declare
from calculus.interpreters import Exact, Precise, World, evaluate
from calculus.interpreters.reference import value
from calculus.language import Alias, Definition, Equal, Previous, Real, Update, Whole, exp
from calculus.language.functions import KNOWN, Apply, Known
from calculus.language.kinds import Array
from calculus.language.symbols import Symbol
from calculus.language.words import Update as UpdateRule
from press import catalogue

CANARIES = watch.declared()
RULES = [formula for formula in catalogue.formulas().values() if isinstance(formula.statement, UpdateRule)]
BESIDE = [rule for rule in RULES if rule.statement.same_as is not None]  # the others say which equation a step solves
UPDATES = [rule for rule in BESIDE if rule.statement.same_as.name not in reference_updates.FIXED]  # to another form
SYSTEMS = {"exact": Exact(), "numeric": Precise()}


@pytest.mark.parametrize("canary", CANARIES, ids=lambda canary: canary.name)
def test_every_road_sees_that_a_canary_is_false(canary):
    assert not watch.unseen(roads(canary))


@pytest.mark.parametrize("klass", ROADS)
def test_a_road_that_is_taken_away_is_missed(klass, monkeypatch):
    _, digits = ROADS[klass]
    monkeypatch.setitem(ROADS, klass, (lambda formula: Finding(Decision(None, "gone"), "no road", 0), digits))
    assert [verdict.klass for verdict in watch.unseen(roads(CANARIES[0]))] == [klass]


@pytest.mark.parametrize("klass", ROADS)
def test_a_road_that_finds_everything_true_is_missed(klass, monkeypatch):
    _, digits = ROADS[klass]
    monkeypatch.setitem(ROADS, klass, (lambda formula: Finding(TRUE, "blind", 5), digits))
    assert [verdict.klass for verdict in watch.unseen(roads(CANARIES[0]))] == [klass]


@pytest.mark.parametrize("klass", ROADS)
def test_a_road_that_breaks_down_says_nothing_rather_than_true(klass, monkeypatch):
    def broken(formula):
        raise NotImplementedError("no arm")

    monkeypatch.setitem(ROADS, klass, (broken, None))
    assert rule.verdict(CANARIES[0], klass).truth is None


@pytest.mark.parametrize("truths", list(itertools.product((True, False, None), repeat=len(ROADS))), ids=str)
def test_a_claim_holds_by_two_trues_and_no_false(truths):
    said = tuple(Verdict(klass, "", truth, 5, None, 0) for klass, truth in zip(ROADS, truths, strict=True))
    assert holds(said) == (truths.count(True) >= 2 and False not in truths)


def test_one_class_alone_proves_nothing():
    assert not holds((Verdict("exact", "", True, 5, None, 0),) * 2)


def an_unattached_definition(z: Real):
    """A word nobody else knows."""
    share = Alias("s", 1 / (1 + exp(-z)))
    return Definition(share, 1 / (1 + exp(-z)), where=[share])


def an_unattached_rule(x: Real, k: Whole):
    """An optimizer nobody else knows."""
    return Update([Equal(x, Previous(x) / 2)], k)


@pytest.mark.parametrize("declaration", [an_unattached_definition, an_unattached_rule])
def test_what_is_compared_with_nothing_is_reported_and_fails(declaration):
    verdicts = roads(declare(declaration, f"test_roads.{declaration.__name__}"))
    assert not holds(verdicts)
    assert all(
        verdict.truth is None and "needs something to be compared with" in verdict.reason for verdict in verdicts
    )


@pytest.mark.parametrize("formula", UPDATES, ids=lambda formula: formula.name)
def test_an_optimizer_runs_forty_steps_in_double_precision_beside_the_library(formula):
    world = worlds(formula.name, formula.symbols, premises(formula.statement), 1)[0]
    steps = list(reference_updates.side_by_side(formula.statement, world))
    assert len(steps) == 40
    assert {np.asarray(each).dtype for pair in steps for each in pair} == {np.dtype("float64")}
    assert not np.allclose(steps[0][1], steps[-1][1]), "the library must have moved"


def test_every_known_function_has_a_known_value():
    assert set(known_values.VALUES) == set(KNOWN)


@pytest.mark.parametrize("road", ["exact", "numeric", "reference"])
@pytest.mark.parametrize("name", KNOWN)
def test_a_known_function_has_its_value_on_every_road(name, road):
    arguments, known = known_values.VALUES[name]
    kinds = [Array(len(argument)) if isinstance(argument, tuple) else Real for argument in arguments]
    letters = tuple(Symbol(f"a{place}", kind) for place, kind in enumerate(kinds))
    world = World({letter.name: argument for letter, argument in zip(letters, arguments, strict=True)})
    node = Apply(Known(name), letters)
    found = evaluate(node, world, SYSTEMS[road]) if road in SYSTEMS else value(node, world)
    assert np.allclose(np.array(found, dtype=float).ravel(), known, rtol=1e-14, atol=0)
