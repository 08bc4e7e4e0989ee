"""Every way a call to an endpoint fails, told by who must act and whether to try again.

Upstream messages are read here to learn from, and never repeated: they may hold the key, the
prompt or the reply. What is raised or logged names a status or a class, nothing else.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from json import JSONDecodeError
from time import time
from types import MappingProxyType

from domain.errors import (
    ModelMisbehaved,
    ModelMisconfigured,
    ModelRefused,
    ModelUnavailable,
    PromptTooLong,
)

_TOO_LONG = re.compile(
    r"context[ _](?:length|window|size)|prompt is too long|too many tokens|input tokens exceed",
    re.IGNORECASE,
)
_FILTERED = re.compile(r"content_filter|content_policy|content management policy", re.IGNORECASE)
# llama.cpp ends with 500 when what its model said fits no format it knows.
_BAD_OUTPUT = re.compile(
    r"model produced output|failed to parse (?:the )?(?:model|output|input)", re.IGNORECASE
)
_NO_CREDIT = re.compile(r"insufficient_quota|billing", re.IGNORECASE)
_DOES_NOT_FIT = "the prompt is longer than the model reads"
_TRANSIENT = frozenset({408, 409, 425, 429})
_REFUSALS = frozenset({400, 422})
_REMEDIES: Mapping[int, str] = MappingProxyType(
    {
        401: "check OPENAI_API_KEY",
        403: "check what the key of OPENAI_API_KEY may do",
        404: "check PORTEVOIX_MODEL and OPENAI_BASE_URL",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A failed call: the error to raise in the end, and what may be done before that.

    `is_transient` says that the same call may work later, `refusal` holds the words of a
    server that would not take the request as it was, `suits_other_model` that another model
    of the same endpoint may answer, `is_bad_output` that the endpoint is well and its model's
    answer could not be used.
    """

    error: ModelUnavailable | ModelMisbehaved
    is_transient: bool = False
    suits_other_model: bool = False
    is_bad_output: bool = False
    refusal: str | None = None

    @property
    def retry_after(self) -> float | None:
        """Return how long the server asked to wait, in seconds."""
        error = self.error
        return error.retry_after_seconds if isinstance(error, ModelUnavailable) else None


class Failed(Exception):
    """A call that failed for good."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(type(fault.error).__name__)
        self.fault = fault


def unavailable(message: str, *, retry_after_seconds: float | None = None) -> Fault:
    """Return the fault of an endpoint that may answer later."""
    error = ModelUnavailable(message, retry_after_seconds=retry_after_seconds)
    return Fault(error=error, is_transient=True, suits_other_model=True)


def fault_of(error: Exception) -> Fault:
    """Say what an exception of the client libraries means; nothing is left unmapped."""
    import openai  # noqa: PLC0415 - half a second, and only a failed call needs it

    # With warnings as errors LangChain's own warning hides the answer it warns about.
    known = error.__context__ if isinstance(error, UserWarning) else error
    match known:
        case openai.APIStatusError():
            headers = {name.lower(): value for name, value in known.response.headers.items()}
            return _fault_of_status(known.status_code, f"{known.code} {known.message}", headers)
        case openai.APIConnectionError() | TimeoutError():
            return unavailable(f"the endpoint could not be reached: {type(known).__name__}")
        case JSONDecodeError():
            return unavailable("the endpoint's reply broke off")
        case openai.APIError() if _TOO_LONG.search(known.message):
            return Fault(error=PromptTooLong(_DOES_NOT_FIT))
        case _:
            name = type(error).__name__
            return Fault(error=ModelMisbehaved(f"the endpoint's reply makes no sense: {name}"))


def _fault_of_status(status: int, words: str, headers: Mapping[str, str]) -> Fault:
    if _BAD_OUTPUT.search(words):
        error = ModelMisbehaved(f"the endpoint could not use its model's answer ({status})")
        return Fault(error=error, is_bad_output=True)
    if status in _TRANSIENT or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        wait = _retry_after(headers)
        fault = unavailable(f"the endpoint answered {status}", retry_after_seconds=wait)
        return replace(fault, is_transient=not _NO_CREDIT.search(words))
    if _TOO_LONG.search(words) or status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return Fault(error=PromptTooLong(_DOES_NOT_FIT))
    if _FILTERED.search(words):
        return Fault(error=ModelRefused(f"the provider's filter refused the prompt ({status})"))
    remedy = _REMEDIES.get(status, "check the server named by OPENAI_BASE_URL")
    return Fault(
        error=ModelMisconfigured(f"the endpoint answered {status}: {remedy}"),
        suits_other_model=status == HTTPStatus.NOT_FOUND,
        refusal=words if status in _REFUSALS else None,
    )


def _retry_after(headers: Mapping[str, str]) -> float | None:
    for name, read in _WAITS:
        try:
            seconds = read(headers[name])
        except (KeyError, ValueError, TypeError):
            continue
        if math.isfinite(seconds) and seconds >= 0:
            return seconds
    return None


_WAITS: tuple[tuple[str, Callable[[str], float]], ...] = (
    ("retry-after-ms", lambda value: float(value) / 1000),
    ("retry-after", float),
    ("retry-after", lambda value: parsedate_to_datetime(value).timestamp() - time()),
)
