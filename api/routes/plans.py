"""Plans over anonymous seats. Nothing says who holds one but their own page; nobody is asked to."""

from fastapi import APIRouter

from api import planning
from api.identity import Communicator, Employee, ServicesDep
from api.routes.described import PROBLEMS
from api.routes.me import own
from api.schemas.plans import OpenCampaign, OpenCampaigns, PlanIn, PlanOut, SeatIn, SeatOut

router = APIRouter(tags=["campaigns"], responses=PROBLEMS)


@router.put("/v1/campaigns/{campaign_id}/plan", summary="Plan a campaign over anonymous seats")
def make(campaign_id: str, asked: PlanIn, caller: Communicator, services: ServicesDep) -> PlanOut:
    """Plan the campaign's contents over seats of some descriptions; it replaces the last plan."""
    return PlanOut.of(campaign_id, planning.plan(services, campaign_id, asked, caller))


@router.get("/v1/campaigns/{campaign_id}/plan", summary="Read a campaign's plan")
def read(campaign_id: str, _caller: Communicator, services: ServicesDep) -> PlanOut:
    """Return the plan as it was made; how many seats are taken is told to nobody."""
    return PlanOut.of(campaign_id, services.plans.get(campaign_id))


@router.get("/v1/me/seats", summary="List the campaigns one may take a seat of", tags=["me"])
def offered(caller: Employee, services: ServicesDep) -> OpenCampaigns:
    """Return the running campaigns with a planned content to speak about, and the seats held."""
    held = planning.held_seats(services, own(caller))
    found = planning.open_campaigns(services)
    return OpenCampaigns(items=[OpenCampaign.of(one, held.get(one.campaign_id)) for one in found])


@router.post("/v1/me/seats", summary="Take a free seat of a campaign", tags=["me"])
def take(asked: SeatIn, caller: Employee, services: ServicesDep) -> SeatOut:
    """Return the content of the free seat that suits the caller best.

    The seat is no longer free. Asked again, the same content is returned; what is kept of that is
    a mark that leads to nobody.
    """
    item = planning.take(services, asked.campaign_id, own(caller))
    return SeatOut.of(asked.campaign_id, item)
