"""People: what they said of themselves, kept only while its purpose is on."""

import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select, update

from domain.errors import Conflict, Forbidden, RequestInvalid, VersionStale
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.purposes import Purpose
from domain.voice import VoiceCard
from storage.database import Database
from storage.erasure import BLANK, empty_log, forget
from storage.ledger import entry, everybody_with, existing, purposes_of, wanted_by
from storage.models import AmbassadorRow, ErasureRow
from storage.tombstones import tombstone
from storage.withdrawals import Withdrawals


@dataclass(frozen=True, slots=True)
class Person:
    """A volunteer's own record: what they said, what they turned on, and its version."""

    ambassador: Ambassador
    owner_token: str
    purposes: Mapping[Purpose, bool]
    version: int


@dataclass(frozen=True, slots=True)
class People:
    """The records of volunteers; `key` makes tombstones unreadable.

    `keeps_records` is False in a stateless service, which makes none. `withdrawals` remembers what
    people turn off, None for a database that is never put back.
    """

    database: Database
    key: bytes
    keeps_records: bool = True
    withdrawals: Withdrawals | None = None

    def create(self, ambassador_id: str | None = None) -> str:
        """Make an empty record and return its id.

        Raises Conflict when the id exists, or belonged to somebody who was erased, and
        Forbidden where no record of anybody is kept.
        """
        if not self.keeps_records:
            raise Forbidden("this service is stateless: it keeps no record of anybody")
        chosen = ambassador_id or f"amb_{secrets.token_hex(8)}"
        with self.database.write() as session:
            if session.get(ErasureRow, tombstone(chosen, self.key)) is not None:
                raise Conflict(f"{chosen!r} was erased and cannot be used again; take another id")
            if session.get(AmbassadorRow, chosen) is not None:
                raise Conflict(f"there is an ambassador {chosen!r} already")
            session.add(_empty(chosen))
        return chosen

    def exists(self, ambassador_id: str) -> bool:
        """Tell whether there is a record of that id."""
        with self.database.read() as session:
            return session.get(AmbassadorRow, ambassador_id) is not None

    def was_ever(self, ambassador_id: str) -> bool:
        """Tell whether there is a record of that id, or was one that is erased."""
        mark = tombstone(ambassador_id, self.key)
        with self.database.read() as session:
            rows = (AmbassadorRow, ambassador_id), (ErasureRow, mark)
            return any(session.get(table, key) is not None for table, key in rows)

    def get(self, ambassador_id: str) -> Person:
        """Return somebody's record.

        Raises NotFound.
        """
        with self.database.read() as session:
            row = existing(session, ambassador_id)
            return Person(
                ambassador=_ambassador(row),
                owner_token=row.owner_token,
                purposes=purposes_of(session, ambassador_id),
                version=row.version,
            )

    def save(self, person: Ambassador, *, expected: Collection[str] | None = None) -> None:
        """Keep what somebody says of themselves, as far as their purposes are on.

        Raises NotFound; VersionStale when the record's version is not among those `expected`;
        RequestInvalid when something is given whose purpose is off.
        """
        with self.database.write() as session:
            row = existing(session, person.ambassador_id or "", held=True)
            if expected is not None and str(row.version) not in expected:
                raise VersionStale
            _refuse_unwanted(person, purposes_of(session, row.ambassador_id))
            _fill(row, person)
            row.version += 1

    def save_voice(
        self, ambassador_id: str, *, posts: Sequence[str], cards: Sequence[VoiceCard]
    ) -> None:
        """Keep somebody's own posts and the cards of their voice as they edited them.

        Raises NotFound, or RequestInvalid when the purpose is off.
        """
        with self.database.write() as session:
            row = wanted_by(session, ambassador_id, Purpose.VOICE)
            row.posts = list(posts)
            row.voice_cards = [card.as_data() for card in cards]
            row.version += 1

    def turn(self, ambassador_id: str, wanted: Mapping[Purpose, bool]) -> None:
        """Turn purposes on or off; what is kept for one turned off is deleted at once."""
        with self.database.write() as session:
            row = existing(session, ambassador_id, held=True)
            before = purposes_of(session, ambassador_id)
            off = [one for one, is_on in wanted.items() if before[one] and not is_on]
            if off and self.withdrawals is not None:
                self.withdrawals.add(ambassador_id, off)
            for purpose, is_on in wanted.items():
                if before[purpose] != is_on:
                    session.add(entry(ambassador_id, purpose, is_on=is_on))
                if not is_on:
                    forget(session, row, purpose)
            row.version += 1
        if off:
            empty_log(self.database)

    def note_presence(self, ambassador_id: str, month: str) -> None:
        """Keep the month somebody last came in, and nothing finer; nothing if they are gone."""
        with self.database.read() as session:
            row = session.get(AmbassadorRow, ambassador_id)
            if row is None or row.signed_in_month >= month:
                return
        with self.database.write() as session:
            came = update(AmbassadorRow).where(AmbassadorRow.ambassador_id == ambassador_id)
            session.execute(came.values(signed_in_month=month))

    def absent_since(self, month: str) -> list[str]:
        """Return who has not come in after a month, for their erasure alone."""
        chosen = select(AmbassadorRow.ambassador_id).where(AmbassadorRow.signed_in_month < month)
        with self.database.read() as session:
            return list(session.scalars(chosen))

    def wanting(self, *purposes: Purpose) -> frozenset[str]:
        """Return the ids of those who turned all these purposes on; for code that shows no id."""
        with self.database.read() as session:
            return everybody_with(session, purposes)

    def ids(self) -> list[str]:
        """Return the ids of all records, for the operator's own commands."""
        with self.database.read() as session:
            return list(session.scalars(select(AmbassadorRow.ambassador_id)))


def _empty(ambassador_id: str) -> AmbassadorRow:
    return AmbassadorRow(
        ambassador_id=ambassador_id,
        owner_token=secrets.token_hex(16),
        created_at=datetime.now(UTC),
        version=1,
        signed_in_month=f"{datetime.now(UTC):%Y-%m}",
        **BLANK,
    )


def _refuse_unwanted(person: Ambassador, purposes: Mapping[Purpose, bool]) -> None:
    described = (person.name, person.organization, person.profile, person.topics, person.never)
    if any(described) and not purposes[Purpose.PROFILE]:
        raise RequestInvalid(
            "the purpose 'profile' is off, so nothing of a profile is kept; turn it on first",
            field="profile",
        )
    if person.posts and not purposes[Purpose.VOICE]:
        raise RequestInvalid(
            "the purpose 'voice' is off, so no posts are kept; turn it on first", field="posts"
        )


def _fill(row: AmbassadorRow, person: Ambassador) -> None:
    shares = person.profile.shares if person.profile else None
    row.name = person.name
    row.organization = person.organization
    row.profile = {kind.value: share for kind, share in shares.items()} if shares else None
    row.languages = [language.value for language in person.languages]
    row.topics = list(person.topics)
    row.never = list(person.never)
    row.posts = list(person.posts)


def _ambassador(row: AmbassadorRow) -> Ambassador:
    shares = {ProfileType(kind): share for kind, share in (row.profile or {}).items()}
    return Ambassador(
        ambassador_id=row.ambassador_id,
        name=row.name,
        organization=row.organization,
        profile=ProfileMix(shares) if shares else None,
        languages=tuple(Language(language) for language in row.languages),
        topics=tuple(row.topics),
        never=tuple(row.never),
        posts=tuple(row.posts),
        cards=tuple(_cards(row.voice_cards)),
    )


def _cards(kept: Iterable[Mapping[str, Any]]) -> Iterator[VoiceCard]:
    for data in kept:
        # A card of a shape that is known no more is done without; the posts still tell.
        with suppress(KeyError, TypeError, ValueError):
            yield VoiceCard.from_data(data)
