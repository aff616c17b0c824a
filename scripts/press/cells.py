"""Code that a page shows with what it prints: run when the site is built, in a process of its own for each page."""

import ast
import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from press import cache, packages
from press.pages import CODE, Page
from press.places import SCRIPTS
from press.report import Problem

HEADER = re.compile(r"^[ \t]*(?:```+|~~~+)[ \t]*\{[^}\n]*\.(?P<mark>run|twin)\b[^}\n]*\}[ \t]*$")
SECONDS = 60  # machines that run the checks are slow, and one that imports JAX slower
RUNNER = SCRIPTS / "press" / "cell_runner.py"
SEEDS = ("1", "2")  # two runs that differ in what Python leaves to chance


@dataclass(frozen=True)
class Cell:
    """A piece of code: the line it begins on, and where its fence ends in the text.

    A twin does the same as the cell before it with another framework; the tests hold it to printing the same.
    """

    code: str
    line: int
    end: int
    indent: str
    twin: bool = False


@dataclass(frozen=True)
class Output:
    """What one cell prints, and its plots as SVG."""

    text: str
    plots: tuple[str, ...] = ()


class CellError(Exception):
    """A cell that cannot be shown: its line, what must hold, what was found and the likely fix."""


def cells(text: str) -> list[Cell]:
    """The pieces of code in a text that are to be run, and their twins."""
    fences = (match for match in CODE.finditer(text) if match["fence"])
    heads = ((match, HEADER.match(match[0].splitlines()[0])) for match in fences)
    return [_cell(text, match, twin=head["mark"] == "twin") for match, head in heads if head]


def outputs(page: Page) -> list[str]:
    """What each cell of the page prints, kept by content; raises a `CellError` for the first that cannot be shown."""
    every = cells(page.source)
    placed = [cell for cell in every if not cell.twin]
    if every and every[0].twin:
        raise CellError(
            every[0].line, "a twin must follow the cell it does the same as", "none before it", "put .run first"
        )
    if not placed:
        return []
    versions = cache.versions(*packages.distributions(imports(placed, packages.IN_LESSONS, "code on a page")))
    valid = cache.key(*(cell.code for cell in placed), cache.sources("press/cell_runner.py"), versions)
    name = cache.key(page.address)[:16]
    printed = cache.recall("cells", name, valid)
    if printed is None:
        printed = _printed(placed)
        cache.keep("cells", name, valid, printed)
    return [printed[number - 1] for number in accumulate(not cell.twin for cell in every)]


def with_outputs(text: str, blocks: Sequence[str]) -> str:
    """The text with a block after each cell that prints; the block of one that prints nothing is empty."""
    pieces, start = [], 0
    for cell, block in zip(cells(text), blocks, strict=False):
        pieces += [text[start : cell.end], f"\n\n{cell.indent}{block}\n" if block else ""]
        start = cell.end
    return "".join([*pieces, text[start:]])


def place(page: Page, number: int) -> str:
    """File and line of a cell."""
    return f"docs/{page.address}:{cells(page.source)[number].line}"


def imports(placed: Sequence[Cell], allowed: Sequence[str], where: str) -> list[str]:
    """The names the cells import from; raises for one that is not meant for them, and for code that cannot be read."""
    found = {name: line for cell in placed for name, line in _imported(cell)}
    for name, line in found.items():
        if name not in allowed:
            hint = "write it with NumPy, or show it without .run"
            rule = f"{where} may import {', '.join(allowed)} and nothing else"
            raise CellError(line, rule, f"import {name}", hint)
    return sorted(found)


def problem(page: Page, error: CellError) -> Problem:
    """The error as a contributor reads it."""
    line, rule, found, hint = error.args
    return Problem(page.file, line, rule, found, hint)


def _cell(text: str, match: re.Match, *, twin: bool) -> Cell:
    lines = match[0].splitlines(keepends=True)[1:-1]
    line = text.count("\n", 0, match.start()) + 2
    return Cell(textwrap.dedent("".join(lines)), line, match.end(), match["indent"], twin)


def _imported(cell: Cell) -> Iterator[tuple[str, int]]:
    try:
        nodes = list(ast.walk(ast.parse(cell.code)))
    except SyntaxError as error:
        line = cell.line + (error.lineno or 1) - 1
        raise CellError(line, "code on a page must be Python", error.msg, "") from None
    for node in nodes:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from ((name.split(".")[0], cell.line + node.lineno - 1) for name in names)


def _printed(placed: Sequence[Cell]) -> list[str]:
    """What the cells print, the same in two runs."""
    first, second = (_run(placed, seed) for seed in SEEDS)
    for cell, one, other in zip(placed, first, second, strict=True):
        if one != other:
            found, hint = f"{one.strip()!r}, then {other.strip()!r}", "draw with np.random.default_rng(0)"
            raise CellError(cell.line, "code on a page must print the same each time", found, hint)
    return first


def _run(placed: Sequence[Cell], seed: str) -> list[str]:
    alone = packages.ALONE | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-s", str(RUNNER)]
    code = json.dumps([cell.code for cell in placed])
    try:
        run = subprocess.run(
            command, input=code, env=os.environ | alone, capture_output=True, text=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        rule, found = f"code on a page must end within {SECONDS} seconds", "no end"
        raise CellError(placed[0].line, rule, found, "show fewer steps or a smaller case") from None
    return _told(placed, run)


def _told(placed: Sequence[Cell], run: subprocess.CompletedProcess) -> list[str]:
    if run.returncode:
        found = (run.stderr.strip() or f"exit {run.returncode}").splitlines()[-1]
        raise CellError(placed[0].line, "code on a page must leave the program running", found, "")
    told = json.loads(run.stdout)
    if failed := told["failed"]:
        raise CellError(
            placed[failed["cell"]].line + failed["line"] - 1, "code on a page must run", failed["error"], ""
        )
    return told["printed"]
