"""What is wrong with contents, campaigns and parameters, told by field in both languages."""

import pytest

from domain.roles import Role
from tests.api.conftest import Service

CONTENT = {"title": "Une fuite", "text": "Deux capteurs l'entendent.", "language": "fr"}
ENDS_EMBARGOED = {
    **CONTENT,
    "embargo_until": "2027-02-01T00:00:00Z",
    "expires_at": "2027-01-01T00:00:00Z",
}
ENDS_FIRST = {"name": "Été", "objective": "talent", "from": "2026-05-02", "to": "2026-05-01"}

WEEK = {"from": "2026-03-02", "to": "2026-03-08", "people": 7}
EARLY = {**WEEK, "campaign_id": "été", "to": "2026-01-05"}


@pytest.mark.parametrize(
    ("path", "body", "field", "said"),
    [
        ("contents", {**CONTENT, "tags": ["a"] * 51}, "tags", ("éléments : 50", "too many: 50")),
        ("contents", {**CONTENT, "text": " \n\t "}, "text", ("espaces ; écri", "space; write")),
        ("contents", {**CONTENT, "title": "\u00a0"}, "title", ("espaces ; écri", "space; write")),
        ("contents", ENDS_EMBARGOED, "expires_at", ("expires_at plus", "a later expires_at")),
        ("campaigns", ENDS_FIRST, "to", ("le jour de from", "the day of from")),
        ("outcomes", WEEK, "campaign_id", ("donnez content_id", "give content_id")),
        ("outcomes", EARLY, "to", ("le jour de from", "the day of from")),
        ("campaigns", {**ENDS_FIRST, "to": "soon"}, "to", ("comme 2026-03", "as in 2026-03")),
        ("charter", {"yaml": "a: [", "version": "1"}, "yaml", ("ne se lit pas", "cannot be read")),
    ],
)
def test_what_the_team_sends_is_refused_by_field_and_remedy_in_its_language(
    service: Service, path: str, body: object, field: str, said: tuple[str, str]
) -> None:
    method = "PUT" if path == "charter" else "POST"
    for language, expected in zip(("fr", "en"), said, strict=True):
        headers = {**service.headers(Role.COMMS), "Accept-Language": language}
        answer = service.client.request(method, f"/v1/{path}", headers=headers, json=body)
        (told,) = answer.json()["errors"]
        assert (answer.status_code, told["field"]) == (422, field)
        assert expected in told["message"]
        assert told["message"] in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "unknown", "french", "english"),
    [
        ("/v1/contents?limt=3", "limt", "language, limit, offset, q", "language, limit, offset, q"),
        ("/v1/contents?limit=3&lang=fr", "lang", "pas de tel paramètre", "no such parameter"),
        ("/v1/campaigns?q=a", "q", "n'en prend aucun", "takes none"),
    ],
)
def test_a_parameter_that_an_address_does_not_take_is_refused_by_its_name(
    service: Service, path: str, unknown: str, french: str, english: str
) -> None:
    for language, expected in (("fr", french), ("en", english)):
        headers = {**service.headers(Role.COMMS), "Accept-Language": language}
        answer = service.client.get(path, headers=headers)
        (told,) = answer.json()["errors"]
        assert (answer.status_code, told["field"]) == (422, unknown)
        assert expected in told["message"]
    assert service.client.get(path).status_code == 401
    known = service.client.get("/v1/contents?limit=3", headers=service.headers(Role.COMMS))
    assert known.status_code == 200


def test_inline_content_and_proposals_say_something(service: Service) -> None:
    blank = {**CONTENT, "text": "  "}
    drafts = {"content": blank, "language": "fr", "ambassador": {"profile_type": "expert"}}
    for role, path, body in (
        (Role.PLATFORM, "/v1/drafts", drafts),
        (Role.EMPLOYEE, "/v1/me/proposals", {**CONTENT, "title": " "}),
    ):
        answer = service.client.post(path, headers=service.headers(role), json=body)
        assert answer.status_code == 422
        assert "nothing but white space" in answer.json()["errors"][0]["message"]
