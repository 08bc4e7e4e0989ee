"""A campaign's prepared drafts are shared out over its contents: fifty people are not sent one."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from api.jobs.sharing import Sharing
from api.wiring import Services
from domain.campaigns import Campaign
from domain.content import Objective
from domain.language import Language
from domain.people import ProfileType
from domain.purposes import Purpose
from domain.signals import Signal
from tests.api.conftest import Make
from tests.api.test_plans import add, somebody
from tests.builders import item

SPRING = Campaign(campaign_id="spring", name="Printemps", objective=Objective.TALENT)
NAMES = ("pommes", "ponts", "phares", "forges", "moulins")


@pytest.fixture
def services(make_services: Make) -> Services:
    """Return services with a campaign of five French contents and an English one."""
    found = make_services()
    found.campaigns.add(SPRING)
    contents = [
        item(content_id=name, title=name, text=name, campaign="spring", published_at=None)
        for name in NAMES
    ]
    english = item(
        content_id="bridge",
        title="Bridge",
        text="Bridge",
        language=Language.ENGLISH,
        campaign="Printemps",
    )
    add(found, *contents, english, item(content_id="other", title="Autre", text="Autre"))
    return found


def _given(services: Services, *people: str, campaign: Campaign = SPRING) -> Mapping[str, str]:
    seats = Sharing(services, campaign).seats(people)
    return {seat.ambassador_id: seat.content_id for seat in seats}


def test_fifty_people_alike_are_shared_out_over_the_contents(services: Services) -> None:
    people = [somebody(services) for _ in range(50)]
    given = _given(services, *people)
    assert set(given) == set(people)
    told = Counter(given.values())
    assert set(told) == set(NAMES)
    # Nine each where all six could be told; the French ones take what the English one leaves.
    assert max(told.values()) <= 14


def test_what_somebody_cares_about_is_theirs_while_its_share_lasts(services: Services) -> None:
    caring = somebody(services, topics=("forges",))
    others = [somebody(services) for _ in range(9)]
    assert _given(services, *others, caring)[caring] == "forges"


def test_whom_one_content_alone_may_be_given_are_all_given_it(services: Services) -> None:
    people = [somebody(services, languages=(Language.ENGLISH,)) for _ in range(12)]
    assert set(_given(services, *people).values()) == {"bridge"}


def test_what_somebody_set_aside_or_never_speaks_about_is_not_theirs(services: Services) -> None:
    avoiding = somebody(services, never=("pommes", "ponts", "phares"))
    services.people.turn(avoiding, {Purpose.SIGNALS: True})
    services.signals.give(avoiding, "forges", Signal.DISMISSED)
    assert _given(services, avoiding) == {avoiding: "moulins"}


@pytest.mark.parametrize(
    "fields",
    [{"never": NAMES}, {"kind": ProfileType.EXPERT}],
    ids=["nothing may be theirs", "the campaign is for others"],
)
def test_whoever_it_is_not_for_gets_no_seat(services: Services, fields: dict[str, Any]) -> None:
    reporters = Campaign(
        campaign_id="spring",
        name="Printemps",
        objective=Objective.TALENT,
        profile_types=(ProfileType.REPORTER,),
    )
    one = somebody(services, **fields)
    campaign = reporters if "kind" in fields else SPRING
    assert _given(services, one, "amb_gone", campaign=campaign) == {}


def test_a_campaign_without_contents_gives_nothing(services: Services) -> None:
    empty = Campaign(campaign_id="empty", name="Vide", objective=Objective.LEADS)
    assert _given(services, somebody(services), campaign=empty) == {}
