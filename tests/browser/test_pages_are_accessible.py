"""No page breaks a rule of WCAG 2.2 A or AA, or of axe's good practice, in any dress a reader may see it in."""

from importlib.resources import files

import pytest

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLORS = ["color-contrast", "link-in-text-block"]
RUN = """([where, tags]) => axe.run(where, { runOnly: tags, resultTypes: ['violations'] }).then(found =>
  found.violations.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.map(node => node.html.slice(0, 160))].join('\\n    ')))"""
# One function prints all formulas, and one all rows of a table; axe takes minutes over hundreds: the first are enough.
ENOUGH = """() => {
  [...document.querySelectorAll('.md-content math')].slice(20).forEach(each => each.replaceChildren());
  document.querySelectorAll('tbody > tr:nth-child(n + 8)').forEach(each => each.remove());
}"""
OPEN_ALL = "for (const each of document.querySelectorAll('details')) each.open = true"


def broken_rules(page, where="html"):
    """What axe finds: by every rule in light, and by the rules about color in dark, where nothing else differs."""
    page.evaluate(AXE)
    page.evaluate(ENOUGH)
    found = page.evaluate(RUN, [where, RULES])
    page.emulate_media(color_scheme="dark")
    return found + [f"in the dark theme, {line}" for line in page.evaluate(RUN, [where, COLORS])]


def test_a_page_breaks_no_rule_on_a_phone(visit, path, phone):
    found = broken_rules(visit(path, viewport=phone, color_scheme="light").page)
    assert not found, "\n".join(found)


def test_a_page_with_all_evidence_open_breaks_no_rule_on_a_laptop(visit, path, desktop):
    page = visit(path, viewport=desktop, color_scheme="light").page
    page.evaluate(OPEN_ALL)
    assert not (found := broken_rules(page)), "\n".join(found)


def test_the_open_menu_breaks_no_rule(visit, path, phone):
    page = visit(path, viewport=phone, color_scheme="light").page
    page.get_by_role("button", name="Menu").click()
    assert not (found := broken_rules(page, "header, #site-nav")), "\n".join(found)


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_the_open_search_breaks_no_rule(visit, screen, request):
    page = visit(viewport=request.getfixturevalue(screen), color_scheme="light").page
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("the")
    page.locator("dialog li").first.wait_for()
    assert not (found := broken_rules(page)), "\n".join(found)


def test_no_page_scrolls_sideways_on_the_narrowest_screen(visit, path):
    page = visit(path, viewport={"width": 320, "height": 640}).page
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_box_that_scrolls_can_be_reached_by_key(visit, path, phone):
    page = visit(path, viewport=phone).page
    unreachable = page.evaluate(
        """[...document.querySelectorAll('.md-content *')].filter(box => box.scrollWidth > box.clientWidth + 1
          && ['auto', 'scroll'].includes(getComputedStyle(box).overflowX) && box.tabIndex < 0
        ).map(box => box.outerHTML.slice(0, 99))"""
    )
    assert not unreachable
