"""An organisation with a campaign, as tests of campaigns run it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy import select

from api.app import create_app
from api.wiring import Services
from domain.people import Ambassador
from domain.purposes import Purpose
from domain.roles import Role
from storage.models import EventRow

SPRING = {"id": "spring", "name": "Printemps", "objective": "talent"}
TEXT = (
    "Le capteur d’Orvault écoute le tunnel depuis mars. L’équipe a mesuré 24 tronçons pendant "
    "six semaines. Sur la fonte, deux capteurs espacés de 180 m suffisent. Le sable mouillé retire "
    "8 dB au signal. « Nous écoutons la nuit », explique Léa Vaurigal. La méthode est décrite en "
    "cinq étapes dans le guide public. La ville a remplacé 3 vannes. Le chantier a duré 9 jours."
)


class Organization:
    """A running service, its communication team, and people with keys of their own."""

    def __init__(self, client: TestClient, services: Services) -> None:
        self.client, self.services = client, services
        self.comms = self.header(Role.COMMS)

    def header(self, role: Role, ambassador_id: str | None = None) -> dict[str, str]:
        _, key = self.services.access.create_key(role, ambassador_id=ambassador_id)
        return {"Authorization": f"Bearer {key}"}

    def call(self, method: str, path: str, **more: Any) -> Any:
        return self.client.request(method, path, headers=more.pop("who", self.comms), **more)

    def welcome(self, *purposes: Purpose, **described: Any) -> str:
        people = self.services.people
        ambassador_id = people.create()
        people.turn(ambassador_id, dict.fromkeys(purposes, True))
        if described:
            people.save(Ambassador(ambassador_id=ambassador_id, **described))
        return ambassador_id

    def drafts_of(self, ambassador_id: str) -> list[dict[str, Any]]:
        who = self.header(Role.EMPLOYEE, ambassador_id)
        drafts: list[dict[str, Any]] = self.call("GET", "/v1/me/drafts", who=who).json()["drafts"]
        return drafts

    def prepare(self, campaign_id: str = "spring") -> Any:
        job = self.call("POST", f"/v1/campaigns/{campaign_id}/drafts")
        assert job.status_code == 202, job.text
        return wait(lambda: self.over(job.json()["job_id"]))

    def over(self, job_id: str) -> Any:
        job = self.call("GET", f"/v1/jobs/{job_id}").json()
        return job if job["finished_at"] else None


def wait(condition: Callable[[], Any], seconds: float = 60) -> Any:
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"it did not come to be within {seconds} s"
        time.sleep(0.05)
    return found


def events(services: Services) -> list[str]:
    with services.database.read() as session:
        return [row.body for row in session.scalars(select(EventRow))]


@contextmanager
def running(services: Services) -> Iterator[Organization]:
    with TestClient(create_app(services), raise_server_exceptions=False) as client:
        yield Organization(client, services)


@contextmanager
def organized(services: Services) -> Iterator[Organization]:
    """Run a service with a campaign, two contents of it and one of none."""
    with running(services) as organization:
        assert organization.call("POST", "/v1/campaigns", json=SPRING).status_code == 201
        for number in range(2):
            organization.call("POST", "/v1/contents", json=content(number, campaign="Printemps"))
        organization.call("POST", "/v1/contents", json=content(9))
        yield organization


def content(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"c_{number}",
        "title": f"Capteur {number} : écouter un tunnel",
        "text": f"Chantier numéro {number}. {TEXT}",
        "language": "fr",
        **more,
    }
