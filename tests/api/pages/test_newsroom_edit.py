from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.content import ContentItem, ContentState, Image
from domain.deeds import Action
from domain.language import Language
from domain.roles import Role
from recommender.catalogue.items import accept, digest
from recommender.catalogue.rows import Accepted, Place, Record
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn

NEW = {"title": "Une fuite à Vierzon", "text": "Deux capteurs l'entendent.", "language": "fr"}


def plain(page: str) -> str:
    return page.replace("\u00a0", " ").replace("\u202f", " ").replace("&#39;", "'")


def added(service: Service, sign_in: SignIn, title: str, **more: str) -> str:
    answer = sign_in(Role.COMMS).send("/add-content", **{**NEW, "title": title, **more})
    assert answer.status_code == 303
    content_id = answer.headers["location"].removeprefix("/newsroom/")
    assert service.services.contents.get(content_id).title == title
    return content_id


def test_a_content_is_added_by_hand(service: Service, sign_in: SignIn) -> None:
    content_id = added(
        service,
        sign_in,
        "Ajouté à la main",
        tags="acoustique, fuites",
        embargo_until="2027-03-01T08:00",
        url="https://www.tessonde.example/main",
    )
    item = service.services.contents.get(content_id)
    assert item.tags == ("acoustique", "fuites")
    assert str(item.embargo_until) == "2027-03-01 08:00:00+00:00"
    page = plain(sign_in(Role.COMMS, language="fr").get(f"/newsroom/{content_id}").text)
    assert "1er mars 2027" in page
    trail, _ = service.services.audit.page(limit=5, offset=0)
    assert Action.CONTENT_ADDED in {one.deed.action for one in trail}


@pytest.mark.parametrize(
    ("wrong", "french", "english"),
    [
        ({"text": " "}, "Texte : à remplir", "Text: fill it in"),
        (
            {"url": "www.example.org"},
            "Adresse de la page : écrivez une",
            "Address of the page: wri",
        ),
        (
            {"expires_at": "demain"},
            "Expire le : écrivez une date et une h",
            "Expires: write a date",
        ),
        ({"campaign": "nope"}, "Campagne : elle n’existe pas", "Campaign: there is no such one"),
        (
            {"embargo_until": "2027-02-01T00:00", "expires_at": "2027-01-01T00:00"},
            "Expire le : c’est avant la fin de l’embargo",
            "Expires: this is before the end of the embargo",
        ),
    ],
)
def test_what_cannot_be_is_told_by_field_and_nothing_typed_is_lost(
    sign_in: SignIn, wrong: dict[str, str], french: str, english: str
) -> None:
    for language, said in (("fr", french), ("en", english)):
        answer = sign_in(Role.COMMS, language=language).send("/add-content", **{**NEW, **wrong})
        assert answer.status_code == 422
        assert said in plain(answer.text)
        assert NEW["title"] in answer.text


def change(service: Service, sign_in: SignIn, content_id: str, act: str, **more: str) -> int:
    version = service.services.contents.get(content_id).digest
    path, fields = f"/newsroom/{content_id}", {"version": version, "act": act, **more}
    return int(sign_in(Role.COMMS).send(path, **fields).status_code)


def test_an_embargo_is_set_a_content_is_ended_and_withdrawn(
    service: Service, sign_in: SignIn
) -> None:
    content_id = added(
        service, sign_in, "D'abord en ligne", tags="fuites", expires_at="2032-01-01T00:00:07"
    )
    comms = sign_in(Role.COMMS, language="en")
    assert (
        change(
            service,
            sign_in,
            content_id,
            "when",
            embargo_until="2031-03-01T08:00",
            expires_at="2032-01-01T00:00",
        )
        == 303
    )
    assert str(service.services.contents.get(content_id).expires_at).startswith(
        "2032-01-01 00:00:07"
    )
    assert "Under embargo" in comms.get(f"/newsroom/{content_id}").text
    assert service.services.contents.get(content_id).tags == ("fuites",)
    assert change(service, sign_in, content_id, "end") == 303
    assert "Expired" in comms.get(f"/newsroom/{content_id}").text
    assert change(service, sign_in, content_id, "withdraw") == 422
    assert service.services.contents.is_kept(content_id)
    assert change(service, sign_in, content_id, "withdraw", sure="yes") == 303
    assert comms.get(f"/newsroom/{content_id}").status_code == 404


@pytest.mark.parametrize("act", ["when", "end", "withdraw"])
def test_what_somebody_else_changed_meanwhile_is_not_overwritten(
    service: Service, sign_in: SignIn, act: str
) -> None:
    content_id = added(service, sign_in, f"Changé entre-temps {act}")
    comms = sign_in(Role.COMMS, language="fr")
    answer = comms.send(f"/newsroom/{content_id}", act=act, sure="yes", version="another")
    assert answer.status_code == 409
    assert "a changé entre-temps" in answer.text
    assert service.services.contents.get(content_id).expires_at is None


def kept(service: Service, **more: Any) -> ContentItem:
    item = accept(
        Record(
            place=Place("a feed"),
            source="https://www.tessonde.example/feed",
            title="R&amp;amp;D",
            text="Deux capteurs entendent la fuite.",
            url="https://www.tessonde.example/feed/1",
            tags=tuple(f"tag {number}" for number in range(60)),
            authors=tuple(f"author {number}" for number in range(30)),
            images=tuple(Image(url=f"https://i.example/{number}.png") for number in range(30)),
        ),
        known_language=Language.FRENCH,
    )
    assert isinstance(item, Accepted)
    found = replace(item.item, **more)
    found = replace(found, digest=digest(found))
    service.services.contents.save([found], vectors={}, encoder="none")
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_there_is_not_added_again_and_its_embargo_stays(
    service: Service, sign_in: SignIn, language: str
) -> None:
    url = f"https://www.tessonde.example/z1-{language}"
    first = {"url": url, "embargo_until": "2031-01-01T00:00", "tags": "a"}
    content_id = added(service, sign_in, "Sous embargo", **first)
    before = service.services.contents.get(content_id)
    comms = sign_in(Role.COMMS, language=language)
    for same in (url, f"{url}?utm_source=x", f"http://tessonde.example/z1-{language}/"):
        answer = comms.send("/add-content", **{**NEW, "title": "Tout autre titre", "url": same})
        assert answer.status_code == 409
        assert f'href="/newsroom/{content_id}"' in answer.text
        said = {"fr": "est déjà au catalogue", "en": "is in the catalogue already"}[language]
        assert said in plain(answer.text)
        assert 'value="Tout autre titre"' in answer.text
    assert service.services.contents.get(content_id) == before
    assert not service.services.contents.page(query="Tout autre titre")[1]


def test_a_content_without_an_address_is_not_added_twice(service: Service, sign_in: SignIn) -> None:
    added(service, sign_in, "Deux fois la même")
    again = sign_in(Role.COMMS).send("/add-content", **{**NEW, "title": "Deux fois la même"})
    assert again.status_code == 409


def test_the_dates_of_what_a_feed_brought_change_alone(service: Service, sign_in: SignIn) -> None:
    item = kept(service)
    assert (
        change(service, sign_in, item.content_id, "when", embargo_until="2031-03-01T08:00") == 303
    )
    embargo = datetime(2031, 3, 1, 8, tzinfo=UTC)
    now = service.services.contents.get(item.content_id)
    assert now == replace(item, embargo_until=embargo, digest=now.digest)
    assert now.digest == digest(now) != item.digest
    assert change(service, sign_in, item.content_id, "end") == 303
    ended = service.services.contents.get(item.content_id)
    assert ended == replace(now, expires_at=ended.expires_at, digest=ended.digest)
    assert ended.state(datetime.now(UTC)) is ContentState.EXPIRED


def test_what_ended_under_its_embargo_is_sent_back_as_it_was_read(
    service: Service, sign_in: SignIn
) -> None:
    content_id = added(service, sign_in, "Annulé", embargo_until="2031-03-01T08:00")
    assert change(service, sign_in, content_id, "end") == 303
    path, headers = f"/v1/contents/{content_id}", service.headers(Role.COMMS)
    read = service.client.get(path, headers=headers).json()
    sent = {key: one for key, one in read.items() if key not in {"content_id", "source"}}
    assert service.client.put(path, headers=headers, json=sent).status_code == 200
    later = sent | {"embargo_until": "2031-04-01T08:00:00Z"}
    assert service.client.put(path, headers=headers, json=later).status_code == 422
    fields = ("embargo_until", "expires_at")
    kept = {name: sent[name][:16] for name in fields}
    assert change(service, sign_in, content_id, "when", **kept) == 303


def test_what_has_ended_is_not_ended_later(service: Service, sign_in: SignIn) -> None:
    past = datetime(2026, 1, 1, tzinfo=UTC)
    item = kept(service, content_id="ended", url="https://www.tessonde.example/2", expires_at=past)
    assert change(service, sign_in, item.content_id, "end") == 303
    assert service.services.contents.get(item.content_id).expires_at == past


@pytest.mark.parametrize("act", ["bogus", ""])
def test_an_act_that_is_none_changes_nothing(service: Service, sign_in: SignIn, act: str) -> None:
    ends = datetime(2032, 1, 1, tzinfo=UTC)
    item = kept(service, content_id="act", url="https://www.tessonde.example/3", expires_at=ends)
    for language, said in (("fr", "Rien n’a été changé"), ("en", "Nothing was changed")):
        comms = sign_in(Role.COMMS, language=language)
        answer = comms.send(f"/newsroom/{item.content_id}", act=act, version=item.digest)
        assert (answer.status_code, said in answer.text) == (422, True)
    assert service.services.contents.get(item.content_id) == item


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1900000000", None),
        ("2031-12-31", None),
        ("2031-12-31 09:00", None),
        ("20311231T0900", None),
        ("2031-W01-1T09:00", None),
        ("2031-02-30T09:00", None),
        ("2031-12-31T24:01", None),
        ("0001-01-01T00:00+09:00", None),
        ("2031-12-31T٠٩:00", None),
        ("2031-12-31T09:00", "2031-12-31T09:00:00+00:00"),
        ("2031-12-31T09:00:07.5", "2031-12-31T09:00:07.500000+00:00"),
        ("2031-12-31T09:00+02:00", "2031-12-31T07:00:00+00:00"),
    ],
)
def test_a_date_is_read_strictly(
    service: Service, sign_in: SignIn, written: str, meant: str | None
) -> None:
    item = kept(service, content_id="dates", url="https://www.tessonde.example/4")
    status = change(service, sign_in, item.content_id, "when", expires_at=written)
    found = service.services.contents.get(item.content_id).expires_at
    assert (status, found) == ((303, datetime.fromisoformat(meant)) if meant else (422, None))
    if meant is None:
        answer = sign_in(Role.COMMS).send("/add-content", **{**NEW, "published_at": written})
        assert answer.status_code == 422
