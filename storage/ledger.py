"""The ledger of purposes: what a person turned on and off, the latest entry holding."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from domain.errors import NotFound, RequestInvalid
from domain.purposes import Purpose
from storage.models import AmbassadorRow, PurposeRow


def existing(session: Session, ambassador_id: str, *, held: bool = False) -> AmbassadorRow:
    """Return somebody's row; `held` keeps it as it is until this transaction ends.

    Raises NotFound.
    """
    row = session.get(AmbassadorRow, ambassador_id, with_for_update=held or None)
    if row is None:
        raise NotFound(f"there is no ambassador {ambassador_id!r}")
    return row


def purposes_of(session: Session, ambassador_id: str) -> Mapping[Purpose, bool]:
    """Return each purpose and whether the person turned it on."""
    chosen = select(PurposeRow).where(PurposeRow.ambassador_id == ambassador_id)
    ledger = session.scalars(chosen.order_by(PurposeRow.id))
    entries = {Purpose(entry.purpose): entry.is_on for entry in ledger}
    return MappingProxyType({one: entries.get(one, one.is_on_at_first) for one in Purpose})


def wanted_by(session: Session, ambassador_id: str, purpose: Purpose) -> AmbassadorRow:
    """Return the row of somebody who has turned a purpose on, held until the transaction ends.

    Raises NotFound when there is no such person, RequestInvalid when the purpose is off.
    """
    row = existing(session, ambassador_id, held=True)
    if not purposes_of(session, ambassador_id)[purpose]:
        raise RequestInvalid(
            f"the purpose {purpose.value!r} is off, so nothing is kept for it; turn it on first",
            field=purpose.value,
        )
    return row


def entry(ambassador_id: str, purpose: Purpose, *, is_on: bool) -> PurposeRow:
    """Return a new entry of the ledger, made now."""
    return PurposeRow(
        ambassador_id=ambassador_id,
        purpose=purpose.value,
        is_on=is_on,
        changed_at=datetime.now(UTC),
    )


def everybody_with(session: Session, purposes: Iterable[Purpose]) -> frozenset[str]:
    """Return the ids of those who have all these purposes on; for code that shows no id."""
    wanted = frozenset(purposes)
    latest = select(func.max(PurposeRow.id)).group_by(PurposeRow.ambassador_id, PurposeRow.purpose)
    said: dict[str, dict[Purpose, bool]] = {}
    for row in session.scalars(select(PurposeRow).where(PurposeRow.id.in_(latest))):
        said.setdefault(row.ambassador_id, {})[Purpose(row.purpose)] = row.is_on
    everybody = session.scalars(select(AmbassadorRow.ambassador_id))
    return frozenset(
        one
        for one in everybody
        if all(said.get(one, {}).get(purpose, purpose.is_on_at_first) for purpose in wanted)
    )
