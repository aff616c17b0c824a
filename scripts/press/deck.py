"""Flash cards: each formula as a note of an Anki package, in the layout of Anki's collections of version 11."""

import json
import sqlite3
from collections.abc import Iterator
from hashlib import sha1, sha256
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from calculus import printers
from calculus.formula import Formula
from press import catalogue, course, front_matter, pages, sheet_page
from press.license import TEXT
from press.sheet_entries import address
from press.sheet_look import STEM

DECK, KIND = f"{STEM} deck", f"{STEM} note"  # what Anki knows both by, whatever becomes of their titles and looks
FIELDS = ("Name", "Conditions", "Formula", "Words", "Place")
FRONT = "<h2>{{Name}}</h2>{{#Conditions}}<p>for {{Conditions}}</p>{{/Conditions}}"
BACK = "{{FrontSide}}<hr id=answer>{{Formula}}<p>{{Words}}</p><p>{{Place}}</p>"
STYLE = ".card { font: 20px serif; text-align: center; }\nh2 { font-size: 1.2em; }"
TABLES = """
CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer, dty integer, usn integer,
  ls integer, conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer, tags text, flds text,
  sfld text, csum integer, flags integer, data text);
CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, mod integer, usn integer,
  type integer, queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer,
  odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer, lastIvl integer,
  factor integer, time integer, type integer);
CREATE TABLE graves (usn integer, oid integer, type integer);
"""


def package(changed: int) -> bytes:
    """The deck as Anki imports it: known notes are found by their guid, and renewed if `changed` (seconds) is later."""
    archive = BytesIO()
    with ZipFile(archive, "w") as file:
        for name, content in {"collection.anki2": _collection(changed), "media": b"{}"}.items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            file.writestr(entry, content)
    return archive.getvalue()


def guid(formula: Formula) -> str:
    """What tells Anki that a note is one it has: the formula's name, whatever becomes of its words."""
    return sha256(formula.name.encode()).hexdigest()[:16]


def note(formula: Formula, shown: pages.Page | None) -> tuple[str, ...]:
    """The fields of a card, in the order of FIELDS; mathematics is TeX, which Anki sets itself."""
    mathematics = "".join(rf"\[{escape(printers.tex(line))}\]" for line in printers.lines(formula.statement))
    conditions = ", ".join(rf"\({escape(printers.tex(each))}\)" for each in formula.conditions)
    words = escape(printers.speech(formula.statement))
    return escape(formula.title), conditions, mathematics, words, _place(formula, shown)


def in_order() -> list[Formula]:
    """All formulas as the course comes to them; those that no page shows are last."""
    place = {name: number for number, name in enumerate(course.first_shown())}
    return sorted(catalogue.formulas().values(), key=lambda formula: place.get(formula.name, len(place)))


def tags(formula: Formula, shown: pages.Page | None, by_heart: set[str]) -> list[str]:
    """What a learner may choose cards by: topic, level of the page that explains it, and what to know by heart."""
    said = shown and front_matter.front_matter(shown)
    words = [formula.name.partition(".")[0], *([f"level::{said.level}"] if said else [])]
    return [f"calculus::{word}" for word in (*words, *(["essential"] if formula.name in by_heart else []))]


def essentials() -> set[str]:
    """The formulas on sheets of one side."""
    short = [page for page, form in sheet_page.sheets().items() if form.sides == 1]
    return {name for page in short for call in page.calls for name in pages.called(call.name)}


def about() -> str:
    """What Anki shows above the deck: what it is, where it comes from, and how it may be used."""
    name, root = escape(course.setting("site_name")), escape(course.setting("site_url"))
    source = f'<a href="{root}">{name}</a>' if root else name
    license_ = f'<a href="{TEXT.address}">{TEXT.name}</a>'
    return f"<p>{escape(course.setting('site_description'))}.</p><p>Source: {source}. License: {license_}.</p>"


def _place(formula: Formula, shown: pages.Page | None) -> str:
    """A link to the page that explains it; in words while the site has no address of its own."""
    if not shown:
        return ""
    there, title = address(shown.address, formula.name), escape(course.title(shown))
    return f'<a href="{escape(there)}">{title}</a>' if there.startswith("http") else title


def _collection(changed: int) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "collection.anki2"
        base = sqlite3.connect(file)
        base.executescript(TABLES)
        base.execute(f"INSERT INTO col VALUES ({', '.join('?' * 13)})", _head(changed))
        for place, row in enumerate(_notes(changed)):
            base.execute(f"INSERT INTO notes VALUES ({', '.join('?' * 11)})", row)
            card = (row[0], row[0], _number(DECK), 0, changed, -1, 0, 0, place, *[0] * 8, "")
            base.execute(f"INSERT INTO cards VALUES ({', '.join('?' * 18)})", card)
        base.commit()
        base.close()
        return file.read_bytes()


def _notes(changed: int) -> Iterator[tuple]:
    shown, by_heart = course.first_shown(), essentials()
    for formula in in_order():
        page = shown.get(formula.name)
        fields, tagged = note(formula, page), f" {' '.join(tags(formula, page, by_heart))} "
        check, joined = int(sha1(fields[0].encode()).hexdigest()[:8], 16), "\x1f".join(fields)
        known_by = _number(formula.name), guid(formula), _number(KIND)
        yield *known_by, changed, -1, tagged, joined, fields[0], check, 0, ""


def _head(changed: int) -> tuple:
    """The one row that describes the collection: its kind of note and its deck."""
    name, deck, kind = course.setting("site_name"), _number(DECK), _number(KIND)
    fields = [
        {"name": name, "ord": place, "font": "Arial", "media": [], "rtl": False, "size": 20, "sticky": False}
        for place, name in enumerate(FIELDS)
    ]
    card = {"name": "Formula", "ord": 0, "qfmt": FRONT, "afmt": BACK, "bqfmt": "", "bafmt": "", "did": None}
    common = {"mod": changed, "usn": -1}
    model = common | {"id": kind, "name": name, "did": deck, "type": 0, "sortf": 0, "tags": [], "vers": []}
    model |= {"flds": fields, "tmpls": [card], "css": STYLE, "req": [[0, "any", [0]]], "latexPre": "", "latexPost": ""}
    decks = {"1": _deck(1, "Default", changed), str(deck): _deck(deck, name, changed, about())}
    settings = {"nextPos": 1, "sortType": "noteFld", "curDeck": deck, "activeDecks": [deck], "curModel": str(kind)}
    steps = {"new": {}, "rev": {}, "lapse": {}}  # Anki's own choices; without the names it refuses the package
    options = steps | {"id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "timer": 0, "autoplay": True}
    texts = map(json.dumps, (settings, {str(kind): model}, decks, {"1": options}, {}))
    return 1, changed, changed * 1000, changed * 1000, 11, 0, 0, 0, *texts


def _deck(key: int, name: str, changed: int, words: str = "") -> dict:
    today = {day: [0, 0] for day in ("newToday", "revToday", "lrnToday", "timeToday")}
    own = {"id": key, "name": name, "mod": changed, "usn": -1, "desc": words, "dyn": 0, "conf": 1, "collapsed": False}
    return own | today | {"extendNew": 10, "extendRev": 50}


def _number(name: str) -> int:
    """A number that stays with a name; Anki's are milliseconds, so it has thirteen digits."""
    return 10**12 + int(sha256(name.encode()).hexdigest()[:10], 16) % 10**11
