"""The one command: its verbs, its time limits, and that it leaves nothing half done."""

import ast
import json
import os
import shutil
import signal
import time
from pathlib import Path

import pytest

import build
from press import cache, patience, programs, swap, verdicts
from press.places import ROOT

SOURCE = Path(build.__file__).read_text("utf-8")


def sleepy(name: str) -> dict:
    """An answer that takes as many seconds as its name says."""
    time.sleep(float(name))
    return {"seconds": float(name)}


def failing(name: str) -> dict:
    raise ValueError(name)


def crashing(name: str) -> dict:
    os.kill(os.getpid(), getattr(signal, name))
    return {}


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_every_verb_is_short_and_its_docstring_is_its_help():
    lengths = {
        node.name: node.end_lineno - node.lineno for node in ast.parse(SOURCE).body if isinstance(node, ast.FunctionDef)
    }
    for verb in build.VERBS.values():
        assert verb.__doc__
        assert lengths[verb.__name__] < 10


def test_every_verb_can_be_called_with_make():
    called = {
        line.split("build.py ")[1].split()[0]
        for line in (ROOT / "Makefile").read_text().splitlines()
        if "build.py " in line
    }
    assert build.VERBS.keys() <= called


def test_a_check_that_takes_too_long_is_ended_and_the_others_go_on():
    first, second = verdicts.answers(sleepy, ["60", "0"], limit=5)
    assert first == {"failure": "no answer within 5 seconds", "seconds": 5}
    assert second == {"seconds": 0}


def test_a_check_that_raises_is_a_failure_and_never_a_pass():
    (answer,) = verdicts.answers(failing, ["too hard"])
    assert answer == {"failure": "ValueError: too hard"}
    assert not verdicts.Outcome(formula=None, **answer).holds


def test_a_check_that_ends_its_process_is_a_failure_and_the_others_go_on():
    first, second, third = verdicts.answers(crashing, ["SIGFPE", "SIGKILL", "SIGCONT"])
    assert first["failure"].startswith("the check ended its process")
    assert second["failure"].startswith("the check ended its process")
    assert third == {}


def test_a_formula_without_roads_does_not_hold():
    assert not verdicts.Outcome(formula=None).holds


def test_what_was_kept_is_found_by_its_key_only(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    cache.keep("verdicts", "a.b", "key", {"x": 1})
    cache.keep("verdicts", "a.b", "another key", {"x": 2})
    assert cache.recall("verdicts", "a.b", "key") == {"x": 1}
    assert cache.recall("verdicts", "a.b", "another key") == {"x": 2}
    assert cache.recall("verdicts", "a.b", "a third key") is None


def test_the_cache_lets_go_of_the_oldest_and_of_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    cache.keep("verdicts", "a.b.1", "key", {"x": 1})
    for turn in range(3 * cache.VERSIONS):
        cache.keep("verdicts", "a.b", f"key {turn}", {"x": turn})
        for file in tmp_path.rglob("*.*"):
            os.utime(file, (file.stat().st_mtime - 10,) * 2)
    kept = [turn for turn in range(3 * cache.VERSIONS) if cache.recall("verdicts", "a.b", f"key {turn}")]
    assert kept == list(range(2 * cache.VERSIONS, 3 * cache.VERSIONS))
    assert cache.recall("verdicts", "a.b.1", "key")


def test_a_broken_file_in_the_cache_is_worked_out_again(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "CACHE", tmp_path)
    cache.keep("verdicts", "a.b", "key", {"x": 1})
    (file,) = tmp_path.rglob("*.json")
    file.write_text('{"key": "ke')
    assert cache.recall("verdicts", "a.b", "key") is None


def test_a_folder_is_replaced_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "CACHE", tmp_path / "cache")
    site = tmp_path / "site"
    for text in ("first", "second"):
        with swap.whole(site) as folder:
            (folder / f"{text}.html").write_text(text)
    assert tree(site) == {"second.html": b"second"}


def test_a_folder_is_left_alone_when_filling_the_new_one_stops(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "CACHE", tmp_path / "cache")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old")
    with pytest.raises(ZeroDivisionError), swap.whole(site) as folder:
        (folder / "index.html").write_text(f"half {1 / 0}")
    assert tree(site) == {"index.html": b"old"}


def test_long_work_gives_signs_of_life_and_short_work_none(monkeypatch):
    monkeypatch.setattr(patience, "SECONDS", 0.1)

    def work(seconds):
        yield "1 of 2"
        time.sleep(seconds)

    said = []
    patience.attend(work(0), said.append)
    assert said == []
    patience.attend(work(0.35), said.append)
    assert said[0].endswith("1 of 2")


def test_a_build_knows_no_date_but_that_of_the_last_change(tmp_path, monkeypatch):
    assert programs.environment()["SOURCE_DATE_EPOCH"].isdigit()
    monkeypatch.setattr(programs, "ROOT", tmp_path)
    assert programs.environment()["SOURCE_DATE_EPOCH"] == programs.EPOCH


def test_a_cold_and_a_warm_build_give_the_same_bytes_and_keep_the_contract(project):
    for kept in (".cache", "docs/generated", "site"):
        shutil.rmtree(project.root / kept)
    cold = project.run("site")
    assert (cold.returncode, cold.stderr) == (0, "")
    assert "make serve" in cold.stdout.splitlines()[-1]
    first = tree(project.root / "site")
    assert project.run("site").returncode == 0
    assert tree(project.root / "site") == first

    (formula,) = json.loads(first["formulas.json"])
    assert (formula["name"], formula["page"]) == ("squares.square_slope", "index.html")
    assert {road["verdict"] for road in formula["roads"]} == {"true"}
    rows = json.loads(first["ledger.json"])
    on_pages = [row for row in rows if row["page"].endswith(".html")]
    assert len(on_pages) == sum(content.count(b"<math") for name, content in first.items() if name.endswith(".html"))
    assert {row["page"] for row in rows if row not in on_pages} == {"cheat-sheet/calculus-for-ml-a4.pdf"}
    assert {row["place"] for row in rows} == {"docs/index.md:3", "docs/index.md:5", "docs/cheat-sheet.md:8"}


def test_a_page_started_by_the_command_builds_and_its_shelf_holds(project):
    started = project.run("new-page", "topics/hessian", "The Hessian")
    assert (started.returncode, started.stderr) == (0, "")
    assert project.run("check", "hessian").returncode == 0
    built = project.run("site")
    assert (built.returncode, built.stderr) == (0, "")
    assert "The Hessian" in (project.root / "site/topics/hessian/index.html").read_text("utf-8")
