"""Campaigns, and the jobs that prepare drafts for them. Nothing here names a person."""

from fastapi import APIRouter, Response

from api import campaigning
from api.identity import Communicator, ServicesDep
from api.routes.described import PROBLEMS
from api.schemas.campaigns import CampaignIn, CampaignList, CampaignOut, JobOut
from api.versions import IfMatch, expected, tagged
from domain.campaigns import Campaign

router = APIRouter(tags=["campaigns"], responses=PROBLEMS)


@router.get("/v1/campaigns", summary="List campaigns")
def campaigns(_caller: Communicator, services: ServicesDep) -> CampaignList:
    """Return every campaign, the newest first."""
    items = [CampaignOut.of(one) for one in services.campaigns.all()]
    return CampaignList(items=items, total=len(items))


@router.post("/v1/campaigns", status_code=201, summary="Add a campaign")
def add(
    asked: CampaignIn, caller: Communicator, services: ServicesDep, response: Response
) -> CampaignOut:
    """Keep a campaign that is new; one that is there is replaced with PUT."""
    return _out(campaigning.add_campaign(services, asked, caller), response)


@router.get("/v1/campaigns/{campaign_id}", summary="Read a campaign")
def campaign(
    campaign_id: str, _caller: Communicator, services: ServicesDep, response: Response
) -> CampaignOut:
    """Return one campaign."""
    return _out(services.campaigns.get(campaign_id), response)


@router.put("/v1/campaigns/{campaign_id}", summary="Replace a campaign")
def replace(
    campaign_id: str,
    asked: CampaignIn,
    caller: Communicator,
    services: ServicesDep,
    response: Response,
    if_match: IfMatch = None,
) -> CampaignOut:
    """Replace a campaign that is there: correct it, or end it with an earlier last day (`to`).

    Its name stays while contents name it by that.
    """
    known = expected(if_match)
    replaced = campaigning.replace_campaign(services, campaign_id, asked, caller, expected=known)
    return _out(replaced, response)


@router.post(
    "/v1/campaigns/{campaign_id}/drafts", status_code=202, summary="Prepare a campaign's drafts"
)
def prepare(campaign_id: str, caller: Communicator, services: ServicesDep) -> JobOut:
    """Begin a job that prepares one draft for each person who turned `prepared_drafts` on.

    Each sees their own among `/v1/me/drafts`, for 14 days; nobody is told, and nobody else sees
    it. People are counted in whole fives.
    """
    return JobOut.of(campaigning.prepare_drafts(services, campaign_id, caller))


@router.get("/v1/jobs/{job_id}", summary="Read how a job stands")
def job(job_id: str, _caller: Communicator, services: ServicesDep) -> JobOut:
    """Return how far a job is, in whole fives of people."""
    return JobOut.of(services.jobs.get(job_id))


@router.delete("/v1/jobs/{job_id}", summary="Cancel a job")
def cancel(job_id: str, caller: Communicator, services: ServicesDep) -> JobOut:
    """Stop a job before its next step; what is prepared stays its owners'."""
    return JobOut.of(campaigning.cancel(services, job_id, caller))


def _out(campaign: Campaign, response: Response) -> CampaignOut:
    tagged(response, campaign.version)
    return CampaignOut.of(campaign)
