"""What became of the mutants of each formula: kept by content, tried in batches in processes that a limit can end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from time import perf_counter

from calculus.check import mutants, trials
from calculus.formula import Formula
from calculus.language import Definition, Node
from calculus.printers import tex
from press import cache, catalogue, verdicts
from press.report import Problem

NODES = 12  # of a statement, for each of the batches its mutants are tried in
UNANSWERED = "unanswered"  # tried for too long, which is never a kill
EACH = 10**9  # a step so long that a batch holds one mutant
# How a mutant is caught: only the first is a refutation, the others keep it from passing.
WAYS = {
    "false": ("false", "not sharp", "vacuous"), "without a value": ("undefined",),
    "refused by the language": ("refused",), "true on no road": ("undecided",),
}  # fmt: skip
ALONE = 20  # seconds a mutant may take by itself, once its batch has taken too long


@dataclass(frozen=True)
class Row:
    """What became of one mutant, as it can be kept and told."""

    operator: str
    change: str
    claim: str
    outcome: str
    by: str


@dataclass(frozen=True)
class Tally:
    """What became of all mutants of a formula."""

    formula: Formula
    rows: tuple[Row, ...] = ()
    seconds: float = 0

    def those(self, *outcomes: str) -> list[Row]:
        """The mutants that came to one of these ends."""
        return [row for row in self.rows if row.outcome in outcomes]

    @property
    def counts(self) -> dict[str, int]:
        """As other programs read it. To drop a condition that nothing needs is no error, so it makes no mutant."""
        made = len(self.rows) - len(self.those("unnecessary", "defined"))
        return {"made": made, "killed": len(self.those(*trials.KILLED)), "equivalent": len(self.those("equivalent"))}

    @property
    def ways(self) -> dict[str, int]:
        """How many were killed in each way."""
        return {way: len(self.those(*outcomes)) for way, outcomes in WAYS.items()}

    @property
    def holds(self) -> bool:
        """Whether there are mutants and every one is caught or proven to be no error."""
        return self.counts["made"] > 0 and not self.those("alive", UNANSWERED)


def known(formula: Formula) -> Tally | None:
    """The tally that still stands for what is declared; none if its mutants have not been tried since."""
    kept = cache.recall("mutants", formula.name, _key(formula))
    return kept and Tally(formula, tuple(Row(**row) for row in kept["rows"]), kept["seconds"])


def _key(formula: Formula) -> str:
    """Changes with what a verdict hangs on, and with the errors that are made."""
    return cache.key(verdicts.key(formula), cache.sources(*verdicts.BREAKING))


def tallies(formulas: list[Formula]) -> Iterator[Tally]:
    """The tally of each formula, in order; those without one are tried now."""
    new = _tried([formula for formula in formulas if not known(formula)])
    for formula in formulas:
        yield known(formula) or next(new)


def problems(tally: Tally) -> list[Problem]:
    """What to tell about mutants that nothing catches."""
    formula, again = tally.formula, f"make check NAME={tally.formula.name}"
    rule = f"a check of {formula.name} must notice every error"
    hint = (
        "if the claim is still true, prove it in calculus/check/equivalence.py; else sharpen a check or its certificate"
    )
    if not tally.counts["made"]:
        return [Problem(formula.file, formula.line, rule, "no error could be made in it", again=again)]
    return [
        Problem(formula.file, formula.line, rule, _told(row), hint, again) for row in tally.those("alive", UNANSWERED)
    ]


def advice(tally: Tally) -> list[Problem]:
    """Conditions that nothing was seen to need."""
    formula, again = tally.formula, f"make check NAME={tally.formula.name}"
    return [
        Problem(formula.file, formula.line, f"{formula.name} may not need a condition", row.change, row.by, again)
        for row in tally.those("unnecessary")
    ]


def _told(row: Row) -> str:
    return f"{row.operator} {row.change}, in {row.claim}" + (f" ({row.by})" if row.by else "")


def _tried(formulas: list[Formula]) -> Iterator[Tally]:
    """All batches go through the processes together; a formula is done when its batches are."""
    batches = {formula.name: _batches(formula) for formula in formulas}
    answers = verdicts.answers(_fates, [batch for each in batches.values() for batch in each])
    for formula in formulas:
        found = [next(answers) for _ in batches[formula.name]]
        rows = [row for batch, answer in zip(batches[formula.name], found, strict=True) for row in _rows(batch, answer)]
        tally = Tally(formula, tuple(rows), round(sum(answer["seconds"] for answer in found), 3))
        if not tally.those(UNANSWERED):  # a busy minute is no verdict: the next run tries again
            kept = {"rows": [asdict(row) for row in rows], "seconds": tally.seconds}
            cache.keep("mutants", formula.name, _key(formula), kept)
        yield tally


def _batches(formula: Formula) -> list[str]:
    """Every so many-th mutant from each of the first ones on: dear ones stand together, and so are spread."""
    count = 1 + sum(1 for _ in formula.statement.walk()) // NODES
    return [f"{formula.name} {start} {count}" for start in range(count)]


def _rows(batch: str, answer: dict) -> list[Row]:
    """A batch that was ended is tried again mutant by mutant, so that only the one that hangs is lost."""
    if "failure" not in answer:
        return [Row(**row) for row in answer["rows"]]
    formula, chosen = _chosen(batch)
    singles = [f"{formula.name} {place} {EACH}" for place, _ in chosen]
    answers = list(verdicts.answers(_fates, singles, ALONE))
    answer["seconds"] = answer.get("seconds", 0) + sum(alone.get("seconds", 0) for alone in answers)
    unanswered = (
        trials.Fate(mutant, UNANSWERED, alone.get("failure", ""))
        for (_, mutant), alone in zip(chosen, answers, strict=True)
    )
    return [
        Row(**alone["rows"][0]) if "rows" in alone else _row(fate)
        for alone, fate in zip(answers, unanswered, strict=True)
    ]


def _chosen(batch: str) -> tuple[Formula, list[tuple[int, mutants.Mutant]]]:
    """A batch's mutants with their places among all of the formula's."""
    name, start, step = batch.split()
    formula = catalogue.claims()[name]
    return formula, list(islice(enumerate(mutants.mutants(formula)), int(start), None, int(step)))


def _fates(batch: str) -> dict:
    """Runs in a process of its own, and so finds the formula by its name."""
    began = perf_counter()
    formula, chosen = _chosen(batch)
    trial = trials.Trial(formula, _defined())
    rows = [asdict(_row(trial.fate(mutant))) for _, mutant in chosen]
    return {"rows": rows, "seconds": round(perf_counter() - began, 3)}


def _defined() -> tuple[Node, ...]:
    """What the definitions on the shelves have on their left."""
    nodes = (node for formula in catalogue.formulas().values() for node in formula.statement.walk())
    return tuple(node.left for node in nodes if isinstance(node, Definition))


def _row(fate: trials.Fate) -> Row:
    mutant = fate.mutant
    before, after, claim = (_tex(node) for node in (mutant.before, mutant.after, mutant.statement))
    return Row(mutant.operator, f"{before} → {after}" if after else before, claim, fate.outcome, fate.by)


def _tex(node: object) -> str:
    return "" if node is None else tex(node)


def ways(found: Iterable[Tally]) -> str:
    """How the mutants of many formulas were killed, in words."""
    sums = Counter[str]()
    for tally in found:
        sums.update(tally.ways)
    return ", ".join(f"{sums[way]} {way}" for way in WAYS)


def by_operator(found: list[Tally]) -> dict[str, dict[str, int]]:
    """The counts for each kind of error, over all formulas."""
    rows = tuple(row for tally in found for row in tally.rows)
    names = sorted({row.operator for row in rows})
    return {name: Tally(found[0].formula, tuple(row for row in rows if row.operator == name)).counts for name in names}
