"""The Python client against a real server: typed answers, typed refusals, retries that are safe."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from api.client import PorteVoix, Problem
from api.schemas.checks import CheckIn
from api.schemas.drafts import InlineContent
from api.schemas.people import AmbassadorIn
from domain.language import Language
from domain.people import ProfileType
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.test_drafts import INLINE
from tests.serving import serving


@pytest.fixture(scope="module")
def address(service: Service) -> Iterator[str]:
    # The fixture's own client started the application already.
    with serving(service.client.app, lifespan="off") as address:
        yield address


@pytest.fixture
def voix(service: Service, address: str) -> Iterator[PorteVoix]:
    with PorteVoix(address, service.keys[Role.PLATFORM]) as voix:
        yield voix


EXPERT = AmbassadorIn(profile_type=ProfileType.EXPERT, organization="Tessonde")


def test_one_pass_from_suggestion_to_checked_draft(voix: PorteVoix) -> None:
    found = voix.recommend(EXPERT, k=3)
    assert len(found.items) == 3
    first = found.items[0]
    made = voix.draft(language=first.language, content_id=first.content_id, ambassador=EXPERT, n=2)
    assert made.drafts
    verdict = voix.check(
        CheckIn(
            text=made.drafts[0].text,
            language=first.language,
            content_id=first.content_id,
            draft_id=made.drafts[0].id,
        )
    )
    assert verdict.outcome == "allow"
    assert len(voix.profile_types()) == 4


def test_the_same_idempotency_key_gives_the_same_draft(voix: PorteVoix) -> None:
    content = InlineContent(**INLINE | {"url": "https://www.tessonde.example/fr/client"})
    asked: Any = {"language": Language.FRENCH, "content": content, "ambassador": EXPERT}
    first = voix.draft(**asked, idempotency_key="client-1")
    assert voix.draft(**asked, idempotency_key="client-1") == first
    assert voix.draft(**asked).drafts != first.drafts


def test_a_refusal_is_a_problem_with_its_code_and_fields(voix: PorteVoix) -> None:
    with pytest.raises(Problem) as refused:
        voix.draft(language=Language.FRENCH, ambassador=EXPERT)
    problem = refused.value
    assert (problem.status, problem.code, problem.fields) == (422, "invalid", ("content_id",))
    with pytest.raises(Problem) as refused:
        voix.recommend(ambassador_id="amb_lea")
    assert refused.value.code == "not_found"


def test_a_key_stands_in_no_repr_and_no_problem(address: str) -> None:
    wrong = PorteVoix(address, "pv_canary")
    with wrong, pytest.raises(Problem) as refused:
        wrong.profile_types()
    assert refused.value.code == "unauthenticated"
    assert "canary" not in repr(wrong) + repr(refused.value)


class Moody:
    """A server that is busy a few times before it answers."""

    def __init__(self, *answers: tuple[int, dict[str, str]]) -> None:
        self.answers = list(answers)
        self.keys: list[str | None] = []

    def app(self) -> FastAPI:
        app = FastAPI()

        @app.post("/v1/drafts")
        async def draft(request: Request) -> JSONResponse:
            self.keys.append(request.headers.get("Idempotency-Key"))
            status, headers = self.answers.pop(0)
            body: dict[str, Any] = {"drafts": [], "withheld": []}
            problem = {"code": "model_unavailable", "detail": "later"}
            return JSONResponse(body if status == 200 else problem, status, headers)

        return app


def refusal(voix: PorteVoix) -> Problem:
    with voix, pytest.raises(Problem) as refused:
        voix.draft(language=Language.FRENCH, ambassador=EXPERT)
    return refused.value


SOON = {"Retry-After": "0"}


@pytest.mark.parametrize("status", [429, 503])
def test_what_may_pass_is_asked_again_under_the_same_key(status: int) -> None:
    moody = Moody((status, SOON), (status, SOON), (200, {}))
    with serving(moody.app()) as address, PorteVoix(address, "k") as voix:
        assert voix.draft(language=Language.FRENCH, ambassador=EXPERT).drafts == []
    assert len(moody.keys) == 3
    assert all(one == other for one, other in pairwise(moody.keys))
    assert moody.keys[0]


def test_patience_has_an_end() -> None:
    moody = Moody(*[(503, SOON)] * 5)
    with serving(moody.app()) as address:
        refused = refusal(PorteVoix(address, "k", retries=1))
    assert (refused.code, len(moody.keys)) == ("model_unavailable", 2)


def test_nobody_sleeps_for_minutes() -> None:
    moody = Moody((429, {"Retry-After": "3600"}))
    with serving(moody.app()) as address:
        refusal(PorteVoix(address, "k"))
    assert len(moody.keys) == 1


@pytest.mark.parametrize("status", [400, 403, 404, 422, 500, 502])
def test_what_will_not_pass_is_not_asked_again(status: int) -> None:
    moody = Moody((status, SOON))
    with serving(moody.app()) as address:
        refusal(PorteVoix(address, "k"))
    assert len(moody.keys) == 1


def test_a_server_that_is_not_there_is_a_problem_too() -> None:
    with PorteVoix("http://127.0.0.1:9", "k", retries=0) as voix, pytest.raises(Problem) as refused:
        voix.profile_types()
    assert (refused.value.status, refused.value.code) == (0, "unreachable")
