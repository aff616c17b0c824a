"""The one command; `python scripts/build.py --help` lists its verbs."""

import argparse
import sys
from collections.abc import Callable, Iterator
from time import monotonic

from press import defect
from press.places import ROOT, SITE, from_root
from press.report import Stop, stop_for

try:
    from press import (
        advice,
        assets,
        cache,
        catalogue,
        check_table,
        checking,
        figures,
        new_page,
        patience,
        programs,
        reading,
        swap,
        verdicts,
    )
except Exception as error:  # our own code cannot be loaded: said like every other defect
    sys.exit(defect.sentence(error))

MKDOCS = (sys.executable, "-m", "mkdocs")


def site() -> str:
    """Build the site into site/, after checking the formulas that have no verdict yet."""
    started = monotonic()
    seconds = {title: _timed(title, stage) for title, stage in STAGES.items()}
    cache.keep("times", "site", "", seconds)
    for line in advice.advice():
        print(f"Advice: {line}")
    return f"The site is in {from_root(SITE)}/ after {monotonic() - started:.1f} s; make serve shows it"


def serve() -> str:
    """Show the site while you write; a changed page or shelf shows in seconds."""
    programs.attend([*MKDOCS, "serve", "--no-strict", "--watch", "scripts"])
    return "The preview has ended."


def check(name: str = "") -> str:
    """Check claims on all roads, then break them, and print a table; NAME is a topic or topic.name, none means all."""
    chosen = catalogue.chosen(name)
    print(check_table.head(), flush=True)
    found = [_show(finding) for finding in checking.findings(chosen)]
    said = checking.Sentences() if name else checking.sentences()
    print(check_table.foot(found, said))
    stop_for([*catalogue.problems(), *checking.problems(found, said)])
    return f"{len(found)} claims hold, and no error in them goes unseen."


def bench() -> str:
    """Measure the site's weight and the build's speed, and print them as tables."""
    programs.attend([sys.executable, str(ROOT / "bench" / "measure.py")])
    return "Measured on this machine; compare only runs on the same one."


def start_page(name: str = "", title: str = "") -> str:
    """Start a page: the page itself, its line in the nav and its shelf; NAME is like topics/hessian."""
    for file in new_page.start(name, title):
        print(f"  {from_root(file)}")
    return f"The page stands: make serve shows it, make check NAME={name.split('/')[-1]} checks its shelf."


def take_pictures() -> str:
    """Build the site and take the pictures README.md shows; they are committed: a forge shows it without building."""
    site()
    programs.run([sys.executable, "-m", "press.pictures"])
    return "The pictures are in pictures/: look at both, then commit them."


VERBS: dict[str, Callable[..., str]] = {
    "site": site,
    "serve": serve,
    "check": check,
    "bench": bench,
    "new-page": start_page,
    "readme-pictures": take_pictures,
}


def check_formulas() -> Iterator[str]:
    """Every claim holds; only what changed since its last verdict is checked."""
    claims, found = list(catalogue.claims().values()), []
    for outcome in verdicts.outcomes(claims):
        found.append(outcome)
        yield f"{len(found)} of {len(claims)} claims"
    stop_for([*catalogue.problems(), *(verdicts.problem(each) for each in found if not each.holds)])


def cut_fonts() -> Iterator[str]:
    """The letters the site uses, and its colors."""
    yield "once, until a formula needs a new letter"
    assets.colors()
    assets.letters()


def set_sheet() -> Iterator[str]:
    """The printed cheat sheet."""
    yield "typesetting"
    assets.sheet()


def build_pages() -> Iterator[str]:
    """All pages, strictly, into a folder of their own; it becomes the site only when everything held."""
    yield "MkDocs is at work"
    with swap.whole(SITE) as folder:
        programs.run([*MKDOCS, "build", "--strict", "--site-dir", str(folder)])


STAGES: dict[str, Callable[[], Iterator[str]]] = {
    "Read the pages": reading.read_all,
    "Check the formulas": check_formulas,
    "Draw the figures": figures.draw_all,
    "Cut the fonts": cut_fonts,
    "Set the sheet": set_sheet,
    "Build the pages": build_pages,
}


def main(arguments: list[str]) -> int:
    """Runs a verb; ends with one line that says where the result is, or what must be mended."""
    chosen = _parser().parse_args(arguments)
    try:
        print(VERBS[chosen.verb](*chosen.words))
    except Stop as stop:
        print(f"{stop}\nmake {chosen.verb} failed; what must be mended is above.", file=sys.stderr)
        return 1
    except Exception as error:  # ours to mend, and said so
        print(defect.sentence(error), file=sys.stderr)
        return 1
    return 0


def _timed(title: str, stage: Callable[[], Iterator[str]]) -> float:
    print(title, flush=True)
    seconds = patience.attend(stage(), lambda news: print(f"  {news}", flush=True))
    print(f"  done in {seconds:.1f} s", flush=True)
    return seconds


def _show(finding: checking.Finding) -> checking.Finding:
    print(check_table.row(finding), flush=True)
    return finding


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    for name, verb in VERBS.items():
        own = verbs.add_parser(name, help=verb.__doc__, description=verb.__doc__)
        own.add_argument("words", nargs="*", metavar="NAME")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
