"""Of many who come with one key at the same instant, one runs; real SQLite and PostgreSQL."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from domain.errors import KeyInFlight, KeyReused
from storage.database import Database
from storage.first_answers import Asked, FirstAnswer, FirstAnswers, Run
from storage.running import is_over, this_process

ASKED = Asked("k", "r", "o")
ANSWER = FirstAnswer("{}", "s", "n")


def test_of_many_at_the_same_instant_one_runs(database: Database) -> None:
    keys = FirstAnswers(database)

    def take(_: int) -> Run | None:
        try:
            found = keys.take(ASKED)
        except KeyInFlight:
            return None
        assert isinstance(found, Run)
        return found

    with ThreadPoolExecutor(8) as pool:
        runs = [run for run in pool.map(take, range(16)) if run]
    assert len(runs) == 1


def test_a_kept_answer_is_given_and_a_run_that_lost_its_key_keeps_nothing(
    database: Database,
) -> None:
    keys = FirstAnswers(database)
    run = keys.take(ASKED)
    assert isinstance(run, Run)
    assert not keys.keep(ASKED, Run("another", "n"), ANSWER)
    with pytest.raises(KeyInFlight):
        FirstAnswers(database, keys.patience, keys._running).take(ASKED)  # noqa: SLF001 - the same process
    assert keys.keep(ASKED, run, ANSWER)
    assert keys.take(ASKED) == replace(ANSWER, nonce=run.nonce)
    keys.let_go(ASKED, run)
    assert keys.take(ASKED) == replace(ANSWER, nonce=run.nonce)
    with pytest.raises(KeyReused):
        keys.take(Asked("k", "another", "o"))


def test_a_run_let_go_leaves_the_key_free(database: Database) -> None:
    keys = FirstAnswers(database)
    run = keys.take(ASKED)
    assert isinstance(run, Run)
    keys.let_go(ASKED, run)
    assert isinstance(keys.take(ASKED), Run)


def test_a_run_cut_off_is_resumed_under_the_same_nonce(database: Database) -> None:
    cut_off = FirstAnswers(database).take(ASKED)
    resumed = FirstAnswers(database).take(ASKED)
    assert isinstance(cut_off, Run)
    assert isinstance(resumed, Run)
    assert (cut_off.is_resumed, resumed.is_resumed) == (False, True)
    assert resumed.nonce == cut_off.nonce
    assert not FirstAnswers(database).keep(ASKED, cut_off, ANSWER)


def test_a_process_is_over_when_it_ended_or_its_number_went_to_another() -> None:
    code = "from storage.running import this_process; print(this_process(), flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": "."},
    ) as other:
        assert other.stdout is not None
        name = other.stdout.readline().strip()
        assert not is_over(name)
        other.communicate("\n")
    assert is_over(name)
    assert not is_over(this_process())
    place, _, _ = this_process().rpartition("/")
    assert is_over(f"{place}/1")


@pytest.mark.parametrize("name", ["", "x", "elsewhere/1/2", "a/b/c/d"])
def test_of_a_process_elsewhere_nobody_can_tell(name: str) -> None:
    assert not is_over(name)
