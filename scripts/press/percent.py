"""Scripts with cells marked by `# %%`, read as pages: every line keeps its number."""

import re
from collections.abc import Iterator
from itertools import pairwise

MARKER = re.compile(r"^# %%(?P<rest>.*)$", re.MULTILINE)
ALT = re.compile(r'\balt="(?P<words>[^"]*)"')
OPEN, CLOSED = "```{.python .run}", "```"


def markdown(script: str) -> str:
    """The script as a page: words as they are read, code in fences that are run.

    The marker of a cell becomes the opening fence, the empty line before the next marker the closing one.
    """
    lines, read, kind = script.splitlines(), [], ""
    for line, after in pairwise([*lines, "", "# %%"]):
        if marker := MARKER.match(line):
            kind = "words" if marker["rest"].split()[:1] == ["[markdown]"] else "code"
            read.append("" if kind == "words" else OPEN)
        elif kind == "code":
            read.append(CLOSED if MARKER.match(after) else line)
        else:
            read.append(line.removeprefix("#").removeprefix(" ") if kind else "")
    return "\n".join(read) + "\n"


def crowded(script: str) -> Iterator[int]:
    """The lines of markers without an empty line before them, where no code can end."""
    lines = script.splitlines()
    return (number for number, (before, line) in enumerate(pairwise(lines), 2) if MARKER.match(line) and before.strip())


def alt(script: str, line: int) -> str:
    """What the plots of a cell show, in words: `alt="…"` on its marker, the line before its code."""
    found = ALT.search(script.splitlines()[line - 2])
    return found["words"].strip() if found else ""
