"""Every fault a server can show, and what it comes to, over a socket with the real SDK."""

import time

import pytest

from domain.errors import (
    ModelMisbehaved,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
    PorteVoixError,
    PromptTooLong,
)
from tests.openai_faults import FAULTS
from tests.openai_server import OpenAIServer
from tests.personalizer.adapters.talking import DEADLINE, SLACK, ask, connected

pytestmark = pytest.mark.anyio

# What each fault comes to, and how many requests it may cost.
ANSWERED = [
    ("slow_first_byte", 1),
    ("fenced_json", 1),
    ("json_in_prose", 1),
    ("extra_keys", 1),
    ("renamed_field", 1),
    ("layered", 1),
    ("comma_too_many", 1),
    ("bare_line_breaks", 1),
    ("prose_always", 2),
    ("think_in_content", 1),
    ("second_system_refused", 1),
    ("system_prompt_echo", 1),
    ("first_answer_again", 1),
    ("same_for_everybody", 1),
    ("obeys_the_source", 1),
    # Well-formed answers whose text is no post: the model writer refuses it, not the adapter.
    ("refuses_in_text", 1),
    ("wrapped", 1),
    ("markdown", 1),
    ("html_in_text", 1),
    ("chat_tokens", 1),
    ("cut_text", 1),
    ("loops", 1),
    ("no_usage", 1),
    ("priced", 1),
    ("price_is_no_number", 1),
    ("schema_refused", 2),
    ("schema_refused_without_words", 2),
    ("every_format_refused", 3),
    ("schema_ignored", 2),
    ("system_refused", 2),
    ("max_tokens_refused", 2),
    ("max_completion_tokens_refused", 1),
    ("temperature_refused", 2),
    ("seed_refused", 2),
]
FAILED: list[tuple[str, type[PorteVoixError], int]] = [
    ("rate_limited", ModelUnavailable, 4),
    ("rate_limited_1s", ModelUnavailable, 1),
    ("rate_limited_90s", ModelUnavailable, 1),
    ("no_credit", ModelUnavailable, 1),
    ("server_error", ModelUnavailable, 4),
    ("bad_gateway", ModelUnavailable, 4),
    ("overloaded", ModelUnavailable, 4),
    ("output_unusable", ModelMisbehaved, 2),
    ("dropped_body", ModelUnavailable, 4),
    ("no_response", ModelUnavailable, 4),
    ("hang", ModelUnavailable, 1),
    ("truncated_body", ModelUnavailable, 4),
    ("context_length", PromptTooLong, 1),
    ("html", ModelMisbehaved, 1),
    ("streams_unasked", ModelMisbehaved, 1),
    ("stream_ends_early", ModelMisbehaved, 1),
    ("error_in_200", ModelMisbehaved, 1),
    ("redirect", ModelMisconfigured, 1),
    ("choices_empty", ModelMisbehaved, 1),
    ("choices_null", ModelMisbehaved, 1),
    ("empty_content", ModelMisbehaved, 2),
    ("finish_length", ModelMisbehaved, 2),
    ("finish_content_filter", ModelRefused, 1),
    ("finish_missing", ModelMisbehaved, 2),
    ("refusal", ModelRefused, 1),
    ("filtered_prompt", ModelRefused, 1),
    ("bad_json", ModelMisbehaved, 2),
    ("wrong_types", ModelMisbehaved, 2),
    ("nan", ModelMisbehaved, 2),
    ("lone_surrogate", ModelMisbehaved, 2),
    ("reasoning_only", ModelMisbehaved, 2),
    ("think_without_end", ModelMisbehaved, 2),
    ("unauthorized", ModelMisconfigured, 1),
    ("forbidden", ModelMisconfigured, 1),
    ("model_not_found", ModelMisconfigured, 1),
    ("bad_request", ModelMisconfigured, 3),
]


def test_every_fault_has_its_expected_outcome() -> None:
    told = {name for name, *_ in ANSWERED} | {name for name, *_ in FAILED}
    assert told == set(FAULTS)


@pytest.mark.parametrize(("fault", "requests"), ANSWERED)
async def test_what_can_be_understood_is_answered(
    server: OpenAIServer, fault: str, requests: int
) -> None:
    server.use(fault)
    async with connected(server) as model:
        answer = await ask(model, seed=7)
    assert answer.value.text
    assert answer.model == "test"
    assert len(server.requests) == requests


@pytest.mark.parametrize(("fault", "expected", "requests"), FAILED)
async def test_every_other_fault_is_a_typed_error_within_the_deadline(
    server: OpenAIServer, fault: str, expected: type[PorteVoixError], requests: int
) -> None:
    server.use(fault)
    async with connected(server, deadline_seconds=DEADLINE) as model:
        began = time.monotonic()
        with pytest.raises(PorteVoixError) as raised:
            await ask(model)
        took = time.monotonic() - began
    assert type(raised.value) is expected
    assert took <= DEADLINE + SLACK
    assert len(server.requests) == requests
