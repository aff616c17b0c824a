"""Finds what is declared: a name leads to the thing, and to its file and line."""

import ast
import importlib
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING

from calculus.circles import circular
from calculus.derivation import Proof, derive
from calculus.formula import DeclarationError, Formula, declare
from calculus.parser.claims import Declared
from press.places import SCRIPTS
from press.report import Problem, Stop, stop_for

if TYPE_CHECKING:
    from press.drawing import Figure


@dataclass
class Shelf:
    """What one module declares, in the order of its source."""

    topic: str
    heading: str = ""
    items: dict = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def formulas() -> dict[str, Formula]:
    """Every formula that is declared, by name; a broken declaration is missing here and found in `problems`."""
    return _items("formulas")


def figures() -> dict[str, "Figure"]:
    """Every figure that is declared, by name."""
    return _items("figures")


def derivations() -> dict[str, Proof]:
    """Every derivation that is declared, by name."""
    return _items("derivations")


def claims() -> dict[str, Formula]:
    """Everything that has to be checked: the formulas, and each line of the derivations."""
    return formulas() | {claim.name: claim for proof in derivations().values() for claim in proof.claims}


def topics(kind: str = "formulas") -> dict[str, str]:
    """The heading of each shelf of one kind, by topic."""
    return {shelf.topic: shelf.heading for shelf in shelves(kind)}


def problems() -> list[Problem]:
    """Everything wrong with the shelves."""
    on_shelves = [problem for kind in KINDS for shelf in shelves(kind) for problem in shelf.problems]
    return [*on_shelves, *_shared_names(), *_circles()]


def nearest(name: str) -> str | None:
    """The declared name that was probably meant: the right one on another shelf, or one that looks alike."""
    known, last = [*formulas(), *derivations(), *figures(), *topics(), *LISTS], name.split(".")[-1]
    by_last_part = {each.split(".")[-1]: each for each in reversed(known)}
    close = get_close_matches(name, known, 1) or [
        by_last_part[each] for each in get_close_matches(last, by_last_part, 1)
    ]
    return by_last_part.get(last) or next(iter(close), None)


def chosen(name: str) -> list[Formula]:
    """The claims meant: all, those of a topic or derivation, or one; a wrong name is answered with the nearest one."""
    found = [each for full, each in claims().items() if not name or f"{full}.".startswith(f"{name}.")]
    broken = [problem for problem in problems() if problem.again.endswith(f"NAME={name}")]
    stop_for(broken if not found else ())
    if not found:
        near = nearest(name)
        mend = f"; did you mean {near}?\n    again: make check NAME={near}" if near else "\n    again: make check"
        raise Stop(f"nothing is named {name}{mend}")
    return found


@cache
def declared() -> Declared:
    """Every statement that is declared, as claims in sentences may repeat it."""
    return Declared({name: formula.statement for name, formula in formulas().items()})


def forget() -> None:
    """Reads the shelves again when they are next asked for (live preview)."""
    for name in [name for name in sys.modules if name.split(".")[0] in KINDS]:
        del sys.modules[name]
    importlib.invalidate_caches()
    shelves.cache_clear()
    _items.cache_clear()
    declared.cache_clear()


def _figure(function: FunctionType, name: str) -> "Figure":
    from press.drawing import figure  # here, because checking formulas should not wait for matplotlib

    return figure(function, name.split(".")[0])


def _derivation(function: FunctionType, name: str) -> Proof:
    return derive(function, name, formulas())


KINDS = {"formulas": declare, "derivations": _derivation, "figures": _figure}


LISTS = ("formulas", "derivations")  # what a call alone on its line lists


@cache
def shelves(kind: str) -> tuple[Shelf, ...]:
    """The shelves of one kind: every module in its folder."""
    return tuple(_read(file, KINDS[kind]) for file in sorted((SCRIPTS / kind).glob("[a-z]*.py")))


@cache
def _items(kind: str) -> dict:
    """What the shelves of one kind hold; every call on every page asks for it."""
    return {name: item for shelf in shelves(kind) for name, item in shelf.items.items()}


def _read(file: Path, make: Callable) -> Shelf:
    shelf = Shelf(file.stem)
    try:
        tree = ast.parse(file.read_text("utf-8"), file)
        module = importlib.import_module(f"{file.parent.name}.{file.stem}")
    except Exception as error:  # whatever a shelf raises is told in a sentence, and the other shelves stand
        shelf.problems.append(_unreadable(file, error))
        return shelf
    shelf.heading = (module.__doc__ or file.stem).strip().splitlines()[0].rstrip(".")
    for definition in _declarations(tree, file, shelf):
        _put(shelf, module, definition, make)
    return shelf


def _declarations(tree: ast.Module, file: Path, shelf: Shelf) -> Iterator[ast.FunctionDef]:
    """The public functions; a name used twice is reported, since Python would silently keep the last."""
    first: dict[str, int] = {}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        if node.name in first:
            shelf.problems.append(_twice(file, node.lineno, f"{shelf.topic}.{node.name}", f"line {first[node.name]}"))
        else:
            first[node.name] = node.lineno
            yield node


def _put(shelf: Shelf, module: ModuleType, definition: ast.FunctionDef, make: Callable) -> None:
    name = f"{shelf.topic}.{definition.name}"
    try:
        shelf.items[name] = make(getattr(module, definition.name), name)
    except DeclarationError as error:
        shelf.problems.append(
            Problem(Path(error.file), error.line, error.message, hint=error.hint or "", again=f"make check NAME={name}")
        )
    except Exception as error:  # one bad declaration does not take its shelf down
        file = Path(module.__file__)
        line = line_in(file, error) or definition.lineno
        rule, found = f"{name} must be a declaration that can be built", f"{type(error).__name__}: {error}"
        shelf.problems.append(Problem(file, line, rule, found, again=f"make check NAME={name}"))


def _unreadable(file: Path, error: Exception) -> Problem:
    again = f"make check NAME={file.stem}"
    if isinstance(error, SyntaxError) and error.filename == str(file):
        found = f"{error.msg}, in {(error.text or '').strip()!r}"
        return Problem(file, error.lineno or 1, "a shelf must be Python that can be read", found, again=again)
    found = f"{type(error).__name__}: {error}"
    return Problem(file, line_in(file, error) or 1, "a shelf must load", found, again=again)


def line_in(file: Path, error: Exception) -> int | None:
    """The line of the shelf that led to the error."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    return lines[-1] if lines else None


def _shared_names() -> Iterator[Problem]:
    """A name stands for one thing, of whatever kind; the kinds are gone through in the order of `KINDS`."""
    first: dict[str, tuple[str, Path, int]] = {}
    for kind in KINDS:
        for name, item in ((name, item) for shelf in shelves(kind) for name, item in shelf.items.items()):
            word, file, line = first.setdefault(name, (kind.removesuffix("s"), item.file, item.line))
            if (file, line) != (item.file, item.line):
                yield _twice(item.file, item.line, name, f"{file.name}:{line}, a {word}")


def _circles() -> Iterator[Problem]:
    for proof, rule in circular(derivations().values(), formulas()):
        sentence = "a derivation must not rest on the formula it proves"
        found, hint = f"{rule} cannot be had without {proof.proves}", "derive one of the two in another way"
        yield Problem(proof.file, proof.line, sentence, found, hint, again=f"make check NAME={proof.name}")


def _twice(file: Path, line: int, name: str, first: str) -> Problem:
    rule = f"a name must be declared once; {name} is declared here and in {first}"
    return Problem(file, line, rule, hint="rename one of the two", again=f"make check NAME={name.split('.')[0]}")
