"""The site's colors, each stated once for both themes, with what it must be readable on.

Everything that is colored takes its color from here: the stylesheets and the drawings through CSS properties, the
printed sheet by name. `tests/test_palette.py` holds every row to its contrast.
"""

from dataclasses import dataclass

# The least contrast WCAG 2.2 asks of words, of lines that carry meaning, of what is neither.
TEXT, GRAPHIC, QUIET = 4.5, 3.0, 1.0


@dataclass(frozen=True)
class Color:
    """One color in both themes; `contrast` is the least it must reach on each of the colors named in `on`."""

    name: str
    light: str
    dark: str
    contrast: float = QUIET
    on: tuple[str, ...] = ("paper",)


SURFACES = ("paper", "panel")
MARKED = ("paper", "panel", "highlight")

PALETTE: tuple[Color, ...] = (
    # Surfaces: unbleached paper by day, a slate by night.
    Color("paper", "#fcfbf7", "#15191b"),
    Color("panel", "#f4f1e8", "#1e2427"),
    Color("highlight", "#fbeec2", "#433a17"),
    Color("rule", "#d9d3c3", "#384145"),
    # Words
    Color("ink", "#22262a", "#e6e2d8", TEXT, MARKED),
    Color("ink-soft", "#565b5f", "#aaa99f", TEXT, SURFACES),
    Color("link", "#0b5a6b", "#7fc8d4", TEXT, MARKED),
    Color("accent", "#9b3518", "#f0a17f", TEXT, SURFACES),
    Color("proved", "#2c6b3c", "#86c995", TEXT, SURFACES),
    # Lines that carry meaning: the edge of a field, the ring around what has the focus.
    Color("edge", "#82806f", "#7d8683", GRAPHIC, SURFACES),
    Color("focus", "#b3441f", "#f3b397", GRAPHIC, SURFACES),
    # Source code
    Color("code-word", "#7a2f6b", "#dba6d2", TEXT, MARKED),
    Color("code-text", "#2c6b3c", "#9bd0a2", TEXT, MARKED),
    Color("code-number", "#8a4306", "#ecb27e", TEXT, MARKED),
    Color("code-name", "#0b5a6b", "#8fcdd8", TEXT, MARKED),
    Color("code-remark", "#5b5f56", "#a5a89d", TEXT, SURFACES),
    # Drawings: the hues of Okabe and Ito, darkened for paper and lightened for slate.
    Color("fig-1", "#0072b2", "#56b4e9", GRAPHIC, SURFACES),
    Color("fig-2", "#d1590f", "#ff8a3a", GRAPHIC, SURFACES),
    Color("fig-3", "#00805c", "#22a884", GRAPHIC, SURFACES),
    Color("fig-4", "#a34d80", "#e59cc4", GRAPHIC, SURFACES),
    Color("fig-5", "#6b4a00", "#f6e07a", GRAPHIC, SURFACES),
    Color("fig-6", "#22262a", "#e6e2d8", GRAPHIC, SURFACES),
    Color("fig-axis", "#565b5f", "#aaa99f", TEXT, SURFACES),
    Color("fig-grid", "#ddd8ca", "#343c40"),
)


def color(name: str, theme: str = "light") -> str:
    """The color of that name as `#rrggbb`, in the light or the dark theme."""
    return next(getattr(each, theme) for each in PALETTE if each.name == name)


def contrast(one: str, other: str) -> float:
    """Contrast of two colors as WCAG 2.2 defines it: 1 for equal colors, 21 for black on white."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def gray(hexadecimal: str) -> str:
    """The darkest gray that is no darker to the eye: it takes no more ink than the color, and reads as well."""
    shades = (f"#{shade:02x}{shade:02x}{shade:02x}" for shade in range(256))
    return next(shade for shade in shades if _luminance(shade) >= _luminance(hexadecimal) - 1e-9)


def stylesheet() -> str:
    """CSS custom properties for both themes: the system's choice holds until the reader makes one."""
    dark = _properties("dark")
    return "\n".join(
        [
            "/* Written by scripts/press/palette.py: change colors there. */",
            f":root {{ color-scheme: light; {_properties('light')} }}",
            f"@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ {dark} }} }}",
            f"@media screen {{ :root[data-theme=dark] {{ {dark} }} }}",
            "",
        ]
    )


def _properties(theme: str) -> str:
    colors = " ".join(f"--{each.name}: {getattr(each, theme)};" for each in PALETTE)
    return colors if theme == "light" else f"color-scheme: dark; {colors}"


def _luminance(hexadecimal: str) -> float:
    red, green, blue = (int(hexadecimal[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
