"""Everything a pointer can do, keys can do, and the reader always sees where the focus is."""

import pytest

# Where the focus is: its words, and whether it can be seen, at its place on the screen and not behind something else.
FOCUS = """() => {
  // The row of tabs shows the focus for its invisible radio buttons.
  const it = document.querySelector('.tabbed-set > input:focus ~ .tabbed-labels') ?? document.activeElement;
  // A link that breaks over two lines is looked for where it begins.
  const box = it.getClientRects()[0] ?? it.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 40), box.y + Math.min(box.height / 2, 12));
  return { name: it.tagName + ' ' + it.className + ' ' + it.textContent.trim().slice(0, 40),
    shown: box.width > 1 && box.height > 1 && it.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      && (it.contains(top) || top?.contains(it)),
    ringed: getComputedStyle(it).outlineStyle !== 'none' && parseFloat(getComputedStyle(it).outlineWidth) >= 2 };
}"""


@pytest.mark.parametrize("screen", ["phone", "desktop"])
def test_the_focus_is_always_seen(visit, path, screen, request):
    page = visit(path, viewport=request.getfixturevalue(screen)).page
    for stop in range(1, 16):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["name"].startswith("BODY"):
            break  # past the last stop of a short page
        assert focus["shown"], f"stop {stop} is out of sight: {focus['name']}"
        assert focus["ringed"], f"stop {stop} shows no focus: {focus['name']}"


def test_the_first_stop_leads_past_the_head(visit, path):
    page = visit(path).page
    if path == "404.html":
        return  # has no headings to lead to
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('header, .site-nav')")


def test_keys_open_the_menu_walk_it_and_close_it(visit, phone):
    page = visit(viewport=phone).page
    opener, menu = page.get_by_role("button", name="Menu"), page.get_by_role("navigation", name="Site")
    assert not menu.is_visible()
    opener.focus()
    page.keyboard.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#site-nav') !== null")
    page.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert not menu.is_visible()
    assert page.evaluate("document.activeElement.ariaExpanded") == "false"


def test_what_the_open_menu_covers_is_out_of_reach(visit, phone):
    page = visit(viewport=phone).page
    page.get_by_role("button", name="Menu").press("Enter")
    assert page.locator(".md-content").evaluate("it => it.inert")


def test_keys_search_and_say_what_was_found(visit):
    page = visit().page
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog", name="Search")
    page.get_by_role("searchbox").fill("derivative")
    page.locator("dialog li").first.wait_for()
    assert "result" in dialog.get_by_role("status").inner_text()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert "derivative" in page.locator(".md-content").inner_text().lower()


def test_escape_leaves_the_search_where_it_was_entered(visit):
    page = visit().page
    opener = page.get_by_role("button", name="Search")
    opener.press("Enter")
    page.get_by_role("searchbox").wait_for()
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert opener.evaluate("it => it === document.activeElement")


def test_keys_change_the_theme_and_the_next_page_remembers(visit):
    page = visit(color_scheme="light").page
    switch = page.get_by_role("button", name="Theme")
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    switch.press("Enter")
    assert switch.inner_text() == "Theme: light"
    switch.press("Enter")
    assert switch.inner_text() == "Theme: dark"
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="Theme").press("Enter")
    assert page.evaluate(paper) == light


def test_source_code_is_copied_by_key(visit, path):
    page = visit(path, permissions=["clipboard-read", "clipboard-write"]).page
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    for button in page.get_by_role("button", name="Copy").all()[:1]:
        button.press("Enter")
        page.get_by_role("button", name="Copied").wait_for()
        code = page.locator("pre").first.inner_text().strip()
        assert page.evaluate("navigator.clipboard.readText()").strip() == code
