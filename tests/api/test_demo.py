"""The demo organisation is loaded once: started again, it undoes nothing that a team has done."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from api import demo_organization, keeping
from api.personas import FOLDER
from api.schemas.contents import ContentIn
from api.wiring import Services
from domain.content import ContentState
from domain.errors import NotFound
from domain.roles import Caller, Role
from recommender.catalogue.opening import open_source
from recommender.catalogue.rows import Accepted
from tests.api.conftest import Make

COMMS = Caller(Role.COMMS, key_id="k")


def live(services: Services) -> list[str]:
    return [one.content_id for one in services.contents.page(state=ContentState.LIVE)[0]]


@pytest.mark.parametrize("stateless", [False, True])
def test_started_again_it_undoes_nothing(make_services: Make, *, stateless: bool) -> None:
    services = make_services(stateless=stateless)
    demo_organization.install(services)
    deleted, hidden, *_ = live(services)
    services.contents.delete(deleted)
    embargo = datetime.now(UTC) + timedelta(days=90)
    asked = ContentIn.model_validate(
        {"title": "Corrigé", "text": "Le même.", "language": "fr", "embargo_until": embargo}
    )
    keeping.replace(services, hidden, asked, COMMS)
    before = services.contents.revision()
    demo_organization.install(services)
    with pytest.raises(NotFound):
        services.contents.get(deleted)
    assert services.contents.get(hidden).title == "Corrigé"
    assert services.contents.get(hidden).state(datetime.now(UTC)) is ContentState.EMBARGOED
    assert services.contents.revision() == before


def test_it_stays_as_it_is_when_everybody_has_left_it(make_demo: Make) -> None:
    services = make_demo()
    for one in services.people.ids():
        services.erasure.erase(one)
    services.contents.delete(live(services)[0])
    before = len(live(services))
    demo_organization.install(services)
    assert (len(live(services)), services.people.ids()) == (before, [])


def test_one_that_a_kill_cut_off_before_its_people_is_completed(make_services: Make) -> None:
    services = make_services()
    rows = open_source(str(FOLDER / "contents"))
    first = next(row.item for row in rows if isinstance(row, Accepted))
    services.contents.save([first], vectors={}, encoder="none")
    demo_organization.install(services)
    assert len(live(services)) > 1


def test_its_contents_name_campaigns_that_are_there_and_stay_as_the_team_left_them(
    make_services: Make,
) -> None:
    services = make_services()
    demo_organization.load(services)
    named = {one.campaign for one in services.contents.all()} - {None}
    assert named == {one.campaign_id for one in services.campaigns.all()}
    paid = replace(services.campaigns.all()[0], consideration="50 €")
    services.campaigns.replace(paid)
    demo_organization.load(services)
    assert services.campaigns.get(paid.campaign_id) == paid


def test_a_load_that_a_kill_cut_off_behind_a_campaign_is_completed(make_services: Make) -> None:
    services = make_services()
    first, *_ = demo_organization.demo_campaigns()
    services.campaigns.add(first)
    demo_organization.load(services)
    assert len(services.campaigns.all()) == len(demo_organization.demo_campaigns())
