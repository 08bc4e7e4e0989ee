"""Problems are said in French where French is asked for, and never as a pattern."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from api import problem_words
from api.errors import HTTP_CODES
from api.problem_words import detail_of, speak
from domain.language import Language
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.test_charter import small
from tests.api.test_errors import codes_in_the_code

LONG = {"text": "a", "language": "en", "notes": ["a" * 2_001]}
SAID = yaml.safe_load(problem_words.WORDS.read_text(encoding="utf-8"))

NAMED = re.compile(r"\{\w+\}")
REFUSALS = {
    "RequestInvalid",
    "NotFound",
    "Conflict",
    "Forbidden",
    "Unusable",
    "_refused",
    "NoTable",
}
# Commands, files that are imported, pages with words of their own, the operator's provider and
# the model's tools: none of them answers a request in the language it asks for.
UNTRANSLATED = (
    *("api/cli/", "api/pages/", "api/assistant.py", "api/oidc.py", "api/signing_in.py"),
    *("api/scopes.py", "storage/access.py", "storage/people.py", "api/profile_types.py"),
    *("recommender/catalogue/", "recommender/evaluation/", "recommender/allocation.py"),
    *("recommender/recommender.py",),
)
FOLDERS = ("api", "domain", "personalizer", "recommender", "storage")


def send(service: Service, path: str, body: object, language: str | None) -> Any:
    spoken = {"Accept-Language": language} if language else {"Accept-Language": ""}
    headers = {**service.headers(Role.PLATFORM), **spoken}
    return service.client.post(path, headers=headers, json=body)


def test_every_code_has_a_french_title() -> None:
    assert codes_in_the_code() | set(HTTP_CODES.values()) == set(SAID["titles"])


def written_in_the_code() -> Iterator[str]:
    """Give each string of the code, with {} where something is named in it."""
    for path in (path for folder in FOLDERS for path in Path(folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(map(_part, node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    return "'{}'" if isinstance(part, ast.FormattedValue) and part.conversion == ord("r") else "{}"


def raised_in_the_code() -> Iterator[tuple[str, str]]:
    """Give each detail that a request can be refused with, and the file that says it."""
    for path in (path for folder in FOLDERS for path in Path(folder).rglob("*.py")):
        if str(path).startswith(UNTRANSLATED):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in REFUSALS and node.args:
                yield str(path), _said_in(node.args[0])


def _said_in(argument: ast.expr) -> str:
    if isinstance(argument, ast.JoinedStr):
        return "".join(map(_part, argument.values))
    return str(argument.value) if isinstance(argument, ast.Constant) else ""


def test_each_detail_that_a_caller_can_mend_is_said_in_french() -> None:
    known = {NAMED.sub("{}", one["en"]) for one in SAID["details"]}
    raised = {(path, said) for path, said in raised_in_the_code() if said}
    assert len(raised) > 40
    assert {one for one in raised if one[1] not in known} == set()


def test_each_refusal_of_a_field_is_said_in_french() -> None:
    refused = {
        node.exc.args[0].value
        for path in Path("api/schemas").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        if ast.unparse(node.exc.func) == "ValueError" and isinstance(node.exc.args[0], ast.Constant)
    }
    assert refused == set(SAID["own"])


@pytest.mark.parametrize("kind", sorted(SAID["fields"]))
def test_a_field_is_told_in_both_languages(kind: str) -> None:
    said = SAID["fields"][kind]
    assert set(said) == {"fr", "en"}
    assert sorted(NAMED.findall(said["fr"])) == sorted(NAMED.findall(said["en"]))


def test_a_detail_in_french_names_all_that_an_english_one_of_the_code_names() -> None:
    written = set(written_in_the_code())
    ends = ("", *(end for end in written if end.startswith("; ")))
    for one in SAID["details"]:
        assert sorted(NAMED.findall(one["fr"])) == sorted(NAMED.findall(one["en"]))
        english = NAMED.sub("{}", one["en"])
        assert any(english.removesuffix(end) in written for end in ends), english


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("this key lacks the scope 'checks'; make one with --scope checks", "« checks »"),
        ("a change from a browser needs the X-CSRF-Token of its own page", "X-CSRF-Token"),
        ("there is no content 'c_{1}' to speak about now", "« c_{1} »"),
        ("30 requests a minute; try again in 7 s", "dans 7 s"),
    ],
)
def test_what_a_detail_names_is_named_in_french(english: str, french: str) -> None:
    speak(Language.FRENCH)
    told = detail_of(english)
    speak(Language.ENGLISH)
    assert told != english
    assert french in str(told)
    assert detail_of(english) == english


def test_a_detail_that_nobody_translated_stands() -> None:
    speak(Language.FRENCH)
    told = detail_of("the endpoint answered 401: check OPENAI_API_KEY")
    speak(Language.ENGLISH)
    assert told == "the endpoint answered 401: check OPENAI_API_KEY"


@pytest.mark.parametrize(
    ("body", "french", "english"),
    [
        (
            LONG,
            "notes.0 : trop long : 2\u202f000 caractères au plus",
            "notes.0: is too long: 2,000",
        ),
        ({"language": "en"}, "text : il manque", "text: is missing: send it"),
        ({"text": 7, "language": "en"}, "text : il faut un texte", "text: give a text"),
        (
            {"text": "a", "language": "en", "model": "no"},
            "model : il faut true ou false",
            "model: give true or false",
        ),
        (
            {"text": "a", "language": "en", "draft_share": 2},
            "draft_share : 1 au plus",
            "draft_share: must be 1 at most",
        ),
        (
            {"text": "a", "language": "de"},
            "language : les valeurs possibles sont 'fr' ou 'en'",
            "language: the possible values are 'fr' or 'en'",
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
            "zzz: there is no such field: take it out",
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
        assert answer.headers["Vary"] == "Accept-Language"
        assert answer.headers["Content-Language"] == ("fr" if expected == french else "en")


def test_what_is_refused_before_any_field_is_told_in_french_too(service: Service) -> None:
    french = {"Accept-Language": "fr"}
    nobody = service.client.get("/v1/charter", headers=french).json()
    assert (nobody["title"], nobody["code"]) == (
        SAID["titles"]["unauthenticated"],
        "unauthenticated",
    )
    assert nobody["detail"] == "envoyez une clé dans Authorization: Bearer, ou connectez-vous"
    english = service.client.get("/v1/charter", headers={"Accept-Language": "en"}).json()
    assert english["detail"] == "send a key in Authorization: Bearer, or sign in"
    headers = {**service.headers(Role.PLATFORM), **french}
    forbidden = service.client.get("/v1/charter", headers=headers).json()
    assert forbidden["detail"].startswith("c'est permis à ")
    assert forbidden["detail"].endswith("qui appelle est platform")
    large = service.client.post("/v1/checks", headers=headers, content=b"a" * 1_100_000).json()
    assert large["title"] == SAID["titles"]["too_large"]


def test_of_what_holds_a_wrong_part_that_part_alone_is_told(service: Service) -> None:
    ambassador = {"profile_type": "expert", "languages": ["de"]}
    answer = send(service, "/v1/recommendations", {"ambassador": ambassador}, None)
    assert [one["field"] for one in answer.json()["errors"]] == ["ambassador.languages.0"]
    assert answer.json()["code"] == "language_unsupported"


def test_a_charter_that_cannot_be_is_told_in_the_language_asked_for(service: Service) -> None:
    for language, said in (
        ("fr", "yaml ne se lit pas comme du YAML : ligne 1 : "),
        ("en", "yaml cannot be"),
    ):
        headers = {**service.headers(Role.COMMS), "Accept-Language": language}
        body = {"yaml": "a: [", "version": "1.0"}
        told = service.client.put("/v1/charter", headers=headers, json=body).json()
        assert told["code"] == "charter_invalid"
        assert told["detail"].startswith(said)


def test_the_examples_a_charter_judges_wrongly_are_named_in_the_language_asked_for(
    service: Service,
) -> None:
    for language, said in (
        ("fr", "exemple 1 de CH-90, exemple 2 de CH-90 ;"),
        ("en", "CH-90 example 1, CH-90 example 2;"),
    ):
        headers = {**service.headers(Role.COMMS), "Accept-Language": language, "If-Match": "*"}
        body = {"yaml": small("9", term="autre", passing="autre"), "version": "9"}
        told = service.client.put("/v1/charter", headers=headers, json=body).json()
        assert said in told["detail"]


@pytest.mark.parametrize(("most", "french"), [("1,000,000", "1\u202f000\u202f000"), ("900", "900")])
def test_numbers_are_written_as_in_french(most: str, french: str) -> None:
    speak(Language.FRENCH)
    try:
        said = detail_of(f"the body may have {most} bytes at most; send less")
    finally:
        speak(Language.ENGLISH)
    assert said == f"le corps peut avoir {french} octets au plus ; envoyez-en moins"
