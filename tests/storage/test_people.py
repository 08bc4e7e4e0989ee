"""People: nothing is kept without its purpose, export tells all, erasure leaves no byte."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

import pytest
from sqlalchemy import select, text

from domain.campaigns import Campaign
from domain.content import Image, Objective
from domain.drafts import KeptDraft, Reservation
from domain.errors import Conflict, NotFound, RequestInvalid
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.platforms import Platform
from domain.proposals import Proposal
from domain.purposes import Purpose
from domain.review import Fingerprint
from domain.roles import Role
from domain.signals import Signal
from domain.voice import VoiceCard
from guardrails.checks.near_duplicates import NearDuplicates
from storage.access import Access
from storage.campaigns import Campaigns
from storage.contents import Contents
from storage.database import Database
from storage.declaration import owner_column, personal_columns
from storage.drafts import DraftBook
from storage.erasure import Erasure
from storage.export import Export
from storage.first_answers import Asked, FirstAnswers
from storage.grants import Grants
from storage.jobs import Jobs, Seat
from storage.models import Base, ErasureRow
from storage.people import People
from storage.proposals import Proposals
from storage.reservations import ReservationBook
from storage.signals import Signals
from storage.tallies import Measure, Tallies
from tests.builders import item as content_item

KEY = b"k" * 32


@pytest.fixture
def people(database: Database) -> People:
    return People(database, KEY)


def described(ambassador_id: str, mark: str = "Léa") -> Ambassador:
    return Ambassador(
        ambassador_id=ambassador_id,
        name=f"{mark} name",
        organization=f"{mark} employer",
        profile=ProfileMix({ProfileType.EXPERT: 3, ProfileType.REPORTER: 1}),
        languages=(Language.ENGLISH,),
        topics=(f"{mark} topic",),
        never=(f"{mark} never",),
        posts=(f"{mark} post " * 400,),
    )


def welcome(people: People, mark: str = "Léa", ambassador_id: str | None = None) -> str:
    created = people.create(ambassador_id)
    people.turn(created, {Purpose.PROFILE: True, Purpose.VOICE: True})
    people.save(described(created, mark))
    return created


def fill_everything(database: Database, mark: str) -> str:
    """Leave a trace of one person in every table that can hold one."""
    people = People(database, KEY)
    ambassador_id = welcome(people, mark, f"amb_{mark}")
    owner = people.get(ambassador_id).owner_token
    access = Access(database)
    access.create_key(Role.EMPLOYEE, name=f"{mark} key", ambassador_id=ambassador_id)
    access.open_session(Role.EMPLOYEE, ambassador_id=ambassador_id)
    reservation = Reservation(
        f"d_{mark}",
        "c_1",
        f"{mark} angle",
        Fingerprint((1, 2), f"{mark} vector".encode()),
        owner,
        datetime.now(UTC) + timedelta(days=1),
    )
    ReservationBook(database, KEY).hold(reservation, NearDuplicates(key=KEY))
    people.turn(ambassador_id, dict.fromkeys(Purpose, True))
    card = VoiceCard(
        language=Language.FRENCH,
        posts=3,
        sentence_words=12,
        characters=900,
        line_breaks=3,
        vocabulary=(f"{mark} word",),
    )
    people.save_voice(ambassador_id, posts=[f"{mark} post " * 400], cards=[card])
    keep_everything(database, ambassador_id, mark)
    campaign_id = token_hex(4)
    campaign = Campaign(campaign_id=campaign_id, name=campaign_id, objective=Objective.TALENT)
    Campaigns(database).save(campaign)
    jobs = Jobs(database)
    jobs.plan(jobs.ask(campaign_id).job_id, [Seat(ambassador_id, "c_1")])
    FirstAnswers(database).take(Asked(f"{mark} key", f"{mark} request", owner))
    return ambassador_id


def keep_everything(database: Database, ambassador_id: str, mark: str) -> None:
    """Leave what the person asked for: drafts, signals and a grant."""
    platform, _ = Access(database).create_key(Role.PLATFORM)
    Grants(database).replace(ambassador_id, [platform])
    content = content_item(content_id="c_1")
    Contents(database).save([content], vectors={}, encoder="e")
    drafts = [a_draft(f"{mark} draft"), a_draft(f"{mark} prepared", is_prepared=True)]
    DraftBook(database).keep(ambassador_id, drafts)
    Signals(database).give(ambassador_id, "c_1", Signal.KEPT)
    Tallies(database).count(ambassador_id, Measure.FINDING, [f"{mark} rule"])
    Proposals(database).propose(ambassador_id, a_proposal(mark))


def a_proposal(mark: str) -> Proposal:
    return Proposal(
        proposal_id="",
        title=f"{mark} title",
        text=f"{mark} proposed",
        language=Language.FRENCH,
        proposed_on=date(2026, 3, 2),
        images=(Image(url=f"https://tessonde.example/{mark}.jpg"),),
        note=f"{mark} remark",
        name=f"{mark} author",
    )


def a_draft(mark: str, **more: Any) -> KeptDraft:
    draft = KeptDraft(
        draft_id=f"{mark} id",
        content_id="c_1",
        text=f"{mark} text",
        notes=(f"{mark} note",),
        language=Language.FRENCH,
        platform=Platform.LINKEDIN,
        angle=f"{mark} angle",
        engine="offline",
        made_at=datetime.now(UTC),
        ends_at=datetime.now(UTC) + timedelta(days=30),
    )
    return replace(draft, **more)


def test_what_a_person_says_is_read_back(people: People) -> None:
    created = welcome(people)
    assert people.get(created).ambassador == described(created)


def test_only_fingerprints_are_on_at_first(people: People) -> None:
    purposes = people.get(people.create()).purposes
    assert [purpose for purpose in Purpose if purposes[purpose]] == [Purpose.FINGERPRINTS]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Ambassador(name="Léa"), "profile"),
        (Ambassador(topics=("x",)), "profile"),
        (Ambassador(posts=("x",)), "posts"),
    ],
)
def test_nothing_is_kept_without_its_purpose(people: People, given: Ambassador, field: str) -> None:
    created = people.create("amb_1")
    with pytest.raises(RequestInvalid) as caught:
        people.save(
            Ambassador(
                ambassador_id=created, name=given.name, topics=given.topics, posts=given.posts
            )
        )
    assert caught.value.field == field


def test_turning_a_purpose_off_deletes_what_was_kept_for_it(people: People) -> None:
    created = welcome(people)
    people.turn(created, {Purpose.VOICE: False})
    kept = people.get(created).ambassador
    assert (kept.posts, kept.name) == ((), "Léa name")
    people.turn(created, {Purpose.PROFILE: False})
    assert people.get(created).ambassador == Ambassador(ambassador_id=created)


def test_turning_fingerprints_off_releases_every_reservation(database: Database) -> None:
    ambassador_id = fill_everything(database, "canary")
    People(database, KEY).turn(ambassador_id, {Purpose.FINGERPRINTS: False})
    assert ReservationBook(database, KEY).live("c_1") == ()


def test_a_record_that_changed_meanwhile_is_not_overwritten(people: People) -> None:
    created = welcome(people)
    version = people.get(created).version
    people.save(described(created, "first"), expected={str(version)})
    with pytest.raises(Conflict):
        people.save(described(created, "second"), expected={str(version)})


def test_the_export_holds_every_column_declared_personal(database: Database) -> None:
    ambassador_id = fill_everything(database, "canary")
    exported = Export(database).of(ambassador_id)
    for table in Base.metadata.sorted_tables:
        if owner_column(table) is not None:
            names = {column.name for column, _ in personal_columns(table)}
            assert exported["kept"][table.name], f"{table.name} has no trace of the person"
            assert all(set(row) == names for row in exported["kept"][table.name])
            assert set(exported["meaning"][table.name]) == names


def test_an_export_tells_nothing_of_anybody_else(database: Database) -> None:
    mine = fill_everything(database, "mine")
    fill_everything(database, "theirs")
    assert "theirs" not in repr(Export(database).of(mine))


def test_erasure_leaves_nobody_elses_rows_touched(database: Database) -> None:
    mine, theirs = fill_everything(database, "mine"), fill_everything(database, "theirs")
    before = Export(database).of(theirs)
    assert Erasure(database, KEY).erase(mine)
    assert Export(database).of(theirs) == before
    with pytest.raises(NotFound):
        Export(database).of(mine)


def test_erasure_empties_every_table_that_concerned_the_person(database: Database) -> None:
    Erasure(database, KEY).erase(fill_everything(database, "mine"))
    with database.read() as session:
        for table in Base.metadata.sorted_tables:
            owned = owner_column(table)
            if owned is not None:
                # A platform's key concerns nobody.
                rows = session.execute(select(table).where(owned[0].is_not(None))).all()
                assert rows == [], table.name


def test_an_erased_id_cannot_be_used_again(database: Database) -> None:
    ambassador_id = fill_everything(database, "mine")
    erasure = Erasure(database, KEY)
    erasure.erase(ambassador_id)
    assert not erasure.erase(ambassador_id)
    with pytest.raises(Conflict, match="erased"):
        People(database, KEY).create(ambassador_id)


def test_no_byte_of_an_erased_person_is_left_in_any_file(sqlite: Database, tmp_path: Path) -> None:
    mark = f"canary{token_hex(8)}"
    ambassador_id = fill_everything(sqlite, mark)
    # Grown and shrunk, so that the canary also stood in pages freed before the erasure.
    people = People(sqlite, KEY)
    people.save(described(ambassador_id, mark * 3))
    people.save(described(ambassador_id, mark))
    assert any(mark.encode() in path.read_bytes() for path in tmp_path.iterdir())
    Erasure(sqlite, KEY).erase(ambassador_id)
    assert [path.name for path in tmp_path.iterdir() if mark.encode() in path.read_bytes()] == []


def test_an_erasure_cut_off_before_the_files_were_rewritten_is_finished_later(
    sqlite: Database, tmp_path: Path
) -> None:
    mark = f"canary{token_hex(8)}"
    ambassador_id = fill_everything(sqlite, mark)
    erasure = Erasure(sqlite, KEY)
    with sqlite.read() as reader:
        # A reader keeps the old pages in the log, as a crash at this moment would.
        reader.execute(text("SELECT * FROM ambassadors"))
        erasure.mark(ambassador_id)
    assert any(mark.encode() in path.read_bytes() for path in tmp_path.iterdir())
    erasure.finish()
    assert not any(mark.encode() in path.read_bytes() for path in tmp_path.iterdir())
    with sqlite.read() as session:
        assert None not in session.scalars(select(ErasureRow.finished_at)).all()


@pytest.mark.postgres
@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_on_postgresql_every_table_is_written_anew(database: Database) -> None:
    ambassador_id = fill_everything(database, "mine")
    before = places(database)
    Erasure(database, KEY).erase(ambassador_id)
    after = places(database)
    assert before.keys() == after.keys()
    assert not [name for name in before if before[name] == after[name]]


def places(database: Database) -> dict[str, int]:
    """Return which file each table stands in."""
    with database.read() as session:
        return {
            table.name: session.scalar(text(f"SELECT pg_relation_filenode('{table.name}')")) or 0
            for table in Base.metadata.sorted_tables
        }
