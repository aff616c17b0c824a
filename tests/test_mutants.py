"""The checks bite: every error made in a claim is noticed, and roads see that what is false for good is false."""

import json

import pytest

from calculus import check
from calculus.check import roads, watch
from press import checking, verdicts

CANARIES = {canary.name: canary for canary in watch.declared()}
BLUNT = '''

def blunt_bound(x: Real):
    """A bound that is met where every multiple of it is met."""
    return AtMost(absolute(sin(x)), absolute(x), sharp={x: 0})
'''
CHANCE = "# Chance\n\nLet $f(x) = 2 x$. Then $f(2) = 4$.\n"


@pytest.mark.parametrize("name", CANARIES)
def test_a_canary_is_seen_to_be_false_on_every_road(name):
    found = roads(CANARIES[name])
    assert found
    assert watch.unseen(found) == []


def test_a_full_check_tells_of_no_blind_road():
    assert checking.blind() == []


def test_a_claim_that_was_tried_nowhere_fails_the_check():
    (formula, *_) = CANARIES.values()
    tried, nowhere = (check.Verdict("numeric", "mpmath", True, points, None, 0) for points in (5, 0))
    found = [checking.Finding(verdicts.Outcome(formula, roads=(tried, each))) for each in (tried, nowhere)]
    assert [formula.name in problem.found for problem in checking.vacuous(found)] == [True]


def test_a_bound_that_may_be_doubled_is_told_with_its_line_and_what_to_do(project):
    shelf = project.root / "scripts" / "formulas" / "squares.py"
    words = "from calculus.language import AtMost, Derivative, Equal, Real, absolute, sin"
    text = shelf.read_text("utf-8").replace("from calculus.language import Derivative, Equal, Real", words) + BLUNT
    shelf.write_text(text, "utf-8")
    line = text[: text.index("def blunt_bound")].count("\n") + 1
    done = project.run("check", "squares.blunt_bound")
    assert done.returncode == 1
    assert f"scripts/formulas/squares.py:{line}: a check of squares.blunt_bound must notice every error" in done.stderr
    assert "make check NAME=squares.blunt_bound" in done.stderr


def test_a_full_check_ends_with_its_totals_and_keeps_them_for_the_site(project):
    project.write("docs/index.md", CHANCE + "\n{{ squares.square_slope }}\n")
    done = project.run("check")
    assert (done.returncode, done.stderr) == (0, "")
    claims, sentences = (line for line in done.stdout.splitlines() if "mutants: " in line)
    assert claims.startswith("1 claims: 0 undecided, 0 vacuous, 0 unaccounted; mutants: ")
    assert sentences.startswith("1 claims in sentences; mutants: ")
    project.run("site")
    (formula,) = json.loads((project.root / "site" / "formulas.json").read_text("utf-8"))
    made, killed, equivalent = (formula["mutants"][name] for name in ("made", "killed", "equivalent"))
    assert killed == made - equivalent > 0
    assert f"{made} made, {killed} killed, {equivalent} equivalent" in claims
    ways = claims.partition("killed: ")[2]
    assert sum(int(way.split()[0]) for way in ways.split(", ")) == killed
