"""The cut fonts hold what formulas need, sit as a book has them, are small, lawful, and the same from run to run."""

import pytest
from fontTools.ttLib import TTFont

from press import fonts
from press.tailoring import ROOT_WIDTH, SUPERSCRIPT_DROP, WIDEST_BRACKET

USED = "∮𝛁⟨⟩𝐀"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts")
    fonts.cut_mathematics_font(USED, folder / "mathematics.woff2")
    fonts.cut_text_fonts(folder)
    return folder


@pytest.fixture(scope="module")
def mathematics(folder):
    return TTFont(folder / "mathematics.woff2")


def sizes(font, sign):
    variants = font["MATH"].table.MathVariants
    place = variants.VertGlyphCoverage.glyphs.index(font.getBestCmap()[ord(sign)])
    return [size.VariantGlyph for size in variants.VertGlyphConstruction[place].MathGlyphVariantRecord]


def widths(font, sign):
    return [font["hmtx"][glyph][0] for glyph in sizes(font, sign)]


def test_the_mathematics_font_has_every_character_asked_for_and_every_basic_one(mathematics):
    assert {*USED, *fonts.BASE} - {chr(code) for code in mathematics.getBestCmap()} == set()


def test_a_letter_comes_with_the_italic_that_browsers_draw_for_it(mathematics):
    assert {"𝑥", "ℎ", "𝜎", "𝜙", "𝜖"} <= {chr(code) for code in mathematics.getBestCmap()}


def test_formulas_keep_the_table_that_sets_them(mathematics):
    assert mathematics["MATH"].table.MathConstants.AxisHeight.Value > 0


@pytest.mark.parametrize("bracket", "()[]{}")
def test_no_ready_made_bracket_is_so_wide_that_small_ones_get_too_much_room(mathematics, bracket):
    assert len(sizes(mathematics, bracket)) > 3
    assert max(widths(mathematics, bracket)) <= 1000 * WIDEST_BRACKET


@pytest.mark.parametrize("bar", "|‖")
def test_bars_grow_without_being_assembled_and_keep_their_room(mathematics, bar):
    assert len(set(widths(mathematics, bar))) == 1
    heights = [mathematics["glyf"][glyph].yMax - mathematics["glyf"][glyph].yMin for glyph in sizes(mathematics, bar)]
    assert heights == sorted(heights)
    assert heights[-1] > 3 * heights[0]


def test_root_signs_keep_one_width(mathematics):
    assert max(widths(mathematics, "√")) <= 1000 * ROOT_WIDTH + 1


def test_primes_and_transposes_are_drawn_in_their_script_shape(mathematics):
    original = TTFont(str(fonts.STIX))
    for sign in "′⊤":
        cut = mathematics["glyf"][mathematics.getBestCmap()[ord(sign)]]
        plain = original["glyf"][original.getBestCmap()[ord(sign)]]
        assert (cut.xMax, cut.yMax) != (plain.xMax, plain.yMax)


def test_superscripts_sit_at_one_height_on_tall_and_low_letters(mathematics):
    constants = mathematics["MATH"].table.MathConstants
    assert constants.SuperscriptBaselineDropMax.Value == SUPERSCRIPT_DROP
    tallest = max(mathematics["glyf"][mathematics.getBestCmap()[ord(letter)]].yMax for letter in "𝑓Axσ")
    assert tallest - SUPERSCRIPT_DROP <= constants.SuperscriptShiftUp.Value + 10


def test_text_holds_english_and_the_names_of_mathematicians(folder):
    for style in fonts.TEXT_FACES:
        held = TTFont(folder / f"text-{style}.woff2").getBestCmap()
        assert {ord(letter) for letter in "Hölder, Fréchet’s “proof” – 50 %"} <= set(held)


def test_fonts_are_small(folder):
    assert (folder / "mathematics.woff2").stat().st_size < 30_000
    assert all((folder / f"text-{style}.woff2").stat().st_size < 13_000 for style in fonts.TEXT_FACES)


def test_a_cut_font_does_not_bear_the_reserved_name_and_lies_beside_its_license(folder):
    for file in folder.glob("*.woff2"):
        names = [str(record) for record in TTFont(file)["name"].names if record.nameID not in {0, 13}]
        assert not [name for name in names if "STIX" in name or "Source" in name]
        text = file.with_suffix(".license.txt").read_text("utf-8")
        assert text.startswith(("Copyright", "©"))
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
        assert "PERMISSION & CONDITIONS" in text


def test_cutting_again_gives_the_same_bytes(folder, tmp_path):
    fonts.cut_mathematics_font("".join(reversed(USED)), tmp_path / "again.woff2")
    assert (tmp_path / "again.woff2").read_bytes() == (folder / "mathematics.woff2").read_bytes()
