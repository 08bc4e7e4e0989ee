"""What would change a rank is told only as it is: each change told is made, and the list asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from hypothesis import given

from domain.content import ContentItem
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.recommendation import Change, Recommendations, Shift
from recommender.phrasing import ordinal
from tests.builders import NOW, item
from tests.recommender.test_laws import ambassadors, catalogues, lawful, told_counts
from tests.recommender.worlds import WORLD, ids, many, recommender_over

EXPERT = ProfileMix.only(ProfileType.EXPERT)
FR = Language.FRENCH


@dataclass(frozen=True, slots=True)
class _Asked:
    items: Sequence[ContentItem]
    ambassador: Ambassador
    told: Mapping[str, int]
    k: int

    @property
    def found(self) -> Recommendations:
        over = recommender_over(self.items)
        return over.recommend(self.ambassador, k=self.k, now=NOW, told=self.told, what_if=True)


def _after(shift: Shift, content_id: str, asked: _Asked) -> int | None:
    """Return the rank of an item once the change is made."""
    found = ids(_changed(shift, content_id, asked).found)
    return found.index(content_id) + 1 if content_id in found else None


def _changed(shift: Shift, content_id: str, asked: _Asked) -> _Asked:
    ambassador = asked.ambassador
    match shift.change:
        case Change.WITHOUT_TOPIC:
            place = [" ".join(topic.split()) for topic in ambassador.topics].index(str(shift.value))
            rest = ambassador.topics[:place] + ambassador.topics[place + 1 :]
            return replace(asked, ambassador=replace(ambassador, topics=rest))
        case Change.WITHOUT_TYPE:
            assert ambassador.profile is not None
            kept = {t: s for t, s in ambassador.profile.shares.items() if t != shift.value}
            profile = ProfileMix(kept) if sum(kept.values()) else None
            return replace(asked, ambassador=replace(ambassador, profile=profile))
        case Change.OLDER:
            aged = [_aged(one, int(shift.value or 0), content_id) for one in asked.items]
            return replace(asked, items=aged)
        case Change.TOLD:
            return replace(asked, told={**asked.told, content_id: int(shift.value or 0)})
    return asked


def _aged(one: ContentItem, days: int, content_id: str) -> ContentItem:
    if one.content_id != content_id or one.published_at is None:
        return one
    return replace(one, published_at=one.published_at - timedelta(days=days))


@lawful
@given(catalogues(), ambassadors(), told_counts)
def test_whatever_is_told_comes_true(
    items: list[ContentItem], ambassador: Ambassador, told: Mapping[str, int]
) -> None:
    asked = _Asked(items, ambassador, told, 3)
    for rank, one in enumerate(asked.found.items, start=1):
        assert one.shift is not None
        assert one.shift.before == rank
        assert _after(one.shift, one.item.content_id, asked) == one.shift.after, one.shift.text.en


@pytest.mark.parametrize("k", [1, 4])
def test_it_comes_true_in_a_catalogue_that_holds_more_than_is_ranked(k: int) -> None:
    items = [*WORLD, *many(700)]
    ambassador = Ambassador(languages=(FR,), profile=EXPERT, topics=("cybersécurité", "chaleur"))
    asked = _Asked(items, ambassador, {}, k)
    for one in asked.found.items:
        assert one.shift is not None
        assert _after(one.shift, one.item.content_id, asked) == one.shift.after


def test_a_topic_that_alone_holds_an_item_is_named() -> None:
    ambassador = Ambassador(languages=(FR,), topics=("cybersécurité",))
    (found,) = _Asked(WORLD, ambassador, {}, 1).found.items
    assert found.shift is not None
    assert found.item.content_id == "fr-cyber"
    assert (found.shift.change, found.shift.value) == (Change.WITHOUT_TOPIC, "cybersécurité")
    assert found.shift.after is None
    assert found.shift.text.fr == (
        "Sans votre sujet «\u00a0cybersécurité\u00a0», il ne serait plus proposé ici."
    )
    assert found.shift.text.en == (
        "Without your topic “cybersécurité”, it would no longer be suggested here."
    )


def test_a_type_that_alone_holds_an_item_is_named() -> None:
    ambassador = Ambassador(languages=(FR,), profile=ProfileMix.only(ProfileType.HR_AMBASSADOR))
    (found,) = _Asked(WORLD, ambassador, {}, 1).found.items
    assert found.shift is not None
    assert (found.shift.change, found.shift.value) == (Change.WITHOUT_TYPE, "hr_ambassador")


def test_what_is_only_recent_would_leave_with_age() -> None:
    items = [
        item(content_id=name, title=title, text=title, published_at=NOW - timedelta(days=days))
        for name, title, days in (("new", "Pommes", 1), ("old", "Ponts", 20))
    ]
    (found,) = _Asked(items, Ambassador(languages=(FR,)), {}, 1).found.items
    assert found.shift is not None
    assert (found.shift.change, found.shift.value, found.shift.after) == (Change.OLDER, 30, None)
    assert found.shift.text.fr.startswith("Publié un mois plus tôt, ")


def test_what_colleagues_would_tell_leaves_and_what_they_told_would_return() -> None:
    items = [
        item(content_id=name, title=name, text=name, published_at=None) for name in ("ab", "cd")
    ]
    free = _Asked(items, Ambassador(languages=(FR,)), {}, 1).found.items[0]
    assert free.shift is not None
    assert (free.shift.change, free.shift.value, free.shift.after) == (Change.TOLD, 5, None)
    first, second = _Asked(items, Ambassador(languages=(FR,)), {"ab": 9}, 2).found.items
    assert [first.item.content_id, second.item.content_id] == ["cd", "ab"]
    assert second.shift is not None
    assert (second.shift.value, second.shift.before, second.shift.after) == (0, 2, 1)
    assert second.shift.text.en.endswith("it would go from 2nd to 1st place.")


def test_what_nothing_moves_says_so() -> None:
    (found,) = _Asked([item(content_id="only")], Ambassador(languages=(FR,)), {}, 3).found.items
    assert found.shift is not None
    assert (found.shift.change, found.shift.before, found.shift.after) == (Change.NOTHING, 1, 1)
    assert found.shift.text.fr.startswith("Rien de cela, pris seul,")


def test_nobody_is_told_what_they_did_not_ask() -> None:
    found = recommender_over(WORLD).recommend(Ambassador(languages=(FR,)), k=3, now=NOW)
    assert all(one.shift is None for one in found.items)


@pytest.mark.parametrize(
    ("place", "french", "english"),
    [(1, "1er", "1st"), (2, "2e", "2nd"), (3, "3e", "3rd"), (4, "4e", "4th"), (11, "11e", "11th"),
     (12, "12e", "12th"), (21, "21e", "21st"), (100, "100e", "100th")],
)  # fmt: skip
def test_ranks_are_said_as_each_language_does(place: int, french: str, english: str) -> None:
    assert (ordinal(place).fr, ordinal(place).en) == (french, english)
