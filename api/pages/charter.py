"""The charter in force, clause by clause, for everybody who is signed in."""

from fastapi import APIRouter, Request, Response

from api.identity import ServicesDep
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import SignedIn

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/charter")
def charter(request: Request, visitor: SignedIn, services: ServicesDep) -> Response:
    """Show what the charter asks, why, and how completely each clause is examined."""
    file = services.guard.charter
    return render(
        request,
        visitor,
        "charter.html",
        charter=file.charter,
        ref=file.ref,
        approximated=sum(clause.needs_judgement for clause in file.charter.clauses),
    )
