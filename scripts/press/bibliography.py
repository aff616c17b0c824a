"""The works that pages cite: read from docs/bibliography.bib, named by author and year, listed where they are cited."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache

from pybtex.database import BibliographyData, BibliographyDataError, Entry, Person, parse_string
from pybtex.plugin import find_plugin
from pybtex.scanner import PybtexSyntaxError

from press import pages
from press.places import DOCS
from press.report import Problem

FILE = DOCS / "bibliography.bib"
CITATION = re.compile(r"\[@([^\[\]\n]+)\]")
NEEDED = ("title", "year")
DOI = re.compile(r"10\.\d{4,9}/\S+")


def works() -> dict[str, Entry]:
    """Every work that can be cited, by key; none where the file cannot be read, which `problems` tells."""
    try:
        return dict(_read(_text()).entries)
    except (PybtexSyntaxError, BibliographyDataError):
        return {}


def label(key: str) -> str:
    """*Boyd and Vandenberghe 2004*, as a citation names the work."""
    entry = works()[key]
    names = [" ".join(person.prelast_names + person.last_names) for person in _people(entry)]
    several = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
    return f"{several} {entry.fields['year']}"


def reference(key: str) -> str:
    """The whole reference as HTML, in pybtex's plain style."""
    style = find_plugin("pybtex.style.formatting", "plain")()
    (formatted,) = style.format_bibliography(BibliographyData({key: works()[key]}))
    return formatted.text.render_as("html").replace("\n", " ")


def parts(citation: str) -> list[tuple[str, str]]:
    """The keys a citation names, each with the place in the work: `@a, chapter 2; @b` names two."""
    each = (part.strip().removeprefix("@").partition(",") for part in citation.split(";"))
    return [(key.strip(), place.strip()) for key, _, place in each]


def cited(page: pages.Page) -> set[str]:
    """The keys a page cites."""
    return {key for match in CITATION.finditer(page.words) for key, _ in parts(match[1])}


def nearest(key: str) -> str | None:
    """The key that was probably meant."""
    return next(iter(get_close_matches(key, works(), 1)), None)


def problems() -> Iterator[Problem]:
    """Everything wrong with the file: it cannot be read, a work lacks what a reference needs, or nobody cites it."""
    try:
        entries = _read(_text()).entries
    except PybtexSyntaxError as error:
        yield Problem(FILE, error.lineno or 1, "the bibliography must be BibTeX", str(error.args[0]).strip())
        return
    except BibliographyDataError as error:
        yield Problem(FILE, 1, "the bibliography must name each work once", str(error), "take one of the two out")
        return
    used = {key for page in pages.pages() for key in cited(page)}
    for key, entry in entries.items():
        yield from _wanting(key, entry)
        if key not in used:
            rule, hint = "a work in the bibliography must be cited on a page", f"write [@{key}] there, or take it out"
            yield Problem(FILE, _line_of(key), rule, key, hint)


def by_label(keys: Iterable[str]) -> list[str]:
    """The keys in the order of the names readers see."""
    return sorted(keys, key=lambda key: label(key).lower())


def _wanting(key: str, entry: Entry) -> Iterator[Problem]:
    """What a work lacks, and a DOI that leads nowhere."""
    missing = [field for field in NEEDED if field not in entry.fields] + ([] if _people(entry) else ["author"])
    if missing:
        yield Problem(FILE, _line_of(key), "a work must have author, title and year", f"no {' and no '.join(missing)}")
    doi = entry.fields.get("doi")
    if doi is not None and not DOI.fullmatch(doi):
        rule, hint = "a DOI must be written without an address before it", "write doi = {10.1038/323533a0}"
        yield Problem(FILE, _line_of(key), rule, doi, hint)


def written(key: str, author: str, fields: Mapping[str, str]) -> str:
    """A work that is no book or paper, as an entry to copy; what stands in braces keeps its case."""
    work = Entry("misc", fields=fields, persons={"author": [Person(author)]})
    return BibliographyData({key: work}).to_string("bibtex")


def _people(entry: Entry) -> list:
    return entry.persons.get("author") or entry.persons.get("editor") or []


def _text() -> str:
    return FILE.read_text("utf-8") if FILE.exists() else ""


@lru_cache(maxsize=2)
def _read(text: str) -> BibliographyData:
    return parse_string(text, "bibtex")


def _line_of(key: str) -> int:
    found = re.search(rf"^@\w+\{{\s*{re.escape(key)}\s*,", _text(), re.MULTILINE)
    return _text().count("\n", 0, found.start()) + 1 if found else 1
