"""No surveillance, as a contract over the document and over the stores.

No route tells staff or a platform who asked, refused, ignored, was blocked or posted, and no
table keeps when, or anything of somebody who said nothing.
"""

import re
from collections.abc import Iterator
from secrets import token_hex
from typing import Any

import pytest
from sqlalchemy import Date

from api.app import create_app
from domain.purposes import Purpose
from domain.roles import Role
from storage.declaration import owner_column, personal_columns
from storage.models import Base
from storage.models.base import Instant
from tests.api.conftest import Service
from tests.api.people import Person
from tests.api.rules import RULES

DOCUMENT = create_app().openapi()
OTHERS = {Role.PLATFORM, Role.COMMS, Role.ADMIN}
# Words that only an answer to the person themselves may hold.
OF_SOMEBODY = re.compile(
    r"ambassador_id|owner_token|person|author_id|employee|participant|signed_in|last_seen|refused"
)


def fields(schema: Any, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the name of every field a schema can hold, however deep."""
    if isinstance(schema, list):
        for one in schema:
            yield from fields(one, seen)
    elif isinstance(schema, dict):
        name = schema.get("$ref", "").rpartition("/")[2]
        if name and name not in seen:
            yield from fields(DOCUMENT["components"]["schemas"][name], seen | {name})
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from fields(value, seen)


def answers(path: str, method: str) -> Iterator[str]:
    for status, response in DOCUMENT["paths"][path][method]["responses"].items():
        if status.startswith("2"):
            for content in response.get("content", {}).values():
                yield from fields(content.get("schema", {}))


@pytest.mark.parametrize(
    "route",
    sorted(route for route, roles in RULES.items() if roles & OTHERS),
    ids=" ".join,
)
def test_no_answer_to_anybody_else_has_a_place_for_somebody(route: tuple[str, str]) -> None:
    method, path = route
    if path == "/v1/drafts":
        return  # what the caller asked for, about whom the caller described
    assert [one for one in answers(path, method.lower()) if OF_SOMEBODY.search(one)] == []


def test_the_routes_to_one_self_are_for_oneself_alone() -> None:
    own = {route for route in RULES if route[1].startswith("/v1/me")}
    assert len(own) > 15
    assert all(RULES[route] == {Role.EMPLOYEE} for route in own)


def test_no_route_and_no_field_counts_points_or_ranks_people() -> None:
    words = re.compile(r"leaderboard|points|rank|streak|badge|reminder|participation|score_of")
    assert not [path for path in DOCUMENT["paths"] if words.search(path)]
    named = {one for schema in DOCUMENT["components"]["schemas"].values() for one in fields(schema)}
    assert not [name for name in named if words.search(name)]


MOMENTS = {
    "ambassadors.created_at": "the account",
    "api_keys.created_at": "the account",
    "api_keys.previous_ends_at": "when a rotated key ends",
    "api_keys.revoked_at": "the account",
    "drafts.ends_at": "when it is deleted",
    "drafts.made_at": "shown to its owner, with the purpose `drafts` alone",
    "first_answers.ends_at": "when it is deleted",
    "grants.granted_at": "shown to its owner",
    "prepared_drafts.ends_at": "when it is deleted",
    "prepared_drafts.made_at": "when the campaign made it",
    "proposals.decided_on": "when the team decided; a day",
    "proposals.proposed_on": "what they sent; a day",
    "purposes.changed_at": "the ledger",
    "reservations.ends_at": "when it is deleted",
    "sessions.ends_at": "when it is deleted",
    "tallies.week": "a whole week, deleted when it ends",
}
"""Every moment kept of a person and why. One that is not here fails: is it a trace of coming?"""


def test_no_moment_is_kept_of_a_person_without_a_reason() -> None:
    moments = {
        f"{table.name}.{column.name}"
        for table in Base.metadata.sorted_tables
        for column, _ in personal_columns(table)
        if isinstance(column.type, Instant | Date)
    }
    assert moments <= set(MOMENTS), moments - set(MOMENTS)


def rows(service: Service) -> dict[str, list[Any]]:
    with service.services.database.engine.connect() as connection:
        return {
            table.name: sorted(map(str, connection.execute(table.select()).all()))
            for table in Base.metadata.sorted_tables
            if "last_used" not in str(table.columns)
        }


def test_asking_refusing_ignoring_and_being_blocked_leave_no_trace_in_any_store(
    service: Service,
) -> None:
    person = Person(service, Purpose.PROFILE)
    person.call("PUT", json={"topics": ["acoustique"]})
    person.call("GET")
    before = rows(service)
    person.send("POST", "/v1/recommendations", json={"k": 5})
    person.send("POST", "/v1/recommendations", json={"k": 5})
    blocked = {"text": "Écrivez à lea@tessonde.example.", "language": "fr"}
    assert person.send("POST", "/v1/checks", json=blocked).json()["outcome"] == "block"
    person.call("GET", "/drafts")
    person.call("GET", "/helped")
    person.call("GET", "/export")
    assert rows(service) == before


def test_a_draft_leaves_a_fingerprint_that_leads_to_nobody(service: Service) -> None:
    person = Person(service)
    person.call("GET")
    (content, *_), _ = service.services.contents.page(limit=1)
    before = rows(service)
    inline = {
        "title": token_hex(4),
        "text": f"Sur la fonte, deux capteurs espacés de {len(content.text)} m suffisent.",
        "language": "fr",
    }
    asked = {"content": inline, "language": "fr"}
    assert person.send("POST", "/v1/drafts", json=asked).status_code == 200
    after = rows(service)
    assert {name for name in after if after[name] != before[name]} == {"reservations"}
    assert person.ambassador_id not in str(after["reservations"])


def test_of_somebody_a_platform_describes_nothing_is_kept_but_a_fingerprint_and_a_sealed_answer(
    service: Service,
) -> None:
    before = rows(service)
    described = {
        "name": "Zoé Canari",
        "posts": ["Mon canari-post du matin, sur la fonte."],
        "topics": ["canari-sujet"],
        "profile_type": "expert",
        "languages": ["fr"],
    }
    text = "Sur la fonte, deux capteurs espacés de 48 m suffisent. L’essai a duré six semaines."
    asked: dict[str, Any] = {
        "content": {"title": "Deux capteurs", "text": f"{text} La méthode est publique."},
        "ambassador": described,
        "notes": ["J’ai vu le canari-note chanter."],
        "language": "fr",
    }
    asked["content"]["language"] = "fr"
    headers = {**service.headers(Role.PLATFORM), "Idempotency-Key": token_hex(16)}
    answer = service.client.post("/v1/drafts", json=asked, headers=headers)
    assert answer.json()["drafts"], answer.text
    after = rows(service)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"reservations", "first_answers"}
    held = [path.read_bytes() for path in service.services.settings.data_dir.rglob("*.db*")]
    assert not [
        one for one in held if re.search(rb"(?i)canari-(post|sujet|note)|Zo\xc3\xa9 C", one)
    ]


def test_every_table_that_concerns_somebody_leads_to_them_for_export_and_erasure() -> None:
    for table in Base.metadata.sorted_tables:
        if list(personal_columns(table)):
            assert owner_column(table) is not None
