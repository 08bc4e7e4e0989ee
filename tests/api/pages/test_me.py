import html
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api import demo_organization
from api.app import create_app
from api.identity import COOKIE
from api.pages.purposes import SHOWN
from domain.language import Language
from domain.people import Ambassador, ProfileMix, ProfileType
from domain.purposes import Purpose
from domain.roles import Role
from storage.declaration import ACCOUNT, PROPOSAL, personal_columns
from storage.models import Base
from storage.tallies import Measure
from tests.api.conftest import Make, Service
from tests.api.pages.conftest import SignIn, csrf_of, opened


@pytest.fixture
def known(service: Service, newcomer: str) -> str:
    """Make a record with a profile and a post, and return its id."""
    people = service.services.people
    people.turn(newcomer, {Purpose.PROFILE: True, Purpose.VOICE: True})
    people.save(
        Ambassador(
            ambassador_id=newcomer,
            name="Zoé Testard",
            languages=(Language.ENGLISH, Language.FRENCH),
            profile=ProfileMix({ProfileType.EXPERT: 1, ProfileType.REPORTER: 3}),
            topics=("acoustique",),
            posts=("Un premier message.",),
        )
    )
    return newcomer


def fields(page: str) -> dict[str, Any]:
    """Return what the profile's form would send as it stands."""
    version = re.search(r'name="version" value="(\d+)"', page)
    assert version
    shares = dict(re.findall(r'name="(share_\w+)" type="range"[^>]*value="(\d+)"', page))
    chosen = re.search(r'<option value="([\w,]+)" selected>', page)
    assert chosen
    areas = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>\n?(.*?)</textarea>', page, re.DOTALL)
    posts = [html.unescape(text) for name, text in areas if name == "posts"]
    lines = {name: html.unescape(text) for name, text in areas if name != "posts"}
    names = dict(re.findall(r'name="(name|organization)" value="([^"]*)"', page))
    read = {name: html.unescape(value) for name, value in names.items()}
    return {
        "version": version.group(1),
        "languages": chosen.group(1),
        "posts": posts,
        **shares,
        **lines,
        **read,
    }


def test_a_record_is_shown_and_saved_as_it_was(
    service: Service, sign_in: SignIn, known: str
) -> None:
    browser = sign_in(ambassador_id=known)
    before = service.services.people.get(known)
    answer = browser.send("/me", **fields(browser.get("/me").text))
    assert (answer.status_code, answer.headers["location"]) == (303, "/me?saved=profile")
    after = service.services.people.get(known)
    assert after.ambassador == before.ambassador
    assert after.version == before.version + 1


def test_what_is_changed_is_kept(service: Service, sign_in: SignIn, known: str) -> None:
    browser = sign_in(ambassador_id=known)
    changed = fields(browser.get("/me").text) | {
        "name": " Zoé ",
        "topics": "eau\r\n\r\n  bruit\r\neau",
        "share_expert": "0",
        "share_reporter": "0",
        "share_supporter": "40",
        "languages": "fr",
        "posts": ["Deux lignes\r\net une.", "   ", "Un autre."],
    }
    browser.send("/me", **changed)
    person = service.services.people.get(known).ambassador
    assert person.name == "Zoé"
    assert person.topics == ("eau", "bruit")
    assert person.profile == ProfileMix.only(ProfileType.SUPPORTER)
    assert person.languages == (Language.FRENCH,)
    assert person.posts == ("Deux lignes\net une.", "Un autre.")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"posts": ["ok", "a" * 5_001]}, "Vos anciens messages, numéro 2"),
        ({"posts": ["a"] * 51}, "au plus"),
        ({"topics": "a" * 201}, "Sujets qui vous tiennent à cœur, numéro 1"),
        ({"topics": "\n".join(map(str, range(51)))}, "Sujets qui vous tiennent à cœur"),
        ({"name": "a" * 201}, "Votre nom"),
        ({"languages": "de"}, "Langues"),
        ({"never": "a\x00b"}, "Sujets dont vous ne parlez jamais"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_typed_is_lost(
    service: Service, sign_in: SignIn, known: str, sent: dict[str, str | list[str]], told: str
) -> None:
    browser = sign_in(ambassador_id=known)
    before = service.services.people.get(known)
    typed = fields(browser.get("/me").text) | {"organization": "Ma Maison"} | sent
    page = browser.send("/me", **typed)
    assert page.status_code == 422
    assert told in page.text
    assert 'value="Ma Maison"' in page.text
    assert service.services.people.get(known) == before


def test_a_record_changed_elsewhere_is_not_written_over(
    service: Service, sign_in: SignIn, known: str
) -> None:
    browser = sign_in(ambassador_id=known)
    seen = fields(browser.get("/me").text)
    browser.send("/me", **seen | {"name": "Elsewhere"})
    page = browser.send("/me", **seen | {"name": "Here"})
    assert page.status_code == 409
    assert service.services.people.get(known).ambassador.name == "Elsewhere"
    browser.send("/me", **fields(page.text))
    assert service.services.people.get(known).ambassador.name == "Here"


def test_a_purpose_that_is_off_keeps_nothing(service: Service, sign_in: SignIn, known: str) -> None:
    browser = sign_in(ambassador_id=known)
    browser.send("/me/purposes", on="/me", purpose="profile", turn="off")
    person = service.services.people.get(known)
    assert (person.ambassador.name, person.ambassador.topics) == (None, ())
    assert person.ambassador.posts
    page = browser.get("/me").text
    assert "aucun de ces champs n’est conservé" in page
    assert "Zoé Testard" not in page
    browser.send("/me", version=str(person.version), name="Back", posts=["Encore."])
    after = service.services.people.get(known).ambassador
    assert (after.name, after.posts) == (None, ("Encore.",))


def test_a_purpose_is_turned_on_again(service: Service, sign_in: SignIn, newcomer: str) -> None:
    browser = sign_in(ambassador_id=newcomer)
    answer = browser.send("/me/purposes", on="/me", purpose="voice", turn="on")
    assert answer.headers["location"] == "/me?saved=purposes#purpose-voice"
    assert service.services.people.get(newcomer).purposes[Purpose.VOICE]


@pytest.mark.parametrize(
    "sent", [{"purpose": "fame", "turn": "on"}, {"purpose": "voice", "turn": "maybe"}, {}]
)
def test_a_purpose_there_is_not_is_refused(
    service: Service, sign_in: SignIn, newcomer: str, sent: dict[str, str]
) -> None:
    before = service.services.people.get(newcomer)
    assert sign_in(ambassador_id=newcomer).send("/me/purposes", on="/me", **sent).status_code == 422
    assert service.services.people.get(newcomer) == before


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_purpose_is_explained(sign_in: SignIn, language: str) -> None:
    page = sign_in(language=language).get("/me").text
    for purpose in Purpose:
        assert f'id="purpose-{purpose}"' in page


def test_every_purpose_that_anything_is_kept_for_can_be_turned_off() -> None:
    declared = {
        one.purpose for table in Base.metadata.sorted_tables for _, one in personal_columns(table)
    }
    assert declared - {ACCOUNT, PROPOSAL} <= set(SHOWN) == set(Purpose)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({}, "Ce service n’a pas de modèle de langue"),
        ({"model": "m-7"}, "envoyés à api.openai.com (modèle m-7)"),
        (
            {"model": "m-7", "OPENAI_BASE_URL": "http://llm.tessonde.example:8080/v1"},
            "envoyés à llm.tessonde.example (modèle m-7)",
        ),
    ],
)
def test_who_receives_texts_is_named(
    make_services: Make, settings: dict[str, str], told: str
) -> None:
    services = make_services(**settings)
    owner = services.people.create()
    client = TestClient(create_app(services), headers={"Accept-Language": "fr"})
    client.cookies.set(COOKIE, services.access.open_session(Role.EMPLOYEE, ambassador_id=owner))
    assert told in client.get("/me").text


def test_everything_kept_can_be_taken_along(sign_in: SignIn, known: str) -> None:
    answer = sign_in(ambassador_id=known).get("/me/export")
    assert answer.headers["content-disposition"].startswith("attachment")
    kept = answer.json()
    assert kept["ambassador_id"] == known
    assert kept["kept"]["ambassadors"][0]["name"] == "Zoé Testard"


def test_what_carries_a_day_can_be_taken_along(
    service: Service, sign_in: SignIn, known: str
) -> None:
    browser = sign_in(ambassador_id=known)
    service.services.people.turn(known, {Purpose.COLLECTIVE: True})
    service.services.tallies.count(known, Measure.DRAFTED, ["c_one"])
    proposed = browser.send("/propose", title="Une nuit", text="Deux heures.", language="fr")
    assert proposed.status_code == 303
    kept = browser.get("/me/export").json()["kept"]
    assert kept["proposals"][0]["proposed_on"][:2] == "20"
    assert kept["tallies"][0]["week"][:2] == "20"


def test_erasing_asks_twice(service: Service, sign_in: SignIn, known: str) -> None:
    browser = sign_in(ambassador_id=known)
    assert "irréversible" in browser.get("/me/erase").text
    page = browser.send("/me/erase")
    assert page.status_code == 422
    assert service.services.people.exists(known)


def test_erasing_leaves_nothing_and_signs_out(
    service: Service, sign_in: SignIn, known: str
) -> None:
    browser, other = sign_in(ambassador_id=known), sign_in(ambassador_id=known)
    page = browser.send("/me/erase", sure="yes")
    assert page.status_code == 200
    assert "Tout est effacé" in page.text
    assert "Max-Age=0" in page.headers["set-cookie"]
    assert not service.services.people.exists(known)
    assert other.get("/me").status_code == 401


def test_nobody_sees_the_page_of_another(sign_in: SignIn, known: str) -> None:
    page = sign_in(ambassador_id="amb_tom").get(f"/me?ambassador_id={known}").text
    assert "Zoé Testard" not in page


def test_a_form_open_before_its_record_was_erased_is_refused(
    service: Service, sign_in: SignIn, known: str
) -> None:
    browser = sign_in(ambassador_id=known)
    token = csrf_of(browser.get("/me").text)
    service.services.erasure.erase(known)
    answer = browser.client.post("/me", data={"csrf": token, "name": "Back"})
    assert answer.status_code == 401
    assert opened(service, None, "fr").get("/").status_code == 200


def test_the_demo_starts_again_when_somebody_has_left_it(make_services: Make) -> None:
    services = make_services()
    demo_organization.install(services)
    services.erasure.erase("amb_lea")
    demo_organization.install(services)
    assert not services.people.exists("amb_lea")
    whose = [who for who, _ in demo_organization.sign_in_links(services, "http://127.0.0.1")]
    assert len(whose) == 3
    assert not any("Léa" in who for who in whose)
