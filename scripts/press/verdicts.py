"""What the checks have said: kept by content, worked out in processes of their own that a time limit can end."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import TimeoutError as TooLong
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.synchronize import Semaphore
from sys import version_info
from time import perf_counter

from pebble import ProcessExpired, ProcessPool

from calculus import check
from calculus.check import watch
from calculus.formula import Formula
from press import cache, catalogue
from press.places import CACHE
from press.report import Problem

TIME_LIMIT = 120  # seconds a formula may take; fifty times the usual, as a machine may be busy
WORKERS = 2
PYTHON = ".".join(map(str, version_info[:2]))
PACKAGES = ("sympy", "mpmath", "numpy", "python-flint", "jax", "jaxlib", "optax", "scipy")
# What a verdict hangs on; printers, parser and copied programs may change without it.
DECIDING = (
    "calculus/language", "calculus/interpreters", "calculus/check", "calculus/generate", "calculus/formula.py",
    "calculus/conditions.py", "press/verdicts.py",
)  # fmt: skip
BREAKING = tuple(  # what only mutants hang on
    f"calculus/check/{name}.py"
    for name in (
        "broken_statements", "broken_values", "equivalence", "mutants", "normal_form", "trials",
        "unknowns", "weakening",
    )
)  # fmt: skip
LINES = {"start": "what {} starts from must be true", "end": "what {} ends with must be the formula"}
# What JAX compiles in one process is read by the others, and next time; by itself it keeps only what took a second.
KERNELS = {
    "JAX_COMPILATION_CACHE_DIR": str(CACHE / "kernels"),
    "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
    "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
}
COLUMNS = ("class", "road", "verdict", "points", "digits")


@dataclass(frozen=True)
class Outcome:
    """What checking one formula gave."""

    formula: Formula
    roads: tuple[check.Verdict, ...] = ()
    seconds: float = 0
    failure: str = ""  # why there are no roads: the time limit, or an exception

    @property
    def holds(self) -> bool:
        return not self.failure and check.holds(self.roads)


def known(formula: Formula) -> Outcome | None:
    """The outcome that still stands for what is declared; none if it has not been checked since."""
    kept = cache.recall("verdicts", formula.name, key(formula))
    if kept is None:
        return None
    return Outcome(formula, **kept | {"roads": tuple(check.Verdict(**road) for road in kept["roads"])})


def outcomes(formulas: list[Formula], *, again: bool = False) -> Iterator[Outcome]:
    """The outcome of each formula, in order; those without one (with `again`: all) are checked now."""
    new = _checked([formula for formula in formulas if again or not known(formula)])
    for formula in formulas:
        yield (not again and known(formula)) or next(new)


def problem(outcome: Outcome) -> Problem:
    """What to tell about a formula that does not hold."""
    formula, again = outcome.formula, f"make check NAME={outcome.formula.name}"
    if outcome.failure:
        return Problem(formula.file, formula.line, f"{formula.name} must be checked", outcome.failure, again=again)
    rule = f"{demand(formula.name)} on two roads"
    found = ", ".join(f"{road.klass} {said(road)}" for road in outcome.roads)
    reasons = "\n".join(f"{road.klass}: {road.reason}" for road in outcome.roads if road.reason)
    return Problem(formula.file, formula.line, rule, found, reasons, again)


def demand(name: str) -> str:
    """What is asked of a claim: a formula must be true, a line of a derivation must follow."""
    topic, declared, *line = name.split(".")
    said = LINES.get(line[0], f"line {line[0]} of {{}} must follow from the line above") if line else "{} must be true"
    return said.format(f"{topic}.{declared}")


def as_row(road: check.Verdict) -> dict:
    """A road as other programs read it."""
    values = (road.klass, road.road, said(road), road.points, road.digits)
    return dict(zip(COLUMNS, values, strict=True))


def said(road: check.Verdict) -> str:
    """The verdict as a word; undecided is never a pass."""
    return {True: "true", False: "false", None: "undecided"}[road.truth]


def cells(road: check.Verdict) -> list[str]:
    """A road as a row of a table."""
    return ["–" if value is None else str(value) for value in as_row(road).values()]


def key(formula: Formula) -> str:
    """Changes with the declaration, with the language and its checks, and with the libraries they stand on."""
    meaning = repr((formula.symbols, formula.statement))
    return cache.key(formula.name, meaning, cache.sources(*DECIDING, but=BREAKING), cache.versions(*PACKAGES), PYTHON)


def answers(ask: Callable[[str], dict], names: list[str], limit: float = TIME_LIMIT) -> Iterator[dict]:
    """What `ask` gives for each name, from processes that are ended at the limit; whatever goes wrong is a failure."""
    if not names:
        return
    context, starts = get_context("spawn"), min(WORKERS, len(names))
    ready = context.Semaphore(0)
    with ProcessPool(max_workers=starts, context=context, initializer=_started, initargs=(ready,)) as pool:
        results = pool.map(ask, names, timeout=limit).result()
        for _ in names:
            answer = _result(results, limit)
            starts += "ended" in answer  # another process takes its place
            yield {key: value for key, value in answer.items() if key != "ended"}
        for _ in range(starts):  # one that is ended while it starts would print a traceback
            ready.acquire(timeout=limit)


def _started(ready: Semaphore) -> None:
    for name, value in KERNELS.items():  # JAX reads them when a road first needs it
        os.environ.setdefault(name, value)
    ready.release()


def _checked(formulas: list[Formula]) -> Iterator[Outcome]:
    for formula, answer in zip(formulas, answers(_roads, [each.name for each in formulas]), strict=True):
        outcome = Outcome(formula, **answer)
        if not outcome.failure:  # a busy minute is no verdict: the next build tries again
            kept = {"roads": [asdict(road) for road in outcome.roads]}
            cache.keep("verdicts", formula.name, key(formula), answer | kept)
        yield outcome


def _roads(name: str) -> dict:
    """Runs in a process of its own, and so finds the formula by its name."""
    start = perf_counter()
    found = catalogue.claims() | {canary.name: canary for canary in watch.declared()}
    roads = check.roads(found[name])
    return {"roads": roads, "seconds": round(perf_counter() - start, 3)}


def _result(results: Iterator[dict], limit: float) -> dict:
    try:
        return next(results)
    except TooLong:
        return {"failure": f"no answer within {limit:g} seconds", "seconds": limit, "ended": True}
    except ProcessExpired as error:
        return {"failure": f"the check ended its process ({error})", "ended": True}
    except Exception as error:  # an exception is never a pass
        return {"failure": f"{type(error).__name__}: {error}"}
