from datetime import datetime, timedelta, timezone

import pytest

from domain.content import ContentItem
from domain.people import Ambassador
from recommender.eligibility import Limits, eligible
from recommender.snapshot import Snapshot
from tests.builders import NOW, item
from tests.recommender.worlds import EN, FR

SECOND = timedelta(seconds=1)


def is_eligible(content: ContentItem, *, limits: Limits | None = None, **fields: object) -> bool:
    """Tell whether one item may be suggested to somebody."""
    snapshot = Snapshot.of([content], {}, dimension=4)
    someone = Ambassador(**fields)  # type: ignore[arg-type]  # each case names fields of Ambassador
    return bool(eligible(snapshot, someone, limits or Limits(NOW))[0])


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({}, True),
        ({"embargo_until": NOW + SECOND}, False),
        ({"embargo_until": NOW + timedelta(microseconds=1)}, False),
        ({"embargo_until": NOW}, True),
        ({"embargo_until": NOW - SECOND}, True),
        ({"expires_at": NOW + timedelta(microseconds=1)}, True),
        ({"expires_at": NOW}, False),
        ({"expires_at": NOW - SECOND}, False),
        ({"embargo_until": NOW - SECOND, "expires_at": NOW + SECOND}, True),
        ({"embargo_until": datetime(1969, 1, 1, tzinfo=timezone(timedelta(hours=2)))}, True),
        ({"expires_at": NOW.astimezone(timezone(timedelta(hours=-7))) + SECOND}, True),
        ({"published_at": NOW + timedelta(days=30)}, True),
    ],
)
def test_only_what_is_live_now(dates: dict[str, datetime], *, expected: bool) -> None:
    content = item(**dates)
    assert content.is_live(NOW) is expected
    assert is_eligible(content) is expected


def test_an_embargo_that_ends_lets_the_item_through() -> None:
    content = item(embargo_until=NOW + timedelta(minutes=5))
    snapshot = Snapshot.of([content], {}, dimension=4)
    seen = [
        bool(eligible(snapshot, Ambassador(), Limits(NOW + timedelta(minutes=n)))[0])
        for n in range(4, 8)
    ]
    assert seen == [False, True, True, True]


@pytest.mark.parametrize(
    ("spoken", "expected"), [((FR,), True), ((EN,), False), ((EN, FR), True), ((), False)]
)
def test_only_languages_of_the_ambassador(spoken: tuple[str, ...], *, expected: bool) -> None:
    assert is_eligible(item(language=FR), languages=spoken) is expected


def test_nothing_that_was_excluded() -> None:
    content = item(content_id="a")
    assert not is_eligible(content, limits=Limits(NOW, frozenset({"a", "unknown"})))
    assert is_eligible(content, limits=Limits(NOW, frozenset({"unknown"})))


NAMED = [
    ("politique", "La politique de la ville", ""),
    ("politique", "Vie locale", "Deux mots de POLITIQUES publiques, en passant."),
    ("Élections", "Les elections municipales", ""),
    ("elections", "Une élection de délégués", ""),
    ("intelligence artificielle", "Une intelligence très artificielle", ""),
    ("intelligence artificielle", "L’IA à l’atelier", ""),
    ("IA", "Intelligence artificielle : où en sommes-nous ?", ""),
    ("cyber-sécurité", "La cybersécurité des usines", ""),
    ("cybersécurité", "La cyber-sécurité des usines", ""),
    ("cybersecurite", "La cybersécurité des usines", ""),
    ("C++", "Nos modules en C++ datent", ""),
    ("le nucléaire", "Visite d’une centrale", "Le site nucléaire de Civaux."),
    ("licenciement", "Réorganisation", "Il y aura des licenciements en mars."),
    ("armes", "Vie du site", "Un client fabrique des armes."),
]
NEAR_MISSES = [
    ("politique", "La polyvalence de nos ateliers", ""),
    ("intelligence artificielle", "L’intelligence collective", "Des fleurs dans le hall."),
    ("IA", "Le diagnostic des machines", "Via une liaison filaire."),
    ("C++", "Nos modules en C", ""),
    ("guerre", "Un guerrier du marketing", ""),
    ("armes", "Une alarme à l’atelier", ""),
    ("", "Un écran", ""),
    ("  ", "Un écran", ""),
    ("!!!", "Un écran !!!", ""),
    ("le la les", "Le la les", "Tout est là."),
    ("zzzz", "Un écran", ""),
]


@pytest.mark.parametrize(("topic", "title", "text"), NAMED)
def test_nothing_that_names_a_never_topic(topic: str, title: str, text: str) -> None:
    assert not is_eligible(item(title=title, text=text), never=("autre chose", topic))


@pytest.mark.parametrize(("topic", "title", "text"), NEAR_MISSES)
def test_what_only_looks_like_a_never_topic_stays(topic: str, title: str, text: str) -> None:
    assert is_eligible(item(title=title, text=text), never=(topic,))


@pytest.mark.parametrize(
    ("topic", "title"),
    [
        ("licenciements", "Layoffs at our competitor"),
        ("layoffs", "LAYOFFS ahead"),
        ("grève", "After the strike"),
        ("intelligence artificielle", "What artificial intelligence cannot do"),
        ("IT", "Our IT department moves"),
    ],
)
def test_a_never_topic_holds_in_the_other_language(topic: str, title: str) -> None:
    assert not is_eligible(item(title=title, text="", language=EN), never=(topic,))


def test_an_acronym_is_not_the_small_word_it_is_spelt_like() -> None:
    assert is_eligible(item(title="It was ours", text="", language=EN), never=("IT",))


def test_tags_and_summary_count_as_text() -> None:
    assert not is_eligible(item(tags=("Politique locale",)), never=("politique",))
    assert not is_eligible(item(summary="Un mot de politique."), never=("politique",))


def test_frozen_topics_hold_for_everybody() -> None:
    content = item(title="Le rachat de Voltalis")
    assert not is_eligible(content, limits=Limits(NOW, frozen_topics=("Voltalis",)))
    assert is_eligible(content, limits=Limits(NOW, frozen_topics=("Orionis",)))
