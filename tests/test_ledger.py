"""What is checked, as a page tells it: each claim has its row, and nothing a reader sees is left out of the totals."""

import re
from xml.etree.ElementTree import tostring

import pytest
from markdown import Markdown

from press import catalogue, contract, figures, later, ledger, ledger_totals, mutation, pages, sheet_page, sheet_rows
from press.rows import COMPUTED, Row

NAMES = list(catalogue.formulas())
OWN = next(page for page in pages.pages() if any(call.name == ledger.FORMULAS for call in page.calls))


def set_page(text: str) -> tuple[str, list[Row]]:
    """The page as HTML, with its rows."""
    found = {"problems": [], "rows": []}
    extensions = ["press.markdown", "fenced_code", "attr_list"]
    html = Markdown(extensions=extensions, extension_configs={"press.markdown": found}).convert(text)
    assert found["problems"] == []
    return html, found["rows"]


def filled(tmp_path, rows: list[Row]) -> str:
    """The pages on what is checked: the totals, and what stands on each page."""
    calls = {
        "reference/ledger/index.html": ledger_totals.TOTALS,
        "reference/checked-pages/index.html": ledger_totals.PAGES,
    }
    for name, call in calls.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_text("".join(tostring(each, "unicode", "html") for each in later.place(call)), "utf-8")
    address = lambda page: page.replace(".md", "/index.html")  # noqa: E731
    later.fill(tmp_path, ledger_totals.contents(rows, address), address)
    return "".join((tmp_path / name).read_text("utf-8") for name in calls)


def row(**given) -> Row:
    said = {"page": "topics/limits.md", "place": "docs/topics/limits.md:7", "kind": "symbol", "tex": "x", "text": "x"}
    return Row(**said | {"formula": None} | given)


def total(html: str, name: str) -> str:
    return re.search(rf'<th scope="row">{name}<td>([^<]*)', html)[1]


def test_every_formula_and_every_line_of_a_derivation_has_one_row():
    html, _ = set_page(OWN.text)
    assert re.findall(r'<tr id="checked-([^"]+)"', html) == list(catalogue.claims())


@pytest.mark.parametrize("name", NAMES)
def test_the_mark_of_a_formula_leads_to_its_row(name):
    html, _ = set_page(f"{{{{ {name} }}}}")
    assert re.search(rf'<summary.*<a href="[^"]*reference/ledger.md#checked-{re.escape(name)}">', html, re.DOTALL)


def test_the_totals_count_each_class_and_what_nothing_stands_behind(tmp_path):
    rows = [row(), row(), row(kind="claim", text="1 = 1", follows=True), row(kind="claim", text="1 = 2")]
    html = filled(tmp_path, [*rows, row(kind="relation", formula=NAMES[0], text="y")])
    assert total(html, "Pieces of mathematics") == "5: 2 symbol, 2 claim, 1 formula"
    assert total(html, "Unaccounted") == "1"


def tally(formula, *outcomes: str) -> mutation.Tally:
    """What a full check would have kept of a claim, with one mutant for each outcome."""
    return mutation.Tally(formula, tuple(mutation.Row("sign", "", "", outcome, "") for outcome in outcomes))


def test_where_no_mutants_were_made_rows_and_totals_say_so_and_count_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(mutation, "known", lambda formula: None)
    for name in ("Mutants", "Conditions not seen to be needed"):
        assert total(filled(tmp_path / name, []), name) == "not run in this build; make check runs them"
    html, _ = set_page(OWN.text)
    assert html.count("<td>not run</td>") == 3 * len(catalogue.claims())
    assert contract.mutants(None) == {"made": None, "killed": None, "equivalent": None}


def test_where_some_mutants_were_made_the_totals_say_of_how_many_claims_they_speak(tmp_path, monkeypatch):
    first, second, *_, last = catalogue.claims().values()
    made = {first.name: tally(first, "false", "unnecessary"), second.name: tally(second, "false", "equivalent")}
    monkeypatch.setattr(mutation, "known", lambda formula: made.get(formula.name))
    html, there = filled(tmp_path, []), set_page(OWN.text)[0]
    assert total(html, "Mutants").startswith(f"3 made from 2 of {len(catalogue.claims())} claims: 2 killed")
    assert total(html, "Conditions not seen to be needed") == f"1 in the 2 claims that were tried: {first.name}"
    counted = lambda claim: re.search(rf'id="checked-{re.escape(claim.name)}".*?</tr>', there, re.DOTALL)[0]  # noqa: E731
    assert re.findall(r"<td>(\d+)</td>", counted(second))[-3:] == ["2", "1", "1"]
    assert "not run" in counted(last)


def test_a_page_lists_what_stands_on_it_with_its_places_and_its_ground(tmp_path):
    rows = [row(), row(place="docs/topics/limits.md:9"), row(kind="claim", text="1 = 1", follows=True)]
    rows += [row(kind="relation", formula=NAMES[0]), row(kind=COMPUTED, text="what code prints")]
    html = filled(tmp_path, rows)
    assert "<td>x<td>symbol<td>2<td>7, 9<td>no claim" in html
    assert "<td>1 = 1<td>claim<td>1<td>7<td>its section" in html
    title = catalogue.formulas()[NAMES[0]].title
    assert f'<td>{title}<td>formula<td>1<td>7<td><a href="../ledger/#checked-{NAMES[0]}">its checks</a>' in html
    assert "<td>what code prints<td>computed<td>1<td>7<td>a run" in html
    assert '<a href="../../topics/limits/">' in html


def test_what_code_prints_is_counted_as_computed():
    html, rows = set_page("```{.python .run}\nprint(1 + 1)\n```\n\n```{.python .run}\nsilent = 1\n```\n")
    assert html.count('<figure class="output"') == 1
    assert [row.kind for row in rows] == [COMPUTED]


@pytest.mark.parametrize("name", catalogue.figures())
def test_every_label_and_every_piece_of_a_caption_is_counted(name):
    html, rows = set_page(f"{{{{ {name} }}}}")
    drawing = figures.drawn(catalogue.figures()[name])
    assert html.count('<tspan class="label"') == len(drawing.labels)
    assert html.count("<math") == sum(not isinstance(piece, str) for piece in drawing.caption)
    assert html.count('<tspan class="label"') + html.count("<math") == len(rows)
    assert {row.place.split(":")[0] for row in rows} <= {f"scripts/figures/{name.split('.')[0]}.py"}


def test_each_printed_sheet_has_rows_of_its_own():
    rows = list(sheet_rows.rows())
    assert {row.page for row in rows} == {sheet_rows.file_of(form) for form in sheet_page.sheets().values()}
    assert {row.formula for row in rows if row.formula} <= set(NAMES)
