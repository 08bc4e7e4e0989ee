"""Who calls: a key in the `Authorization` header, or a signed-in browser's session.

A session is only believed for a change when the page also sends the token that another site
cannot know.
"""

import asyncio
import hmac
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Annotated

from fastapi import Depends, HTTPException, Request
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer

from api import parameters, scopes
from api.wiring import Services
from domain.errors import Forbidden
from domain.roles import Caller, Role

COOKIE = "porte_voix_session"
CSRF_HEADER = "X-CSRF-Token"
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})

_bearer = HTTPBearer(auto_error=False, description="An API key, made by `porte-voix keys create`.")
_cookie = APIKeyCookie(name=COOKIE, auto_error=False, description="A signed-in browser.")


def services_of(request: Request) -> Services:
    """Return what the application was wired with."""
    services: Services = request.app.state.services
    return services


async def _services(request: Request) -> Services:
    # What waits for nothing had better not be a function that takes a thread of its own.
    return services_of(request)


ServicesDep = Annotated[Services, Depends(_services)]


async def caller_of(
    request: Request,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    session: Annotated[str | None, Depends(_cookie)],
) -> Caller:
    """Return who calls; 401 for nobody, 422 for a parameter that the address does not take."""
    # Not asked for as a dependency: each costs every request some of its time.
    services = services_of(request)
    key = bearer.credentials if bearer else None
    caller = services.access.known_caller(key) if key else None
    if caller is None:
        caller = await asyncio.to_thread(_looked_up, services, key, session)
    if key is not None:
        if caller is not None:
            scopes.refuse_outside(caller, request.method, request.url.path)
    elif session:
        _refuse_forged(request, services, session)
    if caller is None:
        raise HTTPException(401, "A key or a session is needed")
    parameters.refuse_unknown(request)
    if caller.ambassador_id is not None:
        await asyncio.to_thread(services.presence.note, caller.ambassador_id)
    return caller


async def may_send(request: Request) -> bool:
    """Tell whether somebody known sends this, or whether nobody need be known to send it."""
    if not request.url.path.startswith("/v1/"):
        return True
    shown = await _bearer(request)
    key, session = shown.credentials if shown else None, request.cookies.get(COOKIE)
    return await asyncio.to_thread(_looked_up, services_of(request), key, session) is not None


def _looked_up(services: Services, key: str | None, session: str | None) -> Caller | None:
    caller = None
    if key is not None:
        caller = services.access.caller_with_key(key)
    elif session:
        caller = services.access.caller_with_session(session)
    return caller


def csrf_token(secret: bytes, session: str) -> str:
    """Return the token a page must send along with a change."""
    return hmac.new(secret, b"csrf:" + session.encode(), sha256).hexdigest()


def _refuse_forged(request: Request, services: Services, session: str) -> None:
    if request.method in _SAFE:
        return
    expected = csrf_token(services.secret, session)
    given = request.headers.get(CSRF_HEADER, "")
    if not hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")):
        raise Forbidden(f"a change from a browser needs the {CSRF_HEADER} of its own page")


def role(*roles: Role) -> Callable[[Caller], Awaitable[Caller]]:
    """Return a dependency that lets only these roles through."""

    async def allowed(caller: Annotated[Caller, Depends(caller_of)]) -> Caller:
        if caller.role not in roles:
            names = ", ".join(one.value for one in roles)
            raise Forbidden(f"this is for {names}; the caller is {caller.role.value}")
        return caller

    return allowed


AnyCaller = Annotated[Caller, Depends(caller_of)]
Requester = Annotated[Caller, Depends(role(Role.PLATFORM, Role.EMPLOYEE))]
Platform = Annotated[Caller, Depends(role(Role.PLATFORM))]
Checker = Annotated[Caller, Depends(role(Role.PLATFORM, Role.EMPLOYEE, Role.COMMS))]
Communicator = Annotated[Caller, Depends(role(Role.COMMS, Role.ADMIN))]
Administrator = Annotated[Caller, Depends(role(Role.ADMIN))]
Employee = Annotated[Caller, Depends(role(Role.EMPLOYEE))]
