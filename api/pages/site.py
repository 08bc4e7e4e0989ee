"""All pages of the service, put beside its HTTP interface."""

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import Scope

from api.errors import problem
from api.pages import (
    audit,
    campaign_editor,
    campaigns,
    charter,
    charter_editor,
    clause_editor,
    contents,
    desk,
    erasing,
    insights,
    me,
    newsroom,
    newsroom_edit,
    oidc,
    plans,
    proposals,
    sign_in,
    suggestions,
    type_suggestion,
    voice,
)
from api.pages.route import problem_page
from api.pages.shell import PROTECTION, STATIC_FOLDER, protect

ROUTERS = (
    suggestions.router,
    sign_in.router,
    oidc.router,
    contents.router,
    me.router,
    desk.router,
    voice.router,
    type_suggestion.router,
    proposals.router,
    insights.router,
    erasing.router,
    campaigns.router,
    campaign_editor.router,
    plans.router,
    newsroom.router,
    newsroom_edit.router,
    charter.router,
    charter_editor.router,
    clause_editor.router,
    audit.router,
)

# An address that leads nowhere, or not in this way: a page for people, a problem for programs.
_CODES = {404: "not_found", 405: "method_not_allowed"}


def install(app: FastAPI) -> None:
    """Add the pages, their files, and a page for an address that leads nowhere."""
    for router in ROUTERS:
        app.router.routes += router.routes
    app.mount("/static", _Files(directory=STATIC_FOLDER), name="static")
    for status in _CODES:
        app.add_exception_handler(status, _on_no_page)


class _Files(StaticFiles):
    """Style, script and icon; a browser asks each time whether they changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update({**PROTECTION, "Cache-Control": "no-cache"})
        return response


async def _on_no_page(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise TypeError
    wants_page = "text/html" in request.headers.get("Accept", "")
    if wants_page and not request.url.path.startswith("/v1/"):
        return protect(request, await run_in_threadpool(problem_page, request, error))
    status = error.status_code
    response = problem(status, str(error.detail), code=_CODES[status])
    response.headers.update(error.headers or {})
    return response
