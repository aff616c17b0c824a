"""Draws the computational graph of any expression: values on their way down, adjoints on their way up."""

from __future__ import annotations

import numpy as np

from calculus.graph import Graph, Vertex, graph
from calculus.printers.unicode import plain
from figures._layout import layout

ROOM, BOX, ROW = 114, (98, 40), 78  # across for a vertex, its box, and down from row to row, in units of the frame
WIDEST = 310
NEAR = 0.33  # where on an edge its number stands: before edges that cross come together
LONGEST = 13  # letters and signs in a box


def draw_graph(frame, expression, values, inputs=()) -> Graph:
    """Draws the expression at these values; the graph it returns holds the numbers for the words below the figure."""
    made = graph(expression, values, inputs)
    placed = layout(made)
    room = min(ROOM, (WIDEST - BOX[0]) / placed.width) if placed.width else ROOM
    width, height = placed.width * room, (placed.rows - 1) * ROW
    axes = frame.axes(height=(height + BOX[1] + 26) / WIDEST)
    middle = (WIDEST - width) / 2
    points = {ends: [(middle + x * room, y * ROW) for x, y in way] for ends, way in placed.ways.items()}
    for start, end, slope in made.edges:
        _edge(axes, frame, points[start, end], slope)
    for place, vertex in enumerate(made.vertices):
        x, row = placed.vertices[place]
        _vertex(axes, frame, (middle + x * room, row * ROW), vertex, forked=made.uses(place) > 1)
    axes.set(xlim=(0, WIDEST), ylim=(height + BOX[1] / 2 + 4, -BOX[1] / 2 - 4))
    axes.set_axis_off()
    return made


def _vertex(axes, frame, point, vertex: Vertex, *, forked: bool):
    """A box: what is computed, its value on the way down, its adjoint on the way up. A second frame marks a fork."""
    x, y = point
    across, down = np.array([-1, 1, 1, -1]) * BOX[0] / 2, np.array([-1, -1, 1, 1]) * BOX[1] / 2
    for grown in (1.08, 1) if forked else (1,):
        axes.fill(x + grown * across, y + grown * down, fc=frame.color.paper, ec=frame.color.ink)
    axes.text(x, y - 2, _words(frame, vertex), ha="center", va="bottom")
    value, adjoint = (frame.number(float(number), 3) for number in (vertex.value, vertex.adjoint))
    axes.text(across.min() + x + 5, y + 1, f"↓ {value}", color=frame.color.function, ha="left", va="top")
    axes.text(across.max() + x - 5, y + 1, f"↑ {adjoint}", color=frame.color.slope, ha="right", va="top")


def _words(frame, vertex: Vertex) -> str:
    """The name, with how it is computed where that fits."""
    fits = len(plain(vertex.equation)) <= LONGEST
    return frame.label(vertex.equation if fits else vertex.name)


def _edge(axes, frame, points, slope):
    """A line from operand to operation, with the local derivative beside it."""
    x, y = np.array(points).T
    starts, ends = y[0] + BOX[1] / 2, y[-1] - BOX[1] / 2
    y[0], y[-1] = starts, ends
    axes.plot(x, y, color=frame.color.muted, lw=1.3)
    axes.annotate(
        "",
        (x[-1], y[-1]),
        (x[-1] - 0.2 * (x[-1] - x[-2]), y[-1] - 0.2 * (y[-1] - y[-2])),
        arrowprops={"arrowstyle": "-|>", "color": frame.color.muted, "shrinkA": 0, "shrinkB": 0},
    )
    near = x[0] + NEAR * (x[1] - x[0]), y[0] + NEAR * (y[1] - y[0])
    gap = {"fc": frame.color.paper, "ec": "none", "pad": 0.5}
    axes.text(*near, frame.number(float(slope), 3), color=frame.color.muted, ha="center", va="center", bbox=gap)
