"""Starts a page: the page itself, its line in the nav, and its shelf."""

import re
from pathlib import Path

from press.places import DOCS, ROOT, SCRIPTS
from press.report import Problem, Stop, stop_for

PAGE = """# {title}

The slope of a square grows with its argument:

{{{{ {topic}.square_slope }}}}

Here $x$ is any real number.
"""
SHELF = '''"""{title}."""

from calculus.language import Derivative, Equal, Real


def square_slope(x: Real):
    """Slope of the square."""
    return Equal(Derivative(x**2, x), 2 * x)
'''


def start(name: str, title: str) -> list[Path]:
    """Writes what a page called `topics/x` needs, and returns the files it wrote or changed."""
    page, topic = DOCS / f"{name}.md", re.sub(r"\W", "_", name.split("/")[-1])
    shelf, nav = SCRIPTS / "formulas" / f"{topic}.py", ROOT / "mkdocs.yml"
    _refuse(name, title, page, shelf)
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(PAGE.format(title=title, topic=topic), "utf-8")
    shelf.write_text(SHELF.format(title=title), "utf-8")
    nav.write_text(with_line(nav.read_text("utf-8"), f"{name}.md"), "utf-8")
    return [page, shelf, nav]


def with_line(config: str, page: str) -> str:
    """The configuration with the page in its nav: below the last page of its folder, or at the end."""
    lines = config.splitlines()
    start = next(number for number, line in enumerate(lines) if re.match(r"nav:\s*$", line))
    entries = [number for number in range(start + 1, len(lines)) if lines[number].rstrip().endswith((".md", ".py"))]
    folder = page.rpartition("/")[0]
    kin = [number for number in entries if re.search(rf"[\s\"']{re.escape(folder)}/[^/]+$", lines[number])] or entries
    indent = re.match(r"\s*", lines[kin[-1]])[0]
    lines.insert(kin[-1] + 1, f"{indent}- {page}")
    return "\n".join(lines) + "\n"


def _refuse(name: str, title: str, page: Path, shelf: Path) -> None:
    again = 'make new-page NAME=topics/hessian TITLE="The Hessian"'
    if not re.fullmatch(r"[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)+", name) or not title:
        raise Stop(f"a page needs a section, a name and a title, in lower case with hyphens\n    again: {again}")
    there = [file for file in (page, shelf) if file.exists()]
    stop_for(Problem(file, 1, "a new page must not replace a file", "one that is there", again=again) for file in there)
