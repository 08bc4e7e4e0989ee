"""Messages for Slack and Teams: the exact text, as text, and only when the charter allows it."""

import json
from typing import Any

import pytest

from api.handoffs import TITLE, handoff
from api.schemas.handoffs import Target
from domain.language import Language
from domain.roles import Role
from tests.api.conftest import Service

ALLOWED = "I work at Tessonde. Registration for the workshop is on the public page."
TRICKY = "<!channel> *bold* _it_ <https://evil.example|click> @here [a](https://b.example) `x`"


def ask(service: Service, **body: Any) -> Any:
    asked = {"target": "slack", "text": ALLOWED, "language": "en", **body}
    headers = service.headers(Role.PLATFORM)
    return service.client.post("/v1/handoffs", headers=headers, json=asked)


def text_of(payload: Any) -> str:
    if "blocks" in payload:
        return "".join(one["text"]["text"] for one in payload["blocks"] if one["type"] == "section")
    body = payload["attachments"][0]["content"]["body"][1:]
    return "\n".join(one["inlines"][0]["text"] for one in body)


@pytest.mark.parametrize("target", Target)
def test_an_allowed_text_is_handed_over_as_it_stands(service: Service, target: Target) -> None:
    answer = ask(service, target=target).json()
    assert answer["verdict"]["outcome"] == "allow"
    assert text_of(answer["payload"]) == ALLOWED


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize(
    "text", ["Write to lea@tessonde.example.", "Call me on +33 6 12 34 56 78."]
)
def test_a_text_that_is_not_allowed_is_not_handed_over(
    service: Service, target: Target, text: str
) -> None:
    answer = ask(service, target=target, text=text).json()
    assert answer["verdict"]["outcome"] != "allow"
    assert answer["payload"] is None


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize("language", Language)
def test_nothing_in_a_text_becomes_a_mark(target: Target, language: Language) -> None:
    payload = handoff(target, TRICKY, language)
    assert text_of(payload) == TRICKY
    kinds = json.dumps(payload)
    assert "mrkdwn" not in kinds
    if target is Target.SLACK:
        assert payload["text"] == TITLE.in_language(language)
    else:
        body = payload["attachments"][0]["content"]["body"]
        assert {one["type"] for one in body[1:]} == {"RichTextBlock"}


@pytest.mark.parametrize("length", [1, 2_999, 3_000, 3_001, 20_000])
def test_a_long_text_is_cut_into_blocks_and_loses_nothing(length: int) -> None:
    text = ("é\n" * length)[:length]
    slack, teams = (handoff(target, text, Language.FRENCH) for target in Target)
    assert text_of(slack) == text
    assert max(len(one["text"]["text"]) for one in slack["blocks"]) <= 3_000
    assert text_of(teams).replace(" ", "") == text.replace(" ", "")
