"""A campaign that tests of one service share, as each of them wants it."""

from domain.campaigns import Campaign
from domain.errors import Conflict
from storage.campaigns import Campaigns


def keep_campaign(campaigns: Campaigns, campaign: Campaign) -> None:
    """Keep a campaign, whether an earlier test made it or not."""
    try:
        campaigns.add(campaign)
    except Conflict:
        campaigns.replace(campaign)
