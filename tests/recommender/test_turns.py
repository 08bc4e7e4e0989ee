"""What fits as well is shared out by turns that depend on the person and the content alone."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from recommender.turns import numbers_of, turns
from recommender.weights import Weights
from tests.builders import NOW, item
from tests.recommender.worlds import WORLD, ids, reasons, recommender_over

FR = Language.FRENCH
SUBJECTS = ("pommes", "ponts", "phares", "forges", "vergers", "moulins")
ALIKE = [
    item(content_id=f"s{n}", title=f"Sujet {name}", text=name, published_at=None)
    for n, name in enumerate(SUBJECTS)
]
EXPERT = Ambassador(languages=(FR,), profile=ProfileMix.only(ProfileType.EXPERT))
PEOPLE = [0x9E3779B97F4A7C15 * n % 2**64 for n in range(1, 51)]


def test_turns_are_spread_evenly_over_people_and_over_contents() -> None:
    numbers = numbers_of([f"c{n}" for n in range(500)])
    drawn = np.stack([turns(one, numbers) for one in PEOPLE])
    assert (drawn >= 0).all()
    assert (drawn < 1).all()
    assert abs(drawn.mean() - 0.5) < 0.01
    for axis, most in ((0, 0.2), (1, 0.06)):
        means = np.asarray(drawn.mean(axis=axis))
        assert (np.abs(means - 0.5) < most).all()
    assert abs(float(np.asarray(np.corrcoef(drawn[0], drawn[1]))[0, 1])) < 0.15


def test_fifty_people_alike_are_not_sent_the_same_article() -> None:
    over = recommender_over(ALIKE)
    first = Counter(ids(over.recommend(EXPERT, k=1, now=NOW, whose=one))[0] for one in PEOPLE)
    assert set(first) == {one.content_id for one in ALIKE}
    assert max(first.values()) <= 16
    without = Counter(ids(over.recommend(EXPERT, k=1, now=NOW))[0] for _ in PEOPLE)
    assert len(without) == 1


def test_a_turn_does_not_drown_what_somebody_cares_about() -> None:
    caring = replace(EXPERT, topics=("forges",))
    over = recommender_over(ALIKE)
    for one in PEOPLE:
        assert ids(over.recommend(caring, k=1, now=NOW, whose=one)) == ["s3"]


def test_somebody_finds_the_same_order_again_whatever_else_came_in() -> None:
    newcomer = item(content_id="a0", title="Barques", text="Barques", published_at=None)
    for one in PEOPLE[:10]:
        before = ids(recommender_over(ALIKE).recommend(EXPERT, k=9, now=NOW, whose=one))
        after = ids(recommender_over([newcomer, *ALIKE]).recommend(EXPERT, k=9, now=NOW, whose=one))
        assert [name for name in after if name != "a0"] == before


def test_a_turn_is_told_as_a_reason_and_adds_up() -> None:
    found = recommender_over(WORLD).recommend(EXPERT, k=5, now=NOW, whose=PEOPLE[0])
    told = [reasons(found, name).get("turn") for name in ids(found)]
    assert any(told)
    for one in filter(None, told):
        assert 0 < one.contribution <= Weights().turn
        assert one.text.fr.startswith("Tour de rôle")
        assert one.text.en.startswith("In turn")
    for each in found.items:
        assert sum(one.contribution for one in each.reasons) == pytest.approx(each.score)


def test_nobody_in_particular_has_no_turn() -> None:
    found = recommender_over(WORLD).recommend(EXPERT, k=5, now=NOW)
    assert all("turn" not in reasons(found, name) for name in ids(found))


def test_an_older_article_of_somebodys_turn_never_passes_a_better_fit() -> None:
    fits = replace(ALIKE[0], published_at=NOW - timedelta(days=1))
    old = replace(ALIKE[1], published_at=NOW - timedelta(days=300))
    over = recommender_over([fits, old])
    assert {ids(over.recommend(EXPERT, k=1, now=NOW, whose=one))[0] for one in PEOPLE} == {"s0"}
