"""Alters the mathematics font where browsers, Chromium above all, do not set it as TeX would.

Chromium gives a stretchy sign the room of its widest size, draws assembled bars off center, and never asks for script
shapes; MathML raises superscripts by the height of their letter. Each is mended here in the font, so that no page needs
a script or a rule for it.
"""

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.ttLib.tables.otTables import MathGlyphVariantRecord

# Ready-made sizes of brackets wider than this many em are left out: the font assembles those from parts.
WIDEST_BRACKET = 0.5
# Root signs, at every height, keep to this many em, as TeX's nearly do; the font's own grow from 0.79 to 1.21.
ROOT_WIDTH = 0.86
# Bars get ready-made sizes, as tall as the brackets they stand beside.
BARS = "|‖"
# Signs that stand in superscripts only: they get their script shape at once, in every browser.
ALWAYS_SCRIPT = "′″‴⊤"
# How far below the top of its letter a superscript may sit, in thousandths of an em. TeX looks at the letter's height
# only where it is more than a letter; with the font's own 230 the prime of f climbs above that of σ.
SUPERSCRIPT_DROP = 350
# Room under the bar of a root. TeX shares out what a root sign is too tall for its letter; browsers leave it all below.
ROOT_GAP = 200


def tailor(font: TTFont) -> None:
    """Make all alterations, before the font is cut."""
    _add_sizes_of_bars(font)
    _drop_wide_brackets(font)
    _narrow_roots(font)
    _point_at_script_shapes(font)
    constants = font["MATH"].table.MathConstants
    constants.SuperscriptBaselineDropMax.Value = SUPERSCRIPT_DROP
    constants.RadicalVerticalGap.Value = constants.RadicalDisplayStyleVerticalGap.Value = ROOT_GAP


def _construction(font: TTFont, character: str):
    """How the font makes tall sizes of a sign."""
    variants = font["MATH"].table.MathVariants
    place = variants.VertGlyphCoverage.glyphs.index(font.getBestCmap()[ord(character)])
    return variants.VertGlyphConstruction[place]


def _add_sizes_of_bars(font: TTFont) -> None:
    parenthesis = _construction(font, "(").MathGlyphVariantRecord
    heights = [size.AdvanceMeasurement for size in parenthesis[1:]]
    for bar in BARS:
        construction = _construction(font, bar)
        glyph = font.getBestCmap()[ord(bar)]
        construction.MathGlyphVariantRecord += [_taller(font, glyph, height) for height in heights]
        construction.VariantCount = len(construction.MathGlyphVariantRecord)
    font.setGlyphOrder(font["glyf"].glyphOrder)  # the new glyphs too have a number now


def _taller(font: TTFont, bar: str, height: int) -> MathGlyphVariantRecord:
    """The bar drawn taller, around the height of the minus sign, as a new glyph."""
    outline, axis = font["glyf"][bar], font["MATH"].table.MathConstants.AxisHeight.Value
    stretch = height / (outline.yMax - outline.yMin)
    name = f"{bar}.{height}"
    font["glyf"][name] = _redrawn(font, bar, up=stretch, shift=axis - stretch * (outline.yMin + outline.yMax) / 2)
    font["hmtx"][name] = font["hmtx"][bar]
    record = MathGlyphVariantRecord()
    record.VariantGlyph, record.AdvanceMeasurement = name, height
    return record


def _redrawn(font: TTFont, name: str, *, across: float = 1, up: float = 1, shift: float = 0) -> Glyph:
    """The glyph, scaled across and up, and moved up."""
    glyphs = font.getGlyphSet()
    pen = TTGlyphPen(glyphs)
    glyphs[name].draw(TransformPen(pen, (across, 0, 0, up, 0, shift)))
    return pen.glyph()


def _drop_wide_brackets(font: TTFont) -> None:
    """Leave out the wide sizes, wherever the font can assemble the sign from parts instead."""
    widest = WIDEST_BRACKET * font["head"].unitsPerEm
    for construction in font["MATH"].table.MathVariants.VertGlyphConstruction:
        smallest, *larger = construction.MathGlyphVariantRecord
        if construction.GlyphAssembly is None or font["hmtx"][smallest.VariantGlyph][0] > widest:
            continue
        kept = [size for size in larger if font["hmtx"][size.VariantGlyph][0] <= widest]
        construction.MathGlyphVariantRecord = [smallest, *kept]
        construction.VariantCount = len(kept) + 1


def _narrow_roots(font: TTFont) -> None:
    """Draw tall root signs narrower, so that a low root is not followed by the room of a tall one."""
    construction = _construction(font, "√")
    sizes = [size.VariantGlyph for size in construction.MathGlyphVariantRecord[1:]]
    parts = [part.glyph for part in construction.GlyphAssembly.PartRecords]
    for name in sorted({*sizes, *parts}):
        advance, bearing = font["hmtx"][name]
        factor = ROOT_WIDTH * font["head"].unitsPerEm / advance
        font["glyf"][name] = _redrawn(font, name, across=factor)
        font["hmtx"][name] = (round(advance * factor), round(bearing * factor))


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
