"""A client for other platforms: typed requests and answers over HTTP, retried where that is safe.

    with PorteVoix("https://voix.example.org", key) as voix:
        found = voix.recommend(AmbassadorIn(profile_type="expert"), k=3)
        made = voix.draft(language="fr", content_id=found.items[0].content_id, ambassador=…)

Bodies and answers are those of the OpenAPI document. Everything that goes wrong is a `Problem`.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Final, Self
from uuid import uuid4

import httpx

from api.schemas.checks import CheckIn, CheckOut
from api.schemas.drafts import DraftsIn, DraftsOut, InlineContent
from api.schemas.people import AmbassadorIn, ProfileTypeOut
from api.schemas.recommendations import RecommendationsIn, RecommendationsOut
from domain.content import Objective
from domain.language import Language
from domain.platforms import Platform

_LATER: Final = frozenset({429, 503})
_IN_FLIGHT: Final = "in_flight"
_LONGEST_WAIT_SECONDS: Final = 30.0


class Problem(Exception):
    """What the service said no to; `code` is stable, `fields` names what cannot be.

    `status` is 0 and `code` "unreachable" when no answer came at all.
    """

    def __init__(self, status: int, code: str, detail: str, fields: Sequence[str] = ()) -> None:
        super().__init__(f"{code} ({status}): {detail}")
        self.status, self.code, self.detail, self.fields = status, code, detail, tuple(fields)


@dataclass(slots=True)
class PorteVoix:
    """The service at `base_url`, as the holder of a platform's key.

    `retries` bounds how often a request is sent again after 429, 503 or a lost connection; a
    request for drafts carries an `Idempotency-Key`, so that none is made twice.
    """

    base_url: str
    key: str = field(repr=False)
    timeout_seconds: float = 120.0
    retries: int = 2
    _http: httpx.Client = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._http = httpx.Client(
            base_url=self.base_url,
            headers={"Authorization": f"Bearer {self.key}"},
            timeout=self.timeout_seconds,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def recommend(
        self,
        ambassador: AmbassadorIn | None = None,
        *,
        ambassador_id: str | None = None,
        k: int = 5,
        objective: Objective | None = None,
        exclude: Sequence[str] = (),
    ) -> RecommendationsOut:
        """Return up to k contents for somebody described, or for whom granted access."""
        asked = RecommendationsIn(
            ambassador=ambassador,
            ambassador_id=ambassador_id,
            k=k,
            objective=objective,
            exclude=tuple(exclude),
        )
        answer = self._send("POST", "/v1/recommendations", asked.model_dump(mode="json"))
        return RecommendationsOut.model_validate(answer)

    def draft(  # noqa: PLR0913 - one argument per field
        self,
        *,
        language: Language,
        content_id: str | None = None,
        content: InlineContent | None = None,
        ambassador: AmbassadorIn | None = None,
        ambassador_id: str | None = None,
        notes: Sequence[str] = (),
        platform: Platform = Platform.LINKEDIN,
        n: int = 1,
        model: bool = True,
        idempotency_key: str | None = None,
    ) -> DraftsOut:
        """Return up to n drafts that the charter allows, and why others were withheld."""
        asked = DraftsIn(
            content_id=content_id,
            content=content,
            ambassador=ambassador,
            ambassador_id=ambassador_id,
            notes=tuple(notes),
            language=language,
            platform=platform,
            n=n,
            model=model,
        )
        headers = {"Idempotency-Key": idempotency_key or uuid4().hex}
        answer = self._send("POST", "/v1/drafts", asked.model_dump(mode="json"), headers)
        return DraftsOut.model_validate(answer)

    def check(self, asked: CheckIn) -> CheckOut:
        """Return what the charter says of a text; `ambassador_id` tells whose it is."""
        answer = self._send("POST", "/v1/checks", asked.model_dump(mode="json"))
        return CheckOut.model_validate(answer)

    def profile_types(self) -> list[ProfileTypeOut]:
        """Return the four profile types."""
        answer = self._send("GET", "/v1/profile-types")
        return [ProfileTypeOut.model_validate(one) for one in answer]

    def _send(
        self,
        method: str,
        path: str,
        body: object = None,
        headers: dict[str, str] | None = None,
    ) -> Any:  # noqa: ANN401 - JSON, validated by its caller
        for attempt in range(self.retries + 1):
            try:
                response = self._http.request(method, path, json=body, headers=headers)
            except httpx.TransportError as error:
                problem, wait = Problem(0, "unreachable", type(error).__name__), 2.0**attempt
            else:
                if response.is_success:
                    return response.json()
                problem, wait = _problem(response), _wait(response, attempt)
                if response.status_code not in _LATER and problem.code != _IN_FLIGHT:
                    raise problem
            if attempt == self.retries or wait > _LONGEST_WAIT_SECONDS:
                raise problem
            time.sleep(wait)
        raise AssertionError("the last attempt raises or returns")


def _problem(response: httpx.Response) -> Problem:
    try:
        told = response.json()
        fields = [one["field"] for one in told.get("errors") or ()]
        return Problem(response.status_code, told["code"], told.get("detail", ""), fields)
    except (ValueError, KeyError, TypeError, AttributeError):
        return Problem(response.status_code, "unreadable", "the answer is no problem document")


def _wait(response: httpx.Response, attempt: int) -> float:
    asked = response.headers.get("Retry-After", "")
    return float(asked) if asked.isdecimal() else 2.0**attempt
