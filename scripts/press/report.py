"""The sentences a contributor reads: where, what must hold, what was found, what next."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from press.places import from_root


@dataclass(frozen=True)
class Problem:
    """One thing that stops the build."""

    file: Path
    line: int
    rule: str  # what must hold, as a sentence without its full stop
    found: str = ""
    hint: str = ""  # the likely fix; one line or several
    again: str = "make site"
    column: int | None = None


def sentence(problem: Problem) -> str:
    """The problem in the one format all problems share."""
    place = f"{from_root(problem.file).as_posix()}:{problem.line}"
    column = f":{problem.column}" if problem.column else ""
    found = f"; found: {problem.found}" if problem.found else ""
    hints = "".join(f"\n    {line}" for line in problem.hint.splitlines())
    return f"{place}{column}: {problem.rule}{found}{hints}\n    again: {problem.again}"


def sentences(problems: Iterable[Problem]) -> str:
    """All problems, each once, in the order of their places."""
    each = dict.fromkeys(problems)
    return "\n".join(map(sentence, sorted(each, key=lambda it: (str(it.file), it.line, it.column or 0))))


class Stop(Exception):  # noqa: N818 - it is raised to stop, and reads so
    """Ends a command with sentences that say what must be mended."""


def stop_for(problems: Iterable[Problem]) -> None:
    """Stops if there is anything to mend, with all of it."""
    if said := sentences(problems):
        raise Stop(said)
