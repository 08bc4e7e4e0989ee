import pytest

from domain.people import ProfileType
from recommender.collective.following import following
from tests.builders import NOW
from tests.recommender.test_recommender import RECOMMENDER, only
from tests.recommender.worlds import ids, reasons

COUNTS = {("a", "b"): 10, ("b", "c"): 5, ("c", "d"): 20}


def test_what_follows_is_what_was_kept_together_and_not_what_was_kept() -> None:
    assert following({"b"}, COUNTS) == pytest.approx({"a": 0.5, "c": 1 / 3})
    assert following({"a", "b"}, COUNTS) == pytest.approx({"c": 1 / 3})
    assert following(set(), COUNTS) == {}


def test_what_colleagues_kept_rises_says_so_and_still_adds_up() -> None:
    expert = only(ProfileType.EXPERT)
    plain = ids(RECOMMENDER.recommend(expert, k=30, now=NOW))
    name = plain[-1]
    found = RECOMMENDER.recommend(expert, k=30, now=NOW, follows={name: 0.9, "gone": 1.0})
    assert ids(found).index(name) < plain.index(name)
    reason = reasons(found, name)["colleagues"]
    assert reason.contribution > 0
    assert "colleagues" in reason.text.en
    for each in found.items:
        assert each.score == pytest.approx(sum(one.contribution for one in each.reasons))
    assert set(ids(found)) == set(plain)
