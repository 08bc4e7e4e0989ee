"""The audit trail as it is sent."""

from datetime import datetime

from api.schemas.base import Answer
from domain.deeds import Action
from storage.audit import Entry


class AuditLine(Answer):
    """Who among staff did what, and when."""

    at: datetime
    who: str
    action: Action
    about: str

    @classmethod
    def of(cls, entry: Entry) -> "AuditLine":
        """Return one line as it is sent."""
        deed = entry.deed
        return cls(at=entry.at, who=deed.who, action=deed.action, about=deed.about)


class AuditPage(Answer):
    """A page of the trail, newest first."""

    items: list[AuditLine]
    total: int
    limit: int
    offset: int
