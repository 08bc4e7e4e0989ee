"""Coming in and going out: a link of the demo or a key becomes a session of this browser."""

from typing import Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from api.identity import COOKIE, ServicesDep
from api.pages.forms import OwnForm, SentForm
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import AnyVisitor, SignedIn
from api.wiring import Services
from domain.roles import Caller, Role

router = APIRouter(route_class=PageRoute, include_in_schema=False)

_LASTS_SECONDS: Final = 12 * 3600


@router.get("/sign-in")
def follow_link(
    request: Request, visitor: AnyVisitor, services: ServicesDep, token: str = ""
) -> Response:
    """Sign in whoever follows a link of the demo; a real organisation has no such links."""
    caller = None
    if services.settings.demo and token:
        caller = services.access.caller_with_session(token, kind="link")
    if caller is None:
        return render(request, visitor, "welcome.html", status=403, problem="link")
    return welcome(request, services, caller)


@router.post("/sign-in")
def enter_key(
    request: Request, visitor: AnyVisitor, services: ServicesDep, form: OwnForm
) -> Response:
    """Sign in whoever holds a person's key; a platform's key opens no page."""
    caller = services.access.caller_with_key(form.text("key"))
    # A session may do all that its role may, so a narrowed key opens none.
    if caller is None or caller.role is Role.PLATFORM or caller.scopes is not None:
        return render(request, visitor, "welcome.html", status=403, problem="key")
    return welcome(request, services, caller)


@router.post("/sign-out")
def leave(request: Request, _visitor: SignedIn, services: ServicesDep, _form: SentForm) -> Response:
    """End the session of this browser."""
    services.access.close_session(request.cookies.get(COOKIE, ""))
    response = RedirectResponse("/", 303)
    end_session(response)
    return response


def end_session(response: Response) -> None:
    """Make the browser forget its session."""
    response.delete_cookie(COOKIE, httponly=True, samesite="strict")


def welcome(request: Request, services: Services, caller: Caller) -> Response:
    """Open a session for this browser, ending the one it had."""
    services.access.close_session(request.cookies.get(COOKIE, ""))
    session = services.access.open_session(
        caller.role, ambassador_id=caller.ambassador_id, staff=caller.staff
    )
    response = RedirectResponse("/", 303)
    response.set_cookie(
        COOKIE,
        session,
        max_age=_LASTS_SECONDS,
        httponly=True,
        samesite="strict",
        secure=is_over_https(request, services),
    )
    return response


def is_over_https(request: Request, services: Services) -> bool:
    """Tell whether the browser came over https, also where a proxy ends it."""
    public = services.settings.public_url or ""
    return request.url.scheme == "https" or public.startswith("https:")
