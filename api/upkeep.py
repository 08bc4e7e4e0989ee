"""What time alone brings: reservations and drafts end, and who left long ago is erased."""

import logging
from datetime import UTC, datetime

from api.erasing import erase
from api.presence import absent
from api.wiring import Services

log = logging.getLogger(__name__)


def tidy(services: Services, now: datetime | None = None) -> None:
    """Delete what has ended and erase who has not come for a year; safe to repeat."""
    services.reservations.drop_ended()
    services.drafts.drop_ended()
    services.proposals.drop_declined()
    services.tallies.publish(now)
    services.outcomes.publish()
    services.keys_of_requests.drop_ended()
    for ambassador_id in absent(services.people, now or datetime.now(UTC)):
        erase(services, ambassador_id)
