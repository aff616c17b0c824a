"""The flash cards, opened again, and imported by Anki itself."""

import json
import sqlite3
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from calculus import printers
from press import catalogue, course, deck, sheet_page
from press.license import TEXT
from press.places import ROOT

NAMES = list(catalogue.formulas())
SOME_DAY = 1_800_000_000
ORDERED = "from notes join cards on cards.nid = notes.id order by cards.due"


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """The collection of a package."""
    file = tmp_path_factory.mktemp("deck") / "collection.anki2"
    with zipfile.ZipFile(BytesIO(deck.package(SOME_DAY))) as package:
        assert set(package.namelist()) == {"collection.anki2", "media"}
        assert json.loads(package.read("media")) == {}
        file.write_bytes(package.read("collection.anki2"))
    return sqlite3.connect(file)


def test_every_formula_is_one_note_with_one_card(opened):
    notes = opened.execute(f"select guid, flds {ORDERED}").fetchall()
    assert [key for key, _ in notes] == [deck.guid(formula) for formula in deck.in_order()]
    assert len(dict(notes)) == len(NAMES) == opened.execute("select count(*) from cards").fetchone()[0]
    assert opened.execute("select count(*) from cards join notes on cards.nid = notes.id").fetchone()[0] == len(NAMES)


def test_the_front_asks_by_name_and_the_back_says_the_formula_in_signs_and_in_words(opened):
    kind = next(iter(json.loads(opened.execute("select models from col").fetchone()[0]).values()))
    assert tuple(field["name"] for field in kind["flds"]) == deck.FIELDS
    front, back = kind["tmpls"][0]["qfmt"], kind["tmpls"][0]["afmt"]
    assert [name for name in deck.FIELDS if f"{{{{{name}}}}}" in front] == ["Name", "Conditions"]
    assert [name for name in deck.FIELDS if f"{{{{{name}}}}}" in back] == ["Formula", "Words", "Place"]
    for fields, formula in zip(opened.execute(f"select flds {ORDERED}"), deck.in_order(), strict=True):
        said = dict(zip(deck.FIELDS, fields[0].split("\x1f"), strict=True))
        assert said["Formula"].count(r"\[") == len(printers.lines(formula.statement))
        assert said["Conditions"].count(r"\(") == len(formula.conditions)
        assert said["Words"]
        assert said["Place"]


def test_cards_come_in_the_order_in_which_the_course_explains_them(opened):
    shown, order = course.first_shown(), [page.address for page in course.in_order()]
    by_guid = {deck.guid(formula): name for name, formula in catalogue.formulas().items()}
    names = [by_guid[key] for (key,) in opened.execute(f"select guid {ORDERED}")]
    assert [order.index(shown[name].address) for name in names] == sorted(
        order.index(shown[each].address) for each in names
    )
    for page in {shown[name] for name in names}:
        mine = [name for name in names if shown[name] == page]
        assert mine == [name for name in dict.fromkeys(course.displayed(page)) if name in mine], page.address


def test_cards_are_tagged_by_topic_by_level_and_by_what_stands_on_the_sheet_of_one_side(opened):
    tags = [set(tag.split()) for (tag,) in opened.execute(f"select tags {ORDERED}")]
    essential = next(page for page, form in sheet_page.sheets().items() if form.name == "essentials")
    by_heart = set(course.displayed(essential))
    assert by_heart
    for tagged, formula in zip(tags, deck.in_order(), strict=True):
        _, said = course.course()[course.first_shown()[formula.name].address]
        words = {formula.name.partition(".")[0], f"level::{said.level}"} | (
            {"essential"} if formula.name in by_heart else set()
        )
        assert tagged == {f"calculus::{word}" for word in words}


@pytest.mark.parametrize("root", ["https://example.org/calculus/", ""], ids=["a site with an address", "without one"])
def test_the_deck_says_where_it_comes_from_and_how_it_may_be_used(root, monkeypatch, tmp_path):
    monkeypatch.setenv("SITE_URL", root)
    file = tmp_path / "collection.anki2"
    file.write_bytes(zipfile.ZipFile(BytesIO(deck.package(SOME_DAY))).read("collection.anki2"))
    decks = json.loads(sqlite3.connect(file).execute("select decks from col").fetchone()[0])
    (words,) = [each["desc"] for each in decks.values() if each["desc"]]
    assert (f'<a href="{root}">{course.setting("site_name")}</a>' in words) == bool(root)
    assert course.setting("site_name") in words
    assert f'<a href="{TEXT.address}">CC BY 4.0</a>' in words
    assert "(CC BY 4.0)" in (ROOT / "LICENSE-TEXT").read_text("utf-8")


def test_every_card_is_in_a_deck_and_of_a_kind_that_the_collection_describes(opened):
    decks, kinds = map(json.loads, opened.execute("select decks, models from col").fetchone())
    assert {str(each) for (each,) in opened.execute("select distinct did from cards")} <= set(decks)
    assert {str(each) for (each,) in opened.execute("select distinct mid from notes")} == set(kinds)


def test_a_later_package_renews_the_same_notes(tmp_path):
    def notes(changed: int) -> list:
        file = tmp_path / f"{changed}.anki2"
        file.write_bytes(zipfile.ZipFile(BytesIO(deck.package(changed))).read("collection.anki2"))
        return sqlite3.connect(file).execute("select id, guid, mod from notes").fetchall()

    earlier, later = notes(SOME_DAY), notes(SOME_DAY + 1)
    assert [row[:2] for row in earlier] == [row[:2] for row in later]
    assert all(after[2] > before[2] for before, after in zip(earlier, later, strict=True))


def test_a_deck_with_another_title_and_other_looks_is_still_the_same_deck(monkeypatch):
    def known_by(package: bytes) -> set:
        with zipfile.ZipFile(BytesIO(package)) as archive, TemporaryDirectory() as folder:
            base = sqlite3.connect(archive.extract("collection.anki2", folder))
            found = set(base.execute("select notes.guid, mid, did from notes join cards on cards.nid = notes.id"))
            base.close()
        return found

    before = known_by(deck.package(SOME_DAY))
    monkeypatch.setattr(course, "settings", lambda text: {"site_name": "Another name"})
    for part in ("FRONT", "BACK", "STYLE"):
        monkeypatch.setattr(deck, part, f"{getattr(deck, part)} ")
    assert known_by(deck.package(SOME_DAY)) == before


def test_the_package_is_the_same_to_the_byte_when_made_twice():
    assert deck.package(SOME_DAY) == deck.package(SOME_DAY)


@pytest.mark.parametrize("root", ["https://example.org/calculus/", ""], ids=["a site with an address", "without one"])
def test_a_card_links_to_the_page_that_explains_it_where_the_site_has_an_address(root, monkeypatch):
    monkeypatch.setenv("SITE_URL", root)
    formula = next(iter(catalogue.formulas().values()))
    shown = course.first_shown()[formula.name]
    place = dict(zip(deck.FIELDS, deck.note(formula, shown), strict=True))["Place"]
    link = f'<a href="{root}{shown.address.removesuffix(".md")}/#{formula.name}">{course.title(shown)}</a>'
    assert place == (link if root else course.title(shown))


@pytest.fixture
def learner(tmp_path):
    """A collection of someone who learns with Anki."""
    collection = Collection(str(tmp_path / "learner.anki2"))
    yield collection
    collection.close()


def imported(learner, changed):
    """What Anki says of the deck as it was changed at this time, taken in with all that it brings."""
    file = Path(learner.path).with_name("deck.apkg")
    file.write_bytes(deck.package(changed))
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    return learner.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=options)).log


def test_anki_takes_the_deck_in_and_shows_its_cards_in_order(learner):
    assert len(imported(learner, SOME_DAY).new) == len(NAMES)
    notes = [learner.get_card(card).note() for card in learner.find_cards("", order="c.due asc")]
    assert [note.guid for note in notes] == [deck.guid(formula) for formula in deck.in_order()]
    assert learner.fix_integrity()[1]


def test_a_deck_that_is_imported_again_renews_the_cards_and_keeps_what_was_learned(learner):
    imported(learner, SOME_DAY)
    learner.decks.select(learner.decks.id_for_name(course.setting("site_name")))
    card = learner.sched.getCard()
    card.start_timer()
    learner.sched.answerCard(card, 3)
    again = imported(learner, SOME_DAY + 86_400)
    assert (len(again.new), len(again.updated)) == (0, len(NAMES))
    assert len(learner.find_cards("")) == len(NAMES)
    assert learner.get_card(card.id).reps == 1
