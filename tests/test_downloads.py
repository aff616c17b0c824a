"""What is offered to keep: every file is there, with its size."""

import re
import tomllib
from xml.etree.ElementTree import tostring

import pytest
from pybtex.database import parse_string
from pybtex.richtext import Text

from press import assets, course, downloads, later
from press.places import ROOT


def test_every_file_is_offered_with_its_size(tmp_path):
    page = tmp_path / "downloads" / "index.html"
    page.parent.mkdir()
    page.write_text(tostring(*later.place(downloads.CALL), "unicode", "html"), "utf-8")
    for place, (_, name) in enumerate(downloads.offered(), 1):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * 1000 * place)
    address = lambda page: page.replace(".md", "/index.html")  # noqa: E731
    later.fill(tmp_path, downloads.contents(tmp_path, address), address)
    rows = re.findall(r'href="\.\./([^"]*)".*?<td>([^<]*) kB', page.read_text("utf-8"))
    assert rows == [(name, str(place)) for place, (_, name) in enumerate(downloads.offered(), 1)]


def test_everything_that_is_published_is_offered():
    names = {name.rpartition("/")[2] for _, name in downloads.offered()}
    assert {file.name for file in assets.published()} <= names


@pytest.mark.parametrize("name", ["Slopes", "Slopes & chains: 100 % of them", "A_1 #2"])
def test_the_entry_to_cite_can_be_read_whatever_the_site_is_called(name, monkeypatch):
    monkeypatch.setattr(course, "settings", lambda text: {"site_name": name})
    (work,) = parse_string(downloads.entry(), "bibtex").entries.values()
    assert str(Text.from_latex(work.fields["title"])) == name
    assert work.fields["year"].isdigit()
    assert "url" not in work.fields


def test_the_entry_to_cite_says_which_version_it_is_and_where_it_stands(monkeypatch):
    monkeypatch.setenv("SITE_URL", "https://example.org/calculus_1/")
    (work,) = parse_string(downloads.entry(), "bibtex").entries.values()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert str(Text.from_latex(work.fields["url"])) == "https://example.org/calculus_1/"
    assert work.fields["version"] == project["version"]
