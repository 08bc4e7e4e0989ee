"""The tables, each column with what it says about a person."""

from storage.models.access import ApiKeyRow, GrantRow, SessionRow
from storage.models.answers import FirstAnswerRow
from storage.models.audit import AuditRow, CharterRow
from storage.models.base import Base
from storage.models.campaigns import CampaignRow, JobRow, JobSeatRow
from storage.models.contents import CatalogueRow, ContentRow, EmbeddingRow, ReadingRow
from storage.models.drafts import DraftColumns, DraftRow, PreparedDraftRow
from storage.models.figures import FigureRow, OutcomeRow, PublishedWeekRow, TallyRow
from storage.models.outbox import EventRow
from storage.models.people import AmbassadorRow, ErasureRow, PurposeRow
from storage.models.plans import PlanRow, PlanSeatRow, SeatMarkRow
from storage.models.proposals import ProposalRow
from storage.models.reservations import ReservationRow
from storage.models.signals import SignalRow

__all__ = [
    "AmbassadorRow",
    "ApiKeyRow",
    "AuditRow",
    "Base",
    "CampaignRow",
    "CatalogueRow",
    "CharterRow",
    "ContentRow",
    "DraftColumns",
    "DraftRow",
    "EmbeddingRow",
    "ErasureRow",
    "EventRow",
    "FigureRow",
    "FirstAnswerRow",
    "GrantRow",
    "JobRow",
    "JobSeatRow",
    "OutcomeRow",
    "PlanRow",
    "PlanSeatRow",
    "PreparedDraftRow",
    "ProposalRow",
    "PublishedWeekRow",
    "PurposeRow",
    "ReadingRow",
    "ReservationRow",
    "SeatMarkRow",
    "SessionRow",
    "SignalRow",
    "TallyRow",
]
