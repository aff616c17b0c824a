"""The hardest rows of the plan print in every dialect, and hold wherever a road exists for their kind."""

import inspect

import pytest

import hard_rows
from calculus.check import holds, roads
from calculus.formula import declare
from calculus.printers import mathml, speech, tex, typst

ROWS = [f for _, f in inspect.getmembers(hard_rows, inspect.isfunction) if f.__module__ == hard_rows.__name__]
# Update rules and sequences print and are shape-checked; their roads run an optimizer and come with that work.
WITHOUT_A_ROAD = {"adam", "gradient_descent_on_a_parabola"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_a_hard_row_prints_in_every_dialect(row):
    statement = declare(row, f"hard_rows.{row.__name__}").statement
    assert all((tex(statement), mathml(statement), typst(statement), speech(statement)))


@pytest.mark.parametrize("row", [r for r in ROWS if r.__name__ not in WITHOUT_A_ROAD], ids=lambda row: row.__name__)
def test_a_hard_row_holds_on_two_roads(row):
    verdicts = roads(declare(row, f"hard_rows.{row.__name__}"))
    assert holds(verdicts), verdicts


@pytest.mark.parametrize("row", [r for r in ROWS if r.__name__ in WITHOUT_A_ROAD], ids=lambda row: row.__name__)
def test_a_row_without_a_road_is_undecided_and_never_passes(row):
    assert not holds(roads(declare(row, f"hard_rows.{row.__name__}")))
