"""Curvature: what the eigenvalues of a Hessian look like."""

import numpy as np

from calculus.interpreters import World, evaluate
from calculus.language import Hessian
from figures._curves import symbols, value
from figures._paths import NUMBERS, POINT


def four_shapes(frame):
    """Bowl, dome, trough and saddle: the signs of the two eigenvalues decide.

    Contour maps of four quadratics, each with the two eigenvectors of its Hessian and the curvature along them. First:
    both curvatures are positive, the contour lines are ellipses, and the middle is the lowest point. Second: both are
    negative, and the middle is the highest point. Third: one is zero, and a whole line is lowest. Fourth: the signs
    differ; the function rises along one axis and falls along the other. Full lines lie above the middle, dashed lines
    below.
    """
    for axes, shape, title in zip(frame.axes(1, 4, height=1), SHAPES, TITLES, strict=True):
        _map(axes, frame, shape, np.arange(-5.25, 6, 1.5), 2)
        _axes_of_curvature(axes, frame, shape, (0, 0), 1.25)
        axes.set(xticks=[-2, 0, 2], yticks=[-2, 0, 2], title=title)


def saddle_and_minimum(frame):
    """One function, two stationary points, told apart by their curvatures.

    Contour lines of $f(x, y) := {function}$. At (0, 0) the curvatures are {first} and {second}: a saddle. At (1, 1)
    they are {third} and {fourth}: a minimum. The lines through the points are the eigenvectors of the Hessians there.
    """
    axes, numbers = frame.axes(height=0.9), []
    _map(axes, frame, _cubic, np.arange(-1.9, 3, 0.3), 2)
    for point in ((0, 0), (1, 1)):
        numbers += _axes_of_curvature(axes, frame, _cubic, point, 0.38)
    axes.set(xlim=(-1, 2), ylim=(-1, 2), xticks=[-1, 0, 1, 2], yticks=[-1, 0, 1, 2])
    names = ("first", "second", "third", "fourth")
    return {"function": _cubic(symbols.x, symbols.y), **dict(zip(names, numbers, strict=True))}


def _bowl(x, y):
    return (5 * x**2 + 6 * x * y + 5 * y**2) / 4


def _dome(x, y):
    return -(x**2 + x * y + y**2)


def _trough(x, y):
    return (x + y) ** 2 / 2


def _saddle(x, y):
    return x**2 + y**2 - 3 * x * y


def _cubic(x, y):
    return x**3 + y**3 - 3 * x * y


SHAPES = (_bowl, _dome, _trough, _saddle)
TITLES = ("Bowl", "Dome", "Trough", "Saddle")


def _map(axes, frame, function, levels, reach):
    """Contour lines, dashed where the function is below zero."""
    grid = np.meshgrid(np.linspace(-reach, reach, 41), np.linspace(-reach, reach, 41))
    styles = ["dashed" if level < 0 else "solid" for level in levels]
    axes.contour(
        *grid, value(function)(*grid), levels=levels, colors=frame.color.muted, linewidths=1, linestyles=styles
    )
    axes.set(aspect="equal", xlim=(-reach, reach), ylim=(-reach, reach))
    axes.set(xlabel=frame.label(symbols.x), ylabel=frame.label(symbols.y))


def _axes_of_curvature(axes, frame, function, point, reach):
    """The eigenvectors of the Hessian at a point, with the curvature at the end of each; it is returned too."""
    here = World({"point": np.array([[NUMBERS.number(entry)] for entry in point], dtype=object)})
    hessian = evaluate(Hessian(function(POINT[1], POINT[2]), POINT), here, NUMBERS).astype(float)
    curvatures, directions = np.linalg.eigh(hessian)
    for curvature, direction in zip(curvatures, directions.T, strict=True):
        along = reach * direction * np.sign(direction[1])
        color = frame.color.function if curvature > 1e-9 else frame.color.slope
        axes.plot(*np.transpose([point - along, point + along]), color=color, lw=2)
        place = point + 1.18 * along
        axes.text(*place, frame.number(round(float(curvature), 6)), ha="center", va="bottom", color=color)
    axes.plot(*point, "o", color=frame.color.ink)
    return [round(float(curvature), 6) for curvature in curvatures]
