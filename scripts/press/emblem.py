"""Draws the site's emblem, the sigmoid and its tangent at the middle, as one SVG for the logo and the favicon."""

from math import exp
from pathlib import Path

from press.palette import color

SIDE = 32  # of the square the emblem is drawn in
REACH = 6.0  # the curve is drawn for x from −REACH to REACH
STEPS = 24


def emblem() -> str:
    """The emblem on its own piece of paper: a browser's tab and a page's head may be light or dark around it."""
    xs = [-REACH + 2 * REACH * step / STEPS for step in range(STEPS + 1)]
    sigmoid = " ".join(_place(x, 1 / (1 + exp(-x))) for x in xs)
    tangent = " ".join(_place(x, 0.5 + x / 4) for x in (-2.6, 2.6))
    curve, touch = color("link"), color("accent")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" fill="none" stroke-linecap="round">'
        f'<rect width="{SIDE}" height="{SIDE}" rx="6" fill="{color("panel")}"/>'
        f'<polyline points="{tangent}" stroke="{touch}" stroke-width="2.4"/>'
        f'<polyline points="{sigmoid}" stroke="{curve}" stroke-width="2.8" stroke-linejoin="round"/>'
        f'<circle cx="{SIDE / 2:g}" cy="{SIDE / 2:g}" r="3" fill="{touch}"/></svg>'
    )


def write_emblem(folder: Path) -> None:
    """Write `emblem.svg` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "emblem.svg").write_text(emblem() + "\n", encoding="utf-8")


def _place(x: float, y: float) -> str:
    """A point of the plane as a point of the square: x in ±REACH across, y from 0 to 1 upward, with a margin around."""
    across = SIDE / 2 + x / REACH * (SIDE / 2 - 3)
    down = SIDE / 2 - (y - 0.5) * (SIDE - 11)
    return f"{across:.2f},{down:.2f}"
