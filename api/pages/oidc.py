"""Signing in with the organisation's provider: out to it, and back with a code."""

import hmac
import time
from hashlib import sha256
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from api.identity import ServicesDep
from api.oidc import Attempt
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.sign_in import is_over_https, welcome
from api.pages.visitor import AnyVisitor
from api.signing_in import caller_from
from api.wiring import Services
from domain.errors import NotFound, SignInRefused

router = APIRouter(route_class=PageRoute, include_in_schema=False)

ATTEMPT_COOKIE: Final = "porte_voix_sign_in"
_PATH: Final = "/sign-in/provider"
_LASTS_SECONDS: Final = 600

Given = Annotated[str, Query(max_length=4_000)]


@router.get(_PATH)
async def leave_for_provider(request: Request, services: ServicesDep) -> Response:
    """Send the browser to the provider, with an attempt that only this browser knows."""
    if services.provider is None:
        raise NotFound("this organisation has no provider to sign in with")
    attempt = Attempt.new()
    address = await services.provider.address(attempt, _redirect_uri(request, services))
    response = RedirectResponse(address, 303)
    response.set_cookie(
        ATTEMPT_COOKIE,
        _sealed(services, attempt),
        max_age=_LASTS_SECONDS,
        path=_PATH,
        httponly=True,
        # It must come along when the provider sends the browser back.
        samesite="lax",
        secure=is_over_https(request, services),
    )
    return response


@router.get(f"{_PATH}/back")
async def come_back(
    request: Request,
    visitor: AnyVisitor,
    services: ServicesDep,
    code: Given = "",
    state: Given = "",
) -> Response:
    """Sign in whoever the provider says it is."""
    if services.provider is None:
        raise NotFound("this organisation has no provider to sign in with")
    try:
        attempt = _opened(services, request.cookies.get(ATTEMPT_COOKIE, ""), state)
        claims = await services.provider.claims(attempt, code, _redirect_uri(request, services))
        caller = await run_in_threadpool(caller_from, services, claims)
        response = await run_in_threadpool(welcome, request, services, caller)
    except SignInRefused:
        response = render(request, visitor, "welcome.html", status=403, problem="provider")
    response.delete_cookie(ATTEMPT_COOKIE, path=_PATH, httponly=True, samesite="lax")
    return response


def _redirect_uri(request: Request, services: Services) -> str:
    base = services.settings.public_url or str(request.base_url)
    return f"{base.rstrip('/')}{_PATH}/back"


def _sealed(services: Services, attempt: Attempt) -> str:
    ends_at = int(time.time()) + _LASTS_SECONDS
    said = f"{attempt.state}.{attempt.nonce}.{attempt.verifier}.{ends_at}"
    return f"{said}.{_seal(services, said)}"


def _opened(services: Services, sealed: str, state: str) -> Attempt:
    said, _, seal = sealed.rpartition(".")
    parts = said.split(".")
    is_ours = hmac.compare_digest(_seal(services, said).encode(), seal.encode())
    if not is_ours or int(parts[3]) < time.time():
        raise SignInRefused("this browser began no sign-in, or too long ago")
    if not hmac.compare_digest(parts[0].encode(), state.encode()):
        raise SignInRefused("this is the answer to somebody else's sign-in")
    return Attempt(*parts[:3])


def _seal(services: Services, said: str) -> str:
    return hmac.new(services.secret, f"sign-in:{said}".encode(), sha256).hexdigest()
