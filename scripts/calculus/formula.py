"""A formula: a function on a shelf, read into its title, its symbols, its statement and its conditions."""

from __future__ import annotations

import difflib
import inspect
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from calculus import generate, language
from calculus.conditions import conditions
from calculus.language.kinds import Kind, Maker
from calculus.language.node import LanguageError, Node
from calculus.language.statements import Statement
from calculus.language.symbols import Alias, Symbol

UNNAMED = "list in where= just the aliases the statement uses, under names no symbol has"


class DeclarationError(Exception):
    """A declaration that cannot be read: where it stands, what must hold, and the likely mend."""

    def __init__(self, file: Path, line: int, message: str, hint: str = "") -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file, self.line, self.message, self.hint = file, line, message, hint


@dataclass(frozen=True)
class Formula:
    """One declaration: `shelf.function` is its address, the docstring its title and note."""

    name: str
    title: str
    note: str
    symbols: tuple[Symbol, ...]
    statement: Statement
    file: Path
    line: int
    is_generated: bool = False

    @property
    def conditions(self) -> tuple[Node, ...]:
        """What must hold for the statement, as nodes that print."""
        return conditions(self.statement, self.symbols)

    @property
    def kind(self) -> str:
        """The kind of statement, in lower case: relation, definition, implies, …"""
        return type(self.statement).__name__.lower()


@dataclass(frozen=True)
class Heading:
    """What the docstring and the parameters of a declaration say, before it is built."""

    name: str
    title: str
    note: str
    symbols: tuple[Symbol, ...]
    file: Path
    line: int

    def wrong(self, message: str, hint: str = "", line: int | None = None) -> DeclarationError:
        """The complaint about this declaration, at its first line or at the one given."""
        return DeclarationError(self.file, line or self.line, f"{self.name}{message}", hint)


def declare(function: Callable[..., Statement], name: str) -> Formula:
    """Read one declaration; a DeclarationError names its file and line."""
    head = heading(function, name)
    statement = build(function, head)
    if not isinstance(statement, Statement):
        hint = "an equality is written Equal(left, right), not left == right" if isinstance(statement, bool) else ""
        raise head.wrong(f" must return a statement such as Equal(left, right); it returned {statement!r:.60}", hint)
    if loose := unnamed(statement, head.symbols):
        raise head.wrong(f": {loose}", UNNAMED)
    written = generate.written(statement)
    return Formula(name, head.title, head.note, head.symbols, written, head.file, head.line, written != statement)


def heading(function: Callable, name: str) -> Heading:
    """Title, note and symbols of a declaration."""
    file, line = place(function)
    title, _, note = inspect.cleandoc(function.__doc__ or "").partition("\n")
    if not title.endswith("."):
        raise DeclarationError(file, line, f"{name} must open with a docstring, its title and a full stop")
    parameters = inspect.signature(function).parameters.values()
    symbols = tuple(symbol(parameter, name, file, line) for parameter in parameters)
    return Heading(name, title[:-1], " ".join(note.split()), symbols, file, line)


def unnamed(statement: Statement, symbols: tuple[Symbol, ...]) -> str:
    """What is wrong with the aliases: one that is not explained, explained but not used, or named like a symbol."""
    listed = {alias.name for node in statement.walk() for alias in getattr(node, "where", ())}
    used = {node.name for node in statement.walk() if isinstance(node, Alias)}
    shown = {node.name for node in aliases_outside_where(statement)}
    twice = used & {symbol.name for symbol in symbols}
    wrong = [
        (used - listed, "not explained"),
        (listed - shown, "explained but not used"),
        (twice, "named like a symbol"),
    ]
    return "; ".join(f"{', '.join(sorted(names))} is {what}" for names, what in wrong if names)


def aliases_outside_where(node: Node) -> Iterator[Alias]:
    """Aliases in what is claimed, and in what other aliases stand for."""
    if isinstance(node, Alias):
        yield node
    for (name, _), child in node.slots():
        if name != "where":
            yield from aliases_outside_where(child)


def place(function: Callable[..., Statement]) -> tuple[Path, int]:
    """File and line of a declaration."""
    code = inspect.unwrap(function).__code__
    return Path(code.co_filename), code.co_firstlineno


def symbol(parameter: inspect.Parameter, name: str, file: Path, line: int) -> Symbol:
    """A parameter as a symbol of its annotated kind."""
    kind = parameter.annotation
    if isinstance(kind, Maker):
        raise DeclarationError(file, line, f"{name}: {kind.word} needs its size", f"{parameter.name}: {kind.example}")
    if not isinstance(kind, Kind):
        hint = f"write {parameter.name}: Real, or {parameter.name}: Vector['n']"
        raise DeclarationError(file, line, f"{name}: the parameter {parameter.name} must have a kind", hint)
    return Symbol(parameter.name, kind)


def build(function: Callable[..., Any], head: Heading) -> Any:
    """What the declaration's body returns; what it raises is told with the line that raised it."""
    try:
        return function(*head.symbols)
    except LanguageError as error:
        raise head.wrong(f": {error}", line=raised_at(error, head.file, head.line)) from error
    except Exception as error:  # a contributor's slip of any kind: told in a sentence, not as a traceback
        message = f" must build a statement; {type(error).__name__}: {error}"
        raise head.wrong(message, missing_word(error), raised_at(error, head.file, head.line)) from error


def missing_word(error: Exception) -> str:
    """What to import, where the name that is missing is a word of the language or close to one."""
    if not isinstance(error, NameError):
        return ""
    near = difflib.get_close_matches(error.name or "", language.__all__, 1)
    return f"add {near[0]} to the import from calculus.language" if near else ""


def raised_at(error: BaseException, file: Path, line: int) -> int:
    """The last line of the declaration's own file in the traceback."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
    return frames[-1].lineno or line if frames else line
