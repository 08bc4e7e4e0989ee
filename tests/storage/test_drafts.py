"""Drafts people find again: only with their purpose on, only their own, only for a while."""

from datetime import UTC, datetime, timedelta

import pytest

from domain.errors import NotFound, RequestInvalid
from domain.purposes import Purpose
from storage.contents import Contents
from storage.database import Database
from storage.drafts import DraftBook
from storage.people import People
from storage.removal import remove_contents
from tests.builders import item
from tests.storage.traces import KEY, a_draft


@pytest.fixture
def book(database: Database) -> DraftBook:
    Contents(database).save([item(content_id="c_1")], vectors={}, encoder="e")
    return DraftBook(database)


def somebody(book: DraftBook, *purposes: Purpose) -> str:
    people = People(book.database, KEY)
    created = people.create()
    people.turn(created, dict.fromkeys(purposes, True))
    return created


def test_what_is_kept_is_read_back_newest_first(book: DraftBook) -> None:
    person = somebody(book, Purpose.DRAFTS, Purpose.PREPARED_DRAFTS)
    older = a_draft("older", made_at=datetime.now(UTC) - timedelta(days=2), is_prepared=True)
    newer = a_draft("newer")
    book.keep(person, [older, newer])
    assert book.of(person) == [newer, older]


@pytest.mark.parametrize("is_prepared", [False, True])
def test_nothing_is_kept_without_its_purpose(book: DraftBook, *, is_prepared: bool) -> None:
    other = Purpose.DRAFTS if is_prepared else Purpose.PREPARED_DRAFTS
    person = somebody(book, other)
    with pytest.raises(RequestInvalid):
        book.keep(person, [a_draft("x", is_prepared=is_prepared)])
    assert book.of(person) == []


def test_nothing_is_kept_of_somebody_who_is_gone(book: DraftBook) -> None:
    with pytest.raises(NotFound):
        book.keep("amb_gone", [a_draft("x")])


def test_turning_the_purpose_off_deletes_the_drafts_it_covers_and_no_others(
    book: DraftBook,
) -> None:
    person = somebody(book, Purpose.DRAFTS, Purpose.PREPARED_DRAFTS)
    book.keep(person, [a_draft("asked"), a_draft("prepared", is_prepared=True)])
    People(book.database, KEY).turn(person, {Purpose.DRAFTS: False})
    assert [draft.is_prepared for draft in book.of(person)] == [True]


def test_an_ended_draft_is_neither_shown_nor_kept(book: DraftBook) -> None:
    person = somebody(book, Purpose.DRAFTS)
    book.keep(person, [a_draft("old", ends_at=datetime.now(UTC)), a_draft("new")])
    assert [draft.text for draft in book.of(person)] == ["new text"]
    assert (book.drop_ended(), book.drop_ended()) == (1, 0)


def test_one_discards_ones_own_drafts_only(book: DraftBook) -> None:
    person, other = somebody(book, Purpose.DRAFTS), somebody(book, Purpose.DRAFTS)
    book.keep(person, [a_draft("mine")])
    assert not book.discard(other, "mine id")
    assert book.discard(person, "mine id")
    assert book.of(person) == []


@pytest.mark.parametrize("is_prepared", [False, True])
def test_a_draft_stays_its_owners_when_the_content_it_speaks_of_is_deleted(
    book: DraftBook, *, is_prepared: bool
) -> None:
    person = somebody(book, Purpose.DRAFTS, Purpose.PREPARED_DRAFTS)
    book.keep(person, [a_draft("mine", is_prepared=is_prepared)])
    Contents(book.database).delete("c_1")
    assert [draft.text for draft in book.of(person)] == ["mine text"]


def test_a_draft_on_what_a_colleague_proposed_goes_when_they_take_it_back(
    book: DraftBook,
) -> None:
    person = somebody(book, Purpose.DRAFTS)
    book.keep(person, [a_draft("mine")])
    with book.database.write() as session:
        remove_contents(session, ["c_1"])
    assert book.of(person) == []
