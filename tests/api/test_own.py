"""One's own voice, drafts and signals over HTTP."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.drafting import draft_for
from api.schemas.drafts import DraftsIn
from domain.content import ContentItem
from domain.errors import StorageUnavailable
from domain.language import Language
from domain.proposals import Proposal
from domain.purposes import Purpose
from domain.roles import Caller, Role
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
    (told, *_) = withheld["findings"]
    clauses = service.services.guard.charter.charter.clauses
    (name,) = (one.name for one in clauses if one.id == told["rule"])
    assert name.fr in told["message"]["fr"]
    assert name.en in told["message"]["en"]
    assert "a changé" in withheld["message"]["fr"]
    assert "has changed" in withheld["message"]["en"]
    ended = replace(short, digest="ended", expires_at=datetime.now(UTC) - timedelta(hours=1))
    contents.save([ended], vectors={}, encoder="none")
    assert person.call("GET", "/drafts").json()["withheld"][0]["reason"] == "not_live"


NOTE = "J’ai posé le premier boulon du banc."


@pytest.mark.parametrize("is_posted_again", [False, True])
def test_a_content_that_the_team_deletes_takes_nobodys_draft_with_it(
    service: Service, content: ContentItem, *, is_posted_again: bool
) -> None:
    person, contents = Person(service, Purpose.DRAFTS), service.services.contents
    mine = replace(content, content_id="zz2", url=None)
    contents.save([mine], vectors={}, encoder="none")
    (made, *_) = asks(person, mine, n=1, notes=[NOTE])
    deleted = service.client.delete("/v1/contents/zz2", headers=service.headers(Role.COMMS))
    assert deleted.status_code == 204
    found = person.call("GET", "/drafts").json()
    assert [(one["id"], one["reason"]) for one in found["withheld"]] == [(made["id"], "not_live")]
    assert "retiré" in found["withheld"][0]["message"]["fr"]
    assert "withdrawn" in found["withheld"][0]["message"]["en"]
    (kept,) = person.call("GET", "/export").json()["kept"]["drafts"]
    assert (kept["notes"], kept["text"]) == ([NOTE], made["text"])
    if is_posted_again:
        contents.save([mine], vectors={}, encoder="none")
        (shown,) = person.call("GET", "/drafts").json()["drafts"]
        assert shown["text"] == made["text"]
    assert person.call("DELETE", f"/drafts/{made['id']}").status_code == 204
    assert person.call("GET", "/drafts").json() == {"drafts": [], "withheld": []}


def test_an_erased_author_of_a_proposal_is_in_no_draft_of_a_content_deleted_before(
    service: Service,
) -> None:
    services, person = service.services, Person(service, Purpose.DRAFTS)
    author = services.people.create()
    asked = Proposal(
        proposal_id="",
        title="Une nuit",
        text="Deux heures pour une fuite.",
        language=Language.FRENCH,
        proposed_on=datetime.now(UTC).date(),
    )
    proposal_id = services.proposals.propose(author, asked)
    headers = service.headers(Role.COMMS)
    path = f"/v1/proposals/{proposal_id}"
    decided = service.client.put(path, headers=headers, json={"decision": "accept"})
    made_of_it = services.contents.get(decided.json()["content_id"])
    asks(person, made_of_it, n=1)
    services.contents.delete(made_of_it.content_id)
    assert len(person.call("GET", "/drafts").json()["withheld"]) == 1
    services.erasure.erase(author)
    assert person.call("GET", "/drafts").json() == {"drafts": [], "withheld": []}
    # A look at the catalogue meanwhile would still suggest it for seconds, to the next tests too.
    service.services.live.refresh()


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
    given = person.call("POST", "/signals", json=said)
    assert given.status_code == 201, given.text
    again = person.send("POST", "/v1/recommendations", json={"k": 100}).json()["items"]
    assert sum(one["content_id"] == first["content_id"] for one in again) == shown
    person.call("DELETE", "/signals")
    again = person.send("POST", "/v1/recommendations", json={"k": 100}).json()["items"]
    assert first["content_id"] in {one["content_id"] for one in again}


LEAKS = ("Why a leak is easier", "Pourquoi une fuite s’entend mieux")


def test_what_was_set_aside_is_not_suggested_in_the_other_language_either(service: Service) -> None:
    person = Person(service, *SIGNALLING, Purpose.PROFILE)
    person.call("PUT", "", json={"languages": ["fr", "en"]})

    def suggested() -> dict[str, str]:
        found = person.send("POST", "/v1/recommendations", json={"k": 100}).json()["items"]
        return {one["title"]: one["content_id"] for one in found}

    english, french = (
        next(content_id for title, content_id in suggested().items() if title.startswith(leak))
        for leak in LEAKS
    )
    before = set(suggested().values())
    person.call("POST", "/signals", json={"content_id": french, "signal": "dismissed"})
    assert before - set(suggested().values()) == {english, french}
    person.call("POST", "/signals", json={"content_id": english, "signal": "kept"})
    assert before - set(suggested().values()) == {french}
    person.call("DELETE", "/signals")
    assert set(suggested().values()) == before


def test_a_reservation_is_short_without_its_purpose(service: Service, content: ContentItem) -> None:
    person = Person(service)
    (long, *_) = asks(person, content, n=1)
    person.call("PUT", "/purposes", json={"fingerprints": False})
    (short, *_) = asks(person, content, n=1)
    reserved = [one["distinctness"] for one in (long, short)]
    assert [one["reserved"] for one in reserved] == ["yes", "short"]  # type: ignore[index]  # a JSON object
    held = service.services.reservations.live(content.content_id)
    live = {one.reservation_id: one for one in held}
    assert long["id"] not in live
    left = live[str(short["id"])].ends_at - datetime.now(UTC)
    assert timedelta(minutes=14) < left <= timedelta(minutes=15)


def test_what_was_held_for_a_draft_that_is_not_given_is_let_go(
    service: Service, content: ContentItem
) -> None:
    """The draft is held already when something that nobody foresaw fails."""
    services = service.services
    person = Person(service)
    reserve = services.drafter.reservations

    @dataclass
    class FailsOnceHeld:
        held: list[str] = field(default_factory=list)

        async def neighbours(self, content_key: str, *, but: str) -> Any:
            return await reserve.neighbours(content_key, but=but)

        async def own(self, content_key: str, *, owner: str) -> Any:
            return await reserve.own(content_key, owner=owner)

        async def reserve(self, reservation: Any, comparer: Any) -> Any:
            await reserve.reserve(reservation, comparer)
            self.held.append(reservation.reservation_id)
            raise StorageUnavailable("full")

    before = services.reservations.live(content.content_id)
    after = FailsOnceHeld()
    failing = replace(services.drafter, reservations=after)
    # A second set of services over the same database, whose drafter is the failing one.
    beside = replace(services)
    beside.__dict__["_drafter"] = failing
    asked = DraftsIn(content_id=content.content_id, language=content.language)
    caller = Caller(Role.EMPLOYEE, person.ambassador_id)
    with pytest.raises(StorageUnavailable):
        asyncio.run(draft_for(beside, caller, asked))
    assert after.held
    assert services.reservations.live(content.content_id) == before
