"""TeX and Typst set every piece of mathematics with the same signs in the same order."""

import re
import unicodedata
from functools import cache
from html import unescape

import typst

from calculus import printers
from calculus.language.node import Node
from press import catalogue
from sample_trees import samples

INVISIBLE = dict.fromkeys(map(ord, " \u00a0\u2009\u200b\u2061\u2062\u2063\u2064\ufe00\n"))
# The same sign under two names: spacing and combining accents, and the bars of both converters.
SAME = str.maketrans({"^": "\u0302", "ˆ": "\u0302", "~": "\u0303", "∣": "|", "∥": "‖"})


@cache
def printed() -> dict[str, Node]:
    """Every formula, condition and line of a derivation in the catalogue, and every sample."""
    found = dict(samples())
    for name, formula in catalogue.formulas().items():
        found |= {f"{name} {place}": each for place, each in enumerate(printers.lines(formula.statement))}
        found |= {f"{name} for {place}": each for place, each in enumerate(formula.conditions)}
    for name, proof in catalogue.derivations().items():
        found |= {f"{name} {place}": each for place, each in enumerate(proof.nodes)}
    return found


def signs(mathml: str) -> str:
    """What a reader sees of a `<math>` element, sign by sign."""
    text = unicodedata.normalize("NFKD", unescape(re.sub(r"<[^>]*>", "", mathml)))
    return text.translate(INVISIBLE).translate(SAME).translate(INVISIBLE)


def set_by_typst(nodes: list[Node]) -> list[str]:
    """Each node's signs as Typst sets it, all in one run."""
    source = "\n\n".join(f"$ {printers.typst(node)} $" for node in nodes)
    return re.findall(r"<math.*?</math>", typst.compile(source.encode(), format="html").decode(), re.DOTALL)


def test_tex_and_typst_show_the_same_signs():
    nodes = printed()
    typeset = dict(zip(nodes, set_by_typst(list(nodes.values())), strict=True))
    web = {name: signs(printers.mathml(node, display=True)) for name, node in nodes.items()}
    assert web == {name: signs(mathml) for name, mathml in typeset.items()}


def test_typst_sees_all_that_is_printed():
    assert len(set_by_typst(list(printed().values()))) == len(printed())
