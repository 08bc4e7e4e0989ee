"""The frame around every page: layout, texts in the visitor's language, and protection."""

from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Final

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api.identity import services_of
from api.pages.messages import messages_in
from api.pages.typography import said_date, said_day, said_instant, said_number, typeset
from api.pages.visitor import LANGUAGE_COOKIE, LANGUAGE_QUERY, Visitor, asked_language
from domain.addresses import site_of
from domain.language import Language

_FOLDER = Path(__file__).parent
STATIC_FOLDER: Final = _FOLDER / "static"
_A_YEAR_SECONDS: Final = 365 * 24 * 3600

_CONTENT_POLICY: Final = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
PROTECTION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Content-Security-Policy": "; ".join(_CONTENT_POLICY),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        # An address of ours may name a content; nobody else is told where a visitor came from.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
)
"""What every page and every file of the pages is sent with."""


def render(
    request: Request, visitor: Visitor, template: str, *, status: int = 200, **values: object
) -> Response:
    """Return a page; what it holds of a person stays in no cache."""
    language = visitor.language
    body = (
        environment()
        .get_template(template)
        .render(
            t=messages_in(language),
            language=language,
            typeset=partial(typeset, language=language),
            number=partial(said_number, language=language),
            date=partial(said_date, language=language),
            day=partial(said_day, language=language),
            instant=partial(said_instant, language=language),
            # Where people read it; how it was brought in is a file's name, and tells them nothing.
            site=site_of,
            visitor=visitor,
            services=services_of(request),
            # Two slashes at the beginning would lead to another machine.
            path="/" + request.url.path.lstrip("/"),
            query=request.url.query,
            other_languages=_other_languages(request, language),
            **values,
        )
    )
    return HTMLResponse(body, status, {"Cache-Control": "no-store"})


def protect(request: Request, response: Response) -> Response:
    """Add to a response what keeps it safe in a browser, and remember a chosen language."""
    response.headers.update(PROTECTION)
    chosen = asked_language(request)
    if chosen is not None:
        response.set_cookie(
            LANGUAGE_COOKIE,
            chosen.value,
            max_age=_A_YEAR_SECONDS,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
    return response


@cache
def environment() -> Environment:
    """Return what templates are read with: everything is escaped, nothing may be missing."""
    return Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _other_languages(request: Request, language: Language) -> list[tuple[Language, str]]:
    return [
        (other, str(request.url.include_query_params(**{LANGUAGE_QUERY: other.value}).query))
        for other in Language
        if other is not language
    ]
