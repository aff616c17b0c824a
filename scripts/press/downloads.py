"""The page of downloads: every file for paper, for flash cards and for programs, with its size once all are written."""

import re
import tomllib
from collections.abc import Iterator
from os.path import relpath
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from press import bibliography, course, sheet_page
from press.elements import element
from press.later import Address, Contents
from press.places import ROOT
from press.sheet_look import FOLDER, PAPERS, STEM, file_name

CALL = "downloads"
DECK, ENTRY = f"{STEM}.apkg", f"{STEM}.bib"
PAPER_NAMES = {"a4": "A4", "letter": "US Letter"}


def contents(site: Path, address: Address) -> Contents:
    """What stands for its call when every file has been written."""
    return {CALL: lambda page: [_table(site, PurePosixPath(address(page.address)).parent)]}


def offered() -> Iterator[tuple[str, str]]:
    """Each file of the site that is meant to be kept, by what it is."""
    for page, form in sheet_page.sheets().items():
        for paper in PAPERS:
            for colored, look in ((True, "in color"), (False, "black and white")):
                name = (FOLDER / file_name(form, paper, is_colored=colored)).as_posix()
                yield f"{course.title(page)}, {PAPER_NAMES[paper.name]}, {look}", name
    yield "Flash cards for Anki", (FOLDER / DECK).as_posix()
    yield "All formulas as JSON", "formulas.json"
    yield "Everything that is checked, as JSON", "ledger.json"
    yield "How to cite the site, as BibTeX", (FOLDER / ENTRY).as_posix()


def entry() -> str:
    """The site as a work to cite: the year is that of its license, its address stands there where it is known."""
    year = re.search(r"Copyright \(c\) (\d{4})", (ROOT / "LICENSE").read_text("utf-8"))[1]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    said = {"title": f"{{{course.setting('site_name')}}}", "year": year, "version": version}
    said |= {"url": root} if (root := course.setting("site_url")) else {}
    return bibliography.written(STEM, "{The contributors}", said)


def _table(site: Path, start: PurePosixPath) -> Element:
    head = element("tr", *(element("th", name, scope="col") for name in ("File", "Kind", "Size")))
    rows = (_row(site / name, title, relpath(name, start)) for title, name in offered())
    return element("table", element("thead", head), element("tbody", *rows), tabindex="0")


def _row(file: Path, title: str, link: str) -> Element:
    name = element("th", element("a", title, href=link, download=file.name), scope="row")
    kind, size = file.suffix.removeprefix(".").upper(), f"{file.stat().st_size / 1000:,.0f} kB"
    return element("tr", name, element("td", kind), element("td", size if size != "0 kB" else "1 kB"))
