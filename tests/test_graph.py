"""A computational graph holds the numbers of its expression, and finds a place for each of its vertices."""

from itertools import combinations

import pytest

from calculus.graph import graph
from calculus.interpreters import Precise, World, evaluate
from calculus.language import Alias, Partial, Ratio, Real, absolute, cos, exp, ln, maximum, sigmoid, sin, sqrt, tanh
from calculus.language.arithmetic import as_fraction
from calculus.language.node import lift
from calculus.language.symbols import Symbol
from figures._layout import layout

x, y, z = (Symbol(name, Real) for name in "xyz")
HIDDEN = [Alias(f"h_{place}", tanh(place * x - y + Ratio(1, place))) for place in (1, 2, 3)]
VALUES = {x: Ratio(3, 4), y: Ratio(5, 2), z: Ratio(-7, 8)}
EXPRESSIONS = {
    "one operation": sin(x),
    "a square": x * x,
    "a power": (x + y) ** 3 / y**x,
    "forks": (x + y) * ln(x * y) - x,
    "deep": sin(cos(exp(tanh(sigmoid(x * z)))) + x),
    "equal parts": exp(x * y) + exp(x * y) * z,
    "constants": 2 * x - Ratio(1, 3) + sqrt(4 + y**2) / 5,
    "corners": maximum(x * y, absolute(z)) - z,
    "a network": -ln(sigmoid(2 * HIDDEN[0] - HIDDEN[1] + HIDDEN[2] * z)),
}
GRAPHS = {name: graph(expression, VALUES) for name, expression in EXPRESSIONS.items()}


def worth(node):
    """The value of a node, from the language's own interpreter."""
    world = World({symbol.name: as_fraction(lift(value)) for symbol, value in VALUES.items()})
    return evaluate(node, world, Precise())


def places(made):
    return {vertex.part: vertex for vertex in made.vertices}


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_every_value_is_that_of_its_part_of_the_expression(name):
    for part, vertex in places(GRAPHS[name]).items():
        assert Precise().equal(vertex.value, worth(part))


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_the_adjoint_of_an_input_is_the_derivative_of_the_expression(name):
    inputs = {part: vertex for part, vertex in places(GRAPHS[name]).items() if part in VALUES}
    assert inputs
    for symbol, vertex in inputs.items():
        assert Precise().equal(vertex.adjoint, worth(Partial(EXPRESSIONS[name], symbol)))


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_equal_parts_are_computed_once_and_after_what_they_are_computed_from(name):
    made = GRAPHS[name]
    assert len(places(made)) == len(made.vertices)
    assert all(start < end for start, end, _ in made.edges)


def test_authors_choose_which_symbols_count_as_inputs():
    made = graph(EXPRESSIONS["forks"], VALUES, inputs=[x])
    assert {vertex.part for vertex in made.vertices if not vertex.operands} == {x}


def test_an_alias_is_one_operation_with_all_that_stands_in_it():
    made = GRAPHS["a network"]
    assert {made[hidden].operands for hidden in HIDDEN} == {(0, 1)}
    assert all(made[hidden].name.name == hidden.name for hidden in HIDDEN)


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_rows_go_from_operands_to_operations(name):
    placed = layout(GRAPHS[name])
    for start, end, _ in GRAPHS[name].edges:
        assert placed.vertices[start][1] < placed.vertices[end][1]


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_vertices_keep_apart_and_edges_keep_off_them(name):
    placed = layout(GRAPHS[name])
    for (left, row), (right, other) in combinations(placed.vertices, 2):
        assert row != other or abs(left - right) > 1 - 1e-9
    for points in placed.ways.values():
        for across, row in points[1:-1]:
            assert all(abs(across - left) > 0.7 - 1e-9 for left, number in placed.vertices if number == row)
