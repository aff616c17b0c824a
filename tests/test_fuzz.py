"""Trees and sentences that nobody thought of: what is printed is read back, and only what is true is taken for true."""

from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from calculus import printers
from calculus.interpreters import Precise, Undefined, World, evaluate
from calculus.language import Real, Symbol, absolute, cos, exp, sigmoid, sin, tanh
from calculus.language.node import LanguageError, Node, lift
from calculus.language.words import Divide, Multiply, Negative, Power
from calculus.parser import ReadingError, Scope, read
from calculus.parser.claims import supported
from calculus.parser.meaning import plain
from calculus.parser.round_trip import same, scope_of
from press import catalogue
from small_expressions import ARRAY, ARRAY_LEAVES, ARRAY_PAIRS, SCALAR, SCALAR_LEAVES, SCALAR_PAIRS
from test_parser import PIECES, SCOPE, TOKENS

FUZZED = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
NUMBERS = Precise()
a, t = Symbol("a", Real), Symbol("t", Real)


def grown(leaves: tuple, singles: tuple, pairs: tuple) -> st.SearchStrategy[Node]:
    """Trees of any shape; where shapes do not fit there is none."""

    def made(parts: st.SearchStrategy) -> st.SearchStrategy:
        one = st.tuples(st.sampled_from(singles), parts)
        two = st.tuples(st.sampled_from(pairs), parts, parts)
        return (one | two).map(applied).filter(lambda node: node is not None)

    return st.recursive(st.sampled_from(leaves), made, max_leaves=8)


def applied(call: tuple) -> Node | None:
    make, *parts = call
    try:
        return make(*parts)
    except LanguageError:
        return None


SCALARS = grown(SCALAR_LEAVES, SCALAR, SCALAR_PAIRS)
ARRAYS = grown(ARRAY_LEAVES, ARRAY, ARRAY_PAIRS)
COMPUTABLE = grown(
    (a, t, lift(2), lift(3)),
    (Negative, sin, cos, exp, tanh, sigmoid, absolute),
    (lambda one, two: one + two, lambda one, two: one - two, Multiply, Divide, lambda one, two: Power(one, lift(2))),
)


@FUZZED
@given(SCALARS | ARRAYS)
def test_a_tree_is_printed_and_read_back_as_the_same_tree(node):
    tex = printers.tex(node)
    reading = read(tex, scope_of(node))
    assert printers.tex(reading.node) == tex
    assert same(reading.node, node)


def worth(node: Node, **numbers: Fraction) -> object:
    """The node's value; none where it has none."""
    try:
        return evaluate(plain(node), World({name: NUMBERS.number(value) for name, value in numbers.items()}), NUMBERS)
    except (Undefined, OverflowError):
        return None


@FUZZED
@given(COMPUTABLE, st.fractions(-2, 2, max_denominator=9), st.fractions(-2, 2, max_denominator=9))
def test_what_was_read_back_is_worth_the_same(node, one, two):
    read_back = read(printers.tex(node), scope_of(node)).node
    before, after = (worth(each, a=one, t=two) for each in (node, read_back))
    assert (before is None) == (after is None)
    assert before is None or abs(before - after) <= 1e-30 * (1 + abs(before))


def test_each_side_of_a_declared_statement_is_worth_what_its_print_says():
    compared = 0
    for name, formula in catalogue.formulas().items():
        scalars = all(symbol.kind == Real for symbol in formula.symbols)
        for link in printers.lines(formula.statement) if scalars else ():
            numbers = {symbol.name: Fraction(2 * place + 3, 7) for place, symbol in enumerate(formula.symbols)}
            printed = read(printers.tex(link), scope_of(link)).node
            for side, shown in zip(getattr(link, "terms", ()), getattr(printed, "terms", ()), strict=False):
                before, after = worth(side, **numbers), worth(shown, **numbers)
                assert (before is None) == (after is None), name
                assert before is None or abs(before - after) <= 1e-30 * (1 + abs(before)), name
                compared += before is not None
    assert compared > 20


def sums() -> st.SearchStrategy[tuple[str, Fraction]]:
    """Reckonings with their values, worked out here without the language."""
    whole = st.integers(0, 12).map(lambda number: (str(number), Fraction(number)))

    def made(parts: st.SearchStrategy) -> st.SearchStrategy:
        plus = st.tuples(parts, parts).map(lambda both: (f"({both[0][0]}+{both[1][0]})", both[0][1] + both[1][1]))
        minus = st.tuples(parts, parts).map(lambda both: (f"({both[0][0]}-{both[1][0]})", both[0][1] - both[1][1]))
        times = st.tuples(parts, parts).map(
            lambda both: (rf"({both[0][0]} \cdot {both[1][0]})", both[0][1] * both[1][1])
        )
        square = parts.map(lambda one: (f"({one[0]})^2", one[1] ** 2))
        over = st.tuples(parts, parts.filter(lambda one: one[1])).map(
            lambda both: (rf"\frac{{{both[0][0]}}}{{{both[1][0]}}}", both[0][1] / both[1][1])
        )
        return plus | minus | times | square | over

    return st.recursive(whole, made, max_leaves=5)


@FUZZED
@given(sums(), sums(), st.sampled_from(["=", "<", r"\le", ">", r"\ge"]), st.integers(-1, 1))
def test_a_reckoning_stands_exactly_when_it_is_right(left, right, sign, off):
    (shown, value), (other, against) = left, right
    shown, against, other = f"{shown} + 1", against + off + 1, f"{other} + {off + 1}"
    value += 1
    right_so = {"=": value == against, "<": value < against, r"\le": value <= against, ">": value > against}
    reading = read(f"{shown} {sign} {other}", Scope.of())
    assume(reading.kind == "claim")
    assert bool(supported(reading, Scope.of(), catalogue.declared())) is right_so.get(sign, value >= against)


@settings(FUZZED, max_examples=2000)
@given(st.lists(st.sampled_from(TOKENS + PIECES), min_size=3, max_size=12).map("".join))
def test_no_run_of_tokens_is_taken_for_a_claim_that_fails_somewhere(tex):
    try:
        reading = read(tex, SCOPE)
    except ReadingError:
        return
    if reading.kind != "claim" or not supported(reading, SCOPE, catalogue.declared()):
        return
    terms = getattr(reading.meaning, "terms", ())
    for number in (Fraction(3, 7), Fraction(-5, 4)):
        values = [worth(term, a=number, b=1 - number * number) for term in terms if term.is_scalar]
        known = [value for value in values if value is not None]
        if set(reading.meaning.signs) == {"="} and len(known) == len(terms):
            assert max(known) - min(known) < 1e-20
