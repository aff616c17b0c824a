"""One drawing, two copies: SVG with literal colors for print, inline SVG with the page's own colors for the web."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
COLOR = re.compile(r"#[0-9a-f]{6}\b")
HALO = ";paint-order:stroke;stroke:{paper};stroke-width:3"  # keeps a label readable where it crosses a line

ET.register_namespace("", SVG[1:-1])
ET.register_namespace("xlink", HREF[1:].split("}")[0])


LEAST = 0.88  # how far a panel may shrink to stand in a row: 12 units of text are then 10.6 pixels


@dataclass(frozen=True)
class Panels:
    """How a drawing is cut: `count` panels of one size, `across` in a row where there is room, `abreast` where not."""

    count: int
    across: int
    abreast: int
    width: float
    height: float

    def frame(self, place: int) -> str:
        """Attributes of one panel: its cut of the drawing, and its size in whatever room the page has.

        The middle of the clamp is far below zero where a row of `across` fits and far above the room where it does not.
        """
        row, column = divmod(place, self.across)
        room, largest = self.across * self.width * LEAST, 1.35 * self.width
        width = f"clamp({100 / self.across:.5g}%,({room:.4g}px - 100%)*999,{100 / self.abreast:.5g}%)"
        return (
            f"viewBox='{column * self.width:g} {row * self.height:g} {self.width:g} {self.height:g}' "
            f"width='{largest:.4g}' height='{1.35 * self.height:.4g}' stroke-linejoin='round' "
            f"style='width:{width};max-width:{largest:.4g}px;height:auto'"
        )


def clean(source: str, name: str, paper: str) -> ET.Element:
    """The drawing without what no reader sees: metadata, unused ids, empty groups, decimals beyond the second."""
    root = ET.fromstring(source)
    for unseen in (f"{SVG}metadata", f"{SVG}defs"):
        root.remove(root.find(unseen))
    root.attrib |= {"stroke-linejoin": "round", "stroke-linecap": "butt"}  # was a style sheet, which would leak
    prefix = f"figure-{name.replace('.', '-').replace('_', '-')}"
    used = set(re.findall(r'(?:href="|url\()#([^")]+)', source))
    for element in root.iter():
        rename(element, used, prefix)
        shorten(element)
        if element.tag == f"{SVG}text":
            dress(element, paper)
    flatten(root)
    root.set("id", prefix)
    return root


def rename(element: ET.Element, used: set[str], prefix: str) -> None:
    """Ids carry the figure's name, because one page holds many figures; ids nothing points to go."""
    mark = element.attrib.pop("id", "")
    if mark in used or mark.startswith("panel-"):
        element.set("id", f"{prefix}-{mark}")
    for key, value in element.attrib.items():
        element.set(key, f"#{prefix}-{value[1:]}" if key == HREF else value.replace("url(#", f"url(#{prefix}-"))


def shorten(element: ET.Element) -> None:
    for key in {"d", "x", "y", "width", "height", "transform"} & set(element.attrib):
        short = re.sub(r"-?\d+\.\d+", lambda found: f"{float(found[0]):.2f}".rstrip("0").rstrip("."), element.get(key))
        element.set(key, re.sub(r"\s+", " ", short).strip().replace("-0 ", "0 "))
    if style := element.get("style"):
        element.set("style", style.replace(": ", ":").replace("; ", ";"))
    element.text = (element.text or "").strip() or None
    element.tail = None


def dress(text: ET.Element, paper: str) -> None:
    """Words take the font around them and a halo in the color of the paper."""
    style = re.sub(r"font-family:[^;]*;", "", text.get("style"))
    text.set("style", style + HALO.format(paper=paper))
    if text.get("transform", "").startswith("rotate(0 "):
        del text.attrib["transform"]


def mark(root: ET.Element, pieces: Callable[[str], Iterable]) -> tuple:
    """Sets each label that was printed apart from the words around it, so that it can be counted."""
    found = []
    for text in root.iter(f"{SVG}text"):
        before, *rest = pieces(text.text or "")
        text.text = before
        for label, after in zip(rest[::2], rest[1::2], strict=True):
            span = ET.SubElement(text, f"{SVG}tspan", {"class": "label"})
            span.text, span.tail = label.text, after
            found.append(label)
    return tuple(found)


def flatten(parent: ET.Element) -> None:
    """Groups that say nothing give way to what they hold; backgrounds that are neither filled nor stroked go."""
    kept = []
    for child in parent:
        flatten(child)
        if child.tag == f"{SVG}g" and not child.attrib:
            kept += child
        elif child.get("style") != "fill:none":
            kept.append(child)
    parent[:] = kept


def for_print(root: ET.Element, paper: str) -> str:
    """The whole drawing as one file on white. Typst drops strokes whose color is a variable: colors stay literal."""
    root.set("font-family", "Source Serif Pro, serif")
    return ET.tostring(root, encoding="unicode").replace(paper, "#ffffff") + "\n"


def for_web(root: ET.Element, panels: Panels, variables: Mapping[str, str], title: str, description: str) -> str:
    """The panels one after another: they stand in a row where there is room and below each other where there is not.

    The first carries the words for the whole figure; the others are parts of the same picture.
    """
    prefix = root.get("id")
    shared = "".join(inner(part) for part in root.findall(f"{SVG}defs"))
    words = f"<title id='{prefix}-title'>{escape(title)}</title><desc id='{prefix}-words'>{escape(description)}</desc>"
    role = f"role='img' aria-labelledby='{prefix}-title' aria-describedby='{prefix}-words'"
    pictures = []
    for place in range(panels.count):
        drawn = inner(root.find(f".//*[@id='{prefix}-panel-{place}']"))
        pictures.append(f"<svg {role} {panels.frame(place)}>{words}{drawn}</svg>")
        role, words = "aria-hidden='true'", ""
    pictures[0] = pictures[0].replace("</svg>", f"<defs>{shared}</defs></svg>")
    return COLOR.sub(lambda found: f"var({variable(found[0], variables)}, {found[0]})", "".join(pictures))


def variable(color: str, variables: Mapping[str, str]) -> str:
    """The page's variable that carries a color, so that the figure follows light and dark."""
    if color not in variables:
        raise ValueError(f"the color {color} is none of the site's; take one by its role, such as frame.color.slope")
    return variables[color]


def inner(element: ET.Element) -> str:
    """What an element holds, as HTML wants it: no namespaces inside."""
    text = "".join(ET.tostring(child, encoding="unicode") for child in element)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", text).replace("xlink:href", "href")
