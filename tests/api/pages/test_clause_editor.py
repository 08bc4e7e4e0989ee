"""One clause is changed, tried and put in force on a page of its own."""

import html
import json
import re

import pytest

from domain.deeds import Action, Deed
from domain.roles import Role
from guardrails.clause_text import SAID, ClauseText
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn

CLAUSE = "CH-02"
VIOLATING = "- language: en\n  kind: violating\n  text: Our sensors hear a leak of half a litre."


def in_force(service: Service) -> tuple[str, str]:
    kept = service.services.charter.charters.newest()
    assert kept
    return kept.yaml, kept.digest


def fields(service: Service, **changes: str) -> dict[str, str]:
    text, digest = in_force(service)
    clause = ClauseText(text, CLAUSE)
    said = {f"{key}.{one}": words for key in SAID for one, words in clause.said(key).items()}
    kept = {key: clause.source(key) for key in ("severity", "checks", "examples")}
    new = {name.replace("__", "."): words for name, words in changes.items()}
    return {**said, **kept, "replaces": digest, **new}


def send(sign_in: SignIn, act: str, sent: dict[str, str], language: str = "en") -> tuple[int, str]:
    comms = sign_in(Role.COMMS, language=language)
    answer = comms.send(f"/charter/edit/{CLAUSE}", act=act, **sent)
    return answer.status_code, html.unescape(answer.text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_clause_has_a_page_of_a_size_to_read(
    service: Service, sign_in: SignIn, language: str
) -> None:
    page = html.unescape(sign_in(Role.COMMS, language=language).get(f"/charter/edit/{CLAUSE}").text)
    assert len(page) < 80_000
    for words in fields(service).values():
        assert words in page
    assert sign_in(Role.COMMS).get("/charter/edit/CH-99").status_code == 404


def test_a_clause_is_tried_alone_and_nothing_comes_into_force(
    service: Service, sign_in: SignIn
) -> None:
    before = in_force(service)
    sent = fields(service, statement__en="I say what I receive.")
    status, page = send(sign_in, "try", sent)
    assert (status, "Nothing is in force yet" in page) == (200, True)
    assert "I say what I receive." in page
    with_wrong = sent | {"examples": f"{sent['examples']}\n{VIOLATING}"}
    status, page = send(sign_in, "try", with_wrong)
    assert "half a litre." in re.findall(r"<q [^>]*>([^<]+)</q>", page)[0]
    assert in_force(service) == before


def test_a_clause_that_would_be_examined_no_more_is_asked_about(
    service: Service, sign_in: SignIn
) -> None:
    before = in_force(service)
    checks = "- {kind: terms, parameters: {terms: [miracle]}}"
    status, page = send(sign_in, "put", fields(service, checks=checks, examples="[]"))
    assert (status, 'name="leave" value="CH-02"' in page) == (422, True)
    assert "nothing would examine any more" in page
    assert in_force(service) == before


@pytest.mark.parametrize(
    ("wrong", "french", "english"),
    [
        ({"checks": "- {kind: terms"}, "CH-02.checks : ligne 1", "CH-02.checks: line 1"),
        ({"checks": "- {kind: telepathy}"}, "pas de contrôle", "no check 'telepathy'"),
        ({"name.fr": ""}, "CH-02.name.fr : est vide", "CH-02.name.fr: is empty"),
    ],
)
def test_what_cannot_be_names_its_place_and_nothing_typed_is_lost(
    service: Service, sign_in: SignIn, wrong: dict[str, str], french: str, english: str
) -> None:
    before = in_force(service)
    for language, said in (("fr", french), ("en", english)):
        sent = fields(service) | wrong | {"why.en": "Because I say so."}
        status, page = send(sign_in, "put", sent, language)
        assert status == 422
        assert said in page.replace("\u00a0", " ").replace("\u202f", " ")
        assert "Because I say so." in page
    assert in_force(service) == before


def test_a_clause_put_in_force_changes_no_other_line_and_is_put_by_a_person(
    service: Service, sign_in: SignIn
) -> None:
    before, replaces = in_force(service)
    sent = fields(service, statement__en="I say what I receive, whatever it is.")
    status, page = send(sign_in, "put", sent)
    assert (status, "is in force, for everybody" in page) == (200, True)
    after, digest = in_force(service)
    assert digest != replaces
    lines = zip(before.split("\n"), after.split("\n"), strict=True)
    changed = [new for old, new in lines if old != new]
    assert len(changed) <= 2
    assert "whatever it is" in changed[-1]
    stale = fields(service, why__en="Late.") | {"replaces": replaces}
    status, page = send(sign_in, "put", stale)
    assert (status, "Late." in page, in_force(service)[0]) == (409, True, after)


def put_text(service: Service, text: str) -> None:
    digest = in_force(service)[1]
    deed = Deed("key:test", Action.CHARTER_PUT, "charter")
    service.services.charter.put(text, expected={digest}, deed=deed)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_severity_that_is_none_is_refused_and_changes_nothing(
    service: Service, sign_in: SignIn, language: str
) -> None:
    before = in_force(service)
    said = {"fr": "CH-02.severity : écrivez", "en": "CH-02.severity: write"}[language]
    for severity in ("", "fatal"):
        status, page = send(sign_in, "put", fields(service, severity=severity), language)
        assert (status, in_force(service)) == (422, before)
        assert said in page.replace("\u00a0", " ").replace("\u202f", " ")
        chosen = re.findall(r'<option value="(\w+)" selected', page)
        assert chosen == [ClauseText(before[0], CLAUSE).source("severity")]


def test_a_clause_with_a_line_break_of_its_own_and_a_quoted_severity_has_its_page(
    service: Service, sign_in: SignIn
) -> None:
    text, _ = in_force(service)
    clause = ClauseText(text, CLAUSE)
    weight, said = clause.parts["severity"], clause.said("why")["fr"]
    quoted = f'{text[: weight.start]}"{weight.said}"{text[weight.end :]}'
    why = ClauseText(quoted, CLAUSE).parts["why"].pairs["fr"]
    pasted = json.dumps(f"{said}X", ensure_ascii=False).replace("X", "\u2028 et plus")
    put_text(service, f"{quoted[: why.start]}{pasted}{quoted[why.end :]}")
    comms = sign_in(Role.COMMS)
    assert comms.get("/charter/edit").status_code == 200
    page = comms.get(f"/charter/edit/{CLAUSE}").text
    assert re.findall(r'<option value="(\w+)" selected', page) == [weight.said]
    status, _ = send(sign_in, "put", fields(service, why__en="Because."))
    assert (status, "\u2028 et plus" in in_force(service)[0]) == (200, True)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_clause_that_takes_a_value_from_elsewhere_leads_to_the_whole_text(
    service: Service, sign_in: SignIn, language: str
) -> None:
    text, _ = in_force(service)
    weight = ClauseText(text, "CH-01").parts["severity"]
    if not weight.is_named:
        named = f"{text[: weight.start]}&weight {text[weight.start :]}"
        other = ClauseText(named, CLAUSE).parts["severity"]
        put_text(service, f"{named[: other.start]}*weight{named[other.end :]}")
    before = in_force(service)
    answer = sign_in(Role.COMMS, language=language).get(f"/charter/edit/{CLAUSE}")
    assert (answer.status_code, 'href="/charter/edit?whole=yes#whole"' in answer.text) == (
        200,
        True,
    )
    assert 'name="severity"' not in answer.text
    sent = dict.fromkeys(fields(service), "x") | {"replaces": before[1], "severity": "fix"}
    answer = sign_in(Role.COMMS, language=language).send(
        f"/charter/edit/{CLAUSE}", act="put", **sent
    )
    said = {"fr": "dans le texte entier", "en": "in the whole text"}[language]
    assert (answer.status_code, said in answer.text) == (422, True)
    assert in_force(service) == before
