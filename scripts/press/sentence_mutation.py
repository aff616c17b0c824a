"""What became of the errors made in claims of sentences: each is checked where it stands, and kept by page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache

from markdown import Markdown

from calculus.check.trials import KILLED
from calculus.parser import broken_sentences
from calculus.parser.claims import Declared
from calculus.parser.reading import Reading
from calculus.parser.scope import Scope
from calculus.printers import tex
from press import cache, catalogue, pages, reading, verdicts
from press.markdown import Press
from press.report import Problem

RULE = "an error in a claim of a sentence must be noticed"
LIMIT = 600  # seconds a page may take
HINT = "write the claim so that it cannot be true by chance: other numbers, more digits"


@dataclass(frozen=True)
class Tally:
    """A claim in a sentence, how many errors were made in it, and those that nothing noticed."""

    place: str
    tex: str
    made: int = 0
    killed: int = 0
    equivalent: int = 0
    alive: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """As other programs read it."""
        return {"made": self.made, "killed": self.killed, "equivalent": self.equivalent}


def known(page: pages.Page) -> list[Tally] | None:
    """The tallies that still stand for what a page says; nothing if its claims have not been broken since."""
    kept = cache.recall("sentences", _name(page), _key(page))
    return kept if kept is None else [Tally(**row | {"alive": tuple(row["alive"])}) for row in kept]


def counts() -> dict[tuple[str, str], dict[str, int]]:
    """The counts of each claim that was checked on the spot, by its place and its TeX."""
    return {(tally.place, tally.tex): tally.counts for page in pages.pages() for tally in known(page) or ()}


def tallies() -> Iterator[tuple[pages.Page, Tally]]:
    """The tallies of all pages; the claims of those that changed are broken in processes of their own."""
    new = [page for page in pages.pages() if known(page) is None]
    answers = verdicts.answers(_broken, [page.address for page in new], LIMIT)
    failed = {page.address: answer.get("failure") for page, answer in zip(new, answers, strict=True)}
    for page in pages.pages():
        if failure := failed.get(page.address):
            yield page, Tally(f"docs/{page.address}:1", "", made=1, alive=(failure,))
        yield from ((page, tally) for tally in known(page) or ())


def _broken(address: str) -> dict:
    """Runs in a process of its own, and so finds the page by its address."""
    (page,) = [page for page in pages.pages() if page.address == address]
    found = [asdict(_tally(*claim)) for claim in claims(page)]
    cache.keep("sentences", _name(page), _key(page), found)
    return {"claims": len(found)}


def problems(page: pages.Page, tally: Tally) -> list[Problem]:
    """What to tell about errors that nothing notices."""
    line = int(tally.place.rpartition(":")[2])
    return [Problem(page.file, line, RULE, f"${tally.tex}$ could be ${each}$", HINT) for each in tally.alive]


def claims(page: pages.Page) -> list[tuple[str, Reading, Scope]]:
    """The claims of a page that are checked where they stand, each with its place and what its section says."""
    found: list[tuple[str, Reading, Scope]] = []

    class Gatherer(reading.Reader):
        def believed(self, claim: Reading, scope: Scope, line: int) -> None:
            if self.source is self.page:  # what it gathers from others is broken there
                found.append((f"docs/{self.page.address}:{line}", claim, scope))

    names, configs = reading.extensions()
    press = Press(problems=[], rows=[], typesetter=Gatherer)
    Markdown(extensions=[*names, press], extension_configs=configs).convert(page.text)
    return found


def _tally(place: str, claim: Reading, scope: Scope) -> Tally:
    fates = list(broken_sentences.fates(claim, scope, catalogue.declared()))
    outcomes = Counter("killed" if fate.outcome in KILLED else fate.outcome for fate in fates)
    alive = tuple(tex(fate.link) for fate in fates if fate.outcome == "alive" and fate.link is not None)
    return Tally(place, tex(claim.node), len(fates), outcomes["killed"], outcomes["equivalent"], alive)


def _name(page: pages.Page) -> str:
    return page.address.replace("/", ".")


def _key(page: pages.Page) -> str:
    """Changes with the page, with what the shelves declare, and with the language, its parser and its checks."""
    said = _said(catalogue.declared())
    return cache.key(page.source, said, cache.sources("calculus", "press/sentence_mutation.py"))


@lru_cache(1)
def _said(declared: Declared) -> str:
    """All that is declared, worked out once for all pages."""
    return repr(list(declared.statements.items()))
