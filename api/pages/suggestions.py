"""The first page: for an employee, what they could speak about now, and why."""

import asyncio
from dataclasses import dataclass, replace
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import RedirectResponse

from api import asking, planning
from api.identity import ServicesDep
from api.pages.route import PageRoute
from api.pages.shell import render
from api.pages.visitor import AnyVisitor, Visitor
from api.suggesting import suggest
from api.wiring import Services
from domain.content import Objective
from domain.language import Language
from domain.purposes import Purpose
from domain.recommendation import Recommendation, Recommendations
from domain.signals import Signal
from storage.people import Person

router = APIRouter(route_class=PageRoute, include_in_schema=False)

FIRST: Final = 6
_MOST: Final = 48


@dataclass(frozen=True, slots=True)
class Wish:
    """What a visitor asks of the suggestions; an empty choice rules nothing out."""

    objective: Objective | None
    language: Language | None
    count: int

    @property
    def more(self) -> int | None:
        """Return how many to ask for next, None when that is too many."""
        return self.count * 2 if self.count * 2 <= _MOST else None


def wish_of(
    objective: str = "",
    language: str = "",
    k: Annotated[int, Query(ge=1, le=_MOST)] = FIRST,
) -> Wish:
    """Read a wish from the address; what is no choice chooses nothing."""
    return Wish(
        next((one for one in Objective if one == objective), None),
        next((one for one in Language if one == language), None),
        k,
    )


@router.get("/")
async def home(
    request: Request,
    visitor: AnyVisitor,
    services: ServicesDep,
    wish: Annotated[Wish, Depends(wish_of)],
) -> Response:
    """Show an employee's suggestions, the newsroom to its team, and the door to anybody else."""
    if visitor.is_employee:
        return await asyncio.to_thread(_suggestions, request, visitor, services, wish)
    if visitor.is_communicator:
        return RedirectResponse("/newsroom", 303)
    return await asyncio.to_thread(render, request, visitor, "welcome.html", problem=None)


def _suggestions(request: Request, visitor: Visitor, services: Services, wish: Wish) -> Response:
    person = services.people.get(visitor.ambassador_id)
    found = _found(services, person, wish)
    return render(
        request,
        visitor,
        "suggestions.html",
        person=person.ambassador,
        keeps_signals=person.purposes[Purpose.SIGNALS],
        signals=tuple(Signal),
        kept=_kept(services, visitor.ambassador_id),
        keeps_profile=person.purposes[Purpose.PROFILE],
        wish=wish,
        objectives=tuple(Objective),
        languages=tuple(Language),
        found=found,
        has_seats=bool(planning.open_campaigns(services)),
        strongest=max(map(_strongest, found.items), default=1.0),
    )


def _found(services: Services, person: Person, wish: Wish) -> Recommendations:
    ambassador = person.ambassador
    if wish.language is not None:
        ambassador = replace(ambassador, languages=(wish.language,))
    exclude = asking.set_aside(services, ambassador.ambassador_id)
    return suggest(
        services,
        ambassador,
        k=wish.count,
        objective=wish.objective,
        exclude=exclude,
        follows=asking.what_follows(services, ambassador.ambassador_id),
        whose=asking.whose_turn(services, ambassador),
        asker=lambda: person.owner_token,
        what_if=True,
        raising=True,
    )


def _kept(services: Services, ambassador_id: str) -> frozenset[str]:
    said = services.signals.of(ambassador_id)
    return frozenset(one for one, signal in said.items() if signal is Signal.KEPT)


def _strongest(recommendation: Recommendation) -> float:
    return max(abs(reason.contribution) for reason in recommendation.reasons)
