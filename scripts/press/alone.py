"""Text that is also read on other pages, where what stood around it is gone: it has to make sense alone."""

import re
from collections.abc import Iterator

from press import course, letters, terms
from press.front_matter import front_matter
from press.pages import Page
from press.report import Problem

BOX = re.compile(r'^!!! misconception "(?P<title>[^"\n]*)"\n(?P<cure>(?:[ ]{4}.*\n?|[ \t]*\n)*)', re.MULTILINE)
# "Above" and "below" point at the page, unless they say what something is above or below: "below the value 0".
AROUND = re.compile(
    r"\b(?:above|below)\b(?!\s+(?:the|a|an|its|it|all|zero|one)\b|\s+[$\d−])|\bhere\b"
    r"|\b(?:this|following) (?:figure|picture|plot|panel|table|page|section|example|formula|code)\b"
    r"|\bthe (?:figure|picture|plot|(?:\w+ )?panel|example|(?:last|next|previous) (?:page|section))\b",
    re.IGNORECASE,
)
# What a definition that leans on the sentence before it begins with, or holds.
LEANING = re.compile(
    r"\A(?:This|That|These|Those|Its?|They|Their|Both|There|So|Now|Then|But|And|Seen)\b"
    r"|\bthis\b|\bthese\b|\bsuch\b(?! as| that)|\bhere\b",
    re.IGNORECASE,
)
LEAD_IN = re.compile(r"\A(?!a (?:priori|posteriori))(?:the|a|an|for|with|in|on|at|to|from|by)\b(?!-)", re.IGNORECASE)
ALONE = "a misconception is also read away from its page, where nothing stands around it"
DEFINES = "a sentence that explains a term is also read in the glossary, where nothing stands around it"
INTRODUCES = "a sentence that introduces a letter is also read on the page of symbols, where nothing stands around it"
TERM = "words in bold are a term, or open a paragraph and end with a full stop"
ONCE = "a page must explain a term once"
STOP = "the title of a misconception must end without a full stop"


def problems(page: Page) -> Iterator[Problem]:
    """Boxes and definitions of a page that would puzzle who reads them elsewhere."""
    yield from _boxes(page)
    if front_matter(page):
        yield from _definitions(page)
    if page.address in course.course():
        yield from _introductions(page)


def _boxes(page: Page) -> Iterator[Problem]:
    """Boxes of misconceptions that point at what stands around them, or have a title unlike the others."""
    for box in BOX.finditer(page.prose):
        if box["title"].endswith("."):
            yield _problem(page, box.end("title") - 1, STOP, box["title"], "take the full stop away")
        for found in AROUND.finditer(page.prose, box.start("title"), box.end()):
            hint = "name what is meant, or link to it: in [the code](#in-code)"
            yield _problem(page, found.start(), ALONE, " ".join(found[0].split()), hint)


def _definitions(page: Page) -> Iterator[Problem]:
    """Words in bold that are no term, or stand twice, or in a sentence that leans on what stands before it."""
    seen = set()
    for place, words, sentence in terms.found(page.prose):
        if LEAD_IN.search(words):
            yield _problem(page, place, TERM, words, f"write **{words}.**, or take the stars away")
        if words.lower() in seen:
            yield _problem(page, place, ONCE, words, "take the stars away")
        if leaning := LEANING.search(sentence):
            yield _problem(page, place, DEFINES, leaning[0], f"say what it means: A **{words}** is …")
        seen.add(words.lower())


def _introductions(page: Page) -> Iterator[Problem]:
    """Letters that are introduced in a sentence that leans on what stands before it."""
    for letter in letters.on_page(page):
        if leaning := LEANING.search(letter.sentence):
            hint = f"say what it means: the letter ${letter.plain}$ stands for …"
            yield _problem(page, letter.place, INTRODUCES, leaning[0], hint)


def _problem(page: Page, offset: int, rule: str, found: str, hint: str) -> Problem:
    line, column = page.position(offset)
    return Problem(page.file, line, rule, found, hint, column=column)
