"""Sentences of a section in turn: what one binds the next may use, and a claim must stand on something."""

import re

import pytest

from calculus.language import Differentiable, Distribution, Matrix, Quantity, Real, Symbol, Symmetric, Vector
from calculus.language.kinds import Array
from calculus.parser import ReadingError, Scope, read
from calculus.parser.claims import Declared, Support, supported
from calculus.parser.meaning import plain
from press import catalogue

DECLARED = Declared({name: formula.statement for name, formula in catalogue.formulas().items()})
FOLLOWS = "checked from what the section says"


def said(*spans: str, kinds: dict | None = None) -> Support:
    """What the last span of a section stands on, after all before it."""
    scope = Scope.of([Symbol(name, kind) for name, kind in (kinds or {}).items()])
    for tex in spans[:-1]:
        scope = scope.after(read(tex, scope))
    reading = read(spans[-1], scope)
    assert reading.kind == "claim"
    return supported(reading, scope, DECLARED)


EXAMPLE = ("f(x) = x^2 + 3", "x = 2", r"\eta = 0.1")


@pytest.mark.parametrize(
    "claim",
    [
        "f'(x) = 2x", "f(x) = 7", "f(2) = 7", "f'(2) = 4", r"x-\eta f'(x) = 1.6", "f''(x) = 2", r"f(x)\ge 3",
        r"\lim_{h\to 0}\frac{f(x+h)-f(x)}{h} = 2x", r"\int_0^1 f(t)\,dt = \frac{10}{3}", r"f(\sqrt 2) = 5",
    ],
)  # fmt: skip
def test_a_claim_that_follows_from_its_section_stands(claim):
    assert said(*EXAMPLE, claim) == Support(True, FOLLOWS)


@pytest.mark.parametrize("claim", ["f'(x) = 3x", "f(2) = 8", "f'(x) = 3x - 2", "f(x) = x^2 + 4", "f(x) < 3"])
def test_a_claim_that_contradicts_its_section_is_called_false(claim):
    assert said(*EXAMPLE, claim).by.startswith("it is false: ")


def test_a_value_does_not_save_a_claim_that_fails_elsewhere():
    assert said("x = 2", "f(x) = x^2", "f'(x) = 4") == Support(True, FOLLOWS)
    assert not said("x = 2", "f(x) = x^2", "f'(x) = 2 + x")


@pytest.mark.parametrize(
    "claim", [r"\lvert x + 10\rvert = x + 10", r"\max(x, -15) = x", r"\frac{x^2}{x} \cdot \lvert x\rvert = x^2"]
)
def test_a_claim_that_holds_near_zero_only_is_called_false(claim):
    assert said("x", claim, kinds={"x": Real}).by.startswith("it is false: ")


@pytest.mark.parametrize(("claim", "stands"), [("0.693", True), ("0.69", True), ("0.694", False), ("0.7", True)])
def test_a_rounded_value_must_agree_to_its_last_digit(claim, stands):
    assert bool(said(rf"\ln 2 \approx {claim}")) is stands


def test_every_declared_statement_may_be_repeated_with_other_letters():
    for name, formula in catalogue.formulas().items():
        arrays = [symbol for symbol in formula.symbols if isinstance(symbol.kind, Array)]
        letters = {symbol: Symbol(f"{symbol.name}_new", symbol.kind) for symbol in arrays}
        assert DECLARED.find(plain(formula.statement).substitute(letters)), name


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        (r"\sigma'(t) = \sigma(t)(1-\sigma(t))", "activations.sigmoid_slope"),
        (r"\sigma(t)(1-\sigma(t)) = \sigma'(t)", "activations.sigmoid_slope"),
        (r"\sigma'(t) \le \tfrac14", "activations.sigmoid_slope_bound"),
        (r"\tfrac14 \ge \sigma'(t)", "activations.sigmoid_slope_bound"),
        (r"\nabla_v(v^\top B v) = (B+B^\top)v", "gradients.quadratic_form"),
        (r"\nabla_v \ell = p-y", "losses.cross_entropy_logit_gradient"),
    ],
)
def test_a_declared_claim_stands_under_any_names_from_either_side_link_by_link(claim, name):
    kinds = {"t": Real, "v": Vector["m"], "B": Matrix["m", "m"], "p": Distribution["m"], "y": Distribution["m"]}
    assert said(claim, kinds=kinds) == Support(True, name)


def test_what_is_declared_under_a_condition_is_claimed_under_it():
    slope = r"\frac{d}{dt} t^c = ct^{c-1}"
    assert "no formula declares" in said(slope, kinds={"t": Real, "c": Real}).by
    assert said("t > 0", slope, kinds={"t": Real, "c": Real}) == Support(True, "derivatives.power_rule")


def test_the_conclusion_of_an_implication_is_no_claim_of_its_own():
    assert not said("q'(t) = 0", kinds={"q": Differentiable, "t": Real})


def test_a_letter_that_stands_for_something_keeps_its_name():
    kinds = {"z": Vector["K"], "q": Vector["K"], "y": Distribution["K"]}
    assert not said(r"\nabla_z \ell = q-y", kinds=kinds)


def test_an_undeclared_inequality_is_not_proved_by_trying_points():
    support = said(r"\sigma'(t) < \frac15")
    assert not support
    assert "no formula declares" in support.by
    assert "{{ activations.sigmoid_slope_bound }}" in support.by


def test_what_is_said_of_a_matrix_decides_what_follows():
    general = said(r"\nabla_v(v^\top B v) = 2Bv", kinds={"v": Vector["m"], "B": Matrix["m", "m"]})
    symmetric = said(r"\nabla_v(v^\top B v) = 2Bv", kinds={"v": Vector["m"], "B": Symmetric["m"]})
    assert (bool(general), bool(symmetric)) == (False, True)


def test_an_equality_meant_as_a_definition_is_told_how_to_say_so():
    assert "to define y here, write y := …" in said("f(x) = x^2", "y = f(x) + 1").by


def test_every_link_of_a_chain_must_stand():
    assert said("f(x) = x^2", "f(3) = 9 = 3^2")
    assert not said("f(x) = x^2", "f(3) = 9 = 3^3")


def test_nothing_can_be_claimed_of_a_function_no_one_defined():
    assert "it does not follow" in said("q'(t) = 2t", kinds={"q": Differentiable}).by


def test_bindings_hold_for_what_follows_and_do_not_reach_back():
    scope = Scope.of()
    later = scope.after(read(r"W \in \mathbb{R}^{m\times k}", scope))
    assert read("W", later).node.shape == ("m", "k")
    assert "W" not in scope.symbols


@pytest.mark.parametrize(
    ("before", "condition", "said"),
    [
        ("x > 0", "x < 0", "x > 0"),
        ("x = 2", "x > 3", "x=2"),
        ("x = 2", r"x \ne 2", "x=2"),
        (r"x \ge 1", "x < 1", r"x \ge 1"),
        (r"x \in [0, 1]", "2 < x < 3", r"x \le 1"),
        (r"x \in \mathbb{R}", r"\eta < 0", r"\eta > 0"),
    ],
)
def test_a_condition_that_contradicts_its_section_is_refused(before, condition, said):
    scope = Scope.of()
    scope = scope.after(read(before, scope))
    with pytest.raises(ReadingError, match=re.escape(f"this cannot be, because the section says ${said}$")):
        read(condition, scope)


@pytest.mark.parametrize(
    "spans",
    [
        ("x > 0", "x < 1"), ("x < 1", "0 < x < 2"), (r"x \ge 1", r"x \le 1"), ("x = 2", "x > 1"),
        ("x > 0", r"x \in \mathbb{R}", "x < 0"), ("x = 2", "x = 3"), (r"x \ne 0", "x > -1"),
    ],
)  # fmt: skip
def test_conditions_that_go_together_are_taken(spans):
    scope = Scope.of()
    for tex in spans:
        scope = scope.after(read(tex, scope))


def test_the_innermost_binding_of_a_letter_wins():
    section, page = [Symbol("x", Vector["n"])], [Symbol("x", Matrix["n", "d"]), Symbol("u", Quantity["x"])]
    scope = Scope.of(section, page)
    assert read("x", scope).node.shape == ("n", 1)
    assert "u" in scope.symbols
    assert "eta" in scope.symbols
