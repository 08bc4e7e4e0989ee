"""Grants: a platform asks on somebody's behalf only while that person lets it."""

from typing import Any, NamedTuple

import pytest

from domain.people import Ambassador
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Service

INLINE = {
    "title": "Entendre une fuite",
    "text": "L’équipe a mesuré 24 tronçons. Deux capteurs espacés de 180 m suffisent.",
    "language": "fr",
}


class Party(NamedTuple):
    """Somebody with an id and what they send along."""

    id: str
    headers: dict[str, str]


@pytest.fixture
def platform(service: Service) -> Party:
    key_id, key = service.services.access.create_key(Role.PLATFORM, name="intranet")
    return Party(key_id, {"Authorization": f"Bearer {key}"})


@pytest.fixture
def person(service: Service) -> Party:
    people = service.services.people
    ambassador_id = people.create()
    people.turn(ambassador_id, {Purpose.PROFILE: True})
    people.save(Ambassador(ambassador_id=ambassador_id, topics=("acoustique",)))
    _, key = service.services.access.create_key(Role.EMPLOYEE, ambassador_id=ambassador_id)
    return Party(ambassador_id, {"Authorization": f"Bearer {key}"})


def grant(service: Service, person: Party, *platforms: Party) -> Any:
    body = {"platforms": [one.id for one in platforms]}
    return service.client.put("/v1/me/grants", headers=person.headers, json=body)


def ask(service: Service, platform: Party, person: Party) -> list[int]:
    suggested = service.client.post(
        "/v1/recommendations",
        headers=platform.headers,
        json={"ambassador_id": person.id, "k": 1},
    )
    drafted = service.client.post(
        "/v1/drafts",
        headers=platform.headers,
        json={"ambassador_id": person.id, "content": INLINE, "language": "fr"},
    )
    return [suggested.status_code, drafted.status_code]


def test_nothing_is_granted_at_first(service: Service, platform: Party, person: Party) -> None:
    told = service.client.get("/v1/me/grants", headers=person.headers).json()["platforms"]
    assert {"id": platform.id, "name": "intranet", "granted": False} in told
    assert ask(service, platform, person) == [404, 404]


def test_a_platform_asks_for_whom_granted_it_access(
    service: Service, platform: Party, person: Party
) -> None:
    told = grant(service, person, platform).json()["platforms"]
    assert [one["id"] for one in told if one["granted"]] == [platform.id]
    assert ask(service, platform, person) == [200, 200]


def test_another_platform_is_told_nothing(service: Service, platform: Party, person: Party) -> None:
    grant(service, person, platform)
    _, other = service.services.access.create_key(Role.PLATFORM)
    stranger = Party("", {"Authorization": f"Bearer {other}"})
    assert ask(service, stranger, person) == [404, 404]


@pytest.mark.parametrize("role", [Role.EMPLOYEE])
def test_a_colleague_cannot_use_a_grant(
    service: Service, platform: Party, person: Party, role: Role
) -> None:
    grant(service, person, platform)
    assert ask(service, Party("", service.headers(role)), person) == [404, 404]


def test_a_grant_ends_when_it_is_withdrawn(
    service: Service, platform: Party, person: Party
) -> None:
    grant(service, person, platform)
    withdrawn = service.client.delete("/v1/me/grants", headers=person.headers)
    assert withdrawn.status_code == 204
    assert ask(service, platform, person) == [404, 404]


def test_granting_one_platform_withdraws_the_others(
    service: Service, platform: Party, person: Party
) -> None:
    grant(service, person, platform)
    key_id, _ = service.services.access.create_key(Role.PLATFORM)
    grant(service, person, Party(key_id, {}))
    assert ask(service, platform, person) == [404, 404]


def test_a_grant_survives_the_rotation_of_the_platforms_key(
    service: Service, platform: Party, person: Party
) -> None:
    grant(service, person, platform)
    key = service.services.access.rotate_key(platform.id)
    rotated = Party(platform.id, {"Authorization": f"Bearer {key}"})
    assert ask(service, rotated, person) == [200, 200]


def test_a_grant_is_exported_and_goes_with_its_person(
    service: Service, platform: Party, person: Party
) -> None:
    grant(service, person, platform)
    kept = service.services.export.of(person.id)["kept"]["grants"]
    assert [one["key_id"] for one in kept] == [platform.id]
    service.client.delete("/v1/me", headers=person.headers)
    assert not service.services.grants.holds(person.id, platform.id)
    assert ask(service, platform, person) == [404, 404]


def test_only_a_platform_in_use_can_be_granted_access(
    service: Service, platform: Party, person: Party
) -> None:
    comms, _ = service.services.access.create_key(Role.COMMS)
    service.services.access.revoke_key(platform.id)
    for key_id in (platform.id, comms, "key_none"):
        answer = grant(service, person, Party(key_id, {}))
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "platforms")
