"""The employee's own pages: desk, signals, voice, proposals; and the team's: proposals, figures."""

import re
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from domain.content import ContentItem, ContentState
from domain.people import Ambassador
from domain.proposals import ProposalState
from domain.purposes import Purpose
from domain.roles import Role
from domain.signals import Signal
from storage.tallies import Measure
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn
from tests.storage.traces import a_draft

POSTS = (
    "Trois nuits à écouter le même tronçon, et rien. Puis un souffle, à 4 h du matin.",
    "On a changé de capteur, on a changé d’heure, on a recommencé depuis le début.",
    "Vous me demandez souvent comment on entend une fuite : on écoute, longtemps, la nuit.",
)


@pytest.fixture
def content(service: Service) -> ContentItem:
    (found, *_), _ = service.services.contents.page(state=ContentState.LIVE, limit=1)
    return found


@pytest.fixture
def willing(service: Service) -> str:
    """Make somebody who turned everything on."""
    created = service.services.people.create()
    service.services.people.turn(created, dict.fromkeys(Purpose, True))
    return created


@pytest.mark.parametrize("language", ["fr", "en"])
def test_with_everything_off_the_desk_says_so_and_how_to_change_it(
    sign_in: SignIn, newcomer: str, language: str
) -> None:
    page = sign_in(ambassador_id=newcomer, language=language).get("/desk").text
    for purpose in ("drafts", "signals", "collective"):
        assert f'href="/me#purpose-{purpose}"' in page


def test_a_draft_is_found_again_and_let_go(
    service: Service, sign_in: SignIn, willing: str, content: ContentItem
) -> None:
    text = "Je travaille chez Tessonde. La page publique explique l’atelier."
    draft = a_draft("x", draft_id="d_desk", text=text, content_id=content.content_id)
    service.services.drafts.keep(willing, [draft])
    browser = sign_in(ambassador_id=willing)
    assert "La page publique explique" in browser.get("/desk").text
    assert "La page publique explique" not in sign_in().get("/desk").text
    assert browser.send("/desk/drafts/d_desk", on="/desk").status_code == 303
    assert service.services.drafts.of(willing) == []


def test_a_draft_that_no_longer_passes_is_named_without_its_text(
    service: Service, sign_in: SignIn, willing: str, content: ContentItem
) -> None:
    text = "Écrivez à lea@tessonde.example pour en savoir plus."
    draft = a_draft("x", draft_id="d_bad", text=text, content_id=content.content_id)
    service.services.drafts.keep(willing, [draft])
    page = sign_in(ambassador_id=willing).get("/desk").text
    assert "lea@tessonde.example" not in page
    assert "N’est plus montré" in page
    assert "ne respecte plus la clause CH-13" in page


def test_signals_are_given_on_a_suggestion_and_taken_back_on_the_desk(
    service: Service, sign_in: SignIn, willing: str, newcomer: str
) -> None:
    assert 'action="/signals"' not in sign_in(ambassador_id=newcomer).get("/").text
    browser = sign_in(ambassador_id=willing)
    first = re.search(r'name="content_id" value="([^"]+)"', browser.get("/").text)
    assert first
    sent = {"content_id": first[1], "signal": "kept"}
    assert browser.send("/signals", on="/", **sent).headers["location"] == "/"
    assert service.services.signals.of(willing) == {first[1]: Signal.KEPT}
    back = browser.send("/signals", on="/desk", **sent | {"signal": "back", "from": "desk"})
    assert back.headers["location"] == "/desk"
    assert service.services.signals.of(willing) == {}
    assert browser.send("/signals", on="/", **sent | {"signal": "adored"}).status_code == 422


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_card_is_read_corrected_and_read_again(
    service: Service, sign_in: SignIn, willing: str, language: str
) -> None:
    people = service.services.people
    people.save(Ambassador(ambassador_id=willing, posts=POSTS))
    browser = sign_in(ambassador_id=willing, language=language)
    page = browser.get("/voice").text
    assert 'name="sentence_words"' in page
    sent = {"language": "fr", "do": "save", "sentence_words": "9,5", "says_tu": "yes"}
    assert browser.send("/voice", **sent, never="synergie\nleadership").status_code == 303
    (card,) = people.get(willing).ambassador.cards
    assert (card.sentence_words, card.says_tu) == (9.5, True)
    assert card.never == ("synergie", "leadership")
    wrong = browser.send("/voice", **sent | {"sentence_words": "many"})
    assert wrong.status_code == 422
    browser.send("/voice", language="fr", do="forget")
    assert people.get(willing).ambassador.cards == ()


def test_without_posts_there_is_no_card_and_the_page_says_what_it_takes(
    sign_in: SignIn, willing: str, newcomer: str
) -> None:
    assert "trois messages" in sign_in(ambassador_id=willing).get("/voice").text
    assert "#purpose-voice" in sign_in(ambassador_id=newcomer).get("/voice").text


def test_a_proposal_goes_to_the_team_without_a_name_and_comes_back_decided(
    service: Service, sign_in: SignIn, willing: str
) -> None:
    service.services.people.save(Ambassador(ambassador_id=willing, name="Zoé Testard"))
    browser, team = sign_in(ambassador_id=willing), sign_in(Role.COMMS)
    sent = {"title": "Une nuit d’essai", "text": "Deux heures pour une fuite.", "language": "fr"}
    image = {"image_url": "https://www.tessonde.example/i/nuit.jpg"}
    assert browser.send("/propose", **sent, **image, name="Zoé Testard").status_code == 303
    seen = team.get("/proposals").text
    assert "Une nuit d’essai" in seen
    assert "Zoé" not in seen
    assert "Avez-vous le droit d’utiliser cette image" in seen
    (proposal,) = [
        one
        for one in service.services.proposals.in_state(ProposalState.OPEN)
        if one.title == sent["title"]
    ]
    place = f"/proposals/{proposal.proposal_id}"
    accepted = team.send(place, on="/proposals", decision="accept")
    assert "Une nuit d’essai" in team.get(accepted.headers["location"]).text
    assert "Acceptée" in browser.get("/propose").text
    taken = browser.send(f"/propose/{proposal.proposal_id}", on="/propose")
    assert taken.status_code == 303
    assert team.get(accepted.headers["location"]).status_code == 404


@pytest.mark.parametrize("missing", ["title", "text", "language"])
def test_what_is_missing_of_a_proposal_is_told_and_nothing_is_lost(
    sign_in: SignIn, willing: str, missing: str
) -> None:
    sent = {"title": "Un titre gardé", "text": "Un texte gardé.", "language": "fr"}
    page = sign_in(ambassador_id=willing).send("/propose", **sent | {missing: ""})
    assert page.status_code == 422
    for name, value in sent.items():
        assert name in {missing, "language"} or value in page.text


def test_to_be_named_one_writes_a_name(sign_in: SignIn, willing: str) -> None:
    sent = {"title": "Titre", "text": "Texte.", "language": "fr", "named": "yes"}
    page = sign_in(ambassador_id=willing).send("/propose", **sent)
    assert (page.status_code, "pour être nommé" in page.text) == (422, True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_team_reads_figures_and_reports_outcomes(
    sign_in: SignIn, content: ContentItem, language: str
) -> None:
    team = sign_in(Role.COMMS, language=language)
    week = "2026-03-02" if language == "fr" else "2026-04-06"
    sent = {"content_id": content.content_id, "from": week, "to": week, "people": "12"}
    answer = team.send("/insights", **sent, reach="18400", engagements="610")
    assert answer.status_code == 200
    said = "18\u202f400" if language == "fr" else "18,400"
    assert said in answer.text
    refused = team.send("/insights", **sent | {"to": "2026-01-01"})
    assert refused.status_code == 422
    assert f'value="{content.content_id}"' in refused.text
    assert team.send("/insights", **sent | {"content_id": "nowhere"}).status_code == 422


def test_the_team_withdraws_what_it_reported_when_it_is_sure(
    service: Service, sign_in: SignIn, content: ContentItem
) -> None:
    team = sign_in(Role.COMMS)
    sent = {"content_id": content.content_id, "from": "2026-05-04", "to": "2026-05-04"}
    page = team.send("/insights", **sent, people="12", reach="86421")
    report_id = service.services.outcomes.published()[-1].report_id
    # Beside the answer, and in the table.
    assert page.text.count(f'value="{report_id}"') == 2
    withdraw = partial(team.send, "/insights/withdraw", on="/insights", report_id=report_id)
    assert withdraw().status_code == 422
    assert "86\u202f421" in team.get("/insights").text
    assert "ne se saisissent pas une seconde fois" in withdraw(sure="yes").text
    assert "86\u202f421" not in team.get("/insights").text
    gone = withdraw(sure="yes")
    assert (gone.status_code, "ne sont plus là" in gone.text) == (409, True)


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "ont rejoint entre-temps"), ("en", "have joined")]
)
def test_a_report_that_has_joined_a_total_is_withdrawn_with_it(
    sign_in: SignIn, language: str, told: str
) -> None:
    team = sign_in(Role.COMMS, language=language)
    sent = {"campaign_id": f"joined-{language}", "from": "2026-05-04", "to": "2026-05-04"}
    page = team.send("/insights", **sent, people="3").text
    (report_id,) = re.findall(r'role="status">.*?value="(o_\w+)"', page, re.DOTALL)
    later = {"from": "2026-05-18", "to": "2026-05-18", "people": "9"}
    team.send("/insights", **sent | later)
    refused = team.send("/insights/withdraw", on="/insights", report_id=report_id, sure="yes")
    assert (refused.status_code, told in refused.text) == (409, True)


def test_a_published_week_shows_rules_and_themes_and_nobody(
    service: Service, sign_in: SignIn
) -> None:
    services = service.services
    long_ago = datetime.now(UTC) - timedelta(days=20)
    for _ in range(6):
        person = services.people.create()
        services.people.turn(person, {Purpose.COLLECTIVE: True})
        services.tallies.count(person, Measure.FINDING, ["CH-01:affiliation"], now=long_ago)
    page = sign_in(Role.COMMS).get("/insights").text
    assert "Dire d’où l’on parle" in page
    assert re.search(r"environ (5|10)<", page)
    assert "amb_" not in page
