"""Outcomes and insights over HTTP: five people or nothing, and a note for nobody but its reader."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from api.training import themes
from domain.content import ContentItem, ContentState
from domain.purposes import Purpose
from domain.roles import Role
from guardrails.catalogue import CHECKS
from storage.tallies import Measure, Tallies
from tests.api.conftest import Service
from tests.api.people import Person

TEXT = {"text": "Tessonde cherche quelqu’un pour son atelier.", "language": "fr"}
OUTCOME = {"from": "2026-03-04", "to": "2026-03-10", "people": 12, "reach": 4000}


def team(service: Service, method: str, path: str, **more: Any) -> Any:
    return service.client.request(method, path, headers=service.headers(Role.COMMS), **more)


@pytest.fixture
def contents(service: Service) -> list[ContentItem]:
    found, _ = service.services.contents.page(state=ContentState.LIVE, limit=9)
    return found


def test_days_are_widened_to_whole_weeks_and_the_answer_says_what_became_of_it(
    service: Service, contents: list[ContentItem]
) -> None:
    sent = OUTCOME | {"content_id": contents[0].content_id, "engagements": 200}
    answer = team(service, "POST", "/v1/outcomes", json=sent)
    assert answer.status_code == 201
    told = answer.json()
    assert (told["counted"], told["from"], told["to"]) == ("content", "2026-03-02", "2026-03-15")
    shown = team(service, "GET", "/v1/insights").json()["outcomes"]
    (mine,) = [one for one in shown if one["content_id"] == contents[0].content_id]
    assert (mine["people_at_least"], mine["engagement_rate"]) == (10, 0.05)


@pytest.mark.parametrize(
    ("changed", "counted"),
    [
        ({"people": 4}, "withheld"),
        ({"people": 4, "campaign_id": "spring"}, "pooled"),
        ({"people": 5}, "content"),
        ({"from": "2999-01-01", "to": "2999-01-02"}, "waiting"),
    ],
)
def test_fewer_than_five_people_are_never_shown(
    service: Service, contents: list[ContentItem], changed: dict[str, Any], counted: str
) -> None:
    week = {"pooled": 1, "withheld": 1, "content": 2, "waiting": 3}[counted]
    # A content of a campaign would wait in it, without being told so.
    free = next(one for one in contents if not one.campaign)
    content = free if counted == "withheld" else contents[week]
    sent = OUTCOME | {"content_id": content.content_id, "reach": 777_777} | changed
    before = team(service, "GET", "/v1/insights").json()
    told = team(service, "POST", "/v1/outcomes", json=sent).json()
    assert told["counted"] == counted
    after = team(service, "GET", "/v1/insights").json()
    assert (after == before) is (counted != "content")


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"campaign_id": "spring", "to": "2026-03-01"},
        {"campaign_id": "spring", "people": 0},
        {"campaign_id": "spring", "reach": -1},
        {"campaign_id": "spring", "person": "amb_lea"},
    ],
)
def test_a_report_that_cannot_be_is_refused(service: Service, wrong: dict[str, Any]) -> None:
    assert team(service, "POST", "/v1/outcomes", json=OUTCOME | wrong).status_code == 422


def test_a_report_on_content_there_is_not_is_refused(service: Service) -> None:
    sent = OUTCOME | {"content_id": "nowhere"}
    assert team(service, "POST", "/v1/outcomes", json=sent).status_code == 404


def test_a_report_is_withdrawn_by_the_id_that_it_was_given(
    service: Service, contents: list[ContentItem]
) -> None:
    before = team(service, "GET", "/v1/insights").json()["outcomes"]
    sent = OUTCOME | {"content_id": contents[5].content_id}
    told = team(service, "POST", "/v1/outcomes", json=sent).json()
    shown = team(service, "GET", "/v1/insights").json()["outcomes"]
    assert [one["id"] for one in shown if one not in before] == [told["id"]]
    path = f"/v1/outcomes/{told['id']}"
    assert Person(service).send("DELETE", path).status_code == 403
    assert team(service, "DELETE", path).status_code == 204
    assert team(service, "GET", "/v1/insights").json()["outcomes"] == before
    assert team(service, "DELETE", path).status_code == 404
    trail = service.client.get("/v1/audit", headers=service.headers(Role.ADMIN)).json()
    assert trail["items"][0]["action"] == "outcome_withdrawn"
    assert team(service, "POST", "/v1/outcomes", json=sent).json()["id"] is None


def test_findings_are_counted_for_those_who_want_it_and_shown_with_their_theme(
    service: Service,
) -> None:
    services = service.services
    text = {**TEXT, "finished": True}
    willing = [Person(service, Purpose.COLLECTIVE) for _ in range(5)]
    for person in (*willing, Person(service)):
        assert person.send("POST", "/v1/checks", json=text).json()["outcome"] == "revise"
    assert team(service, "GET", "/v1/insights").json()["weeks"] == []
    kept = services.export.of(willing[0].ambassador_id)["kept"]["tallies"]
    assert {one["counted"] for one in kept} == {"CH-01:affiliation"}
    services.tallies.publish(datetime.now(UTC) + timedelta(days=7))
    shown = team(service, "GET", "/v1/insights").json()
    (week,) = shown["weeks"]
    (finding,) = week["findings"]
    assert (finding["rule"], finding["people"]) == ("CH-01", 5)
    assert finding["theme"]["id"] == "disclosure" == shown["themes"][0]["id"]
    assert services.export.of(willing[0].ambassador_id)["kept"]["tallies"] == []


def test_what_is_still_being_typed_is_counted_nowhere(service: Service) -> None:
    person = Person(service, Purpose.COLLECTIVE)
    for typed in ("Tessonde", "Tessonde cherche", TEXT["text"]):
        checked = person.send("POST", "/v1/checks", json={**TEXT, "text": typed}).json()
        assert "CH-01" in {one["rule"] for one in checked["findings"]}
    assert counted(service, person) == set()
    person.send("POST", "/v1/checks", json={**TEXT, "finished": True})
    assert counted(service, person) == {"CH-01:affiliation"}


def test_a_text_that_is_handed_over_is_finished(service: Service) -> None:
    person = Person(service, Purpose.COLLECTIVE)
    person.send("POST", "/v1/handoffs", json={**TEXT, "target": "slack"})
    assert counted(service, person) == {"CH-01:affiliation"}


def counted(service: Service, person: Person) -> set[str]:
    kept = service.services.export.of(person.ambassador_id)["kept"]["tallies"]
    return {one["counted"] for one in kept}


def test_asking_for_drafts_is_counted_per_content(
    service: Service, contents: list[ContentItem]
) -> None:
    person = Person(service, Purpose.COLLECTIVE)
    asked = {"content_id": contents[0].content_id, "language": contents[0].language}
    person.send("POST", "/v1/drafts", json=asked)
    kept = service.services.export.of(person.ambassador_id)["kept"]["tallies"]
    assert [(one["measure"], one["counted"]) for one in kept] == [
        (Measure.DRAFTED.value, contents[0].content_id)
    ]


def test_every_kind_of_check_has_a_theme_in_both_languages() -> None:
    assert set(themes()) == set(CHECKS)
    for theme in themes().values():
        assert all((theme.name.fr, theme.name.en, theme.practice.fr, theme.practice.en))


def test_what_ones_posts_helped_with_is_told_to_those_who_are_part_of_the_whole(
    service: Service, contents: list[ContentItem]
) -> None:
    content = contents[4]
    sent = OUTCOME | {"content_id": content.content_id, "clicks": 1204}
    team(service, "POST", "/v1/outcomes", json=sent)
    reader, other = (Person(service, Purpose.SIGNALS) for _ in range(2))
    for person in (reader, other):
        said = {"content_id": content.content_id, "signal": "kept"}
        person.call("POST", "/signals", json=said)
    reader.call("PUT", "/purposes", json={"collective": True})
    (note,) = reader.call("GET", "/helped").json()["notes"]
    assert note["content_id"] == content.content_id
    assert note["text"]["en"] == (
        "All together, the posts on this content: 4,000 people reached, 1,204 visits."
    )
    assert "4\u202f000 personnes atteintes" in note["text"]["fr"]
    assert other.call("GET", "/helped").json()["notes"] == []


def test_the_process_of_a_week_is_the_same_with_any_number_of_workers(service: Service) -> None:
    """Two processes that publish at the same instant publish once."""
    services = service.services
    later = datetime.now(UTC) + timedelta(days=21)
    for person in [Person(service, Purpose.COLLECTIVE) for _ in range(6)]:
        services.tallies.count(person.ambassador_id, Measure.FINDING, ["CH-03:x"], now=later)
    after = later + timedelta(days=7)
    Tallies(services.database).publish(after)
    first = services.tallies.weeks(1)
    Tallies(services.database).publish(after)
    assert services.tallies.weeks(1) == first
