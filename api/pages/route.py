"""A page's route: what goes wrong on a page is told by a page."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final

from fastapi import Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from api.errors import STATUSES
from api.identity import COOKIE
from api.pages.messages import messages_in
from api.pages.shell import protect, render
from api.pages.visitor import Visitor, language_of, visitor_of
from domain.errors import PorteVoixError

log = logging.getLogger(__name__)

_NOBODY: Final = 401
_NOT_FOUND: Final = 404
_OUR_FAULT: Final = 500

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class PageRoute(APIRoute):
    """Answers as a page, whatever happens, with the protection of every page."""

    def get_route_handler(self) -> Handler:
        """Return the handler of this route, its errors turned to pages."""
        handle = super().get_route_handler()

        async def answer(request: Request) -> Response:
            if _came_without_its_session(request):
                visitor = Visitor(language_of(request))
                return protect(request, render(request, visitor, "again.html"))
            try:
                response = await handle(request)
            except Exception as error:  # noqa: BLE001 - everything ends in a page
                response = await run_in_threadpool(problem_page, request, error)
            return protect(request, response)

        return answer


def problem_page(request: Request, error: Exception) -> Response:
    """Return the page that tells what went wrong, in the visitor's language."""
    status = status_of(error)
    if status >= _OUR_FAULT:
        # The message and the traceback could hold a person's text; the class cannot.
        log.error("%s on a page", type(error).__name__)
        # What failed may be what knows the visitor.
        return _told(request, Visitor(language_of(request)), status)
    visitor = visitor_of(request)
    if status == _NOBODY or (status == _NOT_FOUND and _is_gone(request, visitor)):
        return render(request, visitor, "welcome.html", status=_NOBODY, problem="signed_out")
    return _told(request, visitor, status)


def status_of(error: Exception) -> int:
    """Return the status an error is answered with."""
    match error:
        case PorteVoixError():
            return STATUSES[type(error)][0]
        case RequestValidationError():
            return 422
        case HTTPException():
            return error.status_code
    return _OUR_FAULT


def _is_gone(request: Request, visitor: Visitor) -> bool:
    """Tell whether a session came that is nobody's: its person was erased while a page was made."""
    return visitor.caller is None and COOKIE in request.cookies


def _told(request: Request, visitor: Visitor, status: int) -> Response:
    known = messages_in(visitor.language).has(f"problem.{status}.title")
    return render(
        request, visitor, "problem.html", status=status, shown=status if known else _OUR_FAULT
    )


def _came_without_its_session(request: Request) -> bool:
    """Tell whether the browser held its session back because the link was on another site.

    Coming again from a page of our own, it sends the session along, if it has one.
    """
    return (
        request.method == "GET"
        and COOKIE not in request.cookies
        and request.headers.get("Sec-Fetch-Site") == "cross-site"
        and request.headers.get("Sec-Fetch-Mode") == "navigate"
        and not request.url.path.startswith("/sign-in")
    )
