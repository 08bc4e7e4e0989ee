"""From requests to the domain: who asks, about what, and what may be kept of it."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from secrets import token_hex

from api.asked_content import content_asked, content_checked, refuse_hidden, source_asked
from api.consideration import consideration_of, consideration_told
from api.outside import harmless_ambassador, harmless_content, is_held
from api.schemas.checks import CheckIn, TextIn
from api.schemas.drafts import DraftsIn
from api.schemas.people import AmbassadorIn
from api.schemas.recommendations import RecommendationsIn
from api.suggesting import suggest
from api.wiring import Services
from domain.content import ContentItem, lack_alternative_text, questions_about
from domain.drafts import DraftRequest
from domain.errors import NotFound, RequestInvalid
from domain.people import Ambassador
from domain.purposes import Purpose
from domain.recommendation import Recommendations
from domain.review import Circumstances, Fingerprint
from domain.roles import Caller, Role
from domain.signals import Signal
from recommender.collective.following import following
from recommender.collective.learned import following_from
from recommender.encoders import is_bundled
from recommender.translations import translations_of
from storage.people import Person

KEPT = timedelta(days=180)
KEPT_SHORT = timedelta(minutes=15)


def recommend(services: Services, caller: Caller, asked: RecommendationsIn) -> Recommendations:
    """Suggest content for the ambassador described, or for the caller's own record."""
    ambassador = ambassador_of(services, caller, asked.ambassador, asked.ambassador_id)
    who = asked.ambassador_id or caller.ambassador_id
    said = services.signals.of(who) if who else {}
    exclude = frozenset(asked.exclude) | _unwanted(services, said)
    follows = _following(services, said)
    return suggest(
        services,
        ambassador,
        k=asked.k,
        objective=asked.objective,
        exclude=exclude,
        follows=follows,
        whose=whose_turn(services, ambassador),
        asker=lambda: _asker(services, caller),
        what_if=asked.tries_changes,
        raising=asked.tries_topics,
    )


def set_aside(services: Services, ambassador_id: str | None) -> frozenset[str]:
    """Return the contents somebody said they do not want, which they are not shown again."""
    if ambassador_id is None:
        return frozenset()
    return _unwanted(services, services.signals.of(ambassador_id))


def what_follows(services: Services, ambassador_id: str | None) -> Mapping[str, float]:
    """Return what follows from what somebody kept."""
    return _following(services, services.signals.of(ambassador_id)) if ambassador_id else {}


def _unwanted(services: Services, said: Mapping[str, Signal]) -> frozenset[str]:
    """Return what somebody does not want, in either language; what they keep is wanted."""
    named = {one for one, signal in said.items() if signal is not Signal.KEPT}
    # How near a translation stands was read off the bundled encoder, and is another's noise.
    may_pair = named and is_bundled(services.settings.encoder)
    retold = translations_of(services.live.current().snapshot, named) if may_pair else frozenset()
    return frozenset(named | (retold - said.keys()))


def _following(services: Services, said: Mapping[str, Signal]) -> Mapping[str, float]:
    """Return what follows from what somebody kept; nothing for whoever kept nothing."""
    kept = {one for one, signal in said.items() if signal is Signal.KEPT}
    if not kept:
        return {}
    if services.settings.collective == "model":
        return following_from(kept, services.collective.weights())
    return following(kept, services.signals.co_choices())


def whose_turn(services: Services, ambassador: Ambassador) -> int | None:
    """Return a number that stands for who will speak where turns are drawn; it is kept nowhere.

    A description without a name is nobody's: it is answered alike to everybody.
    """
    name = ambassador.ambassador_id or ambassador.name
    if not name:
        return None
    drawn = hmac.new(services.secret, f"turn:{name}".encode(), sha256).digest()
    return int.from_bytes(drawn[:8], "big")


def _asker(services: Services, caller: Caller) -> str:
    if caller.ambassador_id is None:
        return _platform_prefix(services.secret, caller)
    return services.people.get(caller.ambassador_id).owner_token


def draft_request(
    services: Services, caller: Caller, asked: DraftsIn, *, nonce: str | None = None
) -> DraftRequest:
    """Turn a request for drafts into the domain's own; only what is live may be written about.

    Two requests of a platform are two owners, unless they come with the same `nonce`.
    """
    services.charter.follow()
    told_of = content_asked(services, asked)
    content = harmless_content(told_of)
    person = own_record(services, caller, asked.ambassador_id)
    described = ambassador_of(services, caller, asked.ambassador, asked.ambassador_id)
    keeps = person is None or person.purposes[Purpose.FINGERPRINTS]
    keeps = keeps and not services.settings.stateless
    return DraftRequest(
        content=content,
        is_held=is_held(told_of),
        ambassador=harmless_ambassador(described),
        language=asked.language,
        platform=asked.platform,
        notes=asked.notes,
        count=asked.n,
        owner=person.owner_token if person else platform_owner(services.secret, caller, nonce),
        consideration=consideration_of(services, content),
        allows_model=asked.model and _lets_a_model_read(person),
        reservation_ends_at=datetime.now(UTC) + (KEPT if keeps else KEPT_SHORT),
        keeps_fingerprint=keeps,
    )


def _lets_a_model_read(person: Person | None) -> bool:
    return person is None or person.purposes[Purpose.MODEL]


def prepared_request(services: Services, person: Person, content: ContentItem) -> DraftRequest:
    """Return the request for a draft that a campaign prepares for somebody who wants that.

    Raises NotFound when the content is not live now.
    """
    services.charter.follow()
    refuse_hidden(content)
    keeps = person.purposes[Purpose.FINGERPRINTS]
    return DraftRequest(
        content=harmless_content(content),
        is_held=is_held(content),
        ambassador=harmless_ambassador(person.ambassador),
        language=content.language,
        owner=person.owner_token,
        consideration=consideration_of(services, content),
        allows_model=person.purposes[Purpose.MODEL],
        reservation_ends_at=datetime.now(UTC) + (KEPT if keeps else KEPT_SHORT),
        keeps_fingerprint=keeps,
    )


def circumstances(services: Services, caller: Caller, asked: TextIn) -> Circumstances:
    """Gather what the review of a text depends on.

    Raises NotFound for the id of anybody but the caller or whoever granted the platform access.
    """
    services.charter.follow()
    item = content_checked(services, caller, asked)
    person = own_record(services, caller, asked.ambassador_id)
    if item is None and asked.source is None:
        item = _drafted_on(services, caller, asked.draft_id, person)
    source, key = source_asked(services, item, asked)
    return Circumstances(
        now=datetime.now(UTC),
        organization=services.organization,
        platform=asked.platform,
        source=source,
        notes=asked.notes,
        posts=person.ambassador.posts if person else (),
        author=person.ambassador.name if person else None,
        consideration=asked.consideration or consideration_told(services, item, asked),
        draft_share=asked.draft_share,
        neighbours=_neighbours(services, caller, key, asked.draft_id, person),
        lacks_alternative_text=bool(item and lack_alternative_text(item.images)),
        image_questions=questions_about(item.images) if item else frozenset(),
        may_ask_model=asked.model and _lets_a_model_read(person),
        is_finished=isinstance(asked, CheckIn) and asked.finished,
    )


def _drafted_on(
    services: Services, caller: Caller, draft_id: str | None, person: Person | None
) -> ContentItem | None:
    """Return the content of the catalogue that a draft of the caller's was made of.

    It is known as long as the draft is held, or kept. One past its end still says what was told of
    it; one under embargo is none, as where a request names it.
    """
    if draft_id is None or (person is None and caller.role is not Role.PLATFORM):
        return None
    owner = person.owner_token if person else _platform_prefix(services.secret, caller)
    held = services.reservations.find(draft_id, owner_prefix=owner)
    made_of = [held.content_key] if held else []
    if person and person.ambassador.ambassador_id and not held:
        kept = services.drafts.of(person.ambassador.ambassador_id)
        made_of = [one.content_id for one in kept if one.draft_id == draft_id]
    now = datetime.now(UTC)
    found = services.contents.some(made_of)
    return next((one for one in found if not one.is_under_embargo(now)), None)


def ambassador_of(
    services: Services, caller: Caller, described: AmbassadorIn | None, ambassador_id: str | None
) -> Ambassador:
    """Return who will speak: as described, or the caller's own record.

    Raises NotFound for anybody else's id, RequestInvalid when nobody is named.
    """
    if described is not None and ambassador_id is not None:
        raise RequestInvalid(
            "give either ambassador or ambassador_id, not both", field="ambassador_id"
        )
    if described is not None:
        return described.as_ambassador(ambassador_id=caller.ambassador_id)
    person = own_record(services, caller, ambassador_id)
    if person is None:
        raise RequestInvalid("say who will speak: give ambassador", field="ambassador")
    return person.ambassador


def own_record(services: Services, caller: Caller, ambassador_id: str | None) -> Person | None:
    """Return the caller's own record, or that of a person who granted the calling platform access.

    Returns None for a caller who has no record and names none. Raises NotFound for any other
    id, whether or not it exists.
    """
    if ambassador_id is not None and ambassador_id != caller.ambassador_id:
        if not _is_granted(services, caller, ambassador_id):
            raise NotFound(f"there is no ambassador {ambassador_id!r} for this caller")
        return services.people.get(ambassador_id)
    if caller.ambassador_id is None:
        return None
    return services.people.get(caller.ambassador_id)


def _is_granted(services: Services, caller: Caller, ambassador_id: str) -> bool:
    if caller.role is not Role.PLATFORM or caller.key_id is None:
        return False
    return services.grants.holds(ambassador_id, caller.key_id)


def platform_owner(secret: bytes, caller: Caller, nonce: str | None = None) -> str:
    """Return an owner for one platform request, which only that platform's key leads to."""
    return f"{_platform_prefix(secret, caller)}{nonce or token_hex(8)}"


def release_for_platform(services: Services, caller: Caller, draft_id: str) -> None:
    """Let go of a reservation that a platform's own key made.

    Raises NotFound when this key holds nothing under that id.
    """
    prefix = _platform_prefix(services.secret, caller)
    found = services.reservations.find(draft_id, owner_prefix=prefix)
    if found is None or not services.reservations.release(draft_id, owner=found.owner):
        raise NotFound(f"there is no draft {draft_id!r} of yours")


def _platform_prefix(secret: bytes, caller: Caller) -> str:
    return hmac.new(secret, f"platform:{caller.key_id}".encode(), sha256).hexdigest()[:16]


def _neighbours(
    services: Services, caller: Caller, key: str | None, draft_id: str | None, person: Person | None
) -> Sequence[Fingerprint] | None:
    if caller.role is Role.EMPLOYEE and person is not None:
        owner = person.owner_token
    elif caller.role is Role.PLATFORM and draft_id is not None:
        found = services.reservations.find(
            draft_id, owner_prefix=_platform_prefix(services.secret, caller)
        )
        if found is None:
            return None
        owner, key = found.owner, found.content_key
    else:
        return None
    return services.reservations.fingerprints(key, but=owner, besides=draft_id) if key else ()
