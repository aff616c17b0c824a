"""What the page on what is checked says when all pages are set: totals, and for each page what a reader sees on it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from os.path import relpath
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from press import catalogue, course, ledger, mutation, pages, sheet_page, sheet_rows, verdicts
from press.elements import element
from press.later import Address, Contents
from press.ledger import anchor, table
from press.rows import COMPUTED, Row

COLUMNS = ("Mathematics", "Class", "Times", "Lines", "Stands on")
TOTALS, PAGES = "checked totals", "checked pages"  # calls that wait until all pages are set


def contents(rows: Iterable[Row], address: Address) -> Contents:
    """What stands for its calls when these are all rows."""
    order = [page.address for page in course.in_order()]
    holder = ledger.holder()
    checks = address(holder.address) if holder else ""
    rows = sorted(rows, key=lambda row: order.index(row.page) if row.page in order else len(order))
    return {TOTALS: lambda page: totals(rows), PAGES: lambda page: by_page(rows, page.address, address, checks)}


def totals(rows: list[Row]) -> list[Element]:
    """What there is, and what must be zero."""
    claims, formulas = list(catalogue.claims().values()), len(catalogue.formulas())
    outcomes = [outcome for outcome in map(verdicts.known, claims) if outcome]
    tallies = list(filter(None, map(mutation.known, claims)))
    counts = Counter(road.klass for outcome in outcomes for road in outcome.roads if road.truth is True)
    said = {
        "Claims": f"{formulas} formulas and {len(claims) - formulas} lines of derivations",
        "Claims that hold": f"{sum(outcome.holds for outcome in outcomes)}, "
        f"{len(claims) - len(outcomes)} not checked yet",
        "Roads that say true": ", ".join(f"{klass} {count}" for klass, count in counts.items()) or "none yet",
        "Mutants": _mutants(tallies, len(claims)),
        "Conditions not seen to be needed": _unneeded(tallies, len(claims)),
        "Pieces of mathematics": f"{len(rows)}: {_classes(rows)}",
        "Unaccounted": str(sum(not row.stands for row in rows)),
    }
    lines = (element("tr", element("th", name, scope="row"), element("td", text)) for name, text in said.items())
    return [element("table", element("tbody", *lines))]


def _mutants(tallies: list[mutation.Tally], claims: int) -> str:
    """What became of them; a build breaks no claims itself, and one that knows of no mutants must not count any."""
    if not tallies:
        return ledger.NOT_RUN_HERE
    sums = Counter[str]()
    for tally in tallies:
        sums.update(tally.counts)
    made, killed, equivalent = (sums[name] for name in ("made", "killed", "equivalent"))
    alive = made - killed - equivalent
    return (
        f"{made} made from {len(tallies)} of {claims} claims: {killed} killed ({mutation.ways(tallies)}), "
        f"{equivalent} equivalent, {alive} alive"
    )


def _unneeded(tallies: list[mutation.Tally], claims: int) -> str:
    """The formulas that were tried and have a condition that may be dropped or weakened, and nothing notices."""
    if not tallies:
        return ledger.NOT_RUN_HERE
    names = [tally.formula.name for tally in tallies if tally.those("unnecessary")]
    tried = "" if len(tallies) == claims else f" in the {len(tallies)} claims that were tried"
    return f"{len(names)}{tried}" + (f": {', '.join(names)}" if names else "")


def _classes(rows: Iterable[Row]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in Counter(map(_kind, rows)).most_common())


def _kind(row: Row) -> str:
    """The class a reader is told: a formula is one, of whatever kind its statement is."""
    return "formula" if row.formula in catalogue.formulas() and row.kind != "claim" else row.kind


def by_page(rows: list[Row], own: str, address: Address, checks: str) -> Iterator[Element]:
    """Each page, closed: what stands on it, how often, where, and on what; the rows of claims stand at `checks`."""
    home = PurePosixPath(address(own)).parent
    checks = relpath(checks, home).removesuffix("index.html") if checks != address(own) else ""
    titles = {page.address: course.title(page) for page in pages.pages()}
    titles |= {sheet_rows.file_of(form): f"{course.title(page)} as PDF" for page, form in sheet_page.sheets().items()}
    for name, group in groupby(rows, key=lambda row: row.page):
        found = list(group)
        there = relpath(address(name), home).removesuffix("index.html")
        title = titles[name]
        link = element("p", element("a", title, href=there), f": {_classes(found)}.")
        listed = table(COLUMNS, (_piece(name, key, same, checks) for key, same in _grouped(found).items()))
        yield element(
            "details", element("summary", f"{title}: {len(found)} pieces"), link, listed, class_="ledger-page"
        )


def _grouped(rows: list[Row]) -> Mapping[tuple, list[Row]]:
    """What says the same on the same ground, once; a formula or a derivation as a whole, by its title."""
    found: dict[tuple, list[Row]] = {}
    for row in rows:
        said = _title(row.formula) if row.kind != "claim" and row.formula else row.text
        found.setdefault((said, _kind(row), row.follows), []).append(row)
    return found


def _title(claim: str) -> str:
    """The title of a formula, or of the derivation a claim is a line of."""
    known = catalogue.formulas() | catalogue.derivations()
    return next(known[name].title for name in (claim, claim.rpartition(".")[0]) if name in known)


def _piece(page: str, key: tuple, rows: list[Row], checks: str) -> Element:
    said, kind, _ = key
    places = dict.fromkeys(row.place.removeprefix(f"docs/{page}:").removeprefix("scripts/") for row in rows)
    cells = (said, kind, str(len(rows)), ", ".join(places))
    return element("tr", *(element("td", each) for each in cells), element("td", _ground(rows[0], checks)))


def _ground(row: Row, checks: str) -> Element | str:
    """What it stands on."""
    if row.formula:
        return element("a", "its checks", href=f"{checks}#{anchor(row.formula)}")
    if row.kind == COMPUTED:
        return "a run"
    return "its section" if row.follows else "no claim" if row.stands else "nothing"
