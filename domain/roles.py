"""Who calls, and what they may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The four roles of a caller."""

    PLATFORM = "platform"
    EMPLOYEE = "employee"
    COMMS = "comms"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Caller:
    """Somebody the service has recognised; only an employee has a record of their own.

    `scopes` narrows a key to some of what its role may do, None for all of it. `staff` tells
    members of the communication team and administrators apart, for the audit trail.
    """

    role: Role
    ambassador_id: str | None = None
    key_id: str | None = None
    scopes: frozenset[str] | None = None
    staff: str | None = None
