"""Cuts the site's fonts to the characters it uses: one face for mathematics, three for text.

The originals come from pinned pip packages and stay there. All are under the Open Font License, which asks that a cut
face does not carry the reserved name and that the license lies beside it: both happen here.
"""

import unicodedata
from importlib.resources import files
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from press.tailoring import tailor

STIX = files("ziamath") / "fonts/STIXTwoMath-Regular.ttf"
SOURCE_SERIF = files("font_source_serif_pro") / "files"
MATHEMATICS = "Calculus Math"
TEXT = "Calculus Text"

# What any formula may need before a page has asked for it: variables, digits, and the signs of school algebra.
BASE = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]{}|+−-=<>≤≥≠≈·,.:;!/*′″‖∂∇∑∏∫√∞∈∉→↦±×⊙⊤𝟙…⋯ℝ𝔼^~¯→⃗"
    "𝐚𝐛𝐜𝐝𝐞𝐟𝐠𝐡𝐢𝐣𝐤𝐥𝐦𝐧𝐨𝐩𝐪𝐫𝐬𝐭𝐮𝐯𝐰𝐱𝐲𝐳𝐀𝐁𝐂𝐃𝐄𝐅𝐆𝐇𝐈𝐉𝐊𝐋𝐌𝐍𝐎𝐏𝐐𝐑𝐒𝐓𝐔𝐕𝐖𝐗𝐘𝐙𝟎𝟏"
    "αβγδεζηθκλμνξπρστφϕχψωΓΔΘΛΞΠΣΦΨΩϵ"
)
# English prose, the accents in mathematicians' names, and the signs of running text. Formulas never use the text face.
PROSE = "".join(map(chr, range(0x20, 0x7F))) + "\u00a0äåöøüßáàâéèêëíîïñóôçšžÅÉÖÜ‐‑–—‘’“”…′″−×→§°"
TEXT_FACES = {"regular": "SourceSerifPro-Regular", "italic": "SourceSerifPro-It", "semibold": "SourceSerifPro-Semibold"}

# Dotless letters and flat accents. Script shapes (ssty) would double the file, and only Firefox asks for them.
MATHEMATICS_FEATURES = ["dtls", "flac", "ccmp", "locl"]
# A browser draws a letter alone in <mi> with the italic of Unicode's mathematical plane; Planck's ℎ is older than it.
ITALIC = {
    chr(int(unicodedata.decomposition(chr(code)).split()[1], 16)): chr(code)
    for code in [*range(0x1D434, 0x1D455), *range(0x1D456, 0x1D468), *range(0x1D6E2, 0x1D71C)]
} | {"h": "ℎ", "ı": "𝚤", "ȷ": "𝚥"}


def cut_mathematics_font(characters: str, target: Path) -> None:
    """Write STIX Two Math, cut to `characters` and what formulas always need, as woff2 with its license beside it."""
    font = TTFont(str(STIX), recalcTimestamp=False)
    copyright_notice = _name(font, 0)
    tailor(font)
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
