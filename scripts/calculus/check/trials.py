"""What becomes of a mutant: refused, false, without a value, proven to say the same, or alive, which is a defect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

from calculus.check import bare_worlds, implications, weakening
from calculus.check.certificates import sharp_somewhere
from calculus.check.decide import both, both_ways, decide
from calculus.check.draws import NoPoint, worlds
from calculus.check.equivalence import by_form, proof
from calculus.check.findings import where
from calculus.check.mutants import Mutant, mutants
from calculus.check.points import CERTIFYING, admitted_edges, affordable
from calculus.check.premises import premises
from calculus.check.roads import BY_INDUCTION, ROADS, WITH_LETTERS
from calculus.formula import Formula
from calculus.interpreters import Precise, Undefined, Unsettled, World
from calculus.language.node import Node
from calculus.language.statements import Implies
from calculus.language.symbols import free_symbols

Step = Callable[[Formula], tuple[str, str] | None]
FOR_ALL = (WITH_LETTERS, BY_INDUCTION)
CHEAPEST = ("numeric", "exact", "reference")
FIRST = 3  # worlds in which an error is looked for before anything dearer is done
KILLED = ("refused", "false", "not sharp", "undefined", "vacuous", "undecided")


@dataclass(frozen=True)
class Fate:
    """What became of a mutant, and by which road, at which point or with which proof it is known."""

    mutant: Mutant
    outcome: str  # one of KILLED, equivalent or alive; of a condition also unnecessary, or defined: part of a word
    by: str = ""

    @property
    def is_killed(self) -> bool:
        return self.outcome in KILLED


def fates(formula: Formula) -> Iterator[Fate]:
    """The fate of every mutant of a formula."""
    trial = Trial(formula)
    yield from (trial.fate(mutant) for mutant in mutants(formula))


@dataclass(frozen=True)
class Trial:
    """A formula, and the worlds in which it holds and its mutants are tried."""

    formula: Formula
    defined: tuple[Node, ...] = ()  # what definitions have on their left: their conditions go with the words

    @cached_property
    def worlds(self) -> list[World]:
        """The generic worlds of the formula, and its own edges."""
        drawn = self.drawn(affordable(self.formula.statement))
        return [*drawn, *admitted_edges(self.formula.statement, drawn[0], premises(self.formula.statement))]

    @cached_property
    def certifying(self) -> list[World]:
        """Worlds in which the formula meets its certificate, a few of many; a weaker claim meets it in none of them."""
        functions = any(symbol.is_function for symbol in self.formula.symbols)
        many = self.drawn(CERTIFYING if functions else affordable(self.formula.statement))
        statement = self.formula.statement
        meeting = (world for world in many if sharp_somewhere(statement, [world], Precise()).truth)
        return list(islice(meeting, FIRST)) or many

    def drawn(self, count: int) -> list[World]:
        """Generic worlds of the formula."""
        return worlds(self.formula.name, self.formula.symbols, premises(self.formula.statement), count)

    def fate(self, mutant: Mutant) -> Fate:
        """The first thing that is found out about a mutant, from the cheapest road to the dearest."""
        if mutant.statement is None:
            return Fate(mutant, "refused", mutant.refusal)
        broken = replace(self.formula, statement=mutant.statement, symbols=mutant.symbols)
        if mutant.is_weakened:
            outcome, by = self.without_a_condition(broken)
            meant = outcome == "unnecessary" and weakening.is_meant(mutant.before, self.formula.statement, self.defined)
            return Fate(mutant, "defined" if meant else outcome, by)
        if by_form(self.formula, mutant):
            return Fate(mutant, "equivalent", "the same once numbers come out of linear operations")
        steps = (self.at_first_worlds, self.unsharp, self.at_worlds, lambda _: self.proven(mutant))
        steps = (*steps, self.at_own_edges, self.unimplied, self.vacuous, on_all_roads)
        found = (safely(step, broken) for step in steps)
        return Fate(mutant, *next((result for result in found if result), ("alive", "")))

    def at_first_worlds(self, broken: Formula) -> tuple[str, str] | None:
        """As in all worlds, in the few that most errors do not outlive."""
        return judged(broken, self.worlds[:FIRST])

    def at_worlds(self, broken: Formula) -> tuple[str, str] | None:
        """False in a world of the formula, or without a value in one, where the formula has its value."""
        return judged(broken, self.worlds[FIRST:])

    def proven(self, mutant: Mutant) -> tuple[str, str] | None:
        """The same as the formula, by an exact proof."""
        found = proof(self.formula, mutant)
        return ("equivalent", found) if found else None

    def at_own_edges(self, broken: Formula) -> tuple[str, str] | None:
        """False at an edge the mutant has of its own, or without a value where the formula has one."""
        own = admitted_edges(broken.statement, self.worlds[0], premises(self.formula.statement))
        return judged(broken, [world for world in own if tried(self.formula, world)[0]])

    def unsharp(self, broken: Formula) -> tuple[str, str] | None:
        """True, but weaker than what its certificate promises, or only met true."""
        sharp = sharp_somewhere(broken.statement, self.certifying, Precise())
        decision = both([sharp, both_ways(broken.statement, self.worlds, Precise())])
        return ("not sharp", decision.reason) if decision.truth is not True else None

    def unimplied(self, broken: Formula) -> tuple[str, str] | None:
        """An implication whose premise holds somewhere without its conclusion."""
        decision = implications.tested(broken, self.worlds[0])
        mixed = implications.mixed(self.formula, self.worlds[0], self.worlds[1])
        if any(implications.refutes(broken.statement, world) for world in mixed):
            return "false", "the premise holds where the conclusion does not"
        return ("false", decision.reason) if decision.truth is False else None

    def vacuous(self, broken: Formula) -> tuple[str, str] | None:
        """Without a point at which the premise holds."""
        return ("vacuous", "the premise never holds") if implications.never_hold(broken, self.worlds) else None

    def without_a_condition(self, broken: Formula) -> tuple[str, str]:
        """False or without a value where the condition does not hold; else the condition does nothing."""
        conditions = premises(broken.statement)
        try:
            drawn = worlds(broken.name, broken.symbols, conditions, affordable(broken.statement))
        except NoPoint as error:
            return "vacuous", str(error)
        drawn = [*drawn, *admitted_edges(broken.statement, drawn[0], conditions)]
        drawn += bare_worlds.worlds(broken, drawn[:FIRST], conditions)
        return judged(broken, drawn) or ("unnecessary", f"true at {len(drawn)} points without it")


def safely(step: Step, broken: Formula) -> tuple[str, str] | None:
    """What a step finds out; a mutant may ask for anything, and an exception says nothing of its truth."""
    try:
        return step(broken)
    except Exception:
        return None


def judged(broken: Formula, drawn: list[World]) -> tuple[str, str] | None:
    """False somewhere, or without a value somewhere; what is not settled says nothing."""
    for world in drawn:
        truth, reason = tried(broken, world)
        if truth is not True and reason:
            return ("undefined" if truth is None else "false"), f"numeric: {reason} {where(world)}"
    return None


def tried(broken: Formula, world: World) -> tuple[bool | None, str]:
    """The truth in one world; where there is none, the reason why there is no value, if that is what is wrong."""
    try:
        decision = decide(broken.statement, world, Precise())
    except Unsettled:
        return None, ""
    except Undefined as error:
        return None, str(error) or "there is no value"
    except Exception:  # as above
        return None, ""
    speaks = decision.truth is False or isinstance(broken.statement, Implies)  # a premise that fails says nothing here
    return decision.truth, decision.reason if speaks else ""


def on_all_roads(broken: Formula) -> tuple[str, str] | None:
    """False on some road; true for all values at once on one; or true on none, so that it would not pass."""
    passed, reasons = False, []
    for klass in sorted(ROADS, key=CHEAPEST.index):
        road, _ = ROADS[klass]
        try:
            found = road(broken)
        except Exception as error:
            reasons.append(f"{klass}: {error or type(error).__name__}")
            continue
        if found.decision.truth is False:
            return "false", f"{klass}: {found.decision.reason}"
        alone = klass == "exact" and not free_symbols(broken.statement)
        if found.decision.truth and (alone or (found.manner in FOR_ALL and found.points == 1)):
            return "equivalent", f"true for all values: {found.manner}"
        passed = passed or bool(found.decision.truth)
        reasons.append(f"{klass}: {found.decision.reason}")
    return None if passed else ("undecided", "; ".join(reasons))
