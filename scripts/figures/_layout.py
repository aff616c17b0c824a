"""Places for the vertices of a computational graph: rows from inputs to output, few crossings, straight edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean

from calculus.graph import Graph

SWEEPS = 24
Slot = tuple[int, int, int]  # a vertex, twice, and its row; or the ends of an edge and a row it passes on its way


@dataclass(frozen=True)
class Layout:
    """Where each vertex lies, and by which points each edge passes: how far across, and in which row."""

    vertices: tuple[tuple[float, int], ...]
    ways: dict[tuple[int, int], tuple[tuple[float, int], ...]]
    width: float
    rows: int


def layout(graph: Graph) -> Layout:
    """The layout; the same graph always gets the same one. One unit across is the room of a vertex."""
    depth = depths(graph)
    ways = {(start, end): way(start, end, depth) for start, end, _ in graph.edges}
    slots = dict.fromkeys(slot for slots in ways.values() for slot in slots)
    rows = [[slot for slot in slots if slot[2] == number] for number in range(max(depth) + 1)]
    near = {slot: neighbors(slot, ways.values()) for slot in slots}
    across = settled(rows, near)
    least = min(across.values())
    point = {slot: (across[slot] - least, slot[2]) for slot in slots}
    vertices = tuple(point[place, place, depth[place]] for place in range(len(depth)))
    edges = {ends: tuple(point[slot] for slot in slots) for ends, slots in ways.items()}
    return Layout(vertices, edges, max(across.values()) - least, len(rows))


def depths(graph: Graph) -> list[int]:
    """The row of each vertex: below all it is computed from; an input stands right above what takes it first."""
    depth: list[int] = []
    for vertex in graph.vertices:
        depth.append(max((depth[operand] + 1 for operand in vertex.operands), default=0))
    for place, vertex in enumerate(graph.vertices):
        if not vertex.operands:
            depth[place] = min(depth[end] for start, end, _ in graph.edges if start == place) - 1
    return depth


def way(start: int, end: int, depth: list[int]) -> tuple[Slot, ...]:
    """The slots of an edge, one in each row from its start to its end."""
    between = range(depth[start] + 1, depth[end])
    return ((start, start, depth[start]), *((start, end, row) for row in between), (end, end, depth[end]))


def neighbors(slot: Slot, ways: Iterable[tuple[Slot, ...]]) -> list[Slot]:
    """The slots above and below that an edge leads to."""
    pairs = [pair for slots in ways for pair in pairwise(slots)]
    return [upper if lower == slot else lower for upper, lower in pairs if slot in (upper, lower)]


def settled(rows: list[list[Slot]], near: dict[Slot, list[Slot]]) -> dict[Slot, float]:
    """Each slot near the middle of its neighbors: first in that order, then as near as its row has room."""
    across = {slot: place - (len(row) - 1) / 2 for row in rows for place, slot in enumerate(row)}
    for sweep in range(SWEEPS):
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wanted = {slot: mean(across[other] for other in near[slot]) for slot in row}
            row.sort(key=lambda slot, wanted=wanted: wanted[slot])
            across |= apart(row, wanted)
    return across


def apart(row: list[Slot], wanted: dict[Slot, float]) -> dict[Slot, float]:
    """The wanted places, moved so that neighbors in a row keep their room and the row keeps its middle."""
    placed: dict[Slot, float] = {}
    edge = float("-inf")
    for slot in row:
        room = 0.5 if slot[0] == slot[1] else 0.2
        placed[slot] = max(wanted[slot], edge + room)
        edge = placed[slot] + room
    shift = mean(wanted.values()) - mean(placed.values())
    return {slot: place + shift for slot, place in placed.items()}
