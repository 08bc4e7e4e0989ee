"""Checks over HTTP."""

import json
from typing import Any

import pytest

from domain.roles import Role
from tests.api.conftest import Service

CLEAN: dict[str, Any] = {
    "text": "I work at Tessonde. The public page explains the workshop.",
    "language": "en",
}


def check(service: Service, role: Role = Role.COMMS, /, **body: Any) -> Any:
    return service.client.post("/v1/checks", headers=service.headers(role), json=body)


def test_a_clean_text_is_allowed_under_a_named_charter(service: Service) -> None:
    answer = check(service, **CLEAN).json()
    assert (answer["outcome"], answer["unexamined"]) == ("allow", [])
    assert answer["charter"]["digest"] == service.services.guard.charter.ref.digest
    assert "CH-05" in answer["degraded"]


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        (
            "fr",
            "Je travaille chez Tessonde. Écrivez à lea@tessonde.example pour l’atelier.",
            "CH-13",
        ),
        ("en", "I work at Tessonde. Write to lea@tessonde.example for the workshop.", "CH-13"),
        ("fr", "Je travaille chez Tessonde. Le projet Limule avance.", "CH-08"),
        ("en", "I work at Tessonde. Kittiwake is moving on.", "CH-08"),
    ],
)
def test_a_finding_points_at_its_place(
    service: Service, language: str, text: str, rule: str
) -> None:
    answer = check(service, text=text, language=language).json()
    assert answer["outcome"] == "block"
    findings = [one for one in answer["findings"] if one["rule"] == rule]
    assert findings
    for finding in findings:
        assert 0 <= finding["start"] < finding["end"] <= len(text)
        assert finding["message"]["fr"]
        assert finding["message"]["en"]


def test_offsets_are_code_points_behind_an_emoji(service: Service) -> None:
    text = "🎉👩‍🔧 I work at Tessonde. Write to lea@tessonde.example"
    findings = check(service, text=text, language="en").json()["findings"]
    (place,) = [(one["start"], one["end"]) for one in findings if one["rule"] == "CH-13"]
    assert text[slice(*place)] == "lea@tessonde.example"


@pytest.mark.parametrize(
    ("role", "is_skipped"), [(Role.EMPLOYEE, False), (Role.PLATFORM, True), (Role.COMMS, True)]
)
def test_only_an_employee_is_compared_with_colleagues(
    service: Service, role: Role, *, is_skipped: bool
) -> None:
    assert ("CH-06" in check(service, role, **CLEAN).json()["skipped"]) is is_skipped


@pytest.mark.parametrize(
    "body",
    [
        {"text": "", "language": "en"},
        {"text": " \n\t ", "language": "en"},
        {"text": "x" * 20_001, "language": "en"},
        {"text": "a\x00b", "language": "en"},
        {**CLEAN, "draft_share": 1.5},
        {**CLEAN, "verdict": "allow"},
        {**CLEAN, "notes": ["x"] * 21},
        {**CLEAN, "notes": ["x" * 2_001]},
        {**CLEAN, "platform": "fax"},
    ],
)
def test_a_text_that_cannot_be_checked_is_refused(service: Service, body: dict[str, Any]) -> None:
    answer = check(service, **body)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")


def test_a_third_language_is_refused_as_such(service: Service) -> None:
    answer = check(service, text="Guten Tag", language="de")
    assert (answer.status_code, answer.json()["code"]) == (422, "language_unsupported")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 10_000,
        b'{"text": "\\ud800", "language": "en"}',
        b'{"text": "a", "language": "en", "draft_share": NaN}',
        b'{"text": "a", "language": "en", "draft_share": 1e999}',
        b'{"text": ' + b"9" * 5_000 + b', "language": "en"}',
        b"null",
    ],
    ids=str,
)
def test_bytes_that_are_no_request_are_refused(service: Service, body: bytes) -> None:
    headers = {**service.headers(Role.COMMS), "Content-Type": "application/json"}
    answer = service.client.post("/v1/checks", headers=headers, content=body)
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("is_announced", [True, False])
def test_a_body_over_the_limit_is_refused(service: Service, *, is_announced: bool) -> None:
    body = json.dumps({**CLEAN, "notes": ["x" * 1_100_000]}).encode()
    headers = {**service.headers(Role.COMMS), "Content-Type": "application/json"}
    parts = (body[start : start + 65_536] for start in range(0, len(body), 65_536))
    sent: Any = body if is_announced else parts
    answer = service.client.post("/v1/checks", headers=headers, content=sent)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_ten_thousand_emoji_are_answered(service: Service) -> None:
    assert check(service, text="🎉" * 10_000, language="fr").status_code == 200


@pytest.mark.parametrize(("finished", "outcome"), [(True, "revise"), (False, "allow")])
def test_a_hole_is_told_once_the_text_is_finished(
    service: Service, outcome: str, *, finished: bool
) -> None:
    text = "Je travaille chez Tessonde. [à compléter : votre avis]"
    body = {"text": text, "language": "fr", "finished": finished}
    headers = service.headers(Role.PLATFORM)
    told = service.client.post("/v1/checks", headers=headers, json=body).json()
    assert told["outcome"] == outcome
    assert [one["rule"] for one in told["findings"]] == ["CH-05"] * finished
