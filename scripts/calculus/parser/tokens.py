"""The tokens of a `$…$`: spacing and sizing dropped, letters known by name, every token with its column."""

from __future__ import annotations

import re
from typing import NamedTuple

from calculus.parser.errors import ReadingError, nearest
from calculus.parser.macros import ALLOWED, LETTERS, REFUSED, RELATIONS, STYLES, WIDE, WORDS


class Token(NamedTuple):
    """A kind, what it says, and the column it begins at, counted from 1."""

    kind: str
    text: str
    column: int


def commands(names: object) -> str:
    """A pattern that matches any of these commands, and not the beginning of a longer one."""
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")(?![A-Za-z])"


SCAN = re.compile(
    "|".join(
        f"(?P<{kind}>{pattern})"
        for kind, pattern in (
            ("differential", r"\\,\s*(?:d|\\mathrm\s*d|\\mathrm\{d\})(?=\s*[A-Za-z\\])"),
            ("skip", r"[\s~]+|\\[,;:!> ]|\\(?:q?quad|displaystyle|textstyle|limits|nolimits)(?![A-Za-z])"),
            ("open_at", r"\\left\s*\."),
            ("size", r"\\right\s*\.|\\(?:left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z])"),
            ("text", r"\\(?:text|textrm|textup|mbox)\s*\{(?P<said>[^{}]*)\}"),
            ("word", r"\\operatorname\*?\s*\{(?P<name>[^{}]*)\}|" + commands(rf"\{word}" for word in WORDS)),
            ("environment", r"\\(?:begin|end)\s*\{[a-z*]*\}"),
            (
                "styled",
                rf"\\(?P<style>{'|'.join(STYLES)})(?![A-Za-z])\s*"
                r"(?:\{\s*(?P<inner>\\?[A-Za-z]+|1)\s*\}|(?P<bare>\\[A-Za-z]+|[A-Za-z1]))",
            ),
            ("relation", r":=|[=<>:]|" + commands(name for name in RELATIONS if name.startswith("\\"))),
            ("number", r"\d+(?:\.\d+)?"),
            ("letter", "[A-Za-z]|" + commands(LETTERS)),
            ("command", r"\\[A-Za-z]+|\\."),
            ("sign", "."),
        )
    ),
    re.DOTALL,
)
SIGNS = frozenset("+-*/^_'(){}[]|,!&.;")
PAIRS = (r"\{", r"\}", r"\|", r"\%")


def scan(tex: str) -> list[Token]:
    """All tokens, with an `end` after the last; an unknown command or character is a ReadingError."""
    found = [token(match) for match in SCAN.finditer(tex) if match.lastgroup not in ("skip", "size")]
    check_braces(found)
    return [*found, Token("end", "the end", len(tex) + 1)]


def token(match: re.Match) -> Token:
    """One match as a token: letters by name, relations by sign, functions by word."""
    kind, text, column = match.lastgroup or "", match[0], match.start() + 1
    if kind == "styled":
        return styled(match["style"], match["inner"] or match["bare"], column)
    if kind == "differential":
        return Token(kind, "d", column)
    if kind == "letter":
        return Token("letter", LETTERS.get(text, text), column)
    if kind == "relation":
        return Token("relation", RELATIONS[text], column)
    if kind == "word":
        return checked(Token("word", re.sub(r"[^A-Za-z]", "", match["name"] or text), column), rf"\{text[1:]}")
    if kind == "text":
        if not re.fullmatch("[A-Za-z0-9 ,-]+", match["said"]):
            raise ReadingError(rf"only words stand in \text, not {match['said']}", column, "take the rest out of it")
        return Token("text", " ".join(match["said"].split()), column)
    return checked(Token(kind, text, column))


def styled(style: str, inner: str, column: int) -> Token:
    """A letter in a given style: the style follows from the kind, so only the special ones are kept."""
    if inner == "1":
        return Token("indicator" if style == "mathbb" else "ones", "1", column)
    if inner in LETTERS or len(inner) == 1:
        kept = style if style in ("mathbb", "mathcal") else "letter"
        return Token(kept, LETTERS.get(inner, inner), column)
    if inner.startswith("\\"):
        return checked(Token("command", inner, column))
    return Token("word", inner, column)


def checked(found: Token, source: str = "") -> Token:
    """The token, if a sentence may use it."""
    kind, text, column = found
    text = source or text
    if kind == "command" and text in WIDE:
        return Token(kind, WIDE[text], column)
    if text in REFUSED:
        raise ReadingError(f"{text} is not used", column, REFUSED[text])
    if kind == "command" and text not in ALLOWED and text not in PAIRS:
        near = nearest(text, ALLOWED)
        raise ReadingError(f"unknown command {text}", column, f"did you mean {near}?" if near else "")
    if kind == "sign" and text not in SIGNS:
        raise ReadingError(f"the character {text!r} has no meaning in mathematics here", column)
    if kind == "environment" and text.replace(" ", "").split("{")[1] not in ("cases}", "aligned}"):
        raise ReadingError(f"{text} cannot stand in a sentence", column, "displayed mathematics is always a call")
    return found


def check_braces(tokens: list[Token]) -> None:
    """Every brace has its partner, or a ReadingError at the one that has none."""
    opened: list[int] = []
    for each in tokens:
        if each.kind == "sign" and each.text == "{":
            opened.append(each.column)
        elif each.kind == "sign" and each.text == "}" and not opened:
            raise ReadingError("this brace closes nothing", each.column, "remove it, or add { before")
        elif each.kind == "sign" and each.text == "}":
            opened.pop()
    if opened:
        raise ReadingError("this brace is never closed", opened[-1], "add }")
