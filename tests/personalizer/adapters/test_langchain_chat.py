"""The adapter against a real server, over a socket, with the real SDK."""

import asyncio
import contextlib
import logging
import time
from typing import Any

import pytest

from domain.drafts import Usage
from domain.errors import (
    ModelMisbehaved,
    ModelUnavailable,
    PorteVoixError,
    SettingsInvalid,
)
from domain.metering import metered
from personalizer.adapters.langchain_chat import LangChainModel
from personalizer.post_shapes import Post
from tests.openai_server import OpenAIServer, not_strict, running
from tests.personalizer.adapters.talking import (
    KEY,
    MESSAGES,
    SLACK,
    ask,
    connected,
)

pytestmark = pytest.mark.anyio


async def test_a_pause_the_server_asks_for_is_kept_when_it_fits_the_deadline(
    server: OpenAIServer,
) -> None:
    server.use("rate_limited_1s", times=1)
    async with connected(server, deadline_seconds=3.0) as model:
        began = time.monotonic()
        assert (await ask(model)).value.text
    assert time.monotonic() - began >= 1.0
    assert len(server.requests) == 2


async def test_a_pause_beyond_the_deadline_is_told_at_once_and_not_slept(
    server: OpenAIServer,
) -> None:
    server.use("rate_limited_90s")
    async with connected(server) as model:
        began = time.monotonic()
        with pytest.raises(ModelUnavailable) as raised:
            await ask(model)
    assert time.monotonic() - began < SLACK
    assert raised.value.retry_after_seconds == 90


async def test_a_failure_that_passes_costs_a_retry_and_nothing_else(server: OpenAIServer) -> None:
    server.use("server_error", times=2)
    async with connected(server) as model:
        assert (await ask(model)).value.text
    assert len(server.requests) == 3


async def test_an_answer_cut_off_is_asked_for_again_with_more_room(server: OpenAIServer) -> None:
    server.use("finish_length", times=1)
    async with connected(server, max_tokens=300) as model:
        assert (await ask(model)).value.text
    assert [request["max_tokens"] for request in server.requests] == [300, 600]


async def test_bad_json_is_repaired_once_and_the_model_is_told_what_is_wrong(
    server: OpenAIServer,
) -> None:
    server.use("bad_json", times=1)
    async with connected(server) as model:
        await ask(model)
    repair = server.requests[1]["messages"]
    assert [turn["role"] for turn in repair] == ["system", "user", "assistant", "user"]
    assert "not valid JSON" in repair[-1]["content"]


@pytest.mark.parametrize("fault", ["schema_refused", "every_format_refused", "schema_ignored"])
async def test_what_a_server_does_not_take_is_remembered(server: OpenAIServer, fault: str) -> None:
    server.use(fault)
    async with connected(server) as model:
        await ask(model)
        learning = len(server.requests)
        await ask(model)
    assert learning > 1
    assert len(server.requests) == learning + 1


async def test_the_schema_sent_is_the_strict_dialect(server: OpenAIServer) -> None:
    async with connected(server) as model:
        await ask(model)
    asked = server.requests[0]["response_format"]["json_schema"]
    assert asked["strict"] is True
    assert not_strict(asked["schema"]) is None


@pytest.mark.parametrize("method", ["json_schema", "json_object", "prompt"])
async def test_each_way_of_asking_for_a_shape_gives_it(server: OpenAIServer, method: Any) -> None:
    async with connected(server, structured_output=method) as model:
        assert "12 minutes" in (await ask(model)).value.text
    sent = server.requests[0].get("response_format", {}).get("type", "prompt")
    assert sent == method
    assert ("JSON Schema" in server.requests[0]["messages"][0]["content"]) is (
        method != "json_schema"
    )


async def test_nothing_is_streamed_and_only_known_parameters_are_sent(server: OpenAIServer) -> None:
    async with connected(server) as model:
        await ask(model, temperature=0.3, seed=11)
    (request,) = server.requests
    assert request["temperature"] == 0.3
    assert request["seed"] == 11
    assert not request.get("stream")
    known = {"model", "messages", "temperature", "seed", "max_tokens", "response_format", "stream"}
    assert set(request) <= known


async def taken(model: LangChainModel) -> Usage | None:
    """Return what one question took, whether or not anything came of it."""
    with metered() as meter, contextlib.suppress(PorteVoixError):
        await ask(model)
    return meter.paid


async def test_usage_is_told_when_the_server_tells_it(server: OpenAIServer) -> None:
    async with connected(server) as model:
        counted = await taken(model)
        server.use("no_usage")
        uncounted = await taken(model)
    assert counted is not None
    assert counted.prompt_tokens > 0
    assert counted.cost is None
    assert uncounted is None


async def test_counting_tokens_is_left_to_the_endpoint(server: OpenAIServer) -> None:
    from tiktoken.registry import ENCODINGS  # noqa: PLC0415 - LangChain brings it along

    server.use("no_usage")
    async with connected(server) as model:
        assert await taken(model) is None
    # An encoding is fetched from the network the first time; none ever was.
    assert ENCODINGS == {}


@pytest.mark.parametrize(("fault", "cost"), [("priced", 0.25), ("price_is_no_number", None)])
async def test_the_cost_is_told_when_the_server_tells_one(
    server: OpenAIServer, fault: str, cost: float | None
) -> None:
    server.use(fault)
    async with connected(server) as model:
        counted = await taken(model)
    assert counted is not None
    assert counted.cost == cost


async def test_a_question_may_have_no_instructions(server: OpenAIServer) -> None:
    async with connected(server) as model:
        assert (await model.answer(MESSAGES[1:], Post)).value.text
    assert [turn["role"] for turn in server.requests[0]["messages"]] == ["user"]


async def test_usage_of_a_repaired_answer_may_be_missing_too(server: OpenAIServer) -> None:
    server.use("empty_content", times=1)
    async with connected(server) as model:
        assert await taken(model) is not None


async def test_replies_of_no_use_are_counted_each(server: OpenAIServer) -> None:
    async with connected(server) as model:
        one = await taken(model)
        server.use("finish_length")
        with pytest.raises(ModelMisbehaved), metered() as meter:
            await ask(model)
    assert one is not None
    assert meter.paid is not None
    assert meter.paid.prompt_tokens == 2 * one.prompt_tokens


class Opaque:
    """No shape that a schema can be made of."""

    def __init__(self, inner: object) -> None:
        self.inner = inner


async def test_a_mistake_of_our_own_is_a_typed_error_as_well(server: OpenAIServer) -> None:
    async with connected(server) as model:
        with pytest.raises(ModelMisbehaved, match="asking the model failed"):
            await model.answer(MESSAGES, Opaque)
    assert server.requests == []


async def test_without_time_nobody_is_asked_and_nobody_blamed(server: OpenAIServer) -> None:
    async with connected(server, deadline_seconds=0.0) as model:
        for _ in range(6):
            with pytest.raises(ModelUnavailable):
                await ask(model)
    assert server.requests == []


async def test_a_server_that_wants_no_key_is_given_a_placeholder(server: OpenAIServer) -> None:
    async with connected(server, api_key=None) as model:
        await ask(model)
    assert server.keys[0] not in {"", "Bearer ", "Bearer None"}


@pytest.mark.parametrize("fault", ["unauthorized", "server_error", "html", "bad_json"])
async def test_the_key_is_in_no_log_no_error_and_no_representation(
    server: OpenAIServer, fault: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.use(fault)
    async with connected(server) as model:
        with pytest.raises(PorteVoixError) as raised:
            await ask(model)
        inside = [getattr(model, name) for name in LangChainModel.__slots__]
        shown = f"{model!r} {inside!r} {raised.value!r} {raised.value.__cause__!r}"
    assert server.keys[0] == f"Bearer {KEY}"
    assert "secret" not in shown
    assert "secret" not in caplog.text
    assert "12 minutes" not in caplog.text
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


@pytest.mark.parametrize("key", ["clé-secrète", "sk-\x00"])
def test_a_key_no_header_can_carry_is_refused_at_once(key: str) -> None:
    with pytest.raises(SettingsInvalid, match="OPENAI_API_KEY"):
        LangChainModel(model="test", base_url="http://127.0.0.1:9", api_key=key)


def test_an_address_that_is_none_is_refused_at_once() -> None:
    with pytest.raises(SettingsInvalid, match="OPENAI_BASE_URL"):
        LangChainModel(model="test", base_url="127.0.0.1:8081")


async def test_nothing_in_a_shell_sends_prompts_elsewhere(
    server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running() as elsewhere:
        for name in ("HTTP_PROXY", "ALL_PROXY", "OPENAI_PROXY", "OPENAI_API_BASE"):
            monkeypatch.setenv(name, elsewhere.base_url)
        monkeypatch.setenv("NO_PROXY", "")
        monkeypatch.setenv("LANGSMITH_TRACING", "true")
        monkeypatch.setenv("LANGSMITH_ENDPOINT", elsewhere.base_url)
        monkeypatch.setenv("LANGSMITH_API_KEY", "lsv2_pt_elsewhere")
        async with connected(server) as model:
            await ask(model)
        await asyncio.sleep(0.3)
    assert len(server.requests) == 1
    assert elsewhere.requests == []
    assert elsewhere.keys == []
