"""Every color can be told from what it stands on, in both themes, by every reader."""

from itertools import combinations

import pytest

from press.palette import PALETTE, color, contrast, gray, stylesheet

# Red, green and blue as eyes without red or green cones see them (Machado, Oliveira and Fernandes, 2009).
EYES = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "full sight": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
CURVES = [each.name for each in PALETTE if each.name.startswith("fig-") and each.name[-1].isdigit()]
themes = pytest.mark.parametrize("theme", ["light", "dark"])


def seen(hexadecimal, eyes):
    """Lightness and two hue axes (CIELAB), after the eyes have taken the color in."""
    linear = [(int(hexadecimal[start : start + 2], 16) / 255) ** 2.2 for start in (1, 3, 5)]
    mixed = (sum(part * value for part, value in zip(row, linear, strict=True)) for row in EYES[eyes])
    red, green, blue = (max(0.0, value) for value in mixed)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@themes
@pytest.mark.parametrize("row", PALETTE, ids=lambda row: row.name)
def test_a_color_reaches_its_contrast_on_everything_it_stands_on(row, theme):
    for surface in row.on:
        found = contrast(color(row.name, theme), color(surface, theme))
        assert found >= row.contrast, f"{row.name} on {surface} ({theme}) has {found:.2f}:1, needs {row.contrast}:1"


@themes
@pytest.mark.parametrize("eyes", EYES)
def test_curves_stay_apart_for_readers_who_do_not_see_red_or_green(theme, eyes):
    for one, other in combinations(CURVES, 2):
        there, here = seen(color(one, theme), eyes), seen(color(other, theme), eyes)
        apart = sum((a - b) ** 2 for a, b in zip(there, here, strict=True)) ** 0.5
        assert apart >= 15, f"{one} and {other} are {apart:.1f} apart for {eyes} ({theme}), at least 15 wanted"


def test_the_measure_of_contrast_is_the_standard_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_no_name_is_given_to_two_colors():
    assert len({row.name for row in PALETTE}) == len(PALETTE)


def test_the_stylesheet_states_every_color_in_both_themes():
    written = stylesheet()
    for row in PALETTE:
        assert f"--{row.name}: {row.light};" in written
        assert f"--{row.name}: {row.dark};" in written


@pytest.mark.parametrize("name", [row.name for row in PALETTE])
def test_a_color_as_gray_is_hardly_lighter_and_never_darker(name):
    on_white = contrast(color(name), "#ffffff")
    assert on_white * 0.98 <= contrast(gray(color(name)), "#ffffff") <= on_white
