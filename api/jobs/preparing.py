"""Preparing the drafts of a campaign: for those who wanted that, each for its owner alone."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from random import SystemRandom
from typing import Final

from api import asking
from api.drafting import KEPT_PREPARED, as_kept, forget_drafts, ids_of
from api.jobs.sharing import Sharing
from api.wiring import Services
from domain.errors import ModelMisbehaved, ModelUnavailable, NotFound, RequestInvalid
from domain.purposes import Purpose
from storage.jobs import Seat

# The assignment takes the cube of how many are planned together: a second at a thousand.
_TOGETHER: Final = 1_000


@dataclass(frozen=True, slots=True)
class Preparer:
    """The steps of a job; each may be repeated, and none says anything of anybody."""

    services: Services

    def plan(self, job_id: str) -> int:
        """Give everybody who wants prepared drafts a seat, and return how many seats there are."""
        campaign = self.services.campaigns.get(self.services.jobs.get(job_id).campaign_id)
        people = sorted(self.services.people.wanting(Purpose.PREPARED_DRAFTS))
        # In no order that could be recognised.
        SystemRandom().shuffle(people)
        sharing = Sharing(self.services, campaign)
        seats = [
            seat
            for start in range(0, len(people), _TOGETHER)
            for seat in sharing.seats(people[start : start + _TOGETHER])
        ]
        return self.services.jobs.plan(job_id, seats)

    async def prepare(self, job_id: str, number: int) -> None:
        """Prepare the draft of one seat, if it is still wanted and can be written."""
        jobs = self.services.jobs
        seat = await asyncio.to_thread(jobs.seat, job_id, number)
        if seat is None:
            return
        # The person or the content may be gone, the purpose off, or the model away: then there is
        # no draft, and nobody is told whose it would have been.
        with suppress(NotFound, RequestInvalid, ModelUnavailable, ModelMisbehaved):
            await self._prepare(seat, nonce=f"{job_id.removeprefix('job_')}{number:05}")
        await asyncio.to_thread(jobs.served, job_id, number)

    async def _prepare(self, seat: Seat, *, nonce: str) -> None:
        services = self.services
        person = await asyncio.to_thread(services.people.get, seat.ambassador_id)
        content = await asyncio.to_thread(services.contents.get, seat.content_id)
        request = await asyncio.to_thread(asking.prepared_request, services, person, content)
        await asyncio.to_thread(forget_drafts, services, request, nonce)
        drafter = replace(services.drafter, new_id=ids_of(nonce))
        result = await drafter.draft(request)
        ends_at = datetime.now(UTC) + KEPT_PREPARED
        drafts = [
            replace(as_kept(request, one), ends_at=ends_at, is_prepared=True)
            for one in result.drafts
        ]
        try:
            await asyncio.to_thread(services.drafts.keep, seat.ambassador_id, drafts)
        except BaseException:
            await asyncio.to_thread(forget_drafts, services, request, nonce)
            raise
