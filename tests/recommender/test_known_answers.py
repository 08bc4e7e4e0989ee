"""Answers known by construction: a planted saturation, an embargo that ends between two asks."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.content import ContentItem
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from tests.builders import NOW, item
from tests.recommender.test_laws import ambassadors, catalogues, lawful
from tests.recommender.worlds import ids, recommender_over

FR = Language.FRENCH
SAME = [
    item(content_id=f"s{number}", title=f"Sujet {name}", text=name, published_at=None)
    for number, name in enumerate(("pommes", "ponts", "phares", "forges", "vergers"))
]
ANYBODY = Ambassador(languages=(FR,))


def test_whoever_comes_next_is_offered_what_the_others_have_not_told() -> None:
    # Each of thirty people tells the first item offered; all five fit as well.
    recommender = recommender_over(SAME)
    told: Counter[str] = Counter()
    for _ in range(30):
        found = recommender.recommend(ANYBODY, k=1, now=NOW, told=told)
        told[ids(found)[0]] += 1
    assert set(told) == {one.content_id for one in SAME}
    assert max(told.values()) <= 10


def test_what_twenty_told_is_offered_after_what_five_told_and_that_after_the_rest() -> None:
    told = {"s0": 20, "s1": 5, "s2": 4}
    found = ids(recommender_over(SAME).recommend(ANYBODY, k=5, now=NOW, told=told))
    assert set(found[:3]) == {"s2", "s3", "s4"}
    assert found[3:] == ["s1", "s0"]


def test_a_saturation_does_not_drown_what_somebody_cares_about() -> None:
    caring = Ambassador(languages=(FR,), topics=("forges",))
    found = ids(recommender_over(SAME).recommend(caring, k=1, now=NOW, told={"s3": 50}))
    assert found == ["s3"]


def test_an_embargo_that_ends_between_two_asks_lets_its_content_in_at_that_instant() -> None:
    ends = NOW + timedelta(minutes=5)
    secret = item(content_id="secret", title="Forges", text="Forges", embargo_until=ends)
    recommender = recommender_over([*SAME, secret])
    caring = Ambassador(languages=(FR,), topics=("forges",))
    instant = timedelta(microseconds=1)
    for moment, there in ((NOW, False), (ends - instant, False), (ends, True)):
        for k in (2, 6, 100):
            found = ids(recommender.recommend(caring, k=k, now=moment))
            assert ("secret" in found) is there


CHECKERBOARD = [
    item(
        content_id=f"{kind.value}-{topic}",
        title=f"{said} : {topic}",
        text=f"{said}. {topic}.",
        language=FR,
    )
    for kind, said in (
        (ProfileType.EXPERT, "Analyse approfondie et étude de cas"),
        (ProfileType.REPORTER, "Dans les coulisses avec l’équipe"),
        (ProfileType.HR_AMBASSADOR, "Nous recrutons en CDI, postulez"),
    )
    for topic in ("acoustique", "hydrogène", "apiculture")
]


@pytest.mark.parametrize("topic", ["acoustique", "hydrogène", "apiculture"])
@pytest.mark.parametrize(
    "kind", [ProfileType.EXPERT, ProfileType.REPORTER, ProfileType.HR_AMBASSADOR]
)
def test_of_a_board_of_types_and_topics_the_one_square_of_both_comes_first(
    kind: ProfileType, topic: str
) -> None:
    person = Ambassador(languages=(FR,), profile=ProfileMix.only(kind), topics=(topic,))
    found = ids(recommender_over(CHECKERBOARD).recommend(person, k=3, now=NOW))
    assert found[0] == f"{kind.value}-{topic}"


@lawful
@given(catalogues(), ambassadors(), st.randoms(use_true_random=False))
def test_the_order_is_the_same_however_the_catalogue_came(
    items: list[ContentItem], ambassador: Ambassador, shuffling: Random
) -> None:
    shuffled = list(items)
    shuffling.shuffle(shuffled)
    one, other = (
        recommender_over(each).recommend(ambassador, k=8, now=NOW) for each in (items, shuffled)
    )
    assert [(a.item.content_id, a.score) for a in one.items] == [
        (b.item.content_id, b.score) for b in other.items
    ]
