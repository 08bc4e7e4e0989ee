"""Whatever is sent: a problem with a code, quickly, nothing kept, and never our own failure."""

import json
from typing import Any

import pytest

from domain.roles import Role
from tests.api.conftest import Service

DEEP = "[" * 10_000 + "]" * 10_000
CHECK = '{"text": %s, "language": "en"}'

BODIES: dict[str, bytes] = {
    "empty": b"",
    "white space": b"   \n",
    "not JSON": b"{text: 1}",
    "half": b'{"text": "a", "langu',
    "a list": b"[]",
    "a string": b'"text"',
    "null": b"null",
    "not UTF-8": b'{"text": "\xff\xfe", "language": "en"}',
    "a lone surrogate": (CHECK % '"\\ud800"').encode(),
    "half a pair": (CHECK % '"a\\udc00b"').encode(),
    "NUL": (CHECK % '"a\\u0000b"').encode(),
    "deep": DEEP.encode(),
    "deep in a field": (CHECK % DEEP).encode(),
    "NaN": b'{"text": "a", "language": "en", "draft_share": NaN}',
    "infinite": b'{"text": "a", "language": "en", "draft_share": Infinity}',
    "too large a number": b'{"text": "a", "language": "en", "draft_share": 1e999}',
    "a huge integer": b'{"text": "a", "language": "en", "draft_share": ' + b"9" * 5_000 + b"}",
    "nothing but white space": (CHECK % '"  \\n\\t "').encode(),
    "an unknown field": b'{"text": "a", "language": "en", "verdict": "allow"}',
    "a number for a text": b'{"text": 7, "language": "en"}',
    "20,001 characters": (CHECK % json.dumps("a" * 20_001)).encode(),
    "21 notes": json.dumps({"text": "a", "language": "en", "notes": ["a"] * 21}).encode(),
    "a note of 2,001": json.dumps({"text": "a", "language": "en", "notes": ["a" * 2001]}).encode(),
}
STRANGE = {
    "right to left": "I work at Tessonde. \u202egnihtemos\u202c",
    "ten thousand emojis": "I work at Tessonde. " + "👩‍🔬" * 2_000,
    "combining marks": "I work at Tessonde. e" + "\u0301" * 5_000,
    "one long word": "I work at Tessonde. " + "a" * 19_000,
    "nested quantifiers' bait": "I work at Tessonde. " + "a " * 9_000 + "!",
    "tags of another plane": "I work at Tessonde. " + "".join(map(chr, range(0xE0020, 0xE007F))),
    "zero width": "I work at Tes\u200bsonde.\u2060" * 50,
}


def send(service: Service, body: bytes, path: str = "/v1/checks") -> Any:
    headers = {**service.headers(Role.PLATFORM), "Content-Type": "application/json"}
    return service.client.post(path, headers=headers, content=body)


@pytest.mark.parametrize("name", BODIES)
def test_a_body_that_cannot_be_is_refused_as_a_problem(service: Service, name: str) -> None:
    answer = send(service, BODIES[name])
    assert answer.status_code in {400, 413, 422}, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["code"] in {"malformed", "invalid", "too_large"}


def test_a_key_that_stands_twice_counts_once(service: Service) -> None:
    first, last = "I work at Tessonde.", "Write to lea@tessonde.example."
    body = f'{{"text": "{first}", "text": "{last}", "language": "en"}}'.encode()
    assert send(service, body).json()["outcome"] == "block"


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_text_is_judged_like_any_other(service: Service, name: str) -> None:
    text = STRANGE[name]
    answer = send(service, json.dumps({"text": text, "language": "en"}).encode())
    assert answer.status_code == 200
    assert answer.json()["unexamined"] == []
    for finding in answer.json()["findings"]:
        assert finding["start"] is None or 0 <= finding["start"] <= finding["end"] <= len(text)


@pytest.mark.parametrize("size", [1_000_001, 5_000_000])
def test_a_body_over_a_megabyte_is_refused_before_it_is_read(service: Service, size: int) -> None:
    answer = send(service, b"x" * size)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize("path", ["/v1/drafts", "/v1/recommendations", "/v1/contents"])
@pytest.mark.parametrize("name", ["empty", "not JSON", "deep", "not UTF-8", "a list", "NUL"])
def test_no_route_breaks_on_what_is_no_body(service: Service, path: str, name: str) -> None:
    before = service.services.contents.page(limit=1)[1]
    headers = {**service.headers(Role.COMMS if "contents" in path else Role.PLATFORM)}
    headers["Content-Type"] = "application/json"
    answer = service.client.post(path, headers=headers, content=BODIES[name])
    assert 400 <= answer.status_code < 500
    assert service.services.contents.page(limit=1)[1] == before


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/xml"},
        {"Content-Type": "application/json; charset=latin-1"},
        {},
    ],
    ids=str,
)
def test_another_type_of_body_is_refused_or_read_as_json(
    service: Service, headers: dict[str, str]
) -> None:
    sent = {**service.headers(Role.PLATFORM), **headers}
    answer = service.client.post("/v1/checks", headers=sent, content=b"<a/>")
    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("key", [b"pv_\xed\xa0\x80", b"\xff", b" ", b"a" * 9_000], ids=len)
def test_a_key_that_no_text_could_be_is_nobodys(service: Service, key: bytes) -> None:
    answer = service.client.get("/v1/me", headers={b"Authorization": b"Bearer " + key})
    assert answer.status_code in {401, 403}


def test_a_verdict_cannot_be_sent_along(service: Service) -> None:
    headers = service.headers(Role.EMPLOYEE)
    text = {"text": "Bonjour.", "language": "fr"}
    for method, path, body, field in (
        ("PUT", "/v1/me", {"owner_token": "x"}, "owner_token"),
        ("PUT", "/v1/me", {"ambassador_id": "amb_tom"}, "ambassador_id"),
        ("PUT", "/v1/me", {"version": 9}, "version"),
        ("POST", "/v1/checks", {**text, "outcome": "allow"}, "outcome"),
        ("POST", "/v1/checks", {**text, "findings": []}, "findings"),
        ("POST", "/v1/handoffs", {**text, "target": "slack", "verdict": {}}, "verdict"),
        ("POST", "/v1/drafts", {"language": "fr", "owner": "x"}, "owner"),
    ):
        answer = service.client.request(method, path, headers=headers, json=body)
        assert answer.status_code == 422, answer.text
        assert field in {one["field"] for one in answer.json()["errors"]}


def test_a_campaign_may_offer_its_authors_nothing(service: Service) -> None:
    headers = service.headers(Role.COMMS)
    for number, consideration in enumerate((None, "\x00", "un café")):
        name = f"Essai {number}"
        body = {"name": name, "objective": "talent", "consideration": consideration}
        answer = service.client.post("/v1/campaigns", headers=headers, json=body)
        assert answer.status_code == (422 if consideration == "\x00" else 201), answer.text
