from dataclasses import replace
from datetime import timedelta

import pytest

from domain.content import Objective
from domain.errors import IndexUnavailable, RequestInvalid, SettingsInvalid
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.recommendation import ColdStart
from recommender.adapters.exact import ExactIndex
from recommender.adapters.hashing import HashingEncoder
from recommender.recommender import Recommender
from recommender.snapshot import Snapshot
from tests.builders import NOW, item
from tests.recommender.worlds import (
    EN,
    ENCODER,
    FR,
    WORLD,
    BrokenIndex,
    embedded,
    ids,
    many,
    reasons,
    recommender_over,
)

RECOMMENDER = recommender_over(WORLD)


def only(profile_type: ProfileType, **fields: object) -> Ambassador:
    """Return somebody of one type."""
    return Ambassador(profile=ProfileMix.only(profile_type), **fields)  # type: ignore[arg-type]  # checked where each test names them


@pytest.mark.parametrize(
    ("topic", "languages", "first"),
    [
        ("cybersécurité", (FR,), "fr-cyber"),
        ("cybersécurité", (EN,), "en-cyber"),
        ("cybersecurity", (FR,), "fr-cyber"),
        ("Cyber-Securite", (FR,), "fr-cyber"),
        ("pompes à chaleur", (FR, EN), "fr-heat"),
        ("heat pumps", (EN, FR), "en-heat"),
    ],
)
def test_an_expert_gets_the_article_on_their_topic_first(
    topic: str, languages: tuple[str, ...], first: str
) -> None:
    expert = only(ProfileType.EXPERT, topics=(topic,), languages=languages)
    found = RECOMMENDER.recommend(expert, k=3, now=NOW)
    assert ids(found)[0] == first
    assert topic in reasons(found, first)["topics"].text.fr


@pytest.mark.parametrize(
    ("profile_type", "kind"),
    [
        (ProfileType.HR_AMBASSADOR, "job"),
        (ProfileType.REPORTER, "backstage"),
        (ProfileType.SUPPORTER, "success"),
    ],
)
@pytest.mark.parametrize("language", [FR, EN])
def test_each_type_gets_its_kind_of_content_first(
    profile_type: ProfileType, kind: str, language: str
) -> None:
    found = RECOMMENDER.recommend(only(profile_type, languages=(language,)), k=5, now=NOW)
    assert ids(found)[0] == f"{language}-{kind}"


def test_experts_get_analyses_before_anything_else() -> None:
    found = RECOMMENDER.recommend(only(ProfileType.EXPERT), k=4, now=NOW)
    assert set(ids(found)) == {"fr-cyber", "en-cyber", "fr-heat", "en-heat"}


def test_a_mix_of_types_is_served_both_kinds() -> None:
    mix = ProfileMix({ProfileType.REPORTER: 0.5, ProfileType.HR_AMBASSADOR: 0.5})
    found = RECOMMENDER.recommend(Ambassador(profile=mix, languages=(FR,)), k=2, now=NOW)
    assert set(ids(found)) == {"fr-job", "fr-backstage"}


def test_an_objective_lifts_what_serves_it() -> None:
    nobody = Ambassador(languages=(FR,))
    assert ids(RECOMMENDER.recommend(nobody, k=1, now=NOW, objective=Objective.TALENT)) == [
        "fr-job"
    ]
    assert ids(RECOMMENDER.recommend(nobody, k=1, now=NOW, objective=Objective.AWARENESS)) == [
        "fr-success"
    ]


def test_own_posts_bring_what_is_like_them() -> None:
    author = Ambassador(posts=("Les pompes à chaleur en montagne : rendement et simulation.",))
    found = RECOMMENDER.recommend(author, k=10, now=NOW)
    assert ids(found)[0] == "fr-heat"
    assert "posts" in reasons(found, "fr-heat")


def test_of_two_equal_items_the_newer_comes_first() -> None:
    new, old = (
        item(content_id=name, published_at=NOW - timedelta(days=days), title=f"{name} titre")
        for name, days in (("neuf", 1), ("ancien", 40))
    )
    found = recommender_over([old, new]).recommend(Ambassador(), k=2, now=NOW)
    assert ids(found) == ["neuf", "ancien"]
    assert reasons(found, "neuf")["freshness"].text.fr == "Publié il y a un jour."


def test_the_preferred_language_comes_first_and_a_single_one_is_no_reason() -> None:
    both = RECOMMENDER.recommend(only(ProfileType.EXPERT, languages=(EN, FR)), k=10, now=NOW)
    assert reasons(both, "en-heat")["language"].text.en == "In English, the language you prefer."
    assert "language" not in reasons(both, "fr-heat")
    one = RECOMMENDER.recommend(only(ProfileType.EXPERT, languages=(EN,)), k=10, now=NOW)
    assert "language" not in reasons(one, "en-heat")


@pytest.mark.parametrize("told", [5, 20])
def test_what_many_colleagues_told_falls(told: int) -> None:
    expert = only(ProfileType.EXPERT, languages=(FR,), topics=("cybersécurité",))
    before = RECOMMENDER.recommend(expert, k=5, now=NOW)
    after = RECOMMENDER.recommend(expert, k=5, now=NOW, told={"fr-cyber": told})
    assert reasons(after, "fr-cyber")["saturation"].contribution < 0
    assert after.items[0].score < before.items[0].score
    assert reasons(after, "fr-heat")["coverage"].contribution > 0


def test_a_planted_saturation_lets_the_next_best_pass() -> None:
    twins = [
        replace(WORLD[4], content_id=name, title=f"Nous recrutons deux {trade} en CDI")
        for name, trade in (("job-a", "soudeurs"), ("job-b", "comptables"))
    ]
    hr = only(ProfileType.HR_AMBASSADOR)
    recommender = recommender_over(twins)
    for told in ("job-a", "job-b"):
        found = recommender.recommend(hr, k=2, now=NOW, told={told: 25})
        assert ids(found)[-1] == told


@pytest.mark.parametrize(("few", "more"), [(0, 4), (5, 19), (20, 1000)])
def test_within_a_step_the_number_of_colleagues_changes_nothing(few: int, more: int) -> None:
    expert = only(ProfileType.EXPERT)
    told = {"fr-heat": 30}
    assert RECOMMENDER.recommend(
        expert, k=9, now=NOW, told=told | {"fr-cyber": few}
    ) == RECOMMENDER.recommend(expert, k=9, now=NOW, told=told | {"fr-cyber": more})


def test_no_reason_tells_how_many_colleagues() -> None:
    for count in (0, 7, 1234):
        found = RECOMMENDER.recommend(
            only(ProfileType.EXPERT), k=9, now=NOW, told={"fr-cyber": count, "fr-heat": 30}
        )
        said = reasons(found, "fr-cyber")
        assert str(count) not in "".join(
            said[factor].text.fr + said[factor].text.en
            for factor in ("saturation", "coverage")
            if factor in said
        )


def test_one_article_under_two_addresses_does_not_take_two_places() -> None:
    twin = replace(WORLD[0], content_id="fr-cyber-again", url="https://elsewhere.example/1")
    expert = only(ProfileType.EXPERT, topics=("cybersécurité",), languages=(FR,))
    found = recommender_over([*WORLD, twin]).recommend(expert, k=6, now=NOW)
    assert ids(found)[0] == "fr-cyber"
    assert ids(found)[-1] == "fr-cyber-again"
    reason = reasons(found, "fr-cyber-again")["diversity"]
    assert reason.contribution < -1
    assert "presque la même chose" in reason.text.fr


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({}, ColdStart.RECENT),
        ({"topics": ("zzzz",)}, ColdStart.RECENT),
        ({"topics": ("!!",), "posts": ("…",)}, ColdStart.RECENT),
        ({"topics": ("cybersécurité",)}, ColdStart.TOPICS),
        ({"profile": ProfileMix.only(ProfileType.EXPERT)}, ColdStart.PROFILE_TYPE),
        (
            {"profile": ProfileMix.only(ProfileType.EXPERT), "topics": ("zzzz",)},
            ColdStart.PROFILE_TYPE,
        ),
        (
            {"profile": ProfileMix.only(ProfileType.EXPERT), "topics": ("cybersécurité",)},
            None,
        ),
        ({"posts": ("Mon avis sur les soudures.",)}, None),
    ],
)
def test_the_answer_names_the_step_of_the_ladder(
    fields: dict[str, object], step: ColdStart | None
) -> None:
    someone = Ambassador(**fields)  # type: ignore[arg-type]  # each case names fields of Ambassador
    assert RECOMMENDER.recommend(someone, k=3, now=NOW).cold_start is step


def test_somebody_unknown_gets_what_is_recent_and_not_all_alike() -> None:
    copies = [
        replace(WORLD[0], content_id=f"copy-{n}", published_at=NOW - timedelta(hours=n))
        for n in range(5)
    ]
    other = replace(WORLD[4], published_at=NOW - timedelta(days=2))
    found = recommender_over([*copies, other]).recommend(Ambassador(), k=2, now=NOW)
    assert ids(found) == ["copy-0", "fr-job"]


def test_an_empty_catalogue_gives_an_empty_answer() -> None:
    found = recommender_over([]).recommend(only(ProfileType.EXPERT, topics=("x",)), k=5, now=NOW)
    assert found.items == ()
    assert found.cold_start is ColdStart.PROFILE_TYPE
    assert found.encoder == ENCODER.fingerprint


@pytest.mark.parametrize("k", [0, -3])
def test_asking_for_nothing_is_refused(k: int) -> None:
    with pytest.raises(RequestInvalid, match="at least 1") as refused:
        RECOMMENDER.recommend(Ambassador(), k=k, now=NOW)
    assert refused.value.field == "k"


def test_vectors_of_another_dimension_are_refused() -> None:
    snapshot = Snapshot.of(WORLD, {}, dimension=256)
    with pytest.raises(SettingsInvalid, match="embed it again"):
        Recommender(ENCODER, ExactIndex(1024), snapshot)
    assert Recommender(HashingEncoder(256), ExactIndex(256), snapshot).snapshot is snapshot


def test_an_item_without_a_vector_is_found_by_its_words() -> None:
    vectors = embedded(WORLD)
    del vectors["fr-heat"]
    snapshot = Snapshot.of(WORLD, vectors, dimension=ENCODER.dimension)
    recommender = Recommender(ENCODER, ExactIndex(ENCODER.dimension), snapshot)
    found = recommender.recommend(Ambassador(topics=("pompes à chaleur",)), k=1, now=NOW)
    assert ids(found) == ["fr-heat"]


def test_an_index_that_fails_is_done_without() -> None:
    catalogue = [*WORLD, *many(600)]
    expert = only(ProfileType.EXPERT, topics=("cybersécurité",), posts=("Nos automates.",))
    broken = BrokenIndex(IndexUnavailable("gone"))
    with_it = recommender_over(catalogue, exact_up_to=0).recommend(expert, k=20, now=NOW)
    without = recommender_over(catalogue, index=broken, exact_up_to=0)
    assert without.recommend(expert, k=20, now=NOW) == with_it


def test_a_catalogue_that_can_be_compared_asks_no_index() -> None:
    catalogue = [*WORLD, *many(600)]
    expert = only(ProfileType.EXPERT, topics=("cybersécurité",))
    refusing = recommender_over(catalogue, index=BrokenIndex(AssertionError("asked")))
    assert len(refusing.recommend(expert, k=20, now=NOW).items) == 20
    with pytest.raises(AssertionError, match="asked"):
        replace(refusing, exact_up_to=600).recommend(expert, k=20, now=NOW)


def test_an_index_that_holds_other_items_changes_nothing_of_the_filter() -> None:
    catalogue = [*WORLD, *many(600)]
    index = ExactIndex(ENCODER.dimension)
    recommender = recommender_over(catalogue, index=index, exact_up_to=0)
    index.reconcile(embedded(many(50, start=5000)))
    found = recommender.recommend(Ambassador(posts=("pompes à chaleur",)), k=400, now=NOW)
    assert set(ids(found)) <= {each.content_id for each in catalogue}
    assert ids(found)[0] == "fr-heat"


def test_an_index_full_of_what_is_not_allowed_hides_nothing() -> None:
    foreign = [
        replace(WORLD[2], content_id=f"foreign-{number}", language=EN, title=f"Rendement {number}")
        for number in range(150)
    ]
    recommender = recommender_over([*many(1500), *foreign, WORLD[2]], exact_up_to=0)
    post = "Le rendement des pompes à chaleur, simulation et incertitudes."
    found = recommender.recommend(Ambassador(posts=(post,), languages=(FR,)), k=1, now=NOW)
    assert ids(found) == ["fr-heat"]


def test_what_fits_is_found_among_thousands() -> None:
    recommender = recommender_over([*many(1500), *WORLD])
    expert = only(ProfileType.EXPERT, topics=("cybersécurité",), languages=(EN,))
    assert ids(recommender.recommend(expert, k=1, now=NOW)) == ["en-cyber"]
    author = Ambassador(posts=("How efficient heat pumps are in the mountains",))
    assert ids(recommender.recommend(author, k=1, now=NOW)) == ["en-heat"]
    reporter = recommender.recommend(only(ProfileType.REPORTER), k=2, now=NOW)
    assert set(ids(reporter)) == {"fr-backstage", "en-backstage"}


def test_asking_for_more_than_the_pool_gives_all_there_is() -> None:
    recommender = recommender_over(many(700))
    assert len(recommender.recommend(Ambassador(), k=10_000, now=NOW).items) == 700
