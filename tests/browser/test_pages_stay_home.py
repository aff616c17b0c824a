"""A page asks nothing of anybody but its own site, little of that, and nothing in vain."""

import gzip
from pathlib import Path

# Compressed: what the first visit brings for all pages, and the longest page with its formulas and pictures in it.
MOST_BYTES_FOR_ALL, MOST_BYTES_OF_A_PAGE = 80_000, 60_000
MOST_REQUESTS = 13  # a page with a derivation brings one script more than others
OURS = {file.name for file in (Path(__file__).parents[2] / "theme" / "assets").glob("*.js")}
STYLES = {"palette.css", "book.css", "formula.css", "print.css"}


def test_a_page_asks_only_its_own_site_and_finds_all_it_asks_for(seen, home):
    asked = [request.url for request in seen.requests if not request.url.startswith(("data:", "blob:"))]
    assert [url for url in asked if not url.startswith(home)] == []
    missing = [request.url for request in seen.requests if not (answer := request.response()) or answer.status >= 400]
    assert missing == []


def test_a_page_leaves_no_error_in_the_console(seen):
    assert seen.complaints == []


def test_a_first_visit_is_light(seen):
    seen.page.evaluate("document.fonts.ready")
    bodies = {request.url: request.response().body() for request in seen.requests}
    sizes = {url: len(gzip.compress(body)) for url, body in bodies.items()}
    listed = "\n".join(f"{size:7} {url}" for url, size in sizes.items())
    assert len(seen.requests) <= MOST_REQUESTS, f"{len(seen.requests)} requests:\n{listed}"
    page = sizes.pop(seen.page.url.partition("#")[0])
    assert page <= MOST_BYTES_OF_A_PAGE, f"{page} bytes of the page itself"
    assert sum(sizes.values()) <= MOST_BYTES_FOR_ALL, f"{sum(sizes.values())} bytes:\n{listed}"


def test_a_page_brings_nothing_of_the_theme_that_our_templates_replace(seen):
    """Fails when Material changes under our overrides: its script would bring back the menu that no key opens."""
    brought = {(request.resource_type, request.url.rsplit("/", 1)[-1]) for request in seen.requests}
    assert {"site.js"} <= {name for kind, name in brought if kind == "script"} <= OURS
    assert {name for kind, name in brought if kind == "stylesheet"} == STYLES
    assert seen.page.locator("label[class*='md-']:visible, .md-header, .md-nav, .md-search").count() == 0


def test_formulas_and_text_are_set_in_the_fonts_that_were_cut_for_them(seen):
    page = seen.page
    loaded = page.evaluate(
        "document.fonts.ready.then(fonts => [...fonts].filter(f => f.status === 'loaded').map(f => f.family))"
    )
    expected = {"Calculus Text"} | ({"Calculus Math"} if page.locator("math").count() else set())
    assert expected <= {family.strip('"') for family in loaded}
