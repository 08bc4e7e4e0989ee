"""What the communication team and administrators do to the service, for its audit trail."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from domain.roles import Caller

OPERATOR = "operator"


class Action(StrEnum):
    """What was done."""

    CONTENT_ADDED = "content_added"
    CONTENT_REPLACED = "content_replaced"
    CONTENT_DELETED = "content_deleted"
    CONTENT_IMPORTED = "content_imported"
    PROPOSAL_DECLINED = "proposal_declined"
    OUTCOME_REPORTED = "outcome_reported"
    OUTCOME_WITHDRAWN = "outcome_withdrawn"
    CHARTER_PUT = "charter_put"
    CAMPAIGN_ADDED = "campaign_added"
    CAMPAIGN_REPLACED = "campaign_replaced"
    CAMPAIGN_PLANNED = "campaign_planned"
    DRAFTS_PREPARED = "drafts_prepared"
    JOB_CANCELLED = "job_cancelled"
    KEY_CREATED = "key_created"
    KEY_ROTATED = "key_rotated"
    KEY_REVOKED = "key_revoked"
    BACKED_UP = "backed_up"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Deed:
    """Something a member of staff did: never about an employee, and without any text.

    `who` is the staff's own name at the identity provider, the id of their key, or "operator"
    for whoever works on the machine itself; `about` is the id or version of what it was done to.
    """

    who: str
    action: Action
    about: str

    @classmethod
    def of(cls, caller: Caller, action: Action, about: str) -> Self:
        """Return what a caller does."""
        return cls(caller.staff or caller.key_id or caller.role.value, action, about)
