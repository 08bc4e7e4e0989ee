"""What the communication team does with campaigns, over HTTP and on their pages alike."""

import re
import unicodedata
from datetime import UTC, datetime
from secrets import token_hex

from api.schemas.campaigns import CampaignIn
from api.wiring import Services
from domain.campaigns import Campaign, Job, JobState
from domain.deeds import Action, Deed
from domain.errors import Conflict
from domain.roles import Caller

_LONGEST = 40


def add_campaign(services: Services, asked: CampaignIn, caller: Caller) -> Campaign:
    """Keep a campaign; the same id again replaces it.

    Raises Conflict when another one has its name.
    """
    campaign = asked.as_campaign(_named_after(asked.name))
    deed = Deed.of(caller, Action.CAMPAIGN_ADDED, campaign.campaign_id)
    services.campaigns.save(campaign, deed)
    return campaign


def prepare_drafts(services: Services, campaign_id: str, caller: Caller) -> Job:
    """Ask for the drafts of a campaign to be prepared; a job does it.

    Raises NotFound, or Conflict for a campaign that is over or is being prepared already.
    """
    campaign = services.campaigns.get(campaign_id)
    if campaign.is_over(datetime.now(UTC).date()):
        raise Conflict(f"the campaign ended on {campaign.ends}; set a later last day")
    if services.settings.stateless:
        raise Conflict("this service keeps nothing of anybody, so nothing is prepared")
    deed = Deed.of(caller, Action.DRAFTS_PREPARED, campaign_id)
    return services.jobs.ask(campaign_id, deed)


def cancel(services: Services, job_id: str, caller: Caller) -> Job:
    """Stop a job before its next step; what is prepared stays its owners'.

    Raises NotFound.
    """
    deed = Deed.of(caller, Action.JOB_CANCELLED, job_id)
    return services.jobs.end(job_id, JobState.CANCELLED, deed)


def _named_after(name: str) -> str:
    plain = unicodedata.normalize("NFD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST]
    return f"{slug or 'campaign'}-{token_hex(3)}"
