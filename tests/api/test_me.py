"""One's own record over HTTP: nothing without its purpose, everything out, everything gone."""

import pytest

from tests.api.conftest import Service
from tests.api.people import Person


@pytest.fixture
def person(service: Service) -> Person:
    return Person(service)


def test_nothing_is_kept_before_its_purpose_is_on(person: Person) -> None:
    refused = person.call("PUT", json={"topics": ["acoustique"]})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "profile")
    assert person.call("GET").json()["topics"] == []


def test_what_is_said_is_kept_until_its_purpose_is_off(person: Person) -> None:
    person.call("PUT", "/purposes", json={"profile": True, "voice": True})
    said = {"topics": ["acoustique"], "posts": ["Un post."], "profile_type": {"expert": 1}}
    assert person.call("PUT", json=said).json()["posts"] == ["Un post."]
    purposes = person.call("PUT", "/purposes", json={"voice": False}).json()
    assert (purposes["voice"], purposes["profile"]) == (False, True)
    assert person.call("GET").json()["posts"] == []
    assert person.call("GET").json()["topics"] == ["acoustique"]


def test_the_export_says_what_is_kept_and_why(person: Person) -> None:
    person.call("PUT", "/purposes", json={"profile": True})
    person.call("PUT", json={"name": "Nouvelle Personne"})
    exported = person.call("GET", "/export").json()
    assert exported["kept"]["ambassadors"][0]["name"] == "Nouvelle Personne"
    assert exported["meaning"]["ambassadors"]["name"]["purpose"] == "profile"


def test_an_erased_person_is_nobody(service: Service, person: Person) -> None:
    assert person.call("DELETE").status_code == 204
    assert person.call("GET").status_code == 401
    assert not service.services.people.exists(person.ambassador_id)


def test_an_unknown_purpose_is_refused(person: Person) -> None:
    assert person.call("PUT", "/purposes", json={"surveillance": True}).status_code == 422
