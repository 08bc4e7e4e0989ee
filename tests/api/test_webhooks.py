"""Webhooks: signed, sent again until they arrive, and never about a person."""

import hmac
import json
import threading
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI, Request, Response
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from api.webhooks import Webhooks
from api.wiring import Services
from domain.errors import SettingsInvalid
from domain.roles import Role
from storage.outbox import WAITS
from tests.api.conftest import Cli, Make
from tests.serving import serving

SECRET = "a-secret-shared-with-the-receiver"
CONTENT = {
    "title": "Two sensors",
    "text": "On cast iron, two sensors 180 m apart hear a leak of 0.5 m³/h.",
    "language": "en",
}


class Receiver:
    """An operator's own server, which may be busy first."""

    def __init__(self) -> None:
        self.refusals = 0
        self.received: list[tuple[dict[str, str], str]] = []
        self.came = threading.Event()

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.post("/events")
        async def events(request: Request) -> Response:
            body = (await request.body()).decode()
            self.received.append((dict(request.headers), body))
            if self.refusals:
                self.refusals -= 1
                return Response(status_code=503)
            self.came.set()
            return Response(status_code=204)

        @app.post("/away")
        async def away() -> Response:
            return Response(status_code=307, headers={"Location": "/events"})

        return app


class Clock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 28, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def receiver() -> Iterator[tuple[Receiver, str]]:
    receiver = Receiver()
    with serving(receiver.app()) as address:
        yield receiver, address


def hooked(make_services: Make, *urls: str) -> Services:
    return make_services(webhook_urls=urls, webhook_secret=SECRET, vector_index="exact")


def at(services: Services, clock: Clock) -> Webhooks:
    hooks = services.webhooks
    return Webhooks(hooks.outbox, hooks.urls, hooks.secret, clock)


def test_an_event_is_signed_over_exactly_its_bytes(
    make_services: Make, receiver: tuple[Receiver, str]
) -> None:
    heard, address = receiver
    services = hooked(make_services, f"{address}/events")
    services.webhooks.campaign_ready("cmp_é1")
    assert services.webhooks.deliver() == 1
    ((headers, body),) = heard.received
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}".encode()
    version, _, given = headers["webhook-signature"].partition(",")
    assert version == "v1"
    assert b64decode(given) == hmac.new(SECRET.encode(), signed, sha256).digest()
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 60
    assert json.loads(body)["type"] == "campaign.ready"
    assert json.loads(body)["data"] == {"campaign_id": "cmp_é1"}


@pytest.mark.parametrize("secret", [SECRET, f"whsec_{b64encode(SECRET.encode()).decode()}"])
def test_the_key_is_what_a_library_of_the_standard_takes_it_for(
    make_services: Make, receiver: tuple[Receiver, str], secret: str
) -> None:
    heard, address = receiver
    services = make_services(
        webhook_urls=(f"{address}/events",), webhook_secret=secret, vector_index="exact"
    )
    services.webhooks.campaign_ready("cmp_1")
    services.webhooks.deliver()
    ((headers, body),) = heard.received
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.{body}".encode()
    wanted = b64encode(hmac.new(SECRET.encode(), signed, sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{wanted}"


def test_an_import_without_the_settings_is_told_by_the_service_that_has_them(
    make_services: Make, receiver: tuple[Receiver, str], cli: Cli
) -> None:
    heard, address = receiver
    Path("rows.jsonl").write_text(json.dumps(CONTENT), encoding="utf-8")
    services = hooked(make_services, f"{address}/events")
    assert cli("import", "rows.jsonl") == 0
    assert services.webhooks.deliver() == 1
    ((_, body),) = heard.received
    (kept,) = services.contents.all()
    said = json.loads(body)
    assert (said["type"], said["data"]["content_ids"]) == ("content.imported", [kept.content_id])
    assert services.webhooks.deliver() == 0


def test_what_no_service_told_for_a_day_is_told_no_more(make_services: Make) -> None:
    clock = Clock()
    outbox = make_services(vector_index="exact").webhooks.outbox
    left = Webhooks(outbox, (), b"", clock)
    left.content_left(["c_old"])
    clock.now += timedelta(hours=25)
    left.content_left(["c_new"])
    outbox.address(("https://a.example", "https://b.example"), clock.now)
    events = outbox.take(clock.now)
    assert sorted(one.url for one in events) == ["https://a.example", "https://b.example"]
    assert all("c_new" in one.body for one in events)
    assert len({one.event_id for one in events}) == 2


def test_an_event_is_sent_again_with_the_same_id_until_it_arrives(
    make_services: Make, receiver: tuple[Receiver, str]
) -> None:
    heard, address = receiver
    heard.refusals = 2
    clock = Clock()
    hooks = at(hooked(make_services, f"{address}/events"), clock)
    hooks.campaign_ready("cmp_1")
    arrived = [hooks.deliver()]
    for wait in WAITS[:2]:
        arrived += [hooks.deliver()]
        clock.now += wait
        arrived += [hooks.deliver()]
    assert arrived == [0, 0, 0, 0, 1]
    assert len({headers["webhook-id"] for headers, _ in heard.received}) == 1
    clock.now += timedelta(days=1)
    assert hooks.deliver() == 0


def test_an_event_nobody_takes_is_given_up_in_the_end(make_services: Make) -> None:
    clock = Clock()
    services = hooked(make_services, "http://127.0.0.1:9/events")
    hooks = at(services, clock)
    hooks.campaign_ready("cmp_1")
    for wait in (*WAITS, timedelta(0)):
        assert hooks.deliver() == 0
        clock.now += wait
    assert hooks.outbox.take(clock.now + timedelta(days=9)) == []


def test_an_event_waits_for_a_service_that_was_stopped(
    make_services: Make, receiver: tuple[Receiver, str]
) -> None:
    heard, address = receiver
    services = hooked(make_services, f"{address}/events")
    services.webhooks.campaign_ready("cmp_1")
    with TestClient(create_app(services)):
        assert heard.came.wait(10)


def test_an_event_is_one_process_at_a_time(make_services: Make) -> None:
    clock = Clock()
    hooks = at(hooked(make_services, "http://127.0.0.1:9/events"), clock)
    hooks.campaign_ready("cmp_1")
    assert len(hooks.outbox.take(clock.now)) == 1
    assert hooks.outbox.take(clock.now) == []
    assert len(hooks.outbox.take(clock.now + timedelta(minutes=2))) == 1


def test_a_redirect_is_not_followed(make_services: Make, receiver: tuple[Receiver, str]) -> None:
    heard, address = receiver
    services = hooked(make_services, f"{address}/away")
    services.webhooks.campaign_ready("cmp_1")
    assert services.webhooks.deliver() == 0
    assert heard.received == []


def test_adding_content_tells_its_id_and_nobodys(
    make_services: Make, receiver: tuple[Receiver, str]
) -> None:
    heard, address = receiver
    services = hooked(make_services, f"{address}/events")
    _, key = services.access.create_key(Role.COMMS, name="canary of staff")
    with TestClient(create_app(services)) as client:
        headers = {"Authorization": f"Bearer {key}"}
        added = client.post("/v1/contents", headers=headers, json=CONTENT).json()
        assert heard.came.wait(10)
    ((_, body),) = heard.received
    said = json.loads(body)
    assert said["type"] == "content.imported"
    assert said["data"] == {"count": 1, "content_ids": [added["content_id"]]}
    assert "canary" not in body


def test_without_an_address_nothing_is_kept(make_services: Make) -> None:
    services = make_services(vector_index="exact")
    services.webhooks.campaign_ready("cmp_1")
    services.webhooks.content_imported(["c_1"])
    assert services.webhooks.deliver() == 0
    assert services.webhooks.outbox.take(datetime.now(UTC) + timedelta(days=1)) == []


@pytest.mark.parametrize(
    "settings",
    [
        {"webhook_urls": "https://hooks.example/a"},
        {"webhook_urls": "https://hooks.example/a", "webhook_secret": "short"},
        {"webhook_urls": "https://hooks.example/a", "webhook_secret": f"whsec_{SECRET}"},
        {"webhook_urls": "https://hooks.example/a", "webhook_secret": "whsec_c2hvcnQgYXMgYSBrZXk="},
        {"webhook_urls": "ftp://hooks.example/a", "webhook_secret": SECRET},
        {"webhook_urls": "https://user:password@hooks.example", "webhook_secret": SECRET},
    ],
    ids=str,
)
def test_a_webhook_that_cannot_be_is_refused_at_the_start(settings: dict[str, Any]) -> None:
    with pytest.raises(SettingsInvalid, match="WEBHOOK") as refused:
        Settings.from_environment(**settings)
    assert SECRET not in str(refused.value)
