"""A content under embargo is told by nobody: not by its words, its title, its address or its id."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api import keeping
from domain.content import ContentState
from domain.roles import Caller, Role
from tests.api.conftest import Service
from tests.api.test_drafts import EXPERT, ask

LATER = datetime.now(UTC) + timedelta(days=9)
URL = "https://www.tessonde.example/en/vierzon"
TITLE = "New plant in Vierzon: 210 jobs to come"
TEXT = "Tessonde opens a plant in Vierzon with 210 jobs. The first machines arrive in March."
NEW: dict[str, Any] = {"title": TITLE, "text": TEXT, "language": "en", "url": URL}
CHECKERS = [Role.PLATFORM, Role.EMPLOYEE, Role.COMMS]


@pytest.fixture(params=["it waits", "it was ended before"])
def hidden(request: pytest.FixtureRequest, service: Service) -> Iterator[str]:
    """Put a content under embargo over HTTP, end it in one of two ways, and return its id."""
    comms = service.headers(Role.COMMS)
    body = NEW | {"embargo_until": LATER.isoformat()}
    made = service.client.post("/v1/contents", headers=comms, json=body)
    assert made.status_code == 201, made.text
    if request.param == "it was ended before":
        item = service.services.contents.get(made.json()["content_id"])
        ended = keeping.end(service.services, item, Caller(Role.COMMS), expected=[item.digest])
        assert ended.state(datetime.now(UTC)) is ContentState.EXPIRED
    yield made.json()["content_id"]
    service.services.contents.delete(made.json()["content_id"])


def check(service: Service, role: Role, text: str, **more: Any) -> Any:
    body = {"text": text, "language": "en", "platform": "linkedin", **more}
    return service.client.post("/v1/checks", headers=service.headers(role), json=body)


def rules(answer: Any) -> set[str]:
    return {one["rule"] for one in answer.json()["findings"] if one["severity"] == "block"}


@pytest.mark.usefixtures("hidden")
@pytest.mark.parametrize("role", CHECKERS)
@pytest.mark.parametrize(
    ("text", "more"),
    [
        (f"I work at Tessonde, which opens a plant in Vierzon: {URL}", {}),
        (f"I work at Tessonde. {TITLE.upper()}!", {}),
        ("I work at Tessonde. In Vierzon, 210 jobs come with the plant.", {}),
        ("I work at Tessonde, come and see.", {"source": {"text": TEXT}}),
        ("I work at Tessonde, come and see.", {"source": {"text": "Soon.", "url": f"{URL}#x"}}),
    ],
)
def test_no_text_tells_of_it(
    service: Service,
    role: Role,
    text: str,
    more: dict[str, Any],
) -> None:
    answer = check(service, role, text, **more)
    assert "CH-09" in rules(answer)
    assert str(LATER.year) not in str(answer.json()["findings"])


@pytest.mark.parametrize("role", CHECKERS)
def test_a_check_on_it_is_refused_to_all_but_its_keepers(
    service: Service, hidden: str, role: Role
) -> None:
    text = "I work at Tessonde, come and see."
    answer = check(service, role, text, content_id=hidden)
    if role is Role.COMMS:
        assert "CH-09" in rules(answer)
        return
    unknown = check(service, role, text, content_id="c_0000000000000000")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")
    assert answer.text.replace(hidden, "") == unknown.text.replace("c_0000000000000000", "")


@pytest.mark.parametrize("role", [Role.PLATFORM, Role.EMPLOYEE])
def test_nobody_learns_from_its_link_that_it_is_paid(
    service: Service, hidden: str, role: Role
) -> None:
    campaign = {"id": "paid", "name": "Paid", "objective": "talent", "consideration": "a voucher"}
    comms = service.headers(Role.COMMS)
    made = service.client.post("/v1/campaigns", headers=comms, json=campaign)
    assert made.status_code in {201, 409}, made.text  # the tests share one service
    item = service.services.contents.get(hidden)
    paid = replace(item, campaign="Paid", digest=f"{item.digest[:-1]}x")
    vectors = service.services.live.embed([paid])
    encoder = service.services.live.encoder.fingerprint
    service.services.contents.save([paid], vectors=vectors, encoder=encoder)
    found = rules(
        check(service, role, f"I work at Tessonde. Our new plant is wonderful, go and see: {URL}")
    )
    assert "CH-09" in found
    assert "CH-02" not in found


@pytest.mark.parametrize(
    "content",
    [
        {"url": None},
        {"url": "https://www.tessonde.example/elsewhere"},
        {"url": None, "title": "Another title"},
        {"url": None, "title": TITLE.upper(), "text": "Some other words, and then some more."},
        {"url": None, "title": "Another", "text": TEXT.replace(" ", "  ").replace("a", "A")},
    ],
)
def test_its_words_are_no_content_to_write_about(
    service: Service, hidden: str, content: dict[str, Any]
) -> None:
    sent = {name: value for name, value in (NEW | content).items() if value is not None}
    by_id = ask(service, content_id=hidden, language="en", ambassador=EXPERT)
    answer = ask(service, content=sent, language="en", ambassador=EXPERT)
    assert (answer.status_code, answer.json()["code"]) == (by_id.status_code, "not_found")
    assert "Vierzon" not in answer.text


def test_words_of_it_are_free_where_nothing_waits(service: Service) -> None:
    text = f"I work at Tessonde. {TITLE}: {URL}"
    assert "CH-09" not in rules(check(service, Role.PLATFORM, text))
    assert ask(service, content=NEW, language="en", ambassador=EXPERT).is_success


@pytest.mark.usefixtures("hidden")
def test_contents_that_may_be_spoken_about_are_drafted_beside_it(service: Service) -> None:
    body = {
        "title": "A walk in Vierzon",
        "text": "We walked along the canal in Vierzon. It rained.",
    }
    content = NEW | body | {"url": "https://www.tessonde.example/en/walk"}
    drafts = ask(service, content=content, language="en", ambassador=EXPERT).json()["drafts"]
    assert drafts
