"""Claims in sentences broken on purpose, and what becomes of them where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from calculus.check import unknowns
from calculus.check.decide import decide
from calculus.check.draws import attempt
from calculus.check.equivalence import same
from calculus.check.mutants import within
from calculus.check.normal_form import form
from calculus.interpreters import Exact, World
from calculus.language import words as w
from calculus.language.node import LanguageError, Node
from calculus.language.symbols import free_symbols
from calculus.parser import notation_nodes as n
from calculus.parser.claims import Declared, links, stands
from calculus.parser.local_check import opened, unset
from calculus.parser.meaning import plain
from calculus.parser.reading import Reading
from calculus.parser.scope import Scope

Broken = tuple[str, Node | None, str]  # the kind of error, the link with it, or why it cannot be said


@dataclass(frozen=True)
class Fate:
    """What became of one error: refused, not believed, equivalent with its proof, or alive."""

    operator: str
    link: Node | None
    outcome: str
    by: str = ""


def fates(reading: Reading, scope: Scope, declared: Declared) -> Iterator[Fate]:
    """The fate of every error in those links of a claim that are checked on the spot."""
    for link in links(reading.node):
        if not declared.find(plain(link)):
            yield from (fate(link, each, scope, declared) for each in every_error(link))


def every_error(link: Node) -> Iterator[Broken]:
    """Every link one change away; no two are the same."""
    seen = {link}
    symbols = tuple(symbol for symbol in free_symbols(link).values() if isinstance(symbol, w.Symbol))
    for change, rebuild in [*within(link, symbols, lambda changed: changed), *digits(link)]:
        try:
            broken = rebuild(change.make()) if rebuild else change
        except LanguageError as error:
            yield change.operator, None, str(error)
            continue
        if broken not in seen:
            seen.add(broken)
            yield getattr(change, "operator", "digit"), broken, ""


def digits(link: Node) -> Iterator[tuple[Node, None]]:
    """The link with one more in the last digit of a decimal, and with one less."""
    for decimal in dict.fromkeys(node for node in link.walk() if isinstance(node, n.Decimal)):
        for digit in (decimal.digits + 1, decimal.digits - 1):
            yield link.substitute({decimal: replace(decimal, digits=digit)}), None


def fate(link: Node, error: Broken, scope: Scope, declared: Declared) -> Fate:
    """A sentence with an error must not be believed; one that is must say the same as before, or what is proven."""
    operator, broken, refusal = error
    if broken is None:
        return Fate(operator, None, "refused", refusal)
    try:
        support = stands(broken, scope, declared)
    except Exception as failure:  # what cannot be checked stops the build like what is false
        return Fate(operator, broken, "undecided", f"{type(failure).__name__}: {failure}")
    if not support:
        return Fate(operator, broken, "false", support.by)
    proof = proven(link, broken, scope, declared)
    return Fate(operator, broken, "equivalent" if proof else "alive", proof)


def proven(link: Node, broken: Node, scope: Scope, declared: Declared) -> str:
    """Why a link with an error is true after all, or nothing."""
    if name := declared.find(plain(broken)):
        return f"it is {name}"
    before, after = opened(plain(link), scope), opened(plain(broken), scope)
    if form(before) == form(after):
        return "the same once numbers come out of linear operations"
    functions, free = unset(after, scope)
    world = World(dict(functions), {})
    try:
        if not free:
            return "true for these numbers" if true_of_numbers(after, world) else ""
        return "the same, with unknowns" if same(before, after, letters(free, functions)) else ""
    except Exception:
        return ""


def true_of_numbers(link: Node, world: World) -> bool:
    """Whether a link without letters is true, exactly; to the digits written it was just found to be."""
    return isinstance(link, n.Loose) or decide(link, world, Exact()).truth is True


def letters(free: tuple[w.Symbol, ...], functions: dict) -> World:
    """A world with an unknown for each letter, and with the functions of the section."""
    world = attempt(free, Random("letters"), 2)
    for symbol in free:
        world = unknowns.bound(symbol, world)
    return World({**world.values, **functions}, world.sizes)
