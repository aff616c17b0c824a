"""What is checked: without JavaScript every row is there; with it a reader sorts and searches, by keyboard alone."""

LEDGER, PAGES = "reference/ledger/", "reference/checked-pages/"
FIRST = "(() => [...document.querySelector('table.ledger').tBodies[0].rows].map(row => row.cells[0].textContent))()"


def shown(page) -> int:
    """How many rows are left."""
    return page.evaluate("() => document.querySelectorAll('table.ledger tbody tr:not([hidden])').length")


def test_every_row_is_there_without_javascript_and_no_button_promises_more(visit):
    page = visit(LEDGER, java_script_enabled=False).page
    tables = page.locator("table.ledger")
    assert tables.count() == 2
    assert tables.first.locator("tbody tr").count() > 50
    assert tables.first.get_by_role("button").count() == 0


def test_every_page_lists_what_stands_on_it_without_javascript_and_leads_to_the_checks(visit):
    page = visit(PAGES, java_script_enabled=False).page
    assert page.locator(".ledger-page").count() > 20
    page.locator(".ledger-page summary", has_text="Hessian").first.click()
    page.get_by_role("link", name="its checks").first.click()
    page.wait_for_url("**/reference/ledger/#checked-*")
    assert page.locator("tr:target").count() == 1


def test_keys_sort_a_table_one_way_and_the_other_and_say_so(visit):
    arrived = visit(LEDGER)
    head = arrived.page.locator("table.ledger").first.get_by_role("button", name="Claim")
    column = arrived.page.locator("table.ledger").first.locator("th[scope=col]").first
    declared = arrived.page.evaluate(FIRST)
    for said in ("ascending", "descending"):
        head.focus()
        arrived.page.keyboard.press("Enter")
        assert column.get_attribute("aria-sort") == said
        names = arrived.page.evaluate(FIRST)
        assert sorted(names) == sorted(declared)
        assert (names[0].lower() < names[-1].lower()) is (said == "ascending")
    assert arrived.complaints == []


def test_a_field_leaves_only_the_rows_looked_for_and_says_how_many(visit):
    page = visit(LEDGER).page
    every = shown(page)
    page.get_by_label("Show only rows with").fill("sigmoid slope")
    page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent")
    found = shown(page)
    assert 0 < found < every
    assert page.locator(".filter [role=status]").inner_text() == f"{found} rows found"
    page.get_by_label("Show only rows with").fill("")
    assert shown(page) == every


def test_the_mark_of_a_formula_leads_to_its_row(visit):
    page = visit("topics/activations/").page
    page.locator(".formula-evidence summary").first.click()
    page.locator(".formula-evidence[open] a", has_text="Its row among all that is checked").first.click()
    page.wait_for_url("**/reference/ledger/#checked-*")
    assert page.locator("tr:target").count() == 1


def test_a_field_opens_the_pages_on_which_the_words_stand(visit):
    page = visit(PAGES).page
    page.get_by_label("Show only rows with").fill("softmax")
    page.wait_for_function("() => document.querySelector('.filter [role=status]').textContent")
    rows = page.locator(".ledger-page tbody tr:not([hidden])")
    assert rows.first.is_visible()
    assert "softmax" in rows.first.inner_text().lower()
    page.get_by_label("Show only rows with").fill("")
    assert not rows.first.is_visible()
