"""The printed sheet, opened with independent readers."""

import re
from collections import Counter
from pathlib import PurePosixPath
from types import SimpleNamespace

import pikepdf
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculus import printers
from press import (
    cache,
    catalogue,
    figures,
    front_matter,
    pages,
    sheet,
    sheet_columns,
    sheet_lines,
    sheet_page,
    sheet_rows,
    sheet_setting,
)
from press.places import DOCS
from press.report import Stop
from press.sheet_conditions import own, shared
from press.sheet_look import FOLDER, FORMATS, PAPERS, Look, file_name
from press.sheet_remarks import Remark

PAGES = list(sheet_page.sheets())
FILES = [(page, form, paper) for page, form in sheet_page.sheets().items() for paper in PAPERS]
HEIGHTS = st.lists(st.integers(1, 60), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All sheets as files."""
    made = tmp_path_factory.mktemp("sheets")
    sheet.set_sheets(made)
    return made


def described(case) -> str:
    return "-".join(str(getattr(part, "name", "")) for part in case[1:]).strip("-")


@pytest.fixture(scope="module", params=FILES, ids=described)
def printed(request, folder) -> SimpleNamespace:
    """A sheet on one paper, in both readers, with the elements of its structure and what its page declares."""
    page, form, paper = request.param
    file = folder / file_name(form, paper)
    structure = pikepdf.open(file)
    return SimpleNamespace(
        file=file,
        bare=folder / file_name(form, paper, is_colored=False),
        page=page,
        form=form,
        paper=paper,
        panels=sheet_page.panels(page),
        calls=[entry for panel in sheet_page.panels(page) for entry in panel.calls],
        reader=pypdf.PdfReader(file),
        pdf=structure,
        elements=list(elements(structure)),
    )


def elements(pdf: pikepdf.Pdf):
    """The elements of the structure tree, in reading order."""

    def below(node):
        children = node.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                yield child
                yield from below(child)

    return below(pdf.Root.StructTreeRoot)


def words_of(printed, role: str) -> Counter:
    """The alternative texts of the elements with this role."""
    return Counter(str(each.get("/Alt", "")) for each in printed.elements if role == each.S)


def text_of(printed) -> str:
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in printed.reader.pages))
    return text.replace("- ", "-")  # a line may end behind a hyphen


def links(pdf: pikepdf.Pdf) -> list[str]:
    """Every address a link of the file leads to."""
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    return [str(note.A.URI) for note in notes if note.Subtype == "/Link"]


def panel(*names: str) -> pages.Page:
    """A sheet's page with one panel that calls these names, the first of them on line 8."""
    return written("## A panel", *(f"{{{{ {name} }}}}" for name in names))


def written(*blocks: str) -> pages.Page:
    """A sheet's page with these blocks below its title."""
    return pages.Page(DOCS / "cheat-sheet.md", "\n\n".join(["---\nsheet: full\n---\n# Cheat sheet", *blocks]))


def shown_on(address: str) -> set[str]:
    """The names shown on the page of docs/ that a link of the sheet leads to."""
    page = (DOCS / FOLDER / address).resolve().with_suffix(".md")
    calls = pages.Page(page, page.read_text("utf-8")).calls
    return {name for call in calls for name in (call.name, *pages.called(call.name))}


def test_every_page_for_paper_is_set_on_every_paper_with_and_without_color(folder):
    assert {file.name for file in folder.iterdir()} == {
        file_name(form, paper, is_colored=colored) for _, form, paper in FILES for colored in (True, False)
    }
    assert {form.name for _, form, _ in FILES} == set(FORMATS)


def test_it_is_as_many_sides_of_its_paper_as_its_format_says(printed):
    for file in (printed.file, printed.bare):
        sides = [[float(side) for side in page.mediabox[2:]] for page in pypdf.PdfReader(file).pages]
        assert sides == [pytest.approx([printed.paper.width, printed.paper.height], abs=0.01)] * printed.form.sides


def test_without_color_it_is_black_and_grey(printed):
    used = [
        [float(each) for each in operands]
        for page in pikepdf.open(printed.bare).pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) in ("rg", "RG", "sc", "scn", "SC", "SCN") and len(operands) == 3
    ]
    assert [color for color in used if max(color) - min(color) > 0.01] == []


def test_it_says_its_title_and_language_and_that_it_is_tagged(printed):
    root = printed.pdf.Root
    assert printed.reader.metadata.title.startswith("Calculus for Machine Learning")
    assert str(root.Lang).startswith("en")
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_it_claims_both_standards(printed):
    claimed = printed.pdf.open_metadata()
    assert (claimed["pdfuaid:part"], claimed["pdfaid:part"], claimed["pdfaid:conformance"]) == ("1", "2", "A")


def test_every_call_of_the_page_stands_on_it_by_title(printed):
    text = text_of(printed)
    assert [each.name for each in printed.calls if each.item.title.replace("'", "’") not in text] == []


def test_every_panel_is_a_heading_below_the_title(printed):
    roles = [str(each.S) for each in printed.elements if str(each.S).startswith("/H")]
    assert roles == ["/H1", *["/H2"] * len(printed.panels)]


def test_every_formula_and_condition_is_said_in_words(printed):
    said = Counter(printers.speech(node) for panel in printed.panels for node in nodes(panel))
    assert words_of(printed, "/Formula") == said


def nodes(panel):
    """The mathematics of a panel: what stands under its title, in its remarks, its lines and beside them."""
    above = shared(panel)
    yield from above
    for entry in panel.entries:
        if isinstance(entry, Remark):
            yield from (reading.node for reading in entry.readings)
        elif entry.is_formula:
            yield from (*sheet_lines.lines(entry.item.statement), *own(entry.item, above))


def test_the_ledger_has_a_row_for_each_piece_of_mathematics_in_the_file(printed):
    rows = [row for row in sheet_rows.rows() if row.page == sheet_rows.file_of(printed.form)]
    places = Counter(row.place.split("/")[0] for row in rows)
    drawn = sum(len(figures.drawn(each.item).labels) for each in printed.calls if not each.is_formula)
    assert places["docs"] == sum(words_of(printed, "/Formula").values())
    assert places["scripts"] == drawn


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.address)
def test_what_a_formula_needs_stands_beside_it_or_under_the_title_of_its_panel(page):
    for panel in sheet_page.panels(page):
        above = {each for condition in shared(panel) for each in letters(condition)}
        for formula in panel.formulas:
            beside = {each for condition in own(formula, shared(panel)) for each in letters(condition)}
            needed = {each for condition in formula.conditions for each in letters(condition)}
            assert beside <= needed <= above | beside


def letters(condition) -> list:
    """What a condition says, letter by letter."""
    return [(symbol, symbol.kind) for symbol in getattr(condition, "symbols", ())] or [condition]


def test_every_figure_is_put_in_words(printed):
    drawn = [entry.item for entry in printed.calls if not entry.is_formula]
    said = words_of(printed, "/Figure")
    assert sum(said.values()) == len(drawn)
    assert all(any(words.startswith(f"{figure.title}. ") for words in said) for figure in drawn)


def test_all_fonts_are_embedded(printed):
    fonts = [font["/DescendantFonts"][0].get_object() for page in printed.reader.pages for font in fonts_of(page)]
    assert fonts
    assert all({"/FontFile2", "/FontFile3"} & font["/FontDescriptor"].keys() for font in fonts)


def fonts_of(page) -> list:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_no_character_is_missing_from_its_font(printed):
    shown = [
        bytes(part)
        for page in printed.pdf.pages
        for operands, operator in pikepdf.parse_content_stream(page)
        if str(operator) in ("Tj", "TJ")
        for part in (operands[0] if str(operator) == "TJ" else operands)
        if isinstance(part, pikepdf.String)
    ]
    glyphs = {text[start : start + 2] for text in shown for start in range(0, len(text), 2)}
    assert glyphs
    assert b"\0\0" not in glyphs


def test_no_words_are_smaller_than_seven_points(printed):
    sizes = []

    def see(text, outer, inner, font, size):
        if text.strip() and font and "SourceSerif" in font["/BaseFont"]:
            sizes.append(size * abs(inner[3] * outer[3]))

    for page in printed.reader.pages:
        page.extract_text(visitor_text=see)
    assert sizes
    assert min(sizes) >= 7


def test_they_are_the_same_to_the_byte_when_set_twice(folder, tmp_path):
    sheet.set_sheets(tmp_path)
    assert {file.name for file in folder.iterdir() if file.read_bytes() != (tmp_path / file.name).read_bytes()} == set()


def test_only_a_panel_that_has_changed_is_measured_again(monkeypatch, tmp_path):
    page, asked, compiler = PAGES[-1], [], sheet_setting._compiler
    look = Look(PAPERS[0], sheet_page.format_of(page), 9.0)
    shown = sheet.content(page, sheet_page.panels(page)) | {"look": look.values}
    changed = shown | {"panels": [*shown["panels"][:-1], shown["panels"][-1] | {"title": "Another title"}]}
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    monkeypatch.setattr(
        sheet_setting, "_compiler", lambda content: asked.append(content["panels"]) or compiler(content)
    )
    first, again = sheet_setting.settled(shown, "a sheet"), sheet_setting.settled(changed, "a sheet")
    assert asked == [shown["panels"], changed["panels"][-1:]]
    assert again[:-1] == first[:-1]
    assert again == sheet_setting.settled(changed, "another sheet")


def test_every_title_leads_to_a_page_that_shows_it(printed):
    inside = [address.partition("#") for address in links(printed.pdf) if "#" in address]
    assert {name for _, _, name in inside} == {entry.name for entry in printed.calls}
    assert [name for folder, _, name in inside if name not in shown_on(folder)] == []


def test_every_link_has_words(printed):
    linked = [each for each in printed.elements if each.S == "/Link"]
    assert linked
    for each in linked:
        kids = each.K if isinstance(each.K, pikepdf.Array) else [each.K]
        assert any(not isinstance(kid, pikepdf.Dictionary) or kid.get("/Type") != "/OBJR" for kid in kids)


def test_nothing_is_painted_that_is_neither_tagged_nor_marked_as_an_artifact(printed):
    painting = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"}
    for page in printed.pdf.pages:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(page):
            depth += (str(operator) in ("BDC", "BMC")) - (str(operator) == "EMC")
            assert depth > 0 or str(operator) not in painting


def test_the_links_resolve_in_a_built_site(built):
    pdf = built.root / "site" / "cheat-sheet" / file_name(FORMATS["full"], PAPERS[0])
    inside = [address for address in links(pikepdf.open(pdf)) if "#" in address]
    assert inside
    for address in inside:
        folder, _, name = address.partition("#")
        assert f'id="{name}"' in (pdf.parent / PurePosixPath(folder) / "index.html").read_text("utf-8")


def test_a_formula_wider_than_a_column_stops_the_build_by_name(project):
    wide = " + ".join(f"x**{power}" for power in range(2, 40))
    shelf = '"""Long."""\n\nfrom calculus.language import Equal, Real\n\n\n'
    shelf += f'def long(x: Real):\n    """A long sum."""\n    return Equal({wide}, {wide})\n'
    project.write("scripts/formulas/sums.py", shelf)
    project.write("docs/cheat-sheet.md", "---\nsheet: full\n---\n# Cheat sheet\n\n## Sums\n\n{{ sums.long }}\n")
    done = project.run("site")
    assert "docs/cheat-sheet.md:8: sums.long, in the panel Sums, must fit a column" in done.stderr
    assert done.returncode == 1


def test_a_panel_taller_than_a_side_is_told_by_name():
    name = next(iter(catalogue.formulas()))
    with pytest.raises(Stop, match=f"column 1, A panel, must fit a side .* too much on a4, the last of it {name}"):
        sheet.sheets(panel(*[name] * 60))


def test_a_figure_too_wide_to_be_read_on_the_sheet_is_told():
    found = [
        name
        for name, figure in catalogue.figures().items()
        if float(sheet_page.WIDTH.search(figures.drawn(figure).print)[1]) > 400
    ]
    assert found
    for name in found:
        with pytest.raises(Stop, match=rf"cheat-sheet.md:8: the words of {name} must be 7 pt .*; found: [3-5]\.\d pt"):
            sheet.sheets(panel(name))


def test_a_wrong_name_on_the_sheet_is_answered_with_the_nearest_right_one():
    name = next(iter(catalogue.formulas()))
    with pytest.raises(Stop, match=rf"cheat-sheet.md:8: nothing is named {name}x; did you mean {name}\?"):
        sheet.sheets(panel(f"{name}x"))


def test_a_call_above_the_first_panel_is_told():
    name = next(iter(catalogue.formulas()))
    with pytest.raises(Stop, match=f"cheat-sheet.md:6: a call on the sheet must stand in a panel; found: {name}"):
        sheet.sheets(written(f"{{{{ {name} }}}}"))


@pytest.mark.parametrize("name", catalogue.formulas())
def test_a_broken_formula_says_what_the_unbroken_says(name):
    def signs(code: str) -> str:
        return re.sub(r"\s|\\|quad", "", code)

    for line in sheet_lines.lines(catalogue.formulas()[name].statement):
        assert {signs(form) for form in sheet_lines.forms(line)} == {signs(printers.typst(line))}


def test_a_remark_must_not_claim():
    with pytest.raises(Stop, match=r"cheat-sheet.md:8: a remark on a sheet must claim nothing.*; found: .1 \+ 1 = 2"):
        sheet.sheets(written("## A panel", "- **Sums.** It is clear that $1 + 1 = 2$."))


def test_a_format_nobody_knows_is_told_with_those_there_are():
    page = pages.Page(DOCS / "cheat-sheet.md", "---\nsheet: ful\n---\n# Cheat sheet\n")
    (problem,) = front_matter.problems(page)
    assert problem.rule == f"sheet must be one of {', '.join(FORMATS)}"
    assert (problem.line, problem.found, problem.hint) == (2, "ful", "did you mean full?")


@given(HEIGHTS, st.integers(1, 4))
def test_columns_keep_the_order_and_the_tallest_is_as_low_as_can_be(heights, columns):
    found = sheet_columns.spread(heights, columns, 1)
    assert [number for column in found for number in column] == list(range(len(heights)))
    assert len(found) <= columns
    tallest = max(sheet_columns.height([heights[number] for number in column], 1) for column in found)
    assert not packs(heights, columns, tallest - 1)


def packs(heights: list[int], columns: int, limit: int) -> bool:
    """Whether the panels, in order, fit so many columns of this height: each is put where there is still room."""
    used, room = 1, limit
    for number, tall in enumerate(heights):
        need = tall + (room != limit)
        if number and need > room:
            used, room, need = used + 1, limit, tall
        room -= need
        if room < 0:
            return False
    return used <= columns


@given(st.integers(0, 90), st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_spare_room_of_a_column_is_shared_out_evenly_and_none_stands_below_its_last_row(spare, rows):
    found = sheet_columns.shares(spare, rows)
    assert [len(each) for each in found] == rows
    assert found[-1][-1] == 0
    within = [room for panel in found for room in panel[:-1]]
    assert not within or max(within) - min(within) <= 1
    assert max(within, default=0) <= sheet_columns.MOST
    assert sum(map(sum, found)) == min(spare, sheet_columns.MOST * (sum(rows) - 1 + len(rows) - 1))
