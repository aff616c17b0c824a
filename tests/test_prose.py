"""The words of all pages: American spelling, no typing errors, and sentences that are short enough to be read."""

import re
from pathlib import Path

import pytest
from spellchecker import SpellChecker

from press import advice, bibliography, catalogue, pages, terms
from press.places import from_root

FIELD = Path(__file__).with_name("words.txt")  # words of the field that no general dictionary knows, one a line
WORD = re.compile(r"[A-Za-zÀ-ž]{3,}")
# How British endings are written in America; what results counts only if it is a word.
AMERICAN = [
    (r"our", "or"), (r"(?<=[iy])s(?=e|ing|ation|ed)", "z"), (r"re\b", "er"), (r"red\b", "ered"), (r"ring\b", "ering"),
    (r"(?<=[aeiou]l)l(?=ed|ing|er)", ""), (r"ogue", "og"), (r"ence\b", "ense"), (r"\bgrey", "gray"),
]  # fmt: skip


@pytest.fixture(scope="session")
def dictionary():
    """American English, the terms that pages explain, the names of those who are cited, and the words of the field."""
    known = SpellChecker(language="en", distance=1)
    explained = " ".join(f"{term.words} {term.words}s" for page in pages.pages() for term in terms.terms(page))
    cited = " ".join(bibliography.label(key) for key in bibliography.works())
    known.word_frequency.load_words(WORD.findall(f"{explained} {cited} {FIELD.read_text('utf-8')}"))
    return known


def american(word, dictionary):
    """The American spelling of a word that is written in the British way; nothing for all others."""
    many = len(re.findall(r"[aeiouy]+", word)) > 2
    for british, spelled in AMERICAN:
        found = re.sub(british, spelled, word, count=1)
        doubled = spelled == "" and many and dictionary[found] > dictionary[word]
        if found != word and found in dictionary and (doubled or word not in dictionary):
            return found
    return None


def misspelled(page, dictionary):
    """Every word of the page that is not in the dictionary, with its place and what was probably meant."""
    for offset, said in wrong(page.words, dictionary):
        yield f"{from_root(page.file)}:{page.position(offset)[0]}: {said}"


def wrong(words, dictionary):
    """Every word that is not in the dictionary, with its offset and what was probably meant."""
    text = pages.CALL.sub(blank, bibliography.CITATION.sub(blank, re.sub(r"\]\([^)]*\)|\{[^}]*\}", blank, words)))
    for match in WORD.finditer(text):
        word = match[0].lower()
        british = american(word, dictionary)
        if british or word not in dictionary:
            meant = british or dictionary.correction(word)
            yield match.start(), match[0] + (f"; did you mean {meant}?" if meant else "")


def blank(match):
    return re.sub(r"[^\n]", " ", match[0])


def test_every_word_is_spelled_as_in_america_or_is_a_word_of_the_field(dictionary):
    found = [line for page in pages.pages() for line in misspelled(page, dictionary)]
    assert not found, "\n".join([*found, f"a word of the field goes into {from_root(FIELD)}"])


def test_what_shelves_say_in_words_is_spelled_so_too(dictionary):
    found = []
    for item in [*catalogue.formulas().values(), *catalogue.derivations().values(), *catalogue.figures().values()]:
        words = pages.MATH.sub(blank, " ".join([item.title, getattr(item, "note", getattr(item, "description", ""))]))
        found += [f"{from_root(item.file)}:{item.line}: {said}" for _, said in wrong(words, dictionary)]
    assert not found, "\n".join([*found, f"a word of the field goes into {from_root(FIELD)}"])


@pytest.mark.parametrize(
    ("british", "spelled"),
    [
        ("behaviour", "behavior"), ("optimise", "optimize"), ("normalisation", "normalization"),
        ("centred", "centered"),
        ("analyse", "analyze"), ("labelled", "labeled"), ("modelling", "modeling"), ("neighbour", "neighbor"),
    ],
)  # fmt: skip
def test_british_spelling_is_noticed(british, spelled, dictionary):
    assert american(british, dictionary) == spelled


@pytest.mark.parametrize(
    "word", ["filled", "called", "precise", "four", "hour", "installed", "controlled", "difference"]
)
def test_words_that_both_sides_share_are_left_alone(word, dictionary):
    assert american(word, dictionary) is None


def test_the_words_of_the_field_stand_in_order():
    words = FIELD.read_text("utf-8").split()
    assert words == sorted(set(words))


def test_long_sentences_are_told_with_their_place_and_length(monkeypatch, tmp_path):
    page = pages.Page(pages.DOCS / "a.md", "# A\n\nShort. " + "word " * 40 + "$x$ end.\n\nShort.\n")
    monkeypatch.setattr(pages, "pages", lambda: [page])
    (line,) = advice.advice()
    assert line.startswith("docs/a.md:3: a sentence of 42 words")
