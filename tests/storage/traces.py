"""A trace of one person in every table that can hold one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from secrets import token_hex
from typing import Any

from domain.campaigns import Campaign
from domain.content import Image, Objective
from domain.drafts import KeptDraft, Reservation
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.plans import KeptPlan, Seats
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
from storage.drafts import DraftBook
from storage.first_answers import Asked, FirstAnswers
from storage.grants import Grants
from storage.jobs import Jobs, Seat
from storage.people import People
from storage.plans import Plans
from storage.proposals import Proposals
from storage.reservations import ReservationBook
from storage.seats import SeatBook
from storage.signals import Signals
from storage.tallies import Measure, Tallies
from tests.builders import item as content_item

KEY = b"k" * 32


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
    Campaigns(database).add(campaign)
    jobs = Jobs(database)
    jobs.plan(jobs.ask(campaign_id).job_id, [Seat(ambassador_id, "c_1")])
    FirstAnswers(database).take(Asked(f"{mark} key", f"{mark} request", owner))
    take_a_seat(database, campaign_id, owner)
    return ambassador_id


def take_a_seat(database: Database, campaign_id: str, owner: str) -> None:
    seats = Seats(0, "c_1", planned=5, free=5)
    Plans(database).save(campaign_id, KeptPlan((), (seats,)))
    assert SeatBook(database, KEY).take(campaign_id, seats, owner) == "c_1"


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
