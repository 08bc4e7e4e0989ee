"""What the communication team does with campaigns, over HTTP and on their pages alike."""

import re
import unicodedata
from collections.abc import Collection
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
    """Keep a campaign that is new.

    Raises Conflict when there is one of its id or its name.
    """
    campaign = asked.as_campaign(asked.id or _named_after(asked.name))
    deed = Deed.of(caller, Action.CAMPAIGN_ADDED, campaign.campaign_id)
    services.campaigns.add(campaign, deed)
    return campaign


def replace_campaign(
    services: Services,
    campaign_id: str,
    asked: CampaignIn,
    caller: Caller,
    *,
    expected: Collection[str] | None = None,
) -> Campaign:
    """Replace a campaign that is there; what is corrected holds from the next request on.

    Raises NotFound, VersionStale when it is not as `expected`, or Conflict for its name.
    """
    campaign = asked.as_campaign(campaign_id)
    deed = Deed.of(caller, Action.CAMPAIGN_REPLACED, campaign_id)
    services.campaigns.replace(campaign, expected=expected, deed=deed)
    return campaign


def prepare_drafts(services: Services, campaign_id: str, caller: Caller) -> Job:
    """Ask for the drafts of a campaign to be prepared; a job does it.

    Raises NotFound, or Conflict for a campaign that is over or is being prepared already.
    """
    campaign = services.campaigns.get(campaign_id)
    if campaign.is_over(datetime.now(UTC).date()):
        raise Conflict(
            f"the campaign ended on {campaign.ends}; set a later last day",
            why="ended",
            field="campaign_id",
        )
    if services.settings.stateless:
        raise Conflict(
            "this service keeps nothing of anybody, so nothing is prepared; "
            "unset PORTEVOIX_STATELESS to prepare drafts",
            why="nothing_kept",
        )
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
