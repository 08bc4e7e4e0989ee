"""The audit trail, for administrators: what staff did. No employee stands in it."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response

from api.identity import ServicesDep
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import AdministratorVisitor

router = APIRouter(route_class=PageRoute, include_in_schema=False)

PER_PAGE: Final = 50


@router.get("/audit")
def audit(
    request: Request,
    visitor: AdministratorVisitor,
    services: ServicesDep,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Show who among staff did what and when, newest first."""
    entries, total = services.audit.page(limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    pages = max(1, -(-total // PER_PAGE))
    return render(request, visitor, "audit.html", entries=entries, page=page, pages=pages)
