"""Both protocols on an invented log whose answer is known: two sorts who never mix."""

from pathlib import Path

import numpy as np
import pytest

from domain.errors import RequestInvalid
from recommender.evaluation.intervals import Bootstrap
from recommender.evaluation.log import Log
from recommender.evaluation.sampled import DEFAULT, OURS, sampled
from recommender.evaluation.temporal import SLICES, ndcg, temporal
from tests.recommender.evaluation.invented import DAY, START, write


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Log:
    return Log.read(*write(tmp_path_factory.mktemp("log"), days=36))


def test_the_past_tells_the_two_sorts_apart_and_popularity_does_not(log: Log) -> None:
    measured = sampled(log)
    assert measured.people == 36
    for name in (OURS, DEFAULT):
        assert measured.recall[name].at_10.low > measured.recall["popularity"].at_10.high
    assert measured.above["popularity"].low > 0


def test_after_a_cut_ours_offers_each_sort_what_is_new_to_it(log: Log) -> None:
    measured = temporal(log, START / DAY + 33)
    assert tuple(measured.ndcg) == SLICES[:2]
    assert measured.times_popularity["all"].low > 1.1
    assert measured.above["all"]["truncated SVD"].low > 0
    assert 0 < measured.coverage["decayed popularity"] < measured.coverage[OURS] + 1e-9


def test_what_comes_after_a_moment_changes_nothing_it_knew(log: Log, tmp_path: Path) -> None:
    shorter = Log.read(*write(tmp_path, days=32))
    moment = START / DAY + 30
    before = log.past(log.day < moment, now=moment).live()[0]
    same = shorter.past(shorter.day < moment, now=moment).live()[0]
    assert (before.chosen != same.chosen).nnz == 0
    assert before.titles == same.titles


def test_a_log_without_two_sides_is_refused(log: Log) -> None:
    with pytest.raises(RequestInvalid, match="before the split"):
        temporal(log, START / DAY - 10)
    with pytest.raises(RequestInvalid, match="after the split"):
        temporal(log, START / DAY + 37)


def test_ndcg_is_one_for_the_best_order_and_ties_earn_what_chance_would() -> None:
    scores = np.array([3.0, 2.0, 1.0, 0.0])
    assert ndcg(scores, np.array([0, 1])) == pytest.approx(1.0)
    assert ndcg(scores, np.array([1])) == pytest.approx(1 / np.log2(3))
    assert ndcg(np.zeros(101), np.array([4])) == 0.0


def test_an_interval_widens_when_one_person_made_most_cases() -> None:
    values = np.array([1.0, 0.0] * 50)
    many = Bootstrap(np.arange(100)).mean(values)
    few = Bootstrap(np.repeat([0, 1], 50)).mean(np.repeat([1.0, 0.0], 50))
    assert many.value == few.value == 0.5
    assert few.high - few.low > many.high - many.low > 0
