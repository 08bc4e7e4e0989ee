"""One request for drafts from end to end: who asks, what passed, and what its owner keeps of it."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from secrets import token_hex

from api import asking, insights
from api.consideration import consideration_of
from api.outside import harmless_content
from api.schemas.drafts import DraftsIn
from api.wiring import Services
from domain.content import lack_alternative_text, questions_about
from domain.drafts import Draft, DraftingResult, DraftRequest, FinishedDraft, KeptDraft
from domain.errors import NotFound, RequestInvalid, StorageUnavailable
from domain.purposes import Purpose
from domain.review import Circumstances, Outcome, Source, Verdict
from domain.roles import Caller
from personalizer.drafting import Progress
from personalizer.examination import circumstances_of, refusal
from storage.people import Person

KEPT_DRAFTS = timedelta(days=30)
KEPT_PREPARED = timedelta(days=14)


async def draft_for(
    services: Services,
    caller: Caller,
    asked: DraftsIn,
    progress: Progress | None = None,
    *,
    nonce: str | None = None,
) -> DraftingResult:
    """Return the drafts that passed; they are kept for somebody who wants to find them again.

    All that is held and kept of a request goes by ids that begin with its `nonce`; what was
    held for drafts that are not given, whatever the reason, is let go.
    Raises NotFound when the caller was erased meanwhile: then no draft is given.
    """
    nonce = nonce or token_hex(8)
    request = await asyncio.to_thread(asking.draft_request, services, caller, asked, nonce=nonce)
    drafter = replace(services.drafter, new_id=ids_of(nonce))
    try:
        result = await drafter.draft(request, progress)
        await asyncio.to_thread(services.charter.follow)
        if services.guard is not drafter.grounder:
            result = await asyncio.to_thread(_under_the_new_charter, services, request, result)
        ambassador_id = asked.ambassador_id or caller.ambassador_id
        if ambassador_id is not None:
            listed = asked.content_id is not None
            await asyncio.to_thread(_keep, services, ambassador_id, request, result, listed=listed)
    except BaseException:
        # Not awaited: a request that is cancelled would be cancelled here once more.
        with suppress(StorageUnavailable):
            forget_drafts(services, request, nonce)
        raise
    return result


def forget_drafts(services: Services, request: DraftRequest, nonce: str) -> None:
    """Let go of what a request that was cut off had held and kept under its nonce."""
    prefix = draft_ids(nonce)
    services.reservations.release_all(prefix, owner=request.owner)
    services.drafts.discard_all(prefix)


def draft_ids(nonce: str) -> str:
    """Return what the ids of all drafts of a request with a nonce begin with."""
    return f"d_{nonce}_"


def ids_of(nonce: str) -> Callable[[], str]:
    """Return what gives the drafts of a request with a nonce their ids, one after the other."""
    numbers = count()
    return lambda: f"{draft_ids(nonce)}{next(numbers)}"


def review_again(services: Services, person: Person, kept: KeptDraft) -> Verdict | None:
    """Review a kept draft under the charter in force, None when its content is not live now."""
    try:
        content = harmless_content(services.contents.get(kept.content_id))
    except NotFound:
        return None
    now = datetime.now(UTC)
    if not content.is_live(now):
        return None
    held = services.reservations.live(kept.content_id, but=person.owner_token)
    circumstances = Circumstances(
        now=now,
        organization=services.organization,
        platform=kept.platform,
        source=Source(content.text, content.title, content.url, content.authors, is_public=True),
        notes=kept.notes,
        posts=person.ambassador.posts,
        author=person.ambassador.name,
        consideration=consideration_of(services, content),
        draft_share=1.0,
        neighbours=tuple(one.fingerprint for one in held),
        lacks_alternative_text=lack_alternative_text(content.images),
        image_questions=questions_about(content.images),
    )
    return services.guard.inspect(Draft(kept.text, kept.language, kept.platform), circumstances)


def _under_the_new_charter(
    services: Services, request: DraftRequest, result: DraftingResult
) -> DraftingResult:
    """Review again what was drafted while another charter came in force."""
    held = services.reservations.live(request.content.content_id, but=request.owner)
    circumstances = circumstances_of(
        request,
        services.organization,
        now=datetime.now(UTC),
        neighbours=tuple(one.fingerprint for one in held),
    )
    drafts, withheld = [], list(result.withheld)
    for one in result.drafts:
        draft = Draft(one.text, request.language, request.platform)
        verdict = services.guard.inspect(draft, circumstances)
        if verdict.outcome is Outcome.ALLOW:
            drafts.append(replace(one, verdict=verdict))
        else:
            services.reservations.release(one.draft_id, owner=request.owner)
            withheld.append(replace(refusal(verdict), usage=one.provenance.usage))
    return replace(result, drafts=tuple(drafts), withheld=tuple(withheld))


def _keep(
    services: Services,
    ambassador_id: str,
    request: DraftRequest,
    result: DraftingResult,
    *,
    listed: bool,
) -> None:
    """Count and keep what was asked; nothing but a digest is kept of content that came inline."""
    person = services.people.get(ambassador_id)
    found = (finding for one in result.withheld for finding in one.findings)
    insights.count_findings(services, ambassador_id, found)
    is_listed = listed and services.contents.is_kept(request.content.content_id)
    if is_listed:
        insights.count_draft(services, ambassador_id, request.content.content_id)
    if person.purposes[Purpose.DRAFTS] and is_listed:
        drafts = [as_kept(request, draft) for draft in result.drafts]
        # Turned off while it was written: then it is given, and not kept.
        with suppress(RequestInvalid):
            services.drafts.keep(ambassador_id, drafts)


def as_kept(request: DraftRequest, draft: FinishedDraft) -> KeptDraft:
    """Return what is kept of a draft for its owner."""
    made_at = draft.provenance.generated_at
    return KeptDraft(
        draft_id=draft.draft_id,
        content_id=request.content.content_id,
        text=draft.text,
        notes=request.notes,
        language=request.language,
        platform=request.platform,
        angle=draft.angle,
        engine=draft.provenance.engine,
        made_at=made_at,
        ends_at=made_at + KEPT_DRAFTS,
    )
