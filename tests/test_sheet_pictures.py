"""The printed sheets as pictures, painted by an independent reader and measured."""

import numpy as np
import pytest

from press import sheet, sheet_page
from press.sheet_look import PAPERS, file_name
from sheet_pictures import BETWEEN, RENEW, SEEN, Sheet, changes, kept

PRINTABLE = 14.2  # points, 5 mm: closer to the edge many printers print nothing
LINE, HOLE = 9, 45  # points: how far above the foot a column may end, and what may be left white within it
PAIRS = [(form, paper) for form in sheet_page.sheets().values() for paper in PAPERS]
FILES = {
    file_name(form, paper, is_colored=colored): page
    for page, form in sheet_page.sheets().items()
    for paper in PAPERS
    for colored in (True, False)
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """All sheets as files."""
    made = tmp_path_factory.mktemp("pictures")
    sheet.set_sheets(made)
    return made


@pytest.fixture(scope="module", params=FILES)
def painted(request, folder) -> Sheet:
    return Sheet(folder / request.param)


@pytest.fixture(scope="module", params=PAIRS, ids=lambda pair: file_name(*pair))
def pair(request, folder) -> tuple[Sheet, Sheet]:
    """The same sheet in color and without."""
    return tuple(Sheet(folder / file_name(*request.param, is_colored=colored)) for colored in (True, False))


def columns(painted: Sheet):
    """Each column of a sheet, as where its pixels are not white."""
    return [box.of(painted.ink[side]) > SEEN for side in range(len(painted.sides)) for box in painted.columns(side)]


def test_nothing_is_printed_where_printers_do_not_print(painted):
    assert min(min(painted.white(side)) for side in range(len(painted.sides))) >= PRINTABLE


def test_nothing_reaches_over_the_edge_of_the_paper(painted):
    for page in painted.document:
        width, height = page.get_size()
        for thing in page.get_objects(max_depth=1):
            left, bottom, right, top = thing.get_bounds()
            assert min(left, bottom, width - right, height - top) >= PRINTABLE


def test_white_stands_between_columns(painted):
    for seen in columns(painted):
        used = np.flatnonzero(seen.any(axis=0)) / 2
        assert used[0] >= BETWEEN - 1
        assert seen.shape[1] / 2 - used[-1] >= BETWEEN


def test_columns_end_on_one_line_and_leave_no_hole(painted):
    for seen in columns(painted):
        used = np.flatnonzero(seen.any(axis=1)) / 2
        assert seen.shape[0] / 2 - used[-1] <= LINE
        assert np.diff(used).max() <= HOLE


def test_every_panel_is_where_the_outline_says(painted):
    assert list(painted.panels) == [panel.title for panel in sheet_page.panels(FILES[painted.file.name])]


def test_without_color_no_pixel_has_any(pair):
    colored, bare = ([np.ptp(side, axis=2).max() for side in each.sides] for each in pair)
    assert max(bare) == 0
    assert min(colored) > 0.3


def test_without_color_no_panel_takes_more_ink(pair):
    colored, bare = (each.measures() for each in pair)
    assert [name for name, (_, *ink) in bare.items() if ink[-1] >= colored[name][-1] and "side" not in name] == []


def test_it_looks_as_it_did_when_somebody_last_looked(painted):
    found = changes(kept().get(painted.file.name, {}), painted.measures())
    advice = f"look at the sheet; if it is meant to look so, run {RENEW}"
    assert found == [], f"{painted.file.name}: {'; '.join(found)}. {advice}"


def test_a_change_is_told_with_the_panel_and_both_measures():
    before = {"side 1": [18, 18, 18, 16], "A panel": [100, 1000], "Another": [50, 500]}
    now = {"side 1": [18, 18, 14.5, 16], "A panel": [100.5, 1035], "A third": [50, 500]}
    assert changes(before, now) == [
        "A panel: ink from 1000 to 1035",
        "A third is new",
        "Another is gone",
        "side 1: white at the right from 18 to 14.5",
    ]
