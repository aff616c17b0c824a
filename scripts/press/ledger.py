"""The rows of the page on what is checked: one for each formula and for each line of a derivation."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from calculus.derivation import Proof
from calculus.formula import Formula
from press import catalogue, course, mutation, pages, verdicts
from press.elements import element

FORMULAS, LINES = "checked formulas", "checked derivations"  # calls that list claims
COLUMNS = ("Claim", "Roads", "Points", "Digits", "Mutants", "Killed", "Equivalent")
NOT_RUN = "not run"  # a count nobody made must not look like a count of none
NOT_RUN_HERE = f"{NOT_RUN} in this build; make check runs them"


def formulas(page: pages.Page) -> list[Element]:
    """A row for each formula, with a link to where it is explained."""
    shown = course.first_shown()
    rows = (_row(each, each.title, each.name, shown.get(name), page) for name, each in catalogue.formulas().items())
    return [table(COLUMNS, rows)]


def derivations(page: pages.Page) -> list[Element]:
    """A row for each line of each derivation."""
    shown = {call.name: each for each in reversed(course.in_order()) for call in each.calls if call.displayed}
    claims = ((proof, claim) for proof in catalogue.derivations().values() for claim in proof.claims)
    rows = (_row(claim, _step(proof, claim), proof.name, shown.get(proof.name), page) for proof, claim in claims)
    return [table(COLUMNS, rows)]


def row_address(page: pages.Page, name: str) -> str | None:
    """Where the row of a claim is, seen from a page; nowhere in a project without a page on what is checked."""
    found = holder()
    return found and f"{course.link(page, found)}#{anchor(name)}"


def holder() -> pages.Page | None:
    """The page with the rows of all formulas, where there is one."""
    return next((each for each in pages.pages() if any(call.name == FORMULAS for call in each.calls)), None)


def anchor(name: str) -> str:
    """The address of a claim's row on the page."""
    return f"checked-{name}"


def table(columns: Iterable[str], rows: Iterable[Element]) -> Element:
    """A table that a script makes sortable; it is read without one."""
    head = element("tr", *(element("th", name, scope="col") for name in columns))
    return element("table", element("thead", head), element("tbody", *rows), class_="ledger", tabindex="0")


def _row(claim: Formula, title: str, target: str, shown: pages.Page | None, page: pages.Page) -> Element:
    """A claim with what its roads said and what became of its mutants."""
    name = element("a", title, href=f"{course.link(page, shown)}#{target}") if shown else element("span", title)
    outcome, tally = verdicts.known(claim), mutation.known(claim)
    roads = [road for road in outcome.roads if road.truth is True] if outcome else []
    digits = [road.digits for road in roads if road.digits]
    counts = [str(count) for count in tally.counts.values()] if tally else [NOT_RUN] * 3
    said = ", ".join(road.klass for road in roads) or "not checked yet"
    points, most = str(sum(road.points for road in roads)), str(max(digits, default="–"))
    cells = [element("td", each) for each in (said, points, most, *counts)]
    return element("tr", element("th", name, scope="row"), *cells, id=anchor(claim.name))


def _step(proof: Proof, claim: Formula) -> str:
    """A line of a derivation, as its row is named."""
    step = claim.name.removeprefix(f"{proof.name}.")
    return f"{proof.title}: {f'line {step}' if step.isdigit() else step}"
