"""What a form cannot take is told beside it, in the reader's language; nothing written is lost."""

import pytest

from domain.roles import Role
from tests.api.pages.conftest import SignIn


@pytest.mark.parametrize(
    ("language", "told"),
    [("fr", "messages, numéro 1 : 5\u202f000 caractères au plus"), ("en", "at most 5,000")],
)
def test_a_post_that_is_too_long_is_told_and_kept(
    sign_in: SignIn,
    language: str,
    told: str,
) -> None:
    client = sign_in(language=language)
    long = "mot " * 1_300
    answer = client.send("/me", posts=[long], languages="fr", version="1")
    assert answer.status_code == 422
    assert told in answer.text.replace("\u00a0", " ")
    assert long.strip() in answer.text
    assert 'maxlength="5000"' not in answer.text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fr", ("qui ont publié : 1 au moins", "atteintes : 0 au moins")),
        ("en", ("at least 1", "at least 0")),
    ],
)
def test_an_amount_that_cannot_be_is_told_with_what_can(
    sign_in: SignIn,
    language: str,
    told: tuple[str, str],
) -> None:
    client = sign_in(Role.COMMS, language=language)
    sent = {"people": "0", "reach": "-4", "from": "2026-03-02", "to": "2026-03-08"}
    answer = client.send("/insights", content_id="c_1", **sent)
    assert answer.status_code == 422
    for one in told:
        assert one in answer.text.replace("\u00a0", " ")
