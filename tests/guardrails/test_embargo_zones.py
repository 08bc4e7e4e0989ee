"""Hours of embargoes: in the zone of the organisation, at midnight and when clocks change."""

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from domain.drafts import Draft
from domain.language import Language
from domain.review import Circumstances
from guardrails.cases import Company
from guardrails.reading import Reading
from tests.guardrails.shipped import rule

TEXTS = {
    Language.FRENCH: "Notre site de Lyon ouvre bientôt.",
    Language.ENGLISH: "The Lyon site opens soon.",
}


def company(until: str, zone: str | None) -> Company:
    return Company.model_validate(
        {
            "name": "Ardemont",
            "time_zone": zone,
            "embargoes": [
                {"topic": topic, "until": until} for topic in ("site de Lyon", "Lyon site")
            ],
        }
    )


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("until", "zone", "free_at"),
    [
        ("2026-03-12T09:00:00Z", "Europe/Paris", "2026-03-12T09:00"),
        ("2026-03-12T09:00:00+02:00", "Europe/Paris", "2026-03-12T07:00"),
        ("2026-03-12T09:00:00", None, "2026-03-12T09:00"),
        ("2026-03-12T09:00:00", "Europe/Paris", "2026-03-12T08:00"),
        ("2026-07-12T09:00:00", "Europe/Paris", "2026-07-12T07:00"),
        ("2026-03-12T09:00:00", "America/New_York", "2026-03-12T13:00"),
        ("2026-03-12T00:00:00", "Europe/Paris", "2026-03-11T23:00"),
        ("2026-03-12", "Europe/Paris", "2026-03-11T23:00"),
        ("2026-03-12", "America/Montreal", "2026-03-12T04:00"),
        # 02:30 does not exist in Paris on that day, and comes twice on the other.
        ("2026-03-29T02:30:00", "Europe/Paris", "2026-03-29T01:30"),
        ("2026-10-25T02:30:00", "Europe/Paris", "2026-10-25T01:30"),
        ("2026-10-25T03:00:00", "Europe/Paris", "2026-10-25T02:00"),
    ],
)
def test_a_topic_is_free_from_its_hour_on(
    language: Language, until: str, zone: str | None, free_at: str
) -> None:
    organization = company(until, zone).as_organization()
    instant = datetime.fromisoformat(free_at).replace(tzinfo=UTC)
    reading = Reading(Draft(TEXTS[language], language))
    for now, stopped in ((instant - timedelta(microseconds=1), True), (instant, False)):
        around = Circumstances(now=now, organization=organization)
        assert bool(list(rule("CH-09").inspect(reading, around))) is stopped


@pytest.mark.parametrize("zone", [None, "Europe/Paris", "America/New_York"])
@pytest.mark.parametrize("language", Language)
def test_an_embargo_may_last_for_ever(language: Language, zone: str | None) -> None:
    organization = company("9999-12-31T23:59:59", zone).as_organization()
    around = Circumstances(now=datetime(2026, 3, 1, tzinfo=UTC), organization=organization)
    assert list(rule("CH-09").inspect(Reading(Draft(TEXTS[language], language)), around))


@pytest.mark.parametrize(
    ("zone", "fr", "en"),
    [
        (None, "12/03/2026 à 09:00 UTC", "2026-03-12 09:00 UTC"),
        ("Europe/Paris", "12/03/2026 à 10:00 (Europe/Paris)", "2026-03-12 10:00 (Europe/Paris)"),
    ],
)
def test_the_hour_is_told_where_the_organisation_is(zone: str | None, fr: str, en: str) -> None:
    organization = company("2026-03-12T09:00:00Z", zone).as_organization()
    around = Circumstances(now=datetime(2026, 3, 1, tzinfo=UTC), organization=organization)
    reading = Reading(Draft(TEXTS[Language.FRENCH], Language.FRENCH))
    (finding,) = rule("CH-09").inspect(reading, around)
    assert fr in finding.message.fr
    assert en in finding.message.en


@pytest.mark.parametrize("zone", ["Europe/Lyon", "", "../etc/passwd", "CEST+1"])
def test_a_zone_that_is_none_is_told_with_the_remedy(zone: str) -> None:
    with pytest.raises(ValidationError, match="Europe/Paris"):
        company("2026-03-12T09:00:00", zone)
