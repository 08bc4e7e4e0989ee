"""What an HTTP status, its headers and its words mean."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import openai
import pytest

from domain.errors import (
    ModelMisbehaved,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
    PromptTooLong,
)
from personalizer.adapters.faults import Fault, fault_of

SECRET = "sk-0123456789 and the prompt"


def answered(status: int, message: str = SECRET, **headers: str) -> Fault:
    request = httpx2.Request("POST", "http://127.0.0.1/v1")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    response = httpx2.Response(status, request=request, headers=named)
    return fault_of(openai.APIStatusError(message, response=response, body={"code": None}))


@pytest.mark.parametrize("status", [408, 409, 425, 429, 500, 502, 503, 504, 529])
def test_what_passes_by_itself_is_transient(status: int) -> None:
    fault = answered(status)
    assert type(fault.error) is ModelUnavailable
    assert fault.is_transient
    assert fault.suits_other_model


@pytest.mark.parametrize("status", [301, 307, 400, 401, 402, 403, 404, 405, 415, 422])
def test_what_an_operator_must_look_at_is_not_tried_again(status: int) -> None:
    fault = answered(status)
    assert type(fault.error) is ModelMisconfigured
    assert not fault.is_transient
    assert fault.suits_other_model is (status == 404)
    assert (fault.refusal is not None) is (status in {400, 422})


@pytest.mark.parametrize(
    ("status", "message", "expected"),
    [
        (400, "This model's maximum context length is 4096 tokens", PromptTooLong),
        (400, "the request exceeds the available context size", PromptTooLong),
        (400, "prompt is too long: 250000 tokens", PromptTooLong),
        (413, "Payload Too Large", PromptTooLong),
        (400, "ResponsibleAIPolicyViolation, content_filter", ModelRefused),
        (400, "your request contravenes our content management policy", ModelRefused),
    ],
)
def test_the_words_of_a_refusal_say_more_than_its_status(
    status: int, message: str, expected: type[ModelMisbehaved]
) -> None:
    assert type(answered(status, message).error) is expected


def test_no_credit_left_is_not_waited_for() -> None:
    assert not answered(429, "insufficient_quota").is_transient


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
def test_no_upstream_word_is_repeated(status: int) -> None:
    assert "sk-" not in str(answered(status).error)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry_After": "2"}, 2),
        ({"Retry_After": "0.5"}, 0.5),
        ({"Retry_After_Ms": "250", "Retry_After": "9"}, 0.25),
        ({"Retry_After": "soon"}, None),
        ({"Retry_After": "-3"}, None),
        ({"Retry_After": "nan"}, None),
        ({"Retry_After": "inf"}, None),
        ({}, None),
    ],
)
def test_the_wait_asked_for_is_read(headers: dict[str, str], seconds: float | None) -> None:
    assert answered(429, **headers).retry_after == seconds


def test_the_wait_may_be_a_date() -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    wait = answered(503, Retry_After=date).retry_after
    assert wait is not None
    assert 27 < wait <= 30


@pytest.mark.parametrize("error", [IndexError("x"), TypeError("x"), ValueError(SECRET), KeyError()])
def test_what_no_table_foresees_is_a_misbehaving_endpoint(error: Exception) -> None:
    fault = fault_of(error)
    assert type(fault.error) is ModelMisbehaved
    assert type(error).__name__ in str(fault.error)
    assert "sk-" not in str(fault.error)


def test_a_context_overflow_without_a_status_is_known_too() -> None:
    request = httpx2.Request("POST", "http://127.0.0.1/v1")
    error = openai.APIError("input exceeds the context window", request, body=None)
    assert type(fault_of(error).error) is PromptTooLong
