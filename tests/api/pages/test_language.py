import pytest

from tests.api.conftest import Service
from tests.api.pages.conftest import Client, SignIn, opened


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", "fr"),
        ("en-GB,en;q=0.9,fr;q=0.8", "en"),
        ("de,fr;q=0.5,en;q=0.3", "fr"),
        ("en;q=0.2,fr;q=0.7", "fr"),
        ("fr;q=0,en", "en"),
        ("de,es", "en"),
        ("", "en"),
        ("fr;q=much, en;q=0.1", "en"),
        ("FR-ca", "fr"),
    ],
)
def test_the_browser_says_the_language(service: Service, header: str, language: str) -> None:
    assert f'<html lang="{language}">' in opened(service, None, header).get("/").text


def test_a_chosen_language_is_remembered(stranger: Client) -> None:
    assert '<html lang="en">' in stranger.get("/?lang=en").text
    assert '<html lang="en">' in stranger.get("/").text
    assert '<html lang="fr">' in stranger.get("/?lang=fr").text
    assert '<html lang="fr">' in stranger.get("/").text


@pytest.mark.parametrize("asked", ["de", "", "FR", "<b>"])
def test_a_language_there_is_not_chooses_nothing(stranger: Client, asked: str) -> None:
    page = stranger.client.get("/", params={"lang": asked})
    assert '<html lang="fr">' in page.text
    assert "set-cookie" not in page.headers


def test_the_other_language_is_offered_on_the_same_page(sign_in: SignIn) -> None:
    page = sign_in().get("/?objective=talent&k=12")
    assert 'href="/?objective=talent&amp;k=12&amp;lang=en"' in page.text
