"""Proposals over HTTP: named or not, questions about images, accepted or declined once."""

from secrets import token_hex
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Make, Service
from tests.api.people import Person

SPRING = {"id": "printemps", "name": "Printemps", "objective": "awareness"}
BASE = {"title": "Une nuit sur le réseau", "text": "Deux heures pour une fuite.", "language": "fr"}


def team(service: Service, method: str, path: str, **more: Any) -> Any:
    return service.client.request(method, path, headers=service.headers(Role.COMMS), **more)


def listed(service: Service, proposal_id: str, state: str = "open") -> Any:
    found = team(service, "GET", f"/v1/proposals?state={state}").json()["proposals"]
    return next((one for one in found if one["id"] == proposal_id), None)


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ({}, None),
        ({"name": "Léa Testard"}, None),
        ({"named": True, "name": "Léa Testard"}, "Léa Testard"),
        ({"named": True}, "Nom du profil"),
    ],
)
def test_the_team_reads_a_name_only_when_its_author_said_so(
    service: Service, sent: dict[str, Any], name: str | None
) -> None:
    person = Person(service, Purpose.PROFILE)
    person.call("PUT", json={"name": "Nom du profil"})
    made = person.call("POST", "/proposals", json=BASE | sent).json()
    seen = listed(service, made["id"])
    assert seen["name"] == name
    assert person.ambassador_id not in str(seen)
    assert made in person.call("GET", "/proposals").json()["proposals"]


def test_naming_needs_a_name(service: Service) -> None:
    refused = Person(service).call("POST", "/proposals", json=BASE | {"named": True})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "name")


@pytest.mark.parametrize(
    ("image", "asked"),
    [
        ({}, ["rights", "people_agreed", "alt"]),
        ({"alt": "Un capteur", "rights": "CC BY", "people_agreed": True}, []),
        ({"alt": "Un capteur", "rights": "CC BY", "people_agreed": False}, ["people_agreed"]),
        ({"alt": "Un capteur", "people_agreed": True}, ["rights"]),
    ],
)
def test_what_is_not_known_of_an_image_is_a_question_that_stops_nothing(
    service: Service, image: dict[str, Any], asked: list[str]
) -> None:
    images = [{"url": "https://www.tessonde.example/i/nuit.jpg", **image}]
    made = Person(service).call("POST", "/proposals", json=BASE | {"images": images})
    assert made.status_code == 201
    questions = made.json()["questions"]
    assert [one["about"] for one in questions] == asked
    assert {one["severity"] for one in questions} <= {"warn"}
    assert all(one["message"]["fr"] and one["message"]["en"] for one in questions)


def test_an_accepted_proposal_is_content_and_its_author_learns_of_it(service: Service) -> None:
    person = Person(service)
    made = person.call("POST", "/proposals", json=BASE).json()
    team(service, "POST", "/v1/campaigns", json=SPRING)
    decision = {"decision": "accept", "campaign": "printemps"}
    accepted = team(service, "PUT", f"/v1/proposals/{made['id']}", json=decision).json()
    assert accepted["state"] == "accepted"
    content = team(service, "GET", f"/v1/contents/{accepted['content_id']}").json()
    assert (content["title"], content["campaign"]) == (BASE["title"], "printemps")
    (mine,) = person.call("GET", "/proposals").json()["proposals"]
    assert mine["state"] == "accepted"
    again = team(service, "PUT", f"/v1/proposals/{made['id']}", json=decision)
    assert (again.status_code, again.json()["code"]) == (409, "conflict")
    assert person.call("DELETE", f"/proposals/{made['id']}").status_code == 204
    assert team(service, "GET", f"/v1/contents/{accepted['content_id']}").status_code == 404


def test_a_declined_proposal_is_no_content(service: Service) -> None:
    made = Person(service).call("POST", "/proposals", json=BASE).json()
    declined = team(service, "PUT", f"/v1/proposals/{made['id']}", json={"decision": "decline"})
    assert (declined.json()["state"], declined.json()["content_id"]) == ("declined", None)
    assert listed(service, made["id"]) is None
    assert listed(service, made["id"], "declined")


def test_erasing_an_author_leaves_no_byte_of_their_content_in_any_store_or_index(
    make_demo: Make,
) -> None:
    services, mark = make_demo(), f"canary{token_hex(8)}"
    _, key = services.access.create_key(Role.COMMS)
    with TestClient(create_app(services)) as client:
        person = Person(Service(client, services, {}, ""))
        sent = BASE | {"text": f"Une fuite au {mark}lieu, trouvée en deux heures."}
        made = person.call("POST", "/proposals", json=sent).json()
        headers = {"Authorization": f"Bearer {key}"}
        path = f"/v1/proposals/{made['id']}"
        accepted = client.put(path, headers=headers, json={"decision": "accept"})
        content_id = accepted.json()["content_id"]
        services.live.refresh()
        services.live.settle()
        fingerprint = services.live.encoder.fingerprint
        vector = services.contents.vectors(fingerprint, [content_id])[content_id]
        folder = services.settings.data_dir
        # Most of a vector may be zeros, which stand everywhere.
        places = range(0, len(vector) - 64, 4)
        start = max(places, key=lambda at: sum(map(bool, vector[at : at + 64])))
        traces = (mark.encode(), vector[start : start + 64], made["id"].encode())
        assert all(holding(folder, trace) for trace in traces)
        assert holding(folder / "index", content_id.encode())
        assert person.call("DELETE").status_code == 204
        assert holding(folder, *traces) == []
        assert holding(folder / "index", content_id.encode()) == []


def holding(folder: Any, *marks: bytes) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if any(mark in path.read_bytes() for mark in marks)]
