"""Every formula can be copied as source that runs: it computes what the formula says, and shows what it claims."""

import ast
import inspect
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
import sympy as sp

import sample_declarations
from calculus import source
from calculus.conditions import Typing, Vanishing
from calculus.formula import Formula, declare
from calculus.language import words as w
from calculus.language.generated import Generated
from calculus.language.kinds import FamilyKind, IndexKind
from calculus.language.node import Node
from calculus.source import definitions, numpy_program, sympy_program
from calculus.source.counts import bounds, of_counts
from calculus.source.dialects import NUMPY, SYMPY, Dialect, has_arm
from calculus.source.expressions import identifier
from calculus.source.layers import of_arrays
from calculus.source.wrapping import WIDTH
from expected_values import expected
from press import catalogue

WITHOUT_SOURCE = {
    w.Space: "a set of vectors is nothing that can be computed",
    Typing: "a condition is a declaration, not a value",
    Vanishing: "it says where an expansion holds, and has no value",
    Generated: "it stands for a right side that SymPy has still to write, and is gone when a formula is declared",
}
ABSTRACT = (Node, w.Statement, w.Bound)
# What a SymPy program says it prints, and the check that it does.
NEAR = 1e-5  # a central difference keeps no more digits where a function bends much


@cache
def formulas() -> dict[str, Formula]:
    """Every formula of the shelves and every sample, said of arrays and counts as the programs say them."""
    declared = [each for each in vars(sample_declarations).values() if inspect.isfunction(each)]
    own = [each for each in declared if each.__module__ == "sample_declarations"]
    samples = {each.__name__: declare(each, f"samples.{each.__name__}") for each in own}
    return {name: of_counts(of_arrays(formula)) for name, formula in {**catalogue.formulas(), **samples}.items()}


NAMES = sorted(formulas())


@cache
def numpy_source(name: str) -> str:
    return source.numpy(formulas()[name])


@cache
def sympy_source(name: str) -> str:
    return source.sympy(formulas()[name])


def printed(text: str) -> list[tuple]:
    """What a program prints, one tuple for each `print`."""
    found: list[tuple] = []
    exec(compile(text, "snippet", "exec"), {"print": lambda *values, **_: found.append(values)})
    return found


def computed(name: str) -> list[np.ndarray]:
    """The values that a NumPy program prints."""
    (values,) = printed(numpy_source(name))
    return [np.asarray(value, dtype=float) for value in values]


def exchanged(statement: Node) -> Node | None:
    """An equality with its sides exchanged, so that a program computes the left one; None where it cannot."""
    match statement:
        case w.Several(parts):
            sides = [exchanged(part) for part in parts]
            return None if None in sides else replace(statement, parts=tuple(sides))
        case w.Member():
            return statement
        case w.Definition(w.Apply() | w.Partial() | w.Directional() as left, right):
            return w.Relation((right, left), ("=",))
        case w.Relation((left, *_), signs) if set(signs) == {"="} and can_be_computed(left):
            return replace(statement, terms=statement.terms[::-1])
    return None


def can_be_computed(left: Node) -> bool:
    """Whether a left side has a number of its own: not the next of a sequence, not what a rule differentiates."""
    if isinstance(left, w.Entry) and isinstance(getattr(left.array, "kind", None), FamilyKind):
        return False
    ruled = isinstance(left, w.Prime) and not isinstance(left.body, w.Symbol)
    return not (ruled or any(isinstance(node, w.Optimum) and not node.variable.is_scalar for node in left.walk()))


def kinds_of_nodes(kind: type = Node) -> set[type]:
    """The node types of the language; those of sentences on pages never stand in a formula."""
    below = {kind}.union(*(kinds_of_nodes(each) for each in kind.__subclasses__()))
    return {each for each in below if not each.__module__.startswith(("calculus.parser", "calculus.printers"))}


def is_shown(kind: type, programs: tuple) -> bool:
    """Whether a statement is written as a whole program."""
    return all(table.dispatch(kind) is not table.dispatch(Node) for table in programs)


@pytest.mark.parametrize("dialect", [NUMPY, SYMPY], ids=lambda dialect: dialect.name)
def test_every_kind_of_node_has_source_or_a_reason_why_not(dialect):
    statements = {NUMPY: numpy_program.returned, SYMPY: sympy_program.show}[dialect]
    wanted = kinds_of_nodes() - set(ABSTRACT) - set(WITHOUT_SOURCE) - {w.Update}
    missing = {kind.__name__ for kind in wanted if not has_arm(kind, dialect) and not is_shown(kind, (statements,))}
    assert not missing


def test_what_has_no_source_really_has_none():
    assert not [kind for kind in WITHOUT_SOURCE if has_arm(kind, NUMPY) or has_arm(kind, SYMPY)]


def test_every_kind_of_node_is_met_in_a_declaration():
    met = {type(node) for formula in formulas().values() for node in formula.statement.walk()}
    assert not {kind.__name__ for kind in kinds_of_nodes() - set(ABSTRACT) - {Typing, Vanishing, Generated} - met}


@pytest.mark.parametrize("name", NAMES)
def test_a_numpy_program_prints_finite_numbers(name):
    values = computed(name)
    assert values
    assert all(np.isfinite(value).all() for value in values)


@pytest.mark.parametrize("name", NAMES)
def test_a_numpy_program_agrees_with_the_evaluator(name):
    wanted = expected(formulas()[name].statement, formulas()[name], computed(name))
    for value, exact in zip(computed(name), wanted, strict=True):
        assert value == pytest.approx(exact, rel=NEAR, abs=NEAR)


@pytest.mark.parametrize("name", [name for name in NAMES if exchanged(formulas()[name].statement) is not None])
def test_the_left_side_computes_to_the_same_numbers(name):
    formula = formulas()[name]
    text = source.numpy(replace(formula, statement=exchanged(formula.statement)))
    (values,) = printed(text)
    for value, other in zip(values, computed(name), strict=True):
        assert np.asarray(value, dtype=float) == pytest.approx(other, rel=NEAR, abs=NEAR)


@pytest.mark.parametrize("name", NAMES)
def test_a_sympy_program_prints_what_its_comments_say(name):
    text = sympy_source(name)
    said = re.findall(r"^print\(.*\)  # (.*)$|^# (.*)\nprint\(", text, re.MULTILINE)
    for comment, values in zip([first or second for first, second in said], printed(text), strict=True):
        assert holds(comment, values), f"{comment}: {values}"


def holds(comment: str, values: tuple) -> bool:
    """Whether what was printed is what the comment beside it says."""
    (value,) = values
    if comment in ("0", "all entries 0"):
        return value == 0 or (isinstance(value, sp.MatrixBase) and value == value * 0 == sp.zeros(*value.shape))
    if comment.startswith("in this order: "):
        signs = comment.removeprefix("in this order: ").split(", ")
        links = zip(value, signs, value[1:], strict=False)
        return all(COMPARED[sign](float(left), float(right)) for left, sign, right in links)
    if comment == "the middle one is best":
        return value[1] == min(value)
    if comment == "the middle one is largest":
        return value[1] == max(value)
    if comment == "both hold, or neither":
        return bool(value[0]) == bool(value[1])
    if comment.startswith("the change"):
        return value[0] * value[1] > 0
    if comment == "finite":
        return value.is_finite is not False
    return not isinstance(value, sp.Basic) or not value.has(sp.nan, sp.zoo)


COMPARED = {
    "<": float.__lt__, "<=": float.__le__, ">": float.__gt__, ">=": float.__ge__, "=": lambda a, b: abs(a - b) < 1e-6,
}  # fmt: skip


def test_only_few_formulas_lack_a_sympy_program():
    assert len([name for name in NAMES if not sympy_source(name)]) <= len(NAMES) / 25


@pytest.mark.parametrize("name", NAMES)
def test_lines_fit_a_readers_window(name):
    lines = [*numpy_source(name).splitlines(), *sympy_source(name).splitlines()]
    assert not [line for line in lines if len(line) > WIDTH]


@pytest.mark.parametrize("name", NAMES)
def test_a_program_has_no_signs_or_brackets_that_do_nothing(name):
    for text in (numpy_source(name), sympy_source(name)):
        assert not re.search(r"\+ -|- -|\(\((?![^()]*,)[^()]*\)\)|- 1 \+ 1\b", text), text


@pytest.mark.parametrize("name", NAMES)
def test_a_numpy_function_has_the_formulas_name_and_title(name):
    formula = formulas()[name]
    functions = [node for node in ast.parse(numpy_source(name)).body if isinstance(node, ast.FunctionDef)]
    assert functions[-1].name.removesuffix("_formula") == formula.name.split(".")[-1]
    assert ast.get_docstring(functions[-1]) == f"{formula.title}."


@pytest.mark.parametrize("name", NAMES)
def test_a_program_defines_each_function_once_and_none_it_does_not_use(name):
    for text in (numpy_source(name), sympy_source(name)):
        tree = ast.parse(text)
        defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        assert len(defined) == len(set(defined))
        assert set(defined) <= used


@pytest.mark.parametrize("name", NAMES)
def test_a_program_says_that_a_free_index_counts_from_zero(name):
    formula = formulas()[name]
    indices = [identifier(symbol.name) for symbol in formula.symbols if isinstance(symbol.kind, IndexKind)]
    taken = re.findall(r"\b(\w+)=\d+\b", numpy_source(name))
    assert bool(set(indices) & set(taken)) == ("from 0" in numpy_source(name))


def test_the_number_of_entries_to_add_is_no_place_and_is_not_shifted():
    text = source.numpy(declare(sample_declarations.total_of_the_first, "samples.total_of_the_first"))
    space: dict = {"print": lambda *_: None}
    exec(text, space)
    entries = np.array([1.0, 2.0, 4.0])
    assert [space["total_of_the_first"](entries, count) for count in (1, 2, 3)] == [1, 3, 7]
    assert "from 0" not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_bound_of_a_sum_is_taken_for_a_place(name):
    assert not [symbol for node in formulas()[name].statement.walk() for symbol in bounds(node)]
    assert not re.search(r"\+ 1 \+ 1\b", numpy_source(name) + sympy_source(name))


@pytest.mark.parametrize("dialect", [NUMPY, SYMPY], ids=lambda dialect: dialect.name)
def test_every_definition_that_can_be_copied_is_copied_somewhere(dialect):
    texts = [numpy_source(name) if dialect is NUMPY else sympy_source(name) for name in NAMES] + other_sides(dialect)
    assert not [name for name in definitions.table(dialect) if not any(f"def {name}(" in text for text in texts)]


def other_sides(dialect: Dialect) -> list[str]:
    """The NumPy programs of the left sides, which are where numeric derivatives and the like are needed."""
    if dialect is SYMPY:
        return []
    sides = [(formula, exchanged(formula.statement)) for formula in formulas().values()]
    return [source.numpy(replace(formula, statement=side)) for formula, side in sides if side is not None]


def test_stable_definitions_survive_large_arguments():
    space: dict = {}
    exec("import numpy as np\n" + "\n".join(text for text, _ in definitions.table(NUMPY).values()), space)
    large = np.array([-1000.0, 0.0, 1000.0])
    with np.errstate(all="raise", under="ignore"):
        assert space["softplus"](large) == pytest.approx([0, np.log(2), 1000])
        assert space["sigmoid"](large) == pytest.approx([0, 0.5, 1])
        assert space["softmax"](large) == pytest.approx([0, 0, 1])
        assert space["log_sum_exp"](large) == pytest.approx(1000)
