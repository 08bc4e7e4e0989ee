"""What holds for every catalogue, every ambassador and every request."""

from datetime import timedelta
from math import fsum

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.content import ContentItem, Objective
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from recommender.weights import Factor
from tests.builders import NOW, item
from tests.recommender.worlds import ids, recommender_over

lawful = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WORDS = (
    "cybersécurité", "hiring", "recrutons", "coulisses", "award", "valeurs", "IA", "politique",
    "chaleur", "latency", "le", "of", "analyse", "picnic", "cyber-sécurité", "CDI", "l’été",
)  # fmt: skip
phrases = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
moments = st.none() | st.integers(-90, 90).map(lambda days: NOW + timedelta(days=days))


@st.composite
def catalogues(draw: st.DrawFn) -> list[ContentItem]:
    """Draw a few items, some of them embargoed, expired, undated or copies of each other."""
    count = draw(st.integers(0, 12))
    return [
        item(
            content_id=f"c{number}",
            title=draw(phrases),
            text=draw(phrases),
            language=draw(st.sampled_from(Language)),
            published_at=draw(moments),
            embargo_until=draw(moments),
            expires_at=draw(moments),
        )
        for number in range(count)
    ]


@st.composite
def ambassadors(draw: st.DrawFn) -> Ambassador:
    """Draw somebody of whom more or less is known."""
    shares = st.dictionaries(st.sampled_from(ProfileType), st.floats(0.1, 1), min_size=1)
    languages = st.lists(st.sampled_from(Language), unique=True, max_size=2)
    few = st.lists(phrases, max_size=3).map(tuple)
    return Ambassador(
        languages=tuple(draw(languages)),
        profile=draw(st.none() | shares.map(ProfileMix)),
        topics=draw(few),
        never=draw(few),
        posts=draw(few),
    )


told_counts = st.dictionaries(st.integers(0, 12).map("c{}".format), st.integers(0, 30))
objectives = st.none() | st.sampled_from(Objective)


@lawful
@given(catalogues(), ambassadors(), told_counts, objectives, st.integers(1, 20))
def test_contributions_add_up_and_scores_never_rise(
    items: list[ContentItem],
    someone: Ambassador,
    told: dict[str, int],
    objective: Objective | None,
    k: int,
) -> None:
    found = recommender_over(items).recommend(someone, k=k, now=NOW, told=told, objective=objective)
    scores = [each.score for each in found.items]
    assert scores == sorted(scores, reverse=True)
    for each in found.items:
        assert abs(fsum(reason.contribution for reason in each.reasons) - each.score) < 1e-9
        assert all(reason.contribution for reason in each.reasons)
        assert all(reason.text.fr and reason.text.en for reason in each.reasons)
        assert len({reason.factor for reason in each.reasons}) == len(each.reasons)
        assert {reason.factor for reason in each.reasons} <= set(Factor)


@lawful
@given(catalogues(), ambassadors(), st.integers(1, 30), st.sets(st.sampled_from(["c0", "c3"])))
def test_nothing_disallowed_is_ever_suggested_and_everything_allowed_can_be(
    items: list[ContentItem], someone: Ambassador, k: int, exclude: set[str]
) -> None:
    recommender = recommender_over(items)
    found = recommender.recommend(someone, k=k, now=NOW, exclude=frozenset(exclude))
    by_id = {each.content_id: each for each in items}
    for content_id in ids(found):
        assert by_id[content_id].is_live(NOW)
        assert by_id[content_id].language in someone.languages
        assert content_id not in exclude
    assert len(set(ids(found))) == len(found.items) <= k
    everything = recommender.recommend(someone, k=99, now=NOW, exclude=frozenset(exclude))
    assert len(found.items) == min(k, len(everything.items))


@lawful
@given(catalogues(), ambassadors(), st.lists(phrases, max_size=3))
def test_more_never_topics_never_add_items(
    items: list[ContentItem], someone: Ambassador, more: list[str]
) -> None:
    recommender = recommender_over(items)
    stricter = Ambassador(
        languages=someone.languages,
        profile=someone.profile,
        topics=someone.topics,
        posts=someone.posts,
        never=(*someone.never, *more),
    )
    before = recommender.recommend(someone, k=99, now=NOW)
    after = recommender.recommend(stricter, k=99, now=NOW)
    frozen = recommender.recommend(someone, k=99, now=NOW, frozen_topics=tuple(more))
    assert set(ids(after)) <= set(ids(before))
    assert set(ids(frozen)) == set(ids(after))


@lawful
@given(st.data(), catalogues(), ambassadors(), told_counts)
def test_the_order_of_the_catalogue_changes_nothing(
    data: st.DataObject, items: list[ContentItem], someone: Ambassador, told: dict[str, int]
) -> None:
    shuffled = data.draw(st.permutations(items))
    one = recommender_over(items).recommend(someone, k=9, now=NOW, told=told)
    other = recommender_over(shuffled).recommend(someone, k=9, now=NOW, told=told)
    assert one == other


@lawful
@given(catalogues(), ambassadors(), st.integers(1, 9))
def test_a_shorter_answer_is_the_beginning_of_a_longer_one(
    items: list[ContentItem], someone: Ambassador, k: int
) -> None:
    recommender = recommender_over(items)
    longer = recommender.recommend(someone, k=10, now=NOW)
    assert recommender.recommend(someone, k=k, now=NOW).items == longer.items[:k]
