"""Which topic would raise an item is told only as it is: it is added, and the list asked for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from domain.content import ContentItem
from domain.language import Language
from domain.people import Ambassador
from domain.recommendation import Change, Recommendation
from recommender.recommender import Recommender
from tests.builders import NOW, item
from tests.recommender.test_laws import ambassadors, catalogues, lawful
from tests.recommender.worlds import WORLD, ids, many, recommender_over

FR, EN = Language.FRENCH, Language.ENGLISH

# The newest is about nothing in particular; the oldest is plainly about one subject.
BY_AGE = [
    item(
        content_id=name,
        title=title,
        text=text,
        language=language,
        published_at=NOW - timedelta(days=days),
    )
    for language in Language
    for name, days, title, text in (
        (f"{language}-new", 1, "Carnet", "Tilde."),
        (f"{language}-older", 9, "Agenda", "Virgule."),
        (
            f"{language}-oldest",
            30,
            {FR: "Recrutement", EN: "Recruitment"}[language],
            {FR: "Recrutement : candidature et entretien.", EN: "Recruitment: apply, interview."}[
                language
            ],
        ),
    )
]


def _asked(over: Recommender, someone: Ambassador, k: int = 3) -> tuple[Recommendation, ...]:
    return over.recommend(someone, k=k, now=NOW, raising=True).items


@pytest.mark.parametrize(("language", "topic"), [(FR, "recrutement"), (EN, "recruitment")], ids=str)
def test_the_topic_that_an_item_is_about_would_bring_it_to_the_top(
    language: Language, topic: str
) -> None:
    found = _asked(recommender_over(BY_AGE), Ambassador(languages=(language,)))
    assert [one.item.content_id for one in found] == [
        f"{language}-new",
        f"{language}-older",
        f"{language}-oldest",
    ]
    shift = found[2].raising
    assert shift is not None
    assert (shift.change, shift.value) == (Change.WITH_TOPIC, topic)
    assert (shift.before, shift.after) == (3, 1)
    assert shift.text.fr == (
        f"Si «\u00a0{topic}\u00a0» était un de vos sujets, il passerait du 3e au 1er rang."
    )
    assert shift.text.en == (
        f"If “{topic}” were one of your topics, it would go from 3rd to 1st place."
    )


def test_what_stands_first_or_is_about_nothing_is_not_raised() -> None:
    first, second, _ = _asked(recommender_over(BY_AGE), Ambassador(languages=(FR,)))
    assert first.raising is None
    assert second.raising is None


@pytest.mark.parametrize("known", ["recrutement", "hiring"])
def test_a_topic_that_is_already_named_is_not_proposed(known: str) -> None:
    someone = Ambassador(languages=(FR,), topics=("tilde", known))
    for one in _asked(recommender_over(BY_AGE), someone):
        assert one.raising is None or one.raising.value != "recrutement"


def test_a_topic_somebody_never_speaks_about_is_not_proposed() -> None:
    # Told in its words without its name, so that the item itself may be suggested.
    text = "Candidature, entretien, CV : le poste, le candidat, postuler."
    items = [*BY_AGE[:2], replace(BY_AGE[2], title="Candidature", text=text)]
    over = recommender_over(items)
    free = _asked(over, Ambassador(languages=(FR,)))[-1].raising
    assert free is not None
    assert free.value == "recrutement"
    avoiding = _asked(over, Ambassador(languages=(FR,), never=("embauche",)))
    assert all(one.raising is None or one.raising.value != "recrutement" for one in avoiding)


def test_nothing_is_proposed_to_whoever_did_not_ask() -> None:
    found = recommender_over(BY_AGE).recommend(
        Ambassador(languages=(FR,)), k=3, now=NOW, what_if=True
    )
    assert all(one.raising is None for one in found.items)


@lawful
@given(catalogues(), ambassadors())
def test_whatever_would_raise_does(items: list[ContentItem], someone: Ambassador) -> None:
    over = recommender_over(items)
    for rank, one in enumerate(_asked(over, someone), start=1):
        if one.raising is None:
            continue
        with_it = replace(someone, topics=(*someone.topics, str(one.raising.value)))
        after = ids(over.recommend(with_it, k=3, now=NOW))
        assert one.raising.before == rank
        assert one.raising.after == after.index(one.item.content_id) + 1 < rank


def test_it_is_raised_in_a_catalogue_that_holds_more_than_is_ranked() -> None:
    over = recommender_over([*WORLD, *BY_AGE, *many(700)])
    someone = Ambassador(languages=(FR,))
    raised = [one for one in _asked(over, someone, k=8) if one.raising]
    assert raised
    for one in raised:
        assert one.raising is not None
        with_it = replace(someone, topics=(str(one.raising.value),))
        after = ids(over.recommend(with_it, k=8, now=NOW))
        assert after.index(one.item.content_id) + 1 == one.raising.after
