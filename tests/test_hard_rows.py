"""The hardest rows of the plan print in every dialect, and hold."""

import inspect

import pytest

import hard_applications
import hard_rows
from calculus.check import holds, roads
from calculus.formula import declare
from calculus.printers import mathml, speech, tex, typst

MODULES = (hard_rows, hard_applications)
ROWS = [f for m in MODULES for _, f in inspect.getmembers(m, inspect.isfunction) if f.__module__ == m.__name__]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_a_hard_row_prints_in_every_dialect(row):
    statement = declare(row, f"hard_rows.{row.__name__}").statement
    assert all((tex(statement), mathml(statement), typst(statement), speech(statement)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_a_hard_row_holds_on_two_roads(row):
    verdicts = roads(declare(row, f"hard_rows.{row.__name__}"))
    assert holds(verdicts), verdicts
