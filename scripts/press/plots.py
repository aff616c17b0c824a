"""What a notebook plots, as a picture of a page: in the colors of both themes, and in words."""

import re
import xml.etree.ElementTree as ET
from html import escape

from press import svg
from press.palette import PALETTE, color

VARIABLES = {color(each.name): f"--{each.name}" for each in PALETTE if each.name == "paper" or each.name[:4] == "fig-"}
FACES = re.compile(r"font-family: ?[^;\"]*;? ?")
DOCTYPE = re.compile(r"<!DOCTYPE[^>]*>")


def web(source: str, name: str, alt: str) -> str:
    """The plot as inline SVG; a ValueError names a color that is none of the site's."""
    root = svg.clean(_dressed(source), name, color("paper"))
    width, height = root.get("viewBox").split()[2:]
    inside = svg.COLOR.sub(lambda found: f"var({svg.variable(found[0], VARIABLES)}, {found[0]})", svg.inner(root))
    size = f"viewBox='0 0 {width} {height}' width='{float(width) * 1.35:.0f}' height='{float(height) * 1.35:.0f}'"
    look = "style='max-width:100%;height:auto' stroke-linejoin='round'"
    return f"<svg role='img' aria-label='{escape(alt)}' {size} {look}>{inside}</svg>"


def words(source: str) -> list[str]:
    """What is written in the plot."""
    return ["".join(text.itertext()).strip() for text in ET.fromstring(_bare(source)).iter(f"{svg.SVG}text")]


def _bare(source: str) -> str:
    return DOCTYPE.sub("", source)


def _dressed(source: str) -> str:
    """The drawing as those of our own figures are: each text with a style, and no typeface of its own."""
    root = ET.fromstring(_bare(source))
    for text in root.iter(f"{svg.SVG}text"):
        text.set("style", text.get("style", ""))
    for span in root.iter(f"{svg.SVG}tspan"):
        span.set("style", FACES.sub("", span.get("style", "")))
    return ET.tostring(root, encoding="unicode")
