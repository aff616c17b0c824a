"""A displayed derivation as HTML: title with permalink, lines with their rules, conditions, and evidence."""

from collections.abc import Callable, Iterator
from os.path import relpath
from xml.etree.ElementTree import Element

from calculus import printers
from calculus.derivation import Proof
from calculus.following import Line
from calculus.language.node import Node
from calculus.printers.continued import Therefore
from calculus.printers.onward import Onward
from press import catalogue, course, pages, verdicts
from press.elements import element
from press.formula_block import Setter, condition_line, table

BESIDE = 14  # letters and signs of a start that may stand beside the first line
Setters = Callable[[str], Setter]  # what sets mathematics in the name of one claim


def block(proof: Proof, page: pages.Page, setters: Setters, *, first: bool) -> Element:
    """The derivation displayed; only the first block of a page carries the address."""
    put = setters(proof.claims[0].name)
    title = element("a", proof.title, class_="formula-title", href=f"#{proof.name}")
    lines = [_start(proof, page, put), *(_line(line, page, setters(line.claim.name)) for line in proof.lines)]
    parts = [
        element("div", title, class_="formula-head"),
        element("div", class_="derivation-tools"),  # the script puts its buttons here
        element("ol", *lines, class_="derivation-lines", role="list", aria_label=proof.title),
        *condition_line(proof.conditions, put),
        *(element("p", put(printers.meaning(alias)), class_="formula-conditions") for alias in proof.where),
        element("p", "Proves: ", link(proof.proves, page), class_="derivation-end"),
        _evidence(proof),
    ]
    address = {"id": proof.name} if first else {}
    return element("figure", *parts, class_="formula derivation", **address, data_derivation=proof.name)


def link(name: str, page: pages.Page) -> Element:
    """The title of a formula, leading to where it is explained."""
    title, target = catalogue.formulas()[name].title, course.first_shown().get(name)
    if target is None:
        return element("span", title)
    address = "" if target.file == page.file else relpath(target.file, page.file.parent).replace("\\", "/")
    return element("a", title, href=f"{address}#{name}")


def _start(proof: Proof, page: pages.Page, put: Setter) -> Element:
    """What is worked on: a value, beside the first line where it is short, or an equality."""
    if proof.equality:
        left, right = proof.equality
        return element("li", _left(left, put), _right(Onward("=", right), proof.rules, page, put))
    wide = " wide" if len(printers.unicode(proof.start)) > BESIDE else ""
    return element("li", _left(proof.start, put), class_=f"derivation-start{wide}")


def _line(line: Line, page: pages.Page, put: Setter) -> Element:
    """A sign with what follows, under the sign above; where both sides are new, the left one too."""
    right = _right(line.onward, line.rules, page, put)
    if line.left is None:
        return element("li", right)
    return element("li", _left(Therefore(line.left), put), right)


def _left(node: Node, put: Setter) -> Element:
    return element("div", put(node, display=True), class_="derivation-left")


def _right(node: Node, rules: tuple[str, ...], page: pages.Page, put: Setter) -> Element:
    mathematics = element("div", put(node, display=True), class_="derivation-math", data_search_exclude="")
    rule = [element("span", *_said(rules, page), class_="derivation-rule")] if rules else []
    return element("div", mathematics, *rule, class_="derivation-right")


def _said(rules: tuple[str, ...], page: pages.Page) -> Iterator[Element | str]:
    """The rules one after the other: a formula by its title, with a link; words as they are."""
    for place, rule in enumerate(rules):
        yield from (", ",) if place else ()
        yield link(rule, page) if "." in rule else rule


def _evidence(proof: Proof) -> Element:
    """What each road has said of each line, and the lines in words."""
    outcomes = [verdicts.known(claim) for claim in proof.claims]
    rows = [
        [outcome.formula.name.split(".")[-1], *verdicts.cells(road)]
        for outcome in outcomes
        if outcome
        for road in outcome.roads
    ]
    said = "; ".join(printers.speech(node) for line in proof.lines for node in line.nodes)
    words = element("p", element("strong", "In words: "), f"{printers.speech(proof.start)} {said}")
    words.set("class", "formula-words")
    return element(
        "details",
        element("summary", _summary(outcomes), data_search_exclude=""),
        *([table(("line", *verdicts.COLUMNS), rows)] if rows else []),
        words,
        class_="formula-evidence",
    )


def _summary(outcomes: list[verdicts.Outcome | None]) -> str:
    roads = min(sum(road.truth is True for road in outcome.roads) if outcome else 0 for outcome in outcomes)
    return f"checked on {roads} road{'s' * (roads != 1)}" if roads else "not checked yet"
