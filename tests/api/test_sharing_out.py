"""Fifty colleagues alike are not all sent one article, and nothing tells that any of them asked."""

from collections import Counter

import pytest

from api import asking
from api.schemas.recommendations import RecommendationsIn
from api.wiring import Services
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.purposes import Purpose
from domain.roles import Caller, Role
from tests.api.conftest import Make, Service
from tests.builders import item

SUBJECTS = ("pommes", "ponts", "phares", "forges", "vergers", "moulins", "barques", "lampes")


@pytest.fixture
def services(make_services: Make) -> Services:
    """Return services with contents that fit everybody alike."""
    found = make_services()
    contents = [
        item(content_id=name, title=f"Sujet {name}", text=name, published_at=None)
        for name in SUBJECTS
    ]
    vectors, encoder = found.live.embed(contents), found.live.encoder.fingerprint
    found.contents.save(contents, vectors=vectors, encoder=encoder)
    found.live.refresh()
    return found


def _colleague(services: Services, number: int) -> Caller:
    ambassador_id = services.people.create()
    services.people.turn(ambassador_id, {Purpose.PROFILE: True})
    mix = {ProfileType.EXPERT: 0.7 + number / 500, ProfileType.REPORTER: 0.3 - number / 500}
    services.people.save(
        Ambassador(
            ambassador_id=ambassador_id, languages=(Language.FRENCH,), profile=ProfileMix(mix)
        )
    )
    return Caller(Role.EMPLOYEE, ambassador_id=ambassador_id)


def _first(services: Services, caller: Caller, k: int = 1) -> list[str]:
    found = asking.recommend(services, caller, RecommendationsIn(k=k))
    return [one.item.content_id for one in found.items]


def test_fifty_colleagues_alike_are_not_sent_the_same_article(services: Services) -> None:
    colleagues = [_colleague(services, number) for number in range(50)]
    first = Counter(_first(services, one)[0] for one in colleagues)
    assert set(first) == set(SUBJECTS)
    assert max(first.values()) <= 15


def test_what_somebody_is_shown_does_not_tell_that_others_asked(services: Services) -> None:
    one = _colleague(services, 0)
    before = asking.recommend(services, one, RecommendationsIn(k=8))
    for number in range(1, 30):
        _first(services, _colleague(services, number), k=8)
    assert asking.recommend(services, one, RecommendationsIn(k=8)) == before


def test_a_platform_has_turns_for_each_name_and_answers_nameless_people_alike(
    service: Service,
) -> None:
    headers = service.headers(Role.PLATFORM)

    def shown(**described: str) -> list[str]:
        body = {"ambassador": {"languages": ["fr"], **described}, "k": 5}
        answer = service.client.post("/v1/recommendations", headers=headers, json=body)
        return [one["content_id"] for one in answer.json()["items"]]

    orders = {tuple(shown(name=f"Collègue {number}")) for number in range(12)}
    assert len(orders) > 3
    assert shown(name="Collègue 1") == shown(name="Collègue 1")
    assert shown() == shown()
