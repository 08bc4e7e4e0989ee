"""Campaigns: drafts are prepared for those who wanted that, each for its owner alone."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from api.wiring import Services
from domain.people import ProfileMix, ProfileType
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Make
from tests.api.running_campaigns import (
    SPRING,
    TEXT,
    Organization,
    content,
    events,
    organized,
    running,
    wait,
)
from tests.builders import item


@pytest.fixture
def organization(make_services: Make) -> Iterator[Organization]:
    with organized(make_services()) as organization:
        yield organization


def test_only_those_who_wanted_it_find_a_draft_on_a_content_of_the_campaign(
    organization: Organization,
) -> None:
    wanting = [organization.welcome(Purpose.PREPARED_DRAFTS) for _ in range(2)]
    others = [organization.welcome(), organization.welcome(Purpose.DRAFTS)]
    job = organization.prepare()
    assert job["state"] == "done"
    found = [organization.drafts_of(one) for one in wanting]
    assert [len(drafts) for drafts in found] == [1, 1]
    assert {drafts[0]["content_id"] for drafts in found} <= {"c_0", "c_1"}
    assert found[0][0]["text"] != found[1][0]["text"]
    assert not any(organization.drafts_of(one) for one in others)
    kept = organization.services.drafts.of(wanting[0])[0]
    assert kept.is_prepared
    assert timedelta(days=13) < kept.ends_at - datetime.now(UTC) <= timedelta(days=14)


def test_that_a_campaign_is_ready_is_told_once_and_says_nothing_of_anybody(
    make_services: Make,
) -> None:
    # Nobody listens there: the event waits in the outbox, where it can be read.
    services = make_services(
        webhook_urls=("http://127.0.0.1:9/events",), webhook_secret="a-secret-of-the-receiver"
    )
    with running(services) as organization:
        organization.call("POST", "/v1/campaigns", json=SPRING)
        organization.services.contents.save([item(campaign="spring")], vectors={}, encoder="e")
        people = [organization.welcome(Purpose.PREPARED_DRAFTS) for _ in range(2)]
        assert organization.prepare()["state"] == "done"
        # The job is over first, and told then.
        told = wait(lambda: events(services))
    (event,) = [json.loads(body) for body in told if "campaign.ready" in body]
    assert event["data"] == {"campaign_id": "spring"}
    assert not [1 for one in people for body in told if one in body]


@pytest.mark.parametrize(("people", "told"), [(4, None), (7, 5)])
def test_people_are_counted_in_whole_fives_and_nobody_is_named(
    organization: Organization, tmp_path: Path, people: int, told: int | None
) -> None:
    ids = [organization.welcome(Purpose.PREPARED_DRAFTS) for _ in range(people)]
    job = organization.prepare()
    assert job["progress"] == {"people": told, "done": told}
    assert not any(one in str(job) for one in ids)
    organization.services.people.turn(ids[0], {Purpose.PREPARED_DRAFTS: False})
    kept = b"".join(path.read_bytes() for path in (tmp_path / "data").glob("jobs.db*"))
    assert kept
    assert not any(one.encode() in kept for one in ids)
    with organization.services.database.read() as session:
        left = session.connection().exec_driver_sql("SELECT count(*) FROM job_seats").scalar()
    assert left == 0
    assert organization.services.drafts.of(ids[0]) == []


def test_a_campaign_is_for_the_types_it_names_and_for_those_who_name_none(
    organization: Organization,
) -> None:
    meant = {**SPRING, "profile_types": ["hr_ambassador"]}
    assert organization.call("PUT", "/v1/campaigns/spring", json=meant).status_code == 200
    both = (Purpose.PREPARED_DRAFTS, Purpose.PROFILE)
    mixes = [
        ProfileMix.only(ProfileType.EXPERT),
        ProfileMix({ProfileType.EXPERT: 0.7, ProfileType.HR_AMBASSADOR: 0.3}),
    ]
    expert, mixed = (organization.welcome(*both, profile=mix) for mix in mixes)
    nobody = organization.welcome(*both, topics=("tunnel",))
    never = organization.welcome(*both, never=("tunnel",))
    organization.prepare()
    drafts = {one: len(organization.drafts_of(one)) for one in (expert, mixed, nobody, never)}
    assert drafts == {expert: 0, mixed: 1, nobody: 1, never: 0}


def test_what_authors_receive_reaches_every_draft_and_check(organization: Organization) -> None:
    paid = {**SPRING, "consideration": "un bon d’achat de 50 €"}
    organization.call("PUT", "/v1/campaigns/spring", json=paid)
    post = "Je travaille chez Tessonde. Les capteurs de Tessonde écoutent le tunnel."
    told = rules(organization, post, "c_0") - rules(organization, post, "c_9")
    assert told
    # An author who receives something has to say so, which no engine may say for them.
    asked = {"content_id": "c_0", "language": "fr", "ambassador": {"organization": "Tessonde"}}
    who = organization.header(Role.PLATFORM)
    answer = organization.call("POST", "/v1/drafts", who=who, json=asked).json()
    assert not any(rules(organization, one["text"], "c_0") & told for one in answer["drafts"])
    found = {one["rule"] for each in answer["withheld"] for one in each["findings"]}
    assert answer["drafts"] or found & told


def test_a_text_about_a_paid_content_says_so_though_it_praises_nothing(
    organization: Organization,
) -> None:
    paid = {**SPRING, "consideration": "un bon d’achat de 20 €"}
    organization.call("PUT", "/v1/campaigns/spring", json=paid)
    for post in (
        "Je travaille chez Tessonde. Les capteurs écoutent le tunnel.",
        "Je travaille chez Tessonde. Éloïse Prigent, notre présidente, écoute le tunnel.",
    ):
        assert "CH-02" in rules(organization, post, "c_0")
        assert "CH-02" not in rules(organization, f"Publicité – {post}", "c_0")
        assert "CH-02" not in rules(organization, post, "c_9")


def test_a_link_to_a_paid_content_is_paid_for_without_its_id(organization: Organization) -> None:
    paid = {**SPRING, "consideration": "un bon d’achat de 50 €"}
    organization.call("PUT", "/v1/campaigns/spring", json=paid)
    for number, more in ((5, {"campaign": "spring"}), (6, {})):
        url = f"https://tessonde.example/articles/{number}"
        organization.call("POST", "/v1/contents", json=content(number, url=url, **more))
    post = "Je travaille chez Tessonde. À lire : {}"
    links = {
        "https://www.tessonde.example/articles/5?utm_source=mail": True,
        "tessonde.example/articles/5.": True,
        "https://tessonde.example/articles/6": False,
        "https://tessonde.example/": False,
    }
    assert {one: "CH-02" in rules(organization, post.format(one)) for one in links} == links
    source = {"text": TEXT, "url": "https://tessonde.example/articles/5"}
    told = "Je travaille chez Tessonde. Les capteurs de Tessonde écoutent le tunnel."
    assert "CH-02" in rules(organization, told, source=source)


def rules(
    organization: Organization, text: str, content_id: str | None = None, **more: Any
) -> set[str]:
    body = {"text": text, "language": "fr", "content_id": content_id, **more}
    findings = organization.call("POST", "/v1/checks", json=body).json()["findings"]
    return {one["rule"] for one in findings if one["severity"] != "warn"}


def test_a_second_job_waits_for_the_first_and_a_cancelled_one_stays_so(
    organization: Organization,
) -> None:
    jobs = organization.services.jobs
    organization.welcome(Purpose.PREPARED_DRAFTS)
    asked = organization.call("POST", "/v1/campaigns/spring/drafts").json()
    again = organization.call("POST", "/v1/campaigns/spring/drafts")
    assert (again.status_code, again.json()["code"]) in {(409, "conflict"), (202, None)}
    cancelled = organization.call("DELETE", f"/v1/jobs/{asked['job_id']}").json()
    assert cancelled["state"] in {"cancelled", "done"}
    wait(lambda: not jobs.going_on())
    assert organization.call("GET", f"/v1/jobs/{asked['job_id']}").json()["state"] in {
        "cancelled",
        "done",
    }


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/v1/campaigns/none/drafts", 404),
        ("GET", "/v1/jobs/none", 404),
        ("DELETE", "/v1/jobs/none", 404),
        ("POST", "/v1/campaigns/over/drafts", 409),
    ],
)
def test_what_there_is_not_or_is_over_is_told(
    organization: Organization, method: str, path: str, status: int
) -> None:
    over = {**SPRING, "id": "over", "name": "Hiver", "from": "2020-01-01", "to": "2020-03-01"}
    organization.call("POST", "/v1/campaigns", json=over)
    assert organization.call(method, path).status_code == status


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"to": "2020-01-01", "from": "2020-02-01"}, 422),
        ({"objective": "fame"}, 422),
        ({"profile_types": ["boss"]}, 422),
        ({"name": " "}, 422),
        ({"name": "Another name of the same id"}, 409),
        ({"id": "other"}, 409),
        ({"id": "other", "name": "spring"}, 409),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(
    organization: Organization, changes: dict[str, Any], status: int
) -> None:
    answer = organization.call("POST", "/v1/campaigns", json={**SPRING, **changes})
    assert answer.status_code == status, answer.text


def test_a_job_cut_off_by_a_shutdown_goes_on_at_the_next_start(
    make_services: Make,
) -> None:
    services = make_services()
    with running(services) as organization:
        organization.call("POST", "/v1/campaigns", json=SPRING)
        for number in range(3):
            organization.call("POST", "/v1/contents", json=content(number, campaign="spring"))
        people = [organization.welcome(Purpose.PREPARED_DRAFTS) for _ in range(6)]
        job_id = organization.call("POST", "/v1/campaigns/spring/drafts").json()["job_id"]
        wait(lambda: any(services.drafts.of(one) for one in people))
    with running(make_services()) as again:
        job = wait(lambda: again.over(job_id))
        assert job["state"] == "done"
        kept = [again.services.drafts.of(one) for one in people]
    assert max(len(drafts) for drafts in kept) == 1
    held = [one for number in range(3) for one in held_on(services, f"c_{number}")]
    assert sorted(held) == sorted(draft.draft_id for drafts in kept for draft in drafts)


def held_on(services: Services, content_id: str) -> list[str]:
    return [one.reservation_id for one in services.reservations.live(content_id)]


def test_a_service_that_keeps_nothing_prepares_nothing(make_services: Make) -> None:
    with running(make_services(stateless=True)) as organization:
        organization.call("POST", "/v1/campaigns", json=SPRING)
        answer = organization.call("POST", "/v1/campaigns/spring/drafts")
        assert (answer.status_code, answer.json()["code"]) == (409, "conflict")
