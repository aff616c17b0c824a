"""Where gradients live, and what they measure."""

import numpy as np

from calculus.language import Field
from figures._curves import slope, symbols, value

HERE = np.array([1.0, -1.0])
FLOOR = -3.5  # the height at which the input plane is drawn, clear of the surface


def slices_and_map(frame):
    """The two partial slopes of a surface make one arrow, and it lies in the input plane.

    First: the hill $f(x, y) := {hill}$ above its input plane. Two slices cross at the point (1, −1), one along $x$ and
    one along $y$; their tangents there have the slopes {along_x} and {along_y}. In the plane below, these two numbers
    are the components of the gradient arrow. Second: the same hill as a contour map. The gradient arrows point uphill
    and cross the contour lines at right angles; at (1, −1) a dashed line shows the direction along the contour,
    perpendicular to the arrow.
    """
    left, right = frame.axes(1, 2, height=1)
    frame.let(f=Field[2])
    along_x, along_y = _gradient(*HERE)
    _space(left, frame)
    _slices(left, frame)
    _map(right, frame)
    return {"hill": _hill(symbols.x, symbols.y), "along_x": along_x, "along_y": along_y}


def _hill(x, y):
    return 4 - x**2 / 2 - y**2 / 4


def _gradient(x, y):
    return np.array([slope(_hill, 0)(x, y), slope(_hill, 1)(x, y)])


def _seen(x, y, z):
    """A point in space as it is drawn: y runs back and to the right, heights go up."""
    return np.array([x + 0.45 * y + 0 * z, 0.5 * y + 0.45 * z + 0 * x])


def _arrow(axes, start, step, color, width):
    axes.quiver(*start, *step, color=color, angles="xy", scale_units="xy", scale=1, width=width, zorder=3)


def _space(axes, frame):
    """The surface as a net above the input plane."""
    color, line, net = frame.color, np.linspace(-2, 2, 25), np.linspace(-2, 2, 9)
    axes.fill(*_seen(np.array([-2, 2, 2, -2]), np.array([-2, -2, 2, 2]), FLOOR), fc=(color.muted, 0.15), ec=color.muted)
    along, across = np.meshgrid(line, net, indexing="ij")
    axes.plot(*_seen(along, across, value(_hill)(along, across)), color=color.muted, lw=0.6)
    axes.plot(*_seen(across, along, value(_hill)(across, along)), color=color.muted, lw=0.6)
    axes.text(*_seen(0.1, -2.1, FLOOR), frame.label(symbols.x), ha="center", va="top")
    axes.text(*_seen(2.15, 0.2, FLOOR), frame.label(symbols.y), ha="left", va="center")
    axes.set(aspect="equal", xlim=(-3.1, 3.1), title="Slices, tangents, and the input plane")
    axes.set_axis_off()


def _slices(axes, frame):
    """Both slices through the point with their tangents, and the arrow their slopes make in the plane below."""
    color, (x, y), (along_x, along_y) = frame.color, HERE, _gradient(*HERE)
    height, line, near = value(_hill)(x, y), np.linspace(-2, 2, 41), np.array([-0.9, 0.9])
    axes.plot(*_seen(line, y, value(_hill)(line, y)), color=color.function)
    axes.plot(*_seen(x, line, value(_hill)(x, line)), color=color.function)
    axes.plot(*_seen(x + near, y, height + along_x * near), "--", color=color.slope)
    axes.plot(*_seen(x, y + near, height + along_y * near), "--", color=color.slope)
    axes.text(*_seen(x + 0.95, y, height + along_x), frame.number(along_x), ha="left", va="center")
    axes.text(*_seen(x, y + 0.95, height + along_y), frame.number(along_y), ha="left", va="bottom")
    top, foot, tip = _seen(x, y, height), _seen(x, y, FLOOR), _seen(x + along_x, y + along_y, FLOOR)
    axes.plot(*np.transpose([foot, top]), ":o", color=color.ink, lw=1)
    _arrow(axes, foot, tip - foot, color.gradient, width=0.014)
    axes.text(tip[0] - 0.1, tip[1], frame.words(r"$\nabla f$"), ha="right", va="center")


def _map(axes, frame):
    """The hill from above: contour lines, gradients, and the direction along the contour at the point."""
    color = frame.color
    grid = np.meshgrid(np.linspace(-2, 2, 41), np.linspace(-2, 2, 41))
    axes.contour(*grid, value(_hill)(*grid), levels=np.arange(1.25, 4, 0.5), colors=color.muted, linewidths=1)
    places = np.array([[-1.2, -1.3, -0.4, 1.2, 0.2], [-1.2, 0.4, 1.5, 1.1, -1.6]])
    _arrow(axes, places, _gradient(*places), color.gradient, width=0.009)
    uphill = _gradient(*HERE)
    _arrow(axes, HERE, uphill, color.gradient, width=0.014)
    level = np.array([-uphill[1], uphill[0]])
    axes.plot(*np.transpose([HERE - 0.75 * level, HERE + 0.75 * level]), "--", color=color.slope)
    axes.plot(*HERE, "o", color=color.ink)
    axes.text(0.35, -0.35, frame.words(r"$\nabla f$"), ha="left", va="bottom")
    axes.set(aspect="equal", xlim=(-2, 2), ylim=(-2, 2), xticks=[-2, -1, 0, 1, 2], yticks=[-2, -1, 0, 1, 2])
    axes.set(xlabel=frame.label(symbols.x), ylabel=frame.label(symbols.y), title="Contour map with gradients")


def all_directions(frame):
    """The slope in a direction is the gradient's length times a cosine.

    The slope of $f(x, y) := {hill}$ at (1, −1) in each direction, against its angle with the gradient, from
    −180° to 180°. It is largest, {largest}, along the gradient, zero at ±90°, along the contour line, and smallest,
    {smallest}, straight downhill. Dots are slopes measured with a small step in that direction; they lie on the curve.
    """
    frame.let(f=Field[2])
    (along_x, along_y), color = _gradient(*HERE), frame.color
    length, heading = np.hypot(along_x, along_y), np.arctan2(along_y, along_x)
    axes, angle = frame.axes(height=0.75), np.linspace(-np.pi, np.pi, 121)
    axes.plot(np.degrees(angle), length * np.cos(angle), color=color.slope)
    turns = np.radians(np.arange(-180, 181, 30))
    step, start = 1e-6 * np.array([np.cos(heading + turns), np.sin(heading + turns)]), HERE[:, None]
    measured = (value(_hill)(*(start + step)) - value(_hill)(*(start - step))) / 2e-6
    axes.plot(np.degrees(turns), measured, "o", color=color.ink)
    axes.axhline(0, color=color.muted, lw=1)
    axes.text(12, length, frame.words(rf"length of $\nabla f$: {frame.number(length)}, uphill"), va="bottom")
    axes.set(xlim=(-185, 185), ylim=(-1.4, 1.5), xticks=[-180, -90, 0, 90, 180], yticks=[-1, 0, 1])
    axes.set(xticklabels=["−180°", "−90°", "0°", "90°", "180°"], xlabel="angle between direction and gradient")
    axes.set_title(frame.words("Slope of $f$ in a direction"))
    return {"hill": _hill(symbols.x, symbols.y), "largest": length, "smallest": -length}
