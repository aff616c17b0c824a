"""Shelves are found by being there, and what is wrong with one is told with its line."""

import ast

import pytest

from press import catalogue
from press.places import SCRIPTS

HEAD = '"""A shelf."""\n\nfrom calculus.language import Equal, Real\n\n\n'
TRUE = '"""It equals itself."""\n    return Equal(x, x)\n\n\n'


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    """Writes shelves into a folder that is read instead of scripts/."""
    monkeypatch.setattr(catalogue, "SCRIPTS", tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    catalogue.forget()

    def write(text, kind="formulas", topic="little"):
        (tmp_path / kind).mkdir(exist_ok=True)
        (tmp_path / kind / f"{topic}.py").write_text(text, "utf-8")
        catalogue.forget()

    yield write
    catalogue.forget()


def said():
    return [(problem.line, problem.rule) for problem in catalogue.problems()]


def test_every_public_function_of_every_shelf_is_found_in_the_order_of_its_source():
    found = list(catalogue.formulas())
    declared = [
        f"{file.stem}.{node.name}"
        for file in sorted((SCRIPTS / "formulas").glob("[a-z]*.py"))
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    assert found == declared
    assert found


def test_the_shelves_of_the_site_hold_no_problem():
    assert catalogue.problems() == []


def test_a_new_shelf_is_found_by_being_there(shelf):
    shelf(HEAD + f"def one(x: Real):\n    {TRUE}def _own(x):\n    return x\n")
    assert list(catalogue.formulas()) == ["little.one"]
    assert catalogue.topics() == {"little": "A shelf"}
    assert said() == []


def test_a_broken_declaration_does_not_take_its_shelf_down(shelf):
    shelf(HEAD + f"def wrong(x: Real):\n    {TRUE.replace('x, x', 'x, 0.5')}def right(x: Real):\n    {TRUE}")
    assert list(catalogue.formulas()) == ["little.right"]
    assert [line for line, _ in said()] == [8]


def test_a_syntax_error_does_not_take_the_other_shelves_down(shelf):
    shelf(HEAD + "def wrong(x: Real:\n", topic="broken")
    shelf(HEAD + f"def right(x: Real):\n    {TRUE}")
    assert list(catalogue.formulas()) == ["little.right"]
    assert said() == [(6, "a shelf must be Python that can be read")]


def test_a_shelf_that_cannot_be_loaded_is_told_with_the_line_that_failed(shelf):
    shelf('"""A shelf."""\n\nfrom calculus.language import Rael\n')
    assert said() == [(3, "a shelf must load")]


def test_a_name_declared_twice_is_refused_where_it_stands_the_second_time(shelf):
    shelf(HEAD + f"def one(x: Real):\n    {TRUE}def one(x: Real):\n    {TRUE}")
    assert said() == [(11, "a name must be declared once; little.one is declared here and in line 6")]


def test_a_figure_may_not_take_a_formula_s_name(shelf):
    shelf(HEAD + f"def one(x: Real):\n    {TRUE}")
    shelf('def one(frame):\n    """A picture.\n\n    Of one.\n    """\n', kind="figures")
    assert said() == [(1, "a name must be declared once; little.one is declared here and in little.py:6, a formula")]


def test_a_wrong_name_is_answered_with_the_nearest_right_one():
    for name in catalogue.formulas():
        assert catalogue.nearest(name[:-1]) == name
        own = name.split(".")[1]  # which may stand on more than one shelf
        assert catalogue.nearest(f"another.{own}").split(".")[1] == own


def test_a_name_like_nothing_declared_gets_no_suggestion():
    assert catalogue.nearest("quxqux.zyzzyva") is None
