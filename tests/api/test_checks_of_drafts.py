"""A text that names its draft is held against the content that the draft was made of."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from domain.content import ContentItem
from domain.language import Language
from domain.roles import Role
from storage.models import ContentRow
from tests.api.conftest import Service

WRONG = {
    "fr": "{text} On a réparé 98 765 vélos cette année.",
    "en": "{text} We repaired 98,765 bikes this year.",
}
POSTERS = [Role.PLATFORM, Role.EMPLOYEE]


def a_content(service: Service, language: str) -> ContentItem:
    items = service.services.live.current().snapshot.items
    return next(one for one in items if one.language == language and len(one.text) > 900)


def drafted(service: Service, role: Role, language: str) -> dict[str, Any]:
    asked: dict[str, Any] = {"language": language}
    asked["content_id"] = a_content(service, language).content_id
    if role is Role.PLATFORM:
        asked["ambassador"] = {"profile_type": "expert", "languages": [language]}
    else:
        asked["ambassador_id"] = service.ambassador_id
    answer = service.client.post("/v1/drafts", headers=service.headers(role), json=asked)
    (draft,) = answer.json()["drafts"]
    return dict(draft)


def rules(service: Service, role: Role, **body: Any) -> dict[str, str]:
    answer = service.client.post("/v1/checks", headers=service.headers(role), json=body)
    assert answer.status_code == 200
    found = [(one["rule"], one["severity"]) for one in answer.json()["findings"]]
    return {rule: severity for rule, severity in found if severity == "block"}


@pytest.mark.parametrize("role", POSTERS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_figure_of_nowhere_is_found_with_the_draft_alone(
    service: Service, role: Role, language: str
) -> None:
    draft = drafted(service, role, language)
    asked = {"language": language, "draft_id": draft["id"]}
    wrong = WRONG[language].format(text=draft["text"])
    assert rules(service, role, text=wrong, **asked) == {"CH-21": "block"}
    assert rules(service, role, text=draft["text"], **asked) == {}


def test_what_the_request_names_itself_comes_first(service: Service) -> None:
    draft = drafted(service, Role.PLATFORM, "en")
    asked = {"language": "en", "draft_id": draft["id"], "source": {"text": "98,765 bikes."}}
    text = "I work at Tessonde. We repaired 98,765 bikes."
    assert rules(service, Role.PLATFORM, text=text, **asked) == {}


def test_somebody_elses_draft_tells_nothing(service: Service) -> None:
    draft = drafted(service, Role.PLATFORM, "en")
    text = WRONG["en"].format(text="I work at Tessonde.")
    asked = {"language": Language.ENGLISH, "draft_id": draft["id"]}
    assert rules(service, Role.EMPLOYEE, text=text, **asked) == {}
    assert rules(service, Role.COMMS, text=text, **asked) == {}


def change(service: Service, content_id: str, **columns: datetime | None) -> None:
    with service.services.database.write() as session:
        which = ContentRow.content_id == content_id
        session.execute(update(ContentRow).where(which).values(**columns))


@pytest.mark.parametrize("role", POSTERS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_a_content_said_is_known_past_its_end_but_not_before_its_day(
    service: Service, role: Role, language: str
) -> None:
    draft, now = drafted(service, role, language), datetime.now(UTC)
    content_id = a_content(service, language).content_id
    asked = {"language": language, "draft_id": draft["id"]}
    wrong = WRONG[language].format(text=draft["text"])
    change(service, content_id, expires_at=now - timedelta(days=1))
    ended = rules(service, role, text=wrong, **asked)
    named = rules(service, role, text=wrong, **asked, content_id=content_id)
    change(service, content_id, embargo_until=now + timedelta(days=1))
    hidden = rules(service, role, text=wrong, **asked)
    change(service, content_id, embargo_until=None, expires_at=None)
    assert ended == named == {"CH-21": "block"}
    assert "CH-21" not in hidden
