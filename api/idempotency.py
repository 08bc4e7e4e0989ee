"""One result for each `Idempotency-Key`: a retry gets the first answer, if that still may be."""

import asyncio
import hmac
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256

from api import asking
from api.drafting import draft_for, forget_drafts
from api.schemas.drafts import DraftOut, DraftsIn, DraftsOut
from api.sealed_answers import AnswerSeal, AnswerUnreadable
from api.wiring import Services
from domain.drafts import Draft, DraftRequest, Reservation
from domain.errors import CharterChanged, KeyInFlight, NotFound
from domain.review import Circumstances, Outcome
from domain.roles import Caller
from personalizer.drafting import Progress
from personalizer.examination import circumstances_of
from storage.first_answers import Asked, FirstAnswer, Run


@dataclass(frozen=True, slots=True)
class Once:
    """One request for drafts under one key of one caller."""

    services: Services
    caller: Caller
    asked: DraftsIn
    key: str

    async def answer(self, progress: Progress | None = None) -> DraftsOut:
        """Return the first answer to this key; without one, make it and keep it.

        Raises KeyInFlight, KeyReused, CharterChanged when the first answer may no longer be
        given, and whatever drafting raises: then the key is free again.
        """
        asked = await asyncio.to_thread(self._asked)
        found = await asyncio.to_thread(self.services.keys_of_requests.take, asked)
        if isinstance(found, FirstAnswer):
            return await asyncio.to_thread(self._again, found)
        try:
            return await self._first(asked, found, progress)
        except BaseException:
            await asyncio.to_thread(self.services.keys_of_requests.let_go, asked, found)
            raise

    async def _first(self, asked: Asked, run: Run, progress: Progress | None) -> DraftsOut:
        request = await asyncio.to_thread(self._request, run.nonce)
        if run.is_resumed:
            await asyncio.to_thread(forget_drafts, self.services, request, run.nonce)
        standing = self._standing(request)
        made = DraftsOut.of(
            await draft_for(self.services, self.caller, self.asked, progress, nonce=run.nonce)
        )
        answer = FirstAnswer(self._seal.close(made.model_dump_json()), standing, run.nonce)
        if not await asyncio.to_thread(self.services.keys_of_requests.keep, asked, run, answer):
            # The person was erased meanwhile, or it took so long that another run began.
            raise KeyInFlight
        return made

    def _asked(self) -> Asked:
        person = asking.own_record(self.services, self.caller, self.asked.ambassador_id)
        owner = person.owner_token if person else self._hash("platform", self._who)
        body = self.asked.model_dump_json()
        return Asked(self._hash("key", self._who, self.key), self._hash("body", body), owner)

    @property
    def _who(self) -> str:
        return self.caller.key_id or self.caller.ambassador_id or ""

    @property
    def _seal(self) -> AnswerSeal:
        return AnswerSeal.of(self.services.secret, self._who, self.key)

    def _request(self, nonce: str) -> DraftRequest:
        return asking.draft_request(self.services, self.caller, self.asked, nonce=nonce)

    def _again(self, first: FirstAnswer) -> DraftsOut:
        try:
            request = self._request(first.nonce)
        except NotFound:
            raise CharterChanged from None
        if self._standing(request) != first.standing:
            raise CharterChanged
        try:
            answer = DraftsOut.model_validate_json(self._seal.open(first.answer))
        except AnswerUnreadable:
            raise CharterChanged from None
        if not all(self._passes(request, draft.text) for draft in answer.drafts):
            raise CharterChanged
        self._hold_all_again(request, answer.drafts)
        return answer

    def _hold_all_again(self, request: DraftRequest, drafts: Sequence[DraftOut]) -> None:
        """Hold what is given once more: it may have been released, or its time may be over.

        Raises CharterChanged when somebody else holds the like of one meanwhile; none is held
        again then, for somebody who is given nothing.
        """
        book = self.services.reservations
        held = book.held_by(request.owner, request.content.content_id)
        before = {one.reservation_id for one in held}
        try:
            for draft in drafts:
                self._hold_again(request, draft, [one.id for one in drafts])
        except CharterChanged:
            for one in {draft.id for draft in drafts} - before:
                book.release(one, owner=request.owner)
            raise

    def _hold_again(self, request: DraftRequest, draft: DraftOut, given: Sequence[str]) -> None:
        """Hold one draft if it is not held any more; raises CharterChanged."""
        book, key = self.services.reservations, request.content.content_id
        own = book.held_by(request.owner, key)
        if any(one.reservation_id == draft.id for one in own):
            return
        fingerprint = self.services.guard.comparer.fingerprint(
            Draft(draft.text, request.language, request.platform), self._circumstances(request)
        )
        wanted = Reservation(
            reservation_id=draft.id,
            content_key=key,
            angle=draft.angle,
            fingerprint=fingerprint,
            owner=request.owner,
            ends_at=request.reservation_ends_at,
            instead_of=draft.id,
            beside=tuple(given),
        )
        book.release(draft.id, owner=request.owner)  # what is over may still stand there
        if not book.hold(wanted, self.services.guard.comparer).may_be_held:
            raise CharterChanged(
                "one of these drafts was let go, and somebody else tells the like of it now:"
                " ask again with another Idempotency-Key"
            )

    def _standing(self, request: DraftRequest) -> str:
        organization = self.services.organization
        depends_on = {
            "charter": self.services.guard.charter.ref.digest,
            "embargo": request.content.embargo_until,
            "embargoes": [asdict(one) for one in organization.embargoes],
            "frozen": organization.frozen_topics,
        }
        return sha256(json.dumps(depends_on, default=str, sort_keys=True).encode()).hexdigest()

    def _passes(self, request: DraftRequest, text: str) -> bool:
        draft = Draft(text, request.language, request.platform)
        verdict = self.services.guard.inspect(draft, self._circumstances(request))
        return verdict.outcome is Outcome.ALLOW

    def _circumstances(self, request: DraftRequest) -> Circumstances:
        held = self.services.reservations.live(request.content.content_id, but=request.owner)
        return circumstances_of(
            request,
            self.services.organization,
            now=datetime.now(UTC),
            neighbours=tuple(one.fingerprint for one in held),
        )

    def _hash(self, *parts: str) -> str:
        said = json.dumps(parts).encode()
        return hmac.new(self.services.secret, said, sha256).hexdigest()
