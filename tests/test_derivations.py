"""Each line of a derivation follows from the line above, and the last one is the formula."""

import inspect

import pytest

import small_derivations
from calculus import printers
from calculus.check import holds, roads
from calculus.derivation import derive
from calculus.formula import DeclarationError, declare
from press import catalogue, verdicts

DECLARED = [
    f for _, f in inspect.getmembers(small_derivations, inspect.isfunction) if f.__module__ == "small_derivations"
]
FORMULAS = {
    f"small_derivations.{f.__name__}": declare(f, f"small_derivations.{f.__name__}")
    for f in DECLARED
    if "Derivation(" not in inspect.getsource(f)
}
SMALL = [f for f in DECLARED if f"small_derivations.{f.__name__}" not in FORMULAS]
PROOFS = catalogue.derivations()


def wrong_lines(derivation) -> set[int]:
    """The lines at which a derivation is refused: where it cannot be read, or where its claims do not hold."""
    try:
        proof = derive(derivation, f"false.{derivation.__name__}", FORMULAS)
    except DeclarationError as error:
        return {error.line}
    return {claim.line for claim in proof.claims if not holds(roads(claim))}


def marked(derivation) -> set[int]:
    lines, first = inspect.getsourcelines(derivation)
    return {first + place for place, line in enumerate(lines) if line.rstrip().endswith("# wrong")}


def test_there_are_derivations():
    assert PROOFS


def test_every_line_of_every_derivation_holds():
    claims = [claim for proof in PROOFS.values() for claim in proof.claims]
    failed = [outcome.formula.name for outcome in verdicts.outcomes(claims) if not outcome.holds]
    assert failed == []


def test_small_derivations_are_of_both_kinds():
    assert {bool(marked(derivation)) for derivation in SMALL} == {True, False}


@pytest.mark.parametrize("derivation", SMALL, ids=lambda derivation: derivation.__name__)
def test_a_derivation_is_refused_at_the_lines_that_are_wrong_and_only_there(derivation):
    assert wrong_lines(derivation) == marked(derivation)


def test_the_formulas_that_small_derivations_speak_of_are_true():
    for formula in FORMULAS.values():
        assert holds(roads(formula)), formula.name


@pytest.mark.parametrize("name", PROOFS)
def test_each_line_has_a_claim_at_the_line_that_types_it(name):
    proof = PROOFS[name]
    source = proof.file.read_text("utf-8").splitlines()
    for line in proof.lines:
        assert line.claim in proof.claims
        assert "Step(" in source[line.claim.line - 1]


@pytest.mark.parametrize("name", PROOFS)
def test_each_line_names_its_rule(name):
    for line in PROOFS[name].lines:
        assert line.rules
        assert all(rule in catalogue.formulas() for rule in line.rules if "." in rule)


@pytest.mark.parametrize("name", PROOFS)
def test_each_line_is_printed_and_said(name):
    for node in PROOFS[name].nodes:
        assert "<math" in printers.mathml(node)
        assert printers.speech(node)


def test_no_derivation_borrows_from_what_it_proves():
    assert [problem for problem in catalogue.problems() if "must not rest" in problem.rule] == []
