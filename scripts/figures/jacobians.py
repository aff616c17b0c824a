"""Maps of the plane and their linear approximations."""

import numpy as np

from calculus.language import cos, sin
from figures._curves import slope, value

CORNER = (1.5, 0.5)  # distance and angle


def grid_through_a_map(frame):
    """Close up, a bent map acts like its Jacobian.

    First: a grid of distances and angles, with a square of side {side}. Second: its image under polar coordinates. The
    grid lines become rays and arcs. The dashed parallelogram is spanned by the two columns of the Jacobian at the
    corner, each times the side. The image has the area {image}, the parallelogram {flat}. With half the side they are
    {image_half} and {flat_half}: the ratio falls from {ratio} to {ratio_half}, and goes to 1.
    """
    left, right = frame.axes(1, 2, height=0.95)
    side = 0.5
    for axes, through in ((left, lambda *point: point), (right, _polar)):
        _grid(axes, frame.color, through)
        axes.fill(*through(*_square(side)), fc=(frame.color.function, 0.3), ec=frame.color.function)
        axes.plot(*through(*CORNER), "o", color=frame.color.ink)
    right.fill(*_parallelogram(side), fill=False, ec=frame.color.slope, ls="--")
    left.set(xlabel="distance", ylabel="angle", xticks=[0, 1, 2], yticks=[0, 0.5, 1, 1.5], xlim=(-0.1, 2.6))
    left.set(aspect="equal", ylim=(-0.1, 1.65), title="Input")
    right.set(aspect="equal", xlim=(-0.1, 2.6), ylim=(-0.1, 2.6), xticks=[0, 1, 2], yticks=[0, 1, 2])
    right.set(xlabel="east", ylabel="north", title="Output")
    areas = [_area(_polar(*_square(s))) for s in (side, side / 2)]
    flat = [_area(_parallelogram(s)) for s in (side, side / 2)]
    ratios = [image / plain for image, plain in zip(areas, flat, strict=True)]
    return {
        "side": side, "image": areas[0], "flat": flat[0], "ratio": ratios[0],
        "image_half": areas[1], "flat_half": flat[1], "ratio_half": ratios[1],
    }  # fmt: skip


def _east(x, y):
    return x * cos(y)


def _north(x, y):
    return x * sin(y)


def _polar(distance, angle):
    return value(_east)(distance, angle), value(_north)(distance, angle)


def _grid(axes, color, through):
    """Lines of one distance and of one angle, and what becomes of them."""
    angles, distances = np.linspace(0, 1.5, 16), np.array([0, 2.5])
    for distance in np.arange(0.5, 2.6, 0.5):
        axes.plot(*through(distance + 0 * angles, angles), color=color.muted, lw=0.7)
    for angle in np.arange(0, 1.6, 0.25):
        axes.plot(*through(distances, angle + 0 * distances), color=color.muted, lw=0.7)


def _square(side):
    """The border of a square at the corner, in many points because a map may bend it."""
    steps, rest = side * np.linspace(0, 1, 50), np.zeros(50)
    distance = np.concatenate([steps, rest + side, steps[::-1], rest])
    angle = np.concatenate([rest, steps, rest + side, steps[::-1]])
    return CORNER[0] + distance, CORNER[1] + angle


def _parallelogram(side):
    """The corner's image, and from there the columns of the Jacobian, times the side."""
    start = np.array(_polar(*CORNER))
    columns = [side * np.array([slope(f, place)(*CORNER) for f in (_east, _north)]) for place in (0, 1)]
    return np.transpose([start, start + columns[0], start + columns[0] + columns[1], start + columns[1]])


def _area(border):
    """The area inside a closed polygon, by the shoelace formula."""
    x, y = border
    return abs(np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) / 2
