"""One's own voice, drafts and signals over HTTP."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.content import ContentItem
from domain.language import Language
from domain.purposes import Purpose
from tests.api.conftest import Service
from tests.api.people import Person

SIGNALLING = (Purpose.SIGNALS, Purpose.PROFILE)


@pytest.fixture
def content(service: Service) -> ContentItem:
    (found, *_), _ = service.services.contents.page(language=Language.FRENCH, limit=1)
    return found


def asks(person: Person, content: ContentItem, **more: object) -> list[dict[str, object]]:
    asked = {"content_id": content.content_id, "language": "fr", "n": 2, **more}
    answer = person.send("POST", "/v1/drafts", json=asked)
    assert answer.status_code == 200, answer.text
    drafts: list[dict[str, object]] = answer.json()["drafts"]
    return drafts


def test_posts_are_kept_and_corrected_while_voice_is_on(service: Service) -> None:
    person = Person(service)
    refused = person.call("PUT", "/voice", json={"posts": ["Un post."]})
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "voice")
    person.call("PUT", "/purposes", json={"voice": True})
    assert person.call("PUT", "/voice", json={"posts": ["Un post."]}).json()["posts"] == [
        "Un post."
    ]
    assert person.call("GET").json()["posts"] == ["Un post."]
    person.call("PUT", "/purposes", json={"voice": False})
    assert person.call("GET", "/voice").json()["posts"] == []


def test_drafts_are_found_again_only_with_their_purpose(
    service: Service, content: ContentItem
) -> None:
    willing, other = Person(service, Purpose.DRAFTS), Person(service)
    made = asks(willing, content)
    asks(other, content)
    found = willing.call("GET", "/drafts").json()
    assert {one["id"] for one in found["drafts"]} == {one["id"] for one in made}
    assert all(one["verdict"]["outcome"] == "allow" for one in found["drafts"])
    assert other.call("GET", "/drafts").json() == {"drafts": [], "withheld": []}
    willing.call("PUT", "/purposes", json={"drafts": False})
    assert willing.call("GET", "/drafts").json() == {"drafts": [], "withheld": []}


def test_drafts_on_content_sent_along_are_not_kept(service: Service) -> None:
    person = Person(service, Purpose.DRAFTS)
    inline = {
        "title": "Sable",
        "text": "Sur la fonte, deux capteurs espacés de 180 m suffisent pour entendre une fuite.",
        "language": "fr",
    }
    asked = {"content": inline, "language": "fr"}
    assert person.send("POST", "/v1/drafts", json=asked).status_code == 200
    assert person.call("GET", "/drafts").json()["drafts"] == []


def test_a_draft_that_no_longer_passes_is_withheld_without_its_text(
    service: Service, content: ContentItem
) -> None:
    person = Person(service, Purpose.DRAFTS)
    contents = service.services.contents
    short = replace(
        content,
        content_id="changing",
        text="Deux capteurs suffisent sur 180 m de fonte. L’équipe a mesuré 24 tronçons.",
        digest="before",
        url=None,
    )
    contents.save([short], vectors={}, encoder="none")
    (made, *_) = asks(person, short, n=1)
    changed = replace(short, text="Rien de tout cela n’est vrai.", title="Autre", digest="after")
    contents.save([changed], vectors={}, encoder="none")
    found = person.call("GET", "/drafts").json()
    assert found["drafts"] == []
    (withheld,) = found["withheld"]
    assert (withheld["id"], withheld["reason"]) == (made["id"], "charter")
    assert str(made["text"])[:30] not in str(found)
    ended = replace(short, digest="ended", expires_at=datetime.now(UTC) - timedelta(hours=1))
    contents.save([ended], vectors={}, encoder="none")
    assert person.call("GET", "/drafts").json()["withheld"][0]["reason"] == "not_live"
    contents.delete("changing")
    assert person.call("GET", "/drafts").json() == {"drafts": [], "withheld": []}


def test_a_draft_let_go_frees_its_angle_for_others(service: Service, content: ContentItem) -> None:
    person = Person(service)
    (made, *_) = asks(person, content, n=1)
    reservations = service.services.reservations
    held = {one.reservation_id for one in reservations.live(content.content_id)}
    assert made["id"] in held
    assert Person(service).call("DELETE", f"/drafts/{made['id']}").status_code == 404
    assert person.call("DELETE", f"/drafts/{made['id']}").status_code == 204
    held = {one.reservation_id for one in reservations.live(content.content_id)}
    assert made["id"] not in held
    assert person.call("DELETE", f"/drafts/{made['id']}").status_code == 404


@pytest.mark.parametrize("way", ["query", "body", "all"])
def test_a_signal_is_given_and_taken_back(service: Service, content: ContentItem, way: str) -> None:
    person = Person(service, *SIGNALLING)
    said = {"content_id": content.content_id, "signal": "kept"}
    given = person.call("POST", "/signals", json=said)
    assert (given.status_code, given.json()["signals"]) == (201, {content.content_id: "kept"})
    more = {"query": {"params": {"content_id": content.content_id}}, "body": {"json": said}}
    assert person.call("DELETE", "/signals", **more.get(way, {})).status_code == 204
    assert person.call("GET", "/signals").json()["signals"] == {}


def test_a_signal_is_refused_while_its_purpose_is_off(
    service: Service, content: ContentItem
) -> None:
    said = {"content_id": content.content_id, "signal": "kept"}
    refused = Person(service).call("POST", "/signals", json=said)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "signals")
    unknown = said | {"content_id": "nowhere"}
    assert Person(service, *SIGNALLING).call("POST", "/signals", json=unknown).status_code == 404


@pytest.mark.parametrize(("signal", "shown"), [("dismissed", 0), ("not_me", 0), ("kept", 1)])
def test_what_was_set_aside_is_not_suggested_again(
    service: Service, signal: str, shown: int
) -> None:
    person = Person(service, *SIGNALLING)
    first = person.send("POST", "/v1/recommendations", json={"k": 1}).json()["items"][0]
    said = {"content_id": first["content_id"], "signal": signal}
    person.call("POST", "/signals", json=said)
    again = person.send("POST", "/v1/recommendations", json={"k": 100}).json()["items"]
    assert sum(one["content_id"] == first["content_id"] for one in again) == shown
    person.call("DELETE", "/signals")
    again = person.send("POST", "/v1/recommendations", json={"k": 100}).json()["items"]
    assert first["content_id"] in {one["content_id"] for one in again}
