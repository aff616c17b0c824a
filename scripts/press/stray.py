"""Mathematics that was typed as plain words, where nothing would read and check it."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from typing import NamedTuple

from calculus.notation import GREEK, TEX_GREEK
from calculus.printers.unicode import SMALL, SMALL_FRACTIONS
from press.pages import blank

RULE = "mathematics stands between dollars, where it is read and checked"
SIGNS = {
    "−": "-", "·": r"\cdot ", "×": r"\times ", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "≈": r"\approx ", "∈": r"\in ",
    "→": r"\to ", "←": r"\gets ", "⇒": r"\Rightarrow ", "∂": r"\partial ", "∇": r"\nabla ", "∞": r"\infty ",
    "∑": r"\sum ", "∏": r"\prod ", "∫": r"\int ", "√": r"\sqrt ", "‖": r"\|", "⊤": r"^\top ", "ᵀ": r"^\top ",
    "⊙": r"\odot ", "′": "'", "″": "''", "ℓ": r"\ell ", "ℝ": r"\mathbb{R}", "∼": r"\sim ",
}  # fmt: skip
LETTERS = {letter: rf"{TEX_GREEK.get(name, chr(92) + name)} " for name, letter in GREEK.items()}
FRACTIONS = {sign: rf"\tfrac{{{above}}}{{{below}}}" for (above, below), sign in SMALL_FRACTIONS.items()}
RAISED = {chr(small): chr(plain) for plain, small in SMALL["^"].items() if isinstance(small, int)} | {"∗": "*"}
LOWERED = {chr(small): chr(plain) for plain, small in SMALL["_"].items() if isinstance(small, int)}

# A minus before a digit, an arrow between words, a cross between digits, a point between words and a fraction that
# stands alone belong to running text.
RUNNING = "−→←×·½¼⅛⅓⅔¾⊤ᵀ"
MATHEMATICAL = re.compile(
    "[\u0370-\u03ff\U0001d400-\U0001d7ff\u2032-\u2037\u2070-\u209c\u2200-\u22ff²³¹⟨⟩±" + "".join(SIGNS) + "]"
)
WRITTEN = re.compile(
    r"\\[A-Za-z]+|\\[(\[]"  # a command of TeX
    r"|(?<![A-Za-z])[A-Za-z](?:[_^]\{?[A-Za-z0-9]|\()(?!\s*s\))"  # x^2, x_i, f(
    r"|(?<![\w/])\d+/[A-Za-z](?![\w/])|(?<![\w/])[A-Za-z]/\d+(?![\w/])|(?<!\w)[d∂]\w/[d∂]\w(?!\w)"  # 1/n, dy/dx
    r"|\w\s?[=≈<>≤≥]\s?[\w−-]|(?<!\w)\d*[½¼⅛⅓⅔¾][A-Za-z(]"
)
LONE = re.compile(r"[b-zB-HJ-Z]")
QUOTES = "\"'“”‘’"
AROUND = QUOTES + ".,;:!?…()[]*_"
RELATIONS = ("=", "<", ">", "≤", "≥", "≈", "≠")
NUMBER = re.compile(r"[+−-]?\d[\d.,]*%?|[½¼⅛⅓⅔¾]")
OPERATOR = re.compile(r"[=<>≤≥≈≠+−*/±×·→-]+")
MARKED_UP = re.compile(r"<(su[pb]|var|math)\b[^>]*>.*?</\1>", re.IGNORECASE | re.DOTALL)
# What a page holds besides words: display mathematics (the lint reports it), calls, addresses, tags, marks of Markdown,
# and, between curly quotes, letters as they are read aloud.
WORDLESS = re.compile(
    r"\$\$[^$]*(?:\$\$)?|\\\[.*?\\\]|\\begin\{(?P<name>[^}]*)\}.*?\\end\{(?P=name)\}|\{\{[^\n]*?\}?\}|\{[:.#][^}\n]*\}"
    r"|(?<=\])\([^\s)]*|^[ ]*\[[^\]\n]+\]:[ ]*\S*|\[\^[^\]\n]*\]:?|<[/a-z!][^>]*>|https?://\S+"
    r"|^[ \t]*(?:[>#]+|[-*+]|\d+[.)]|!!!|\?\?\?\+?|===[+!]*|:)(?=\s)|^[ \t|:-]*$"
    r"|“[A-Za-z0-9 ,.’]*”|(?<=[Ll]ittle )o\b|(?<=[Bb]ig )O\b",
    re.DOTALL | re.MULTILINE,
)


class Stray(NamedTuple):
    """A piece of mathematics outside dollars: where it begins, and what it says."""

    offset: int
    text: str

    @property
    def hint(self) -> str:
        """What to write instead, as far as that can be told."""
        return f"write ${in_tex(self.text)}$"


def on_page(text: str) -> Iterator[Stray]:
    """What is stray in the words of a page, which keep their places."""
    for match in MARKED_UP.finditer(text):
        yield Stray(match.start(), match[0])
    yield from stray(WORDLESS.sub(blank, MARKED_UP.sub(blank, text)))


def in_words(text: str) -> Stray | None:
    """The first piece of mathematics in a title, which may hold none: neither stray nor between dollars."""
    marked = [Stray(match.start(), match[0]) for match in re.finditer(r"(?<!\\)\$[^$]+\$", text)]
    return min([*marked, *on_page(text)], default=None)


def stray(text: str) -> Iterator[Stray]:
    """Every run of words that is mathematics, in order; `text` holds no code and no mathematics between dollars."""
    tokens = [(match.start(), match[0]) for match in re.finditer(r"[^\s|]+|\n|\|", text)]
    for is_run, group in groupby(tokens, key=lambda token: bool(weight(token[1]))):
        run = list(group)
        words = [word for _, word in run]
        if is_run and (any(weight(word) == 2 for word in words) or is_reckoning(words)):
            said = " ".join(words)
            yield Stray(run[0][0] + len(said) - len(said.lstrip(QUOTES)), said.strip(QUOTES).rstrip(QUOTES + ".,;:!?"))


def weight(token: str) -> int:
    """2 for what can only be mathematics, 1 for what may be part of it, 0 for words."""
    bare = token.strip(AROUND)
    if token in RELATIONS:
        return 2
    if NUMBER.fullmatch(bare) or OPERATOR.fullmatch(token):
        return 1
    if is_mathematical(unescape(token)):
        return 2
    if LONE.fullmatch(bare):
        is_emphasized = re.fullmatch(rf"\W*([*_]+){bare}\1\W*", token)
        is_label = token.startswith("(") and ")" in token  # case (b)
        return 2 if is_emphasized or (bare.islower() and not is_label) else int(not token.endswith("."))
    return 0


def is_mathematical(token: str) -> bool:
    """Whether a word holds a sign, a letter or a way of writing that running text never has."""
    kept = re.sub(r"(?<!\w)[−±](?=[\d.½¼⅓⅛])|(?<=\d)×(?=\d)|(?<=[A-Za-z]{2})·(?=[A-Za-z]{2})", "", token)
    if token in RUNNING or kept.strip(AROUND) in RUNNING:
        return False
    return bool(WRITTEN.search(kept) or MATHEMATICAL.search(kept))


def is_reckoning(words: list[str]) -> bool:
    """Whether a run of numbers and signs adds something up: 2 + 1, but neither 2 × 2 nor 3 - 5."""
    return any(word in ("+", "−") for word in words[1:-1])


def in_tex(text: str) -> str:
    """The likely TeX for what was typed in plain text."""
    text = re.sub(r"\\[()]", "", text)
    text = re.sub(
        r"<su([pb])>(.*?)</su[pb]>", lambda tag: f"{'^' if tag[1] == 'p' else '_'}{{{tag[2]}}}", unescape(text)
    )
    text = re.sub(r"</?\w+>|[*_]+(?=[A-Za-z][*_]+)|(?<=[A-Za-z])[*_]+$", "", text)
    text = re.sub(f"[{re.escape(''.join(RAISED))}]+", lambda run: f"^{{{translated(run[0], RAISED)}}}", text)
    text = re.sub(f"[{re.escape(''.join(LOWERED))}]+", lambda run: f"_{{{translated(run[0], LOWERED)}}}", text)
    table = SIGNS | LETTERS | FRACTIONS
    tex = "".join(table.get(sign, sign) for sign in unicodedata.normalize("NFC", text))
    return re.sub(r" +(?=[(){}\[\]^_,']|$)", "", re.sub(" +", " ", tex)).strip().replace("^{*}", r"^\star")


def translated(run: str, table: dict[str, str]) -> str:
    return "".join(table.get(sign, sign) for sign in run).replace("−", "-").replace("ᵀ", r"\top")
