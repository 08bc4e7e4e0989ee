"""Proposals: their author finds them through a token, the communication team by what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from secrets import token_hex

from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from domain.content import ContentItem, Image
from domain.deeds import Deed
from domain.errors import Conflict, NotFound, RequestInvalid
from domain.language import Language
from domain.proposals import Proposal, ProposalState
from storage.audit import note
from storage.content_changes import keep_contents
from storage.database import Database
from storage.ledger import existing
from storage.models import ProposalRow
from storage.removal import remove_contents

MOST_OPEN = 50
_DECLINED_DAYS = 90


@dataclass(frozen=True, slots=True)
class Proposals:
    """What employees propose to share."""

    database: Database

    def propose(self, ambassador_id: str, proposal: Proposal) -> str:
        """Keep a proposal and return its id.

        Raises NotFound, or RequestInvalid when the person has fifty open ones.
        """
        proposal_id = f"p_{token_hex(8)}"
        with self.database.write() as session:
            owner = existing(session, ambassador_id, held=True).owner_token
            if _open(session, owner) >= MOST_OPEN:
                raise RequestInvalid(
                    f"{MOST_OPEN} of your proposals are open; take one back first", field="title"
                )
            session.add(_row(proposal_id, owner, proposal))
        return proposal_id

    def of(self, ambassador_id: str) -> list[Proposal]:
        """Return somebody's own proposals, newest first."""
        with self.database.read() as session:
            owner = existing(session, ambassador_id).owner_token
            return _read(session, select(ProposalRow).where(ProposalRow.owner_token == owner))

    def take_back(self, ambassador_id: str, proposal_id: str) -> None:
        """Delete one's own proposal, and the content that was made of it.

        Raises NotFound.
        """
        with self.database.write() as session:
            owner = existing(session, ambassador_id).owner_token
            row = session.get(ProposalRow, proposal_id)
            if row is None or row.owner_token != owner:
                raise NotFound(f"there is no proposal {proposal_id!r} of yours")
            if row.content_id is not None:
                remove_contents(session, [row.content_id])
            session.delete(row)

    def in_state(self, state: ProposalState) -> list[Proposal]:
        """Return the proposals in a state, newest first, without who made those not named."""
        with self.database.read() as session:
            return _read(session, select(ProposalRow).where(ProposalRow.state == state.value))

    def get(self, proposal_id: str) -> Proposal:
        """Return one proposal.

        Raises NotFound.
        """
        with self.database.read() as session:
            row = session.get(ProposalRow, proposal_id)
            if row is None:
                raise NotFound(f"there is no proposal {proposal_id!r}")
            return _proposal(row)

    def accept(
        self,
        proposal_id: str,
        item: ContentItem,
        *,
        vectors: Mapping[str, bytes],
        encoder: str,
        deed: Deed | None = None,
    ) -> None:
        """Keep the content made of a proposal and say so to its author, all or nothing.

        Content that nobody could be led back from would outlive its author's erasure.
        Raises NotFound, or Conflict when the proposal was decided before.
        """
        with self.database.write() as session:
            row = _undecided(session, proposal_id)
            keep_contents(session, [item], vectors, encoder)
            _decide(row, ProposalState.ACCEPTED)
            row.content_id = item.content_id
            note(session, deed)

    def decline(self, proposal_id: str, *, deed: Deed | None = None) -> None:
        """Decline a proposal.

        Raises NotFound, or Conflict when it was decided before.
        """
        with self.database.write() as session:
            _decide(_undecided(session, proposal_id), ProposalState.DECLINED)
            note(session, deed)

    def drop_declined(self, *, today: date | None = None) -> None:
        """Forget what was declined long ago."""
        before = (today or datetime.now(UTC).date()) - timedelta(days=_DECLINED_DAYS)
        with self.database.write() as session:
            session.execute(
                delete(ProposalRow).where(
                    ProposalRow.state == ProposalState.DECLINED.value,
                    ProposalRow.decided_on <= before,
                )
            )


def _undecided(session: Session, proposal_id: str) -> ProposalRow:
    row = session.get(ProposalRow, proposal_id, with_for_update=True)
    if row is None:
        raise NotFound(f"there is no proposal {proposal_id!r}")
    if row.state != ProposalState.OPEN.value:
        raise Conflict(
            f"the proposal {proposal_id!r} is {row.state} already; it is decided once",
            field="decision",
        )
    return row


def _decide(row: ProposalRow, state: ProposalState) -> None:
    row.state, row.decided_on = state.value, datetime.now(UTC).date()


def _open(session: Session, owner: str) -> int:
    chosen = select(func.count()).select_from(ProposalRow)
    own = (ProposalRow.owner_token == owner) & (ProposalRow.state == ProposalState.OPEN.value)
    return session.scalar(chosen.where(own)) or 0


def _read(session: Session, chosen: Select[ProposalRow]) -> list[Proposal]:
    ordered = chosen.order_by(ProposalRow.proposed_on.desc(), ProposalRow.proposal_id)
    rows: Sequence[ProposalRow] = session.scalars(ordered).all()
    return [_proposal(row) for row in rows]


def _row(proposal_id: str, owner: str, proposal: Proposal) -> ProposalRow:
    return ProposalRow(
        proposal_id=proposal_id,
        owner_token=owner,
        name=proposal.name,
        title=proposal.title,
        text=proposal.text,
        language=proposal.language.value,
        url=proposal.url,
        images=[asdict(image) for image in proposal.images],
        note=proposal.note,
        state=ProposalState.OPEN.value,
        proposed_on=proposal.proposed_on,
        decided_on=None,
        content_id=None,
    )


def _proposal(row: ProposalRow) -> Proposal:
    return Proposal(
        proposal_id=row.proposal_id,
        title=row.title,
        text=row.text,
        language=Language(row.language),
        proposed_on=row.proposed_on,
        url=row.url,
        images=tuple(Image(**image) for image in row.images),
        note=row.note,
        name=row.name,
        state=ProposalState(row.state),
        content_id=row.content_id,
    )
