"""The reader of `$…$`: what it takes, the one class it gives, and the sentence it refuses the rest with."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sample_trees
from calculus import printers
from calculus.conditions import Vanishing
from calculus.language import Differentiable, Field, Layers, Map, Matrix, Quantity, Real, Sequence, Symbol, Vector
from calculus.parser import ReadingError, Scope, read
from calculus.parser.classify import CLASSES
from calculus.parser.round_trip import same, scope_of
from calculus.printers.continued import ExactlyWhen, ForSome, Therefore
from press import catalogue

CONTINUED = ExactlyWhen | ForSome | Therefore  # second lines, which say nothing without the first
KINDS = {
    "x": Vector["n"], "w": Vector["d"], "X": Matrix["n", "d"], "A": Matrix["n", "n"], "v": Vector["K"], "a": Real,
    "b": Real, "f": Field["n"], "g": Differentiable, "F": Map["n", "m"], "u": Quantity["t"], "s": Sequence[Real],
    "Theta": Layers["weights"], "lam_max": Real,
}  # fmt: skip
SCOPE = Scope.of([Symbol(name, kind) for name, kind in KINDS.items()])

GOOD = {
    "symbol": [
        "x", r"\eta", r"\hat{y}", r"\hat y", "X", r"\mathbf{x}", "x_i", "A_{ij}", r"\lambda_{\max}", r"\sigma", "e",
        r"\pi", r"\infty", "g'", r"H_\delta", r"\mathbf{1}", "s_{k+1}", r"\Theta^{(l)}", r"\mathbb R^n", "n", r"\ell",
    ],
    "number": ["0", "42", "0.1", "0.10", r"\tfrac12", "-1", "1/2", "10^{-3}", r"1.5\cdot 10^{-8}", r"90\%"],
    "notation": [
        "f(x)", "a(b+1)", "Ax", r"x^\top A x", r"\nabla f(x)", r"\nabla^2 f(x)", r"\nabla f", r"-\eta\nabla f(x)",
        r"\frac{d}{da} a^2", r"\frac{\partial f}{\partial x_i}(x)", r"\sum_{i=1}^n x_i", r"\sum_i x_i^2",
        r"\frac1n\sum_{i=1}^{n} x_i", r"\lim_{h\to 0^+} h\ln h", r"\max_i v_i", r"\max(0, a)", r"\arg\min_a g(a)",
        r"\int_0^1 a\,da", r"\lVert x\rVert", r"\|x\|_1", "|a|", r"\sqrt{a}", "e^{-a/2}", r"\ln 2a", r"\sin^2 a",
        r"\mathbb 1[a>0]", r"\operatorname{softmax}(v)_i", "x, w", r"x_1, \dots, x_n", "(1, 2)", "[0, 1]",
        r"\{0, 1\}", r"n\times d", r"h \to 0", "A^{-1}x", r"x\odot x", "D_x f(x)", r"\left(\frac{a}{b}\right)^2",
        r"\mathbb{E}_{a}[a^2]", "g'(a)g(b)", "x+2x", r"\left.g'(a)\right|_{a=2}", r"\operatorname{KL}(v\parallel v)",
        r"\operatorname{tr}(A)", "b!", r"\bigl(a+b\bigr)\,a", r"\dfrac{a}{b}", r"\partial\ell/\partial a", "O(h^2)",
        r"\mathrm{KL}(v\Vert v)", "x+he_i",
    ],
    "typing": [
        r"W \in \mathbb{R}^{m\times n}", r"x\in\mathbb R^n", r"a \in \mathbb{R}", r"a\in(0,1)", r"q \in [0, 1)",
        r"y \in \{0, 1\}", r"k\colon\mathbb R^n\to\mathbb R", r"i = 1, \dots, n", r"n = 1, 2, \dots",
        r"Z \sim \mathcal{N}(0, 1)", r"S\in\mathbb R^{n\times n}\text{ symmetric}", r"p, q \in \mathbb R^n",
    ],
    "value": [r"\eta = 0.1", "a = -2", "x = (1, 2)", r"t = \frac12", "q = 3", r"a \approx 2.7", "w_1 = 4"],
    "condition": [r"\eta > 0", "a, b > 0", "0 < a < 1", r"a \ne 0", "a = b", r"\tau > 0", r"K \ge 2", "0 < a, b < 1"],
    "definition": ["g(a) = a^2 + 3", "k(t) = 3t", "q = a^2 + b", "y := 2a", "k(t, q) = tq", "f(x) := 0"],
    "claim": [
        "g'(a) = 2a", "a^2 = b^2", r"\nabla_x(x^\top Ax) = (A+A^\top)x", r"1 < e^a \le 3", r"g(2) \approx 3.14",
        "g(a+h) = g(a) + g'(a)h + o(h)", r"w \leftarrow w - \eta w", r"a = 0 \Rightarrow g'(a) = 0", r"g(a) \to 0",
        r"\nabla f(x) \in \mathbb R^n",
    ],
}  # fmt: skip

BAD = [
    (r"xa \approx 3.14", 16, "the two sides differ in shape: vector of size n and scalar"),
    (r"\theta", 1, r"unknown symbol \theta; did you mean \boldsymbol{\Theta}?"),
    (r"\kappa", 1, r"unknown symbol \kappa; say what it is first, such as \kappa \in \mathbb{R}"),
    (r"\lambda_{max}", 1, r"unknown symbol \lambda_{max}; did you mean \lambda_{\text{max}}?"),
    (r"\nabbla f(x)", 1, r"unknown command \nabbla; did you mean \nabla?"),
    (r"\operatorname{softmx}(v)", 1, "unknown function softmx; did you mean softmax?"),
    ("{a", 1, "this brace is never closed; add }"),
    (r"\frac{a}{b", 9, "this brace is never closed; add }"),
    ("a}", 2, "this brace closes nothing; remove it, or add { before"),
    ("a_{}", 5, "the subscript is empty; write something between the braces"),
    ("(a", 1, "this bracket is never closed; add )"),
    (r"\sigma(a", 7, "this bracket is never closed; add )"),
    ("a)", 2, "')' closes nothing; remove it, or open it before"),
    ("|a", 1, "this bar is never closed; add |"),
    ("x^T", 3, r"a transpose is not a power; write ^\top for ^T"),
    (r"\vec x", 1, r"\vec is not used; no arrow: a vector prints bold because of its kind"),
    (r"\log a", 1, r"\log is not used; the natural logarithm is \ln on this site"),
    (r"\pm a", 1, r"\pm is not used; write the two signs one after the other"),
    ("= 2a", 1, "a relation needs something on its left; take the whole relation between the dollars"),
    (r"\nabla f^\top x", 15, r"\nabla f is a function, not a value; write it at a point: \nabla f(…)"),
    ("a < ", 5, "something is missing at the end"),
    ("< x, x >", 1, r"'<' needs something on its left; an inner product is x^\top y"),
    ("a^2.", 4, "the mark '.' ends the mathematics; put it outside the dollars"),
    (r"x \cdot x", 10, r"a dot between two vectors; an inner product is \mathbf{x}^\top \mathbf{x}"),
    ("x + w", 6, "cannot add: vector of size n and vector of size d differ in shape"),
    ("f(w)", 5, "the function takes a vector of size n, got a vector of size d"),
    ("x^2", 4, r"a vector of size n has no power; write x\odot x for squares entry by entry"),
    ("f x", 4, "f is a function, not a value; write it at a point: f(…)"),
    ("a_i", 1, "a is a number, it has no entries; bind a as a vector first, or a_i as a name of its own"),
    ("2 3", 3, r"two numbers stand side by side: 2 and 3; write \cdot between them"),
    ("a 2", 3, r"the number 2 stands behind a factor; put it in front, or write \cdot before it"),
    ("a^10", 3, "the exponent 10 needs braces; write {10}"),
    ("a * b", 3, r"a star is no product; write \cdot, or nothing, between factors"),
    (".5", 1, "a full stop begins nothing; a decimal begins with a digit: 0.5"),
    ("sin(a)", 2, r"sin reads as a product of letters; write \sin"),
    (r"\sin", 1, r"\sin needs an argument; write \sin x or \sin(…)"),
    (r"\sin a b", 8, r"where the argument of \sin ends is not clear; put it in brackets"),
    ("a / b c", 7, r"what is below the slash is not clear; write \frac{above}{below}, or brackets"),
    (r"\text{hello}", 1, "the words 'hello' stand inside the mathematics; put them outside the dollars"),
    (r"\begin{align}", 1, r"\begin{align} cannot stand in a sentence; displayed mathematics is always a call"),
    (r"a \\ b", 3, "lines cannot be broken in a sentence; displayed mathematics is always a call: {{ topic.name }}"),
    (r"\sum x_i", 1, r"\sum needs its index; write _{i}"),
    (r"\lim g(a)", 1, r"a limit needs its variable and target; write \lim_{h\to 0}"),
    (r"\int_0^1 a", 1, r"the integral has no differential; end it with \,dx"),
    (r"\frac{d^2}{da} a", 1, "the derivative is of order 2 above and 1 below"),
    (r"\partial a", 1, r"\partial stands alone; write \frac{\partial f}{\partial x}"),
    (r"\eta = -0.1", 1, r"\eta cannot be -0.1; its values are above 0"),
    (r"\pi = 3", 1, r"\pi is a constant, which cannot be set; write \pi \approx 3 for a rounded value"),
    ("e = 2", 1, r"e is a constant, which cannot be set; write e \approx 2 for a rounded value"),
    (r"W \in \mathbb{Z}", 7, r"no set is called Z; write \mathbb{R}"),
    ("(1, 2, x)+1", 12, "a list or an interval cannot be calculated with"),
    (r"\operatorname{diag} A", 21, r"diag needs its argument in brackets; write \operatorname{diag}(A)"),
    (r"\lambda_{\min}(x)", 1, r"eigenvalues belong to one square matrix; write \lambda_{\min}(A)"),
    (r"\sqrt[3]{a}", 1, "only the square root has this sign; write a power: x^{1/3}"),
    ("é", 1, "the character 'é' has no meaning in mathematics here"),
    ("x'", 3, r"\mathbf{x} is not a function, it has no derivative; for a transpose write ^\top"),
    ("(" * 40 + "a" + ")" * 40, 26, "brackets are nested too deeply to read; name a part of it"),
    ("", 1, "nothing stands between the dollars; write a symbol, or remove them"),
]

PIECES = [tex + " " for spans in GOOD.values() for tex in spans] + [tex for tex, _, _ in BAD if len(tex) < 40]
TOKENS = [
    *"xaAfgid()[]{}|^_'+-*/=<>,.12!&", r"\le ", r"\frac", r"\sum_{i}", r"\lim_{h\to 0}", r"\nabla ", r"\partial ",
    r"\,d", r"\ln ", r"\sigma ", r"\operatorname{lse}", r"\mathbf{1}", r"\mathbb{R}", r"\hat ", r"\dots ", r"\left.",
    r"\rvert ", r"\begin{cases}", r"\end{cases}", r"\begin{aligned}", r"\\", r"\Rightarrow ", r"\text{where}",
    r"\{", "^{(k)}", r"\in ",
]  # fmt: skip


def spans():
    """Each good span with the class it belongs to."""
    return [(kind, tex) for kind, group in GOOD.items() for tex in group]


def printed():
    """Every statement that is declared or sampled, every line of one, and every condition."""
    for name, node in sample_trees.samples().items():
        yield name, node
    for name, formula in catalogue.formulas().items():
        lines = [line for line in printers.lines(formula.statement) if not isinstance(line, CONTINUED)]
        yield from ((name, node) for node in (formula.statement, *lines, *formula.conditions))


def test_every_class_has_spans():
    assert tuple(GOOD) == CLASSES


@pytest.mark.parametrize(("kind", "tex"), spans())
def test_a_span_is_read_into_one_class_and_prints_in_every_dialect(kind, tex):
    reading = read(tex, SCOPE)
    assert reading.kind == kind
    assert all(show(reading.node) for show in (printers.mathml, printers.typst, printers.unicode, printers.speech))


@pytest.mark.parametrize(("kind", "tex"), spans())
def test_what_is_printed_for_a_span_is_read_as_the_same_span(kind, tex):
    reading = read(tex, SCOPE)
    shown = printers.tex(reading.node)
    assert printers.tex(read(shown, SCOPE.bind(reading.binds.values())).node) == shown


@pytest.mark.parametrize(("tex", "column", "sentence"), BAD)
def test_what_cannot_be_read_is_refused_with_its_place_and_what_to_write(tex, column, sentence):
    with pytest.raises(ReadingError) as refused:
        read(tex, SCOPE)
    assert (refused.value.column, str(refused.value)) == (column, sentence)


def test_what_is_shown_is_what_was_checked():
    for name, node in printed():
        tex = printers.tex(node)
        reading = read(tex, scope_of(node))
        assert printers.tex(reading.node) == tex, name
        settled = reading.kind in ("typing", "condition") or isinstance(node, Vanishing)  # h → 0 is read as notation
        assert same(reading.node, node) or settled, name


def test_a_statement_that_is_broken_over_two_lines_is_read_as_one():
    for name, formula in catalogue.formulas().items():
        lines = printers.lines(formula.statement)
        if isinstance(lines[-1], CONTINUED):
            tex = " ".join(printers.tex(line) for line in lines)
            assert same(read(tex, scope_of(formula.statement)).node, formula.statement), name


def test_a_letter_applied_or_multiplied_is_decided_by_the_scope():
    assert type(read("g(a)", SCOPE).node).__name__ == "Apply"
    assert type(read("a(b)", SCOPE).node).__name__ == "Multiply"


def test_a_decimal_is_an_exact_ratio_that_prints_as_typed():
    reading = read("0.10", SCOPE)
    assert printers.tex(reading.node) == "0.10"
    assert printers.tex(reading.meaning) == r"\tfrac{10}{100}"


def test_brackets_that_were_meant_are_kept():
    assert printers.tex(read("a(b)", SCOPE).node) == "a (b)"
    assert printers.tex(read(r"(a+b)^2", SCOPE).node) == "{(a+b)}^{2}"


def test_the_length_of_a_column_of_ones_follows_from_its_place():
    sizes = {tex: read(tex, SCOPE).node.shape for tex in (r"x+a\mathbf{1}", r"v+a\mathbf{1}", r"w^\top\mathbf{1}")}
    assert list(sizes.values()) == [("n", 1), ("K", 1), (1, 1)]


def test_an_unknown_index_counts_the_entries_of_what_it_indexes():
    assert read("v_k", SCOPE).binds["k"].kind.size == "K"
    assert not read(r"\sum_k v_k", SCOPE).binds


def outcome(tex: str) -> str:
    """The class of what was read, or the sentence of what was refused; anything else escapes."""
    try:
        reading = read(tex, SCOPE)
    except ReadingError as refused:
        return refused.message if 1 <= refused.column <= len(tex) + 1 else ""
    return reading.kind if printers.tex(reading.node) else ""


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(TOKENS + PIECES), max_size=12).map("".join))
def test_any_run_of_tokens_is_read_or_refused_in_words(tex):
    assert outcome(tex)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_words(tex):
    assert outcome(tex)


def test_a_comma_in_braces_does_not_cut_a_subscript():
    with pytest.raises(ReadingError):
        read("A_{{i,j}}", SCOPE)
    assert read("A_{i,j}", SCOPE).kind == "symbol"
