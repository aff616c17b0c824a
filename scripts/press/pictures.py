"""Takes the pictures README.md shows; they alone are committed, because a forge shows that page without building."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from browser import require
from press import sheet_setting
from press.assets import SHEETS
from press.places import ROOT, SITE
from press.sheet_look import FORMATS, PAPERS, file_name

PICTURES = ROOT / "pictures"
PLACE = (SITE / "topics/derivative-rules/index.html").as_uri() + "#derivatives.growing_rectangle"
LAPTOP = {"width": 1200, "height": 900}
ACROSS = 1600  # pixels of the sheet: wide enough to read its smallest type


def take_all() -> None:
    """Writes each picture anew; the same site gives the same bytes."""
    keep(page(), PICTURES / "page.png")
    keep(sheet_setting.picture(SHEETS / file_name(FORMATS["full"], PAPERS[0]), ACROSS), PICTURES / "cheat-sheet.png")


def page() -> bytes:
    """A topic page as a reader on a laptop sees it, where a figure and its formula stand together."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=require())
        seen = browser.new_page(viewport=LAPTOP, color_scheme="light", reduced_motion="reduce")
        seen.goto(PLACE)
        seen.locator(":target").wait_for()
        seen.evaluate("document.fonts.ready")
        return seen.screenshot()


def keep(picture: bytes, file: Path) -> None:
    """Stores the picture in 256 colors, a third of the bytes, since each version stays in the history for good."""
    file.parent.mkdir(exist_ok=True)
    full = Image.open(BytesIO(picture)).convert("RGB")
    full.quantize(method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    take_all()
