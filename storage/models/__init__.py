"""The tables, each column with what it says about a person."""

from storage.models.access import ApiKeyRow, GrantRow, SessionRow
from storage.models.base import Base
from storage.models.contents import CatalogueRow, ContentRow, EmbeddingRow, ReadingRow
from storage.models.people import AmbassadorRow, ErasureRow, PurposeRow
from storage.models.reservations import ReservationRow

__all__ = [
    "AmbassadorRow",
    "ApiKeyRow",
    "Base",
    "CatalogueRow",
    "ContentRow",
    "EmbeddingRow",
    "ErasureRow",
    "GrantRow",
    "PurposeRow",
    "ReadingRow",
    "ReservationRow",
    "SessionRow",
]
