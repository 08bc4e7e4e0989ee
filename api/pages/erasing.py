"""Leaving for good, in two steps: what will be gone is said before it is."""

import asyncio

from fastapi import APIRouter, Request, Response

from api.erasing import erase as erase_person
from api.identity import ServicesDep
from api.pages.forms import SentForm
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.sign_in import end_session
from api.pages.visitor import EmployeeVisitor, Visitor

router = APIRouter(route_class=PageRoute, include_in_schema=False)


@router.get("/me/erase")
def ask(request: Request, visitor: EmployeeVisitor) -> Response:
    """Say what erasing does, and ask once more."""
    return render(request, visitor, "erase.html", is_refused=False)


@router.post("/me/erase")
async def erase(
    request: Request, visitor: EmployeeVisitor, services: ServicesDep, form: SentForm
) -> Response:
    """Erase everything kept of the visitor, once they said that they mean it."""
    if form.text("sure") != "yes":
        return render(request, visitor, "erase.html", status=422, is_refused=True)
    await asyncio.to_thread(erase_person, services, visitor.ambassador_id)
    response = render(request, Visitor(visitor.language), "erased.html")
    end_session(response)
    return response
