"""Proposals: known to their author, read without a name by others, gone with their author."""

from datetime import date
from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import select

from domain.errors import Conflict, NotFound, RequestInvalid
from domain.proposals import ProposalState
from storage.contents import Contents
from storage.database import Database
from storage.erasure import Erasure
from storage.models import ProposalRow
from storage.people import People
from storage.proposals import MOST_OPEN, Proposals
from tests.builders import item
from tests.storage.traces import KEY, a_proposal


@pytest.fixture
def proposals(database: Database) -> Proposals:
    return Proposals(database)


@pytest.fixture
def author(database: Database) -> str:
    return People(database, KEY).create()


def accepted(proposals: Proposals, author: str, mark: str = "x") -> str:
    proposal_id = proposals.propose(author, a_proposal(mark))
    accept(proposals, proposal_id, mark)
    return proposal_id


def accept(proposals: Proposals, proposal_id: str, mark: str = "x", name: str = "") -> None:
    name = name or proposal_id
    content = item(content_id=name, text=f"{mark} proposed", title=f"{mark} title")
    proposals.accept(proposal_id, content, vectors={name: b"v"}, encoder="e")


def test_both_sides_read_what_was_proposed(proposals: Proposals, author: str) -> None:
    proposal_id = proposals.propose(author, a_proposal("x"))
    (mine,), (theirs,) = proposals.of(author), proposals.in_state(ProposalState.OPEN)
    assert mine == theirs == proposals.get(proposal_id)
    assert (mine.title, mine.name, mine.images) == ("x title", "x author", a_proposal("x").images)


def test_a_proposal_is_decided_once(proposals: Proposals, author: str) -> None:
    first, second = accepted(proposals, author), proposals.propose(author, a_proposal("y"))
    proposals.decline(second)
    states = {one.proposal_id: one.state for one in proposals.of(author)}
    assert states == {first: ProposalState.ACCEPTED, second: ProposalState.DECLINED}
    for one in (first, second):
        with pytest.raises(Conflict):
            proposals.decline(one)
        with pytest.raises(Conflict):
            accept(proposals, one, name="once_more")
    with pytest.raises(NotFound):
        accept(proposals, "p_nothing")
    # What was not accepted left no content that nobody is led back to.
    assert [one.content_id for one in Contents(proposals.database).all()] == [first]


def test_taking_back_takes_the_content_along(proposals: Proposals, author: str) -> None:
    contents = Contents(proposals.database)
    proposal_id, removals = accepted(proposals, author), contents.removals()
    other = People(proposals.database, KEY).create()
    with pytest.raises(NotFound):
        proposals.take_back(other, proposal_id)
    proposals.take_back(author, proposal_id)
    assert proposals.of(author) == []
    assert not contents.is_kept(proposal_id)
    assert contents.vectors("e") == {}
    assert contents.removals() == removals + 1


def test_erasing_the_author_takes_everything_made_of_it_and_nothing_else(
    proposals: Proposals, author: str
) -> None:
    other = People(proposals.database, KEY).create()
    mine, theirs = accepted(proposals, author), accepted(proposals, other, "y")
    Erasure(proposals.database, KEY).erase(author)
    contents = Contents(proposals.database)
    assert (contents.is_kept(mine), contents.is_kept(theirs)) == (False, True)
    with proposals.database.read() as session:
        assert [row.proposal_id for row in session.scalars(select(ProposalRow))] == [theirs]


def test_no_byte_of_an_accepted_proposal_outlives_its_author(sqlite: Database) -> None:
    proposals, mark = Proposals(sqlite), f"canary{token_hex(8)}"
    author = People(sqlite, KEY).create()
    accepted(proposals, author, mark)
    folder = sqlite.engine.url.database
    assert folder
    Erasure(sqlite, KEY).erase(author)
    files = list(Path(folder).parent.iterdir())
    assert [path.name for path in files if mark.encode() in path.read_bytes()] == []


def test_a_declined_proposal_is_forgotten_after_ninety_days(
    proposals: Proposals, author: str
) -> None:
    kept, declined = accepted(proposals, author), proposals.propose(author, a_proposal("y"))
    proposals.decline(declined)
    proposals.drop_declined()
    assert len(proposals.of(author)) == 2
    proposals.drop_declined(today=date(2100, 1, 1))
    assert [one.proposal_id for one in proposals.of(author)] == [kept]


def test_nobody_has_more_than_fifty_open(proposals: Proposals, author: str) -> None:
    for _ in range(MOST_OPEN):
        proposals.propose(author, a_proposal("x"))
    with pytest.raises(RequestInvalid, match="take one back"):
        proposals.propose(author, a_proposal("x"))
    with pytest.raises(NotFound):
        proposals.propose("amb_nobody", a_proposal("x"))
