"""A finder that makes a check dearer is told by its name, before anybody measures time."""

import re
import subprocess
import sys
from pathlib import Path

from benchmarks.budget import MORE, Tally, agreed, dearer

HERE = Path(__file__).relative_to(Path(__file__).parents[2]).as_posix()


def test_no_check_costs_more_than_was_agreed() -> None:
    # In a process of its own: here, other tests have warmed what is kept.
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.budget"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, f"exit code {run.returncode}\n{run.stderr}\n{run.stdout}"


def test_a_new_finder_is_told_by_its_file() -> None:
    now = agreed()
    searches = now["source read"]["searches"]
    grown = dict(searches) | {"guardrails/facts/new.py": 0.11 * sum(searches.values())}
    dear = {**now, "source read": {**now["source read"], "searches": grown}}
    (told,) = dearer(dear, agreed())
    assert told.startswith("source read: ")
    assert "searches a check" in told
    assert "guardrails/facts/new.py 0 → " in told


def test_what_grows_a_little_or_moves_between_files_is_left_alone() -> None:
    calls = agreed()["alone"]["calls"]
    whole = sum(calls.values())
    moved = {"elsewhere.py": whole}
    little = dict(calls) | {"new.py": (MORE - 1) * whole * 0.9}
    for counts in (moved, little):
        assert not list(dearer({"alone": {"calls": counts}}, agreed()))


def test_calls_and_searches_are_put_down_to_the_file_that_makes_them() -> None:
    pattern, text = re.compile("b"), "abc"

    def finder() -> None:
        pattern.search(text)
        re.sub("b", "", text)  # the library's own calls are for whoever called it
        text.find("b")

    with Tally() as tally:
        finder()
        again = tally.searches[HERE]
        finder()
    assert tally.searches.keys() == {HERE}
    assert tally.searches[HERE] == 2 * again >= 4
    assert tally.calls[HERE] >= 4


def test_nothing_is_counted_behind_a_tally() -> None:
    with Tally() as tally:
        pass
    before = tally.calls.total()
    str(object())
    assert tally.calls.total() == before
