"""Problems are said in French where French is asked for, and never as a pattern."""

from typing import Any

import pytest
import yaml

from api import problem_words
from api.errors import HTTP_CODES
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.test_errors import codes_in_the_code

LONG = {"text": "a", "language": "en", "notes": ["a" * 2_001]}
SAID = yaml.safe_load(problem_words._WORDS.read_text(encoding="utf-8"))  # noqa: SLF001 - its table


def send(service: Service, path: str, body: object, language: str | None) -> Any:
    spoken = {"Accept-Language": language} if language else {"Accept-Language": ""}
    headers = {**service.headers(Role.PLATFORM), **spoken}
    return service.client.post(path, headers=headers, json=body)


def test_every_code_has_a_french_title() -> None:
    assert codes_in_the_code() | set(HTTP_CODES.values()) == set(SAID["titles"])
    assert set(SAID["details"]) <= set(SAID["titles"])


@pytest.mark.parametrize(
    ("body", "french", "english"),
    [
        (LONG, "notes.0 : trop long, 2\u202f000 caractères au plus", "notes.0: String should"),
        ({"language": "en"}, "text : il manque", "text: Field required"),
        ({"text": 7, "language": "en"}, "text : il faut un texte", "text: Input should be"),
        (
            {"text": "a", "language": "en", "model": "no"},
            "model : il faut true ou false",
            "model: Input should be a valid boolean",
        ),
        (
            {"text": "a", "language": "en", "draft_share": 2},
            "draft_share : 1.0 au plus",
            "draft_share: Input should be less",
        ),
        (
            {"text": "a", "language": "de"},
            "language : les valeurs possibles sont 'fr' ou 'en'",
            "language: Input should be 'fr' or 'en'",
        ),
        (
            {"text": "a", "language": "en", "source": {"text": "a", "url": "ftp://a"}},
            "source.url : il faut une adresse web entière",
            "source.url: write a whole web address",
        ),
        (
            {"text": " ", "language": "en"},
            "text : ne contient que des espaces",
            "text: holds nothing but white space",
        ),
        (
            {"text": "a", "language": "en", "zzz": 1},
            "zzz : il n'y a pas de tel champ",
            "zzz: Extra inputs are not permitted",
        ),
    ],
)
def test_a_field_is_told_in_the_language_asked_for(
    service: Service, body: object, french: str, english: str
) -> None:
    for language, expected in (
        ("fr-FR,fr;q=0.9,en;q=0.5", french),
        ("en-GB, fr;q=0.2", english),
        (None, english),
        ("de", english),
    ):
        answer = send(service, "/v1/checks", body, language)
        told = answer.json()
        assert told["detail"].startswith(expected), told
        assert told["errors"][0]["message"] in told["detail"]
        assert "^" not in answer.text
        assert "Value error" not in answer.text
        assert answer.headers["Content-Language"] == ("fr" if expected == french else "en")


def test_what_is_refused_before_any_field_is_told_in_french_too(service: Service) -> None:
    french = {"Accept-Language": "fr"}
    nobody = service.client.get("/v1/charter", headers=french).json()
    assert (nobody["title"], nobody["code"]) == (
        SAID["titles"]["unauthenticated"],
        "unauthenticated",
    )
    assert "Authorization" in nobody["detail"]
    headers = {**service.headers(Role.PLATFORM), **french}
    forbidden = service.client.get("/v1/charter", headers=headers).json()
    assert forbidden["detail"] == SAID["details"]["forbidden"]
    large = service.client.post("/v1/checks", headers=headers, content=b"a" * 1_100_000).json()
    assert large["title"] == SAID["titles"]["too_large"]


def test_of_what_holds_a_wrong_part_that_part_alone_is_told(service: Service) -> None:
    ambassador = {"profile_type": "expert", "languages": ["de"]}
    answer = send(service, "/v1/recommendations", {"ambassador": ambassador}, None)
    assert [one["field"] for one in answer.json()["errors"]] == ["ambassador.languages.0"]
    assert answer.json()["code"] == "language_unsupported"


def test_a_charter_that_cannot_be_is_told_in_the_language_asked_for(service: Service) -> None:
    for language, said in (("fr", "yaml n'est pas du YAML : ligne 1 : "), ("en", "yaml cannot be")):
        headers = {**service.headers(Role.COMMS), "Accept-Language": language}
        body = {"yaml": "a: [", "version": "1.0"}
        told = service.client.put("/v1/charter", headers=headers, json=body).json()
        assert told["code"] == "charter_invalid"
        assert told["detail"].startswith(said)
