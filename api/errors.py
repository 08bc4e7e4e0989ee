"""How errors leave the service: RFC 9457 problems with a stable code, never a person's text."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from api.problem_words import detail_of, field_message, spoken, title_of
from domain import errors
from domain.language import Language
from guardrails.problems import innermost

log = logging.getLogger(__name__)

STATUSES: Mapping[type[errors.PorteVoixError], tuple[int, str]] = MappingProxyType(
    {
        errors.PorteVoixError: (500, "Something went wrong"),
        errors.NotFound: (404, "There is no such thing"),
        errors.RequestInvalid: (422, "A value cannot be"),
        errors.LanguageUnsupported: (422, "The language is neither French nor English"),
        errors.Forbidden: (403, "This caller may not do this"),
        errors.SignInRefused: (403, "The sign-in is not believed"),
        errors.Conflict: (409, "Somebody or something else was first"),
        errors.KeyInFlight: (409, "The first request of this key is still running"),
        errors.KeyReused: (422, "The key came with another request"),
        errors.CharterChanged: (409, "The first answer may no longer be given"),
        errors.VersionStale: (412, "It changed since it was read"),
        errors.VersionNeeded: (428, "A change must name the version it changes"),
        errors.ImportFailed: (422, "Nothing could be read"),
        errors.CharterInvalid: (422, "The charter cannot be put in force"),
        errors.OrganizationInvalid: (500, "The organisation file cannot be used"),
        errors.SettingsInvalid: (500, "A setting cannot be"),
        errors.IdentityUnavailable: (503, "The identity provider does not answer"),
        errors.RestoreFailed: (500, "The backup cannot be brought back"),
        errors.StorageUnavailable: (503, "The database is not available"),
        errors.IndexUnavailable: (503, "The vector index is not available"),
        errors.ModelUnavailable: (503, "The language model did not answer"),
        errors.ModelMisconfigured: (503, "The language model endpoint refuses the service"),
        errors.ModelMisbehaved: (502, "The language model answered something that is no draft"),
        errors.ModelRefused: (502, "The language model would not answer"),
        errors.PromptTooLong: (422, "The content is longer than the language model reads"),
    }
)
"""Each class of error with its status and title; a test fails on a class that is missing."""

HTTP_CODES: Mapping[int, str] = MappingProxyType(
    {
        400: "malformed",
        401: "unauthenticated",
        403: "forbidden",
        404: "not_found",
        405: "method_not_allowed",
        413: "too_large",
    }
)
"""The codes of what the framework itself refuses."""


# What else went wrong with a model, its own message says; here is what whoever asked can do.
_REMEDIES: Mapping[type[errors.PorteVoixError], str] = MappingProxyType(
    {
        errors.ModelUnavailable: "; try again, after Retry-After seconds where that is given",
        errors.ModelMisconfigured: "; asking again does not help: tell whoever runs the service",
        errors.ModelMisbehaved: "; ask again, and if it lasts tell whoever runs the service",
        errors.ModelRefused: "; asking again does not help: change the notes or the content",
        errors.PromptTooLong: "; send a shorter content",
    }
)

MaySend = Callable[[Request], Awaitable[bool]]
_UNREADABLE: Final = "malformed"
SIGN_IN: Final = "send a key in Authorization: Bearer, or sign in"
_SEND_JSON: Final = "send UTF-8 JSON, with Content-Type: application/json"


def problem(
    status: int,
    title: str,
    *,
    code: str,
    detail: str | None = None,
    **more: Any,  # noqa: ANN401 - members of a problem
) -> JSONResponse:
    """Return a problem as a response, in the language the caller asked for."""
    said = title_of(code, title)
    body = {"type": "about:blank", "title": said, "status": status, "code": code, **more}
    if told := detail_of(detail):
        body["detail"] = told
    headers = {"Content-Language": spoken().value, "Vary": "Accept-Language"}
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    return JSONResponse(body, status, media_type="application/problem+json", headers=headers)


async def _anybody(_request: Request) -> bool:
    return True


def install(app: FastAPI, may_send: MaySend = _anybody) -> None:
    """Answer every error of this application as a problem.

    A body is read before anything asks who sent it. What cannot be read is told to whoever
    `may_send` a body here; anybody else is told that a key is needed, as with any other body.
    """

    async def on_invalid(request: Request, error: Exception) -> JSONResponse:
        return await _for_a_caller(request, _on_invalid(request, error), may_send)

    async def on_http(request: Request, error: Exception) -> JSONResponse:
        return await _for_a_caller(request, _on_http(error), may_send)

    app.add_exception_handler(errors.PorteVoixError, _on_error)
    app.add_exception_handler(RequestValidationError, on_invalid)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, _on_error)


def problem_of(error: BaseException) -> JSONResponse:
    """Return the problem that an error is told as; one that nobody foresaw is logged."""
    if not isinstance(error, errors.PorteVoixError):
        # The message and the traceback could hold a person's text; the class cannot.
        log.error("unforeseen %s", type(error).__name__)
        detail = "it was logged; try again"
        return problem(500, "Something went wrong", code="internal", detail=detail)
    status, title = STATUSES[type(error)]
    detail = f"{_message(error)}{_REMEDIES.get(type(error), '')}"
    more: dict[str, Any] = {}
    if field := _field_named(error):
        told = detail_of(_message(error))
        more["errors"] = [{"field": field, "message": told}]
    response = problem(status, title, code=error.code, detail=detail, **more)
    if isinstance(error, errors.ModelUnavailable) and error.retry_after_seconds is not None:
        response.headers["Retry-After"] = str(max(1, round(error.retry_after_seconds)))
    if isinstance(error, errors.KeyInFlight):
        response.headers["Retry-After"] = "1"
    return response


def _field_named(error: errors.PorteVoixError) -> str | None:
    if isinstance(error, errors.CharterInvalid):
        return "yaml"
    return error.field if isinstance(error, errors.RequestInvalid | errors.Conflict) else None


def _message(error: errors.PorteVoixError) -> str:
    if isinstance(error, errors.CharterInvalid):
        return error.said.in_language(spoken())
    return str(error)


async def _on_error(_request: Request, error: Exception) -> JSONResponse:
    return problem_of(error)


async def _for_a_caller(
    request: Request, told: tuple[JSONResponse, str], may_send: MaySend
) -> JSONResponse:
    response, code = told
    if code != _UNREADABLE or await may_send(request):
        return response
    status = HTTPStatus.UNAUTHORIZED
    return problem(status, "A key or a session is needed", code=HTTP_CODES[status], detail=SIGN_IN)


def _on_invalid(request: Request, error: Exception) -> tuple[JSONResponse, str]:
    if not isinstance(error, RequestValidationError):
        raise TypeError
    problems = error.errors()
    if problems[0]["type"] == "json_invalid" or _is_no_json(request, problems[0]):
        said = problem(422, "The body is not JSON", code=_UNREADABLE, detail=_SEND_JSON)
        return said, _UNREADABLE
    told = _told(problems)
    is_language = any(_is_language(one) for one in problems)
    code = "language_unsupported" if is_language else "invalid"
    colon = " : " if spoken() is Language.FRENCH else ": "
    detail = f"{told[0]['field']}{colon}{told[0]['message']}"
    return problem(422, "The request is not valid", code=code, detail=detail, errors=told), code


def _told(problems: Sequence[Any]) -> list[dict[str, str]]:
    """Name each field and what is wrong with it, twenty of them at most."""
    told = innermost(problems)[:20]
    return [{"field": _field(one["loc"]), "message": field_message(one)} for one in told]


def fields_told(error: ValidationError) -> str:
    """Name each field and what is wrong with it in one line, without what was written in it."""
    told = _told(error.errors(include_url=False, include_input=False))
    return "; ".join(f"{one['field']}: {one['message']}" for one in told)


def _is_no_json(request: Request, first: Mapping[str, Any]) -> bool:
    """Tell whether a body was not read as JSON because it was not sent as such."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    is_json = kind == "application/json" or (kind.startswith("application/") and "+json" in kind)
    return first["loc"] == ("body",) and first["type"] != "missing" and not is_json


def _field(place: tuple[Any, ...]) -> str:
    # Pydantic also names the branch of a union it tried, as in "dict[str,float]".
    steps = (str(step) for step in place if step not in {"body", "query", "path", "header"})
    return ".".join(step for step in steps if "[" not in step) or "body"


def _is_language(one: Mapping[str, Any]) -> bool:
    named = {"language", "languages"} & {str(step) for step in one["loc"]}
    return bool(named) and one["type"] == "enum"


def _on_http(error: Exception) -> tuple[JSONResponse, str]:
    if not isinstance(error, HTTPException):
        raise TypeError
    code = HTTP_CODES.get(error.status_code, "error")
    detail = {_UNREADABLE: _SEND_JSON, HTTP_CODES[401]: SIGN_IN}.get(code)
    response = problem(error.status_code, str(error.detail), code=code, detail=detail)
    response.headers.update(error.headers or {})
    return response, code
