"""The audit trail: what the communication team and administrators did, for administrators."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.identity import Administrator, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.audit import AuditLine, AuditPage

router = APIRouter(tags=["audit"], responses=PROBLEMS)

Limit = Annotated[int, Query(ge=1, le=100)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


@router.get("/v1/audit", summary="Read what staff did")
def audit(
    _caller: Administrator, services: ServicesDep, limit: Limit = 50, offset: Offset = 0
) -> AuditPage:
    """Return who among staff did what and when, newest first; no employee stands in it."""
    entries, total = services.audit.page(limit=limit, offset=offset)
    lines = [AuditLine.of(entry) for entry in entries]
    return AuditPage(items=lines, total=total, limit=limit, offset=offset)
