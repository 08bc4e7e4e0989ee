"""Requests made from our own OpenAPI document, right and wrong ones, as every role.

Every check of schemathesis holds: no server error, no status, header, type or shape that the
document does not name, nothing accepted that it forbids, nothing open without a key.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import hypothesis
import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks
from schemathesis.core.failures import AcceptedNegativeData
from schemathesis.openapi.checks import RejectedPositiveData

from api.app import create_app
from api.settings import Settings
from api.wiring import Services, open_services
from domain.roles import Role
from tests.api.conftest import NewFolder

pytestmark = [
    pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning"),
    # What the document allows takes longer to work out than to send: once, for every role.
    pytest.mark.xdist_group("contract"),
]

# Right in itself, and refused for what is kept: the version is another one, or must be named.
OF_VERSIONS = {412, 428}
TOO_LARGE = 413
SLICE, FULL = 2, 20
ASKED_IN_FULL = 5_000
# What no schema can say: how two fields, or a field and what is kept, go together.
BEYOND_THE_SCHEMA = (
    "say who will speak",
    "give exactly one of",
    "give either",
    "there is no platform",
    "the purpose ",
    "turn the purpose ",
    "its address is not a whole web address",
    "is not a whole web address",
    "this key came with another request",
    "ends no later than its embargo",
    # JSON Schema has no bounds for a date.
    "must be 2000-01-03 or later",
    "must be 2999-12-31 or earlier",
    "send one card per language",
    "to be named, give name",
    "give content_id, campaign_id or both",
    "give the day of from, or a later one",
    "give one share above 0",
)


@dataclass(frozen=True)
class Documented:
    """A running application, and the operations of its document."""

    services: Services
    operations: list[Any]


@pytest.fixture(scope="module")
def documented(new_demo: NewFolder) -> Iterator[Documented]:
    settings = Settings.from_environment(
        data_dir=new_demo(),
        demo=True,
        vector_index="exact",
        rate_limit=10_000_000,
    )
    services = open_services(settings)
    load_all_checks()
    app = create_app(services)
    with TestClient(app):
        schema = schemathesis.openapi.from_asgi("/openapi.json", app)
        yield Documented(services, list(schema.get_all_operations()))


def key_of(services: Services, role: Role) -> str:
    # Somebody new each time: one of the routes erases them.
    owner = services.people.create() if role is Role.EMPLOYEE else None
    return services.access.create_key(role, ambassador_id=owner)[1]


def call(case: Any, headers: dict[str, str]) -> None:
    """Send one request and hold its answer against the document."""
    response = case.call(headers=headers)
    try:
        case.validate_response(response, headers=headers)
    except BaseExceptionGroup as group:
        _, rest = group.split((AcceptedNegativeData, RejectedPositiveData))
        if rest is not None or not (_is_excused(response) or _may_be_refused(response)):
            raise


def _is_excused(response: Any) -> bool:
    """Tell whether a wrong request was answered as it should be, though the tool cannot know.

    A body that is too large is refused before anybody looks what else is wrong with it; and
    written into an address, an empty list reads as an empty text, which is right.
    """
    is_emptied = "=&" in f"{urlsplit(str(response.request.url)).query}&"
    return response.status_code == TOO_LARGE or (response.status_code < 300 and is_emptied)


def _may_be_refused(response: Any) -> bool:
    told = response.json() if response.status_code == 422 else {}
    return response.status_code in OF_VERSIONS or _is_beyond(told)


def _is_beyond(problem: dict[str, Any]) -> bool:
    if problem.get("code") == "charter_invalid":
        return True
    messages = [one["message"] for one in problem.get("errors", ())]
    return bool(messages) and all(one.startswith(BEYOND_THE_SCHEMA) for one in messages)


def try_everything(documented: Documented, role: Role, examples: int) -> int:
    """Try every operation as one role; return how many requests were made."""
    return sum(
        try_one(found, mode, key_of(documented.services, role), examples)
        for found in documented.operations
        for mode in GenerationMode
    )


def try_one(found: Any, mode: GenerationMode, key: str, examples: int) -> int:
    """Try one operation, with what the document allows or with what it forbids."""
    headers = {"Authorization": f"Bearer {key}"}
    made = 0

    @hypothesis.settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.generate],
    )
    @hypothesis.given(case=found.ok().as_strategy(generation_mode=mode))
    def run(case: Any) -> None:
        nonlocal made
        made += 1
        call(case, headers)

    # A route that takes nothing cannot be asked wrongly.
    with suppress(Unsatisfiable):
        run()
    return made


@pytest.mark.parametrize("role", Role)
def test_every_answer_is_one_the_document_names(documented: Documented, role: Role) -> None:
    assert try_everything(documented, role, SLICE) > 60


@pytest.mark.soak
@pytest.mark.parametrize("role", Role)
def test_thousands_of_answers_are_ones_the_document_names(
    documented: Documented, role: Role
) -> None:
    made = try_everything(documented, role, FULL)
    print(f"\n{role}: {made} requests, 0 server errors, 0 contract violations")  # noqa: T201 - the figure
    assert made * len(Role) >= ASKED_IN_FULL
