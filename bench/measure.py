"""Prints what is measured: seconds of the build's stages, seconds a claim, and the weight of every page."""

import shutil
import subprocess
import sys
from statistics import median
from time import monotonic

import claims
from weights import weights

from calculus.check.roads import ROADS
from press import cache
from press.notebooks import outputs
from press.pages import notebooks as every_notebook
from press.places import CACHE, SCRIPTS, SITE

KEPT = ("mutants", "sentences", "times")  # what even a cold build finds: no build makes it, or it is what it tells


def build() -> dict[str, float]:
    """The seconds of each stage of one build."""
    command = [sys.executable, str(SCRIPTS / "build.py"), "site"]
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode:
        sys.exit(1)  # the build has said why
    return cache.recall("times", "site", "")


def stages() -> None:
    """A build that finds nothing kept, against one right after it."""
    for kind in CACHE.iterdir():
        if kind.is_dir() and kind.name not in KEPT:
            shutil.rmtree(kind)
    cold, warm = build(), build()
    rows = [(stage, cold[stage], warm[stage]) for stage in cold]
    rows.append(("all", sum(cold.values()), sum(warm.values())))
    table("seconds of a build", ("stage", "cold", "warm", "warm/cold"), [_compared(*row) for row in rows])


def checks() -> None:
    """How long the roads of a claim take, and its mutants, and how that grows."""
    outcomes = claims.checked()
    roads = ("kind", "claims", *ROADS, "together")
    table("seconds a claim, by kind of statement and by road", roads, list(claims.by_road(outcomes)))
    table("seconds of the slowest", ("claim", *ROADS, "together", "of the median"), list(claims.slowest(outcomes)))
    mutants = ("kind", "claims", "mutants", "seconds a mutant")
    table("seconds a mutant, of the claims make check has broken", mutants, list(claims.by_mutant()))
    growth = ("claims", "seconds", "a claim", "of the first", "do not hold")
    table("seconds of all roads, in two processes, with nothing kept", growth, list(claims.growing()))


def runs() -> None:
    """How long each notebook runs, from a clean kernel to its end."""
    shutil.rmtree(CACHE / "notebooks", ignore_errors=True)
    taken = {}
    for each in every_notebook():
        start = monotonic()
        outputs(each)
        taken[each.file.stem] = monotonic() - start
    taken["all"] = sum(taken.values())
    table(
        "seconds of a notebook, from a clean kernel",
        ("notebook", "seconds"),
        [(k, f"{v:.1f}") for k, v in taken.items()],
    )


def pages() -> None:
    """What a first visit to each page fetches."""
    every = weights(SITE)
    middle = median(weight.total_packed for weight in every)
    rows = [
        (
            each.page,
            each.html,
            each.html_packed,
            each.total,
            each.total_packed,
            each.requests,
            _ratio(each.total_packed, middle),
        )
        for each in every
    ]
    heads = ("page", "html", "gz", "with files", "gz", "requests", "of the median")
    table("bytes of a first visit", heads, rows)


def table(title: str, heads: tuple[str, ...], rows: list[tuple]) -> None:
    """Prints a table: the first column to the left, numbers to the right."""
    cells = [heads, *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    print(f"\n{title}")
    for first, *rest in cells:
        numbers = (cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))
        print("  ".join([f"  {first.ljust(widths[0])}", *numbers]))


def _compared(stage: str, cold: float, warm: float) -> tuple[str, str, str, str]:
    return stage, f"{cold:.1f}", f"{warm:.1f}", _ratio(warm, cold)


def _ratio(part: float, whole: float) -> str:
    return f"{part / whole:.2f}" if whole else "–"


if __name__ == "__main__":
    stages()
    checks()
    runs()
    pages()
