"""Content that comes inline and content of the catalogue are one where their address is one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from domain.content import ContentItem
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.people import Person
from tests.api.test_drafts import EXPERT, ask

LATER = datetime.now(UTC) + timedelta(days=9)
BEFORE = datetime.now(UTC) - timedelta(days=9)


def live(service: Service, language: str) -> ContentItem:
    """Return a content of the demo that may be spoken about now."""
    return next(
        one
        for one in service.services.contents.all()
        if one.language == language and one.url and not one.embargo_until and not one.expires_at
    )


@pytest.fixture(params=["fr", "en"])
def kept(service: Service, request: pytest.FixtureRequest) -> Iterator[ContentItem]:
    """Keep a content of the catalogue at an address of its own, under an id of its own."""
    item = live(service, request.param)
    url = f"https://www.tessonde.example/{request.node.name}?utm_source=feed"
    own = replace(item, content_id=f"own_{request.param}", url=url, digest=request.node.name)
    service.services.contents.save([own], vectors={}, encoder="none")
    yield own
    service.services.contents.delete(own.content_id)


def sent(item: ContentItem, url: str | None = None) -> dict[str, Any]:
    said = {"title": item.title, "text": item.text, "language": item.language}
    return said | ({"url": url} if url else {})


def held(service: Service, content_id: str) -> list[str]:
    """Return the angles that are taken on a content."""
    return [one.angle for one in service.services.reservations.live(content_id, but="")]


def test_an_inline_text_takes_its_angle_from_the_content_at_its_address(
    service: Service, kept: ContentItem
) -> None:
    bare = str(kept.url).partition("?")[0]
    forms = ("?utm_source=7", "", "?fbclid=x#top", "?utm_source=feed")
    answers = [
        ask(service, content=sent(kept, f"{bare}{form}"), language=kept.language, ambassador=EXPERT)
        for form in forms
    ]
    answers.append(
        ask(service, content_id=kept.content_id, language=kept.language, ambassador=EXPERT)
    )
    drafts = [draft for answer in answers for draft in answer.json()["drafts"]]
    assert len(drafts) >= 3
    assert sorted(one["angle"] for one in drafts) == sorted(held(service, kept.content_id))
    assert len({one["angle"] for one in drafts}) == len(drafts)


def test_an_address_outside_the_catalogue_is_one_content_however_it_is_tracked(
    service: Service,
) -> None:
    item = live(service, "en")
    urls = [
        f"https://elsewhere.example/a%20b?id=%2F&utm_source={number}#{number}"
        for number in range(3)
    ]
    bodies = [{"content": sent(item, url), "language": "en", "ambassador": EXPERT} for url in urls]
    answers = [ask(service, **body) for body in bodies]
    angles = [draft["angle"] for answer in answers for draft in answer.json()["drafts"]]
    assert len(angles) >= 2
    assert len(set(angles)) == len(angles)


@pytest.mark.parametrize("url", ["https://www.tessonde.example:port/", "https://[::1/"])
def test_what_is_no_address_is_refused_by_its_field(service: Service, url: str) -> None:
    answer = ask(service, content=sent(live(service, "fr"), url), ambassador=EXPERT)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "content.url"


@pytest.mark.parametrize("hidden", [{"embargo_until": LATER}, {"expires_at": BEFORE}])
def test_an_inline_text_is_no_way_round_an_embargo_or_an_end(
    service: Service, kept: ContentItem, hidden: dict[str, datetime]
) -> None:
    secret = replace(kept, digest="hidden", **hidden)  # type: ignore[arg-type]  # two dates
    service.services.contents.save([secret], vectors={}, encoder="none")
    by_id = ask(service, content_id=kept.content_id, language=kept.language, ambassador=EXPERT)
    bare = str(kept.url).partition("?")[0]
    plain = bare.replace("https://www.", "http://")
    forms = ("", "?utm_source=9", "?utm_source=feed", "/", "?ref=1", "/?trk=2#top")
    for url in (f"{page}{form}" for page in (bare, plain) for form in forms):
        inline = ask(service, content=sent(kept, url), language=kept.language, ambassador=EXPERT)
        assert (inline.status_code, inline.json()["code"]) == (by_id.status_code, "not_found")
        assert kept.content_id not in inline.text
        assert kept.title not in inline.text
        assert not re.search("embargo|may not|expire", inline.text)
    for url in (f"{bare}?p=1", "https://elsewhere.example/same-words"):
        other = sent(kept, url)
        # The demo's own copy of these words may be spoken about.
        assert ask(service, content=other, language=kept.language, ambassador=EXPERT).is_success


def test_a_copy_that_may_be_spoken_about_is_found_beside_one_that_may_not(
    service: Service, kept: ContentItem
) -> None:
    copy = replace(kept, content_id="a_hidden_copy", digest="copy", embargo_until=LATER)
    service.services.contents.save([copy], vectors={}, encoder="none")
    inline = ask(service, content=sent(kept, kept.url), language=kept.language, ambassador=EXPERT)
    service.services.contents.delete(copy.content_id)
    assert inline.status_code == 200


def test_nothing_is_kept_or_counted_of_a_text_that_came_inline(
    service: Service, kept: ContentItem
) -> None:
    person = Person(service, Purpose.DRAFTS, Purpose.COLLECTIVE)
    asked = {"content": sent(kept, kept.url), "language": kept.language}
    assert person.send("POST", "/v1/drafts", json=asked).json()["drafts"]
    assert person.call("GET", "/drafts").json()["drafts"] == []
    assert person.call("GET", "/export").json().get("drafted", []) == []


def test_a_check_compares_with_drafts_on_the_content_at_the_address_of_its_source(
    service: Service, kept: ContentItem
) -> None:
    (first, *_) = ask(
        service, content_id=kept.content_id, language=kept.language, ambassador=EXPERT
    ).json()["drafts"]
    source = {key: value for key, value in sent(kept, kept.url).items() if key != "language"}
    body = {"text": first["text"], "language": kept.language, "source": source}
    headers = service.headers(Role.EMPLOYEE)
    checked = service.client.post("/v1/checks", headers=headers, json=body).json()
    assert "CH-06" in [one["rule"] for one in checked["findings"]]
