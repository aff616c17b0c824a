"""What is false is refused on the roads, whatever makes it false."""

import inspect

import pytest

import false_declarations
from calculus.check import holds, roads
from calculus.formula import declare

MODULE = false_declarations.__name__
FALSE = [f for _, f in inspect.getmembers(false_declarations, inspect.isfunction) if f.__module__ == MODULE]


@pytest.mark.parametrize("declaration", FALSE, ids=lambda declaration: declaration.__name__)
def test_a_false_declaration_does_not_hold(declaration):
    verdicts = roads(declare(declaration, f"{MODULE}.{declaration.__name__}"))
    assert not holds(verdicts), verdicts
