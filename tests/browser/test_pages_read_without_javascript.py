"""Without its script a page has all its words and formulas, and ways to all other pages."""

HIDDEN = """[...document.querySelectorAll('.md-content :is(p, h1, h2, h3, li, td, math, svg)')].filter(
  part => !part.closest('details:not([open])')
    && !part.checkVisibility({ visibilityProperty: true, opacityProperty: true })
).map(part => part.outerHTML.slice(0, 99))"""


def visible(page, selector):
    return [each for each in page.locator(selector).all() if each.is_visible()]


def test_every_word_and_formula_shows_without_javascript(visit, path, phone):
    page = visit(path, viewport=phone, java_script_enabled=False).page
    assert page.evaluate(HIDDEN) == []
    assert len(page.locator(".md-content").inner_text().split()) > 5


def test_the_menu_is_there_without_javascript(visit, path, phone):
    page = visit(path, viewport=phone, java_script_enabled=False).page
    assert visible(page, "#site-nav a")
    assert visible(page, "a[href='#site-nav']")


def test_nothing_that_needs_javascript_shows_without_it(visit, path, phone):
    page = visit(path, viewport=phone, java_script_enabled=False).page
    assert not visible(page, "button")


def test_evidence_opens_without_javascript(visit, path, phone):
    page = visit(path, viewport=phone, java_script_enabled=False).page
    for summary in page.locator(".formula-evidence > summary").all()[:1]:
        summary.click()
        assert visible(page, ".formula-words")
