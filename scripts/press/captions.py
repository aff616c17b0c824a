"""Captions of figures: words, what was computed while drawing, and mathematics that is read as in a sentence."""

import re
from collections.abc import Callable, Iterator, Mapping

from calculus.language.node import Node
from press import pages
from press.labels import Label, Labels, Slip, SlipError, in_tex

NAME = re.compile(r"\{(\w+)\}")
TYPED = "mathematics in a caption stands between dollars, where it is read and checked"
TITLED = "the title of a figure says in words what it shows"
Given = Mapping[str, float | str | Node]  # what a drawing returns
Line = Callable[[str], int]  # a piece of the caption, to its line in the file


def described(description: str, given: Given, labels: Labels, line: Line) -> tuple[str | Label, ...]:
    """The description with what was computed filled in, and its mathematics read."""
    pieces, start = [], 0
    for match in pages.MATH.finditer(description):
        pieces += filled(description[start : match.start()], given, labels, line)
        tex = NAME.sub(lambda name: in_tex(given[name[1]]) if name[1] in given else name[0], match[0][1:-1])
        pieces.append(labels.read(tex, line(match[0])))
        start = match.end()
    pieces += filled(description[start:], given, labels, line)
    Labels().check([piece for piece in pieces if isinstance(piece, str)], TYPED)
    return tuple(pieces)


def filled(words: str, given: Given, labels: Labels, line: Line) -> Iterator[str | Label]:
    """Words with the numbers and the labels that the drawing returned."""
    for place, piece in enumerate(NAME.split(words)):
        if place % 2 == 0:
            yield piece
        elif piece not in given:
            rule = f"the description asks for {{{piece}}}, which the drawing does not return"
            raise SlipError(Slip(rule, ", ".join(given), line=line(f"{{{piece}}}")))
        elif isinstance(given[piece], Node):
            yield labels.declared(given[piece], line(f"{{{piece}}}"))
        elif isinstance(given[piece], str):
            yield from labels.pieces(given[piece])
        else:
            yield from labels.pieces(labels.number(given[piece], 4, line(f"{{{piece}}}")))
