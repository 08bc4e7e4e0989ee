import re

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.identity import COOKIE
from domain.roles import Role
from tests.api.conftest import Make, Service
from tests.api.pages.conftest import SignIn

CONTENT = r'href="/contents/([^"]+)"'
FILES = ("articles", "contents", "markdown", "feed", "api")


def titles(page: str) -> list[str]:
    return re.findall(r'<h2 lang="\w\w"><a[^>]*>([^<]+)</a>', page)


@pytest.mark.parametrize(("language", "because"), [("fr", "Pourquoi celui-ci"), ("en", "Why this")])
def test_each_suggestion_says_why(sign_in: SignIn, language: str, because: str) -> None:
    page = sign_in(language=language).get("/").text
    assert len(titles(page)) == 6
    assert page.count(because) == 6
    assert re.search(r'<span class="figure">.*?[+−]\d[.,]\d\d', page)


def test_an_employee_sees_where_a_content_is_read_and_not_how_it_was_brought_in(
    sign_in: SignIn,
) -> None:
    employee = sign_in(language="fr")
    pages = [employee.get("/").text]
    pages += [employee.get(f"/contents/{one}").text for one in re.findall(CONTENT, pages[0])]
    assert all("<span>www." not in page for page in pages)
    assert "<span>tessonde.example</span>" in pages[0]
    assert not any(f"<span>{name}</span>" in page for page in pages for name in FILES)


@pytest.mark.parametrize(
    ("language", "heading"),
    [("fr", "Ce qui changerait son rang"), ("en", "What would change its rank:")],
)
def test_each_suggestion_says_what_would_change_its_rank(
    sign_in: SignIn, language: str, heading: str
) -> None:
    page = sign_in(language=language).get("/").text
    assert page.count(heading) == 6


@pytest.mark.parametrize(
    ("language", "heading"), [("fr", "Ce qui le ferait monter"), ("en", "What would raise it:")]
)
def test_a_suggestion_names_a_topic_that_would_raise_it(
    sign_in: SignIn, language: str, heading: str
) -> None:
    page = sign_in(language=language).get("/").text
    assert 0 < page.count(heading) < 6


def test_what_may_not_be_spoken_about_yet_is_not_suggested(sign_in: SignIn) -> None:
    page = sign_in(ambassador_id="amb_priya", language="en").get("/?k=48").text
    assert titles(page)
    assert "Pulsonde Marine" not in " ".join(titles(page))


def test_a_language_narrows_the_suggestions(sign_in: SignIn) -> None:
    page = sign_in().get("/?language=en").text
    assert set(re.findall(r'<h2 lang="(\w\w)"', page)) == {"en"}
    assert '<option value="en" selected>' in page


def test_an_objective_changes_the_reasons(sign_in: SignIn) -> None:
    page = sign_in().get("/?objective=talent").text
    assert '<option value="talent" selected>' in page
    assert "attractivité RH" in page


@pytest.mark.parametrize("query", ["objective=fame", "language=de", "objective=&language="])
def test_a_filter_there_is_not_rules_nothing_out(sign_in: SignIn, query: str) -> None:
    assert len(titles(sign_in().get(f"/?{query}").text)) == 6


def test_there_is_more_to_see(sign_in: SignIn) -> None:
    browser = sign_in()
    assert "k=12" in browser.get("/").text
    assert len(titles(browser.get("/?k=12").text)) == 12


def test_who_said_nothing_is_told_how_the_choice_was_made(sign_in: SignIn, newcomer: str) -> None:
    page = sign_in(ambassador_id=newcomer, language="en").get("/").text
    assert "We know nothing of what you like" in page
    assert 'href="/me"' in page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_order_that_is_not_by_date_is_not_called_one(
    service: Service, sign_in: SignIn, newcomer: str, language: str
) -> None:
    page = sign_in(ambassador_id=newcomer, language=language).get("/?k=12").text
    ids = dict.fromkeys(re.findall(r'href="/contents/(\w+)"', page))
    dates = [service.services.contents.get(one).published_at for one in ids]
    dated = [date for date in dates if date is not None]
    assert len(dated) > 3
    assert dated != sorted(dated, reverse=True)
    assert "Voici le plus récent" not in page
    assert "what is most recent" not in page


def test_an_empty_catalogue_says_what_to_do(make_services: Make) -> None:
    services = make_services()
    owner = services.people.create()
    client = TestClient(create_app(services), headers={"Accept-Language": "en"})
    client.cookies.set(COOKIE, services.access.open_session(Role.EMPLOYEE, ambassador_id=owner))
    assert "Nothing to suggest at this moment" in client.get("/").text
    filtered = client.get("/?objective=talent").text
    assert "Nothing fits these filters" in filtered
    client.cookies.set(COOKIE, services.access.open_session(Role.COMMS))
    assert "porte-voix import" in client.get("/newsroom").text
