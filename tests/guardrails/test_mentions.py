import pytest

from domain.drafts import Draft
from domain.language import Language
from guardrails.mentions import mentions, topic_of
from guardrails.reading import Reading

FAMILIES = (("panne", "incident", "outage", "down"), ("ouverture", "ouvre", "opening", "opens"))


def mentioned(text: str, topic: str) -> list[str]:
    reading = Reading(Draft(text, Language.FRENCH))
    return [reading.slice(span) for _, span in mentions(reading, (topic,), FAMILIES)]


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("site de Lyon", "Notre site de Lyon"),
        ("site de Lyon", "À Lyon, deux sites"),
        ("site de Lyon", "Bientôt #SiteDeLyon"),
        ("site de Lyon", "Notre SITE de ＬＹＯＮ"),
        ("Lyon site", "Le site, à Lyon"),
        ("ouverture du site de Lyon", "Our Lyon site opens"),
        ("panne de Flow", "Flow was down"),
        ("Panne de Flow", "un incident sur Flow"),
        ("résultats annuels 2025", "Les résultats annuels"),
        ("Lyon", "On se voit à Lyon"),
    ],
)
def test_a_topic_is_mentioned_in_any_form(topic: str, text: str) -> None:
    assert len(mentioned(text, topic)) == 1


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("site de Lyon", "Notre site de Nantes"),
        ("site de Lyon", "Un voyage à Lyon"),
        ("site de Lyon", "Notre site. Un détour par Lyon."),
        ("panne de Flow", "Flow affiche le planning"),
        ("panne de Flow", "Une panne de convoyeur"),
        ("résultats annuels", "Nos rendez-vous annuels"),
        ("site de Lyon", "Le site " + "très " * 20 + "loin de Lyon"),
        ("site de Lyon", ""),
    ],
)
def test_half_a_topic_is_no_mention(topic: str, text: str) -> None:
    assert mentioned(text, topic) == []


def test_the_place_runs_from_the_first_word_to_the_last() -> None:
    assert mentioned("Demain, le site ouvre à Lyon, enfin.", "site de Lyon") == [
        "site ouvre à Lyon"
    ]


def test_what_a_topic_names_is_told_from_its_other_words() -> None:
    topic = topic_of("ouverture du site de Lyon", FAMILIES)
    assert topic.names == {"lyon"}
    assert topic.others == {"ouverture", "sit"}


def test_long_texts_take_linear_time() -> None:
    text = "site " * 4_000
    assert mentioned(text, "site de Lyon") == []
