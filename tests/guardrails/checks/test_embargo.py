from datetime import UTC, datetime, timedelta, timezone

import pytest

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances
from guardrails.checks.base import Rule
from guardrails.reading import Reading
from tests.contracts.rule import RuleContract
from tests.guardrails.shipped import circumstances, found, rule


class TestContract(RuleContract):
    fragments = ("le site de Lyon ouvre", "the Lyon site", "#SiteDeLyon", "Lyon")

    def rule(self) -> Rule:
        return rule("CH-09")

    def circumstances(self) -> Circumstances:
        return circumstances()


UNTIL = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Notre site de Lyon ouvre bientôt."),
        ("fr", "À Lyon, le nouveau site vous attend."),
        ("fr", "Un indice : #SiteDeLyon"),
        ("en", "The Lyon site opens soon."),
        ("en", "Two sites in Lyon, soon."),
    ],
)
def test_nothing_is_said_before_the_hour(language: str, text: str) -> None:
    assert len(found("CH-09", text, language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Notre site de Nantes ouvre bientôt."),
        ("fr", "Un voyage à Lyon. Notre site web change."),
        ("fr", "Lyonnaises, Lyonnais, bonjour."),
        ("en", "The Nantes site opens soon."),
        ("en", "See you in Lyon."),
    ],
)
def test_another_topic_is_free(language: str, text: str) -> None:
    assert found("CH-09", text, language) == []


@pytest.mark.parametrize(
    ("now", "is_free"),
    [
        (UNTIL - timedelta(microseconds=1), False),
        (UNTIL, True),
        (UNTIL + timedelta(minutes=5), True),
        (UNTIL.astimezone(timezone(timedelta(hours=2))), True),
    ],
)
def test_the_hour_itself_frees_the_topic(now: datetime, is_free: bool) -> None:  # noqa: FBT001 - a column of the table
    around = circumstances(now=now)
    assert (found("CH-09", "Le site de Lyon ouvre.", "fr", around) == []) is is_free


@pytest.mark.parametrize(
    ("topic", "text"),
    [
        ("ouverture du site de Lyon", "Our Lyon site is opening"),
        ("lancement de Flow 5", "Flow 5 sort demain"),
        ("acquisition de Norvia", "We are buying Norvia"),
        ("annual results 2025", "The annual results are in"),
    ],
)
def test_a_topic_is_known_in_the_other_language_and_other_forms(topic: str, text: str) -> None:
    around = circumstances(embargoes=[{"topic": topic, "until": UNTIL}])
    assert len(found("CH-09", text, "en", around)) == 1


def test_the_finding_says_until_when() -> None:
    reading = Reading(Draft("Le site de Lyon ouvre.", Language.FRENCH))
    (finding,) = rule("CH-09").inspect(reading, circumstances())
    assert "12/03/2026 à 09:00 UTC" in finding.message.fr
    assert "2026-03-12 09:00 UTC" in finding.message.en
