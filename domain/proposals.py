"""Content an employee thinks worth sharing, and what the communication team made of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.content import Image
from domain.language import Language


class ProposalState(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal as both sides see it; `name` is None when its author chose not to be named."""

    proposal_id: str
    title: str
    text: str
    language: Language
    proposed_on: date
    url: str | None = None
    images: tuple[Image, ...] = ()
    note: str | None = None
    name: str | None = None
    state: ProposalState = ProposalState.OPEN
    content_id: str | None = None
