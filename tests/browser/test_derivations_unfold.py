"""A derivation shows all its lines; a reader who wants to think first hides them and brings them back one by one."""

import re
from pathlib import Path

import pytest

SITE = Path(__file__).parents[2] / "site"
WITH = sorted(
    file.relative_to(SITE).as_posix().removesuffix("index.html")
    for file in SITE.rglob("*.html")
    if re.search(r"<figure[^>]*data-derivation=", file.read_text("utf-8"))
)

pytestmark = pytest.mark.parametrize("page", WITH or ["a page with a derivation, which is missing"])


def lines_of(derivation):
    return derivation.locator(".derivation-lines > li")


def shown(derivation) -> int:
    return sum(line.is_visible() for line in lines_of(derivation).all())


def all_on(arrived):
    found = arrived.page.locator("figure[data-derivation]").all()
    assert found
    return found


def test_all_lines_show_at_first(visit, page):
    for derivation in all_on(visit(page)):
        assert shown(derivation) == lines_of(derivation).count() > 1


def test_all_lines_show_without_javascript_and_no_button_promises_more(visit, page):
    for derivation in all_on(visit(page, java_script_enabled=False)):
        assert shown(derivation) == lines_of(derivation).count() > 1
        assert derivation.get_by_role("button").count() == 0


def test_keys_bring_the_lines_back_one_by_one(visit, page):
    arrived = visit(page)
    for derivation in all_on(arrived):
        count = lines_of(derivation).count()
        derivation.get_by_role("button", name="Line by line").focus()
        for expected in range(1, count + 1):
            arrived.page.keyboard.press("Enter")
            assert shown(derivation) == expected
        assert derivation.get_by_role("button", name="Line by line").evaluate("it => it === document.activeElement")
    assert not arrived.complaints


def test_keys_bring_all_lines_back_at_once_and_keep_their_place(visit, page):
    arrived = visit(page)
    derivation = all_on(arrived)[0]
    derivation.get_by_role("button", name="Line by line").press("Enter")
    arrived.page.keyboard.press("Tab")
    arrived.page.keyboard.press("Enter")
    assert shown(derivation) == lines_of(derivation).count()
    assert derivation.get_by_role("button", name="Line by line").evaluate("it => it === document.activeElement")


def test_a_line_that_appears_is_read_out_without_interrupting(visit, page):
    derivation = all_on(visit(page))[0]
    assert derivation.locator("[aria-live]").count() == 0  # nothing speaks up unasked
    derivation.get_by_role("button", name="Line by line").press("Enter")
    assert derivation.locator(".derivation-lines").get_attribute("aria-live") == "polite"


def test_hidden_lines_are_on_paper(visit, page):
    arrived = visit(page)
    derivation = all_on(arrived)[0]
    derivation.get_by_role("button", name="Line by line").press("Enter")
    arrived.page.emulate_media(media="print")
    assert shown(derivation) == lines_of(derivation).count()
    assert not derivation.get_by_role("button").first.is_visible()


def test_lines_begin_under_each_other_and_stay_inside_the_narrowest_screen(visit, page):
    for derivation in all_on(visit(page, viewport={"width": 320, "height": 640})):
        boxes = [box.bounding_box() for box in derivation.locator(".derivation-math").all()]
        assert max(box["x"] for box in boxes) - min(box["x"] for box in boxes) < 1
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= 320 for box in boxes)
