"""Where gradients live, and what they measure."""

import numpy as np

HERE = np.array([1.0, -1.0])
FLOOR = -3.5  # the height at which the input plane is drawn, clear of the surface


def _hill(x, y):
    return 4 - x**2 / 2 - y**2 / 4


def _partials(x, y):
    """Both partial slopes, by a step into the complex plane: exact to the last digit."""
    tiny = 1e-200j
    return np.array([np.imag(_hill(x + tiny, y)), np.imag(_hill(x, y + tiny))]) / 1e-200


def slices_and_map(frame):
    """The two partial slopes of a surface make one arrow, and it lies in the input plane.

    Left: the hill f(x, y) = 4 − x²/2 − y²/4 above its input plane. Two slices cross at the point (1, −1), one along x
    and one along y; their tangents there have the slopes {along_x} and {along_y}. In the plane below, these two numbers
    are the components of the gradient arrow. Right: the same hill as a contour map. The gradient arrows point uphill
    and cross the contour lines at right angles; at (1, −1) a dashed line shows the direction along the contour,
    perpendicular to the arrow.
    """
    left, right = frame.axes(1, 2, height=1)
    line, (slope_x, slope_y), color = np.linspace(-2, 2, 41), _partials(*HERE), frame.color
    _draw_hill(left, frame)
    near = np.array([-0.9, 0.9])
    x, y = HERE
    left.plot(*_seen(line, y, _hill(line, y)), color=color.function)
    left.plot(*_seen(x, line, _hill(x, line)), color=color.function)
    left.plot(*_seen(x + near, y, _hill(x, y) + slope_x * near), "--", color=color.slope)
    left.plot(*_seen(x, y + near, _hill(x, y) + slope_y * near), "--", color=color.slope)
    left.plot(*_seen(x, y, _hill(x, y)), "o", color=color.ink)
    left.text(*_seen(x + 0.95, y, _hill(x, y) + slope_x), frame.number(slope_x), ha="left", va="center")
    left.text(*_seen(x, y + 0.95, _hill(x, y) + slope_y), frame.number(slope_y), ha="left", va="bottom")
    foot, tip = _seen(x, y, FLOOR), _seen(x + slope_x, y + slope_y, FLOOR)
    left.plot(*np.transpose([foot, _seen(x, y, _hill(x, y))]), ":", color=color.ink, lw=1)
    _arrow(left, foot, np.subtract(tip, foot), color.gradient, width=0.014)
    left.plot(*foot, "o", color=color.ink)
    left.text(tip[0] - 0.1, tip[1], "∇f", ha="right", va="center")
    left.text(*_seen(0.1, -2.1, FLOOR), "x", ha="center", va="top")
    left.text(*_seen(2.15, 0.2, FLOOR), "y", ha="left", va="center")
    left.set(aspect="equal", xlim=(-3.1, 3.1), title="Slices, tangents, and the input plane")

    grid = np.meshgrid(line, line)
    right.contour(*grid, _hill(*grid), levels=np.arange(1.25, 4, 0.5), colors=color.muted, linewidths=1)
    places = np.array([[-1.2, -1.2], [-1.3, 0.4], [-0.4, 1.5], [1.2, 1.1], [0.2, -1.6]])
    _arrow(right, places.T, _partials(*places.T), color.gradient, width=0.009)
    _arrow(right, HERE, _partials(*HERE), color.gradient, width=0.014)
    along = np.array([-slope_y, slope_x])
    right.plot(*(HERE[:, None] + np.outer(along, [-0.75, 0.75])), "--", color=color.slope)
    right.plot(*HERE, "o", color=color.ink)
    right.set(aspect="equal", xlim=(-2, 2), ylim=(-2, 2), xticks=[-2, -1, 0, 1, 2], yticks=[-2, -1, 0, 1, 2])
    right.set(xlabel="x", ylabel="y", title="Contour map with gradients")
    right.text(0.35, -0.35, "∇f", ha="left", va="bottom")
    return {"along_x": slope_x, "along_y": slope_y}


def _seen(x, y, z):
    """A point in space as it is drawn: y runs back and to the right, heights go up."""
    return x + 0.45 * y + 0 * z, 0.5 * y + 0.45 * z + 0 * x


def _arrow(axes, start, step, color, width):
    axes.quiver(*start, *step, color=color, angles="xy", scale_units="xy", scale=1, width=width, zorder=3)


def _draw_hill(axes, frame):
    """The surface as a net, the input plane below it, and the gradient in that plane."""
    color, line, net = frame.color, np.linspace(-2, 2, 25), np.linspace(-2, 2, 9)
    floor = np.array([-2, 2, 2, -2]), np.array([-2, -2, 2, 2])
    axes.fill(*_seen(*floor, FLOOR), fc=(color.muted, 0.15), ec=color.muted)
    along, across = np.meshgrid(line, net, indexing="ij")
    axes.plot(*_seen(along, across, _hill(along, across)), color=color.muted, lw=0.6)
    axes.plot(*_seen(across, along, _hill(across, along)), color=color.muted, lw=0.6)
    axes.set_axis_off()


def all_directions(frame):
    """The slope in a direction is the gradient's length times a cosine.

    The slope of f(x, y) = 4 − x²/2 − y²/4 at (1, −1) in the direction that makes the angle θ with the gradient, from
    −180° to 180°. It is largest, {largest}, along the gradient, zero at ±90°, along the contour line, and smallest,
    {smallest}, straight downhill. Dots are slopes measured with a small step in that direction; they lie on the curve.
    """
    gradient, color = _partials(*HERE), frame.color
    length, heading = np.hypot(*gradient), np.arctan2(gradient[1], gradient[0])
    axes = frame.axes(height=0.75)
    angle = np.linspace(-np.pi, np.pi, 121)
    axes.plot(np.degrees(angle), length * np.cos(angle), color=color.slope)
    for turn in np.radians(np.arange(-180, 181, 30)):
        step = 1e-6 * np.array([np.cos(heading + turn), np.sin(heading + turn)])
        measured = (_hill(*(HERE + step)) - _hill(*(HERE - step))) / 2e-6
        axes.plot(np.degrees(turn), measured, "o", color=color.ink)
    axes.axhline(0, color=color.muted, lw=1)
    axes.text(12, length, f"‖∇f‖ = {frame.number(length)}, uphill", va="bottom")
    axes.set(xlim=(-185, 185), ylim=(-1.4, 1.5), xticks=[-180, -90, 0, 90, 180], yticks=[-1, 0, 1])
    axes.set(xticklabels=["−180°", "−90°", "0°", "90°", "180°"], xlabel="angle between direction and gradient")
    axes.set_title("Slope of f in a direction")
    return {"largest": length, "smallest": -length}
