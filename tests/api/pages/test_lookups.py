"""What a page names is looked up together, and whoever is erased meanwhile is nobody any more."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from fastapi import Request
from sqlalchemy import event

from api.identity import COOKIE
from api.pages.route import problem_page
from domain.content import ContentItem
from domain.errors import NotFound
from domain.outcomes import Figures, Outcome
from domain.purposes import Purpose
from domain.roles import Role
from domain.signals import Signal
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn

MONDAY = date(2026, 3, 2)


@contextmanager
def reads(service: Service) -> Iterator[list[str]]:
    """Collect the statements that read contents."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.extend([statement] if "FROM contents" in statement else [])

    engine = service.services.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def contents(service: Service) -> list[ContentItem]:
    found, _ = service.services.contents.page(limit=9)
    return found


def test_figures_on_many_contents_read_the_database_as_often_as_on_one(
    service: Service, sign_in: SignIn, contents: list[ContentItem]
) -> None:
    team, counted = sign_in(Role.COMMS), list[int]()
    for week, item in enumerate(contents):
        monday = MONDAY + timedelta(weeks=week)
        service.services.outcomes.report(
            Outcome(
                content_id=item.content_id,
                campaign_id=None,
                first_week=monday,
                last_week=monday,
                people=9,
                figures=Figures(reach=100),
            )
        )
        with reads(service) as seen:
            page = team.get("/insights")
        counted.append(len(seen))
    assert all(f'href="/newsroom/{one.content_id}"' in page.text for one in contents)
    assert counted[-1] <= counted[0]


def test_a_desk_with_many_signals_reads_the_database_as_often_as_with_one(
    service: Service, sign_in: SignIn, newcomer: str, contents: list[ContentItem]
) -> None:
    services, counted = service.services, list[int]()
    services.people.turn(newcomer, {Purpose.SIGNALS: True, Purpose.COLLECTIVE: True})
    for item in contents:
        services.signals.give(newcomer, item.content_id, Signal.KEPT)
        with reads(service) as seen:
            assert sign_in(ambassador_id=newcomer).get("/desk").status_code == 200
        counted.append(len(seen))
    assert counted[-1] <= counted[0]


def test_whoever_is_erased_while_a_page_is_made_is_at_the_door_again(
    service: Service, newcomer: str
) -> None:
    """Their session was theirs when the page began, and is nobody's when it looks for them."""
    services = service.services
    token = services.access.open_session(Role.EMPLOYEE, ambassador_id=newcomer)
    services.erasure.erase(newcomer)
    request = Request(
        {
            "type": "http",
            "method": "GET",
            "path": "/seats",
            "query_string": b"",
            "headers": [(b"cookie", f"{COOKIE}={token}".encode())],
            "app": service.client.app,
        }
    )
    page = problem_page(request, NotFound("there is no ambassador"))
    assert page.status_code == 401
    stranger = Request({**request.scope, "headers": []})
    assert problem_page(stranger, NotFound("nothing here")).status_code == 404
