"""Every node type prints in every dialect, and characteristic pieces print exactly as they should read."""

import re
import tomllib
from pathlib import Path

import pytest

from calculus import conditions, printers
from calculus.language import kinds
from calculus.language import words as w
from calculus.language.node import Node
from calculus.printers import forms, layout, layout_conditions, speech_conditions, spoken
from calculus.printers.mathml import MathMLError, from_tex
from press import catalogue
from sample_trees import samples
from small_expressions import regrouped, small_expressions

READ = tomllib.loads((Path(__file__).parent / "printed.toml").read_text(encoding="utf-8"))
UNPRINTED = {"Statement", "Bound", "Generated"}  # two families without members of their own, and what SymPy replaces


def types_of(root: type, home: str) -> set[type]:
    """A type's descendants that live in the language itself."""
    found = {each for child in root.__subclasses__() for each in {child} | types_of(child, home)}
    return {each for each in found if each.__module__.startswith((home, conditions.__name__))}


@pytest.mark.parametrize("table", [layout.piece, spoken.phrase], ids=["layout", "speech"])
def test_every_node_type_has_an_arm(table):
    nodes = types_of(Node, "calculus.language")
    missing = {each.__name__ for each in nodes if table.dispatch(each) is table.dispatch(object)}
    assert missing == UNPRINTED


@pytest.mark.parametrize("table", [layout_conditions.condition, speech_conditions.condition], ids=["layout", "speech"])
def test_every_kind_has_its_condition(table):
    missing = {
        each.__name__
        for each in types_of(kinds.Kind, "calculus.language")
        if table.dispatch(each) is table.dispatch(object)
    }
    assert missing == set()


def test_every_node_type_has_a_sample():
    shown = {type(node) for sample in samples().values() for node in sample.walk()}
    assert {each.__name__ for each in types_of(Node, "calculus.language") - shown} == UNPRINTED


def test_every_form_is_written_in_every_dialect():
    assert all(all(column for column in row) for row in forms.FORMS.values())


def test_every_form_shows_the_parts_the_others_show_on_the_web_and_on_paper():
    parts = {name: [set(re.findall(r"#\d", column)) for column in row[:2]] for name, row in forms.FORMS.items()}
    assert {name: found for name, found in parts.items() if found[0] != found[1]} == {}


@pytest.mark.parametrize("name", READ)
def test_a_characteristic_piece_prints_as_it_was_read(name):
    node = samples()[name]
    dialects = {dialect: getattr(printers, dialect)(node) for dialect in ("tex", "typst", "unicode", "speech")}
    assert dialects == READ[name]


@pytest.mark.parametrize("dialect", ["tex", "typst", "unicode", "speech"])
def test_different_expressions_never_print_alike(dialect):
    meant: dict[str, object] = {}
    for node in small_expressions():
        seen = meant.setdefault(getattr(printers, dialect)(node), regrouped(node))
        assert seen == regrouped(node), getattr(printers, dialect)(node)


def special_points():
    """Each point that a formula singles out by its kind, with its condition, and all that the formula assumes."""
    for name, formula in catalogue.formulas().items():
        for typing in (each for each in formula.conditions if isinstance(each, conditions.Typing)):
            if isinstance(typing.kind, kinds.Special):
                yield pytest.param(typing, assumed(formula.statement), id=f"{name} {typing.kind.trait}")


def assumed(statement):
    """What implies the conclusion of a statement, or both sides that are equivalent."""
    parts = ("premise", "left", "right") if isinstance(statement, w.Implies | w.Equivalent) else ()
    return [getattr(statement, part) for part in parts if hasattr(statement, part)]


@pytest.mark.parametrize("dialect", ["tex", "typst", "unicode", "speech"])
@pytest.mark.parametrize(("typing", "premises"), list(special_points()))
def test_a_point_of_a_kind_of_its_own_is_told_from_any_other(typing, premises, dialect):
    say, rows = getattr(printers, dialect), typing.kind.rows
    anything = kinds.Real if rows == 1 else kinds.Array(rows)
    plain = conditions.Typing(tuple(w.Symbol(symbol.name, anything) for symbol in typing.symbols))
    stated = {node for each in premises for node in each.walk()}
    assert say(typing) != say(plain) or stated.issuperset(typing.symbols)


def test_what_an_alias_stands_for_is_said_once_on_a_line_of_its_own():
    said = [printers.speech(line) for line in printers.lines(samples()["softmax_jacobian"])]
    assert said[0].count("where") == 0
    assert said[1:] == ["where p equals softmax of z"]


def test_statements_side_by_side_are_set_below_one_another():
    below = [printers.unicode(line) for line in printers.lines(samples()["half_squared_error_slope"])]
    assert below == ["ℓ = ½(ŷ − y)²", "∂ℓ/∂ŷ = ŷ − y"]


def test_tex_is_written_in_characters_every_keyboard_has():
    declared = [node for formula in catalogue.formulas().values() for node in (formula.statement, *formula.conditions)]
    assert [tex for tex in map(printers.tex, (*declared, *samples().values())) if not tex.isascii()] == []


def test_every_sample_becomes_mathml():
    for name, node in samples().items():
        assert printers.mathml(node).startswith("<math"), name


def test_a_space_after_a_row_is_refused_because_the_converter_would_print_it():
    with pytest.raises(MathMLError, match="square bracket"):
        from_tex(r"\begin{cases}a\\[2ex]b\end{cases}")


def test_tex_inside_words_is_refused_because_readers_would_see_it():
    with pytest.raises(MathMLError, match="would show TeX"):
        from_tex(r"\text{for x\_i}")


def test_an_unknown_command_is_refused_by_name():
    with pytest.raises(MathMLError, match="sigmiod"):
        from_tex(r"\sigmiod(x)")
