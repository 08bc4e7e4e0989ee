"""The adapter when an endpoint fails again and again, is full, or is not there."""

import asyncio

import pytest

from domain.errors import (
    ModelUnavailable,
    PorteVoixError,
)
from personalizer.adapters.langchain_chat import LangChainModel
from personalizer.adapters.retries import Patience
from tests.openai_server import OpenAIServer
from tests.personalizer.adapters.talking import (
    DEADLINE,
    QUICK,
    ask,
    connected,
)

pytestmark = pytest.mark.anyio


async def test_five_failures_open_the_circuit_and_a_probe_closes_it(server: OpenAIServer) -> None:
    server.use("server_error")
    rested = Patience(first_pause=0.01, longest_pause=0.02, breaker_rest=0.3)
    async with connected(server, patience=rested) as model:
        for _ in range(2):
            with pytest.raises(ModelUnavailable):
                await ask(model)
        asked = len(server.requests)
        with pytest.raises(ModelUnavailable):
            await ask(model)
        assert len(server.requests) == asked == 5
        server.use(None)
        await asyncio.sleep(0.35)
        assert (await ask(model)).value.text


async def test_a_caller_that_leaves_does_not_count_as_a_failure(server: OpenAIServer) -> None:
    server.use("hang")
    async with connected(server, deadline_seconds=5) as model:
        for _ in range(6):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await ask(model)
        server.use(None)
        assert (await ask(model)).value.text


@pytest.mark.parametrize("fault", ["server_error", "hang", "model_not_found"])
async def test_another_model_answers_when_the_first_cannot(
    server: OpenAIServer, fault: str
) -> None:
    server.use(fault, times=1)
    no_retries = Patience(retries=0)
    async with connected(
        server, fallback_model="other", patience=no_retries, deadline_seconds=3.0
    ) as model:
        answer = await ask(model)
    assert answer.model == "other"
    assert [request["model"] for request in server.requests] == ["test", "other"]


@pytest.mark.parametrize("fault", ["unauthorized", "refusal", "bad_request"])
async def test_what_another_model_would_not_change_is_not_tried_on_it(
    server: OpenAIServer, fault: str
) -> None:
    server.use(fault)
    async with connected(server, fallback_model="other") as model:
        with pytest.raises(PorteVoixError):
            await ask(model)
    assert {request["model"] for request in server.requests} == {"test"}


async def test_two_hundred_at_once_are_all_answered_in_time(server: OpenAIServer) -> None:
    async with connected(server, deadline_seconds=15) as model:
        answers = await asyncio.gather(*(ask(model, seed=number) for number in range(200)))
    assert len(answers) == 200


async def test_who_finds_no_place_before_the_deadline_is_told_so(server: OpenAIServer) -> None:
    server.use("hang")
    async with connected(server, concurrency=1, deadline_seconds=DEADLINE) as model:
        told = await asyncio.gather(ask(model), ask(model), return_exceptions=True)
    assert [type(error) for error in told] == [ModelUnavailable, ModelUnavailable]
    assert len(server.requests) == 1


async def test_a_server_that_is_not_there_is_unavailable() -> None:
    model = LangChainModel(
        model="test", base_url="http://127.0.0.1:9/v1", deadline_seconds=DEADLINE, patience=QUICK
    )
    with pytest.raises(ModelUnavailable):
        await ask(model)
    await model.aclose()
