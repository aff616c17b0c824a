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
from press import catalogue, figures, pages, sheet, sheet_columns, sheet_entries, sheet_page, sheet_rows
from press.report import Stop

PAGE = pages.Page(sheet.PAGE, sheet.PAGE.read_text("utf-8"))
PANELS = sheet_page.panels(PAGE)
ENTRIES = [entry for panel in PANELS for entry in panel.entries]
HEIGHTS = st.lists(st.integers(1, 60), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> SimpleNamespace:
    """The sheet as a file, in both readers, with the elements of its structure."""
    file = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    sheet.set_sheet(file)
    structure = pikepdf.open(file)
    return SimpleNamespace(file=file, reader=pypdf.PdfReader(file), pdf=structure, elements=list(elements(structure)))


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
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in printed.reader.pages))


def links(pdf: pikepdf.Pdf) -> list[str]:
    """Every address a link of the file leads to."""
    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
    return [str(note.A.URI) for note in notes if note.Subtype == "/Link"]


def panel(*names: str) -> pages.Page:
    """A sheet's page with one panel that calls these names."""
    calls = [f"{{{{ {name} }}}}" for name in names]
    return pages.Page(sheet.PAGE, "\n\n".join(["# Cheat sheet", "## A panel", *calls]))


def shown_on(address: str) -> set[str]:
    """The names shown on the page of docs/ that a link of the sheet leads to."""
    page = (sheet.PAGE.parent / "cheat-sheet" / address).resolve().with_suffix(".md")
    calls = pages.Page(page, page.read_text("utf-8")).calls
    return {name for call in calls for name in (call.name, *pages.called(call.name))}


def test_it_is_two_sides_of_a4_landscape(printed):
    sizes = [[round(float(side)) for side in page.mediabox[2:]] for page in printed.reader.pages]
    assert sizes == [[842, 595]] * 2


def test_it_says_its_title_and_language_and_that_it_is_tagged(printed):
    root = printed.pdf.Root
    assert printed.reader.metadata.title == "Calculus for Machine Learning"
    assert str(root.Lang).startswith("en")
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_it_claims_both_standards(printed):
    claimed = printed.pdf.open_metadata()
    assert (claimed["pdfuaid:part"], claimed["pdfaid:part"], claimed["pdfaid:conformance"]) == ("1", "2", "A")


def test_every_call_of_the_page_stands_on_it_by_title(printed):
    text = text_of(printed)
    assert [entry.item.name for entry in ENTRIES if entry.item.title.replace("'", "’") not in text] == []


def test_every_panel_is_a_heading_below_the_title(printed):
    roles = [str(each.S) for each in printed.elements if str(each.S).startswith("/H")]
    assert roles == ["/H1", *["/H2"] * len(PANELS)]


def test_every_formula_and_condition_is_said_in_words(printed):
    formulas = [entry.item for entry in ENTRIES if entry.is_formula]
    pieces = [piece for each in formulas for piece in (*printers.lines(each.statement), *each.conditions)]
    assert words_of(printed, "/Formula") == Counter(printers.speech(piece) for piece in pieces)


def test_the_ledger_has_a_row_for_each_piece_of_mathematics_in_the_file(printed):
    places = Counter(row.place.split("/")[0] for row in sheet_rows.rows())
    drawn = sum(entry.item.name in catalogue.figures() and len(figures.drawn(entry.item).labels) for entry in ENTRIES)
    assert places["docs"] == sum(words_of(printed, "/Formula").values())
    assert places["scripts"] == drawn


def test_every_figure_is_put_in_words(printed):
    drawn = [entry.item for entry in ENTRIES if not entry.is_formula]
    said = words_of(printed, "/Figure")
    assert sum(said.values()) == len(drawn) > 0
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


def test_it_is_the_same_to_the_byte_when_set_twice(printed, tmp_path):
    sheet.set_sheet(tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == printed.file.read_bytes()


def test_every_title_leads_to_a_page_that_shows_it(printed):
    inside = [address.partition("#") for address in links(printed.pdf) if "#" in address]
    assert {name for _, _, name in inside} == {entry.item.name for entry in ENTRIES}
    assert [name for folder, _, name in inside if name not in shown_on(folder)] == []


def test_the_links_resolve_in_a_built_site(built):
    (pdf,) = (built.root / "site" / "cheat-sheet").glob("*.pdf")
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
    project.write("docs/cheat-sheet.md", "# Cheat sheet\n\n## Sums\n\n{{ sums.long }}\n")
    done = project.run("site")
    assert "docs/cheat-sheet.md:5: sums.long, in the panel Sums, must fit a column" in done.stderr
    assert done.returncode == 1


def test_a_panel_taller_than_a_side_is_told_by_name():
    name = next(iter(catalogue.formulas()))
    with pytest.raises(Stop, match=f"column 1, A panel, must fit a side .* too much, the last of it {name}"):
        sheet.sheet(panel(*[name] * 60))


def test_a_figure_too_wide_to_be_read_on_the_sheet_is_told():
    found = [
        name
        for name, figure in catalogue.figures().items()
        if float(sheet_page.WIDTH.search(figures.drawn(figure).print)[1]) > 400
    ]
    assert found
    for name in found:
        with pytest.raises(Stop, match=rf"cheat-sheet.md:5: the words of {name} must be 7 pt .*; found: [3-5]\.\d pt"):
            sheet.sheet(panel(name))


def test_a_wrong_name_on_the_sheet_is_answered_with_the_nearest_right_one():
    name = next(iter(catalogue.formulas()))
    with pytest.raises(Stop, match=rf"cheat-sheet.md:5: nothing is named {name}x; did you mean {name}\?"):
        sheet.sheet(panel(f"{name}x"))


def test_a_call_above_the_first_panel_is_told():
    name = next(iter(catalogue.formulas()))
    with pytest.raises(Stop, match=f"cheat-sheet.md:3: a call on the sheet must stand in a panel; found: {name}"):
        sheet.sheet(pages.Page(sheet.PAGE, f"# Cheat sheet\n\n{{{{ {name} }}}}\n"))


@pytest.mark.parametrize("name", catalogue.formulas())
def test_a_broken_formula_says_what_the_unbroken_says(name):
    def signs(code: str) -> str:
        return re.sub(r"\s|\\|quad", "", code)

    for line in printers.lines(catalogue.formulas()[name].statement):
        assert {signs(form) for form in sheet_entries.forms(line)} == {signs(printers.typst(line))}


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
