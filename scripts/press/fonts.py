"""Cuts the site's fonts to the characters it uses: one face for mathematics, three for text.

The originals come from pinned pip packages and stay there. All are under the Open Font License, which asks that a cut
face does not carry the reserved name and that the license lies beside it: both happen here.
"""
from __future__ import annotations

import unicodedata
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

STIX = files("ziamath") / "fonts/STIXTwoMath-Regular.ttf"
SOURCE_SERIF = files("font_source_serif_pro") / "files"
MATHEMATICS = "Calculus Math"
TEXT = "Calculus Text"

# What any formula may need before a page has asked for it: variables, digits, and the signs of school algebra.
BASE = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]{}|+−-=<>≤≥≠≈·,.:;!/*′″‖∂∇∑∏∫√∞∈∉→↦±×⊙⊤𝟙…⋯ℝ𝔼^~¯→⃗"
    "αβγδεζηθκλμνξπρστφϕχψωΓΔΘΛΞΠΣΦΨΩϵ"
)
# English prose, the accents in mathematicians' names, and the signs of running text. Formulas never use the text face.
PROSE = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0äåöøüßáàâéèêëíîïñóôçšžÅÉÖÜ‐‑–—‘’“”…−×→✓§°"
TEXT_FACES = {"regular": "SourceSerifPro-Regular", "italic": "SourceSerifPro-It", "semibold": "SourceSerifPro-Semibold"}

# Dotless letters and flat accents. Script shapes (ssty) would double the file, and only Firefox asks for them.
MATHEMATICS_FEATURES = ["dtls", "flac", "ccmp", "locl"]
# Chromium gives every bracket the room of its widest size, so sizes wider than this are left to the assembled bracket.
WIDEST_BRACKET = 0.5
# Signs that stand in superscripts only: they get their script shape at once, in every browser.
ALWAYS_SCRIPT = "′″‴⊤"
# A browser draws a letter alone in <mi> with the italic of Unicode's mathematical plane; Planck's ℎ is older than it.
ITALIC = {
    chr(int(unicodedata.decomposition(chr(code)).split()[1], 16)): chr(code)
    for code in [*range(0x1D434, 0x1D455), *range(0x1D456, 0x1D468), *range(0x1D6E2, 0x1D71C)]
} | {"h": "ℎ", "ı": "𝚤", "ȷ": "𝚥"}


def cut_mathematics_font(characters: str, target: Path) -> None:
    """Write STIX Two Math, cut to `characters` and what formulas always need, as woff2 with its license beside it."""
    font = TTFont(str(STIX), recalcTimestamp=False)
    copyright_notice = _name(font, 0)
    _drop_wide_brackets(font)
    _point_at_script_shapes(font)
    wanted = set(characters) | set(BASE)
    _cut(font, wanted | {ITALIC.get(character, character) for character in wanted}, MATHEMATICS_FEATURES)
    _save(font, MATHEMATICS, "Regular", target)
    _write_license(copyright_notice, target)


def cut_text_fonts(target: Path) -> None:
    """Write the three faces prose is set in (`text-regular.woff2`, …) and their license into the folder `target`."""
    for style, original in TEXT_FACES.items():
        font = TTFont(str(SOURCE_SERIF / f"{original}.ttf"), recalcTimestamp=False)
        copyright_notice = _name(font, 0)
        _cut(font, set(PROSE), ["kern", "liga", "mark", "ccmp", "locl"])
        _save(font, TEXT, style.capitalize(), target / f"text-{style}.woff2")
        _write_license(copyright_notice, target / f"text-{style}.woff2")


def _cut(font: TTFont, characters: set[str], features: list[str]) -> None:
    """Keep what `characters` need, MATH table included; instructions for old screens are dropped."""
    options = Options(layout_features=features, hinting=False, glyph_names=False, notdef_outline=True)
    options.drop_tables += ["DSIG", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(character) for character in characters if len(character) == 1])
    subsetter.subset(font)


def _save(font: TTFont, family: str, style: str, target: Path) -> None:
    """Rename the family, as its license asks of a cut face, and write it as woff2."""
    postscript = f"{family}-{style}".replace(" ", "")
    renamed = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript, 16: family, 17: style}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in {0, 13, 14} and record.platformID == 3]
    for number, text in renamed.items():
        table.setName(text, number, 3, 1, 0x409)
    font.flavor = "woff2"
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def _write_license(copyright_notice: str, font_file: Path) -> None:
    """Lay the copyright notice and the text of the Open Font License beside the font."""
    conditions = (SOURCE_SERIF / "LICENSE.txt").read_text(encoding="utf-8").partition("This Font Software")[1:]
    text = f"{copyright_notice}\n\n{''.join(conditions)}"
    font_file.with_suffix(".license.txt").write_text(text, encoding="utf-8")


def _name(font: TTFont, number: int) -> str:
    return str(font["name"].getName(number, 3, 1))


def _drop_wide_brackets(font: TTFont) -> None:
    """Leave out ready-made sizes wider than the bound, wherever the font can assemble the sign from parts instead."""
    widest = WIDEST_BRACKET * font["head"].unitsPerEm
    for construction in font["MATH"].table.MathVariants.VertGlyphConstruction:
        smallest, *larger = construction.MathGlyphVariantRecord
        if construction.GlyphAssembly is None or font["hmtx"][smallest.VariantGlyph][0] > widest:
            continue
        kept = [size for size in larger if font["hmtx"][size.VariantGlyph][0] <= widest]
        construction.MathGlyphVariantRecord = [smallest, *kept]
        construction.VariantCount = len(kept) + 1


def _point_at_script_shapes(font: TTFont) -> None:
    """Let primes and the transpose sign come out in the shape drawn for superscripts."""
    shapes = _script_shapes(font)
    for table in font["cmap"].tables:
        for character in map(ord, ALWAYS_SCRIPT):
            if table.isUnicode() and character in table.cmap:
                table.cmap[character] = shapes.get(table.cmap[character], table.cmap[character])


def _script_shapes(font: TTFont) -> dict[str, str]:
    """Glyph to its first script shape, as the font's ssty feature states it."""
    substitutions = font["GSUB"].table
    lookups = {
        number
        for record in substitutions.FeatureList.FeatureRecord
        if record.FeatureTag == "ssty"
        for number in record.Feature.LookupListIndex
    }
    tables = (table for number in sorted(lookups) for table in substitutions.LookupList.Lookup[number].SubTable)
    return {glyph: choices[0] for table in tables for glyph, choices in getattr(table, "alternates", {}).items()}
