"""What time alone brings: reservations and drafts end, and who left long ago is erased."""

import logging
from datetime import UTC, datetime

from api.presence import absent
from api.wiring import Services

log = logging.getLogger(__name__)


def tidy(services: Services, now: datetime | None = None) -> None:
    """Delete what has ended and erase who has not come for a year; safe to repeat."""
    services.reservations.drop_ended()
    services.drafts.drop_ended()
    for ambassador_id in absent(services.people, now or datetime.now(UTC)):
        services.erasure.erase(ambassador_id)
