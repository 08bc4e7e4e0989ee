import html
import re

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.pages.messages import messages_in
from domain.deeds import Action, Deed
from domain.language import Language
from domain.roles import Role
from guardrails.charter import DEFAULT_CHARTER
from tests.api.conftest import Make, Service
from tests.api.pages.conftest import Client, SignIn, csrf_of, opened
from tests.charters import charter_of, written


@pytest.fixture
def comms(sign_in: SignIn) -> Client:
    return sign_in(Role.COMMS, language="en")


def in_force(service: Service) -> tuple[str, str]:
    kept = service.services.charter.charters.newest()
    assert kept
    return kept.yaml, kept.digest


def send(client: Client, act: str, text: str, replaces: str = "", leave: str = "") -> str:
    fields = {"act": act, "yaml": text, "replaces": replaces, "leave": leave}
    return html.unescape(client.send("/charter/edit", **fields).text)


def changed(service: Service, version: str) -> str:
    text, _ = in_force(service)
    return re.sub(r"(?m)^version: .*$", f"version: {version}", text, count=1)


def test_the_page_holds_the_charter_in_force_and_its_versions(
    service: Service, comms: Client
) -> None:
    text, digest = in_force(service)
    page = html.unescape(comms.get("/charter/edit").text)
    assert digest[:12] in page
    assert len(page) < 20_000
    assert 'href="/charter/edit/CH-01"' in page
    assert text.strip() in html.unescape(comms.get("/charter/edit?whole=yes").text)
    given = comms.get("/charter/file")
    assert given.content == text.encode()
    assert "attachment" in given.headers["content-disposition"]


@pytest.mark.parametrize(
    ("language", "told"), [("fr", "rien n’a été envoyé"), ("en", "nothing was")]
)
def test_an_empty_charter_is_told_to_be_empty(
    service: Service, sign_in: SignIn, language: str, told: str
) -> None:
    before = in_force(service)
    comms = sign_in(Role.COMMS, language=language)
    for fields in ({"yaml": ""}, {}, {"yaml": " \n"}):
        answer = comms.send("/charter/edit", act="put", replaces=before[1], **fields)
        assert answer.status_code == 422
        assert told in answer.text
    assert in_force(service) == before


def test_a_charter_is_sent_as_a_file(service: Service, comms: Client) -> None:
    text, replaces = changed(service, "2099-file"), in_force(service)[1]
    page = comms.client.get("/charter/edit").text
    fields = {"csrf": csrf_of(page), "act": "put", "replaces": replaces}
    answer = comms.client.post("/charter/edit", data=fields, files={"file": ("c.yaml", text)})
    assert "is in force, for everybody" in answer.text
    assert in_force(service)[0] == text
    broken = comms.client.post(
        "/charter/edit", data=fields, files={"file": ("c.yaml", b"\xff\xfe")}
    )
    assert broken.status_code == 422
    assert "cannot be read as UTF-8" in broken.text


def test_a_charter_is_tried_without_coming_into_force(service: Service, comms: Client) -> None:
    before = in_force(service)
    page = send(comms, "try", changed(service, "2099-tried"), before[1])
    assert "Nothing is in force yet" in page
    assert "version: 2099-tried" in page
    assert in_force(service) == before


def test_examples_that_are_judged_wrongly_are_shown_and_stop_it(
    service: Service, comms: Client
) -> None:
    before = in_force(service)
    charter = charter_of(before[0])
    charter["version"] = "2099-wrong"
    kept_apart = "Our sensors hear a leak of half a litre."
    example = {"kind": "violating", "language": "en", "text": kept_apart}
    charter["clauses"][0]["examples"].append(example)
    text = written(charter)
    for act, told in (("try", kept_apart), ("put", "judged wrongly")):
        assert told in send(comms, act, text, before[1])
    assert in_force(service) == before


@pytest.mark.parametrize("text", ["a: [", "id: x", "- 1"])
def test_what_is_no_charter_is_told_and_nothing_is_lost(
    service: Service, comms: Client, text: str
) -> None:
    before = in_force(service)
    page = send(comms, "put", text, before[1])
    assert "This cannot be a charter" in page
    assert f">\n{text}" in page
    assert in_force(service) == before


def test_a_charter_put_here_is_in_force_and_in_the_trail(
    service: Service, sign_in: SignIn, comms: Client
) -> None:
    _, replaces = in_force(service)
    assert "is in force, for everybody" in send(
        comms, "put", changed(service, "2099-put"), replaces
    )
    assert service.services.guard.charter.ref.version == "2099-put"
    stale = send(comms, "put", changed(service, "2099-late"), replaces)
    assert "Another charter came into force in the meantime" in stale
    assert service.services.guard.charter.ref.version == "2099-put"
    trail = sign_in(Role.ADMIN, language="en").get("/audit").text
    assert "Charter put in force" in trail


def test_a_charter_the_operator_chose_can_be_tried_but_not_put(make_services: Make) -> None:
    services = make_services(charter=DEFAULT_CHARTER)
    with TestClient(create_app(services)) as client:
        token = services.access.open_session(Role.COMMS, staff="somebody")
        comms = opened(Service(client, services, {}, ""), token, "en")
        page = comms.get("/charter/edit").text
        assert "PORTEVOIX_CHARTER" in page
        assert 'value="put"' not in page
        fields = {"act": "put", "yaml": DEFAULT_CHARTER.read_text(encoding="utf-8")}
        assert comms.send("/charter/edit", **fields).status_code == 409


@pytest.mark.parametrize("language", list(Language))
def test_the_trail_says_every_kind_of_deed(language: Language) -> None:
    assert all(messages_in(language).has(f"audit.action.{action}") for action in Action)


def test_the_trail_goes_on_over_its_pages(service: Service, sign_in: SignIn) -> None:
    for number in range(60):
        service.services.audit.note(Deed("somebody", Action.CONTENT_ADDED, f"c_{number}"))
    admin = sign_in(Role.ADMIN, language="fr")
    first, second = admin.get("/audit").text, admin.get("/audit?page=2").text
    assert "c_59" in first
    assert "c_0<" not in first
    assert "c_0<" in second
    assert "Rien n’a encore été fait" in admin.get("/audit?page=99").text


@pytest.mark.parametrize("language", list(Language))
def test_what_is_wrong_is_told_in_the_language_of_the_page(
    service: Service, sign_in: SignIn, language: Language
) -> None:
    text, digest = in_force(service)
    comms = sign_in(Role.COMMS, language=language.value)
    severity = re.sub(r"(?m)^    severity: .*$", "    severity: grave", text, count=1)
    for wrong, french, english in (
        (severity, "CH-01.severity : écrivez 'block', 'fix', ", "CH-01.severity: write 'block'"),
        ("a: [", "ligne 1 : une valeur manque", "line 1: a value is missing"),
        (f"{text}\nzzz: 1\n", "zzz : cette clé n'existe pas", "zzz: there is no such key"),
    ):
        page = send(comms, "try", wrong, digest).replace("’", "'").replace("\u202f", " ")
        page = page.replace("\xa0", " ")
        said, other = (french, english) if language is Language.FRENCH else (english, french)
        assert said in page
        assert other not in page
        assert "Input should be" not in page


def smaller(service: Service, version: str) -> str:
    charter = charter_of(in_force(service)[0])
    charter["clauses"] = [one for one in charter["clauses"] if one["id"] == "CH-07"]
    return written(charter | {"version": version})


def test_rules_that_stay_behind_a_smaller_charter_are_none_to_ask_about(
    service: Service, comms: Client
) -> None:
    text, digest = in_force(service)
    page = send(comms, "put", f"packs: [default]\n{smaller(service, 'with-all')}", digest)
    assert "from now on" in page
    assert service.services.guard.charter.charter.clause("CH-21") is not None
    send(comms, "put", text, in_force(service)[1])
    assert in_force(service)[0].strip() == text.strip()


def test_nobody_leaves_rules_behind_without_knowing_which(
    service: Service, sign_in: SignIn
) -> None:
    before, digest = in_force(service)
    text = smaller(service, "few")
    asked = (("fr", "try", "plus rien n’examinerait"), ("en", "put", "would examine any more"))
    for language, act, told in asked:
        comms = sign_in(Role.COMMS, language=language)
        page = send(comms, act, text, digest)
        assert told in page
        assert "CH-21" in page
        assert "packs: [default]" in page
        assert in_force(service)[1] == digest
        assert ('name="leave"' in page) == (act == "put")
    (agreed,) = re.findall(r'name="leave" value="([^"]+)"', page)
    fewer = agreed.replace("CH-21", "")
    assert "CH-21" in send(comms, "put", text, digest, leave=fewer)
    assert in_force(service)[1] == digest
    send(comms, "put", text, digest, leave=agreed)
    assert in_force(service)[0].strip() == text.strip()
    send(comms, "put", before, in_force(service)[1])


def test_every_version_can_be_read_again(service: Service, comms: Client) -> None:
    text, digest = in_force(service)
    send(comms, "put", changed(service, "second"), digest)
    assert f"/charter/file?digest={digest}" in comms.get("/charter/edit").text
    assert comms.get(f"/charter/file?digest={digest}").content == text.encode()
    assert comms.get("/charter/file?digest=0123").status_code == 404
