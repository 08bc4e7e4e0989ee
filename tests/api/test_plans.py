"""Plans over anonymous seats: who took one stands nowhere, and nobody is planned by name."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from api import planning
from api.schemas.plans import PlanIn
from api.wiring import Services
from domain.campaigns import Campaign
from domain.content import ContentItem, Objective
from domain.errors import Conflict, NotFound
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.purposes import Purpose
from domain.roles import Caller, Role
from storage.models import PlanSeatRow, SeatMarkRow
from storage.seats import SeatBook
from tests.api.conftest import Make, Service
from tests.builders import item

TODAY = datetime.now(UTC).date()
EXPERTS = {"profile_type": "expert", "languages": ["fr"], "seats": 6}


def add(services: Services, *items: ContentItem) -> None:
    """Keep contents and take them up at once."""
    live = services.live
    services.contents.save(list(items), vectors=live.embed(items), encoder=live.encoder.fingerprint)
    live.refresh()


@pytest.fixture
def planned(make_services: Make) -> Services:
    """Return services with a campaign of three contents."""
    services = make_services()
    services.campaigns.add(
        Campaign(campaign_id="spring", name="Printemps", objective=Objective.TALENT)
    )
    contents = [
        item(content_id=name, title=name, text=name, campaign="spring", url=f"https://x.org/{name}")
        for name in ("pommes", "ponts", "phares")
    ]
    add(services, *contents, item(content_id="other", title="Autre", text="Autre"))
    return services


def somebody(services: Services, kind: ProfileType = ProfileType.EXPERT, **fields: Any) -> str:
    ambassador_id = services.people.create()
    services.people.turn(ambassador_id, {Purpose.PROFILE: True})
    profile = ProfileMix.only(kind)
    usual: dict[str, Any] = {"languages": (Language.FRENCH,), "profile": profile}
    services.people.save(Ambassador(ambassador_id=ambassador_id, **usual | fields))
    return ambassador_id


def plan(services: Services, *groups: dict[str, Any], **more: Any) -> Any:
    caller = Caller(Role.COMMS, key_id="k")
    asked = PlanIn.model_validate({"groups": groups, **more})
    return planning.plan(services, "spring", asked, caller)


def test_the_contents_are_shared_out_over_the_seats(planned: Services) -> None:
    kept = plan(planned, EXPERTS, {"profile_type": "reporter", "languages": ["fr"], "seats": 3})
    told: Counter[str] = Counter()
    for one in kept.seats:
        told[one.content_id] += one.planned
    assert told == {"pommes": 3, "ponts": 3, "phares": 3}


def test_a_seat_is_taken_by_asking_until_none_is_free(planned: Services) -> None:
    plan(planned, EXPERTS | {"seats": 3})
    people = [somebody(planned) for _ in range(3)]
    taken = [planning.take(planned, "spring", one).content_id for one in people]
    assert sorted(taken) == ["phares", "pommes", "ponts"]
    with pytest.raises(NotFound, match="no free seat"):
        planning.take(planned, "spring", somebody(planned))


def test_the_seat_of_the_likest_group_is_taken_first(planned: Services) -> None:
    plan(planned, EXPERTS | {"seats": 1}, {"profile_type": "reporter", "seats": 1}, capacity=1)
    planning.take(planned, "spring", somebody(planned, ProfileType.REPORTER))
    left = [one.group for one in planned.plans.get("spring").seats if one.free]
    assert left == [0]


@pytest.mark.parametrize(
    "fields",
    [{"languages": (Language.ENGLISH,)}, {"never": ("pommes", "ponts", "phares")}],
    ids=["another language", "never these"],
)
def test_what_may_not_be_somebodys_is_not_given_to_them(
    planned: Services, fields: dict[str, Any]
) -> None:
    plan(planned, EXPERTS)
    with pytest.raises(NotFound):
        planning.take(planned, "spring", somebody(planned, **fields))


def test_seats_of_contents_that_are_gone_are_not_offered(planned: Services) -> None:
    plan(planned, EXPERTS)
    contents, live = planned.contents, planned.live
    assert [one.campaign_id for one in planning.open_campaigns(planned)] == ["spring"]
    for name in ("pommes", "ponts"):
        contents.delete(name)
    over = replace(contents.get("phares"), digest="over", expires_at=datetime.now(UTC))
    assert [one.campaign_id for one in planning.open_campaigns(planned)] == ["spring"]
    add(planned, over)
    live.refresh()
    assert planning.open_campaigns(planned) == []


def test_a_campaign_that_does_not_run_gives_no_seats(planned: Services) -> None:
    plan(planned, EXPERTS)
    over = Campaign(
        campaign_id="spring",
        name="Printemps",
        objective=Objective.TALENT,
        ends=TODAY - timedelta(days=1),
    )
    planned.campaigns.replace(over)
    assert planning.open_campaigns(planned) == []
    with pytest.raises(NotFound):
        planning.take(planned, "spring", somebody(planned))
    with pytest.raises(Conflict):
        plan(planned, EXPERTS)


def test_a_new_plan_frees_every_seat(planned: Services) -> None:
    plan(planned, EXPERTS | {"seats": 1})
    taker = somebody(planned)
    planning.take(planned, "spring", taker)
    plan(planned, EXPERTS | {"seats": 2})
    assert free_seats(planned) == 2
    assert planning.held_seats(planned, taker) == {}


def free_seats(services: Services) -> int:
    return sum(one.free for one in services.plans.get("spring").seats)


def test_whoever_asks_again_is_given_the_same_seat_and_takes_no_second_one(
    planned: Services,
) -> None:
    plan(planned, EXPERTS | {"seats": 3})
    one, other = somebody(planned), somebody(planned)
    first = planning.take(planned, "spring", one).content_id
    assert [planning.take(planned, "spring", one).content_id for _ in range(4)] == [first] * 4
    assert free_seats(planned) == 2
    assert planning.take(planned, "spring", other).content_id != first


def test_whoever_asks_many_times_at_once_takes_one_seat(planned: Services) -> None:
    plan(planned, EXPERTS)
    one = somebody(planned)
    with ThreadPoolExecutor(6) as threads:
        taken = list(threads.map(lambda _: planning.take(planned, "spring", one), range(6)))
    assert len({item.content_id for item in taken}) == 1
    assert free_seats(planned) == 5


def test_a_seat_whose_content_may_no_longer_be_theirs_is_left_for_another(
    planned: Services,
) -> None:
    plan(planned, EXPERTS)
    one = somebody(planned)
    first = planning.take(planned, "spring", one)
    over = datetime.now(UTC) - timedelta(hours=1)
    expired = replace(first, expires_at=over, digest="over")
    add(planned, expired)
    assert planning.held_seats(planned, one) == {}
    second = planning.take(planned, "spring", one)
    assert second.content_id != first.content_id
    assert planning.held_seats(planned, one)["spring"].content_id == second.content_id


def test_nothing_leads_from_a_seat_to_whoever_took_it(planned: Services) -> None:
    plan(planned, EXPERTS)
    taker = somebody(planned)
    before = planned.export.of(taker)["kept"]
    planning.take(planned, "spring", taker)
    assert planned.export.of(taker)["kept"] == before
    names = (taker, planned.people.get(taker).owner_token)
    with planned.database.read() as session:
        for table in (PlanSeatRow, SeatMarkRow):
            rows = session.scalars(select(table)).all()
            assert rows
            assert not any(name in str(vars(row)) for row in rows for name in names)
    # Under another secret, the same person's mark is another one.
    assert SeatBook(planned.database, b"another").held(names[1]) == {}


def test_a_person_reads_their_seat_and_erasing_them_leaves_no_mark(planned: Services) -> None:
    plan(planned, EXPERTS)
    one, other = somebody(planned), somebody(planned)
    content = planning.take(planned, "spring", one).content_id
    planning.take(planned, "spring", other)
    assert planned.export.of(one)["seats"] == [{"campaign_id": "spring", "content_id": content}]
    planned.erasure.erase(one)
    with planned.database.read() as session:
        assert len(session.scalars(select(SeatMarkRow)).all()) == 1
    assert planning.held_seats(planned, other)


def test_nobody_takes_a_seat_after_their_erasure(planned: Services) -> None:
    plan(planned, EXPERTS)
    one = somebody(planned)
    token = planned.people.get(one).owner_token
    planned.erasure.erase(one)
    (seats, *_) = planned.plans.get("spring").seats
    with pytest.raises(NotFound):
        planned.seats.take("spring", seats, token)
    assert free_seats(planned) == 6


def test_two_who_ask_at_once_never_take_one_seat(planned: Services) -> None:
    plan(planned, EXPERTS | {"seats": 3})
    people = [somebody(planned) for _ in range(8)]

    def ask(one: str) -> str | None:
        try:
            return planning.take(planned, "spring", one).content_id
        except NotFound:
            return None

    with ThreadPoolExecutor(8) as threads:
        taken = list(threads.map(ask, people))
    assert sum(one is not None for one in taken) == 3
    assert len(set(taken) - {None}) == 3


def test_over_http_a_plan_is_read_as_it_was_made_whoever_took_a_seat(service: Service) -> None:
    services = service.services
    services.campaigns.add(Campaign(campaign_id="h", name="Http", objective=Objective.LEADS))
    add(services, item(content_id="h1", title="Un", text="Un", campaign="h"))
    staff = service.headers(Role.COMMS)
    body = {"groups": [EXPERTS]}
    made = service.client.put("/v1/campaigns/h/plan", headers=staff, json=body)
    assert made.status_code == 200, made.text
    own = service.headers(Role.EMPLOYEE)
    assert "h" in [
        one["id"] for one in service.client.get("/v1/me/seats", headers=own).json()["items"]
    ]
    taken = service.client.post("/v1/me/seats", headers=own, json={"campaign_id": "h"})
    assert taken.json()["content_id"] == "h1"
    again = service.client.get("/v1/me/seats", headers=own).json()["items"]
    assert [one["content_id"] for one in again if one["id"] == "h"] == ["h1"]
    read = service.client.get("/v1/campaigns/h/plan", headers=staff)
    assert read.json() == made.json()
    assert read.json()["groups"][0]["planned"] == [{"content_id": "h1", "seats": 6}]
    none = service.client.post("/v1/me/seats", headers=own, json={"campaign_id": "unknown"})
    assert (none.status_code, none.json()["code"]) == (404, "not_found")
