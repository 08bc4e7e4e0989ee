"""Webhooks: telling an operator's own addresses that content came in or a campaign is ready.

Signed as Standard Webhooks asks: `webhook-signature` is `v1,` and the base64 of the HMAC-SHA256
over `ID.TIMESTAMP.BODY`; of a secret that begins with `whsec_` the rest is the key, in base64. No
event is ever about a person.
"""

import hmac
import logging
from base64 import b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

import httpx

from api.settings import Settings
from storage.outbox import Event, Outbox

log = logging.getLogger(__name__)

CONTENT_IMPORTED: Final = "content.imported"
CAMPAIGN_READY: Final = "campaign.ready"
_SECONDS: Final = 10.0
_NAMED: Final = 100


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Webhooks:
    """Keeps events for later, and delivers what is due; without an address it does nothing."""

    outbox: Outbox
    urls: tuple[str, ...]
    secret: bytes
    clock: Callable[[], datetime] = _now

    @classmethod
    def of(cls, settings: Settings, outbox: Outbox) -> "Webhooks":
        """Return the webhooks that are set."""
        return cls(outbox, settings.webhook_urls, settings.webhook_key)

    def content_imported(self, content_ids: Sequence[str]) -> None:
        """Tell that contents came in or changed; beyond a hundred, only how many."""
        if self.urls and content_ids:
            self.outbox.add(self.urls, CONTENT_IMPORTED, _imported(content_ids), self.clock())

    def content_left(self, content_ids: Sequence[str]) -> None:
        """Leave it to a service that runs with addresses to tell them, for a day.

        A command is often run without the settings of the service beside it.
        """
        if content_ids and not self.urls:
            self.outbox.leave(CONTENT_IMPORTED, _imported(content_ids), self.clock())

    def campaign_ready(self, campaign_id: str) -> None:
        """Tell that a campaign's work is done; for whom and for how many is nobody's to know."""
        if self.urls:
            self.outbox.add(self.urls, CAMPAIGN_READY, {"campaign_id": campaign_id}, self.clock())

    def deliver(self) -> int:
        """Send what is due, and return how much arrived."""
        if not self.urls:
            return 0
        self.outbox.address(self.urls, self.clock())
        due = self.outbox.take(self.clock())
        if not due:
            return 0
        with httpx.Client(timeout=_SECONDS, trust_env=False, follow_redirects=False) as client:
            return sum(self._arrives(client, event) for event in due)

    def _arrives(self, client: httpx.Client, event: Event) -> bool:
        # An address that is set no longer is sent nothing any more.
        if event.url in self.urls and self._is_sent(client, event):
            self.outbox.delivered(event)
            return True
        if self.outbox.failed(event, self.clock()):
            log.warning("an event was given up after %d attempts", event.attempts + 1)
        return False

    def _is_sent(self, client: httpx.Client, event: Event) -> bool:
        at = str(int(self.clock().timestamp()))
        headers = {
            "Content-Type": "application/json",
            "webhook-id": event.event_id,
            "webhook-timestamp": at,
            "webhook-signature": signature(self.secret, event.event_id, at, event.body),
        }
        try:
            answer = client.post(event.url, content=event.body.encode(), headers=headers)
        except httpx.HTTPError:
            return False
        return answer.is_success


def _imported(content_ids: Sequence[str]) -> dict[str, object]:
    return {"count": len(content_ids), "content_ids": list(content_ids[:_NAMED])}


def signature(secret: bytes, event_id: str, timestamp: str, body: str) -> str:
    """Return the signature of an event, for those who send and those who check."""
    signed = hmac.new(secret, f"{event_id}.{timestamp}.{body}".encode(), sha256).digest()
    return f"v1,{b64encode(signed).decode()}"
