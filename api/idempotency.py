"""One result for each `Idempotency-Key`: a retry gets the first answer, if that still may be."""

import asyncio
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256

from api import asking
from api.drafting import draft_for, forget_drafts
from api.schemas.drafts import DraftsIn, DraftsOut
from api.sealed_answers import AnswerSeal, AnswerUnreadable
from api.wiring import Services
from domain.drafts import Draft, DraftRequest
from domain.errors import CharterChanged, KeyInFlight, NotFound
from domain.review import Outcome
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
        return answer

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
        held = self.services.reservations.live(request.content.content_id, but=request.owner)
        circumstances = circumstances_of(
            request,
            self.services.organization,
            now=datetime.now(UTC),
            neighbours=tuple(one.fingerprint for one in held),
        )
        draft = Draft(text, request.language, request.platform)
        return self.services.guard.inspect(draft, circumstances).outcome is Outcome.ALLOW

    def _hash(self, *parts: str) -> str:
        said = json.dumps(parts).encode()
        return hmac.new(self.services.secret, said, sha256).hexdigest()
