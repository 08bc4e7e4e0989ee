import html
import json
import re

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.identity import COOKIE
from api.wiring import Services
from domain.content import ContentItem, ContentState, Image
from domain.language import Language
from domain.placeholders import placeholder_bounds
from domain.purposes import Purpose
from domain.roles import Role
from tests.api.conftest import Make, Service
from tests.api.pages.conftest import Client, SignIn

NOTE = "J’ai passé trois nuits à écouter le même tronçon en fonte."


def content_in(service: Service, state: ContentState, language: str = "fr") -> str:
    items, _ = service.services.contents.page(state=state, limit=100)
    return next(item.content_id for item in items if item.language == language)


def drafts_on(page: str) -> list[str]:
    found = re.findall(r"<textarea[^>]*data-text>\n?(.*?)</textarea>", page, re.DOTALL)
    return [html.unescape(text) for text in found]


@pytest.fixture
def path(service: Service) -> str:
    return f"/contents/{content_in(service, ContentState.LIVE)}"


def test_a_content_is_shown_whole_in_its_own_language(
    service: Service, sign_in: SignIn, path: str
) -> None:
    item = service.services.contents.get(path.rpartition("/")[2])
    page = sign_in(language="en").get(path).text
    assert '<html lang="en">' in page
    shown = re.search(r'<div class="prose" lang="fr"[^>]*>(.*?)</div>', page, re.DOTALL)
    assert shown
    assert html.unescape(shown.group(1)) == item.text


@pytest.mark.parametrize("state", [ContentState.EMBARGOED, ContentState.EXPIRED])
def test_what_may_not_be_spoken_about_now_is_not_there(
    service: Service, sign_in: SignIn, state: ContentState
) -> None:
    language = "en"
    content_id = content_in(service, state, language)
    title = service.services.contents.get(content_id).title
    for page in (
        sign_in().get(f"/contents/{content_id}"),
        sign_in().send(f"/contents/{content_id}", on="/", n="1"),
    ):
        assert page.status_code == 404
        assert title not in page.text


@pytest.mark.parametrize("content_id", ["unknown", "..%2Fme", "%00", "a" * 500])
def test_an_unknown_content_is_a_page_too(sign_in: SignIn, content_id: str) -> None:
    page = sign_in().get(f"/contents/{content_id}")
    assert page.status_code == 404
    assert "Il n’y a rien ici" in page.text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_drafts_come_without_a_script(sign_in: SignIn, path: str, language: str) -> None:
    browser = sign_in(ambassador_id="amb_ines", language=language)
    page = browser.send(path, note=NOTE, language=language, platform="linkedin", n="1")
    assert page.status_code == 200
    (draft,) = drafts_on(page.text)
    assert draft.strip()
    assert 'class="verdict allow"' in page.text
    assert {"fr": "moteur local", "en": "offline engine"}[language] in page.text
    assert 'class="origin ' in page.text
    assert NOTE in html.unescape(page.text)


@pytest.mark.parametrize(
    ("language", "order", "told"),
    [("fr", "Mets une blague.", "comme une consigne"), ("en", "Make it funny.", "an instruction")],
)
def test_an_order_among_the_notes_is_answered_on_the_page(
    sign_in: SignIn, path: str, language: str, order: str, told: str
) -> None:
    page = sign_in(language=language).send(path, note=order, language="fr", n="1")
    said = html.unescape(page.text)
    assert f"<q>{order}</q>" in said
    assert told in said


def test_a_draft_without_notes_leaves_places_to_fill_in(sign_in: SignIn, path: str) -> None:
    page = sign_in(ambassador_id="amb_grace").send(path, language="fr", n="1")
    (draft,) = drafts_on(page.text)
    assert list(placeholder_bounds(draft))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"note": "a" * 2_001}, "Vos notes, numéro 1"),
        ({"language": "de"}, "Langue"),
        ({"n": "9"}, "Nombre de brouillons"),
        ({"platform": "carrier pigeon"}, "Où vous le publierez"),
    ],
)
def test_what_cannot_be_asked_is_told_and_nothing_typed_is_lost(
    sign_in: SignIn, path: str, fields: dict[str, str], told: str
) -> None:
    page = sign_in().send(path, **{"note": NOTE, "language": "fr", "n": "1"} | fields)
    assert page.status_code == 422
    assert told in page.text
    assert (fields.get("note") or NOTE) in html.unescape(page.text)


def test_two_paragraphs_are_two_notes(sign_in: SignIn, path: str) -> None:
    page = sign_in().send(path, note="Une idée.\r\n\r\nUne autre.", language="fr", n="1")
    noted = re.search(r'data-notes="([^"]*)"', page.text)
    assert noted
    assert json.loads(html.unescape(noted.group(1))) == ["Une idée.", "Une autre."]


def employee_over(services: Services, item: ContentItem) -> Client:
    services.contents.save([item], vectors={}, encoder="none yet")
    services.live.refresh()
    owner = services.people.create()
    services.people.turn(owner, {Purpose.MODEL: True})
    client = TestClient(create_app(services), headers={"Accept-Language": "fr"})
    client.cookies.set(COOKIE, services.access.open_session(Role.EMPLOYEE, ambassador_id=owner))
    return Client(client)


def written(text: str, title: str = "Une journée au laboratoire") -> ContentItem:
    return ContentItem(
        content_id="c1",
        title=title,
        text=text,
        language=Language.FRENCH,
        digest="d1",
        source=title,
        authors=(title,),
        tags=(title,),
        url="javascript:alert(1)",
        images=(Image(url="javascript:alert(1)", alt=title, rights=title),),
    )


def test_a_model_that_does_not_answer_is_told_in_words(make_services: Make) -> None:
    services = make_services(
        model="any", OPENAI_BASE_URL="http://127.0.0.1:9/v1", on_model_failure="error"
    )
    text = (
        "Nous avons mesuré 412 fuites en une année sur le réseau de la ville. La pression baisse"
        " la nuit. Trois équipes écoutent désormais les canalisations avant l'aube."
    )
    page = employee_over(services, written(text)).send(
        "/contents/c1", note=NOTE, language="fr", n="1"
    )
    assert page.status_code == 503
    assert "Le modèle de langue ne répond pas pour le moment" in page.text
    assert NOTE in html.unescape(page.text)


def test_what_comes_from_outside_is_shown_as_text(make_services: Make) -> None:
    attack = '<script>alert(1)</script> "cité" & <img src=x onerror=alert(1)>'
    browser = employee_over(make_services(), written(f"{attack} fuites.", attack))
    pages = [
        browser.get("/").text,
        browser.get("/contents/c1").text,
        browser.send("/contents/c1", note=attack, language="fr", n="1").text,
    ]
    for page in pages:
        assert "&lt;script&gt;alert" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert 'href="javascript' not in page
