"""Derivations that go round in a circle: that rest, through others, on the very formula they prove."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from calculus.derivation import Proof
from calculus.formula import Formula
from calculus.language import words as w
from calculus.parser.claims import parts


def circular(proofs: Collection[Proof], formulas: Mapping[str, Formula]) -> Iterator[tuple[Proof, str]]:
    """Each derivation in a circle, with a rule it takes that cannot be had without the formula it proves."""
    for proof in proofs:
        had = without(proof.proves, proofs, formulas)
        if borrowed := [rule for rule in proof.formulas if rule not in had]:
            yield proof, borrowed[0]


def without(name: str, proofs: Collection[Proof], formulas: Mapping[str, Formula]) -> set[str]:
    """The formulas that can be had without one of them: definitions, what is not derived, and what follows."""
    had = {each for each, formula in formulas.items() if defines(formula)}
    had |= formulas.keys() - {proof.proves for proof in proofs} - {name}
    while new := {proof.proves for proof in proofs if had.issuperset(proof.formulas)} - had - {name}:
        had |= new
    return had


def defines(formula: Formula) -> bool:
    """Whether a formula says what something means, which rests on nothing."""
    return any(isinstance(part, w.Definition) for part in parts(formula.statement))
