"""What other programs may rely on: formulas.json and ledger.json, written into the site."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from calculus import printers
from calculus.formula import Formula
from press import (
    catalogue,
    course,
    downloads,
    later,
    ledger_totals,
    mutation,
    pages,
    sentence_mutation,
    sheet_rows,
    verdicts,
)
from press.copies import copies
from press.later import Address
from press.places import from_root
from press.report import Problem
from press.rows import Row

# A claim that follows from its section was evaluated where it stands, on two roads; a false one stops the build.
SAID = {"road": "from what its section says", "verdict": "true", "points": None, "digits": None}
ON_THE_SPOT = [{"class": "numeric or exact"} | SAID, {"class": "reference"} | SAID]
# A piece of mathematics on a page: set, drawn in a figure, or printed by code.
SHOWN = r"<math\b|<tspan class=\"label\"|<figure class=\"output\b"


def write(site: Path, rows: Iterable[Row], address: Address) -> None:
    """Writes both files, and fills the pages that show what is in them."""
    rows = [*rows, *sheet_rows.rows()]
    _write(site / "formulas.json", formulas(address))
    known = {name: verdicts.known(formula) for name, formula in catalogue.claims().items()}
    broken = sentence_mutation.counts()
    found = (ledger_row(row, known.get(row.formula), address, broken.get((row.place, row.tex))) for row in rows)
    _write(site / "ledger.json", list(found))
    later.fill(site, {**ledger_totals.contents(rows, address), **downloads.contents(site, address)}, address)


def formulas(address: Address) -> list[dict]:
    """One object for each formula, in declared order."""
    shown = course.first_shown()
    return [_entry(formula, shown.get(name), address) for name, formula in catalogue.formulas().items()]


def _entry(formula: Formula, page: pages.Page | None, address: Address) -> dict:
    statement, copied = formula.statement, copies(formula)
    return {
        "name": formula.name,
        "title": formula.title,
        "page": page and address(page.address),
        "kind": formula.kind,
        "tex": copied["TeX"],
        "mathml": printers.mathml(statement, display=True),
        "speech": printers.speech(statement),
        "numpy": copied["NumPy"],
        "sympy": copied["SymPy"],
        "conditions": [printers.speech(condition) for condition in formula.conditions],
        "roads": roads(verdicts.known(formula)),
        "mutants": mutants(mutation.known(formula)),
        "file": from_root(formula.file).as_posix(),
        "line": formula.line,
    }


def ledger_row(row: Row, outcome: verdicts.Outcome | None, address: Address, broken: dict | None = None) -> dict:
    """One piece of mathematics a reader sees, and why it may be believed."""
    return {
        "page": address(row.page),
        "place": row.place,
        "class": row.kind,
        "tex": row.tex,
        "formula": row.formula,
        "verdict": "true" if row.follows or (outcome and outcome.holds) else "false" if outcome else None,
        "roads": ON_THE_SPOT if row.follows else roads(outcome),
        "mutants": broken if row.follows else mutants(mutation.known(outcome.formula)) if outcome else None,
    }


def roads(outcome: verdicts.Outcome | None) -> list[dict]:
    """What each road has said, as far as it is known."""
    return [verdicts.as_row(road) for road in outcome.roads] if outcome else []


def mutants(tally: mutation.Tally | None) -> dict:
    """What became of a claim's mutants when it was last checked in full; not made is not the same as none."""
    return tally.counts if tally else dict.fromkeys(("made", "killed", "equivalent"))


def uncounted(site: Path, rows: Iterable[Row], address: Address) -> list[Problem]:
    """Pages whose mathematics the ledger does not hold to the last piece."""
    counted: dict[str, list[Row]] = {}
    for row in rows:
        counted.setdefault(row.page, []).append(row)
    return [
        problem for page in pages.pages() if (problem := _miscount(site, page, counted.get(page.address, []), address))
    ]


def _miscount(site: Path, page: pages.Page, rows: list[Row], address: Address) -> Problem | None:
    file = site / address(page.address)
    shown = len(re.findall(SHOWN, file.read_text("utf-8"))) if file.exists() else 0
    if shown == len(rows):
        return None
    rule = "every piece of mathematics on a page has one row in the ledger"
    return Problem(page.file, 1, rule, f"{shown} on the page, {len(rows)} in the ledger")


def _write(file: Path, value: list) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
