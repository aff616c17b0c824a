"""Every figure on the shelves, drawn."""

import ast
import re
import warnings
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from press import catalogue, drawing

SCRIPTS = Path(drawing.__file__).parents[1]
NAMES = list(catalogue.figures())
PHONE = 360 - 2 * 16  # pixels for text on a small phone, between the page's margins


@cache
def drawn(name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a missing glyph or a layout that does not fit is only warned of
        return drawing.draw(catalogue.figures()[name])


def panels(name):
    return list(ET.fromstring(f"<figure>{drawn(name).web}</figure>"))


def test_there_are_figures():
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_drawn_twice_is_the_same_bytes(name):
    assert drawing.draw(catalogue.figures()[name]) == drawn(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_says_what_it_shows(name):
    figure = drawn(name)
    assert len(figure.title) > 30
    assert len(figure.description) > 60
    assert not re.match(r"(?i)(an? )?(image|picture|figure|plot|graph) (of|showing)", figure.title)
    assert not re.search(r"[{}]", figure.description), "every number the words ask for is given by the drawing"


@pytest.mark.parametrize("name", NAMES)
def test_the_words_reach_a_reader_who_cannot_see(name):
    first, *others = panels(name)
    words = {element.get("id"): element.text for element in first if element.tag in ("title", "desc")}
    assert first.get("role") == "img"
    assert words[first.get("aria-labelledby")] == drawn(name).title
    assert words[first.get("aria-describedby")] == drawn(name).description
    assert all(other.get("aria-hidden") == "true" for other in others)


@pytest.mark.parametrize("name", NAMES)
def test_the_web_copy_takes_every_color_from_the_page(name):
    painted = re.findall(r"(?:fill|stroke|color)[:=]['\"]?([^;'\"]+)", drawn(name).web)
    literal = {color for color in painted if not re.match(r"var\(--[\w-]+, #[0-9a-f]{6}\)$|none$|url\(#", color)}
    assert painted
    assert not literal


@pytest.mark.parametrize("name", NAMES)
def test_the_print_copy_has_no_variables(name):
    assert "var(" not in drawn(name).print  # Typst drops strokes whose color is a variable, without a word
    assert ET.fromstring(drawn(name).print).get("viewBox")


@pytest.mark.parametrize("name", NAMES)
def test_every_panel_keeps_its_room_while_the_page_loads(name):
    for panel in panels(name):
        *_, width, height = map(float, panel.get("viewBox").split())
        assert float(panel.get("width")) / float(panel.get("height")) == pytest.approx(width / height, rel=0.01)


def widths(panel):
    """How wide a panel is shown in every room from a phone's to a desktop's, as its style says."""
    row, room, stacked = map(
        float, re.search(r"clamp\((.*?)%,\((.*?)px - 100%\)\*999,(.*?)%\)", panel.get("style")).groups()
    )
    largest = float(re.search(r"max-width:([\d.]+)px", panel.get("style"))[1])
    for wide in range(PHONE, 1200, 8):
        yield min(largest, wide * (row if wide > room else stacked) / 100)


@pytest.mark.parametrize("name", NAMES)
def test_words_are_readable_from_phone_to_desktop(name):
    for panel in panels(name):
        least = min(widths(panel)) / float(panel.get("viewBox").split()[2])
        sizes = [float(re.search(r"font-size:([\d.]+)", text.get("style"))[1]) for text in panel.iter("text")]
        assert min(sizes) * least >= 10


@pytest.mark.parametrize("name", NAMES)
def test_each_label_that_is_drawn_is_noted_once(name):
    marks = [mark for panel in panels(name) for mark in panel.iter("tspan") if mark.get("class") == "label"]
    assert sorted(mark.text for mark in marks) == sorted(label.text for label in drawn(name).labels)


def test_ids_are_unique_across_all_figures_and_point_somewhere():
    web = "".join(drawn(name).web for name in NAMES)
    ids = Counter(re.findall(r"\bid=['\"]([^'\"]+)", web))
    assert max(ids.values()) == 1
    assert set(re.findall(r"(?:href=['\"]|url\()#([^'\")]+)", web)) <= ids.keys()


ALLOWED = {"functools", "math", "numpy", "sklearn", "calculus", "formulas", "figures"}  # sklearn brings data sets


@pytest.mark.parametrize("shelf", sorted((SCRIPTS / "figures").glob("[a-z]*.py")), ids=lambda file: file.stem)
def test_drawing_functions_only_draw(shelf):
    tree = ast.parse(shelf.read_text("utf-8"))
    imported = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    imported += [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert {module.split(".")[0] for module in imported} <= ALLOWED
    called = {getattr(node.func, "attr", "") for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert not called & {"savefig", "set_size_inches", "open", "write_text"}


def test_only_the_frame_knows_matplotlib():
    imports = re.compile(r"^\s*(import|from) matplotlib", re.MULTILINE)
    knowing = [file for file in SCRIPTS.rglob("*.py") if imports.search(file.read_text("utf-8"))]
    assert knowing == [SCRIPTS / "press" / "drawing.py"]


@pytest.mark.parametrize(
    ("value", "written"),
    [(10.0, "10"), (-0.5, "−0.5"), (1.49e-8, "1.49·10⁻⁸"), (2.0e30, "2·10³⁰"), (1 / 3, "0.3333"), (1e-12, "10⁻¹²")],
)
def test_numbers_are_written_as_in_print(value, written):
    assert drawing.Frame().number(value) == written


def red(frame):
    """A line in a color of its own."""
    frame.axes().plot([0, 1], color="red")


def unsaid(frame):
    """A line.

    It ends at {height}.
    """
    frame.axes().plot([0, 1])


def scribbled(frame):
    """A line.

    It falls.
    """
    frame.axes().set(xlabel="step h")


def scribbled_on(frame):
    """A line.

    It falls.
    """
    frame.axes().set_title(f"{frame.words('$h$')} = 3")


def left_to_itself(frame):
    """A line.

    It falls.
    """
    frame.axes().loglog([1e-3, 1])


def captioned(frame):
    """A line.

    It is lowest at x = 3.
    """
    frame.axes()


def titled(frame):
    """The parabola x² is lowest at zero.

    It falls.
    """
    frame.axes()


def false(frame):
    """A line.

    It falls.
    """
    frame.axes().set_title(frame.words("$1 + 1 = 3$"))


def false_below(frame):
    """A line.

    With $f(x) := x^2$ the slope is $f'(3) = 5$.
    """
    frame.axes()


def nothing(frame):
    """A line that was forgotten."""


@pytest.mark.parametrize(
    ("function", "told"),
    [
        (red, "the color #ff0000 is none of the site's; take one by its role, such as frame.color.slope"),
        (unsaid, "the description asks for {height}, which the drawing does not return"),
        (scribbled, "by frame.words(…) with dollars around it; found: h"),
        (scribbled_on, "by frame.words(…) with dollars around it; found: h = 3"),
        (left_to_itself, "by frame.words(…) with dollars around it; found: $"),
        (captioned, "mathematics in a caption stands between dollars, where it is read and checked; found: x = 3"),
        (titled, "the title of a figure says in words what it shows; found: x²"),
        (false, "a claim in a figure must be declared, or follow from what the figure has said; found: $1+1=3$"),
        (
            false_below,
            "a claim in a figure must be declared, or follow from what the figure has said; found: $f'(3)=5$",
        ),
        (nothing, "nothing is drawn; ask the frame for axes: axes = frame.axes()"),
    ],
)
def test_the_author_of_a_figure_is_told_what_to_mend(function, told):
    with pytest.raises(ValueError, match=re.escape(told)):
        drawing.draw(drawing.figure(function, "mistakes"))
