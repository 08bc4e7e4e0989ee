"""A report says why it is not kept, and which of its figures are hard to believe."""

from typing import Any

import pytest

from domain.roles import Role
from tests.api.conftest import Service

WEEK = {"from": "2026-03-02", "to": "2026-03-08", "people": 8}


def said(service: Service, place: int, **figures: Any) -> tuple[str, dict[str, str]]:
    content = service.services.live.current().snapshot.items[place].content_id
    headers = service.headers(Role.COMMS)
    sent = WEEK | {"content_id": content} | figures
    told = service.client.post("/v1/outcomes", headers=headers, json=sent).json()
    return told["counted"], told["message"]


def test_too_few_people_and_covered_weeks_are_told_apart(service: Service) -> None:
    counted, few = said(service, 0, people=3)
    assert counted == "withheld"
    assert "cinq personnes" in few["fr"]
    assert "five people" in few["en"]
    assert said(service, 0)[0] == "content"
    counted, covered = said(service, 0)
    assert counted == "withheld"
    assert "semaines" in covered["fr"]
    assert "cinq" not in covered["fr"]
    assert "weeks" in covered["en"]
    assert "five" not in covered["en"]


@pytest.mark.parametrize(
    ("place", "figures", "is_doubted"),
    [
        (1, {"reach": 10, "engagements": 5_000}, True),
        (2, {"reach": 10, "conversions": 11}, True),
        (3, {"reach": 10, "engagements": 10, "clicks": 4}, False),
        (4, {"reach": 0, "engagements": 40}, False),
        (5, {"engagements": 40}, False),
    ],
)
def test_more_deeds_than_people_reached_are_asked_about(
    service: Service, place: int, figures: dict[str, int], *, is_doubted: bool
) -> None:
    counted, message = said(service, place, **figures)
    assert counted == "content"
    assert ("À vérifier" in message["fr"]) is is_doubted
    assert ("Please check" in message["en"]) is is_doubted
